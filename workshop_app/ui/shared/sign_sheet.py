"""The sheet on which one person signs: whose turn it is, a pad, and a typed way for who would rather not draw."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_app.ui import pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.signature_pad import Point, SignaturePad
from workshop_app.ui.shared.touch_button import TouchButton
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate

Signed = Callable[[Sequence[Sequence[Point]], str], bool]


class SignSheet(Veil):
    """The pad is in the lower part of `host`, where students reach it. `then` answers if the signature was taken.

    `absent` is None where nobody is awaited. On a larger screen everything is `larger`. What is read aloud now, a line
    each, stands above the pad; nothing where everybody has just heard it.
    """

    def __init__(
        self,
        host: QWidget,
        name: str,
        then: Signed,
        absent: Callable[[], object] | None = None,
        larger: float = 1.0,
        *,
        read: Sequence[str] = (),
    ) -> None:
        super().__init__(host, strength=215)
        self._then = then
        self._pad = SignaturePad()
        self._typed = QLineEdit()
        self._typed.setFont(theme.font(20 * larger))
        self._typed.setPlaceholderText(translate("signing", "or type your name or initials"))
        self._typed.setAccessibleName(translate("signing", "Type your name or initials"))
        self._typed.textChanged.connect(lambda _text: self._ready())
        self._typed.returnPressed.connect(self._agree)
        self._pad.changed.connect(self._ready)
        self._done = TouchButton(translate("signing", "I agree"), self._agree, kind="primary")
        again = TouchButton(translate("signing", "Begin again"), self._pad.clear)
        leave = TouchButton(translate("signing", "Not yet"), self.leave)
        last: list[QWidget] = []
        if absent is not None:
            gone = absent
            last.append(TouchButton(translate("signing", "Is absent today"), lambda: self._absent(gone)))
        panel = pieces.frame("panel", margins=(28, 22, 28, 22), spacing=14)
        panel.setFixedWidth(theme.px(800 * larger))
        heading = translate("signing", "{name}, do you agree with what was read aloud?", name=name)
        aloud = pieces.column(2)
        for line in read:
            aloud.addWidget(Words(line, size=15.5 * larger))
        pieces.fill(
            panel,
            *([aloud] if read else []),
            Words(heading, size=22 * larger, bold=True),
            self._pad,
            pieces.row(self._typed, again),
            pieces.row(self._done, leave, None, *last),
        )
        for button in (self._done, again, leave, *last):
            if isinstance(button, TouchButton):
                button.enlarge(larger)
        self._pad.enlarge(larger)
        self.hold(panel, above=3, below=1)
        self._ready()
        self.rise(self._typed)

    def _ready(self) -> None:
        self._done.setEnabled(bool(self._pad.strokes or self._typed.text().strip()))

    def _agree(self) -> None:
        if self._done.isEnabled() and self._then(self._pad.strokes, self._typed.text()):
            self.leave()

    def _absent(self, absent: Callable[[], object]) -> None:
        absent()
        self.leave()
