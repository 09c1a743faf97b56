"""Themes from the keyboard: G goes from one group to the next, Enter names it, M opens its menu, Z comes near.

Space lifts it, arrows take it before or after others, Space lets it go, Esc puts it back.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from workshop_app.domain.lenses import Lens
from workshop_app.ui.shared import theme_menu
from workshop_app.ui.shared.ring import AccentRing
from workshop_app.ui.shared.theme_load import ThemeLoad
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ThemeKeys:
    """The theme that the keyboard is on, "" for none."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self.theme_id = ""
        self._load: ThemeLoad | None = None
        self._ring: AccentRing | None = None

    @property
    def holds(self) -> bool:
        """Whether a theme is lifted."""
        return self._load is not None

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Take a key; False if it is not for a theme."""
        if key == Qt.Key.Key_G and self._load is None:
            self._go(-1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        if not self.theme_id:
            return False
        if self._load is not None:
            return self._press_lifted(key)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._view.named.emit(self.theme_id)
        elif key in (Qt.Key.Key_M, Qt.Key.Key_Menu) and not modifiers & Qt.KeyboardModifier.ShiftModifier:
            theme_menu.open_in_place(self._view, self.theme_id)
        elif key == Qt.Key.Key_Z:
            self._view.see_theme(self.theme_id)
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True

    def space(self) -> bool:
        """Space came up: lift the theme or let it go; False if the keyboard is on none."""
        if not self.theme_id:
            return False
        load, self._load = self._load, None
        if load is None:
            if self._view.lock.holds_back():
                return True
            self._load = ThemeLoad(self._view, self.theme_id)
            self._load.move_to(*self._lifted())
            self._load.aim_at(None, self.theme_id)
            self._hide()
            self._view.announce(
                translate("board", "Theme lifted. Arrows take it before another, Space lets go, Escape puts it back.")
            )
            return True
        load.drop()
        self._show()
        self._view.announce(translate("board", "Let go: {where}.", where=self._view.theme_name(self.theme_id)))
        return True

    def leave(self) -> None:
        """The keyboard goes on to something else."""
        self.let_go()
        self.theme_id = ""
        self._hide()

    def let_go(self) -> None:
        """Put back what is lifted."""
        load, self._load = self._load, None
        if load is not None:
            load.put_back()
            self._show()

    def after_news(self) -> None:
        """Themes changed: stay on this one, if it is still there."""
        if self._load is not None and not self._load.holds_on():
            self._load = None
            self._view.board.arrange()
        if self.theme_id and (self._view.lens is not Lens.THEMES or self.theme_id not in self._view.board.frames):
            self.leave()
        elif self.theme_id and self._load is None:
            self._show()

    def _press_lifted(self, key: Qt.Key) -> bool:
        load = self._load
        if load is None:
            return False
        if key == Qt.Key.Key_Escape:
            self.let_go()
            self._view.announce(translate("board", "Put back."))
        elif key in _STEPS:
            self._step(load, _STEPS[key])
        return True

    def _step(self, load: ThemeLoad, by: int) -> None:
        """One place further: before which other theme it would stand now."""
        order = list(self._view.board.layout.themes)
        others = [theme_id for theme_id in order if theme_id != self.theme_id]
        here = order.index(self.theme_id) if load.before == self.theme_id else _index(others, load.before)
        there = min(max(0, here + by), len(others))
        before = others[there] if there < len(others) else None
        if there == order.index(self.theme_id):
            before = self.theme_id  # where it stood
        load.aim_at(None, before)
        self._view.announce(
            translate("board", "Where it was")
            if before == self.theme_id
            else translate("board", "Before “{theme}”", theme=self._view.theme_name(before))
            if before is not None
            else translate("board", "Last")
        )

    def _go(self, by: int) -> None:
        themes = list(self._view.board.layout.themes) if self._view.lens is Lens.THEMES else []
        if not themes:
            self._view.announce(translate("board", "There are no themes yet."))
            return
        chosen = self._view.board.cards.get(self._view.chosen_id)
        if self.theme_id in themes:
            at = themes.index(self.theme_id) + by
        elif chosen is not None and chosen.card.theme_id in themes:
            at = themes.index(chosen.card.theme_id)  # that of the card on which the keyboard is
        else:
            at = 0 if by > 0 else -1
        self._view.choose("")
        self.theme_id = themes[at % len(themes)]
        self._show()
        box = self._view.board.frames[self.theme_id].box
        self._view.ensureVisible(QRectF(box.x, box.y, min(box.w, 400), min(box.h, 200)), 30, 30)
        inside = sum(item.card.theme_id == self.theme_id for item in self._view.board.cards.values())
        self._view.announce(
            translate("board", "Theme {name}, {n} cards", name=self._view.theme_name(self.theme_id), n=inside)
        )

    def _lifted(self) -> tuple[QPointF, QPointF]:
        box = self._view.board.frames[self.theme_id].box
        corner = QPointF(box.x + 6, box.y - 6)
        return corner, corner + QPointF(40, 20)

    def _show(self) -> None:
        frame = self._view.board.frames.get(self.theme_id)
        if frame is None:
            self._hide()
            return
        if self._ring is None:
            self._ring = AccentRing(apart=3, height=5)
            self._view.board.addItem(self._ring)
        self._ring.lie_around_frame(frame.box)

    def _hide(self) -> None:
        if self._ring is not None:
            self._ring.hide()


def _index(others: list[str], before: str | None) -> int:
    return others.index(before) if before in others else len(others)
