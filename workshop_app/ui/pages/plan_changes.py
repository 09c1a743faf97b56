"""What changed since the version before, in plain words: quiet until it is wanted."""

from PySide6.QtWidgets import QWidget

from workshop_app import versions
from workshop_app.domain.plans import Plan
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.words import translate


class PlanChanges(QWidget):
    """One line to press, and a sentence for each change below it. Not there where there was no version before."""

    def __init__(self, desk: Desk, plan_id: str) -> None:
        super().__init__()
        self._desk, self._plan_id = desk, plan_id
        self._turn = pieces.button("", self._toggle, kind="quiet")
        self._turn.setCheckable(True)
        self._box = pieces.frame("panel", margins=(18, 10, 18, 10), spacing=4)
        self._box.hide()
        column = pieces.column(4)
        column.addLayout(pieces.row(self._turn, None))
        column.addWidget(self._box)
        self.setLayout(column)
        self._shown: object = None
        self.hide()

    def refresh(self) -> None:
        """Say what is different now."""
        plan = self._desk.programme.all(Plan).get(self._plan_id)
        found = versions.since_last(self._desk.programme, self._plan_id) if plan is not None else None
        self.setVisible(found is not None)
        if found is None or found == self._shown:
            return
        self._shown = found
        number, sentences = found
        words = translate("plan", "What changed since version {n}", n=number)
        self._turn.setText(words)
        self._turn.setAccessibleName(words)
        layout = self._box.layout()
        if layout is not None:
            pieces.clear(layout)
        said = sentences or (translate("plan", "Nothing yet. It says the same, word for word."),)
        pieces.fill(self._box, *(Words(one, size=16) for one in said))

    def _toggle(self) -> None:
        self._box.setVisible(self._turn.isChecked())
