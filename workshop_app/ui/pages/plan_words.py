"""The words of a closed plan in large type: all that a signature is for, and nothing else."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_app.dates import long_date
from workshop_app.sealed import SealedAction, SealedPlan
from workshop_app.ui import pieces, plan_lines
from workshop_app.ui.hands_chip import HandsChip
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.plan_actions import day_words
from workshop_app.ui.shared.drawing import Picture
from workshop_app.words import translate

DRAWN_W = 360  # logical pixels of an idea that was drawn


def show(column: QVBoxLayout, said: SealedPlan) -> None:
    """Fill a column with the plan, from top to bottom."""
    pieces.clear(column)
    state = translate("signing", "{title} · version {n}, closed for signing", title=said.title, n=said.version)
    column.addWidget(Words(state, size=16, colour="accent"))
    column.addWidget(Words(said.change, size=27, bold=True))
    column.addSpacing(8)
    _small(column, translate("plan", "Who does what by when"))
    box = pieces.frame("panel", margins=(18, 6, 18, 6), spacing=0)
    for action in said.actions:
        pieces.fill(box, _action_line(action))
    column.addWidget(box)
    column.addSpacing(6)
    for name, words in plan_lines.texts(said):
        _part(column, name, [words])
    _part(column, translate("signing", "Objections that stand with it"), plan_lines.objections(said))
    _part(column, translate("signing", "What was not open, or only in part"), plan_lines.limits(said))
    _part(column, translate("signing", "The ideas behind it"), plan_lines.ideas(said))
    for idea in said.ideas:
        if idea.drawing:
            column.addWidget(Picture(idea.drawing, DRAWN_W))
            column.addSpacing(4)
    if said.review_on:
        _part(column, translate("plan", "We look again on"), [long_date(said.review_on)])
    column.addStretch(1)


def _small(column: QVBoxLayout, text: str) -> None:
    column.addWidget(pieces.label(text, tone="soft", size=15))


def _part(column: QVBoxLayout, name: str, lines: list[str]) -> None:
    if lines:
        _small(column, name)
        for line in lines:
            column.addWidget(Words(line, size=18))
        column.addSpacing(4)


def _action_line(action: SealedAction) -> QWidget:
    text = pieces.column(3)
    text.addLayout(pieces.row(HandsChip(action.hands), None))
    text.addWidget(Words(action.what, size=17))
    for more in plan_lines.besides(action):
        text.addWidget(Words(more, size=15, colour="soft"))
    line = pieces.row(
        text,
        Words(plan_lines.names(action), size=16, bold=True, middle=True),
        pieces.label(day_words(action.by), size=16),
        spacing=16,
    )
    line.setStretch(0, 3)
    line.setStretch(1, 2)
    line.setContentsMargins(0, 8, 0, 8)
    made = QWidget()
    made.setLayout(line)
    return made
