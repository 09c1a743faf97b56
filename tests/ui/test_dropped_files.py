"""Files dropped on the window go where they belong, or one sentence says why not; and never before the class."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from tests import returning
from tests.exchange import forms
from tests.returning import FILLED, put
from tests.ui.bench import Bench, settle
from tests.ui.rich import Rich
from workshop_app.ui.pages.reply import ReplyPage


@pytest.fixture
def sent(bench: Bench) -> Iterator[bytes]:
    made = Rich(bench.home)
    pdf = returning.send(made.workspace, returning.asking_plan(made.workspace))
    made.session()
    made.page("plan")
    made.close()
    bench.start()
    bench.press("Carry on")
    yield pdf


def drop(bench: Bench, *paths: Path, at: QPoint | None = None) -> bool:
    """As the desktop does it: the pointer comes in with files, and lets go; whether they were taken."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    spot = at or bench.window.rect().center()
    told = (mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    handle = bench.window.windowHandle()
    enter = QDragEnterEvent(spot, Qt.DropAction.CopyAction, *told)
    QCoreApplication.sendEvent(handle, enter)
    event = QDropEvent(QPointF(spot), Qt.DropAction.CopyAction, *told)
    QCoreApplication.sendEvent(handle, event)
    settle()
    return enter.isAccepted() and event.isAccepted()


def arrives(bench: Bench) -> None:
    bench.until(lambda: any("Untouched since" in text for text in bench.texts()), "the answer is shown")


def test_a_returned_plan_is_shown_wherever_it_is_dropped(bench: Bench, sent: bytes, tmp_path: Path) -> None:
    home = put(tmp_path, forms.by_pypdf(sent, FILLED))
    bench.press("People")
    field = bench.stage.widget("Name")
    assert drop(bench, home, at=field.mapTo(bench.window, field.rect().center()))
    arrives(bench)
    assert isinstance(bench.page, ReplyPage)


def test_a_table_goes_to_where_lists_are_brought_in(bench: Bench, sent: bytes, tmp_path: Path) -> None:
    assert drop(bench, put(tmp_path, b"Idea\nQuiet\nWater\n", "ideas.csv"))
    assert bench.page.name == "bring-in"


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (("a.pdf", "b.pdf"), "Drop one at a time"),
        (("other.workshop",), "That is a programme"),
        (("photo.png",), "photo.png can’t be taken in here"),
    ],
)
def test_anything_else_is_one_sentence(
    bench: Bench, sent: bytes, tmp_path: Path, names: tuple[str, ...], says: str
) -> None:
    drop(bench, *(put(tmp_path, b"x", name) for name in names))
    assert says in bench.said()
    assert bench.page.name == "plan"


def test_text_that_is_dragged_is_left_to_the_fields(bench: Bench, sent: bytes) -> None:
    mime = QMimeData()
    mime.setText("Quiet")
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QCoreApplication.sendEvent(bench.window.windowHandle(), event)
    assert not event.isAccepted()


def test_before_the_class_it_waits_for_whoever_leads(bench: Bench, sent: bytes, tmp_path: Path) -> None:
    bench.window.showing.turn()
    settle()
    before = bench.window.grab().toImage()
    drop(bench, put(tmp_path, forms.by_pypdf(sent, FILLED)))
    assert bench.window.work is None
    assert bench.window.grab().toImage() == before
    bench.window.showing.for_me()
    settle()
    arrives(bench)


def test_while_all_is_hidden_it_waits_too(bench: Bench, sent: bytes, tmp_path: Path) -> None:
    bench.window.calm.cover()
    drop(bench, put(tmp_path, forms.by_pypdf(sent, FILLED)))
    assert bench.page.name == "plan"
    bench.window.calm.uncover()
    bench.until(lambda: bench.page.name == "reply", "the answer is looked at")
    arrives(bench)


def test_at_the_start_a_programme_opens_and_a_plan_asks_for_it(bench: Bench, tmp_path: Path) -> None:
    place = Rich(bench.home).close()
    bench.start()
    drop(bench, put(tmp_path, b"x", "answer.pdf"))
    assert "Open the programme" in bench.said()
    drop(bench, place)
    assert bench.window.work is not None
