"""From a programme to another school's laptop: what leaves, what it says of people, and what comes of it there."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.small import small
from tests.programmes import new, new_ids
from tests.strategies import NOW, calm
from workshop_app import outbox, packs_in, share_packs
from workshop_app.domain import answers, consent, people, plans, progress, replies, sharing, signing
from workshop_app.domain.errors import DomainError
from workshop_app.domain.facts import Happened
from workshop_app.domain.names import fold
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Hands, Plan, actions_of
from workshop_app.domain.programme import Programme
from workshop_app.domain.sharing import Sharing
from workshop_app.exchange import pack_file, share_pack
from workshop_app.facilitation import prompts
from workshop_app.pack_shelf import PackShelf
from workshop_app.prompt_shelf import PromptShelf
from workshop_app.storage.library import Library
from workshop_app.storage.pack_library import PackLibrary

BANK = prompts.load()
NAMES = ("Siân Morgan", "Kofi", "Ms Okoye")
DAY = date(2026, 12, 1)
ROLES = (Role.STUDENT, Role.STUDENT, Role.STAFF)


def whole(say: str = "{0} and {1} asked {2}", names: tuple[str, ...] = NAMES) -> Programme:
    """A plan with everything in it, where each text says every name; signed, answered, and with what became of it."""
    text = say.format(*names)
    programme = small()
    for key, name, role in zip(("x", "y", "z"), names, ROLES, strict=True):
        programme = people.add_person(programme, new_id=key, at=NOW, name=name, role=role).programme
    objection = {"new_id": "o", "at": NOW, "idea_id": "a", "role": Role.STUDENT, "text": text}
    programme = consent.object_to(programme, **objection).programme
    programme = consent.meet(programme, "o", text).programme
    given = {"kind": answers.Kind.PASSED_ON, "reason": text, "passed_to": names[2], "by": names[2]}
    programme = answers.answer(programme, new_id="w", at=NOW, idea_id="a", **given).programme
    programme = plans.start(programme, new_id="p", at=NOW, title=text[:70], idea_ids=["a", "b"]).programme
    for field in plans.TEXTS:
        programme = plans.write(programme, "p", field, text).programme
    for key, hands, asked in (("1", Hands.OURS, ""), ("2", Hands.DECISION, names[2])):
        work = {"what": text, "hands": hands, "owner_ids": ["x", "z"], "asked_of": asked, "by": DAY}
        programme = plans.add_action(programme, "p", new_id=key, **work, done_looks=text).programme
    programme = signed(programme, "first")
    fingerprint = signing.content_hash(programme.get(Plan, "p").sealed or "")
    about = {"plan_id": "p", "content_hash": fingerprint, "decided_by": names[2], "decided_on": DAY}
    more = {"reason": text, "by_whom": names[2], "next_step": text, "by_when": text[:70]}
    answered = [replies.Answered(1, "2", answers.Kind.NOT_YET, **more)]
    came = {"came": replies.Came.PAPER, "answered": answered}
    programme = replies.take_in(programme, new_ids=["r"], at=NOW, **about, **came).programme
    said = {"says": replies.Says.COUNTER, "words": text, "plan_id": "p", "content_hash": fingerprint}
    programme = replies.respond(programme, new_id="v", at=NOW, **said).programme
    programme = signed(programme, "second")
    how = {"about_id": "1", "how": progress.How.STUCK, "words": text}
    programme = progress.say_how(programme, new_id="g", at=NOW, **how).programme
    what = {"title": text[:70], "plan_ids": ["p"], "prompt_ids": ["prompt-1"], "question": text, "answer": text}
    return sharing.begin_sharing(programme, new_id="pack", at=NOW, **what).programme


def signed(programme: Programme, which: str) -> Programme:
    programme = signing.close_for_signing(programme, "p").programme
    for key in ("x", "y", "z"):
        programme = signing.sign(programme, "p", key, new_id=f"{which} {key}", at=NOW, words=f"{key}{key}").programme
    return programme


def fixed(programme: Programme) -> Programme:
    draft = share_packs.draft(programme, programme.get(Sharing, "pack"), BANK, BANK)
    programme = sharing.seal_sharing(programme, "pack", draft.text).programme
    for key in ("x", "y"):
        programme = sharing.approve(programme, "pack", key).programme
    return programme


def test_everything_leaves_but_who_it_was() -> None:
    programme = fixed(whole())
    found = pack_file.read(share_packs.whole_file(programme, programme.get(Sharing, "pack")))
    (plan,) = found.pack.plans
    said = "A student and a student asked a member of staff"
    for field in plans.TEXTS:
        assert getattr(plan, field) == said
    assert (plan.signed.student, plan.signed.staff) == (2, 1)
    assert [(one.owners.student, one.owners.staff) for one in plan.actions] == [(1, 1), (1, 1)]
    assert (plan.actions[0].became.how, plan.actions[0].became.words) == (progress.How.STUCK, said)
    assert plan.actions[1].asked_of == "A member of staff"
    (reply,) = plan.replies
    assert (plan.version, reply.version, reply.kind) == (2, 1, answers.Kind.NOT_YET)
    assert (reply.reason, reply.next_step) == (said, said)
    assert [(one.version, one.says, one.words) for one in plan.says] == [(1, replies.Says.COUNTER, said)]
    assert (plan.answers[0].kind, plan.objections[0].met) == (answers.Kind.PASSED_ON, said)
    assert [one.text for one in plan.ideas] == ["Quiet", "Water"]
    assert (found.approved, found.of) == (2, 2)
    assert plan.hash == signing.content_hash(programme.get(Plan, "p").sealed or "")


letters = st.text(st.sampled_from("abcdefgäöüŵŷéñщжאب"), min_size=4, max_size=9)
AROUND = ("{0} {1} {2}", "{0}’s and {1}s, {2}!", "({0}) “{1}”… {2}.", "it is {0}, not {1} or {2}?\n{0}")


@settings(calm, max_examples=10)
@given(st.lists(letters, min_size=3, max_size=3, unique_by=fold), st.sampled_from(AROUND))
def test_no_name_of_the_group_leaves_and_the_pack_comes_back(own: list[str], say: str) -> None:
    programme = fixed(whole(say, tuple(name.title() for name in own)))
    data = share_packs.whole_file(programme, programme.get(Sharing, "pack"))
    found = pack_file.read(data)
    sealed = programme.get(Sharing, "pack").sealed or ""
    assert share_pack.write(found.pack) == sealed
    words = {fold(word) for text in share_pack.texts(found.pack) for word in re.findall(r"[^\W\d_]+", text)}
    assert not words & {fold(name) for name in own}


def test_what_may_still_be_a_name_is_listed_and_can_be_hidden() -> None:
    programme = whole("{0}, {1} and Adeyemi asked {2}")
    draft = share_packs.draft(programme, programme.get(Sharing, "pack"), BANK, BANK)
    assert "Adeyemi" in [one.word for one in draft.left_over]
    programme = sharing.hide_word(programme, "pack", "Adeyemi", True).programme
    draft = share_packs.draft(programme, programme.get(Sharing, "pack"), BANK, BANK)
    assert "Adeyemi" not in draft.text
    assert "and somebody asked" in draft.text


def test_a_name_that_somebody_had_when_they_signed_leaves_neither() -> None:
    programme = people.rename_person(whole(), "y", "Nana").programme
    draft = share_packs.draft(programme, programme.get(Sharing, "pack"), BANK, BANK)
    assert "Kofi" not in draft.text


def test_whoever_decides_is_a_role_too_though_not_of_the_group() -> None:
    programme = whole("Mr Bevan said no to {0}, {1} and {2}")
    given = {"kind": answers.Kind.NOT_YET, "reason": "Not now", "by": "Mr. Bevan, head"}
    programme = answers.answer(programme, new_id="w2", at=NOW, idea_id="b", **given).programme
    draft = share_packs.draft(programme, programme.get(Sharing, "pack"), BANK, BANK)
    assert "Bevan" not in draft.text
    assert "A member of staff said no to a student" in draft.text


def test_whoever_comes_after_it_was_fixed_is_not_named_either() -> None:
    programme = fixed(whole("{0} and {1} and Bevan asked {2}"))
    programme = people.add_person(programme, new_id="new", at=NOW, name="Bevan", role=Role.STUDENT).programme
    with pytest.raises(DomainError, match="the name of somebody"):
        share_packs.whole_file(programme, programme.get(Sharing, "pack"))


def test_a_name_that_is_in_a_hash_by_chance_stops_nothing() -> None:
    programme = whole()
    for number, name in enumerate(("Ed", "Abe", "Ada", "Bea", "Fae")):
        programme = people.add_person(programme, new_id=f"n{number}", at=NOW, name=name, role=Role.STUDENT).programme
    programme = fixed(programme)
    assert share_packs.whole_file(programme, programme.get(Sharing, "pack"))


def test_ids_that_are_made_of_words_stay_here() -> None:
    aspect = replace(BANK.aspects[0], id="kofis-club", name="The club")
    own = replace(aspect.prompts[0], id="own-what-does-kofi-need", aspect_id=aspect.id, text="What does Kofi need?")
    bank = replace(BANK, aspects=(*BANK.aspects, replace(aspect, prompts=(own,))))
    chosen = {"title": "Ours", "plan_ids": [], "prompt_ids": [own.id, BANK.aspects[0].prompts[0].id]}
    programme = sharing.choose_again(whole(), "pack", **chosen).programme
    draft = share_packs.draft(programme, programme.get(Sharing, "pack"), bank, BANK)
    assert "kofi" not in draft.text.casefold()
    first, second = draft.pack.prompts
    assert (first.id, first.aspect_id, first.text) == ("own-1", "", "What does a student need?")
    assert (second.id, second.built_in, second.text) == (BANK.aspects[0].prompts[0].id, True, "")


def test_what_is_not_approved_does_not_leave(tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="fix the pack first"):
        share_packs.whole_file(whole(), whole().get(Sharing, "pack"))


def test_it_is_opened_kept_put_on_record_once_and_taken_over(tmp_path: Path) -> None:
    programme = fixed(whole())
    path = tmp_path / "ours.workshoppack"
    outbox.write_whole(path, share_packs.whole_file(programme, programme.get(Sharing, "pack")))
    workspace, shelf = new(tmp_path / "their.workshop"), PackShelf(PackLibrary(Library(tmp_path)))
    workspace.new_id = new_ids(5000)
    kept = packs_in.open_pack(shelf, path, workspace)
    again = packs_in.open_pack(shelf, path, workspace)
    assert kept.stem == again.stem
    assert [one.file.pack.school for one in PackShelf(PackLibrary(Library(tmp_path))).packs()] == ["Brückenschule"]
    (fact,) = [one for one in workspace.facts if one.what is Happened.TAKEN_IN]
    assert (fact.data["what"], fact.data["school"], fact.data["hash"]) == ("pack", "Brückenschule", kept.file.hash)
    plan_id = packs_in.take_plan(workspace, kept.file, 0)
    plan = workspace.programme.get(Plan, plan_id)
    assert (plan.came_from, plan.change) == ("Brückenschule", "A student and a student asked a member of staff")
    assert [one.owner_ids for one in actions_of(workspace.programme, plan_id)] == [(), ()]
    workspace.undo()
    assert plan_id not in workspace.programme.all(Plan)
    shelf.remove(kept.stem)
    assert shelf.packs() == PackShelf(PackLibrary(Library(tmp_path))).packs() == []
    workspace.close()


def test_a_damaged_pack_in_the_library_is_left_out_and_stays(tmp_path: Path) -> None:
    folder = tmp_path / "library" / "shared"
    folder.mkdir(parents=True)
    (folder / "bad.workshoppack").write_bytes(b"PK no")
    (folder / "huge.workshoppack").write_bytes(b"0" * 2_000_001)
    assert PackShelf(PackLibrary(Library(tmp_path))).packs() == []
    assert len(list(folder.iterdir())) == 2


def test_prompts_come_into_our_own_library(tmp_path: Path) -> None:
    from tests import packs

    shelf = PromptShelf(BANK, Library(tmp_path))
    known = BANK.aspects[0]
    made = packs.pack(
        prompts=[
            packs.prompt(aspect_id=known.id, text="When are you lost?"),
            packs.prompt(
                id="x", aspect_id="theirs", aspect="The bus", short="Bus", family="nowhere", text="Who waits?"
            ),
            packs.prompt(id="y", aspect_id="theirs", aspect="The bus", text="Who drives?", plain="", kind="odd"),
            packs.prompt(id=known.prompts[0].id, built_in=True, text=""),
        ]
    )
    file = pack_file.read(packs.file(made))
    first, second, third, built_in = file.pack.prompts
    for prompt in (first, second, third):
        packs_in.take_prompt(shelf, file, prompt)
    (own,) = shelf.packs
    assert own.name == "From Hillside School"
    assert [one.text for one in own.all_prompts()] == ["Who waits?", "Who drives?", "When are you lost?"]
    assert [(one.name, one.family) for one in own.aspects] == [("The bus", BANK.families[0].id)]
    assert packs_in.is_known(BANK, built_in) == known.prompts[0]
    for prompt, says in ((first, "already"), (built_in, "on every laptop")):
        with pytest.raises(DomainError, match=says):
            packs_in.take_prompt(shelf, file, prompt)
