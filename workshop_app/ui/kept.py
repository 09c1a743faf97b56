"""What was set aside unseen, for the safeguarding lead's eyes: behind a gate, made as it opens, gone as it closes."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from workshop_app.domain import ideas
from workshop_app.domain.ideas import Idea
from workshop_app.storage.purged import Purged
from workshop_app.ui import pieces, theme
from workshop_app.ui.desk import EXPECTED, Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.confirming import Confirming
from workshop_app.ui.shared.drawing import Picture
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate

_WIDE = 760
_LEAST, _EACH, _MOST = 0.18, 0.18, 0.6  # of the window's height, for the list: it grows with its entries


def open_gate(host: QWidget, desk: Desk) -> None:
    """Ask for the big screen to be hidden first; then show what is kept."""
    Confirming(
        host,
        translate("kept", "Only you and the safeguarding lead should see this"),
        translate("kept", "Hide the big screen first: switch the projector off, or close its cover."),
        translate("kept", "It is hidden: show them"),
        lambda: Kept(host, desk),
    )


class Kept(Veil):
    """The entries, each with two ways on: out for good, or back onto the board."""

    def __init__(self, host: QWidget, desk: Desk) -> None:
        super().__init__(host, strength=245)
        self._desk = desk
        panel = pieces.frame("panel", margins=(30, 22, 30, 20), spacing=12)
        panel.setFixedWidth(theme.px(_WIDE))
        self._list = pieces.column(12)
        inside = QWidget()
        inside.setLayout(self._list)
        area = pieces.scroller(inside)
        part = min(_MOST, _LEAST + _EACH * len(ideas.unseen(desk.programme)))
        area.setMinimumHeight(round(host.height() * part))
        self._close = pieces.button(translate("kept", "Close"), self.leave)
        pieces.fill(
            panel,
            pieces.label(translate("kept", "Kept for the safeguarding lead"), size=22, bold=True),
            pieces.label(
                translate("kept", "Have it recorded where your school records it. Then take it out here."),
                tone="soft",
                size=16,
                wrap=True,
            ),
            area,
            pieces.row(self._close, None),
        )
        self.hold(panel)
        self._fill()
        self.rise(self._close)

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: the screen was covered, or it is left. Either way it comes back only through its gate."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.deleteLater()

    def _fill(self) -> None:
        pieces.clear(self._list)
        for idea in ideas.unseen(self._desk.programme):
            self._list.addWidget(self._entry(idea))
        self._list.addStretch(1)

    def _entry(self, idea: Idea) -> QWidget:
        made = pieces.frame("accent", margins=(18, 14, 18, 14), spacing=10)
        if idea.text:
            pieces.fill(made, Words(idea.text, size=18))
        if idea.translation:
            pieces.fill(made, Words(idea.translation, size=16, colour="soft"))
        if idea.drawing:
            pieces.fill(made, Picture(idea.drawing))
        out = pieces.button(
            translate("kept", "It is recorded elsewhere: take it out for good"), partial(self._ask, idea.id)
        )
        back = pieces.button(translate("kept", "Put it back on the board"), partial(self._back, idea.id), kind="quiet")
        pieces.fill(made, pieces.row(out, back, None))
        return made

    def _ask(self, idea_id: str) -> None:
        Confirming(
            self._host,
            translate("kept", "Take it out for good?"),
            translate(
                "kept",
                "Its words go from history and from every backup on this laptop. A plan that was signed with them has"
                " to be signed again. Papers and copies that left this laptop keep them. This can’t be undone.",
            ),
            translate("kept", "Take it out"),
            partial(self._purge, idea_id),
        )

    def _purge(self, idea_id: str) -> None:
        self._desk.flushing.emit()  # what is half typed may be the same words
        try:
            purged = self._desk.workspace.purge([idea_id])
        except EXPECTED as error:
            self._desk.said.emit(str(error), "notice")
            return
        self._desk.said.emit(_told(purged), "notice" if purged.left or not purged.backed_up else "")
        self._go_on()

    def _back(self, idea_id: str) -> None:
        self._desk.do("bring-back", ideas.bring_back, idea_id)
        self._go_on()

    def _go_on(self) -> None:
        if ideas.unseen(self._desk.programme):
            self._fill()
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.leave()


def _told(purged: Purged) -> str:
    """What came of it, in a sentence or three."""
    told = [translate("kept", "It is out for good, here and in the backups.")]
    if purged.deleted == 1:
        told.append(translate("kept", "One backup could not be rewritten, so it was deleted."))
    elif purged.deleted:
        told.append(translate("kept", "{n} backups could not be rewritten, so they were deleted.", n=purged.deleted))
    if purged.left:
        names = ", ".join(purged.left)
        told = [
            translate("kept", "It is out for good here."),
            translate("kept", "These backups could be neither rewritten nor deleted: {names}.", names=names),
        ]
    if not purged.backed_up:
        told.append(translate("kept", "No new backup could be made. Make room on the disk."))
    return " ".join(told)
