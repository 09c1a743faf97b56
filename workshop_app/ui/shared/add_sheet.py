"""“Add an idea” on the shared screen: a large sheet, and what is written on it lies face up on the board."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from workshop_app.domain.audience import Screen
from workshop_app.domain.strokes import Stroke
from workshop_app.ui import pieces
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.screen_commands import ScreenCommands
from workshop_app.ui.shared.touch_button import TouchButton
from workshop_app.ui.shared.veil import Veil
from workshop_app.ui.shared.writing import Writing
from workshop_app.words import translate

Begun = tuple[str, str, tuple[Stroke, ...]]  # words, a translation, a drawing
NOTHING_YET: Begun = ("", "", ())
WIDEST = 1100  # logical pixels on the smallest screen
QUESTION = 26


class AddSheet(Veil):
    """The idea belongs to the prompt under which it was begun, whichever is on when it is said."""

    def __init__(
        self,
        host: QWidget,
        seen: Screen,
        commands: ScreenCommands,
        larger: float,
        *,
        tall: bool,
        begun: Begun = NOTHING_YET,
    ) -> None:
        super().__init__(host, strength=235)
        self._commands, self._asked_id = commands, seen.prompt_id
        question = seen.plainly if seen.plain and seen.plainly is not None else seen.question
        words = question.text if question is not None else translate("shared", "What is your idea?")
        self._writing = Writing(*begun, size=24 * larger, button=TouchButton)
        self._writing.changed.connect(self._ready)
        for field in self._writing.findChildren(QPlainTextEdit):
            field.installEventFilter(self)
        self._say = TouchButton(translate("shared", "Put it on the board"), self._agree, kind="primary")
        leave = TouchButton(translate("asking", "Leave it"), self.leave)
        panel = pieces.frame("panel", margins=(28, 24, 28, 24), spacing=16)
        panel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        panel.setMaximumWidth(round(WIDEST * larger))
        pieces.fill(panel, Words(words, size=QUESTION * larger, bold=True), self._writing)
        pieces.fill(panel, pieces.row(self._say, leave, None))
        for button in panel.findChildren(TouchButton):
            button.enlarge(larger)
        self._panel, self._tall = panel, tall
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(1)
        outer.addLayout(pieces.row(panel))
        self._fit()
        self._ready()
        self.rise(self._writing)
        self._writing.type_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: on a tall panel it stays in reach."""
        super().resizeEvent(event)
        self._fit()

    @property
    def begun(self) -> Begun:
        """What is written and not yet said."""
        return self._writing.text(), self._writing.translation(), self._writing.drawing()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Enter says it, as where ideas are typed for others; with Shift it begins a line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
                self._agree()
                return True
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        if hasattr(self, "_panel"):
            self._panel.setFixedHeight(round(self.height() * (0.5 if self._tall else 0.86)))

    def _ready(self) -> None:
        self._say.setEnabled(self._writing.says_something())

    def _agree(self) -> None:
        written = self._writing
        if not written.says_something():
            return
        if self._commands.add_idea(self._asked_id, written.text(), written.translation(), written.drawing()):
            written.wipe()
            self.leave()
