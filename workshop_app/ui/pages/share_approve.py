"""The third step: the students who made it read what leaves, and approve exactly that. Then it can be saved."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from workshop_app import outbox
from workshop_app.domain import sharing
from workshop_app.domain.errors import DomainError
from workshop_app.domain.facts import Happened
from workshop_app.domain.people import Person
from workshop_app.domain.sharing import Sharing
from workshop_app.exchange import pack_words, share_pack
from workshop_app.exchange.pack_file import ENDING
from workshop_app.exchange.unreadable import UnreadableError
from workshop_app.packs_in import is_known
from workshop_app.storage.errors import StorageError
from workshop_app.storage.names import stem_of
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.flow import Flow
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.share_passages import Passages
from workshop_app.ui.shared.confirming import Confirming
from workshop_app.words import translate


class ApproveStep(QWidget):
    """What is shown is read back from the text that was fixed, and from nothing else."""

    def __init__(self, desk: Desk, pack: Sharing) -> None:
        super().__init__()
        self._desk, self._pack = desk, pack
        missing = sharing.missing(desk.programme, pack)
        column = pieces.column(14)
        asked = translate(
            "share", "Read it together. Press your name if you approve that exactly this leaves. Anybody may say no."
        )
        column.addWidget(Words(asked, size=17))
        flow = Flow(8)
        for person in sharing.makers(desk.programme, pack):
            flow.addWidget(self._place(person, on=person.id in pack.approved))
        column.addLayout(flow)
        column.addWidget(Words(missing or _ready(desk, pack), size=16, colour="soft" if missing else "accent"))
        save = pieces.button(translate("share", "Save the pack…"), self._ask_where, kind="primary")
        save.setEnabled(not missing)
        change = pieces.button(translate("share", "Change it"), self._change, kind="quiet")
        away = pieces.button(translate("share", "We don’t share it…"), self._ask_back, kind="quiet")
        column.addLayout(pieces.row(save, change, away, None))
        column.addWidget(self._reading())
        column.addStretch(1)
        self.setLayout(column)

    def _place(self, person: Person, *, on: bool) -> QWidget:
        name = translate("share", "{name} approves", name=person.name)
        if on:
            name = translate("share", "Take back: {name} approves", name=person.name)
        words = f"✓  {person.name}" if on else person.name
        made = pieces.chip(words, partial(self._turn, person, not on), name=name)
        made.setCheckable(True)
        made.setChecked(on)
        return made

    def _reading(self) -> QWidget:
        panel = pieces.frame("panel", margins=(20, 14, 20, 16), spacing=14)
        try:
            found = share_pack.read((self._pack.sealed or "").encode())
        except UnreadableError as error:
            pieces.fill(panel, Words(str(error), size=16, colour="notice"))
            return panel
        pieces.fill(panel, Words(found.title, size=20, bold=True), Words(f"{found.school} · {found.year}", size=15))
        for label, words in (
            (translate("share", "Our answer"), found.answer),
            (translate("share", "Our question to them"), found.question),
        ):
            if words:
                pieces.fill(panel, Passages([pack_words.Passage(label, words)]))
        for plan in found.plans:
            pieces.fill(panel, Words(plan.title, size=18, bold=True), Passages(pack_words.of_plan(plan)))
        if found.prompts:
            pieces.fill(panel, pieces.label(translate("share", "Prompts"), size=18, bold=True))
        for prompt in found.prompts:
            known = is_known(self._desk.prompts.built_in, prompt)
            pieces.fill(panel, Passages([pack_words.of_prompt(prompt, known.text if known else prompt.text)]))
        return panel

    def _turn(self, person: Person, on: bool) -> None:
        verb = sharing.approve if on else sharing.take_approval_back
        self._desk.do("approve" if on else "take-approval-back", verb, self._pack.id, person.id)

    def _change(self) -> None:
        self._desk.do("open-sharing", sharing.open_sharing, self._pack.id)

    def _ask_back(self) -> None:
        Confirming(
            self.window(),
            translate("share", "Take this pack back?"),
            translate("share", "Nothing of it is shared from here. What was handed over already stays where it went."),
            translate("share", "Take it back"),
            lambda: self._desk.do("withdraw-sharing", sharing.withdraw_sharing, self._pack.id),
        )

    def _ask_where(self) -> None:
        title = share_pack.read((self._pack.sealed or "").encode()).title  # without names, as within
        suggested = stem_of(title, "pack") + ENDING
        self._desk.files.save_as(self, translate("share", "Where does the pack go?"), suggested, self._save)

    def _save(self, path: Path) -> None:
        try:
            outbox.send_pack(self._desk.workspace, self._pack.id, path)
        except (DomainError, StorageError) as error:
            self._desk.said.emit(str(error), "notice")
            return
        said = translate("share", "The pack is in {file}. Hand it on as you like.", file=path.name)
        self._desk.said.emit(said, "")


def _ready(desk: Desk, pack: Sharing) -> str:
    approved, of = sharing.approvals(desk.programme, pack)
    said = translate("share", "{n} of {all} who made it approve. It may leave.", n=approved, all=of)
    sent = [
        fact for fact in desk.workspace.facts if fact.what is Happened.EXPORTED and fact.data.get("sharing") == pack.id
    ]
    if sent:
        said += " " + translate("share", "Saved as {file}.", file=sent[-1].data["file"])
    return said
