"""Between the screen that the class sees and a plan that is signed there."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workshop_app import sealed
from workshop_app.domain import seen_plan, signing
from workshop_app.domain.people import Person
from workshop_app.domain.plans import Plan
from workshop_app.domain.signing import Signature
from workshop_app.domain.strokes import Point
from workshop_app.ui.aloud import Aloud
from workshop_app.ui.desk import Desk
from workshop_app.ui.shared.signing_sheet import SigningSheet
from workshop_app.workspace import Changes


class SigningDesk(QObject):
    """Feeds the sheet, is gone with it, and does what its commands ask for (see SigningCommands)."""

    def __init__(self, desk: Desk, host: QWidget, plan: Plan, text: str, aloud: Aloud) -> None:
        super().__init__()
        self._aloud = aloud
        self._desk, self._plan_id, self._text = desk, plan.id, text
        said = sealed.read(text)
        self._sheet = SigningSheet(host, said.title, said.change, self)
        self.setParent(self._sheet)
        desk.changed.connect(self._changed)
        self._show()

    def sign(self, person_id: str, strokes: Sequence[Sequence[Point]], words: str) -> bool:
        """See SigningCommands."""
        return self._aloud.hear(lambda: sign(self._desk, self._plan_id, person_id, strokes, words))

    def mark_absent(self, person_id: str) -> None:
        """See SigningCommands."""
        self._aloud.hear(lambda: self._desk.do("mark-absent", signing.mark_absent, self._plan_id, person_id, True))

    def _changed(self, changes: Changes) -> None:
        if not changes.touches(Plan, Signature, Person):
            return
        plan = self._desk.programme.all(Plan).get(self._plan_id)
        if plan is None or plan.dropped or plan.sealed != self._text:
            self._sheet.leave()  # these words are not the ones to sign any more
        else:
            self._show()

    def _show(self) -> None:
        self._sheet.show_signers(seen_plan.signers(self._desk.programme, self._plan_id))


def sign(desk: Desk, plan_id: str, person_id: str, strokes: Sequence[Sequence[Point]], words: str) -> bool:
    """Have somebody sign a plan; False, with the reason said, if it can't be taken."""
    new_id, at = desk.workspace.new_id(), desk.workspace.now()
    return desk.do("sign", signing.sign, plan_id, person_id, new_id=new_id, at=at, strokes=strokes, words=words)


def open_signing(desk: Desk, host: QWidget, plan_id: str, aloud: Aloud) -> None:
    """Have a closed plan signed over `host`, once at a time; what can't be done is said by `aloud`."""
    plan = desk.programme.all(Plan).get(plan_id)
    if plan is not None and plan.sealed is not None and not host.findChildren(SigningSheet):
        SigningDesk(desk, host, plan, plan.sealed, aloud)
