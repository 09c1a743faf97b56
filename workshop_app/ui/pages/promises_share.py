"""Other schools: packs of ours in the making, packs that came in, and all of them side by side."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from workshop_app.domain import sharing
from workshop_app.domain.sharing import Sharing
from workshop_app.pack_shelf import Kept
from workshop_app.storage.errors import StorageError
from workshop_app.ui import pack_opening, pieces, theme
from workshop_app.ui.across import Across
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.pack_opening import OPEN
from workshop_app.ui.pages.promises_part import PromisesPart
from workshop_app.ui.pages.share_choose import Asking
from workshop_app.ui.pages.share_make import MakePack
from workshop_app.ui.pages.share_picture import PicturePane
from workshop_app.ui.pages.share_read import ReadPack
from workshop_app.words import translate

MAKE, READ, PICTURE = "make", "read", "picture"  # kinds of what is open: "make/ID", "read/STEM", "picture/"
WIDTH = 290  # logical pixels


class SharePart(PromisesPart):
    """On the left what there is, on the right what is open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shelf = pack_opening.shelf_of(desk)
        self._choosing = False  # a pack that was chosen once is chosen again
        self._asking: Asking | None = None
        self._shown: object = None
        self._list = pieces.column(8)
        inside = QWidget()
        inside.setLayout(self._list)
        rail = self._rail = QFrame()
        rail.setProperty("kind", "rail")
        column = QVBoxLayout(rail)
        column.setContentsMargins(0, 4, 12, 8)
        column.addWidget(pieces.scroller(inside), 1)
        column.addLayout(pieces.row(self._make(), self._bring(), spacing=8))
        place = QWidget()
        self._place = QVBoxLayout(place)
        self._place.setContentsMargins(0, 0, 0, 0)
        line = pieces.column(0)
        line.addWidget(Across(rail, place, WIDTH, least=900))
        self.setLayout(line)

    def refresh(self) -> None:
        """The list, and what is open in it."""
        own, kept = sharing.sharings(self.desk.programme), self._shelf.packs()
        kind, _, name = self.desk.workspace.draft(OPEN).partition("/")
        ids = {MAKE: {"", *(one.id for one in own)}, READ: {one.stem for one in kept}, PICTURE: {""}}
        if name not in ids.get(kind, set()) or not kind:
            kind, name = "", ""
        pack = next((one for one in own if kind == MAKE and one.id == name), None)
        shown = (kind, name, self._choosing, self._asking, own, [one.stem for one in kept], self._rests_on(pack))
        if shown == self._shown:
            return  # a field under somebody's hand must not be replaced
        self._shown = shown
        self._show_list(own, kept, kind, name)
        self._rail.setVisible(bool(own or kept or kind))  # with nothing there, both ways on stand in the middle
        self._swap(self._view(kind, name, pack, kept))

    def _rests_on(self, pack: Sharing | None) -> object:
        """What a pack that is being looked at also depends on: whether it may leave, and who could approve it."""
        if pack is None:
            return [one.id for one in sharing.can_leave(self.desk.programme)]
        makers = [(one.id, one.name) for one in sharing.makers(self.desk.programme, pack)]
        return sharing.missing(self.desk.programme, pack), makers, len(self.desk.workspace.facts)

    def _make(self, kind: str = "") -> QPushButton:
        return pieces.button(translate("share", "Make a pack"), partial(self._open, f"{MAKE}/"), kind=kind)

    def _bring(self) -> QPushButton:
        return pieces.button(translate("share", "Open a pack…"), self._ask_file)

    def _view(self, kind: str, name: str, pack: Sharing | None, kept: list[Kept]) -> QWidget:
        if kind == MAKE:
            again = partial(self._choose_again, name)
            return MakePack(self.desk, pack, self._asking, self._begun, choosing=self._choosing, choose=again)
        if kind == READ:
            found = next(one for one in kept if one.stem == name)
            return ReadPack(self.desk, found, self._answer, self._remove)
        there = bool(kept or sharing.sharings(self.desk.programme))
        if kind == PICTURE:
            return PicturePane(one.file.pack for one in reversed(kept))
        return _welcome() if there else _welcome(self._make("primary"), self._bring())

    def _show_list(self, own: list[Sharing], kept: list[Kept], kind: str, name: str) -> None:
        pieces.clear(self._list)
        if own:
            self._list.addWidget(pieces.label(translate("share", "Our packs"), size=16, bold=True))
        for pack in own:
            now = (kind, name) == (MAKE, pack.id)
            self._list.addWidget(self._card(pack.title, self._state(pack), f"{MAKE}/{pack.id}", now=now))
        if kept:
            heading = pieces.label(translate("share", "From other schools"), size=16, bold=True)
            heading.setContentsMargins(0, 8 if own else 0, 0, 0)
            self._list.addWidget(heading)
        if len(kept) > 1:
            together = pieces.button(
                translate("share", "Side by side"), partial(self._open, f"{PICTURE}/"), kind="small"
            )
            together.setEnabled(kind != PICTURE)
            self._list.addLayout(pieces.row(together, None))
        for one in kept:
            now = (kind, name) == (READ, one.stem)
            self._list.addWidget(self._card(one.file.pack.school, one.file.pack.title, f"{READ}/{one.stem}", now=now))
        self._list.addStretch(1)

    def _card(self, title: str, soft: str, opens: str, *, now: bool) -> QFrame:
        card = pieces.frame("accent" if now else "panel", margins=(14, 10, 10, 10), spacing=2)
        pieces.fill(card, Words(title, size=16, bold=now, most=2), Words(soft, size=14, colour="soft", most=2))
        if not now:
            name = translate("share", "Open the pack {title}", title=title)
            button = pieces.button(translate("share", "Open"), partial(self._open, opens), kind="small", name=name)
            pieces.fill(card, pieces.row(button, None))
        return card

    def _state(self, pack: Sharing) -> str:
        if not pack.sealed:
            return translate("share", "being chosen")
        approved, of = sharing.approvals(self.desk.programme, pack)
        return translate("share", "approved by {n} of {all}", n=approved, all=of)

    def _swap(self, view: QWidget) -> None:
        self.desk.flushing.emit()
        now, before = self.window().focusWidget(), self._pressable()
        at = before.index(now) if now in before else -1
        pieces.clear(self._place)
        self._place.addWidget(view)
        after = self._pressable()
        if 0 <= at < len(after):  # whoever goes on by keyboard goes on from here
            after[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _pressable(self) -> list[QPushButton]:
        """The buttons of what is shown at the right, in their order."""
        item = self._place.itemAt(0)
        shown = item.widget() if item is not None else None
        return shown.findChildren(QPushButton) if shown is not None else []

    def _open(self, what: str, asking: Asking | None = None) -> None:
        self.desk.flushing.emit()
        self._asking, self._choosing = asking, False
        self.desk.keep_draft(OPEN, what)
        self.refresh()

    def _begun(self, pack_id: str) -> None:
        self._open(f"{MAKE}/{pack_id}")

    def _choose_again(self, pack_id: str) -> None:
        self._choosing = True
        self.refresh()

    def _answer(self, kept: Kept) -> None:
        pack = kept.file.pack
        self._open(f"{MAKE}/", Asking(pack.pack, pack.school, pack.question))

    def _remove(self, kept: Kept) -> None:
        try:
            self._shelf.remove(kept.stem)
        except StorageError as error:
            self.desk.said.emit(str(error), "notice")
        self.refresh()

    def _ask_file(self) -> None:
        kinds = translate("share", "Packs of other schools (*{ending})", ending=pack_opening.ENDING)
        title = translate("share", "Open another school’s pack")
        self.desk.files.open_one(self, title, kinds, partial(pack_opening.open_pack, self.desk))


def _welcome(*ways: QPushButton) -> QWidget:
    column = pieces.column(14)
    column.addStretch(1)
    column.addWidget(
        Words(translate("share", "What worked here may help elsewhere, and the other way round."), size=22)
    )
    told = translate(
        "share",
        "A pack holds plans and prompts with what became of them. Nobody’s name is in it, and the students who made it "
        "approve it first.",
    )
    column.addWidget(Words(told, size=17, colour="soft"))
    if ways:
        column.addSpacing(6)
        column.addLayout(pieces.row(*ways, None, spacing=12))
    column.addStretch(2)
    middle = QWidget()
    middle.setMaximumWidth(theme.px(620))
    middle.setLayout(column)
    made = QWidget()
    line = pieces.row(spacing=0)
    line.addStretch(1)
    line.addWidget(middle, 1000)
    line.addStretch(1)
    line.setContentsMargins(26, 0, 20, 0)
    made.setLayout(line)
    return made
