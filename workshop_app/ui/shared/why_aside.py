"""Why is it set aside? Nothing is parked without a reason that all may see: one tap, or a sentence."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_app.ui import pieces, theme
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate

_WIDE = 600


class WhyAside(Veil):
    """`then` gets the reason and says whether it was taken; `answer` leads to where the idea gets an answer instead.

    The idea's words are not shown again: they may be the reason. `worry` takes it off for the safeguarding lead, with
    no reason that all could read. Either is None where students see it.
    """

    def __init__(
        self,
        host: QWidget,
        then: Callable[[str], bool],
        *,
        answer: Callable[[], object] | None,
        worry: Callable[[], object] | None,
    ) -> None:
        super().__init__(host)
        self._then = then
        self._other = _own_words()
        self._other.installEventFilter(self)
        self._say = pieces.button(translate("aside", "Set it aside"), self._agree, kind="primary")
        self._more = pieces.button(translate("aside", "Something else…"), self._open, kind="row")
        panel = pieces.frame("panel", margins=(28, 22, 28, 22), spacing=10)
        panel.setFixedWidth(theme.px(_WIDE))
        pieces.fill(panel, pieces.label(translate("aside", "Why do we set it aside?"), size=20, bold=True))
        pieces.fill(
            panel, pieces.label(translate("aside", "Everybody can read the reason."), tone="soft", size=15, wrap=True)
        )
        reasons = [pieces.button(reason, partial(self._because, reason), kind="row") for reason in _reasons()]
        for words, way in (
            (translate("aside", "Not ours to decide → answer it instead"), answer),
            (translate("aside", "It worries me: off the screen, for the safeguarding lead"), worry),
        ):
            if way is not None:
                reasons.append(pieces.button(words, partial(self._go, way), kind="row"))
        self.way_out = pieces.button(translate("asking", "Leave it"), self.leave)
        pieces.fill(panel, *reasons, self._more, self._other, pieces.row(self._say, self.way_out, None))
        self.hold(panel, above=2, below=3)
        self._other.hide()
        self._say.hide()
        self.rise(reasons[0])

    @property
    def field(self) -> QLineEdit:
        """Where a reason in other words is typed."""
        return self._other

    def open_field(self) -> None:
        """Show the field: something was typed there before."""
        self._open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Enter agrees, Escape leaves."""
        if watched is self._other and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._agree()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        return super().eventFilter(watched, event)

    def _open(self) -> None:
        self._more.hide()
        self._other.show()
        self._say.show()
        self._other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _agree(self) -> None:
        self._because(self._other.text())

    def _because(self, reason: str) -> None:
        if not self.is_frozen and self._then(reason):
            self.leave()

    def _go(self, answer: Callable[[], object]) -> None:
        self.leave()
        answer()


def _reasons() -> tuple[str, ...]:
    return (
        translate("aside", "Said twice"),
        translate("aside", "Typed by mistake"),
        translate("aside", "Taken back by who said it"),
    )


def _own_words() -> QLineEdit:
    field = QLineEdit()
    field.setFont(theme.font(18))
    field.setPlaceholderText(translate("aside", "Because…"))
    field.setAccessibleName(translate("aside", "The reason in our words"))
    return field
