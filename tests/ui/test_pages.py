"""People, preparing, bringing in and choosing by hand, each down to what is saved."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget

from tests.ui import rich
from tests.ui.bench import Bench
from workshop_app.domain import choosing, people
from workshop_app.domain.ideas import Idea, Source
from workshop_app.domain.people import Person, Role
from workshop_app.domain.sessions import prompts_of

NO_TABLES = (b"", b"\x00\x01\x02" * 50, b"\xff\xfe\x00", b"PK\x03\x04" + b"\0" * 90)


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    rich.board_of_six(bench.home, page="people").close()
    bench.start()
    bench.press("Carry on")
    yield bench


class TestPeople:
    def names(self, bench: Bench) -> list[tuple[str, str]]:
        return [(person.name, person.role.value) for person in people.group(bench.programme)]

    def test_a_name_that_is_taken_stays_to_be_told_apart(self, bench: Bench) -> None:
        bench.type("ade", enter=True)
        assert "already" in bench.said()
        bench.type(" B.", enter=True)
        assert ("ade B.", "student") in self.names(bench)

    def test_somebody_is_renamed_changes_role_and_leaves(self, bench: Bench) -> None:
        bench.press("Ade")
        bench.menu("Another name…")
        bench.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        bench.type("Adé", enter=True)
        bench.press("Adé")
        bench.menu("Is here as: Staff")
        assert ("Adé", "staff") in self.names(bench)
        bench.press("Adé")
        bench.menu("Leaves the group")
        assert "Adé" not in dict(self.names(bench))
        assert "Adé has left the group" in bench.said()
        bench.press("Undo")
        assert ("Adé", "staff") in self.names(bench)

    def test_a_menu_opens_where_the_keyboard_is(self, bench: Bench) -> None:
        chip = bench.button("Ade")
        chip.setFocus(Qt.FocusReason.TabFocusReason)
        bench.key(Qt.Key.Key_Space)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        away = menu.geometry().topLeft() - chip.mapToGlobal(chip.rect().bottomLeft())
        assert away.manhattanLength() < 10
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
            QTest.keyClick(menu, key)
        assert ("Ade", "staff") in self.names(bench)

    def test_enter_goes_on_typing_names_and_the_way_on_takes_the_last_along(self, bench: Bench) -> None:
        for name in ("Kit", "Zofia"):
            bench.type(name, enter=True)
        bench.type("Amira")
        bench.press("Prepare a session  →")
        assert bench.page.name == "prepare"
        assert [name for name, role in self.names(bench) if role == "student"][-3:] == ["Kit", "Zofia", "Amira"]

    def test_who_left_may_come_back(self, bench: Bench) -> None:
        bench.press("Ade")
        bench.menu("Leaves the group")
        assert "Ade" not in [name for name, _ in self.names(bench)]
        bench.press("Ade is back")
        assert "Ade" in [name for name, _ in self.names(bench)]
        assert "Who has left" not in bench.texts()

    def test_the_schools_name_is_corrected(self, bench: Bench) -> None:
        bench.press("Correct the school’s name…")
        bench.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        bench.type("Brückenschule am See", enter=True)
        assert bench.programme.about.school == "Brückenschule am See"
        assert any(words.startswith("Brückenschule am See") for words in bench.texts())

    def test_an_empty_name_is_no_name(self, bench: Bench) -> None:
        before = bench.programme
        bench.press("Add")
        assert bench.programme == before
        assert "still empty" in bench.said()


class TestPrepare:
    @pytest.fixture(autouse=True)
    def page(self, bench: Bench) -> None:
        bench.press("Prepare")

    def test_a_session_that_has_not_begun_is_rearranged(self, bench: Bench) -> None:
        before = bench.desk.session
        assert before is not None
        bench.press("Ade is here")
        bench.press("Homework")
        bench.over("80", into="Minutes available")
        bench.over("1/12", into="Date")
        bench.lead_it()
        after = bench.desk.session
        assert after is not None
        assert (after.id, after.minutes, after.held_on) == (before.id, 80, date(2026, 12, 1))
        assert len(after.present) == 3
        assert "homework" in {asked.aspect_id for asked in prompts_of(bench.programme, after.id)}

    @pytest.mark.parametrize("minutes", ["", "4", "0", "999", "-5", "+", "5e1"])
    def test_minutes_that_will_not_do_are_refused_in_a_sentence(self, bench: Bench, minutes: str) -> None:
        before = bench.programme
        bench.over(minutes, into="Minutes available")
        if not minutes:
            bench.key(Qt.Key.Key_Delete)
        if bench.button("Ready: lead it  →").isEnabled():
            bench.lead_it()
        typed = bench.stage.widget("Minutes available").text() if bench.page.name == "prepare" else ""
        if bench.programme == before:
            assert not bench.button("Ready: lead it  →").isEnabled()
            assert "A session lasts from 5 to 480 minutes." in bench.texts()
        else:  # letters that mean no number were not taken: "-5" is 5, "5e1" is 51, "999" is 99
            assert bench.desk.session is not None
            assert 5 <= bench.desk.session.minutes <= 480, typed

    def test_where_no_aspect_is_chosen_the_students_pick_it(self, bench: Bench) -> None:
        for name in ("How lessons are taught", "Leadership and how decisions are made"):
            bench.press(name)
        assert "Nothing chosen: the students pick today’s aspect themselves." in bench.texts()
        bench.lead_it()
        assert bench.desk.session is not None
        assert prompts_of(bench.programme, bench.desk.session.id) == []

    def test_a_session_without_people_can_not_begin(self, bench: Bench) -> None:
        for name in ("Siân", "Ade", "Ms Okoye", "Jo"):
            bench.press(f"{name} is here")
        assert not bench.button("Ready: lead it  →").isEnabled()

    def test_once_a_session_has_begun_the_next_can_be_prepared(self, bench: Bench) -> None:
        bench.press("Lead")
        bench.type("Later start", enter=True)
        bench.press("Prepare")
        bench.press("Session 2")
        bench.press("Homework")
        bench.lead_it()
        assert bench.desk.session is not None
        assert bench.desk.session.number == 2
        assert bench.page.name == "lead"


class TestBringIn:
    @pytest.fixture(autouse=True)
    def page(self, bench: Bench) -> None:
        bench.work.go("bring-in")

    def read(self, bench: Bench, path: Path, content: bytes) -> None:
        path.write_bytes(content)
        bench.files.to_open = path
        bench.press("Read a table (CSV)…")

    def shown(self, bench: Bench) -> list[list[str]]:
        [table] = bench.seen(QTableWidget)
        cells = [[table.item(y, x) for x in range(table.columnCount())] for y in range(table.rowCount())]
        return [[cell.text() if cell else "" for cell in row] for row in cells]

    def test_lines_come_in_by_whoever_gave_them(self, bench: Bench) -> None:
        bench.type("  • One slip ", into="One idea on each line", enter=True)
        bench.type("", enter=True)
        bench.type("Two")
        bench.press("Staff")
        assert bench.button("Bring in").text() == "Bring in 2 ideas"
        bench.press("Bring in")
        made = list(bench.programme.all(Idea).values())[-2:]
        assert [idea.text for idea in made] == ["One slip", "Two"]
        assert {(idea.role, idea.source) for idea in made} == {(Role.STAFF, Source.PASTED)}

    def test_what_is_there_already_is_pointed_out_and_left_out_unless_it_is_wanted(self, bench: Bench) -> None:
        bench.type("Ask us HALFWAY", into="One idea on each line", enter=True)
        bench.type("New")
        assert any("there already" in words for words in bench.texts())
        assert bench.button("Bring in").text() == "Bring in 1 idea"
        bench.press("Bring in what is there twice as well")
        assert bench.button("Bring in").text() == "Bring in 2 ideas"

    def test_a_guess_is_corrected(self, bench: Bench, tmp_path: Path) -> None:
        self.read(bench, tmp_path / "t.csv", b"nr;idea;why\n1;Bigger windows;air\n2;Fewer bells;calm\n")
        assert [row[1] for row in self.shown(bench)] == ["Bigger windows", "Fewer bells"]
        assert bench.button("Bring in").text() == "Bring in 2 ideas"
        bench.press("The ideas are in")
        bench.key(Qt.Key.Key_End)
        bench.key(Qt.Key.Key_Return)
        bench.press("Bring in")
        assert [idea.text for idea in bench.programme.all(Idea).values()][-2:] == ["air", "calm"]

    def test_a_first_row_that_is_no_heading_comes_in_too(self, bench: Bench, tmp_path: Path) -> None:
        self.read(bench, tmp_path / "t.csv", b"nr;idea\n1;Bigger windows\n")
        bench.press("The first row holds headings")
        assert bench.button("Bring in").text() == "Bring in 2 ideas"

    @pytest.mark.parametrize("content", NO_TABLES, ids=repr)
    def test_a_file_that_is_no_table_says_so_and_leaves_the_page_as_it_was(
        self, bench: Bench, tmp_path: Path, content: bytes
    ) -> None:
        bench.type("One slip", into="One idea on each line")
        self.read(bench, tmp_path / "t.csv", content)
        assert bench.said()
        assert bench.button("Bring in").text() == "Bring in 1 idea"

    def test_a_file_that_is_gone_says_so(self, bench: Bench, tmp_path: Path) -> None:
        bench.files.to_open = tmp_path / "gone.csv"
        bench.press("Read a table (CSV)…")
        assert "gone.csv" in bench.said()

    def test_a_thousand_ideas_come_in_at_once_and_go_with_one_undo(self, bench: Bench, tmp_path: Path) -> None:
        self.read(bench, tmp_path / "t.csv", ("idea\n" + "\n".join(f"Idea no {n}" for n in range(1000))).encode())
        bench.press("Bring in")
        assert len(bench.programme.all(Idea)) == 1006
        bench.stage.still()
        assert len(bench.view.board.cards) == 1006
        bench.press("Undo")
        assert len(bench.programme.all(Idea)) == 6


class TestChoose:
    @pytest.fixture(autouse=True)
    def page(self, bench: Bench) -> None:
        bench.press("Choose")

    def idea(self, bench: Bench, text: str) -> Idea:
        return next(idea for idea in bench.programme.all(Idea).values() if idea.text == text)

    def test_hands_are_counted_apart_and_taken_back(self, bench: Bench) -> None:
        for who, by in (("students", 2), ("adults", 1)):
            for _ in range(by):
                bench.press(f"One more of the {who}: Tell us why")
        assert (self.idea(bench, "Tell us why").students_back, self.idea(bench, "Tell us why").adults_back) == (2, 1)
        assert not bench.button("One more of the students: Tell us why").isEnabled()  # two students are here
        bench.press("One less of the students: Tell us why")
        assert self.idea(bench, "Tell us why").students_back == 1
        bench.press("Undo")
        assert self.idea(bench, "Tell us why").students_back == 2

    def test_hands_are_typed(self, bench: Bench) -> None:
        bench.over("2", into="How many students: Talk first", enter=True)
        assert self.idea(bench, "Talk first").students_back == 2
        bench.over("99", into="How many adults: Talk first", enter=True)
        assert self.idea(bench, "Talk first").adults_back == 2

    def test_an_idea_that_few_back_goes_forward_when_the_group_insists(self, bench: Bench) -> None:
        bench.press("One more of the students: Tell us why")
        bench.press("We insist: Talk first")
        bench.press("1")
        bench.press("Take these forward  →")
        assert [idea.text for idea in choosing.going_forward(bench.programme)] == ["Tell us why", "Talk first"]
        assert bench.page.name == "plan"
        assert bench.stage.widget("Make a plan of: Talk first").isVisible()

    def test_ideas_are_found_by_a_word_or_a_theme(self, bench: Bench) -> None:
        for wanted, found in (("BUDGET", ["A budget of our own"]), ("learning", ["Ask us halfway"]), ("no such", [])):
            bench.over(wanted, into="Find an idea or a theme")
            bench.until(
                lambda found=found: [words for words in bench.texts() if words in rich.IDEAS] == found, f"{found}"
            )
        assert "No idea like that on the board." in bench.texts()

    def test_nothing_can_go_forward_before_a_hand_goes_up(self, bench: Bench) -> None:
        assert not bench.button("Take these forward  →").isEnabled()


def test_an_adult_decides_for_the_school_as_something_and_a_student_can_not(bench: Bench) -> None:
    bench.press("Siân")
    assert "Decides for the school as…" not in [one.text() for one in bench.entries()]
    bench.key(Qt.Key.Key_Escape)
    bench.press("Ms Okoye")
    bench.menu("Decides for the school as…")
    bench.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    bench.type("Deputy head", enter=True)
    assert [one.post for one in bench.programme.all(Person).values()] == ["", "", "Deputy head", ""]
    assert bench.button("Ms Okoye").text() == "Ms Okoye · Deputy head"
    bench.press("Ms Okoye")
    bench.menu("Decides for the school no more")
    assert bench.button("Ms Okoye").text() == "Ms Okoye"
