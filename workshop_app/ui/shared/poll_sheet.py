"""A question with big pictures, where the board is: each touch counts one more. How many chose what is not shown.

Hands are counted by whoever presses, with eyes closed; or one after another comes and touches a picture in secret.
"""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from workshop_app.domain.poll import Choice, Poll
from workshop_app.ui import lettering, pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared import symbols
from workshop_app.ui.shared.screen_commands import ScreenCommands
from workshop_app.ui.shared.touch_button import TouchButton
from workshop_app.words import translate

SIDE, BETWEEN, SIZE, QUOTE, MOST_PICTURE = 32, 12, 19, 22, 190  # logical pixels on the smallest screen
NARROWEST = 128  # of a picture with its words
SMALLER = (1.0, 0.85, 0.72, 0.6)  # what the words may shrink to, so that there is a picture too
MOST_WORDS = 0.55  # of a picture's height, for its words
_IN_THE_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip


class PollSheet(QWidget):
    """It shows what it is told; `commands` get what is touched."""

    def __init__(self, commands: ScreenCommands) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._poll: Poll | None = None
        self._larger = 1.0
        self._commands = commands
        self._hint = Words(
            translate("poll", "Eyes closed, hands up. Or one by one: come and touch a picture."), size=SIZE
        )
        self._quote = Words("", size=QUOTE, most=2)
        self._counted = pieces.label("", bold=True)
        self._pictures: list[Picture] = []
        self._grid = QGridLayout()
        self._back = TouchButton(translate("poll", "–  One back"), commands.one_back)
        self._keep = TouchButton(translate("poll", "Count"), commands.keep_count, kind="primary")
        self._skip = TouchButton(translate("poll", "Skip"), commands.skip_count)
        top = pieces.row(self._hint, self._counted, spacing=24)
        top.setStretch(0, 1)
        self._column = pieces.column(BETWEEN)
        self._column.addWidget(self._quote)
        self._column.addLayout(top)
        self._column.addLayout(self._grid, 1)
        self._column.addLayout(pieces.row(self._back, None, self._skip, self._keep, spacing=16))
        self.setLayout(self._column)

    def show_poll(self, poll: Poll) -> None:
        """Show a question; the same with another count changes nothing but that."""
        before, self._poll = self._poll, poll
        if before is None or before.choices != poll.choices:
            self._fill(poll.choices)
        if before is None or (before.question, before.whose) != (poll.question, poll.whose):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # a key that is pressed by accident answers nothing
        self._quote.set_text(poll.quote)
        self._quote.setVisible(bool(poll.quote))
        self._counted.setText(f"{poll.whose} · {counted_words(poll.counted)}")
        self._back.setEnabled(poll.counted > 0)
        self._keep.setEnabled(poll.counted > 0)

    def enlarge(self, larger: float) -> None:
        """A larger screen has larger type."""
        self._larger = larger
        self._hint.set_size(SIZE * larger)
        self._quote.set_size(QUOTE * larger)
        self._counted.setFont(theme.font(SIZE * larger, bold=True))
        for button in (self._back, self._keep, self._skip):
            button.enlarge(larger)
        wide = max(button.sizeHint().width() for button in (self._keep, self._skip))
        for button in (self._keep, self._skip):  # to skip is as easy as to count
            button.setFixedWidth(max(wide, round(180 * larger)))
        for picture in self._pictures:
            picture.enlarge(larger)
        side = round(SIDE * larger)
        self._column.setContentsMargins(side, round(side * 0.4), side, round(side * 0.5))
        self._grid.setSpacing(round(BETWEEN * larger))
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: more of them, or fewer, stand side by side."""
        super().resizeEvent(event)
        self._lay()

    def _fill(self, choices: tuple[Choice, ...]) -> None:
        for picture in self._pictures:
            picture.hide()
            picture.deleteLater()
        self._pictures = [Picture(one) for one in choices]
        for number, picture in enumerate(self._pictures):
            picture.clicked.connect(lambda _on=False, number=number: self._commands.count_one(number))
        self.enlarge(self._larger)

    def _lay(self) -> None:
        """All in one line where there is room for each; else in two, or in four."""
        many = len(self._pictures)
        room = self.width() - 2 * round(SIDE * self._larger)
        least = theme.px(NARROWEST * self._larger) + round(BETWEEN * self._larger)
        across = many
        while across > 1 and across * least > room:
            across = -(-across // 2)
        for place in range(8):
            self._grid.setRowStretch(place, int(place * across < many))
            self._grid.setColumnStretch(place, int(place < across))
        for number, picture in enumerate(self._pictures):
            self._grid.addWidget(picture, number // across, number % across)


class Picture(QAbstractButton):
    """One answer to touch: its picture, and beneath it the words. It never shows how many did."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self._choice, self._larger = choice, 1.0
        self.setAccessibleName(translate("poll", "One more: {answer}", answer=choice.words))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def enlarge(self, larger: float) -> None:
        """A larger screen has larger type."""
        self._larger = larger
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: as large as there is room."""
        return QSize(theme.px(NARROWEST * self._larger), round(190 * self._larger))

    def minimumSizeHint(self) -> QSize:
        """Qt: room for a finger, a small picture and a few words."""
        return QSize(theme.TARGET * 2, theme.TARGET * 2)

    def event(self, event: QEvent) -> bool:
        """Qt: a finger that rests on it counts once, and so does a key that is held."""
        if isinstance(event, QKeyEvent) and event.isAutoRepeat():
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the picture and its words."""
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        focus = self.hasFocus()
        painter.setPen(QPen(QColor(t.accent if focus or self.isDown() else t.line), 2.6 if focus else 1.4))
        painter.setBrush(QColor(t.accent_soft if self.isDown() else t.raised))
        painter.drawRoundedRect(area, theme.RADIUS, theme.RADIUS)
        air = 10 * min(2.0, self._larger)
        inner = area.adjusted(air, air, -air, -air)
        lines, font = self._lines(inner)
        size = max(0.0, min(inner.height() - lines.height - air, inner.width(), MOST_PICTURE * self._larger))
        # Words of two lines and of one begin at the same height.
        top = inner.top() + max(0.0, (inner.height() - size - air - self._room_for_words(inner, lines)) / 2)
        box = QRectF(inner.center().x() - size / 2, top, size, size)
        if size:
            symbols.paint(painter, self._choice.symbol, box, QColor(t.ink))
        painter.setFont(font)
        painter.setPen(QColor(t.ink))
        for number, line in enumerate(lines.lines):
            spot = QRectF(inner.left(), box.bottom() + air + number * lines.step, inner.width(), lines.step)
            painter.drawText(spot, _IN_THE_MIDDLE, line)
        painter.end()

    def _room_for_words(self, inner: QRectF, lines: lettering.Lines) -> float:
        return max(lines.height, min(4 * lines.step, inner.height() * MOST_WORDS))

    def _lines(self, inner: QRectF) -> tuple[lettering.Lines, QFont]:
        for smaller in SMALLER:
            font = theme.font(SIZE * self._larger * smaller)
            lines = lettering.broken(self._choice.words, font, inner.width())
            if lines.height <= inner.height() * MOST_WORDS:
                break
        return lines, font


def counted_words(number: int) -> str:
    """How many have answered, and not what."""
    if number == 0:
        return translate("poll", "nobody has answered yet")
    return translate("poll", "1 has answered") if number == 1 else translate("poll", "{n} have answered", n=number)
