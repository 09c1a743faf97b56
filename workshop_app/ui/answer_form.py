"""Answering an idea from the one list of answers. Each but a plain yes has a reason that the students will read.

A no is given here where its path was walked; elsewhere it leads there.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from workshop_app.domain import answers
from workshop_app.domain.answers import Kind
from workshop_app.ui import drafts, pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.words import translate

Give = Callable[[Kind, str, str, str], bool]  # kind, reason, by, passed_to; whether it was taken


class AnswerForm(QWidget):
    """`give` does it. What is half typed is kept for the idea until it is given.

    `refuse` leads to the honest path; None where a no can be given here like any other answer.
    """

    def __init__(
        self,
        desk: Desk,
        idea_id: str,
        give: Give,
        *,
        first: Kind | None = None,
        refuse: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._desk, self._give = desk, give
        self._kind_key = f"answer/{idea_id}/kind"
        kinds = [kind for kind in Kind if kind is not Kind.NO or refuse is None]
        self._kind = pieces.Choice(
            ((kind.value, answers.name(kind)) for kind in kinds),
            self._chosen,
            name=translate("answering", "The answer"),
        )
        self._why = pieces.label("", size=16, wrap=True)
        self._reason = QPlainTextEdit()
        self._reason.setFont(theme.font(18))
        self._reason.setFixedHeight(theme.px(104))
        self._reason.setTabChangesFocus(True)
        self._reason.setAccessibleName(translate("answering", "The reason"))
        self._to_words, self._to = _line(translate("answering", "To whom does it go on?"))
        self._by_words, self._by = _line(translate("answering", "Who answers?"))
        self._kept = (
            drafts.keep(self._reason, f"answer/{idea_id}/reason", desk),
            drafts.keep(self._to, f"answer/{idea_id}/to", desk),
            drafts.keep(self._by, f"answer/{idea_id}/by", desk),
        )
        self._done = pieces.button(translate("answering", "Give this answer"), self._answer, kind="primary")
        column = pieces.column(8)
        column.addWidget(self._kind)
        column.addWidget(self._why)
        column.addWidget(self._reason)
        whom = pieces.row(spacing=14)
        for words, line in ((self._to_words, self._to), (self._by_words, self._by)):
            beside = pieces.column(4)
            beside.addWidget(words)
            beside.addWidget(line)
            whom.addLayout(beside, 1)
        column.addLayout(whom)
        column.addSpacing(4)
        foot = pieces.row(self._done)
        if refuse is not None:
            foot.addWidget(
                pieces.button(translate("answering", "Or a no, by the honest path  →"), refuse, kind="quiet")
            )
        foot.addStretch(1)
        column.addLayout(foot)
        self.setLayout(column)
        kept = desk.workspace.draft(self._kind_key)
        self._kind.choose(first.value if first else kept)
        self._show_kind()

    def begin(self) -> None:
        """The keyboard is where the next thing is asked."""
        field = self._reason if self._kind.key() else self._kind
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, key: str) -> None:
        self._desk.keep_draft(self._kind_key, key)
        self._show_kind()

    def _show_kind(self) -> None:
        key = self._kind.key()
        kind = Kind(key) if key else None
        self._why.setText(_why(kind))
        for part in (self._to_words, self._to):
            part.setVisible(kind is Kind.PASSED_ON)
        rest: tuple[QWidget, ...] = (self._reason, self._by_words, self._by, self._done)
        for widget in rest:
            widget.setVisible(kind is not None)

    def _answer(self) -> None:
        kind = Kind(self._kind.key())
        if self._give(kind, self._reason.toPlainText(), self._by.text(), self._to.text()):
            for keeper in self._kept:
                keeper.done()
            self._desk.keep_draft(self._kind_key, "")


def _line(question: str) -> tuple[QLabel, QLineEdit]:
    field = QLineEdit()
    field.setFont(theme.font(17))
    field.setAccessibleName(question)
    return pieces.label(question, size=16), field


def _why(kind: Kind | None) -> str:
    """What the reason is asked for."""
    if kind is None:
        return translate("answering", "One of these. Each but a plain yes needs a reason.")
    return {
        Kind.YES: translate("answering", "A yes needs no reason. Say what happens next, if you know it."),
        Kind.WITH_CHANGES: translate("answering", "What changes, and why? The students will read this."),
        Kind.NOT_YET: translate("answering", "Why not yet, and when do we look again? The students will read this."),
        Kind.NO: translate("answering", "Why not? The students will read this."),
        Kind.PASSED_ON: translate("answering", "Why does it go on to somebody else? The students will read this."),
    }[kind]
