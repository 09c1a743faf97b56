"""What students see holds nothing private: canaries in names, notes and ideas set aside never reach ui/shared."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QGraphicsSimpleTextItem, QMenu, QWidget

from tests.ui.bench import Bench, settle
from tests.ui.rich import Rich
from workshop_app.domain import ideas
from workshop_app.domain.people import Role
from workshop_app.domain.sessions import prompts_of
from workshop_app.ui.shared.asking import Asking
from workshop_app.ui.shared.board_view import BoardView

NAME, NOTE, ASIDE, PLAN, DRAFT = "CANARYNAME", "CANARYNOTE", "CANARYASIDE", "CANARYPLAN", "CANARYDRAFT"
CANARIES = (NAME, NOTE, ASIDE, PLAN, DRAFT)


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    """A programme in which everything private is a canary, open on the page that leads."""
    made = Rich(bench.home)
    student = made.person(f"{NAME} A")
    made.person(f"{NAME} B", Role.STAFF)
    session_id = made.session(note=NOTE)
    first, second = made.ideas("Ask us halfway", "Talk first", person_id=student)
    gone, *_ = made.ideas(ASIDE)
    made.theme("Learning", first)
    made.workspace.perform("set-aside", ideas.set_idea_aside, gone, "Said twice")
    made.plan(second, student, title=PLAN, what=PLAN)
    first_asked = prompts_of(made.workspace.programme, session_id)[0].id
    for key in ("lead/capture", f"lead/capture/{first_asked}", "people/name", "bring-in/paste"):
        made.workspace.save_draft(key, DRAFT)
    made.page("lead")
    made.close()
    bench.start()
    bench.press("Carry on")
    yield bench


def test_the_canaries_are_there_to_be_found(bench: Bench) -> None:
    bench.press("For me")
    assert NOTE in bench.texts()
    assert bench.stage.widget("Type an idea").toPlainText() == DRAFT
    bench.press("People")
    assert bench.button(f"{NAME} A").isVisible()


@pytest.mark.parametrize("page", ["lead", "board"])
def test_the_board_tells_nothing_private(bench: Bench, page: str) -> None:
    bench.work.go("lead")
    bench.press("For me")  # what is private is on the same screen
    assert NOTE in bench.texts()
    bench.work.go(page)
    bench.stage.still()
    view = bench.view
    assert_clean(view)
    for text in ("Ask us halfway", "Talk first"):
        bench.choose(text)
        bench.key(Qt.Key.Key_Right)
        assert_clean(view)
        for name in ("key", "context"):
            bench.choose(text)
            if name == "key":
                bench.key(Qt.Key.Key_M)
            else:
                view.menu_for(bench.card(text).card.id, view.mapToGlobal(view.rect().center()))
                settle()
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            assert_clean(menu)
            menu.close()
        bench.choose(text)
        bench.key(Qt.Key.Key_Return)
        assert_clean(bench.seen(Asking)[0])
        bench.key(Qt.Key.Key_Escape)


def test_undo_and_redo_tell_nothing_private(bench: Bench) -> None:
    for _ in range(20):
        for name in ("Undo", "Redo"):
            assert not [one for one in CANARIES if one in bench.button(name).toolTip()]
        if bench.button("Undo").isEnabled():
            bench.press("Undo")


def test_the_windows_title_is_the_schools_name(bench: Bench) -> None:
    assert not [one for one in CANARIES if one in bench.window.windowTitle()]
    assert str(bench.home) not in bench.window.windowTitle()


def assert_clean(widget: QWidget) -> None:
    """No canary in anything that the widget, what lies on it, or assistive technology says."""
    said: list[str] = []
    for one in (widget, *widget.findChildren(QWidget)):
        said += [one.toolTip(), one.statusTip(), one.whatsThis(), one.accessibleName(), one.accessibleDescription()]
        said.append(one.objectName())
        said += [str(one.property(name)) for name in ("text", "plainText", "placeholderText", "windowTitle")]
        heard = QAccessible.queryAccessibleInterface(one)
        if heard is not None:
            said += [heard.text(kind) for kind in QAccessible.Text]
        if isinstance(one, QMenu):
            said += [action.text() + action.toolTip() + action.statusTip() for action in one.actions()]
    if isinstance(widget, BoardView):
        for item in widget.board.items():
            said.append(item.toolTip())
            if isinstance(item, QGraphicsSimpleTextItem):
                said.append(item.text())
        said += [repr(item.card) for item in widget.board.cards.values()]
        said += [repr(item.frame) for item in widget.board.frames.values()]
    found = [(canary, text) for canary in CANARIES for text in said if canary in text]
    assert not found
    assert any("Ask us" in text or "Learning" in text or "Move" in text or "idea" in text for text in said)
