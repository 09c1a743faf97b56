"""The honest no, one question at a time: from "that can't be done" to what lies underneath, and to an answer."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from workshop_app.domain import honest_no
from workshop_app.domain.answers import Kind
from workshop_app.domain.honest_no import STEPS, HonestNo
from workshop_app.ui import pieces
from workshop_app.ui.answer_form import AnswerForm
from workshop_app.ui.desk import Desk
from workshop_app.ui.dots import Dots
from workshop_app.ui.lettering import Words
from workshop_app.ui.noted import NotedField
from workshop_app.words import translate

NEEDED = ("need", "students_say")  # without these nothing is settled


@dataclass(frozen=True, slots=True)
class Question:
    """One step of the path with the facilitator's hint."""

    asks: str
    hint: str


def questions() -> dict[str, Question]:
    """Every step that is written down, in its order, by the name of its field."""
    return {
        "need": Question(
            translate("honest no", "What need is underneath?"),
            translate("honest no", "Ask: what would be better for you then? Write down the need, not the wish."),
        ),
        "who_could_change": Question(
            translate("honest no", "Who could change that?"),
            translate("honest no", "Every rule has an owner. Name a post or a body, not “the school”. Law is one too."),
        ),
        "small_try": Question(
            translate("honest no", "What could be tried on a small scale?"),
            translate("honest no", "One class, one week, one corridor: small enough to be safe, cheap and soon."),
        ),
        "students_say": Question(
            translate("honest no", "What do the students say to it?"),
            translate("honest no", "Read aloud what stands here so far. Then write down their words, not yours."),
        ),
    }


class HonestPath(QWidget):
    """The path of one idea. `left` when somebody goes back to where it began, `settled` once there is an answer."""

    left = Signal()
    settled = Signal()

    def __init__(self, desk: Desk, path: HonestNo) -> None:
        super().__init__()
        self._desk, self._path = desk, path
        self._key = f"path/{path.id}/step"
        kept = desk.workspace.draft(self._key)
        self._at = min(len(STEPS), int(kept)) if kept.isdigit() else 0
        self._field: NotedField | None = None
        self._dots = Dots(len(STEPS) + 1)
        self._because = pieces.label(honest_no.name(path.because), tone="notice", size=16, bold=True)
        self._question = Words(size=26, bold=True)
        self._hint = Words(size=16, colour="soft")
        self._place = pieces.column(8)
        self._before = pieces.button(translate("honest no", "←  Back one step"), partial(self._turn, -1))
        self._next = pieces.button(translate("honest no", "Next  →"), partial(self._turn, 1), kind="primary")
        drop = pieces.button(translate("honest no", "Nothing is in the way after all"), self._drop, kind="quiet")
        column = pieces.column(10)
        column.addLayout(pieces.row(self._because, None, self._dots))
        column.addWidget(self._question)
        column.addWidget(self._hint)
        column.addLayout(self._place)
        column.addLayout(pieces.row(self._before, self._next, None, drop))
        column.addStretch(1)
        self.setLayout(column)
        desk.flushing.connect(self.flush)
        self._show()

    def begin(self) -> None:
        """The keyboard is on the question."""
        if self._field is not None:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._field.moveCursor(QTextCursor.MoveOperation.End)

    def refresh(self) -> None:
        """What is saved, unless something else is being typed."""
        if self._field is not None:
            self._field.show_saved()

    def flush(self) -> None:
        """Write down what is typed."""
        if self._field is not None:
            self._field.flush()

    def _turn(self, by: int) -> None:
        if self._at + by < 0:
            self.left.emit()
            return
        self._desk.flushing.emit()  # whatever is half typed here is kept before it makes room
        typed = self._field
        if typed is not None:
            if not typed.flush():
                return
            if by > 0 and STEPS[self._at] in NEEDED and not typed.toPlainText().strip():
                said = translate("honest no", "A few words first. They can be changed later.")
                self._desk.said.emit(said, "notice")
                return
        self._at += by
        self._desk.keep_draft(self._key, str(self._at))
        self._show()

    def _show(self) -> None:
        pieces.clear(self._place)
        self._field = None
        self._dots.show_step(self._at)
        last = self._at == len(STEPS)
        self._next.setVisible(not last)
        if last:
            self._question.set_text(translate("honest no", "How was it settled?"))
            self._hint.set_text(translate("honest no", "An honest no with a reason is better than a silent one."))
            form = AnswerForm(self._desk, self._path.idea_id, self._settle)
            self._place.addWidget(form)
            return
        step = STEPS[self._at]
        asked = questions()[step]
        self._question.set_text(asked.asks)
        self._hint.set_text(asked.hint)
        self._field = NotedField(
            self._desk,
            f"path/{self._path.id}/{step}",
            asked.asks,
            partial(self._saved, step),
            partial(self._write, step),
            size=20,
            height=150,
        )
        self._place.addWidget(self._field)
        self.begin()

    def _saved(self, step: str) -> str | None:
        path = self._desk.programme.all(HonestNo).get(self._path.id)
        return None if path is None else str(getattr(path, step))

    def _write(self, step: str, text: str) -> bool:
        return self._desk.do("honest-no", honest_no.fill, self._path.id, step, text)

    def _settle(self, kind: Kind, reason: str, by: str, passed_to: str) -> bool:
        new_id, at = self._desk.workspace.new_id(), self._desk.workspace.now()
        said = {"reason": reason, "by": by, "passed_to": passed_to}
        done = self._desk.do("settle", honest_no.settle, self._path.id, new_id=new_id, at=at, kind=kind, **said)
        if done:
            self._desk.keep_draft(self._key, "")
            self.settled.emit()
        return done

    def _drop(self) -> None:
        self._field = None  # what is half typed stays a draft
        self._desk.do("honest-no", honest_no.drop_path, self._path.id)
