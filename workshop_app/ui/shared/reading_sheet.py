"""Reading a plan aloud: one line at a time in large type over the whole window, turned by Space or by a tap."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_app.ui import pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.reading import Reading
from workshop_app.ui.shared.touch_button import TouchButton
from workshop_app.ui.shared.veil import TALL, Veil
from workshop_app.words import translate

WIDTH, HEIGHT, TALL_WIDTH = 1366, 768, 720  # logical pixels of the smallest screen
LARGE, LEAST = 38.0, 18.0  # letters of a line that is short, and of one that is as long as there is room for
MOST_LARGER = 2.4
WIDEST = 1080  # logical pixels of a line on the smallest screen
_ON = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace, Qt.Key.Key_PageUp)


class ReadingSheet(Veil):
    """`then` closes the plan once its last line was read. Where it `follows` another screen, it is ended there."""

    def __init__(
        self,
        host: QWidget,
        reading: Reading,
        then: Callable[[], object] | None = None,
        *,
        follows: bool = False,
    ) -> None:
        super().__init__(host, strength=255)
        self.setAccessibleName(translate("reading", "The plan, read aloud"))
        self._reading, self._then, self._follows = reading, then, follows
        self._heading = Words(size=20, colour="soft")
        self._line = Words(size=LARGE, bold=True)
        self._count = pieces.label("", tone="soft", size=16)
        self._back = TouchButton(translate("reading", "Back"), lambda: reading.go(reading.place - 1))
        self._next = TouchButton(translate("reading", "Next line"), self._on, kind="primary")
        self._leave = TouchButton(translate("reading", "Stop reading"), self.leave, kind="quiet")
        self._outer = QVBoxLayout(self)
        self._outer.addStretch(3)
        self._outer.addWidget(self._heading)
        self._outer.addWidget(self._line)
        self._outer.addStretch(2)
        self._outer.addLayout(pieces.row(self._next, self._back, self._count, None, self._leave, spacing=14))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for button in (self._back, self._next, self._leave):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # pressed by hand it leaves the arrows where they are
        self._leave.setVisible(not follows)
        reading.turned.connect(self._show)
        reading.over.connect(self.leave)
        self._show()
        self.rise(self)

    def leave(self) -> None:
        """Qt: it is read no more, on any screen."""
        self._reading.over.disconnect(self.leave)
        self._reading.end()
        super().leave()

    def let_go(self) -> None:
        """Another window shows it now, at the same line."""
        self._reading.over.disconnect(self.leave)
        self._reading.turned.disconnect(self._show)
        super().leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # type: ignore[override]
        """Qt: a tap anywhere beside the buttons turns to the next line; the last one closes nothing by that."""
        if not self._reading.is_last:
            self._on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Space goes on, the arrows go both ways, Home and End to the first and the last."""
        if event.key() in _BACK:
            self._reading.go(self._reading.place - 1)
        elif event.key() == Qt.Key.Key_Home:
            self._reading.go(0)
        elif event.key() == Qt.Key.Key_End:
            self._reading.go(len(self._reading.lines))
        elif event.key() in _ON:
            if not self._reading.is_last:
                self._on()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: everything grows with the window."""
        super().resizeEvent(event)
        self._fit()

    def _on(self) -> None:
        if not self._reading.is_last:
            self._reading.go(self._reading.place + 1)
        elif self._then is not None:
            then = self._then
            self.leave()
            then()
        else:
            self.leave()

    def _show(self) -> None:
        reading = self._reading
        self._heading.set_text(translate("reading", "{title} · {what}", title=reading.title, what=reading.line.heading))
        self._line.set_text(reading.line.text)
        here, whole = reading.place + 1, len(reading.lines)
        self._count.setText(translate("reading", "{n} of {whole}", n=here, whole=whole))
        self._back.setEnabled(reading.place > 0)
        words = translate("reading", "Next line")
        if reading.is_last:
            all_of_it = translate("reading", "That is all of it")
            words = all_of_it if self._then is None else translate("reading", "Close for signing  →")
        self._next.setEnabled(not (reading.is_last and self._follows))
        self._next.setText(words)
        self._next.setAccessibleName(words)
        self._fit()

    def _fit(self) -> None:
        """As large as all of the line can be."""
        tall = self.height() > self.width() * TALL
        larger = self.width() / TALL_WIDTH if tall else min(self.width() / WIDTH, self.height() / HEIGHT)
        larger = min(MOST_LARGER, max(0.8, larger))
        side = max(round(40 * larger), round((self.width() - WIDEST * larger) / 2))
        self._outer.setContentsMargins(side, round(30 * larger), side, round(34 * larger))
        for button in (self._back, self._next, self._leave):
            button.enlarge(larger)
        self._heading.set_size(20 * larger)
        self._count.setFont(theme.font(16 * larger))
        size, room = LARGE * larger, self.height() * 0.62
        while True:
            self._line.set_size(size)
            if size <= LEAST or self._line.heightForWidth(max(1, self.width() - 2 * side)) <= room:
                break
            size *= 0.9
