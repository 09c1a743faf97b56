"""Paper slips, typed up by the leader: with the big screen off, all in one go, face down until they are revealed."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from workshop_app.domain import sessions
from workshop_app.domain.errors import DomainError
from workshop_app.domain.face_down import Entry
from workshop_app.domain.sessions import Asked
from workshop_app.exchange import pasted
from workshop_app.papers.catalogue import Paper
from workshop_app.ui import columns, pieces, prompt_on, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.flow import Flow
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages import projector
from workshop_app.ui.pages.page import CAME_FROM, Page
from workshop_app.ui.pages.slip_box import SlipBox
from workshop_app.ui.pages.slip_list import SlipList
from workshop_app.ui.papers_sheet import PapersSheet
from workshop_app.ui.role_choice import RoleChoice
from workshop_app.words import translate
from workshop_app.workspace import Changes


class SlipsPage(Page):
    """A gate first, each time: nothing that was written shows before the big screen is off."""

    name = "slips"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._asked: Asked | None = None
        self._slips = SlipList(desk, self)
        self._stack = QStackedWidget()
        self._gate = self._build_gate()
        self._inside = self._build_inside()
        desk.apart_turned.connect(self._turned)
        self._stack.addWidget(self._gate)
        self._stack.addWidget(self._inside)
        column = pieces.column(0)
        column.addWidget(self._stack)
        self.setLayout(column)

    def enter(self) -> None:
        """The page comes up: the gate."""
        self._close()
        self._show_gate()
        super().enter()
        if self.desk.apart:  # the class has its own screen, which says that everybody writes
            self._open()

    def _turned(self) -> None:
        if not self.desk.apart and self.isVisible():
            self._close()

    def take(self, changes: Changes) -> None:
        """Slips or prompts changed."""
        if changes.touches(Entry, Asked) and self._stack.currentWidget() is self._inside:
            self.refresh()

    def refresh(self) -> None:
        """The prompts of this session, and the slips of the one that is chosen. Behind the gate there is nothing."""
        if self._stack.currentWidget() is not self._inside:
            return
        session = self.desk.session
        prompts = sessions.prompts_of(self.desk.programme, session.id) if session else []
        if self._asked is None or self._asked.id not in {asked.id for asked in prompts}:
            self._asked = prompt_on.prompt_on(self.desk)
        entries = prompt_on.face_down(self.desk)
        self._list_prompts(prompts, entries)
        self._question.set_text(self._asked.text if self._asked else translate("slips", "Prepare a session first."))
        self._box.setEnabled(self._asked is not None)
        self._slips.show_slips(entries, self._asked.id if self._asked else "")

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: another page comes up. What was shown is gone, and coming back asks again."""
        if not event.spontaneous() and self.isHidden():
            self._close()
        elif not event.spontaneous():  # all is taken off the screen: the gate asks again, what is half typed waits
            self._stack.setCurrentWidget(self._gate)
        super().hideEvent(event)

    def _build_gate(self) -> QWidget:
        gate = QWidget()
        column = columns.centred(gate)
        self._heading = pieces.label("", tone="accent", size=20)
        self._asks = Words(size=34, bold=True)  # the room reads it while it writes
        column.addWidget(self._heading)
        column.addWidget(self._asks)
        how = translate(
            "slips",
            "Everybody writes in silence, one idea on each slip, no names. Collect them, shuffle them, and type them "
            "up here. They lie face down until you reveal them.",
        )
        column.addWidget(Words(how, size=18, colour="soft"))
        column.addWidget(projector.warning())
        back = partial(self.desk.going.emit, "lead")
        column.addLayout(projector.ways(translate("slips", "It is off: type the slips"), self._open, back))
        self._off = gate.findChildren(QPushButton)[0]
        blank = pieces.button(translate("slips", "Print slips to write on…"), self._print, kind="quiet")
        column.addLayout(pieces.row(blank, None))
        return gate

    def _print(self) -> None:
        PapersSheet(self.window(), self.desk, (Paper.SLIPS,))

    def _show_gate(self) -> None:
        """Before they are typed the room sees the prompt; once some lie face down, it is to look them through."""
        asked = prompt_on.prompt_on(self.desk)
        lying = asked is not None and prompt_on.counts(self.desk)[asked.id] > 0
        self._asks.set_text(asked.text if asked is not None else translate("slips", "Prepare a session first."))
        look = translate("slips", "Look through what was written")
        self._heading.setText(look if lying else translate("slips", "Paper slips"))
        off = translate("slips", "It is off: look through them")
        self._off.setText(off if lying else translate("slips", "It is off: type the slips"))
        self._off.setAccessibleName(self._off.text())

    def _build_inside(self) -> QWidget:
        inside = QWidget()
        self._prompts = Flow()
        chips = QWidget()
        chips.setLayout(self._prompts)
        self._question = Words(size=24, bold=True)
        self._box = SlipBox(self._keep, self._keep_lines)
        self._role = RoleChoice(translate("slips", "Written by"), self._chose_role, several=True, kind="small")
        lists = pieces.button(translate("slips", "A list from elsewhere…"), self._to_lists, kind="quiet")
        done = pieces.button(translate("slips", "They are in: face down"), self._done, kind="primary")
        left = pieces.column(14)
        left.addWidget(pieces.label(translate("slips", "Type the slips"), size=30, bold=True))
        left.addWidget(chips)
        left.addWidget(self._question)
        left.addWidget(self._role)
        left.addWidget(self._box)
        keys = translate("slips", "Enter: the next slip. Paste several lines, and each is a slip.")
        left.addWidget(pieces.label(keys, tone="soft", size=15, wrap=True))
        left.addStretch(1)
        left.addLayout(pieces.row(done, None, lists))
        across = pieces.row(left, self._slips, spacing=36)
        across.setContentsMargins(theme.PAGE_MARGIN, 24, theme.PAGE_MARGIN, 24)
        across.setStretch(0, 6)
        across.setStretch(1, 5)
        inside.setLayout(across)
        return inside

    def _open(self) -> None:
        self._stack.setCurrentWidget(self._inside)
        self._asked = prompt_on.prompt_on(self.desk)
        self.refresh()
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        """Show the gate; of what was typed, nothing stays on this page."""
        self._stack.setCurrentWidget(self._gate)
        self._box.clear()
        self._slips.forget()

    def _list_prompts(self, prompts: list[Asked], entries: dict[str, Entry]) -> None:
        pieces.clear(self._prompts)
        for number, asked in enumerate(prompts, start=1):
            lying = sum(entry.asked == asked.id for entry in entries.values())
            words = translate("slips", "{n} · {label}", n=number, label=asked.label)
            chip = pieces.chip(f"{words}  ({lying})" if lying else words, partial(self._turn_to, asked), name=words)
            chip.setCheckable(True)
            chip.setChecked(self._asked is not None and asked.id == self._asked.id)
            chip.setToolTip(asked.text)
            self._prompts.addWidget(chip)

    def _turn_to(self, asked: Asked) -> None:
        self._asked = asked
        self.refresh()
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chose_role(self) -> None:
        if self._role.by_hand:  # keys go on from chip to chip
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> bool:
        """Lay what is in the box face down; False, with the reason said, if it can't be kept."""
        kept = self.desk.attempt(lambda: self._lay_face_down([self._box.toPlainText()])) is not None
        if kept:
            self._box.clear()
        return kept

    def _keep_lines(self, text: str) -> None:
        """Lay each line that was pasted face down, or none of them; what is half typed waits."""
        laid = self.desk.attempt(lambda: self._lay_face_down(pasted.each(text)))
        if laid is not None:
            self.desk.said.emit(translate("slips", "They are in, face down, one slip for each line."), "")

    def _lay_face_down(self, texts: list[str]) -> Changes:
        asked = self._asked
        if asked is None:
            raise DomainError(translate("slips", "Prepare a session first."))
        entries = [Entry(asked.session_id, asked.id, self._role.role(), text) for text in texts]
        return self.desk.workspace.put_private(*entries)

    def _to_lists(self) -> None:
        self.desk.keep_draft(CAME_FROM, "lead")
        self.desk.going.emit("bring-in")

    def _done(self) -> None:
        if not self._box.toPlainText().strip() or self._keep():  # the last slip needs no Enter
            self.desk.going.emit("lead")
