"""A reply to every ask of a plan answers the ideas it was made of; without asks, they are in our own hands."""

from datetime import timedelta
from typing import Any

from tests.domain.promised import promised, pulled
from tests.strategies import NOW, TODAY
from workshop_app.domain import answers, ledger, people, plans, replies, signing, through_plans, told
from workshop_app.domain.answers import Kind
from workshop_app.domain.ledger import Stands
from workshop_app.domain.plans import Hands, Plan
from workshop_app.domain.programme import Programme

HANDS = {"owner_ids": ["ana"], "by": TODAY}


def planned(*asked: str, ours: bool = True) -> Programme:
    """A signed plan "plan" of idea "a", with these asks."""
    programme = plans.start(promised(), new_id="plan", at=NOW, title="Calm", idea_ids=["a"]).programme
    programme = plans.write(programme, "plan", "how_we_know", "We count").programme
    if ours:
        programme = plans.add_action(
            programme, "plan", new_id="ours", what="Try it", hands=Hands.OURS, **HANDS
        ).programme
    for what in asked:
        programme = plans.add_action(
            programme, "plan", new_id=what, what=what, hands=Hands.DECISION, asked_of="The head", **HANDS
        ).programme
    programme = signing.close_for_signing(programme, "plan").programme
    for who in ("ana", "mr b"):
        programme = signing.sign(programme, "plan", who, new_id=f"by {who}", at=NOW, words=who).programme
    return programme


def replied(programme: Programme, ask: int, kind: Kind = Kind.YES, **other: Any) -> Programme:
    """The head replied to an ask of the plan as it is closed; the reply's id is "reply 1" for ask 1."""
    sealed = programme.get(Plan, "plan").sealed
    assert sealed is not None
    about = {"plan_id": "plan", "content_hash": signing.content_hash(sealed)}
    said = [replies.Answered(ask, f"ask {ask}", kind, **other)]
    decided = {"decided_by": "The head", "decided_on": TODAY, "came": replies.Came.PAPER}
    return replies.take_in(programme, new_ids=[f"reply {ask}"], at=NOW, **about, answered=said, **decided).programme


def stands(programme: Programme) -> dict[str, Stands]:
    return {key: one.stands for one in ledger.of(programme, TODAY).entries for key in one.idea_ids}


def test_a_plan_in_our_own_hands_waits_for_nobody_once_it_is_signed():
    assert stands(planned()) == {"a": Stands.OURS, "b": Stands.WAITING}
    assert stands(signing.withdraw(planned(), "by ana").programme)["a"] is Stands.WAITING


def test_what_was_demanded_waits_on_where_we_begin_by_ourselves():
    [entry] = ledger.of(pulled(planned()), TODAY).of_plan("plan")
    assert (entry.stands, entry.trigger is not None) == (Stands.WAITING, True)


def test_every_ask_is_replied_to_before_its_ideas_are_answered():
    programme = planned("ask 1", "ask 2")
    assert stands(programme)["a"] is Stands.WAITING
    programme = replied(programme, 1, reason="Gladly")
    assert stands(programme)["a"] is Stands.WAITING
    programme = replied(programme, 2, Kind.NOT_YET, reason="In spring")
    [entry] = ledger.of(programme, TODAY).of_plan("plan")
    assert entry.stands is Stands.ANSWERED
    assert [(one.kind, one.reason, one.by, one.asked) for one in entry.verdicts] == [
        (Kind.YES, "Gladly", "The head", "ask 1"),
        (Kind.NOT_YET, "In spring", "The head", "ask 2"),
    ]
    programme = told.tell_all(
        programme, new_ids=["t", "u"], at=NOW, answer_ids=entry.source_ids, by="Mr B.", on=TODAY + timedelta(days=1)
    ).programme
    assert stands(programme)["a"] is Stands.TOLD


def test_an_answer_of_its_own_goes_before_what_was_said_to_its_plan():
    programme = replied(planned("ask 1"), 1)
    own = answers.answer(programme, new_id="own", at=NOW, idea_id="a", kind=Kind.NOT_YET, reason="Later").programme
    [entry] = ledger.of(own, TODAY).of_plan("plan")
    assert [one.reason for one in entry.verdicts] == ["Later"]
    assert "a" in through_plans.heard(programme)


def test_what_was_said_last_counts_while_the_plan_is_written_anew():
    programme = signing.reopen(replied(planned("ask 1"), 1), "plan").programme
    assert stands(programme)["a"] is Stands.ANSWERED
    gone = replies.take_reply_back(programme, "reply 1").programme
    assert stands(gone)["a"] is Stands.WAITING


def test_a_person_of_the_group_can_change_without_changing_the_answer():
    programme = people.leave_group(replied(planned("ask 1"), 1), "ana").programme
    assert stands(programme)["a"] is Stands.ANSWERED


def test_the_plan_that_was_answered_last_counts_also_after_a_clock_that_was_ahead():
    programme = replied(planned("ask 1"), 1, Kind.NO, reason="Too dear")
    programme = plans.start(programme, new_id="later", at=NOW, title="Again", idea_ids=["a"]).programme
    programme = plans.write(programme, "later", "how_we_know", "We count").programme
    asked = {"what": "Once more", "hands": Hands.DECISION, "owner_ids": ["ana"], "asked_of": "The head", "by": TODAY}
    programme = plans.add_action(programme, "later", new_id="ask 2", **asked).programme
    programme = signing.close_for_signing(programme, "later").programme
    sealed = programme.get(Plan, "later").sealed
    about = {"plan_id": "later", "content_hash": signing.content_hash(sealed or "")}
    decided = {"decided_by": "The head", "decided_on": TODAY, "came": replies.Came.PAPER}
    answered = [replies.Answered(1, "ask 2", Kind.YES)]
    then = NOW - timedelta(days=4000)
    programme = replies.take_in(programme, new_ids=["second"], at=then, **about, answered=answered, **decided).programme
    assert [one.id for one in through_plans.by_idea(programme)["a"]] == ["second"]
