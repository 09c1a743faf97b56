"""The top of the shared screen: what is asked, in type that is read across a room, and how much time is left.

On a tall panel it takes the upper half, so that all that is touched lies below it.
"""

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QWidget

from workshop_app.domain.audience import Screen
from workshop_app.ui import lettering, pieces, theme
from workshop_app.ui.calm_bar import CalmBar
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.openness_line import OpennessLine
from workshop_app.ui.shared.symbols import Symbol
from workshop_app.words import translate

PROMPT, LEAST_PROMPT, ASPECT, SMALL = 38, 24, 20, 18  # logical pixels on the smallest screen
SIDE, TIME_W, TALL_PROMPT = 32, 300, 1.25
MOST_HIGH = 0.24  # of a wide screen's height, for the prompt's own lines
# How it becomes less: everything smaller, then less around the prompt (see `_say_less`), then fewer lines of it.
TRIES = (
    *((lesser, 2, 10_000) for lesser in (1.0, 0.85, 0.7)),
    *((lesser, 1, 10_000) for lesser in (0.7, 0.6)),
    (0.6, 0, 10_000),
    *((0.6, 0, lines) for lines in (4, 3, 2, 1)),
)


class Heading(QFrame):
    """It shows what it is told and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: Screen | None = None
        self._symbol = Symbol("", 34)
        self._aspect = pieces.label("", tone="accent")
        self._words = Words(size=PROMPT, bold=True)
        self._bounds = OpennessLine()
        self._now, self._next = pieces.label("", bold=True), pieces.label("", tone="soft")
        self._bar = CalmBar(12)
        self._minutes = pieces.label("", tone="soft")
        self._asked, self._time = QWidget(), QWidget()
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._symbol)
        top.addWidget(self._aspect, 1)
        column = pieces.column(6)
        column.addStretch(1)
        column.addLayout(top)
        column.addWidget(self._words)
        column.addWidget(self._bounds)
        column.addStretch(1)
        self._asked.setLayout(column)
        beside = pieces.column(6)
        for part in (self._now, self._next, self._bar, self._minutes):
            beside.addWidget(part)
        beside.addStretch(1)
        self._time.setLayout(beside)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addWidget(self._asked, 1)
        self._line.addWidget(self._time)
        self.setLayout(self._line)

    def show_screen(self, seen: Screen) -> None:
        """Show what is asked and the time there is. A tick that changes nothing costs nothing."""
        before, self._seen = self._seen, seen
        if before == seen:
            return
        question = seen.plainly if seen.plain and seen.plainly is not None else seen.question
        self._symbol.show_symbol(seen.symbol)
        self._aspect.setText(question.aspect if question is not None else "")
        self._words.set_text(question.text if question is not None else seen.task)
        self._bounds.show_bounds(seen.bounds)
        _say(self._now, translate("shared", "Now: {phase}", phase=seen.now) if seen.now else "")
        self._next.setText(translate("shared", "Next: {phase}", phase=seen.next) if seen.next else "")
        self._bar.setVisible(seen.minutes is not None)
        self._bar.set_share(seen.share)
        _say(self._minutes, _about(seen.minutes))
        if before is None or _asks(before) != _asks(seen):
            self._fit()

    def lay_out(self, width: int, height: int, larger: float, *, tall: bool, most: int) -> None:
        """For a screen of this size (logical pixels); `larger` than the smallest by this factor.

        `most` is the height that it may take: on a wide screen it is less where that is enough.
        """
        self._room = (width, height, larger, tall)
        self._most = most
        side = round(SIDE * larger)
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if tall else QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(side, round(side * 0.6), side, round(side * (0.6 if tall else 0.3)))
        self._line.setSpacing(side)
        self._time.setFixedWidth(width - 2 * side if tall else min(theme.px(TIME_W * larger), round(width * 0.36)))
        for label in (self._now, self._next, self._minutes):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft if tall else Qt.AlignmentFlag.AlignRight)
        self._bar.setFixedHeight(round(12 * larger))
        self.setMinimumHeight(most if tall else 0)
        self.setMaximumHeight(most)
        self._fit()

    _room: tuple[int, int, float, bool] = (1366, 768, 1.0, False)
    _most = 10_000

    def _fit(self) -> None:
        """The largest type in which the prompt leaves the board its room; where none does, less is said."""
        _, _, larger, _ = self._room
        for lesser, said, lines in TRIES:
            self._dress(larger * lesser)
            self._words.set_most(lines)
            self._say_less(said)
            self._words.set_size(self._prompt_size(larger, lesser))
            if self._needed() <= self._most and self._time_fits():
                break

    def _dress(self, larger: float) -> None:
        for label in (self._now, self._next, self._minutes):
            label.setFont(theme.font(SMALL * larger, bold=label is self._now))
        self._aspect.setFont(theme.font(ASPECT * larger))
        self._symbol.setFixedSize(round(34 * larger), round(34 * larger))
        self._bounds.set_size(16 * larger)

    def _say_less(self, said: int) -> None:
        """Of what stands around the prompt: all of it (2), without what comes next (1), the time alone (0)."""
        seen = self._seen or Screen()
        self._next.setVisible(bool(seen.next) and said > 1)
        self._bounds.setVisible(seen.question is not None and said > 0)
        self._aspect.setVisible(bool(self._aspect.text()) and said > 0)
        self._symbol.setVisible(bool(seen.symbol) and said > 0)

    def _prompt_size(self, larger: float, lesser: float) -> float:
        _, height, _, tall = self._room
        size = PROMPT * larger * (TALL_PROMPT if tall else 1.0)
        high = height * (0.28 if tall else MOST_HIGH)
        while size > LEAST_PROMPT * larger * lesser:
            font = theme.font(size, bold=True)
            if self._broken(font) <= high and (tall or lesser == 1.0 or self._needed(font) <= self._most):
                break
            size -= 2
        return size

    def _time_fits(self) -> bool:
        shown = (one for one in (self._now, self._next, self._minutes) if not one.isHidden())
        return all(one.sizeHint().width() <= self._time.width() for one in shown)

    def _broken(self, font: QFont) -> float:
        return lettering.broken(self._words.text(), font, self._across(), self._words.most).height

    def _across(self) -> int:
        width, _, larger, tall = self._room
        side = round(SIDE * larger)
        return width - 2 * side if tall else width - 3 * side - self._time.width()

    def _needed(self, font: QFont | None = None) -> int:
        """The height of all of it, with the prompt in this type or in its own."""
        _, _, _, tall = self._room
        margins, between = self._line.contentsMargins(), 6
        parts = [self._words.heightForWidth(self._across()) if font is None else math.ceil(self._broken(font)) + 2]
        if not (self._aspect.isHidden() and self._symbol.isHidden()):
            parts.append(max(self._symbol.height(), self._aspect.sizeHint().height()))
        if not self._bounds.isHidden():
            parts.append(self._bounds.heightForWidth(self._across()))
        beside = [one.sizeHint().height() for one in (self._now, self._next, self._minutes) if not one.isHidden()]
        if not self._bar.isHidden():
            beside.append(self._bar.height())
        asked, time = (sum(some) + between * max(0, len(some) - 1) for some in (parts, beside))
        whole = asked + time + self._line.spacing() if tall else max(asked, time)
        return whole + margins.top() + margins.bottom()


def _asks(seen: Screen) -> tuple[object, ...]:
    asked = (seen.question, seen.plainly, seen.plain, seen.task, seen.symbol, seen.bounds)
    return (*asked, seen.now, seen.next, seen.minutes is None)


def _say(label: QLabel, words: str) -> None:
    if label.text() != words:
        label.setText(words)
    label.setVisible(bool(words))


def _about(minutes: int | None) -> str:
    if minutes is None:
        return ""
    if minutes < 1:
        return translate("shared", "time for what is next")
    if minutes == 1:
        return translate("shared", "about 1 minute")
    return translate("shared", "about {n} minutes", n=minutes)
