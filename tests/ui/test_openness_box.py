"""How open is it? One question for adults, with whose rule it is and why; and the line that students see."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.looking import unreadable
from workshop_app.domain import audience, openness
from workshop_app.domain.audience import Bounds
from workshop_app.domain.openness import How
from workshop_app.ui.lettering import Words
from workshop_app.ui.openness_box import OpennessBox
from workshop_app.ui.option import Option
from workshop_app.ui.shared.openness_line import OpennessLine, said
from workshop_app.ui.shared.veil import Veil

WHOSE, WHY, DONE = "Whose rule or decision is it?", "Why?", "That is how it stands"


class Held:
    """The box over the window, as a page holds it, with what it said."""

    def __init__(self, bench: Bench) -> None:
        self.said: list[str] = []
        self._bench = bench
        self._veil: Veil | None = None
        self.show()

    def show(self) -> None:
        """Bring the box up as if for the first time."""
        if self._veil is not None:
            self._veil.leave()
        veil = self._veil = Veil(self._bench.work, 255)
        self.box = OpennessBox(self._bench.desk)
        self.box.setParent(veil)
        self.box.setGeometry(100, 20, 384, 620)
        self.box.declared.connect(lambda: self.said.append("declared"))
        self.box.later.connect(lambda: self.said.append("later"))
        self.box.show_aspect("homework", "Homework", "learning")
        veil.rise(self.box)
        settle()


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    rich.board_of_six(bench.home, page="people").close()
    bench.start()
    bench.press("Carry on")
    yield bench


@pytest.fixture
def held(bench: Bench) -> Held:
    return Held(bench)


def on(bench: Bench) -> list[str]:
    return [one.text() for one in bench.seen(Option) if one.isChecked()]


def fields(bench: Bench) -> list[str]:
    return [one.accessibleName() for one in bench.seen(QLineEdit) if one.accessibleName() in (WHOSE, WHY)]


def homework(bench: Bench) -> openness.Openness | None:
    return openness.of_aspect(bench.programme, "homework")


def test_open_is_one_press_and_needs_no_reason(bench: Bench, held: Held) -> None:
    assert not on(bench)
    assert not bench.button(DONE).isEnabled()
    bench.press("Open")
    assert fields(bench) == []
    bench.press(DONE)
    declared = homework(bench)
    assert declared is not None
    assert (declared.how, declared.whose, declared.why) == (How.OPEN, "", "")
    assert (declared.aspect, declared.family) == ("Homework", "learning")
    assert held.said == ["declared"]


@pytest.mark.parametrize("how", [How.LIMITED, How.FIXED, How.KEPT_OUT])
def test_all_others_say_whose_rule_it_is_and_why(bench: Bench, held: Held, how: How) -> None:
    bench.press(openness.name(how))
    assert fields(bench) == [WHOSE, WHY]
    bench.press(DONE)
    assert "Whose rule or decision it is is still empty." in bench.said()
    assert bench.window.focusWidget().accessibleName() == WHOSE
    bench.type("the trust", enter=True)
    assert bench.window.focusWidget().accessibleName() == WHY
    assert homework(bench) is None
    bench.type("all its schools do the same", enter=True)
    declared = homework(bench)
    assert declared is not None
    assert (declared.how, declared.whose, declared.why) == (how, "the trust", "all its schools do the same")
    assert held.said == ["declared"]
    assert [bench.desk.workspace.draft(f"openness/homework/{key}") for key in ("how", "whose", "why")] == ["", "", ""]


def test_not_sure_yet_declares_nothing_and_keeps_what_was_typed(bench: Bench, held: Held) -> None:
    bench.press("Fixed")
    bench.type("the exam boards", into=WHOSE)
    bench.press("Not sure yet")
    assert held.said == ["later"]
    assert homework(bench) is None
    bench.desk.flushing.emit()
    held.box.show_aspect("food", "Food", "wellbeing")
    assert not on(bench)
    held.box.show_aspect("homework", "Homework", "learning")
    settle()
    assert on(bench) == ["Fixed"]
    assert [one.text() for one in bench.seen(QLineEdit) if one.accessibleName() == WHOSE] == ["the exam boards"]


def test_what_is_typed_survives_a_closed_lid(bench: Bench, held: Held) -> None:
    bench.press("Limited")
    bench.type("the budget", into=WHOSE)
    bench.restart()
    bench.press("Carry on")
    Held(bench)
    assert on(bench) == ["Limited"]
    assert [one.text() for one in bench.seen(QLineEdit) if one.accessibleName() == WHOSE] == ["the budget"]


def test_what_was_declared_is_shown_and_left_leaves_no_trace(bench: Bench, held: Held) -> None:
    bench.press("Fixed")
    bench.type("the law", into=WHOSE, enter=True)
    bench.type("it says so", enter=True)
    held.show()
    assert on(bench) == ["Fixed"]
    assert fields(bench) == [WHOSE, WHY]
    bench.press("Leave it as it is")
    bench.desk.flushing.emit()
    assert [bench.desk.workspace.draft(f"openness/homework/{key}") for key in ("how", "whose", "why")] == ["", "", ""]
    assert bench.window.work is not None
    bench.desk.undo()
    held.box.show_aspect("homework", "Homework", "learning")
    assert not on(bench)


def test_the_keyboard_alone_answers_it(bench: Bench, held: Held) -> None:
    focus = bench.window.focusWidget()
    assert isinstance(focus, Option) and focus.text() == "Open"
    for _ in range(2):
        bench.key(Qt.Key.Key_Down)
    bench.key(Qt.Key.Key_Space)
    assert on(bench) == ["Fixed"]
    bench.key(Qt.Key.Key_Tab)
    bench.type("the law", enter=True)
    bench.type("it says so", enter=True)
    assert held.said == ["declared"]


def test_it_can_be_read_and_touched(bench: Bench, held: Held) -> None:
    bench.press("Kept out")
    assert not unreadable(held.box)
    for option in bench.seen(Option):
        assert option.height() >= max(46, option.heightForWidth(option.width())) and option.width() >= 300


def test_students_see_how_open_it_is_whose_rule_and_why(bench: Bench) -> None:
    line = OpennessLine()
    for how, expected in (
        ("open", "Open: we can change this together."),
        ("limited", "Limited by: the trust. Why: it is so."),
        ("fixed", "Fixed by: the trust. Why: it is so. We can still say what we think."),
        ("kept-out", "Kept out for now by: the trust. Why: it is so. We can still say what we think."),
    ):
        bounds = Bounds(how, "the trust.", "it is so.")
        line.show_bounds(bounds)
        assert said(bounds) == expected
    line.show_bounds(audience.bounds(None))
    assert line.findChild(Words).text() == "We don’t know yet how open this is. We will tell you."


def test_braces_and_markup_in_a_reason_are_only_text() -> None:
    assert said(Bounds("limited", "{whose}", "<b>why</b>")) == "Limited by: {whose}. Why: <b>why</b>."
