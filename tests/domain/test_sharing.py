"""What leaves for another school is fixed first, and approved by students who made it; any change voids that."""

from datetime import date

import pytest

from tests.domain.small import small
from tests.strategies import NOW
from workshop_app.domain import ideas, people, plans, sharing, signing
from workshop_app.domain.errors import DomainError
from workshop_app.domain.plans import Hands, Plan
from workshop_app.domain.programme import Programme
from workshop_app.domain.sharing import Sharing


def with_plan(programme: Programme, key: str, owner: str, *signers: str, idea: str = "a") -> Programme:
    """A plan that is closed and signed."""
    programme = plans.start(programme, new_id=key, at=NOW, title=f"Plan {key}", idea_ids=[idea]).programme
    programme = plans.write(programme, key, "how_we_know", "We count").programme
    work = {"what": "Ask", "hands": Hands.OURS, "owner_ids": [owner], "by": date(2026, 12, 1)}
    programme = plans.add_action(programme, key, new_id=f"{key}-1", **work).programme
    programme = signing.close_for_signing(programme, key).programme
    for signer in signers:
        new = {"new_id": f"{key}-{signer}", "at": NOW, "words": "I agree"}
        programme = signing.sign(programme, key, signer, **new).programme
    return programme


def begun(*plan_ids: str, programme: Programme | None = None) -> Programme:
    programme = programme or with_plan(with_plan(small(), "p", "ana", "ana"), "q", "bo", "bo")
    return sharing.begin_sharing(programme, new_id="x", at=NOW, title="Ours", plan_ids=plan_ids or ("p", "q")).programme


def sealed(programme: Programme) -> Programme:
    hashes = (signing.content_hash(programme.get(Plan, one).sealed or "") for one in pack(programme).plan_ids)
    return sharing.seal_sharing(programme, "x", " ".join(hashes)).programme


def pack(programme: Programme) -> Sharing:
    return programme.get(Sharing, "x")


def test_two_approve_and_of_each_plan_one() -> None:
    programme = sealed(begun())
    assert "Plan p" in sharing.missing(programme, pack(programme))
    programme = sharing.approve(programme, "x", "ana").programme
    assert "Plan q" in sharing.missing(programme, pack(programme))
    programme = sharing.approve(programme, "x", "bo").programme
    assert sharing.missing(programme, pack(programme)) == ""
    assert sharing.approvals(programme, pack(programme)) == (2, 2)
    programme = sharing.take_approval_back(programme, "x", "bo").programme
    assert sharing.missing(programme, pack(programme))


def test_one_who_made_it_alone_is_enough() -> None:
    programme = sharing.approve(sealed(begun("p")), "x", "ana").programme
    assert [one.id for one in sharing.makers(programme, pack(programme))] == ["ana"]
    assert sharing.missing(programme, pack(programme)) == ""


def test_a_pack_of_prompts_is_approved_by_two_students() -> None:
    programme = begun("p", programme=with_plan(small(), "p", "ana", "ana"))
    programme = sharing.choose_again(programme, "x", title="Ours", plan_ids=(), prompt_ids=["n"]).programme
    programme = sharing.seal_sharing(programme, "x", "{}").programme
    programme = sharing.approve(programme, "x", "ana").programme
    assert sharing.missing(programme, pack(programme)) == "One more student approves it first."
    assert sharing.missing(sharing.approve(programme, "x", "bo").programme, pack(programme)) != ""
    after = sharing.approve(programme, "x", "bo").programme
    assert sharing.missing(after, pack(after)) == ""


@pytest.mark.parametrize(("who", "says"), [("mr b", "Students approve"), ("bo", "signed a plan or carry")])
def test_nobody_else_approves(who: str, says: str) -> None:
    with pytest.raises(DomainError, match=says):
        sharing.approve(sealed(begun("p")), "x", who)


def test_nothing_is_approved_before_it_is_fixed() -> None:
    with pytest.raises(DomainError, match="Read the pack"):
        sharing.approve(begun(), "x", "ana")


def test_any_change_voids_approvals() -> None:
    approved = sharing.approve(sealed(begun("p")), "x", "ana").programme
    chosen = {"title": "Ours", "plan_ids": ["p"]}
    for changed in (
        sharing.choose_again(approved, "x", **chosen, question="And you?").programme,
        sharing.hide_word(approved, "x", "Kofi", True).programme,
        sharing.open_sharing(approved, "x").programme,
        sharing.seal_sharing(approved, "x", "other").programme,
        ideas.take_unseen(approved, "b").programme,
    ):
        assert pack(changed).approved == ()
        assert sharing.missing(changed, pack(changed))
    assert pack(sharing.choose_again(approved, "x", **chosen).programme).approved == ("ana",)  # nothing changed


def test_a_plan_that_was_reopened_since_does_not_leave() -> None:
    approved = sharing.approve(sealed(begun("p")), "x", "ana").programme
    reopened = signing.reopen(approved, "p").programme
    assert "has changed since" in sharing.missing(reopened, pack(reopened))


def test_only_what_students_signed_is_fixed_while_one_of_them_is_here() -> None:
    unsigned = begun("r", programme=with_plan(small(), "r", "mr b", "mr b"))
    with pytest.raises(DomainError, match="Sign it first"):
        sharing.seal_sharing(unsigned, "x", "{}")
    left = people.leave_group(begun("p"), "ana").programme
    with pytest.raises(DomainError, match="is here to approve"):
        sharing.seal_sharing(left, "x", "{}")


def test_what_was_taken_back_is_over() -> None:
    gone = sharing.withdraw_sharing(sealed(begun("p")), "x").programme
    assert sharing.sharings(gone) == []
    for act in (
        lambda: sharing.approve(gone, "x", "ana"),
        lambda: sharing.seal_sharing(gone, "x", "{}"),
        lambda: sharing.hide_word(gone, "x", "Kofi", True),
    ):
        with pytest.raises(DomainError, match="taken back"):
            act()


def test_too_much_is_refused() -> None:
    with pytest.raises(DomainError, match="at most"):
        sharing.choose_again(begun("p"), "x", title="Ours", plan_ids=["p"] * 13)


def test_hidden_words_come_and_go() -> None:
    programme = sharing.hide_word(begun("p"), "x", " Kofi ", True).programme
    assert pack(programme).hidden == ("Kofi",)
    assert pack(sharing.hide_word(programme, "x", "Kofi", False).programme).hidden == ()
