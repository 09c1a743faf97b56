"""Choosing in the second session of a group: what is said today comes first, the earlier ideas are within reach."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui import rich
from tests.ui.bench import DAY, Bench
from workshop_app.domain import answers, choosing, honest_no, ideas, replies, sessions, signing
from workshop_app.domain.answers import Kind
from workshop_app.domain.ideas import Given, Idea
from workshop_app.domain.people import Person, Role
from workshop_app.domain.plans import Plan

OLD = ("Ask us halfway", "A quiet corner", "Mentors")
FOLD = "Earlier ideas (3)"


def give(made: rich.Rich, session: str | None, *texts: str) -> list[str]:
    space = made.workspace
    keys = [space.new_id() for _ in texts]
    given = [Given(text, Role.STUDENT, session_id=session) for text in texts]
    spots = ideas.spots(space.programme, len(texts))
    space.perform("bring-in", ideas.add, new_ids=keys, at=space.now(), given=given, spots=spots)
    return keys


@pytest.fixture
def made(bench: Bench, qapp: QApplication) -> rich.Rich:
    """Three ideas of a first session, the first of them answered, the second on its way; a second session is on."""
    made = rich.Rich(bench.home)
    for letter in "ABCDEFG":
        made.person(f"Somebody {letter}")
    made.person("Mr A.", Role.STAFF)
    old = give(made, made.session(), *OLD)
    space = made.workspace
    for key in old[:2]:
        space.perform("back", choosing.back, key, students=6)
    space.perform("take-forward", choosing.take_forward, set(old[:2]))
    said = {"idea_id": old[0], "kind": Kind.NOT_YET, "reason": "After the exams."}
    space.perform("answer", answers.answer, new_id=space.new_id(), at=space.now(), **said)
    made.session()
    made.page("choose")
    return made


def lasting(made: rich.Rich, minutes: int) -> None:
    space = made.workspace
    session = sessions.in_order(space.programme)[-1]
    prompts = sessions.prompts_of(space.programme, session.id)
    how = {"held_on": session.held_on, "minutes": minutes, "present": session.present, "prompts": prompts}
    space.perform("prepare", sessions.rearrange, session.id, **how)


@pytest.fixture
def second(bench: Bench, made: rich.Rich) -> Iterator[Bench]:
    """With two ideas of today, and one from a list that belongs to no session."""
    give(made, sessions.in_order(made.workspace.programme)[-1].id, "Talk first", "A calm place")
    give(made, None, "From a list")
    lasting(made, 20)
    made.close()
    bench.start()
    bench.press("Carry on")
    yield bench


def rows(bench: Bench) -> list[str]:
    """The ideas that can be backed, from top to bottom."""
    found = [idea.text for idea in bench.programme.all(Idea).values()]
    buttons = {one.accessibleName(): one for one in bench.seen(QPushButton)}
    shown = {text: one for text in found if (one := buttons.get(f"We insist: {text}")) is not None}
    return sorted(shown, key=lambda text: shown[text].mapTo(bench.window, QPoint(0, 0)).y())


TODAY = ["Talk first", "A calm place", "From a list"]


def test_what_is_said_today_comes_first_and_earlier_ideas_are_behind_one_button(second: Bench) -> None:
    assert rows(second) == TODAY
    second.press(FOLD)
    assert rows(second) == [*TODAY, "Mentors", "A quiet corner", "Ask us halfway"]  # what has an answer is last
    assert {"On its way already", "Answered already"} <= set(second.texts())
    second.press("One more of the students: Mentors")
    assert rows(second)[-3] == "Mentors"  # they stay in sight
    second.press(FOLD)
    assert rows(second) == TODAY


def test_an_idea_that_its_plan_was_answered_for_is_answered_too(bench: Bench, made: rich.Rich) -> None:
    space, owner = made.workspace, next(iter(made.workspace.programme.all(Person)))
    corner = next(key for key, one in space.programme.all(Idea).items() if one.text == "A quiet corner")
    plan_id = made.plan(corner, owner)
    made.signed(plan_id, owner)
    of = signing.content_hash(space.programme.get(Plan, plan_id).sealed or "")
    replied = {"answered": [replies.Answered(1, "", Kind.WITH_CHANGES, reason="Only on Fridays")], "plan_id": plan_id}
    told = {"decided_by": "The head", "decided_on": DAY.date(), "came": replies.Came.SPOKEN, "content_hash": of}
    space.perform("take-in", replies.take_in, new_ids=["reply"], at=space.now(), **replied, **told)
    give(made, sessions.in_order(space.programme)[-1].id, "Talk first")
    made.close()
    bench.start()
    bench.press("Carry on")
    bench.press(FOLD)
    assert rows(bench) == ["Talk first", "Mentors", "Ask us halfway", "A quiet corner"]
    assert "On its way already" not in bench.texts()
    assert {"Answered already", "yes with changes"} <= set(bench.texts())


def test_the_search_finds_in_all_of_them(second: Bench) -> None:
    second.type("quiet", into="Find an idea or a theme")
    second.until(lambda: rows(second) == ["A quiet corner"], "it is found")


def test_with_no_ideas_of_today_all_are_shown_as_before(bench: Bench, made: rich.Rich) -> None:
    made.close()
    bench.start()
    bench.press("Carry on")
    assert rows(bench) == list(OLD)
    assert not any(text.startswith("Earlier") for text in bench.texts())


def test_in_a_short_session_one_idea_goes_forward_and_what_waits_stays_on_its_way(second: Bench) -> None:
    for text, times in (("Talk first", 2), ("A calm place", 1)):
        for _ in range(times):
            second.press(f"One more of the students: {text}")
    assert second.button("1").isChecked()
    second.press("Take these forward  →")
    forward = {idea.text for idea in second.programme.all(Idea).values() if idea.forward}
    assert forward == {"Talk first", "A quiet corner"}


@pytest.mark.parametrize(("minutes", "usual"), [(25, "1"), (26, "3"), (50, "3")])
def test_how_many_go_forward_if_nothing_else_is_said(bench: Bench, made: rich.Rich, minutes: int, usual: str) -> None:
    lasting(made, minutes)
    made.close()
    bench.start()
    bench.press("Carry on")
    assert bench.button(usual).isChecked()
    bench.press("5")
    bench.restart()
    bench.press("Carry on")
    assert bench.button("5").isChecked()
    space, now = bench.desk.workspace, sessions.in_order(bench.programme)[-1]
    key = space.new_id()
    asked = [replace(one, id=space.new_id(), session_id=key) for one in sessions.prompts_of(bench.programme, now.id)]
    how = {"held_on": now.held_on, "minutes": minutes, "present": now.present, "prompts": asked}
    assert bench.desk.do("prepare", sessions.prepare, new_id=key, at=space.now(), **how)
    assert bench.button(usual).isChecked()  # another session, another number


def test_what_was_refused_stays_behind_and_that_is_said(second: Bench) -> None:
    for text in ("Talk first", "A calm place"):
        second.press(f"One more of the students: {text}")
    space = second.desk.workspace
    key = next(idea.id for idea in second.programme.all(Idea).values() if idea.text == "Talk first")
    because = {"idea_id": key, "because": honest_no.Because.MONEY}
    second.desk.do("honest-no", honest_no.open_path, new_id="path", at=space.now(), **because)
    for step in ("need", "students_say"):
        second.desk.do("honest-no", honest_no.fill, "path", step, "said")
    said = "What was answered no goes forward only if we insist on it."
    assert said not in second.texts()
    how = {"kind": Kind.NO, "reason": "None left."}
    second.desk.do("settle", honest_no.settle, "path", new_id="no", at=space.now(), **how)
    second.until(lambda: said in second.texts(), "it is said")
    second.press("We insist: Talk first")
    second.until(lambda: said not in second.texts(), "the group insists")
    second.press("Take these forward  →")
    assert "Talk first" in [idea.text for idea in choosing.going_forward(second.programme)]
