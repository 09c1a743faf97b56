"""What a decider replied, and what students say to it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.small import small, undone
from tests.programmes import same
from tests.strategies import NOW
from workshop_app.domain import plans, replies, signing
from workshop_app.domain.answers import Kind
from workshop_app.domain.errors import DomainError
from workshop_app.domain.plans import Hands, Plan
from workshop_app.domain.programme import Outcome, Programme
from workshop_app.domain.replies import Answered, Came, Reply, Says

DAY = date(2026, 12, 4)


def closed(asks: int = 2) -> Programme:
    """Plan "p" with an action of our own, "own", and asks "ask1", "ask2"; closed for signing."""
    made = plans.start(small(), new_id="p", at=NOW, title="Water", idea_ids=["b"]).programme
    made = plans.write(made, "p", "how_we_know", "Nobody asks").programme
    doing = {"what": "Ask", "owner_ids": ["ana"], "by": DAY}
    made = plans.add_action(made, "p", new_id="own", hands=Hands.OURS, **doing).programme
    for number in range(1, asks + 1):
        asked = {"new_id": f"ask{number}", "hands": Hands.DECISION, "asked_of": "The head"}
        made = plans.add_action(made, "p", **asked, **doing).programme
    return signing.close_for_signing(made, "p").programme


def its_hash(programme: Programme) -> str:
    return signing.content_hash(programme.get(Plan, "p").sealed or "")


def take_in(programme: Programme, *answered: Answered, first: str = "r", **other: object) -> Outcome:
    given = {"plan_id": "p", "content_hash": its_hash(programme), "decided_by": "Ms H", "decided_on": DAY}
    new_ids = [f"{first}{one.ask}" for one in answered]
    how = {"came": Came.PDF, **given, **other}
    return replies.take_in(programme, new_ids=new_ids, at=NOW, answered=answered, **how)


def respond(programme: Programme, says: Says, words: str = "") -> Outcome:
    of = replies.replies_to(programme, "p")[-1].content_hash
    return replies.respond(programme, new_id="says", at=NOW, plan_id="p", content_hash=of, says=says, words=words)


YES, NOT_YET = Answered(1, "ask1", Kind.YES), Answered(2, "ask2", Kind.NOT_YET, reason="After the exams")


def test_all_asks_are_taken_in_in_one_step_and_taken_back_in_one() -> None:
    before = closed()
    outcome = take_in(before, YES, NOT_YET)
    assert [(one.ask, one.kind, one.decided_by) for one in replies.replies_to(outcome.programme, "p")] == [
        (1, Kind.YES, "Ms H"),
        (2, Kind.NOT_YET, "Ms H"),
    ]
    assert same(undone(outcome), before)


@given(st.sampled_from(list(Kind)), st.sampled_from(["", " ", "\n\t", "\u200b"]))
def test_whatever_is_not_a_plain_yes_needs_its_reason(kind: Kind, reason: str) -> None:
    one = Answered(1, "ask1", kind, reason=reason, passed_to="The governors")
    if kind is Kind.YES:
        take_in(closed(), one)
        return
    with pytest.raises(DomainError, match="reason for ask 1"):
        take_in(closed(), one)


def test_one_reason_that_is_missing_takes_nothing_in() -> None:
    with pytest.raises(DomainError, match="reason for ask 2"):
        take_in(closed(), YES, replace(NOT_YET, reason=""))


@pytest.mark.parametrize(
    ("answered", "other", "why"),
    [
        ((), {}, "nothing to take in"),
        ((YES,), {"content_hash": "0" * 64}, "never closed"),
        ((YES,), {"decided_by": " "}, "Who decided"),
        ((Answered(1, "ask1", Kind.PASSED_ON, reason="Not mine"),), {}, "To whom ask 1 goes on"),
    ],
)
def test_what_can_not_be_taken_in_is_said(answered: tuple[Answered, ...], other: dict[str, str], why: str) -> None:
    with pytest.raises(DomainError, match=why):
        take_in(closed(), *answered, **other)


def test_an_ask_that_is_not_answered_goes_on_waiting() -> None:
    programme = take_in(closed(), YES).programme
    assert replies.waiting(programme, "p") == [2]
    assert [one.action_id for one in replies.replies_to(programme, "p")] == ["ask1"]
    assert not replies.agreed(programme, "p")
    programme = take_in(programme, NOT_YET).programme
    assert replies.waiting(programme, "p") == []


def test_the_newest_reply_counts_and_the_one_before_stays_on_record() -> None:
    programme = take_in(closed(), YES, NOT_YET).programme
    programme = take_in(programme, Answered(2, "ask2", Kind.YES), first="later").programme
    assert [(one.id, one.kind) for one in replies.replies_to(programme, "p")] == [
        ("r1", Kind.YES),
        ("later2", Kind.YES),
    ]
    assert len(programme.all(Reply)) == 3
    assert replies.agreed(programme, "p")
    programme = replies.take_reply_back(programme, "later2").programme
    assert replies.waiting(programme, "p") == [2]
    assert [one.id for one in replies.replies_to(programme, "p")] == ["r1"]


@given(st.lists(st.sampled_from(list(Kind)), min_size=1, max_size=3))
def test_a_head_agreed_where_every_ask_is_a_plain_yes(kinds: list[Kind]) -> None:
    programme = closed(len(kinds))
    answered = [
        Answered(n, f"ask{n}", kind, reason="So", passed_to="The governors") for n, kind in enumerate(kinds, start=1)
    ]
    programme = take_in(programme, *answered).programme
    assert replies.agreed(programme, "p") == (set(kinds) == {Kind.YES})


def test_a_plan_without_asks_or_that_is_open_again_is_not_agreed_to() -> None:
    assert not replies.agreed(closed(0), "p")
    programme = take_in(closed(), YES, Answered(2, "ask2", Kind.YES)).programme
    assert not replies.agreed(signing.reopen(programme, "p").programme, "p")


def test_an_older_version_can_still_be_answered() -> None:
    programme = closed()
    first = its_hash(programme)
    programme = signing.reopen(programme, "p").programme
    programme = plans.write(programme, "p", "why", "We are thirsty").programme
    programme = signing.close_for_signing(programme, "p").programme
    programme = take_in(programme, YES, NOT_YET, content_hash=first).programme
    assert len(replies.replies_to(programme, "p", first)) == 2
    assert replies.replies_to(programme, "p", its_hash(programme)) == []
    assert replies.waiting(programme, "p") == [1, 2]


class TestStudentsAnswerTheAnswer:
    def test_accepting_leaves_the_plan_as_it_is(self) -> None:
        before = take_in(closed(), YES, NOT_YET).programme
        after = respond(before, Says.ACCEPT).programme
        assert after.get(Plan, "p") == before.get(Plan, "p")
        said = replies.response_to(after, "p", its_hash(after))
        assert said is not None
        assert said.says is Says.ACCEPT

    def test_a_counter_offer_opens_the_next_version_and_keeps_what_was_said(self) -> None:
        before = take_in(closed(), YES, NOT_YET).programme
        outcome = respond(before, Says.COUNTER, "Two classes\nuntil then")
        plan = outcome.programme.get(Plan, "p")
        assert (plan.version, plan.sealed) == (2, None)
        offer = replies.response_to(outcome.programme, "p", signing.content_hash(plan.earlier[-1]))
        assert offer is not None
        assert (offer.says, offer.words) == (Says.COUNTER, "Two classes\nuntil then")
        assert same(undone(outcome), before)

    def test_a_counter_offer_says_something(self) -> None:
        programme = take_in(closed(), YES, NOT_YET).programme
        with pytest.raises(DomainError, match="offer instead"):
            respond(programme, Says.COUNTER, " ")

    def test_a_plan_that_is_open_already_is_not_opened_again(self) -> None:
        programme = signing.reopen(take_in(closed(), NOT_YET).programme, "p").programme
        after = respond(programme, Says.COUNTER, "Two classes").programme
        assert after.get(Plan, "p").version == 2

    def test_another_word_takes_the_place_of_the_first(self) -> None:
        programme = take_in(closed(), NOT_YET).programme
        of = its_hash(programme)
        programme = respond(programme, Says.MEET).programme
        after = replies.respond(
            programme, new_id="again", at=NOW, plan_id="p", content_hash=of, says=Says.ACCEPT
        ).programme
        assert [one.id for one in replies.responses(after, "p")] == ["again"]

    def test_without_an_answer_there_is_nothing_to_answer(self) -> None:
        programme = closed()
        with pytest.raises(DomainError, match="no answer yet"):
            replies.respond(
                programme, new_id="x", at=NOW, plan_id="p", content_hash=its_hash(programme), says=Says.ACCEPT
            )


def test_what_was_asked_stays_what_it_said_when_it_was_replied_to() -> None:
    programme = respond(take_in(closed(), YES, NOT_YET).programme, Says.COUNTER, "Once a week").programme
    given = replies.replies_to(programme, "p")
    programme = plans.change_action(
        programme, "ask2", what="Ask once a week", hands=Hands.DECISION, owner_ids=["ana"], asked_of="The head", by=DAY
    ).programme
    programme = plans.drop_action(programme, "ask1").programme
    assert [replies.asked(programme, one) for one in given] == ["Ask", "Ask"]
    assert replies.asked(programme, replace(given[1], content_hash="0" * 64)) == "Ask once a week"
