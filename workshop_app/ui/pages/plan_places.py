"""Who signs a closed plan: a place for each, who is absent, what became void, and who decides for the school."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from workshop_app.dates import long_date
from workshop_app.domain import seen_plan, signing
from workshop_app.domain.people import Person
from workshop_app.domain.seen_plan import Place
from workshop_app.domain.signing import Standing
from workshop_app.ui import pieces, theme
from workshop_app.ui.desk import SIGN, Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.sign_place import SignPlace
from workshop_app.ui.shared.sign_sheet import SignSheet
from workshop_app.ui.signing_desk import sign
from workshop_app.words import translate

MOST_NAME = 200  # logical pixels of a name on a button


class PlanPlaces(QWidget):
    """The side of a closed plan. It asks for a signature over the whole window, or where everybody sees it.

    `read` has the plan read aloud.
    """

    def __init__(self, desk: Desk, plan_id: str, read: Callable[[], object]) -> None:
        super().__init__()
        self._desk, self._plan_id, self._read = desk, plan_id, read
        self._column = pieces.column(10)
        self.setLayout(self._column)
        self.places: list[SignPlace] = []

    def show_standing(self, standing: Standing) -> None:
        """Show where the signing stands."""
        column = self._column
        pieces.clear(column)
        column.addWidget(Words(_heading(standing), size=15, colour="soft"))
        share = pieces.button(
            translate("signing", "Sign on the shared screen"),
            lambda: self._desk.for_all_wanted.emit(SIGN, self._plan_id),
            kind="small",
        )
        read = pieces.button(translate("signing", "Read aloud"), self._read, kind="small")
        column.addLayout(pieces.row(share, read, None))  # above the places: of a class there are many
        self._add_void(standing)
        column.addLayout(self._grid())
        for said in (*_deciders(standing), *_agreed(standing)):
            column.addWidget(Words(said, size=16))
        note = pieces.frame("accent")
        words = translate(
            "signing", "A signature belongs to exactly these words. Reopening the plan asks everyone again."
        )
        pieces.fill(note, Words(words, size=16))
        column.addWidget(note)
        for person in standing.absent:
            column.addLayout(pieces.row(self._here_after_all(person), None))
        column.addStretch(1)

    def _add_void(self, standing: Standing) -> None:
        """Whose signature counts no longer, until they sign again."""
        again = {signature.person_id for signature in standing.signed}
        waits = dict.fromkeys(signature.name for signature in standing.void if signature.person_id not in again)
        if not waits:
            return
        void = pieces.frame("notice")
        told = translate("signing", "For an earlier version, no longer counted: {names}", names=", ".join(waits))
        pieces.fill(void, Words(told, size=15, colour="notice"))
        self._column.addWidget(void)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(10)
        self.places = [SignPlace(one) for one in seen_plan.signers(self._desk.programme, self._plan_id).places]
        for number, place in enumerate(self.places):
            place.pressed.connect(partial(self._press, place))
            grid.addWidget(place, number // 2, number % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _here_after_all(self, person: Person) -> QWidget:
        here = partial(self._desk.do, "mark-absent", signing.mark_absent, self._plan_id, person.id, False)
        short = self.fontMetrics().elidedText(person.name, Qt.TextElideMode.ElideRight, theme.px(MOST_NAME))
        words, said = (translate("signing", "{name} is here after all", name=name) for name in (short, person.name))
        return pieces.button(words, here, kind="quiet", name=said)

    def _press(self, widget: QWidget, place: Place) -> None:
        if place.is_signed:
            self._offer_back(widget, place.signature_id)
            return
        absent = partial(self._desk.do, "mark-absent", signing.mark_absent, self._plan_id, place.key, True)
        sheet = SignSheet(
            self.window(),
            place.name,
            lambda strokes, words: sign(self._desk, self._plan_id, place.key, strokes, words),
            None if place.post else absent,
        )
        sheet.closed.connect(self.focus_next)

    def _offer_back(self, widget: QWidget, signature_id: str) -> None:
        menu = QMenu(self)
        back = menu.addAction(translate("signing", "Take this signature back"))
        back.triggered.connect(lambda: self._desk.do("withdraw", signing.withdraw, signature_id))
        pieces.open_below(menu, widget)

    def focus_next(self) -> None:
        """Once somebody signed, the next is at hand; before, a letter that is typed signs nobody."""
        waiting = next((place for place in self.places if place.waits), None)
        begun = any(place.place.is_signed for place in self.places)
        now = self.window().focusWidget()
        page = self.parentWidget()
        if self.isVisible() and not (now in self.places and not begun) and page is not None:
            (waiting if waiting is not None and begun else page).setFocus(Qt.FocusReason.OtherFocusReason)


def _heading(standing: Standing) -> str:
    absent = ", ".join(person.name for person in standing.absent)
    heading = translate("signing", "Signed by {n}", n=len(standing.signed))
    if not standing.signed:
        heading = translate("signing", "Nobody has signed yet")
    return translate("signing", "{signed} · absent: {names}", signed=heading, names=absent) if absent else heading


def _deciders(standing: Standing) -> list[str]:
    """Who decides for the school and has not signed: what they may do now."""
    ready = standing.is_the_deciders_turn
    return [
        translate("signing", "{name} agrees by reply, or signs here now that everybody has.", name=one.name)
        if ready
        else translate("signing", "{name} agrees by reply, or signs here last.", name=one.name)
        for one in standing.deciders
    ]


def _agreed(standing: Standing) -> list[str]:
    return [
        translate(
            "signing",
            "{name} agreed as {post} on {day}.",
            name=one.name,
            post=one.post,
            day=long_date(one.signed_at.astimezone().date()),
        )
        for one in standing.signed
        if one.is_deciders
    ]
