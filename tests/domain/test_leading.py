"""While a session is led: students pick, anybody may pass, and it is taken up again on another day."""

from dataclasses import replace

import pytest

from tests.domain.small import meeting, small, undone
from tests.strategies import NOW
from workshop_app.domain import sessions
from workshop_app.domain.agenda import Part, Phase, phases_of
from workshop_app.domain.errors import DomainError
from workshop_app.domain.sessions import Asked, Session, all_asked, prompts_of


def own(place: int = 2, **other: object) -> Asked:
    return replace(
        meeting()["prompts"][0], **{"id": "own", "prompt_id": "p", "aspect_id": "money", **other}, place=place
    )


def session(programme) -> Session:
    return programme.get(Session, "s")


def test_what_the_students_pick_is_asked_and_known_to_be_theirs():
    outcome = sessions.pick(small(), own(1))
    assert session(outcome.programme).picked == "money"
    assert session(outcome.programme).aspects == ("aspect-1", "money", "aspect-2")
    assert [one.prompt_id for one in prompts_of(outcome.programme, "s")] == ["prompt-1", "p", "prompt-2"]
    assert undone(outcome) == small()


def test_one_more_prompt_is_nobodys_pick():
    after = sessions.ask_also(small(), own()).programme
    assert session(after).picked == ""
    assert session(after).aspects == ("aspect-1", "aspect-2", "money")


def test_nothing_is_picked_for_a_session_that_is_not_there():
    with pytest.raises(DomainError):
        sessions.pick(small(), own(session_id="t"))


def test_a_pick_that_is_left_out_again_is_no_pick_any_more():
    programme = sessions.pick(small(), own()).programme
    kept = sessions.rearrange(programme, "s", **meeting(prompts=prompts_of(programme, "s"))).programme
    assert session(kept).picked == "money"
    gone = sessions.rearrange(programme, "s", **meeting()).programme
    assert (session(gone).picked, session(gone).aspects) == ("", ("aspect-1", "aspect-2"))


def test_a_prompt_that_was_left_out_and_then_picked_is_in_the_session_once():
    programme = small()
    first, second = prompts_of(programme, "s")
    programme = sessions.rearrange(programme, "s", **meeting(prompts=[second])).programme
    programme = sessions.pick(programme, own(5, prompt_id=first.prompt_id, aspect_id=first.aspect_id)).programme
    assert [one.id for one in prompts_of(programme, "s")] == [second.id, "own"]
    again = sessions.rearrange(programme, "s", **meeting(prompts=[own(prompt_id=first.prompt_id), second])).programme
    assert [one.id for one in prompts_of(again, "s")] == ["own", second.id]
    none = sessions.rearrange(again, "s", **meeting(prompts=[second])).programme
    assert [one.id for one in prompts_of(none, "s")] == [second.id]
    assert len(all_asked(none, "s")) == 3


def test_anybody_may_pass_and_take_it_up_after_all():
    asked = prompts_of(small(), "s")[0].id
    passed = sessions.pass_on(small(), asked, True).programme
    assert [one.passed for one in prompts_of(passed, "s")] == [True, False]
    assert sessions.pass_on(passed, asked, False).programme == small()


def test_on_another_day_others_may_be_here_and_there_is_more_time():
    outcome = sessions.go_on(small(), "s", minutes=70, present=["bo"])
    assert (session(outcome.programme).minutes, session(outcome.programme).present) == (70, ("bo",))
    assert outcome.programme.all(Asked) == small().all(Asked)
    assert outcome.programme.all(Phase) == small().all(Phase)
    assert undone(outcome) == small()


@pytest.mark.parametrize("other", [{"minutes": 4}, {"minutes": 481}, {"present": []}, {"present": ["mr b"]}], ids=str)
def test_a_session_cannot_go_on_with_nobody_or_for_ever(other):
    with pytest.raises(DomainError):
        sessions.go_on(small(), "s", **{"minutes": 50, "present": ["ana"], **other})


def test_a_session_ends_and_may_begin_again():
    ended = sessions.end(small(), "s").programme
    assert session(ended).done
    assert sessions.end(ended, "s").edits == ()
    assert sessions.end(ended, "s", False).programme == small()


def test_a_session_is_made_from_an_agenda_and_rearranged_with_another_or_none():
    assert session(small()).template == "twenty"
    phases = [Phase("n", "s", Part.PLAN, 30, 0)]
    other = sessions.rearrange(small(), "s", **meeting(phases=phases, template="ten")).programme
    assert (session(other).template, [one.part for one in phases_of(other, "s")]) == ("ten", [Part.PLAN])
    same = sessions.rearrange(small(), "s", **meeting(phases=None, template=None))
    assert same.edits == ()


def test_only_an_agenda_makes_a_session_without_prompts():
    phases = [Phase("n", "t", Part.PLAN, 30, 0)]
    bare = meeting(prompts=[], phases=phases)
    programme = sessions.prepare(small(), new_id="t", at=NOW, **bare).programme
    assert prompts_of(programme, "t") == []
    with pytest.raises(DomainError, match="at least one aspect"):
        sessions.prepare(small(), new_id="t", at=NOW, **{**bare, "phases": ()})
