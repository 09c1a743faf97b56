"""Hearing a board as a screen reader does: its tree of nodes, asked through Qt."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QAccessible, QAccessibleInterface

from workshop_app.ui.shared.board_view import BoardView

Name, Description = QAccessible.Text.Name, QAccessible.Text.Description


@contextmanager
def listening() -> Iterator[None]:
    """Somebody listens, as while a screen reader runs."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    try:
        yield
    finally:
        QAccessible.setActive(before)


def root(view: BoardView) -> QAccessibleInterface:
    """The board's own node."""
    return QAccessible.queryAccessibleInterface(view)


def children(node: QAccessibleInterface) -> list[QAccessibleInterface]:
    """The nodes below one, each of which knows that it is there."""
    found = [node.child(place) for place in range(node.childCount())]
    for place, one in enumerate(found):
        assert one.isValid()
        assert one.parent() is QAccessible.accessibleInterface(QAccessible.uniqueId(node))
        assert node.indexOfChild(one) == place
    return found


def heard(view: BoardView) -> dict[str, list[str]]:
    """The names of the cards of every group, by the group's name."""
    return {group.text(Name): [card.text(Name) for card in children(group)] for group in children(root(view))}


def card(view: BoardView, words: str) -> QAccessibleInterface:
    """The node of the card whose name begins so."""
    found = [one for group in children(root(view)) for one in children(group) if one.text(Name).startswith(words)]
    assert len(found) == 1, f"{len(found)} cards are read as {words!r}"
    return found[0]
