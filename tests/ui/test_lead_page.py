"""Leading a session: the clock that is calm, prompts one at a time, and capture that loses nothing."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from tests.ui import rich
from tests.ui.bench import Bench, settle
from workshop_app.domain.facts import Happened
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Person, Role
from workshop_app.domain.sessions import prompts_of


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    rich.board_of_six(bench.home, page="lead").close()
    bench.start()
    bench.press("Carry on")
    yield bench


def tick(bench: Bench, **by: float) -> None:
    """Let time pass while the app is up, second by second as it feels it, and the page notice."""
    left = timedelta(**by)
    bench.clock.forward(**by)
    while left > timedelta():
        step = min(left, timedelta(seconds=60))
        bench.ticks.forward(step.total_seconds())
        bench.desk.clock.beat()
        left -= step
    settle()


def shown(bench: Bench, start: str) -> str:
    found = [words for words in bench.texts() if words.startswith(start) or words.endswith(start)]
    assert len(found) == 1, bench.texts()
    return found[0]


class TestClock:
    def test_it_starts_with_the_first_idea_and_counts_whole_minutes(self, bench: Bench) -> None:
        assert shown(bench, "min left") == "50 min left"
        tick(bench, minutes=30)
        assert shown(bench, "min left") == "50 min left"
        assert "The clock starts with the first idea." in bench.texts()
        bench.type("Later start", enter=True)
        assert shown(bench, "On time. Ends").startswith("On time. Ends")
        tick(bench, minutes=10)
        assert shown(bench, "min left") in ("40 min left", "39 min left")

    def test_it_pauses_and_goes_on(self, bench: Bench) -> None:
        bench.press("Clock")
        assert bench.button("Clock").text() == "Pause"
        tick(bench, minutes=20)
        bench.press("Clock")
        assert "Paused. Nothing is lost." in bench.texts()
        paused = shown(bench, "min left")
        tick(bench, hours=3)
        assert shown(bench, "min left") == paused
        assert bench.button("Clock").text() == "Go on"
        bench.press("Clock")
        tick(bench, minutes=10)
        assert int(paused.split()[0]) - int(shown(bench, "min left").split()[0]) in (10, 11)

    def test_it_runs_over_without_a_fuss(self, bench: Bench) -> None:
        bench.press("Clock")
        tick(bench, minutes=62)
        assert shown(bench, "min over") in ("12 min over", "13 min over")
        bench.type("One more", into="Type an idea", enter=True)
        assert len(bench.programme.all(Idea)) == 7

    def test_it_stands_after_the_lid_was_closed_until_somebody_lets_it_go_on(self, bench: Bench) -> None:
        bench.press("Clock")
        tick(bench, minutes=5)
        bench.stop()
        bench.clock.forward(minutes=15)
        bench.ticks.forward(900)
        bench.start()
        bench.press("Carry on")
        assert bench.page.name == "lead"
        assert shown(bench, "min left") == "45 min left"
        assert bench.button("Clock").text() == "Go on"
        bench.press("Clock")
        tick(bench, minutes=5)
        assert shown(bench, "min left") == "40 min left"

    def test_a_laptop_clock_that_was_set_back_or_forward_changes_nothing(self, bench: Bench) -> None:
        bench.press("Clock")
        tick(bench, minutes=20)
        for hours in (-5, 900):
            bench.clock.time += timedelta(hours=hours)
            bench.desk.clock.beat()
            bench.page.enter()
            settle()
            assert shown(bench, "min left") == "30 min left"

    def test_undo_leaves_the_clock_alone(self, bench: Bench) -> None:
        bench.type("Later start", enter=True)
        facts = bench.desk.workspace.facts
        bench.press("Undo")
        assert bench.desk.workspace.facts == facts
        assert bench.button("Clock").text() == "Pause"


class TestPrompts:
    def test_next_and_previous_go_through_all_and_end_on_the_board(self, bench: Bench) -> None:
        session = bench.desk.session
        assert session is not None
        prompts = prompts_of(bench.programme, session.id)
        assert prompts[0].text in bench.texts()
        for asked in prompts[1:]:
            bench.press("Next")
            assert asked.text in bench.texts()
        bench.press("Previous")
        assert prompts[-2].text in bench.texts()
        bench.press("Next")
        bench.press("Next")
        assert bench.page.name == "board"
        asked_facts = [fact for fact in bench.desk.workspace.facts if fact.what is Happened.ASKED]
        assert asked_facts[-1].data["asked"] == prompts[-1].id

    def test_the_prompt_that_is_on_is_there_again_after_a_restart(self, bench: Bench) -> None:
        session = bench.desk.session
        assert session is not None
        third = prompts_of(bench.programme, session.id)[2]
        bench.press(f"Prompt 3: {third.text}")
        assert third.text in bench.texts()
        bench.restart()
        bench.press("Carry on")
        assert third.text in bench.texts()

    def test_plain_words_are_another_way_to_say_it(self, bench: Bench) -> None:
        session = bench.desk.session
        assert session is not None
        first = prompts_of(bench.programme, session.id)[0]
        bench.press("I don’t understand")
        assert first.plain in bench.texts()
        bench.press("I don’t understand")
        assert first.text in bench.texts()


class TestCapture:
    def test_an_idea_knows_where_it_came_from(self, bench: Bench) -> None:
        bench.press("Staff")
        bench.type("I plan better when I know", enter=True)
        idea = list(bench.programme.all(Idea).values())[-1]
        session = bench.desk.session
        assert session is not None
        assert (idea.text, idea.role, idea.session_id) == ("I plan better when I know", Role.STAFF, session.id)
        assert idea.asked_id == prompts_of(bench.programme, session.id)[0].id
        assert idea.person_id is None

    def test_a_person_is_noted_only_for_the_idea_they_wish(self, bench: Bench) -> None:
        jo = next(person for person in bench.programme.all(Person).values() if person.name == "Jo")
        bench.press("Who said it, if they wish")
        for _ in range(9):
            if bench.stage.widget("Who said it, if they wish").currentData() == jo.id:
                break
            bench.key(Qt.Key.Key_Down)
        bench.key(Qt.Key.Key_Return)
        bench.type("Meetings when I can come", into="Type an idea", enter=True)
        bench.type("And another", enter=True)
        mine, other = list(bench.programme.all(Idea).values())[-2:]
        assert (mine.person_id, mine.role) == (jo.id, Role.FAMILY)
        assert (other.person_id, other.role) == (None, Role.STUDENT)

    def test_a_name_that_is_let_go_takes_its_role_with_it(self, bench: Bench) -> None:
        bench.press("Who said it, if they wish")
        bench.key(Qt.Key.Key_End)
        bench.key(Qt.Key.Key_Return)
        assert bench.button("Family").isChecked()
        bench.press("Who said it, if they wish")
        bench.key(Qt.Key.Key_Home)
        bench.key(Qt.Key.Key_Return)
        bench.type("Nobody's in particular", into="Type an idea", enter=True)
        assert list(bench.programme.all(Idea).values())[-1].role is Role.STUDENT

    def test_enter_on_nothing_says_nothing(self, bench: Bench) -> None:
        bench.type("   ", enter=True)
        bench.type("", enter=True)
        assert len(bench.programme.all(Idea)) == 6
        assert not bench.said()

    def test_an_idea_that_is_too_long_stays_to_be_shortened(self, bench: Bench) -> None:
        field = bench.stage.widget("Type an idea")
        field.insertPlainText("long " * 500)
        bench.key(Qt.Key.Key_Return)
        assert "2000 characters" in bench.said()
        assert len(field.toPlainText()) == 2500

    def test_shift_and_enter_begin_a_new_line(self, bench: Bench) -> None:
        bench.type("One")
        bench.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        bench.type("two", enter=True)
        assert list(bench.programme.all(Idea).values())[-1].text == "One two"

    def test_a_new_idea_is_on_the_board_beside_it(self, bench: Bench) -> None:
        bench.type("Later start", enter=True)
        bench.stage.still()
        assert bench.card("Later start").home == bench.card("Later start").pos()
        assert len(bench.view.board.cards) == 7


def test_without_a_session_the_page_says_where_one_begins(bench: Bench) -> None:
    for _ in range(60):
        if bench.button("Undo").isEnabled():
            bench.press("Undo")
    assert bench.desk.session is None
    bench.press("Prepare a session  →")
    assert bench.page.name == "prepare"
    bench.press("Redo")
