"""Reading another school's pack: where it came from, what it says, and what we take over of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from workshop_app import packs_in
from workshop_app.domain.errors import DomainError
from workshop_app.domain.sharing import Sharing
from workshop_app.exchange import pack_words
from workshop_app.exchange.share_pack import PackPlan, PackPrompt
from workshop_app.facilitation.pack_errors import PromptPackError
from workshop_app.pack_shelf import Kept
from workshop_app.storage.errors import StorageError
from workshop_app.ui import columns, pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.going import to_plan
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.share_passages import Passages
from workshop_app.ui.shared.confirming import Confirming
from workshop_app.words import translate

WIDEST = 900  # logical pixels of a line to read
OPEN_AT_ONCE = 3  # plans; of more, each is opened when it is wanted


class ReadPack(QWidget):
    """`answer` begins a pack that answers this one's question, `remove` takes it off the laptop."""

    def __init__(
        self, desk: Desk, kept: Kept, answer: Callable[[Kept], object], remove: Callable[[Kept], object]
    ) -> None:
        super().__init__()
        self._desk, self._kept, self._remove = desk, kept, remove
        self._folded: dict[QFrame, QWidget] = {}
        pack = kept.file.pack
        column = pieces.column(14)
        column.setContentsMargins(26, 4, 20, 24)
        column.addWidget(Words(pack.title, size=24, bold=True))
        told = pieces.column(2)
        for number, line in enumerate(pack_words.source(kept.file)):
            told.addWidget(Words(line, size=17 if number == 0 else 14, colour="ink" if number == 0 else "soft"))
        column.addLayout(told)
        mine = desk.programme.all(Sharing).get(pack.answers)
        if pack.answer:
            column.addWidget(_quoted(_answer_label(mine), pack.answer))
        if pack.question:
            asked = _quoted(translate("share", "They ask the students who read this"), pack.question)
            button = pieces.button(translate("share", "Answer with a pack of ours"), partial(answer, kept))
            pieces.fill(asked, pieces.row(button, None))
            column.addWidget(asked)
        for place, plan in enumerate(pack.plans):
            column.addWidget(self._plan(place, plan))
        if pack.prompts:
            column.addWidget(self._prompts(pack.prompts))
        away = pieces.button(translate("share", "Remove this pack…"), self._ask_remove, kind="quiet")
        column.addLayout(pieces.row(away, None))
        column.addStretch(1)
        outer = pieces.column(0)
        outer.addWidget(columns.scrolled(column, WIDEST))
        self.setLayout(outer)

    def _plan(self, place: int, plan: PackPlan) -> QFrame:
        panel = pieces.frame("panel", margins=(20, 14, 20, 16), spacing=12)
        name = translate("share", "Take over the plan {title}", title=plan.title)
        take = pieces.button(translate("share", "Take this plan over"), partial(self._take_plan, place), name=name)
        head = pieces.row(spacing=12)
        head.addWidget(Words(plan.title, size=20, bold=True, middle=True), 1)
        head.addWidget(take, alignment=Qt.AlignmentFlag.AlignTop)
        pieces.fill(panel, head)
        if place < OPEN_AT_ONCE:
            pieces.fill(panel, Passages(pack_words.of_plan(plan)))
            return panel
        name = translate("share", "Read the plan {title}", title=plan.title)
        read = pieces.button(translate("share", "Read it"), partial(self._unfold, panel, plan), kind="small", name=name)
        self._folded[panel] = read
        pieces.fill(panel, pieces.row(read, None))
        return panel

    def _unfold(self, panel: QFrame, plan: PackPlan) -> None:
        button = self._folded.pop(panel, None)
        if button is not None:
            button.hide()
            pieces.fill(panel, Passages(pack_words.of_plan(plan)))

    def _prompts(self, prompts: tuple[PackPrompt, ...]) -> QFrame:
        panel = pieces.frame("panel", margins=(20, 14, 20, 16), spacing=10)
        pieces.fill(panel, pieces.label(translate("share", "Prompts, and what came of them"), size=20, bold=True))
        for prompt in prompts:
            known = packs_in.is_known(self._desk.prompts.built_in, prompt)
            text = known.text if known else prompt.text
            line = pieces.row(spacing=12)
            line.addWidget(Passages([pack_words.of_prompt(prompt, text)]), 1)
            if prompt.built_in:
                line.addWidget(pieces.label(translate("share", "here already"), tone="soft", size=14))
            else:
                name = translate("share", "Take over the prompt {text}", text=text)
                take = pieces.button(
                    translate("share", "Take it over"), partial(self._take_prompt, prompt), kind="small", name=name
                )
                line.addWidget(take, alignment=Qt.AlignmentFlag.AlignTop)
            pieces.fill(panel, line)
        return panel

    def _take_plan(self, place: int) -> None:
        try:
            plan_id = packs_in.take_plan(self._desk.workspace, self._kept.file, place)
        except (DomainError, StorageError) as error:
            self._desk.said.emit(str(error), "notice")
            return
        to_plan(self._desk, plan_id)
        self._desk.said.emit(translate("share", "It is a plan of ours now. Choose anew who does what."), "")

    def _take_prompt(self, prompt: PackPrompt) -> None:
        try:
            pack = packs_in.take_prompt(self._desk.prompts, self._kept.file, prompt)
        except (DomainError, StorageError, PromptPackError) as error:
            self._desk.said.emit(str(error), "notice")
            return
        self._desk.said.emit(translate("share", "It is in “{pack}” now, under Our own prompts.", pack=pack.name), "")

    def _ask_remove(self) -> None:
        Confirming(
            self.window(),
            translate("share", "Remove this pack from the laptop?"),
            translate("share", "What we took over of it stays. The file that was sent stays where it is."),
            translate("share", "Remove it"),
            partial(self._remove, self._kept),
        )


def _answer_label(mine: Sharing | None) -> str:
    if mine is not None and mine.question:
        return translate("share", "They answer our question “{question}”", question=mine.question)
    return translate("share", "They answer a question")


def _quoted(label: str, words: str) -> QFrame:
    made = pieces.frame("accent", margins=(18, 12, 18, 14), spacing=6)
    pieces.fill(made, Words(label, size=15, colour="soft"), Words(words, size=19))
    return made
