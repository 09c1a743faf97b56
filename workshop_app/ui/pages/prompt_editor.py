"""Writing a prompt of one's own. The question is enough; the rest helps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator, QTextCursor
from PySide6.QtWidgets import QFrame, QLayout, QLineEdit, QPlainTextEdit, QWidget

from workshop_app.domain.texts import optional, tidy, wanted
from workshop_app.facilitation import advice
from workshop_app.facilitation.bank import KINDS, Aspect, Family, Prompt
from workshop_app.facilitation.pack_in import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_TEXT,
    USUAL_KIND,
    USUAL_MINUTES,
    USUAL_SYMBOL,
)
from workshop_app.facilitation.prompts import LONGEST_MINUTES, LONGEST_SHORT
from workshop_app.ui import pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.prompt_rows import kind_name
from workshop_app.ui.picks import Pick
from workshop_app.words import translate


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the fields, just as it was typed. `aspect_id` is "" for a new aspect, which has the last three."""

    aspect_id: str
    kind: str = USUAL_KIND
    text: str = ""
    plain: str = ""
    follow_ups: str = ""
    note: str = ""
    minutes: str = str(USUAL_MINUTES)
    name: str = ""
    short: str = ""
    family: str = ""

    @classmethod
    def of(cls, prompt: Prompt) -> "Written":
        """A prompt, to be written anew."""
        return cls(
            aspect_id=prompt.aspect_id,
            kind=prompt.kind,
            text=prompt.text,
            plain="" if prompt.plain == prompt.text else prompt.plain,
            follow_ups="\n".join(prompt.follow_ups),
            note=prompt.note,
            minutes=str(prompt.minutes),
        )

    def prompt(self, prompt_id: str) -> Prompt:
        """The prompt; DomainError if the question is empty or something is too long."""
        text = wanted(self.text, translate("own-prompts", "The question"), LONGEST_TEXT)
        also = translate("own-prompts", "A question to follow")
        return Prompt(
            id=prompt_id,
            aspect_id=self.aspect_id,
            kind=self.kind,
            text=text,
            plain=tidy(optional(self.plain, translate("own-prompts", "The plain words"), LONGEST_TEXT)) or text,
            follow_ups=tuple(wanted(line, also, LONGEST_TEXT) for line in self.follow_ups.splitlines() if tidy(line)),
            note=optional(self.note, translate("own-prompts", "The note"), LONGEST_NOTE),
            minutes=min(LONGEST_MINUTES, max(1, int(self.minutes))) if self.minutes.isdecimal() else USUAL_MINUTES,
        )

    def aspect(self, aspect_id: str, prompt_id: str) -> Aspect:
        """The new aspect with its first prompt; DomainError if a name is missing or too long."""
        name = wanted(self.name, translate("own-prompts", "The aspect's name"), LONGEST_NAME)
        short = self.short if tidy(self.short) or len(name) > LONGEST_SHORT else name
        prompt = replace(self, aspect_id=aspect_id).prompt(prompt_id)
        return Aspect(
            id=aspect_id,
            family=self.family,
            name=name,
            short=wanted(short, translate("own-prompts", "The short name for cards"), LONGEST_SHORT),
            symbol=USUAL_SYMBOL,
            familiar=False,
            frameworks={},
            prompts=(prompt,),
        )


class PromptEditor(QFrame):
    """The fields. It shows and gives back what is written; keeping is for others."""

    def __init__(self, families: Sequence[Family], keep: Callable[[], object], leave: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._aspect = Pick(translate("own-prompts", "Which aspect of school life"))
        self._aspect.currentIndexChanged.connect(lambda _index: self._show_new())
        self._kind = Pick(translate("own-prompts", "What it is for"))
        for kind in KINDS:
            self._kind.addItem(kind_name(kind), kind)
        self._minutes = QLineEdit()
        self._minutes.setValidator(QIntValidator(0, LONGEST_MINUTES, self))
        self._minutes.setAccessibleName(translate("own-prompts", "Minutes"))
        self._minutes.setFixedWidth(theme.px(64))
        self._family = Pick(translate("own-prompts", "Which family it belongs to"))
        self._families = families
        for family in families:
            self._family.addItem(family.name, family.id)
        self._name = _line(translate("own-prompts", "What the aspect is called"))
        self._short = _line(translate("own-prompts", "Short, for cards"))
        self._short.setMaxLength(LONGEST_SHORT)
        self._text = _box(translate("own-prompts", "The question"), 74, size=19)
        self._text.textChanged.connect(self._advise)
        self._plain = _box(translate("own-prompts", "In plain words, for those new to English"), 70)
        self._follow_ups = _box(translate("own-prompts", "Questions to follow, one on each line"), 92)
        self._note = _box(translate("own-prompts", "Note for the facilitator, never on the shared screen"), 92)
        self._hint = Words(size=15, colour="notice")
        self._new = _bare(
            pieces.row(
                _under(self._name.accessibleName(), self._name),
                _under(self._short.accessibleName(), self._short),
                _under(self._family.accessibleName(), self._family),
            )
        )
        column = pieces.column(8)
        column.setContentsMargins(18, 14, 18, 16)
        self.setLayout(column)
        first = pieces.row(spacing=10)
        first.addWidget(_under(self._aspect.accessibleName(), self._aspect), 3)
        first.addWidget(_under(self._kind.accessibleName(), self._kind), 2)
        first.addWidget(_under(self._minutes.accessibleName(), self._minutes))
        column.addLayout(first)
        column.addWidget(self._new)
        column.addWidget(_under(self._text.accessibleName(), self._text))
        column.addWidget(self._hint)
        column.addWidget(_under(self._plain.accessibleName(), self._plain))
        column.addLayout(
            pieces.row(
                _under(self._follow_ups.accessibleName(), self._follow_ups),
                _under(self._note.accessibleName(), self._note),
            )
        )
        column.addSpacing(4)
        column.addLayout(
            pieces.row(
                pieces.button(translate("own-prompts", "Keep this prompt"), keep, kind="primary"),
                pieces.button(translate("own-prompts", "Leave it"), leave),
                None,
            )
        )

    def offer(self, aspects: Sequence[Aspect]) -> None:
        """The aspects to choose from, and a new one."""
        chosen = self._aspect.currentData()
        names = {family.id: family.name for family in self._families}
        self._aspect.clear()
        for aspect in aspects:
            family = names.get(aspect.family, "")
            self._aspect.addItem(
                translate("own-prompts", "{family}: {aspect}", family=family, aspect=aspect.name), aspect.id
            )
        self._aspect.addItem(translate("own-prompts", "A new aspect…"), "")
        self._aspect.setCurrentIndex(max(0, self._aspect.findData(chosen)))

    def show_written(self, written: Written) -> None:
        """Fill the fields, with the keyboard on the question."""
        _choose(self._aspect, written.aspect_id)
        _choose(self._kind, written.kind)
        _choose(self._family, written.family)
        self._minutes.setText(written.minutes)
        self._name.setText(written.name)
        self._short.setText(written.short)
        for box, text in (
            (self._text, written.text),
            (self._plain, written.plain),
            (self._follow_ups, written.follow_ups),
            (self._note, written.note),
        ):
            if box.toPlainText() != text:
                box.setPlainText(text)
        self._advise()
        self._show_new()

    def written(self) -> Written:
        """What stands in the fields."""
        return Written(
            aspect_id=self._aspect.currentData() or "",
            kind=self._kind.currentData() or USUAL_KIND,
            text=self._text.toPlainText(),
            plain=self._plain.toPlainText(),
            follow_ups=self._follow_ups.toPlainText(),
            note=self._note.toPlainText(),
            minutes=self._minutes.text(),
            name=self._name.text(),
            short=self._short.text(),
            family=self._family.currentData() or "",
        )

    def begin_typing(self) -> None:
        """Put the keyboard where the question goes on."""
        self._text.moveCursor(QTextCursor.MoveOperation.End)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_new(self) -> None:
        self._new.setVisible(self._aspect.currentData() == "")

    def _advise(self) -> None:
        said = " ".join(advice.hints(self._text.toPlainText()))
        self._hint.set_text(said)
        self._hint.setVisible(bool(said))


def _choose(pick: Pick, key: str) -> None:
    pick.setCurrentIndex(max(0, pick.findData(key)))


def _line(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setMaxLength(LONGEST_NAME)
    return made


def _box(name: str, height: int, *, size: float = 16) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setAccessibleName(name)
    made.setFont(theme.font(size))
    made.setFixedHeight(theme.px(height))
    made.setTabChangesFocus(True)
    return made


def _under(words: str, field: QWidget) -> QWidget:
    """A field below its name."""
    column = pieces.column(2)
    column.addWidget(pieces.label(words, tone="soft", size=14))
    column.addWidget(field)
    return _bare(column)


def _bare(layout: QLayout) -> QWidget:
    made = QWidget()
    made.setLayout(layout)
    return made
