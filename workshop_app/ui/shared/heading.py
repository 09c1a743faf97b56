"""The top of the shared screen: what is asked, in type that is read across a room, and how much time is left.

On a tall panel it takes the upper half, so that all that is touched lies below it.
"""

from PySide6.QtCore import Qt
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
        self._symbol.setVisible(bool(seen.symbol))
        self._symbol.show_symbol(seen.symbol)
        _say(self._aspect, question.aspect if question is not None else "")
        self._words.set_text(question.text if question is not None else seen.task)
        self._bounds.setVisible(question is not None)
        self._bounds.show_bounds(seen.bounds)
        _say(self._now, translate("shared", "Now: {phase}", phase=seen.now) if seen.now else "")
        _say(self._next, translate("shared", "Next: {phase}", phase=seen.next) if seen.next else "")
        self._bar.setVisible(seen.minutes is not None)
        self._bar.set_share(seen.share)
        _say(self._minutes, _about(seen.minutes))
        if before is None or _asks(before) != _asks(seen):
            self._fit()

    def lay_out(self, width: int, height: int, larger: float, *, tall: bool) -> None:
        """For a screen of this size (logical pixels); `larger` than the smallest by this factor."""
        self._room = (width, height, larger, tall)
        side = round(SIDE * larger)
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if tall else QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(side, round(side * 0.6), side, round(side * (0.6 if tall else 0.3)))
        self._line.setSpacing(side)
        self._time.setFixedWidth(width - 2 * side if tall else min(theme.px(TIME_W * larger), round(width * 0.36)))
        for label in (self._now, self._next, self._minutes):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft if tall else Qt.AlignmentFlag.AlignRight)
            label.setFont(theme.font(SMALL * larger, bold=label is self._now))
        self._aspect.setFont(theme.font(ASPECT * larger))
        self._symbol.setFixedSize(round(34 * larger), round(34 * larger))
        self._bounds.set_size(16 * larger)
        self._bar.setFixedHeight(round(12 * larger))
        self.setMinimumHeight(height // 2 if tall else 0)
        self.setMaximumHeight(height // 2 if tall else round(height * (0.4 if theme.scale() == 1 else 0.5)))
        self._fit()

    _room: tuple[int, int, float, bool] = (1366, 768, 1.0, False)

    def _fit(self) -> None:
        """The largest type in which the prompt leaves the board its room."""
        width, height, larger, tall = self._room
        side = round(SIDE * larger)
        across = width - 2 * side if tall else width - 3 * side - self._time.width()
        most = PROMPT * larger * (TALL_PROMPT if tall else 1.0)
        high = height * (0.28 if tall else MOST_HIGH)
        size = most
        while size > LEAST_PROMPT * larger:
            font = theme.font(size, bold=True)
            if lettering.broken(self._words.text(), font, across).height <= high:
                break
            size -= 2
        self._words.set_size(size)


def _asks(seen: Screen) -> tuple[object, ...]:
    return (seen.question, seen.plainly, seen.plain, seen.task)


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
