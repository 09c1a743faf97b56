"""A gentle pointer while the school has promised nothing yet, or nobody signed what it promises."""

from functools import partial

from PySide6.QtWidgets import QWidget

from workshop_app.domain import school_promise
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.going import to_promises
from workshop_app.ui.lettering import Words
from workshop_app.words import translate


class PromisePointer(QWidget):
    """One line. Hidden once the head signed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._said = Words("", size=16, colour="soft", middle=True)
        there = pieces.button(
            translate("school promise", "What the school promises  →"),
            partial(to_promises, desk, "school"),
            kind="small",
        )
        line = pieces.row(there, self._said)
        line.setStretch(1, 1)
        self.setLayout(line)

    def refresh(self) -> None:
        """Say how far it is."""
        one = school_promise.promise(self._desk.programme)
        self.setVisible(one is None or one.signed_at is None)
        self._said.set_text(
            translate("school promise", "The school promises first, before students give anything.")
            if one is None
            else translate("school promise", "It waits for the head to sign.")
        )
