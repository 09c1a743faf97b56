"""Objections to one idea, as they were said, and how each was met. A role goes with them, never a name."""

from functools import partial

from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from workshop_app.domain import consent
from workshop_app.domain.consent import Objection
from workshop_app.ui import drafts, pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.noted import NotedField
from workshop_app.ui.role_choice import RoleChoice
from workshop_app.ui.role_words import role_name
from workshop_app.words import translate


class Objections(QWidget):
    """What was objected, and a field for the next objection."""

    def __init__(self, desk: Desk, idea_id: str) -> None:
        super().__init__()
        self._desk, self._idea_id = desk, idea_id
        self._shown: list[str] = []
        self._met: list[NotedField] = []
        self._list = pieces.column(10)
        column = pieces.column(10)
        column.addWidget(self._form())
        column.addLayout(self._list)
        column.addStretch(1)
        self.setLayout(column)
        desk.flushing.connect(self._flush)

    def refresh(self) -> None:
        """The objections that stand."""
        standing = consent.objections(self._desk.programme, self._idea_id)
        if [one.id for one in standing] == self._shown:
            for field in self._met:
                field.show_saved()
            return
        self._flush()
        self._shown = [one.id for one in standing]
        self._met = []
        pieces.clear(self._list)
        for one in standing:
            self._list.addWidget(self._card(one))

    def _form(self) -> QFrame:
        form = pieces.frame("dashed", margins=(16, 12, 16, 12), spacing=8)
        self._field = QPlainTextEdit()
        self._field.setFont(theme.font(17))
        self._field.setFixedHeight(theme.px(78))
        self._field.setTabChangesFocus(True)
        asked = translate("consent", "What do you object to? In your own words.")
        self._field.setPlaceholderText(asked)
        self._field.setAccessibleName(asked)
        self._draft = drafts.keep(self._field, f"objection/{self._idea_id}", self._desk)
        self._role = RoleChoice(translate("consent", "Who objects"), kind="small")
        write = pieces.button(
            translate("consent", "Write it down"), self._write, kind="small", name=translate("consent", "Write it down")
        )
        pieces.fill(form, self._field, pieces.row(self._role, None, write))
        return form

    def _card(self, one: Objection) -> QFrame:
        desk = self._desk
        card = pieces.frame("panel", margins=(16, 10, 16, 12), spacing=6)
        whose = pieces.label(role_name(one.role), tone="soft", size=14)
        back = pieces.button(
            translate("consent", "Taken back"),
            partial(desk.do, "take-objection-back", consent.withdraw_objection, one.id),
            kind="quiet",
            name=translate("consent", "Taken back: {objection}", objection=one.text),
        )

        def saved() -> str | None:
            found = desk.programme.all(Objection).get(one.id)
            return found.met if found else None

        name = translate("consent", "How was it met?")
        met = NotedField(
            desk,
            f"met/{one.id}",
            translate("consent", "How was it met? {objection}", objection=one.text),
            saved,
            lambda text: desk.do("meet-objection", consent.meet, one.id, text),
            size=16,
            height=46,
        )
        met.setPlaceholderText(name)
        self._met.append(met)
        quote = Words(translate("consent", "“{objection}”", objection=one.text), size=18)
        pieces.fill(card, quote, met, pieces.row(whose, None, back))
        return card

    def _write(self) -> None:
        new_id, at = self._desk.workspace.new_id(), self._desk.workspace.now()
        role, text = self._role.role(), self._field.toPlainText()
        if self._desk.do(
            "object", consent.object_to, new_id=new_id, at=at, idea_id=self._idea_id, role=role, text=text
        ):
            self._draft.done()

    def _flush(self) -> None:
        for field in self._met:
            field.flush()
