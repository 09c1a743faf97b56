"""One phase in a list of phases: its name, and its minutes with a minute more or less."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton

from workshop_app.domain import agenda
from workshop_app.domain.agenda import LONGEST, Part
from workshop_app.ui import pieces, theme
from workshop_app.words import translate

STEP_W, MINUTES_W = 44, 60  # logical pixels


class AgendaRow(QFrame):
    """It shows a phase and changes its own minutes; the list does the rest."""

    changed = Signal()

    def __init__(self, part: Part, minutes: int) -> None:
        super().__init__()
        self.part, self.minutes, self.is_in = part, minutes, False
        title = agenda.name(part)
        self.title = pieces.button(title, kind="line")
        self.title.setCheckable(True)
        self.title.toggled.connect(lambda on: pieces.restyle(self, "accent" if on else ""))
        self._fewer = self._step("−", translate("agenda", "{phase}: a minute less", phase=title), -1)
        self._more = self._step("+", translate("agenda", "{phase}: a minute more", phase=title), 1)
        self._said = pieces.label("", size=16)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said.setFixedWidth(theme.px(MINUTES_W))
        line = pieces.row(self._fewer, self._said, self._more, spacing=0)
        line.insertWidget(0, self.title, 1)
        self.setLayout(line)
        self.setFixedHeight(theme.tall(theme.TARGET - 1, 20))

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """All that can be pressed in it, in the order in which Tab goes."""
        return self.title, self._fewer, self._more

    def show_phase(self, minutes: int, *, is_in: bool) -> None:
        """Show these minutes, or that the phase is left out."""
        self.minutes, self.is_in = minutes, is_in
        self._fewer.setVisible(is_in)
        self._more.setVisible(is_in)
        self._fewer.setEnabled(minutes > 1)
        self._more.setEnabled(minutes < LONGEST)
        self._said.setFixedWidth(theme.px(MINUTES_W if is_in else MINUTES_W + 2 * STEP_W))
        out = translate("agenda", "left out")
        self._said.setText(translate("agenda", "{n} min", n=minutes) if is_in else out)
        self.title.setAccessibleDescription(translate("agenda", "{n} minutes", n=minutes) if is_in else out)
        for widget, name, value in ((self._said, "tone", "" if is_in else "soft"), (self.title, "out", not is_in)):
            widget.setProperty(name, value)
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def add(self, minutes: int) -> None:
        """Give it more minutes, or fewer."""
        wanted = max(1, min(LONGEST, self.minutes + minutes))
        if self.is_in and wanted != self.minutes:
            self.show_phase(wanted, is_in=True)
            self.changed.emit()

    def _step(self, sign: str, name: str, by: int) -> QPushButton:
        made = pieces.button(sign, lambda: self.add(by), kind="step", name=name)
        made.setFont(theme.font(20))
        made.setFixedWidth(theme.px(STEP_W))
        made.setAutoRepeat(True)
        return made
