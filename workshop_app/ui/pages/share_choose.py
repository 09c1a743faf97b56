"""The first step of a pack: what leaves, under which name, and a question for the students who will read it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from workshop_app import share_packs
from workshop_app.domain import sharing
from workshop_app.domain.sharing import Sharing
from workshop_app.domain.texts import SHORT
from workshop_app.ui import drafts, pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.tick import Tick
from workshop_app.words import translate

FIELD = 88  # logical pixels


@dataclass(frozen=True, slots=True)
class Asking:
    """Another school's question that the pack answers."""

    pack_id: str
    school: str
    question: str


class ChooseStep(QWidget):
    """`go_on` is called with the pack's id once it is chosen. `pack` is None for one that is begun here."""

    def __init__(self, desk: Desk, pack: Sharing | None, asking: Asking | None, go_on: Callable[[str], object]) -> None:
        super().__init__()
        self._desk, self._pack, self._asking, self._go_on = desk, pack, asking, go_on
        self._key = f"share/{pack.id if pack else asking.pack_id if asking else 'new'}"
        self._plans: dict[str, Tick] = {}
        self._prompts: dict[str, Tick] = {}
        self._answer: QPlainTextEdit | None = None
        column = pieces.column(14)
        self._title = self._line(translate("share", "The pack’s name"), "title", pack.title if pack else "")
        column.addLayout(_labelled(translate("share", "What is the pack called?"), self._title))
        if asking is not None or (pack is not None and pack.answers_pack):
            column.addLayout(self._answer_part())
        self._question = self._field("question", pack.question if pack else "")
        self._question.setAccessibleName(translate("share", "A question for the students who will read it"))
        column.addLayout(_labelled(translate("share", "A question for the students who will read it"), self._question))
        column.addWidget(self._choices())
        done = pieces.button(translate("share", "Look for names  →"), self._done, kind="primary")
        column.addLayout(pieces.row(done, None))
        column.addStretch(1)
        self.setLayout(column)

    def _answer_part(self) -> QVBoxLayout:
        self._answer = self._field("answer", self._pack.answer if self._pack else "")
        self._answer.setAccessibleName(translate("share", "Our answer"))
        asking = self._asking
        said = (
            translate("share", "{school} asks: {question}", school=asking.school, question=asking.question)
            if asking is not None
            else translate("share", "Our answer to their question")
        )
        return _labelled(said, self._answer)

    def _choices(self) -> QWidget:
        panel = pieces.frame("panel", margins=(18, 12, 18, 14), spacing=4)
        ready = sharing.can_leave(self._desk.programme)
        chosen = set(self._pack.plan_ids) if self._pack else {one.id for one in ready}
        pieces.fill(panel, pieces.label(translate("share", "Plans, as they were signed"), size=17, bold=True))
        for plan in ready:
            self._plans[plan.id] = Tick(plan.title, on=plan.id in chosen)
            pieces.fill(panel, self._plans[plan.id])
        if not ready:
            none = translate("share", "None yet. A plan can leave once it is closed and a student has signed it.")
            pieces.fill(panel, Words(none, size=16, colour="soft"))
        asked = share_packs.asked_prompts(self._desk.programme)
        if asked:
            heading = pieces.label(translate("share", "Prompts, with what came of them"), size=17, bold=True)
            heading.setContentsMargins(0, 10, 0, 0)
            pieces.fill(panel, heading)
        kept = set(self._pack.prompt_ids) if self._pack else set()
        for prompt_id, one in asked.items():
            self._prompts[prompt_id] = Tick(one.text, on=prompt_id in kept)
            pieces.fill(panel, self._prompts[prompt_id])
        return panel

    def _line(self, name: str, part: str, text: str) -> QLineEdit:
        made = QLineEdit(text)
        made.setFont(theme.font(18))
        made.setMaxLength(SHORT)
        made.setAccessibleName(name)
        drafts.keep(made, f"{self._key}/{part}", self._desk)
        return made

    def _field(self, part: str, text: str) -> QPlainTextEdit:
        made = QPlainTextEdit(text)
        made.setFont(theme.font(18))
        made.setFixedHeight(theme.px(FIELD))
        made.setTabChangesFocus(True)
        drafts.keep(made, f"{self._key}/{part}", self._desk)
        return made

    def _done(self) -> None:
        plan_ids = [key for key, box in self._plans.items() if box.on]
        prompt_ids = [key for key, box in self._prompts.items() if box.on]
        answer = self._answer.toPlainText() if self._answer is not None else ""
        if not plan_ids and not prompt_ids and not answer.strip():
            self._desk.said.emit(translate("share", "Choose a plan or a prompt first."), "notice")
            return
        workspace, title, question = self._desk.workspace, self._title.text(), self._question.toPlainText()
        if self._pack is not None:
            pack_id = self._pack.id
            done = self._desk.do(
                "choose-again",
                sharing.choose_again,
                pack_id,
                title=title,
                plan_ids=plan_ids,
                prompt_ids=prompt_ids,
                question=question,
                answer=answer,
            )
        else:
            pack_id = workspace.new_id()
            done = self._desk.do(
                "begin-sharing",
                sharing.begin_sharing,
                new_id=pack_id,
                at=workspace.now(),
                title=title,
                plan_ids=plan_ids,
                prompt_ids=prompt_ids,
                question=question,
                answers_pack=self._asking.pack_id if self._asking else "",
                answer=answer,
            )
        if done:
            for part in ("title", "question", "answer"):
                self._desk.keep_draft(f"{self._key}/{part}", "")
            self._go_on(pack_id)


def _labelled(label: str, field: QWidget) -> QVBoxLayout:
    column = pieces.column(4)
    column.addWidget(Words(label, size=16))
    column.addWidget(field)
    return column
