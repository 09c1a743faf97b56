"""An idea's story tells what became of it, and nothing that was taken back, hidden, or tells who."""

from datetime import timedelta
from functools import partial
from itertools import pairwise

from hypothesis import given

from tests.domain.test_replay import Past, places, steps_of
from tests.strategies import NOW, PRIVATE_CARE, PRIVATE_NAME, PRIVATE_NOTE, History, calm, histories
from workshop_app.domain import (
    answers,
    choosing,
    face_down,
    ideas,
    people,
    plans,
    replies,
    sessions,
    signing,
    stage,
)
from workshop_app.domain.answers import Kind
from workshop_app.domain.face_down import Entry
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Person, Role
from workshop_app.domain.sessions import Asked
from workshop_app.domain.stage import Stage
from workshop_app.domain.story import story


def told(past: Past, idea_id: str) -> list[str]:
    return [line.text for line in story(past.programme, idea_id, past.steps)]


def test_a_whole_story():
    past = Past()
    (one,) = past.ideas("Ask us halfway", label="reveal")
    key = past.theme("Lessons", one)
    past.do("back", partial(choosing.back, idea_id=one, students=2), days=1)
    past.do("back", partial(choosing.back, idea_id=one, students=1, adults=1))
    past.do("to-stage", partial(stage.move, idea_id=one, to=Stage.TALKED))
    past.do("take-forward", partial(choosing.take_forward, idea_ids={one}), days=1)
    past.do("start-plan", partial(plans.start, new_id="p", at=NOW, title="Ask", idea_ids=[one]))
    past.do("name-plan", partial(plans.name_plan, plan_id="p", title="Ask us first"))
    past.do("rename-theme", partial(ideas.rename_theme, theme_id=key, name="How we learn"))
    reason = {"reason": "There is no time before spring."}
    past.do("answer", partial(answers.answer, new_id="a", at=NOW, idea_id=one, kind=Kind.NOT_YET, **reason), days=1)
    assert told(past, one) == [
        "Given by a student.",
        "Moved into “How we learn”.",
        "Backed by 3 students and 1 adult.",
        "We talked about it.",
        "Chosen to go forward.",
        "In the plan “Ask us first”.",
        "Answered: not yet. There is no time before spring.",
    ]
    days = [line.on for line in story(past.programme, one, past.steps)]
    assert days == sorted(days)
    assert len(set(days)) == 4


def test_the_reply_to_its_plan_is_told_at_its_time_and_one_that_no_longer_counts_is_not():
    past = Past()
    (one, other) = past.ideas("Ask us halfway", "A quiet room")
    for key, idea_id in (("p", one), ("q", other)):
        past.do("start-plan", partial(plans.start, new_id=key, at=NOW, title=f"Plan {key}", idea_ids=[idea_id]))
        past.do("person", partial(people.add_person, new_id=f"of {key}", at=NOW, name=key, role=Role.STUDENT))
        work = {"what": "May we?", "hands": plans.Hands.DECISION, "owner_ids": [], "asked_of": "The head"}
        past.do("add-action", partial(plans.add_action, plan_id=key, new_id=f"ask {key}", by=NOW.date(), **work))
        past.do("write-plan", partial(plans.write, plan_id=key, field="how_we_know", text="We count."))
        past.do("close-plan", partial(signing.close_for_signing, plan_id=key))
    words = signing.content_hash(past.programme.get(plans.Plan, "p").sealed)
    for number, kind in enumerate((Kind.NO, Kind.WITH_CHANGES)):
        said = {"answered": [replies.Answered(1, "ask p", kind, reason=f"Reason {number}")], "decided_by": "Ms Patel"}
        when = {"at": past.steps[-1].at + timedelta(days=1), "decided_on": NOW.date(), "came": replies.Came.SPOKEN}
        whole = {"new_ids": [f"r{number}"], "plan_id": "p", "content_hash": words, **said, **when}
        past.do("take-in", partial(replies.take_in, **whole), days=1)
    past.do("take-forward", partial(choosing.take_forward, idea_ids={one}), days=1)
    assert told(past, one) == [
        "Given by a student.",
        "In the plan “Plan p”.",
        "The answer to the plan “Plan p”: yes with changes. Reason 1",
        "Chosen to go forward.",
    ]
    assert not [line for line in told(past, other) if "answer" in line]


def test_ten_moves_on_a_day_are_one_line_and_there_and_back_is_none():
    past = Past()
    (one,) = past.ideas("Ask us halfway")
    here, there = past.theme("Here"), past.theme("There")
    for _ in range(5):
        for key in (here, there):
            past.do("move-idea", partial(ideas.put_in_theme, idea_id=one, theme_id=key), minutes=1)
    past.do("move-idea", partial(ideas.put_in_theme, idea_id=one, theme_id=here), days=1)
    past.do("move-idea", partial(ideas.put_in_theme, idea_id=one, theme_id=there), minutes=1)
    past.do("move-idea", partial(ideas.lay, idea_id=one, x=5.0, y=5.0), days=1)
    assert told(past, one) == ["Given by a student.", "Moved into “There”.", "Out of its theme."]


def test_words_that_it_no_longer_says_and_answers_that_no_longer_count_are_not_told():
    past = Past()
    (one,) = past.ideas("Mrs Pike shouts")
    past.do("reword", partial(ideas.reword, idea_id=one, text="Be calm with us"), days=1)
    answer = partial(answers.answer, at=NOW, idea_id=one)
    past.do("answer", partial(answer, new_id="a", kind=Kind.NOT_YET, reason="Pike says so", by="Pike"), days=1)
    past.do(
        "answer", partial(answer, new_id="b", kind=Kind.PASSED_ON, reason="They decide.", passed_to="the governors")
    )
    assert told(past, one) == [
        "Given by a student.",
        "Said in other words.",
        "Answered. That answer no longer counts.",
        "Answered: passed on to the governors. They decide.",
    ]


def test_set_aside_and_brought_back_is_told_but_not_what_was_for_the_safeguarding_lead():
    past = Past()
    (one,) = past.ideas("Ask us halfway")
    past.do("back", partial(choosing.back, idea_id=one, students=2))
    past.do("take-forward", partial(choosing.take_forward, idea_ids={one}))
    before = told(past, one)
    past.do("set-aside-unseen", partial(ideas.take_unseen, idea_id=one), days=1)
    assert told(past, one) == []
    past.do("bring-back", partial(ideas.bring_back, idea_id=one), days=1)
    assert told(past, one) == before
    past.do("set-aside", partial(ideas.set_idea_aside, idea_id=one, because="Said twice by Pike"), days=1)
    past.do("bring-back", partial(ideas.bring_back, idea_id=one), days=1)
    assert told(past, one) == [*before, "Set aside.", "Brought back."]
    past.do("set-aside", partial(ideas.set_idea_aside, idea_id=one, because="Said twice by Pike"), days=1)
    past.do("set-aside-unseen", partial(ideas.take_unseen, idea_id=one), days=1)
    past.do("bring-back", partial(ideas.bring_back, idea_id=one), days=1)
    assert told(past, one) == [*before, "Set aside.", "Brought back.", "Set aside.", "Brought back."]


def test_what_was_set_aside_before_anybody_saw_it_begins_when_it_came_to_the_board():
    past = Past()
    past.do("add-person", partial(people.add_person, new_id="q", at=NOW, name="Siân", role=Role.STUDENT))
    past.do("prepare", partial(sessions.prepare, **session()))
    entry = Entry("s", "asked", Role.STUDENT, "Ask us halfway")
    past.do("set-aside-unseen", partial(face_down.take_out, entry=entry, new_id="one", at=NOW))
    assert told(past, "one") == []
    past.do("bring-back", partial(ideas.bring_back, idea_id="one"), days=1)
    assert told(past, "one") == ["Given by a student in session 1."]
    assert [sorted(board.cards) for board in places(past.film())] == [[], ["one"]]


def session() -> dict[str, object]:
    words = ("teaching", "How lessons are taught", "lessons", "learning", "Question", "Plain", "")
    prompts = [Asked("asked", "s", "p", *words, 0)]
    day = {"held_on": NOW.date(), "minutes": 50}
    return {"new_id": "s", "at": NOW, "present": ["q"], "prompts": prompts, **day}


def test_a_voice_is_a_role_and_never_a_name():
    past = Past()
    past.do("add-person", partial(people.add_person, new_id="q", at=NOW, name="Siân", role=Role.FAMILY))
    (one,) = past.ideas("Ask us halfway")
    past.do("said-by", partial(ideas.said_by, idea_id=one, role=Role.FAMILY))
    assert told(past, one) == ["Given by somebody from a family."]
    assert story(past.programme, "nobody", past.steps) == ()


@calm
@given(histories())
def test_no_story_tells_anything_private_or_old(past: History):
    steps = steps_of(past)
    names = [person.name for person in past.end.all(Person).values()]
    for idea in past.end.all(Idea).values():
        lines = story(past.end, idea.id, steps)
        assert (lines == ()) == (idea.unseen or not any(edit.id == idea.id for step in steps for edit in step.edits))
        said = "\n".join(line.text for line in lines)
        for private in (PRIVATE_NAME, PRIVATE_NOTE, PRIVATE_CARE, *names, idea.because or PRIVATE_NAME):
            assert private not in said
        assert all(one.on <= two.on for one, two in pairwise(lines))
        assert len(lines) == len(set(lines)), "a line is told once a day"


def test_steps_that_do_not_name_it_may_be_left_out():
    past = Past()
    one, _two = past.ideas("Ask us halfway", "Talk first")
    past.theme("Lessons", one)
    past.do("start-plan", partial(plans.start, new_id="p", at=NOW, title="Ask", idea_ids=[one]), **{"days": 1})
    naming = [step for step in past.steps if one in repr(step.edits)]
    assert story(past.programme, one, naming) == story(past.programme, one, past.steps)
    assert past.steps[-1].at - past.steps[0].at > timedelta(days=1)
