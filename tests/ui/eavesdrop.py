"""Everything that can be had from a window: what is written, popped up, read aloud, copied, and given to painters."""

from collections.abc import Iterator
from html import unescape

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QAccessible, QAction, QGuiApplication
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QGraphicsItem,
    QGraphicsSimpleTextItem,
    QGraphicsTextItem,
    QGraphicsView,
    QWidget,
)

from workshop_app.ui.shared.board_view import BoardView

PROPERTIES = (
    *("text", "plainText", "placeholderText", "windowTitle", "title", "toolTip", "statusTip", "whatsThis"),
    *("accessibleName", "accessibleDescription", "objectName", "windowFilePath", "windowIconText", "html"),
)
HEARD = list(QAccessible.Text)


def had(root: QWidget, *, read: bool = True) -> Iterator[tuple[str, str]]:
    """What a window and all that is in it says, each with where it is said; `read` aloud too, which takes longest."""
    for one in (root, *root.findChildren(QWidget)):
        yield from _of_widget(one)
    for action in root.findChildren(QAction):
        yield "an action", "|".join((action.text(), action.toolTip(), action.statusTip(), action.whatsThis()))
    if read:
        yield from _heard(root)
    yield from copied()


def of_process(*, read: bool = True) -> Iterator[tuple[str, str]]:
    """What every widget of the process says, seen or not."""
    for one in QApplication.allWidgets():
        yield from _of_widget(one)
    for one in QApplication.topLevelWidgets():
        if read:
            yield from _heard(one)
        for action in one.findChildren(QAction):
            yield "an action", "|".join((action.text(), action.toolTip(), action.statusTip(), action.whatsThis()))
    yield from copied()


def copied() -> Iterator[tuple[str, str]]:
    """What can be pasted."""
    board = QGuiApplication.clipboard()
    yield "the clipboard", board.text()
    data = board.mimeData()
    if data is not None:
        yield (
            "the clipboard",
            "|".join(bytes(data.data(kind).data()).decode("utf-8", "replace") for kind in data.formats()),
        )


def painted(root: QWidget) -> str:
    """What a window's painters are given, as Qt writes it down: every text in it, just as it reads."""
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    recorder = QSvgGenerator()
    recorder.setOutputDevice(written)
    recorder.setSize(root.size())
    root.render(recorder)
    return unescape(bytes(written.data().data()).decode())


def _of_widget(one: QWidget) -> Iterator[tuple[str, str]]:
    where = type(one).__name__
    said = [str(value) for name in PROPERTIES if (value := one.property(name))]
    for name in ("text", "said", "toPlainText"):
        tell = getattr(one, name, None)
        if callable(tell):
            said.append(str(tell()))
    if isinstance(one, QComboBox):
        said += [one.itemText(number) for number in range(one.count())]
    yield where, "|".join(said)
    if isinstance(one, QGraphicsView) and one.scene() is not None:
        for item in one.scene().items():
            yield where, _of_item(item)
    if isinstance(one, BoardView):
        for card in one.board.cards.values():
            yield "a card", repr(card.card)
        for frame in one.board.frames.values():
            yield "a frame", repr(frame.frame)


def _of_item(item: QGraphicsItem) -> str:
    said = [item.toolTip()]
    if isinstance(item, QGraphicsSimpleTextItem):
        said.append(item.text())
    if isinstance(item, QGraphicsTextItem):
        said.append(item.toPlainText())
    return "|".join(said)


def _heard(root: QWidget) -> Iterator[tuple[str, str]]:
    """The whole accessibility tree below a window, invisible branches too."""
    waiting = [QAccessible.queryAccessibleInterface(root)]
    while waiting:
        one = waiting.pop()
        if one is None or not one.isValid():
            continue
        yield "a screen reader", "|".join(one.text(kind) for kind in HEARD)
        waiting += [one.child(number) for number in range(one.childCount())]
