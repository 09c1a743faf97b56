"""What was set aside, over the board: each idea with its reason in full, and the way back onto the board."""

from functools import partial

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from workshop_app.domain import ideas
from workshop_app.domain.audience import heading
from workshop_app.domain.ideas import Idea
from workshop_app.ui import pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.drawing import Picture
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate

MOST_LISTED = 60
_WIDE, _AROUND = 720, 240  # logical pixels: the sheet; the room above, below and in it that is not the list's
_DRAWN = 220


class AsideSheet(Veil):
    """It stays until everything that was wanted is back. While hands are off the board it can only be read."""

    def __init__(self, host: QWidget, desk: Desk) -> None:
        super().__init__(host)
        self._host_height, self._desk = host.height(), desk
        self._rows = pieces.column(10)
        inside = QWidget()
        inside.setLayout(self._rows)
        self._inside, self._scroller = inside, pieces.scroller(inside)
        self._leave = self.way_out = pieces.button(
            translate("aside", "Done"), self.leave, name=translate("aside", "Done")
        )
        panel = pieces.frame("panel", margins=(26, 20, 26, 20), spacing=12)
        panel.setFixedWidth(theme.px(_WIDE))
        title = pieces.label(translate("aside", "Set aside, and why"), size=20, bold=True)
        pieces.fill(panel, title, self._scroller, pieces.row(None, self._leave))
        self.hold(panel)
        self._list()
        self.freeze(desk.lock.on)
        desk.lock.turned.connect(self.freeze)
        self.rise(self._leave)

    def _list(self) -> None:
        pieces.clear(self._rows)
        found = ideas.aside(self._desk.programme)
        for idea in found[:MOST_LISTED]:
            self._rows.addWidget(self._row(idea))
        if len(found) > MOST_LISTED:
            more = translate("aside", "{n} more were set aside before these.", n=len(found) - MOST_LISTED)
            self._rows.addWidget(pieces.label(more, tone="soft", size=15))
        self._rows.addStretch(1)
        wanted = self._rows.totalHeightForWidth(min(theme.px(_WIDE), self._host.width() - 40) - 60)
        self._scroller.setFixedHeight(max(60, min(wanted, self._host_height - theme.px(_AROUND))))

    def _row(self, idea: Idea) -> QFrame:
        words = pieces.column(2)
        if idea.drawing:
            words.addWidget(Picture(idea.drawing, _DRAWN))
        if idea.text or not idea.drawing:
            words.addWidget(Words(heading(idea), size=18))
        if idea.because:
            words.addWidget(Words(idea.because, size=16, colour="soft"))
        line = pieces.row(words, self._button(idea), spacing=16)
        line.setStretch(0, 1)
        made = pieces.frame("row", margins=(0, 4, 6, 4))
        pieces.fill(made, line)
        return made

    def _button(self, idea: Idea) -> QPushButton:
        return pieces.button(
            translate("aside", "Bring back"),
            partial(self._bring_back, idea.id),
            name=translate("aside", "Bring back: {idea}", idea=heading(idea)),
        )

    def _bring_back(self, idea_id: str) -> None:
        self._leave.setFocus()  # the button that was pressed goes with its row
        if not self._desk.do("bring-back", ideas.bring_back, idea_id):
            return
        if ideas.aside(self._desk.programme):
            self._list()
        else:
            self.leave()
