"""A promise is done, going, stuck or dropped; students say whether it really happened, and owners hand over."""

import pytest

from tests.domain.test_through_plans import planned, replied
from tests.strategies import NOW
from workshop_app.domain import people, progress
from workshop_app.domain.errors import DomainError
from workshop_app.domain.programme import Programme
from workshop_app.domain.progress import How, Progress, Really, is_kept, newest, owners_now


def said(programme: Programme, how: How, words: str = "", new_id: str = "p", about: str = "ours") -> Programme:
    return progress.say_how(programme, new_id=new_id, at=NOW, about_id=about, how=how, words=words).programme


@pytest.mark.parametrize(("how", "asked"), [(How.STUCK, "What would help"), (How.DROPPED, "Why it was dropped")])
def test_what_is_stuck_or_dropped_says_more(how, asked):
    with pytest.raises(DomainError, match=f"{asked} is still empty"):
        said(planned(), how, " ")
    assert newest(said(planned(), how, "Somebody who knows"), "ours").words == "Somebody who knows"


def test_what_was_said_last_counts_and_nothing_is_lost():
    programme = said(said(planned(), How.GOING), How.DONE, new_id="q")
    assert newest(programme, "ours").how is How.DONE
    assert progress.by_promise(programme) == {"ours": newest(programme, "ours")}
    assert list(programme.all(Progress)) == ["p", "q"]


def test_it_is_kept_once_students_say_so():
    programme = said(planned(), How.DONE)
    assert not is_kept(newest(programme, "ours"))
    for really, over in ((Really.NO, False), (Really.PARTLY, False), (Really.YES, True)):
        heard = progress.say_really(programme, "p", really).programme
        assert is_kept(newest(heard, "ours")) is over
    assert not is_kept(None)
    assert is_kept(newest(said(planned(), How.DROPPED, "Nobody wants it"), "ours"))


def test_what_a_decider_promised_goes_on_in_the_same_way_and_nothing_else_does():
    assert newest(said(replied(planned("ask 1"), 1), How.STUCK, "Money", about="reply 1"), "reply 1").words == "Money"
    with pytest.raises(DomainError):
        said(planned(), How.GOING, about="a")


def test_an_owner_hands_over_to_somebody_who_is_here():
    hand = {"new_id": "h", "at": NOW, "action_id": "ours", "from_id": "ana", "to_id": "bo"}
    programme = progress.hand_over(planned(), **hand).programme
    assert owners_now(programme, "ours") == ("bo",)
    with pytest.raises(DomainError, match="Only who carries"):
        progress.hand_over(programme, **hand)
    with pytest.raises(DomainError, match="carry it already"):
        progress.hand_over(programme, **{**hand, "from_id": "bo"})
    gone = people.leave_group(planned(), "bo").programme
    with pytest.raises(DomainError, match="left the group"):
        progress.hand_over(gone, **hand)
