"""A plan's words as lines to be read aloud, each with what it is about: all that a signature is for, in its order."""

from collections.abc import Sequence

from workshop_app.dates import long_date
from workshop_app.domain import answers, openness
from workshop_app.domain.plans import Hands
from workshop_app.domain.seen_plan import Line
from workshop_app.sealed import SealedAction, SealedAnswer, SealedIdea, SealedPlan
from workshop_app.ui.role_words import role_name
from workshop_app.words import translate


def lines(said: SealedPlan) -> tuple[Line, ...]:
    """All of it, a line each."""
    found = [Line(translate("plan", "The change"), said.change)]
    found += [Line(hands_name(one.hands), action_line(one)) for one in said.actions]
    found += [Line(name, words) for name, words in texts(said)]
    found += _each(translate("signing", "Objections that stand with it"), objections(said))
    found += _each(translate("signing", "What was not open, or only in part"), limits(said))
    found += _each(translate("signing", "The ideas behind it"), ideas(said))
    if said.review_on:
        found.append(Line(translate("plan", "We look again on"), long_date(said.review_on)))
    return tuple(found)


def hands_name(hands: Hands) -> str:
    """In whose hands an action is, as it stands on a chip."""
    return {
        Hands.OURS: translate("actions", "ours"),
        Hands.WITH_ADULT: translate("actions", "ours, with an adult here"),
        Hands.DECISION: translate("actions", "needs a decision"),
    }[hands]


def extras() -> tuple[tuple[str, str], ...]:
    """The texts of a plan that open when they are wanted, with what they are called."""
    return (
        ("why", translate("plan", "why it matters")),
        ("students_know", translate("plan", "what students know")),
        ("staff_know", translate("plan", "what staff know")),
        ("objection", translate("plan", "an objection, and how it is met")),
        ("help_we_have", translate("plan", "help we have")),
        ("first_step", translate("plan", "first small step")),
    )


def texts(said: SealedPlan) -> list[tuple[str, str]]:
    """What the plan's own fields say beside the change, each with its name; those that are empty are left out."""
    pairs = [("how_we_know", translate("plan", "How we will know"))]
    pairs += [(field, name[:1].upper() + name[1:]) for field, name in extras()]
    found = []
    for field, name in pairs:
        words = said.objection_besides if field == "objection" else getattr(said, field)
        if field == "first_step" and said.first_step_by:
            by = translate("plan", "By {day}.", day=long_date(said.first_step_by))
            words = "\n".join(part for part in (words, by) if part)
        if words:
            found.append((name, words))
    return found


def names(action: SealedAction) -> str:
    """Who does it, and who decides where a decision is needed."""
    return carried([owner.name for owner in action.owners], action.asked_of)


def carried(owners: Sequence[str], asked_of: str) -> str:
    """Who carries an action, by name, and whom they ask, where a decision is needed; "" where nobody does either."""
    if owners and asked_of:
        return translate("actions", "{names}, asking {whom}", names=", ".join(owners), whom=asked_of)
    return ", ".join(owners) or asked_of


def action_line(action: SealedAction) -> str:
    """Who does what by when, and what belongs to it."""
    by = long_date(action.by) if action.by else translate("actions", "no date")
    who, what = names(action), action.what.rstrip(".")
    return "\n".join(
        [translate("signing", "{names}: {what}, by {day}.", names=who, what=what, day=by), *besides(action)]
    )


def besides(action: SealedAction) -> list[str]:
    """What an action looks like when it is done, and what it rests on, where that is said."""
    found = []
    if action.done_looks:
        found.append(translate("signing", "Done looks like this: {words}", words=action.done_looks))
    if action.help:
        found.append(translate("signing", "It rests on: {help}", help=", ".join(action.help)))
    return found


def objections(said: SealedPlan) -> list[str]:
    """The objections that stand, each with how it was met."""
    found = []
    for one in said.objections_besides:
        line = translate("signing", "“{words}” ({role})", words=one.text, role=role_name(one.role).lower())
        how = translate("signing", "How it was met: {how}", how=one.met) if one.met else ""
        found.append("\n".join(part for part in (line, how) if part))
    return found


def limits(said: SealedPlan) -> list[str]:
    """What was not open, or only in part."""
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


def ideas(said: SealedPlan) -> list[str]:
    """The ideas, where there is more to them than words that the plan says itself."""
    answered = {answer.idea: answer for answer in said.answers}
    plain = all(idea.text == said.change and not (idea.translation or idea.drawing) for idea in said.ideas)
    if plain and not answered:
        return []
    return [_idea(idea, answered.get(number)) for number, idea in enumerate(said.ideas, start=1)]


def _each(heading: str, found: list[str]) -> list[Line]:
    return [Line(heading, one) for one in found]


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
