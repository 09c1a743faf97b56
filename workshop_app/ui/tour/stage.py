"""What a tour finds on the screen: widgets by their accessible name, cards and themes by the board they lie on."""

from collections.abc import Callable
from time import monotonic, sleep
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget

from workshop_app.domain import board
from workshop_app.ui.lettering import Words
from workshop_app.ui.paper_making import Making
from workshop_app.ui.shared.board_scene import CardItem
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.words import translate

T = TypeVar("T")

PATIENCE = 20.0  # seconds that a thing may take to appear
BREATH = 0.001  # seconds between two looks for it, which leave the processor to whoever makes it appear


class NotThereError(Exception):
    """Something that a tour speaks of did not appear."""


class Stage:
    """The visible part of a window."""

    def __init__(self, window: QWidget, patience: float = PATIENCE) -> None:
        self.window, self._patience = window, patience

    def widget(self, name: str, nth: int = 1) -> QWidget:
        """The n-th visible widget of that name (or of names that begin so, "Make*"), from top to bottom, waited for."""
        return self._await(lambda: self._nth(name, nth), name)

    def widgets(self, name: str) -> list[QWidget]:
        """Every visible widget whose name begins so, from top to bottom."""
        found = [one for one in self._seen() if one.accessibleName().startswith(name)]
        return sorted(
            found, key=lambda one: (one.mapTo(self.window, QPoint()).y(), one.mapTo(self.window, QPoint()).x())
        )

    def action(self, name: str) -> tuple[QMenu, QAction]:
        """An entry of the menu that is open."""

        def found() -> tuple[QMenu, QAction] | None:
            menu = QApplication.activePopupWidget()
            if not isinstance(menu, QMenu):
                return None
            return next(((menu, action) for action in menu.actions() if action.text() == name), None)

        return self._await(found, name)

    def view(self) -> BoardView:
        """The board that is on the screen."""
        return self._await(lambda: next((one for one in self._seen() if isinstance(one, BoardView)), None), "Board")

    def loose(self) -> list[CardItem]:
        """The loose cards, in reading order."""
        scene = self.view().board
        own = [item for item in scene.cards.values() if item.card.theme_id not in scene.themes]
        return sorted(own, key=lambda item: (item.home.y(), item.home.x()))

    def spot_of_card(self, item: CardItem) -> QPoint:
        """The middle of a card in its viewport."""
        return self.view().mapFromScene(item.home.x() + board.CARD_W / 2, item.home.y() + board.CARD_H / 2)

    def spot_of_theme(self, name: str) -> QPoint:
        """Where a card is dropped to go to the end of a theme, in the viewport."""
        view = self.view()
        frame = next((item for item in view.board.frames.values() if item.frame.name == name), None)
        if frame is None:
            raise NotThereError(translate("tour", "There is no theme called {name} on the board.", name=name))
        box = frame.box
        return view.mapFromScene(box.x + box.w * 0.72, box.y + box.h - board.PITCH_Y * 0.45)

    def still(self) -> None:
        """Wait until nothing glides or is being made, every card in view is drawn, and every event was taken."""
        view = next((one for one in self._seen() if isinstance(one, BoardView)), None)
        self.until(lambda: view is None or view.is_still, translate("tour", "the board to come to rest"))
        self.until(lambda: not self.window.findChildren(Making), translate("tour", "a paper to be made"))

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Let the app work until a condition holds."""
        end = monotonic() + self._patience
        while True:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            if condition():
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
                return
            if monotonic() > end:
                raise NotThereError(translate("tour", "Waited in vain for {what}.", what=what))
            sleep(BREATH)

    def _await(self, find: Callable[[], T | None], name: str) -> T:
        found: list[T] = []

        def look() -> bool:
            one = find()
            if one is not None:
                found[:] = [one]
            return one is not None

        self.until(look, f"“{name}”")
        return found[0]

    def _nth(self, name: str, nth: int) -> QWidget | None:
        start = name.removesuffix("*")
        named = [
            one
            for one in self._seen()
            if one.isEnabled() and (_name(one) == name or (start != name and _name(one).startswith(start)))
        ]
        named.sort(key=lambda one: (one.mapTo(self.window, QPoint()).y(), one.mapTo(self.window, QPoint()).x()))
        return named[nth - 1] if len(named) >= nth else None

    def _seen(self) -> list[QWidget]:
        return [one for one in self.window.findChildren(QWidget) if one.isVisible()]


def _name(widget: QWidget) -> str:
    if isinstance(widget, QLabel | Words):
        return ""
    if isinstance(widget, QAbstractButton):
        return widget.accessibleName() or widget.text()
    return widget.accessibleName()
