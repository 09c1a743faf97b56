"""The prompts of one aspect, as calm rows: what is asked, in plain words, and what may be done with it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workshop_app.facilitation.bank import Aspect, Prompt
from workshop_app.ui import pieces
from workshop_app.ui.lettering import Words
from workshop_app.ui.tile import FamilyMark
from workshop_app.words import translate

Act = Callable[[str], object]  # gets the id of a prompt


def kind_name(kind: str) -> str:
    """What a prompt is for, in words."""
    return {
        "opener": translate("own-prompts", "It opens"),
        "dig": translate("own-prompts", "It digs"),
        "tables": translate("own-prompts", "It turns the tables"),
        "ours": translate("own-prompts", "Our own part"),
        "others": translate("own-prompts", "Who else helps"),
    }[kind]


class PromptRow(QWidget):
    """One prompt. `edit` and `remove` are None for built-in ones."""

    def __init__(self, prompt: Prompt, turn: Act, edit: Act | None, remove: Act | None) -> None:
        super().__init__()
        self._prompt = prompt
        self._words = pieces.column(1)
        self._turn = pieces.button(" ", partial(turn, prompt.id), kind="small")
        self._turn.setFixedWidth(self._wide())
        buttons = [self._turn]
        if edit is not None:
            name = translate("own-prompts", "Edit: {text}", text=prompt.text)
            buttons.insert(
                0, pieces.button(translate("own-prompts", "Edit"), partial(edit, prompt.id), kind="small", name=name)
            )
        if remove is not None:
            name = translate("own-prompts", "Remove: {text}", text=prompt.text)
            buttons.append(
                pieces.button(translate("own-prompts", "Remove"), partial(remove, prompt.id), kind="small", name=name)
            )
        line = pieces.row(spacing=8)
        line.addLayout(self._words, 1)
        line.addSpacing(16)
        for button in buttons:
            line.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def show_hidden(self, hidden: bool) -> None:
        """Say whether it is asked."""
        pieces.clear(self._words)
        prompt = self._prompt
        about = translate("own-prompts", "{kind} · {n} min", kind=kind_name(prompt.kind), n=prompt.minutes)
        if hidden:
            about = translate("own-prompts", "Hidden · {about}", about=about)
        self._words.addWidget(pieces.label(about, tone="soft", size=14, bold=hidden))
        self._words.addWidget(Words(prompt.text, size=17, colour="soft" if hidden else "ink"))
        if prompt.plain != prompt.text:
            self._words.addWidget(Words(prompt.plain, size=15, colour="soft"))
        self._words.addStretch(1)
        said = self._again() if hidden else self._hide()
        self._turn.setText(said)
        self._turn.setAccessibleName(f"{said}: {prompt.text}")

    def _wide(self) -> int:
        """As wide as the longer of its two words, so that nothing jumps when it turns."""
        widest = max(self._turn.fontMetrics().horizontalAdvance(words) for words in (self._hide(), self._again()))
        return widest + 32

    def _hide(self) -> str:
        return translate("own-prompts", "Hide")

    def _again(self) -> str:
        return translate("own-prompts", "Show again")


class AspectPanel(QFrame):
    """One aspect with its prompts. `places` says where a row stands, so that an editor can stand there instead."""

    def __init__(self, aspect: Aspect, turn: Act, edit: Act | None = None, remove: Act | None = None) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.setAccessibleName(aspect.name)
        self.rows = {prompt.id: PromptRow(prompt, turn, edit, remove) for prompt in aspect.prompts}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 12, 14, 14)
        self._column.setSpacing(16)
        heading = pieces.row(spacing=8)
        heading.addWidget(FamilyMark(aspect.family))
        heading.addWidget(Words(aspect.name, size=15, bold=True, middle=True), 1)
        self._column.addLayout(heading)
        for row in self.rows.values():
            self._column.addWidget(row)

    def put_instead(self, prompt_id: str, editor: QWidget) -> None:
        """Have an editor stand where a prompt stood."""
        row = self.rows[prompt_id]
        row.hide()
        self._column.insertWidget(self._column.indexOf(row), editor)
