"""The session at the left edge: the clock, the prompts of today, and the one next step."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from workshop_app.domain.sessions import Asked, Session
from workshop_app.facilitation import clock as clocks
from workshop_app.facilitation.clock import Clock
from workshop_app.ui import pieces, theme
from workshop_app.words import translate


class SessionRail(QFrame):
    """It shows and says what was pressed; the page does it."""

    asked = Signal(str)
    stepped = Signal(int)
    clock_set = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self.setFixedWidth(theme.RAIL_W)
        column = pieces.column(8)
        column.setContentsMargins(16, 18, 16, 16)
        self.setLayout(column)
        self._left = pieces.label("", size=32, bold=True)
        self._ends = pieces.label("", tone="soft", size=15, wrap=True)
        self._bar = CalmBar()
        self._list = pieces.column(2)
        inside = QWidget()
        inside.setLayout(self._list)
        self._next = pieces.button(translate("lead", "Next prompt  →"), partial(self.stepped.emit, 1), kind="primary")
        self._run = pieces.button("", self._toggle)
        self._running = False
        column.addWidget(self._left)
        column.addWidget(self._bar)
        column.addWidget(self._ends)
        column.addSpacing(8)
        column.addWidget(pieces.scroller(inside), 1)
        column.addWidget(self._next)
        column.addWidget(self._run)

    def show_session(self, session: Session, prompts: Sequence[Asked], now: Asked | None) -> None:
        """List the prompts of a session with the one that is asked now."""
        pieces.clear(self._list)
        aspect = ""
        for number, asked in enumerate(prompts, start=1):
            if asked.aspect != aspect:
                aspect = asked.aspect
                self._list.addSpacing(6)
                self._list.addWidget(pieces.label(aspect, size=15, bold=True, wrap=True))
            is_now = now is not None and asked.id == now.id
            line = pieces.button("", partial(self.asked.emit, asked.id), kind="tab")
            line.setFont(theme.font(15))
            words = line.fontMetrics().elidedText(asked.text, Qt.TextElideMode.ElideRight, theme.RAIL_W - 86)
            line.setText(words.replace("&", "&&"))
            line.setAccessibleName(translate("lead", "Prompt {n}: {text}", n=number, text=asked.text))
            line.setCheckable(True)
            line.setChecked(is_now)
            line.setStyleSheet("text-align: left;")
            self._list.addWidget(line)
        self._list.addStretch(1)
        last = bool(prompts) and now is not None and now.id == prompts[-1].id
        self._next.setText(translate("lead", "Sort on the board  →") if last else translate("lead", "Next prompt  →"))
        self._next.setAccessibleName(translate("lead", "Next"))

    def show_clock(self, session: Session, clock: Clock, now: datetime) -> None:
        """Show the time that is left, in whole minutes: seconds make a room nervous."""
        left = clock.left(now, session.minutes)
        minutes = -(-left // timedelta(minutes=1))
        if minutes >= 0:
            self._left.setText(translate("lead", "{n} min left", n=minutes))
        else:
            self._left.setText(translate("lead", "{n} min over", n=-minutes))
        self._bar.set_share(1 - clock.elapsed(now) / timedelta(minutes=session.minutes))
        self._running = clock.running
        if not clock.begun:
            self._ends.setText(translate("lead", "The clock starts with the first idea."))
            self._run.setText(translate("lead", "Start the clock"))
        elif clock.running:
            ends = (now + left).astimezone().strftime("%H:%M")
            self._ends.setText(translate("lead", "Ends about {time}.", time=ends))
            self._run.setText(translate("lead", "Pause"))
        else:
            self._ends.setText(translate("lead", "Paused. Nothing is lost."))
            self._run.setText(translate("lead", "Go on"))
        self._run.setAccessibleName(translate("lead", "Clock"))

    def _toggle(self) -> None:
        self.clock_set.emit(clocks.PAUSE if self._running else clocks.START)


class CalmBar(QWidget):
    """A bar that shrinks. It never turns red and never blinks."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """How much is left, from 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: a thin line."""
        return QSize(200, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: what is left of the whole."""
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.line))
        painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        painter.setBrush(QColor(t.accent))
        if self._share > 0.01:
            painter.drawRoundedRect(QRectF(0, 0, self.width() * self._share, self.height()), 5, 5)
        painter.end()
