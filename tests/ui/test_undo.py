"""Undo and Redo through the window: back to the empty programme, forward to the same state, and a reason to stop."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.programmes import same
from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.rich import Rich
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Person, Role
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import empty

PAGES = ("people", "lead", "board", "plan")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def a_whole_past(home: Path) -> Rich:
    """A programme in which something of every kind was done, up to signatures; nothing has left the app."""
    made = rich.board_of_six(home)
    group = made.workspace.programme.all(Person).values()
    student, staff = (next(one.id for one in group if one.role is role) for role in (Role.STUDENT, Role.STAFF))
    plan_id = made.plan(next(iter(made.workspace.programme.all(Idea))), student)
    made.signed(plan_id, student, staff)
    return made


@pytest.mark.parametrize("page", PAGES)
def test_undo_leads_back_to_the_empty_programme_and_redo_forward_again(bench: Bench, page: str) -> None:
    made = a_whole_past(bench.home)
    made.page(page)
    made.close()
    bench.start()
    bench.press("Carry on")
    for other in ("plan", page):  # pages that are not up must cope with what goes away as well
        bench.work.go(other)
    whole = bench.programme
    undo, redo = bench.button("Undo"), bench.button("Redo")
    for button, end in ((undo, empty(whole.about)), (redo, whole)):
        steps = 0
        while button.isEnabled():
            bench.press(button.accessibleName())
            steps += 1
            assert steps < 60
        assert same(bench.programme, end)
    assert bench.page.name == page


def test_ctrl_z_and_its_opposite_do_the_same_as_the_buttons(bench: Bench) -> None:
    a_whole_past(bench.home).close()
    bench.start()
    bench.press("Carry on")
    whole = bench.programme
    steps = len([bench.undo() for _ in range(60) if bench.button("Undo").isEnabled()])
    assert bench.programme == empty(whole.about)
    bench.undo()
    assert bench.programme == empty(whole.about)
    for _ in range(steps):
        bench.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert same(bench.programme, whole)


def test_undo_goes_on_after_a_restart(bench: Bench) -> None:
    a_whole_past(bench.home).close()
    bench.start()
    bench.press("Carry on")
    bench.press("Undo")
    once = bench.programme
    bench.restart()
    bench.press("Carry on")
    assert same(bench.programme, once)
    bench.press("Redo")
    bench.press("Undo")
    bench.press("Undo")
    assert len(bench.programme.all(Plan)) == 1


def test_undo_stops_where_the_plan_went_out_and_says_so(bench: Bench, tmp_path: Path) -> None:
    a_whole_past(bench.home).close()
    bench.start()
    bench.press("Carry on")
    bench.work.go("plan")
    bench.files.to_save = tmp_path / "out.pdf"
    bench.press("PDF for the head")
    bench.until(lambda: bench.files.shown, "the plan is written")
    exported = bench.programme
    bench.press("Undo")
    assert same(bench.programme, exported)
    assert "Undo stops here" in bench.said()
    assert "out.pdf" in bench.said()
    bench.restart()
    bench.press("Carry on")
    bench.undo()
    assert "Undo stops here" in bench.said()
    # What was done after it can still be taken back, as far as the plan that went out.
    bench.press("Reopen to change it")
    bench.press("Undo")
    assert same(bench.programme, exported)


class TestTyping:
    """Ctrl+Z in a field belongs to what is typed there, and to the programme where nothing is."""

    @pytest.fixture
    def bench(self, bench: Bench) -> Iterator[Bench]:
        rich.board_of_six(bench.home, page="people").close()
        bench.start()
        bench.press("Carry on")
        yield bench

    def test_a_name_that_was_added_is_taken_back(self, bench: Bench) -> None:
        count = len(bench.programme.all(Person))
        bench.type("Kit", enter=True)
        assert len(bench.programme.all(Person)) == count + 1
        bench.undo()
        assert len(bench.programme.all(Person)) == count
        assert bench.stage.widget("Name").text() == ""
        bench.key(Qt.Key.Key_Z, CTRL | SHIFT)
        assert len(bench.programme.all(Person)) == count + 1

    def test_a_name_half_typed_goes_first(self, bench: Bench) -> None:
        before = bench.programme
        bench.type("Ki")
        bench.undo()
        assert bench.stage.widget("Name").text() == ""
        assert same(bench.programme, before)

    def test_an_idea_that_was_typed_is_taken_back(self, bench: Bench) -> None:
        bench.work.go("lead")
        bench.type("Later start", enter=True)
        bench.undo()
        assert "Later start" not in [idea.text for idea in bench.programme.all(Idea).values()]

    def test_the_undo_button_leaves_what_is_half_typed(self, bench: Bench) -> None:
        bench.work.go("lead")
        bench.type("Later start", enter=True)
        bench.type("Half a")
        bench.press("Undo")
        assert "Later start" not in [idea.text for idea in bench.programme.all(Idea).values()]
        drafts = bench.desk.workspace.store.drafts()
        assert [text for key, text in drafts.items() if key.startswith("lead/capture")] == ["Half a"]
        bench.type(" word", enter=True)
        assert "Half a word" in [idea.text for idea in bench.programme.all(Idea).values()]

    def test_half_a_plan_is_written_down_and_taken_back_and_can_be_brought_back(self, bench: Bench) -> None:
        bench.work.go("board")
        bench.restart()
        bench.press("Carry on")
        made_plan(bench)
        bench.type(" together", into="The change")
        bench.press("Undo")
        plan = next(iter(bench.programme.all(Plan).values()))
        assert plan.change == "Ask us halfway"
        bench.press("Redo")
        plan = next(iter(bench.programme.all(Plan).values()))
        assert "together" in plan.change
        assert "together" in bench.stage.widget("The change").toPlainText()


@pytest.mark.parametrize("field", ["The change", "How we will know", "What will be done?"])
def test_undo_takes_a_plan_away_while_its_field_has_the_keyboard(bench: Bench, field: str) -> None:
    rich.board_of_six(bench.home).close()
    bench.start()
    bench.press("Carry on")
    made_plan(bench)
    bench.press(field)
    bench.type("half")
    for _ in range(4):
        if bench.programme.all(Plan):
            bench.press("Undo")
    assert not bench.programme.all(Plan)
    settle()
    assert bench.said() == "Taken back: a new plan"
    bench.press("Redo")
    assert bench.programme.all(Plan)


def made_plan(bench: Bench) -> None:
    """Take the first idea forward and begin its plan."""
    bench.work.go("choose")
    bench.press("One more of the students: Ask us halfway")
    bench.press("Take these forward  →")
    bench.press("Make a plan of: Ask us halfway")
