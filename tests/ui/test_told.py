"""What is told afterwards, and the staff's closing question, each as a widget of its own on a real programme."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui import rich
from tests.ui.bench import Bench, settle
from workshop_app.domain import choosing, honest_no, ideas, reflections, sessions
from workshop_app.domain.answers import Kind
from workshop_app.domain.facts import Happened
from workshop_app.domain.ideas import Given
from workshop_app.domain.people import Person, Role
from workshop_app.ui.last_time import LastTime
from workshop_app.ui.lettering import Words
from workshop_app.ui.reflection_box import ReflectionBox
from workshop_app.ui.while_away import WhileAway

COMFORT, CHANGE = "What was uncomfortable?", "What will we change?"


@pytest.fixture
def bench(bench: Bench, qapp: QApplication) -> Iterator[Bench]:
    """A first session in which two ideas were given; one was answered, both went forward. Ade misses the second."""
    made = rich.Rich(bench.home)
    sian, ade = made.person("Siân"), made.person("Ade")
    first = made.session()
    space = made.workspace
    week_ago = {"held_on": date(2026, 10, 30), "minutes": 50, "present": [sian, ade]}
    asked = sessions.prompts_of(space.programme, first)
    space.perform("prepare", sessions.rearrange, first, **week_ago, prompts=asked)
    given = [Given(text, Role.STUDENT, session_id=first) for text in ("Ask us", "Tell us")]
    keys = [space.new_id() for _ in given]
    space.perform("bring-in", ideas.add, new_ids=keys, at=space.now(), given=given, spots=[(0.0, 0.0), (300.0, 0.0)])
    space.perform("take-forward", choosing.take_forward, set(keys))
    because = {"idea_id": keys[0], "because": honest_no.Because.MONEY}
    space.perform("honest-no", honest_no.open_path, new_id="path", at=space.now(), **because)
    for step, text in (("need", "To be asked in time."), ("students_say", "Then ask one class.")):
        space.perform("honest-no", honest_no.fill, "path", step, text)
    said = {"kind": Kind.NO, "reason": "The budget is spent.", "by": "Ms Patel"}
    space.perform("settle", honest_no.settle, "path", new_id=space.new_id(), at=space.now(), **said)
    second = made.session()
    session = space.programme.get(sessions.Session, second)
    prompts = sessions.prompts_of(space.programme, second)
    space.perform(
        "prepare", sessions.rearrange, second, held_on=session.held_on, minutes=20, present=[sian], prompts=prompts
    )
    space.record(Happened.ASKED, {"session": second, "asked": prompts[0].id, "elapsed": 0.0})
    space.perform("end-session", sessions.end, second)
    made.page("people")
    made.close()
    bench.start()
    bench.press("Carry on")
    yield bench


def held(bench: Bench, widget: QWidget) -> QWidget:
    """Put a widget on the page that is up, where it gets a person's presses."""
    layout = bench.page.layout()
    assert layout is not None
    layout.addWidget(widget)
    settle()
    return widget


def words(widget: QWidget) -> list[str]:
    return [one.text() for kind in (QLabel, Words) for one in widget.findChildren(kind) if one.isVisibleTo(widget)]


def test_last_time_tells_what_was_answered_by_whom_and_behind_a_button_what_waits(bench: Bench) -> None:
    first, second = sessions.in_order(bench.programme)
    told = LastTime(bench.desk)
    held(bench, told)
    told.show_session(second.id)
    settle()
    assert {"We have an answer", "Ask us", "No, says Ms Patel, 5 November", "The budget is spent."} <= set(words(told))
    assert "Tell us" not in words(told)
    bench.press("All of it (2)")
    assert {"Tell us", "It waits for an answer."} <= set(words(told))
    bench.type("Mr B.", into="Who tells it: Ask us")
    bench.press("Told: Ask us")
    told.show_session(second.id)
    settle()
    assert "Told by Mr B." in words(told)  # it stays where it is, for this session
    told.show_session(first.id)
    settle()
    assert "This is our first session. Next time we begin with what came of it." in words(told)


def test_last_time_tells_the_need_underneath_and_what_students_said_to_it(bench: Bench) -> None:
    told = LastTime(bench.desk)
    told.show_session(sessions.in_order(bench.programme)[1].id)
    assert {"The need underneath: To be asked in time.", "We said to it: “Then ask one class.”"} <= set(words(told))
    told.deleteLater()


def test_in_ten_minutes_there_is_one_promise_and_all_of_it_behind_a_button(bench: Bench) -> None:
    second = sessions.in_order(bench.programme)[1]
    how = {"held_on": second.held_on, "minutes": 10, "present": second.present}
    prompts = sessions.prompts_of(bench.programme, second.id)
    bench.desk.do("prepare", sessions.rearrange, second.id, **how, prompts=prompts)
    told = LastTime(bench.desk)
    held(bench, told)
    told.show_session(second.id)
    settle()
    assert "Ask us" in words(told)
    assert "Tell us" not in words(told)
    bench.press("All of it (2)")
    assert {"Ask us", "Tell us", "What we heard back"} <= set(words(told))
    told.show_session(second.id)
    assert "Tell us" in words(told)  # it stays unfolded


def test_last_time_reads_out_what_the_staff_change_and_not_what_was_uncomfortable(bench: Bench) -> None:
    first, second = sessions.in_order(bench.programme)
    space = bench.desk.workspace
    said = {"uncomfortable": "canary", "we_change": "We ask first."}
    bench.desk.do("reflect", reflections.reflect, new_id=space.new_id(), at=space.now(), session_id=first.id, **said)
    told = LastTime(bench.desk)
    told.show_session(second.id)
    assert "“We ask first.”" in words(told)
    assert not any("canary" in one for one in words(told))
    told.deleteLater()


def test_who_missed_a_session_hears_of_it_and_nobody_else_does(bench: Bench) -> None:
    people = {person.name: person.id for person in bench.programme.all(Person).values()}
    away = WhileAway(bench.desk)
    held(bench, away)
    away.show_people([people["Siân"]])
    assert away.isHidden()
    away.show_people(people.values())
    said = words(away)
    assert "While you were away, Ade" in said
    assert "Session 2, 6 November" in said
    assert any(line.startswith("We were asked: ") for line in said)
    away.show_people([])
    assert away.isHidden()


def test_the_staffs_answers_write_themselves_and_belong_to_their_session(bench: Bench) -> None:
    first, second = sessions.in_order(bench.programme)
    box = ReflectionBox(bench.desk)
    held(bench, box)
    box.show_session(second.id)
    bench.type("The silence.", into=COMFORT)
    bench.type("We wait longer.", into=CHANGE)
    bench.press(COMFORT)
    saved = reflections.after(bench.programme, second.id)
    assert saved is not None
    assert (saved.uncomfortable, saved.we_change) == ("The silence.", "We wait longer.")
    box.show_session(first.id)
    assert bench.stage.widget(COMFORT).toPlainText() == ""
    assert reflections.after(bench.programme, first.id) is None
    box.show_session(second.id)
    assert bench.stage.widget(CHANGE).toPlainText() == "We wait longer."


def test_half_an_answer_is_kept(bench: Bench) -> None:
    second = sessions.in_order(bench.programme)[1]
    box = ReflectionBox(bench.desk)
    held(bench, box)
    box.show_session(second.id)
    bench.type("Half a tho", into=CHANGE)
    bench.until(lambda: bench.desk.workspace.draft(f"reflection/{second.id}/we_change") == "Half a tho", "it is kept")
