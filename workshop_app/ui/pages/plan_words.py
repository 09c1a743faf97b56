"""The words of a closed plan in large type, to be read aloud: all that a signature is for, and nothing else."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_app.dates import long_date
from workshop_app.domain import answers, openness
from workshop_app.sealed import SealedAction, SealedAnswer, SealedIdea, SealedPlan
from workshop_app.ui import pieces
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.plan_actions import day_words, hands_name
from workshop_app.ui.pages.plan_editor import extras
from workshop_app.ui.role_words import role_name
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
    pairs = [("how_we_know", translate("plan", "How we will know"))]
    pairs += [(field, name[:1].upper() + name[1:]) for field, name in extras()]
    for field, name in pairs:
        if words := said.objection_besides if field == "objection" else getattr(said, field):
            _part(column, name, [words])
    _part(column, translate("signing", "Objections that stand with it"), _objections(said))
    _part(column, translate("signing", "What was not open, or only in part"), _limits(said))
    _part(column, translate("signing", "The ideas behind it"), _ideas(said))
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


def _objections(said: SealedPlan) -> list[str]:
    lines = []
    for one in said.objections:
        line = translate("signing", "“{words}” ({role})", words=one.text, role=role_name(one.role).lower())
        how = translate("signing", "How it was met: {how}", how=one.met) if one.met else ""
        lines.append("\n".join(part for part in (line, how) if part))
    return lines


def _limits(said: SealedPlan) -> list[str]:
    return [
        translate(
            "signing",
            "{aspect}: {how}. {whose}: {why}",
            aspect=one.aspect,
            how=openness.name(one.how).lower(),
            whose=one.whose,
            why=one.why,
        )
        for one in said.not_open
    ]


def _ideas(said: SealedPlan) -> list[str]:
    """The ideas, where there is more to them than words that the plan says itself."""
    answered = {answer.idea: answer for answer in said.answers}
    plain = all(idea.text == said.change and not (idea.translation or idea.drawing) for idea in said.ideas)
    if plain and not answered:
        return []
    return [_idea(idea, answered.get(number)) for number, idea in enumerate(said.ideas, start=1)]


def _idea(idea: SealedIdea, answer: SealedAnswer | None) -> str:
    words = idea.text or translate("signing", "a drawing")
    if idea.translation:
        words = translate("signing", "{words} ({translation})", words=words, translation=idea.translation)
    if answer is None:
        return words
    said = answers.name(answer.kind)
    if answer.passed_to:
        said = translate("signing", "{answer} to {whom}", answer=said, whom=answer.passed_to)
    parts = " · ".join(part for part in (said, answer.by, answer.reason) if part)
    return "\n".join([words, translate("signing", "Answered: {answer}", answer=parts), *_underneath(answer)])


def _underneath(answer: SealedAnswer) -> list[str]:
    said = (
        (answer.need, translate("signing", "The need underneath: {words}", words=answer.need)),
        (answer.small_try, translate("signing", "What could be tried: {words}", words=answer.small_try)),
        (answer.students_say, translate("signing", "Students say to it: “{words}”", words=answer.students_say)),
    )
    return [line for words, line in said if words]


def _action_line(action: SealedAction) -> QWidget:
    names = [owner.name for owner in action.owners]
    if action.asked_of:
        names.append(action.asked_of)
    text = pieces.column(1)
    text.addWidget(pieces.label(hands_name(action.hands), tone="accent", size=14))
    text.addWidget(Words(action.what, size=17))
    line = pieces.row(
        text,
        Words(", ".join(names), size=16, bold=True, middle=True),
        pieces.label(day_words(action.by), size=16),
        spacing=16,
    )
    line.setStretch(0, 3)
    line.setStretch(1, 2)
    line.setContentsMargins(0, 8, 0, 8)
    made = QWidget()
    made.setLayout(line)
    return made
