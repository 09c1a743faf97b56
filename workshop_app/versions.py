"""What changed between two closed versions of a plan, in plain words: for who signed before and is asked again.

Whatever differs is said, so that "nothing changed" can be believed. Actions are the same where their ids are; plans of
older formats know no ids, and there the words tell.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from workshop_app import sealed
from workshop_app.dates import long_date
from workshop_app.domain import answers, signing
from workshop_app.domain.errors import DomainError
from workshop_app.domain.plans import Hands, Plan
from workshop_app.domain.programme import Programme
from workshop_app.sealed import SealedAction, SealedAnswer, SealedIdea, SealedObjection, SealedPerson, SealedPlan
from workshop_app.words import translate

_MOST = 90  # characters of somebody's words in a sentence
T = TypeVar("T")


def since_last(programme: Programme, plan_id: str) -> tuple[int, tuple[str, ...]] | None:
    """The number of the version before and what changed since, for the plan as it is closed, or as it is written now.

    None where there was none before, or none that can be read here.
    """
    plan = programme.get(Plan, plan_id)
    if not plan.earlier:
        return None
    try:
        before = sealed.read(plan.earlier[-1])
        after = sealed.read(plan.sealed or signing.canonical(programme, plan))
    except DomainError:
        return None
    return before.version, changed(before, after)


def changed(before: SealedPlan, after: SealedPlan) -> tuple[str, ...]:
    """What is otherwise in `after`, a sentence each, what is done first; none where both say the same."""
    sentences = [
        *_title(before, after),
        *_text(before, after, "change"),
        *_actions(before.actions, after.actions),
        *_text(before, after, "how_we_know"),
        *(line for field in ("why", "students_know", "staff_know") for line in _text(before, after, field)),
        *(line for field in ("help_we_have", "objection", "first_step") for line in _text(before, after, field)),
        *_days(before, after),
        *_ideas(before.ideas, after.ideas),
        *_objections(before.objections, after.objections),
        *_answers(before, after),
        *_limits(before, after),
        *_about(before, after),
    ]
    return tuple(dict.fromkeys(sentences))


def _names() -> dict[str, str]:
    """The plan's texts as they are called in a sentence."""
    return {
        "change": translate("versions", "the change"),
        "how_we_know": translate("versions", "how we will know"),
        "why": translate("versions", "why it matters"),
        "students_know": translate("versions", "what students know"),
        "staff_know": translate("versions", "what staff know"),
        "help_we_have": translate("versions", "the help we have"),
        "objection": translate("versions", "what was objected"),
        "first_step": translate("versions", "the first small step"),
    }


def _title(before: SealedPlan, after: SealedPlan) -> list[str]:
    if before.title == after.title:
        return []
    return [translate("versions", "The plan is called {now} now.", now=_short(after.title))]


def _text(before: SealedPlan, after: SealedPlan, field: str) -> list[str]:
    was, now, name = getattr(before, field), getattr(after, field), _names()[field]
    if was == now:
        return []
    if not was:
        return [translate("versions", "We wrote down {what}: {now}", what=name, now=_short(now))]
    if not now:
        return [translate("versions", "We took out {what}.", what=name)]
    return [translate("versions", "We changed {what}. Now it says: {now}", what=name, now=_short(now))]


def _actions(before: Sequence[SealedAction], after: Sequence[SealedAction]) -> list[str]:
    pairs, gone, new = _paired(before, after, _key_of(before, after))
    lines = [translate("versions", "We took out {what}.", what=_short(one.what)) for one in gone]
    lines += [line for was, now in pairs for line in _action(was, now)]
    lines += [_new_action(one) for one in new]
    order = [next(place for place, one in enumerate(after) if one is now) for _, now in pairs]
    if order != sorted(order):
        lines.append(translate("versions", "The actions stand in another order."))
    return lines


def _key_of(before: Iterable[SealedAction], after: Iterable[SealedAction]) -> Callable[[SealedAction], str]:
    has_ids = all(one.id for one in (*before, *after))
    return (lambda one: one.id) if has_ids else (lambda one: one.what)


def _action(was: SealedAction, now: SealedAction) -> list[str]:
    what = _short(now.what)
    lines = []
    if was.what != now.what:
        lines.append(translate("versions", "{was} is {now} now.", was=_short(was.what), now=what))
    if was.hands is not now.hands:
        lines.append(_hands(now.hands, what))
    if was.owners != now.owners:
        lines.append(_carried(now.owners, what))
    if was.asked_of != now.asked_of and now.asked_of:
        lines.append(translate("versions", "Now {whom} decides {what}.", whom=now.asked_of, what=what))
    elif was.asked_of != now.asked_of:
        lines.append(translate("versions", "{whom} is not asked any more for {what}.", whom=was.asked_of, what=what))
    if was.by != now.by:
        lines.append(_moved(translate("versions", "The day for {what}", what=what), was.by, now.by))
    if was.done_looks != now.done_looks:
        done = _short(now.done_looks) if now.done_looks else translate("versions", "not said any more")
        lines.append(translate("versions", "What it looks like when {what} is done: {done}", what=what, done=done))
    lines += [
        translate("versions", "{what} rests on {help} too.", what=what, help=_short(one))
        for one in _more(was.help, now.help)
    ]
    lines += [
        translate("versions", "{what} does not rest on {help} any more.", what=what, help=_short(one))
        for one in _more(now.help, was.help)
    ]
    if not lines and was.help != now.help:
        lines.append(translate("versions", "{what} names its help in another order.", what=what))
    return lines


def _hands(hands: Hands, what: str) -> str:
    return {
        Hands.OURS: translate("versions", "{what} is ours now.", what=what),
        Hands.WITH_ADULT: translate("versions", "{what} is ours now, with an adult here.", what=what),
        Hands.DECISION: translate("versions", "{what} needs a decision now.", what=what),
    }[hands]


def _carried(owners: Sequence[SealedPerson], what: str) -> str:
    names = _listed([one.name for one in owners])
    if not owners:
        return translate("versions", "Nobody of us carries {what} any more.", what=what)
    if len(owners) == 1:
        return translate("versions", "Now {name} carries {what}.", name=names, what=what)
    return translate("versions", "Now {names} carry {what}.", names=names, what=what)


def _new_action(one: SealedAction) -> str:
    names = _listed([owner.name for owner in one.owners]) or one.asked_of
    if one.by is None:
        return translate("versions", "New: {what}, by {names}.", what=_short(one.what), names=names)
    day = long_date(one.by)
    return translate("versions", "New: {what}, by {names}, until {day}.", what=_short(one.what), names=names, day=day)


def _days(before: SealedPlan, after: SealedPlan) -> list[str]:
    lines = []
    for what, was, now in (
        (translate("versions", "The day for the first small step"), before.first_step_by, after.first_step_by),
        (translate("versions", "The day to look again"), before.review_on, after.review_on),
    ):
        if was != now:
            lines.append(_moved(what, was, now))
    return lines


def _moved(what: str, was: date | None, now: date | None) -> str:
    if was is None and now is not None:
        return translate("versions", "{what} is {now}.", what=what, now=long_date(now))
    if was is not None and now is not None:
        return translate(
            "versions", "{what} moved from {was} to {now}.", what=what, was=long_date(was), now=long_date(now)
        )
    return translate("versions", "{what} is open again.", what=what)


def _ideas(before: Sequence[SealedIdea], after: Sequence[SealedIdea]) -> list[str]:
    pairs, gone, new = _paired(before, after, lambda one: (one.text, one.drawing))
    lines = [translate("versions", "The idea {words} is not behind it any more.", words=_idea(one)) for one in gone]
    lines += [translate("versions", "The idea {words} is behind it too.", words=_idea(one)) for one in new]
    for was, now in pairs:
        if (was.students_back, was.adults_back) != (now.students_back, now.adults_back):
            lines.append(_backed(now))
        if (was.translation, was.role, was.insisted) != (now.translation, now.role, now.insisted):
            lines.append(translate("versions", "What is written beside the idea {words} changed.", words=_idea(now)))
    if not lines and list(before) != list(after):
        lines.append(translate("versions", "The ideas behind it stand in another order."))
    return lines


def _backed(now: SealedIdea) -> str:
    counts = {"students": now.students_back, "adults": now.adults_back}
    return translate(
        "versions", "Backing for {words}: students {students}, adults {adults}.", words=_idea(now), **counts
    )


def _objections(before: Sequence[SealedObjection], after: Sequence[SealedObjection]) -> list[str]:
    pairs, gone, new = _paired(before, after, lambda one: (one.text, one.role))
    lines = [translate("versions", "The objection {words} stands no more.", words=_short(one.text)) for one in gone]
    lines += [translate("versions", "A new objection: {words}", words=_short(one.text)) for one in new]
    for was, now in pairs:
        if was.met != now.met:
            how = _short(now.met) if now.met else translate("versions", "not met any more")
            lines.append(translate("versions", "How {words} was met: {how}", words=_short(now.text), how=how))
    if not lines and list(before) != list(after):
        lines.append(translate("versions", "The objections belong to the ideas in another way."))
    return lines


def _answers(before: SealedPlan, after: SealedPlan) -> list[str]:
    """By the words of the idea that was answered, whichever number it has."""

    def named(plan: SealedPlan) -> dict[str, SealedAnswer]:
        return {_idea(plan.ideas[one.idea - 1]) if one.idea <= len(plan.ideas) else "": one for one in plan.answers}

    was, now = named(before), named(after)
    lines = [
        translate("versions", "The answer to {words} is taken back.", words=words) for words in was if words not in now
    ]
    for words, one in now.items():
        old = was.get(words)
        if old is None or old.kind is not one.kind:
            said = answers.name(one.kind).lower()
            lines.append(translate("versions", "The answer to {words} is: {answer}.", words=words, answer=said))
        elif _without_number(old) != _without_number(one):
            lines.append(translate("versions", "The answer to {words} is explained otherwise.", words=words))
    if not lines and before.answers != after.answers:
        lines.append(translate("versions", "The answers stand in another order."))
    return lines


def _limits(before: SealedPlan, after: SealedPlan) -> list[str]:
    pairs, gone, new = _paired(before.not_open, after.not_open, lambda one: one.aspect)
    lines = [translate("versions", "{aspect} is open now.", aspect=one.aspect) for one in gone]
    lines += [translate("versions", "{aspect} is not open, or only in part.", aspect=one.aspect) for one in new]
    lines += [
        translate("versions", "What is open about {aspect} changed.", aspect=now.aspect)
        for was, now in pairs
        if was != now
    ]
    if not lines and before.not_open != after.not_open:
        lines.append(translate("versions", "What is not open stands in another order."))
    return lines


def _about(before: SealedPlan, after: SealedPlan) -> list[str]:
    names = ("school", "year", "practice", "came_from", "plan")
    if all(getattr(before, name) == getattr(after, name) for name in names):
        return []
    return [translate("versions", "It says now: {school}, {year}.", school=after.school, year=after.year)]


def _paired(
    before: Sequence[T], after: Sequence[T], key: Callable[[T], object]
) -> tuple[list[tuple[T, T]], list[T], list[T]]:
    """What is in both, what is only in the first and what is only in the second. The same twice is two."""
    left = list(after)
    pairs, gone = [], []
    for was in before:
        found = next((place for place, one in enumerate(left) if key(one) == key(was)), None)
        if found is None:
            gone.append(was)
        else:
            pairs.append((was, left.pop(found)))
    return pairs, gone, left


def _more(before: Sequence[str], after: Sequence[str]) -> list[str]:
    return [one for one in after if one not in before]


def _without_number(one: SealedAnswer) -> tuple[object, ...]:
    return one.reason, one.by, one.passed_to, one.need, one.small_try, one.students_say


def _idea(one: SealedIdea) -> str:
    words = one.text or one.translation
    return _short(words) if words else translate("versions", "that was drawn")


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return translate("versions", "{names} and {last}", names=", ".join(names[:-1]), last=names[-1])


def _short(words: str) -> str:
    """Somebody's words in a sentence: on one line, in quotation marks, and cut where they are long."""
    line = " ".join(words.split())
    if len(line) > _MOST:
        line = line[:_MOST].rsplit(" ", 1)[0].rstrip(",;:–- ") + "…"
    return translate("versions", "“{words}”", words=line)
