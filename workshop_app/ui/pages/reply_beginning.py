"""How an answer came: as a PDF that is dropped or chosen, on paper, or spoken; and why one was turned away."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workshop_app import homecoming
from workshop_app.dates import long_date
from workshop_app.domain.plans import Plan
from workshop_app.homecoming import How, Sent
from workshop_app.ui import columns, pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.going import REPLY_TO
from workshop_app.ui.lettering import Words
from workshop_app.ui.picks import Pick
from workshop_app.words import translate


class ReplyBeginning(QWidget):
    """`file_chosen` has a path; `by_hand` a How and the Sent that is answered."""

    file_chosen = Signal(object)
    by_hand = Signal(object, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sendings: dict[str, Sent] = {}  # by content hash, the newest last
        self._heading = Words(size=30, bold=True)
        self._went = Words(size=17, colour="soft")
        self._refused = pieces.frame("notice", margins=(22, 16, 22, 16))
        self._why = Words(size=18, colour="notice")
        pieces.fill(self._refused, self._why)
        self._refused.hide()
        self._version = Pick(translate("reply", "Which version is answered"))
        self._version.activated.connect(lambda _index: self._tell_sent())
        choose = pieces.button(translate("reply", "Choose the PDF…"), self._ask_file, kind="primary")
        self._ways = [
            pieces.button(translate("reply", "It came on paper"), partial(self._type_in, How.PAPER)),
            pieces.button(translate("reply", "It was said"), partial(self._type_in, How.SPOKEN)),
        ]
        back = pieces.button(translate("reply", "Back to the plan"), partial(desk.going.emit, "plan"), kind="quiet")
        column = columns.centred(self)
        how = translate("reply", "Drop the PDF that came back anywhere on this window, or choose it here.")
        for thing in (self._heading, self._went, Words(how, size=20), self._refused):
            column.addWidget(thing)
        column.addLayout(pieces.row(choose, *self._ways, None))
        column.addWidget(self._version)
        column.addLayout(pieces.row(back, None))

    def refresh(self) -> None:
        """The plan that is meant, and which of its versions went out."""
        self._list_versions()
        sent = self._sent()
        plan = self._desk.programme.all(Plan).get(sent.plan_id) if sent is not None else None
        title = translate("reply", "The answer")
        if plan is not None:
            title = translate("reply", "The answer to “{title}”", title=plan.title)
        self._heading.set_text(title)
        self._tell_sent()
        for way in self._ways:
            way.setEnabled(sent is not None)

    def refuse(self, why: str) -> None:
        """Say why something was turned away, for as long as it takes to read it; "" says no more."""
        self._why.set_text(why)
        self._refused.setVisible(bool(why))

    def _list_versions(self) -> None:
        """Every version that went out of the plan that is meant, or of the one that was sent last; the newest first."""
        facts, wanted = self._desk.workspace.facts, self._desk.workspace.draft(REPLY_TO)
        found = homecoming.sendings(facts, wanted) or homecoming.sendings(facts)
        last = found[-1].plan_id if found else ""
        self._sendings = {one.content_hash: one for one in found if one.plan_id == last}
        kept = self._version.currentData()
        self._version.clear()
        for one in reversed(self._sendings.values()):
            number = homecoming.version_of(self._desk.programme, one)
            self._version.addItem(translate("reply", "By hand: for version {n}", n=number), one.content_hash)
        self._version.setCurrentIndex(max(0, self._version.findData(kept)))
        self._version.setVisible(len(self._sendings) > 1)

    def _sent(self) -> Sent | None:
        """The sending that is meant where an answer is typed in."""
        return self._sendings.get(str(self._version.currentData() or ""))

    def _tell_sent(self) -> None:
        sent, went = self._sent(), ""
        if sent is not None:
            went = translate("reply", "It went out as {file} on {date}.", file=sent.file, date=long_date(sent.on))
        self._went.set_text(went)

    def _ask_file(self) -> None:
        title, kinds = translate("reply", "The PDF that came back"), translate("reply", "PDF (*.pdf)")
        self._desk.files.open_one(self, title, kinds, self.file_chosen.emit)

    def _type_in(self, how: How) -> None:
        sent = self._sent()
        if sent is not None:
            self.by_hand.emit(how, sent)
