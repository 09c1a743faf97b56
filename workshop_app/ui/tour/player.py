"""Plays a tour's script on a window. Nothing here reaches past what a person could do with hands and keys."""

from collections.abc import Callable
from math import pi, sin
from typing import Any as Anything

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QScrollArea, QWidget

from workshop_app.ui.shared.board_scene import CardItem
from workshop_app.ui.shared.signature_pad import SignaturePad
from workshop_app.ui.tour import gestures, script
from workshop_app.ui.tour.stage import PATIENCE, NotThereError, Stage
from workshop_app.words import translate

Camera = Callable[[str], None]


class Player:
    """One run of a script. `camera` takes a picture; `has_table` says that the file port will answer with a table."""

    def __init__(self, window: QWidget, camera: Camera, *, has_table: bool, patience: float = PATIENCE) -> None:
        self.stage = Stage(window, patience)
        self._window, self._camera, self._has_table = window, camera, has_table
        self._held = QPoint()

    def play(self, steps: list[script.Any]) -> None:
        """Play every step; NotThereError with the step's number where one fails."""
        here = "table" if self._has_table else "slips"
        for number, step in enumerate(steps, start=1):
            if step.when not in ("always", here):
                continue
            try:
                act: Callable[[Anything], None] = getattr(self, "_" + type(step).__name__.lower())
                act(step)
                self.stage.still()
            except NotThereError as error:
                raise NotThereError(f"{translate('tour', 'Step {n}', n=number)}: {error}") from error

    def _click(self, step: script.Click) -> None:
        self._press_on(self.stage.widget(step.on, step.nth))

    def _write(self, step: script.Write) -> None:
        if step.into:
            self._press_on(self.stage.widget(step.into))
        if step.over:
            gestures.select_all(self._window)
        gestures.write(step.text)
        if step.enter:
            gestures.key(self._window, "Return")

    def _press(self, step: script.Press) -> None:
        for _ in range(step.times):
            gestures.key(self._window, step.key)

    def _shot(self, step: script.Shot) -> None:
        self.stage.still()
        self._camera(step.name)

    def _ideas(self, step: script.Ideas) -> None:
        if self._has_table:
            self._press_on(self.stage.widget("Read a table (CSV)…"))
        else:
            self._press_on(self.stage.widget("One idea on each line"))
            for slip in step.slips:
                gestures.write(slip)
                gestures.key(self._window, "Return")

    def _themes(self, step: script.Themes) -> None:
        for name in step.names:
            self._press_on(self.stage.widget("New theme"))
            self.stage.widget("What do these ideas have in common?")
            gestures.write(name)
            gestures.key(self._window, "Return")
            self.stage.still()
        for name, words in zip(step.names, step.words, strict=True):
            for _ in range(step.most):
                item = self._next_with(words)
                if item is None:
                    break
                self._drag_card(item, name)

    def _next_with(self, words: list[str]) -> CardItem | None:
        for item in self.stage.loose():
            if any(word in item.card.text.casefold() for word in words):
                return item
        return None

    def _drag_card(self, item: CardItem, theme: str) -> None:
        view = self.stage.view()
        card_id = item.card.id
        gestures.drag(view.viewport(), self.stage.spot_of_card(item), self.stage.spot_of_theme(theme))
        self.stage.still()
        if view.board.cards[card_id].card.theme_id not in view.board.themes:
            raise NotThereError(translate("tour", "The card did not arrive in {theme}.", theme=theme))

    def _lift(self, step: script.Lift) -> None:
        view = self.stage.view()
        item = self._loose(step.card)
        start, end = self.stage.spot_of_card(item), self.stage.spot_of_theme(step.over)
        gestures.press(view.viewport(), start)
        gestures.move(view.viewport(), start, end)
        self._held = end

    def _letgo(self, step: script.LetGo) -> None:
        gestures.release(self.stage.view().viewport(), self._held)

    def _carry(self, step: script.Carry) -> None:
        item = self._loose(1)
        gestures.click(self.stage.view().viewport(), self.stage.spot_of_card(item))
        gestures.key(self._window, "Space")
        gestures.key(self._window, "Up")
        gestures.key(self._window, "Up")
        gestures.key(self._window, "Space")

    def _menu(self, step: script.Menu) -> None:
        item = self._loose(step.card)
        gestures.click(self.stage.view().viewport(), self.stage.spot_of_card(item))
        self._press_on(self.stage.widget("Move to…"))
        self._entry(step.to)

    def _pick(self, step: script.Pick) -> None:
        self._entry(step.entry)

    def _entry(self, words: str) -> None:
        menu, action = self.stage.action(words)
        gestures.click(menu, menu.actionGeometry(action).center())

    def _back(self, step: script.Back) -> None:
        for row, hands in enumerate(step.hands, start=step.row - 1):
            for who, count in zip(("students", "adults"), hands, strict=True):
                for _ in range(count):
                    self._press_on(self._nth(f"One more of the {who}:", row))

    def _insist(self, step: script.Insist) -> None:
        self._press_on(self._nth("We insist:", step.row - 1))

    def _sign(self, step: script.Sign) -> None:
        self._press_on(self.stage.widget(f"{step.name} signs here"))
        pad = self.stage.widget("Sign here")
        if step.words:
            self._press_on(self.stage.widget("Type your name or initials"))
            gestures.write(step.words)
        elif isinstance(pad, SignaturePad):
            gestures.draw(pad, flourish(step.name, pad))
        self._press_on(self.stage.widget("I agree"))
        self.stage.widget(f"{step.name} has signed")

    def _scroll(self, step: script.Scroll) -> None:
        area = _area_of(self.stage.widget(step.at))
        if area is not None:
            gestures.wheel(area.viewport(), 200 if step.to == "bottom" else -200)

    def _press_on(self, widget: QWidget) -> None:
        area = _area_of(widget)
        if area is not None:
            # A person would turn the wheel until the thing is in view.
            for _ in range(60):
                middle = widget.mapTo(area.viewport(), widget.rect().center()).y()
                if 0 <= middle < area.viewport().height():
                    break
                gestures.wheel(area.viewport(), 1 if middle > 0 else -1)
        if not widget.visibleRegion().contains(widget.rect().center()):
            raise NotThereError(translate("tour", "“{name}” is out of sight.", name=widget.accessibleName()))
        gestures.click(widget)

    def _loose(self, number: int) -> CardItem:
        loose = self.stage.loose()
        if len(loose) < number:
            raise NotThereError(translate("tour", "There are only {n} loose cards.", n=len(loose)))
        return loose[number - 1]

    def _nth(self, name: str, row: int) -> QAbstractButton:
        found = [one for one in self.stage.widgets(name) if isinstance(one, QAbstractButton)]
        if len(found) <= row:
            raise NotThereError(translate("tour", "There are only {n} ideas to choose from.", n=len(found)))
        return found[row]


def flourish(name: str, pad: SignaturePad) -> list[list[QPointF]]:
    """A signature for a name: a line that runs on, its waves made from the letters."""
    area = pad.area()
    letters = [ord(letter) % 7 for letter in name] or [3]
    points: list[QPointF] = []
    reach = min(0.8, 0.34 + 0.06 * len(letters))
    for step in range(14 * len(letters)):
        share = step / (14 * len(letters))
        letter = letters[int(share * len(letters))]
        height = (0.10 + 0.045 * letter) * (1 - 0.55 * share)
        wave = sin(share * len(letters) * pi * 2 + letter)
        lean = 0.018 * sin(share * len(letters) * pi * 4)
        points.append(QPointF(0.1 + reach * share + lean, 0.56 - height * wave))
    bar = [QPointF(0.08, 0.84), QPointF(0.1 + reach * 0.9, 0.80)] if letters[0] % 2 else []
    strokes = [points, bar] if bar else [points]
    return [
        [QPointF(area.left() + point.x() * area.width(), area.top() + point.y() * area.height()) for point in stroke]
        for stroke in strokes
    ]


def _area_of(widget: QWidget) -> QAbstractScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return parent
        parent = parent.parentWidget()
    return None
