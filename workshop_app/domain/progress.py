"""What became of a promise: an action of ours, or what a decider said would happen next.

Every promise is done, going, stuck (what would help?) or dropped (why). Students say whether it really happened.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workshop_app.domain.errors import DomainError
from workshop_app.domain.people import Person
from workshop_app.domain.plans import Action
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.texts import LONG, optional, wanted
from workshop_app.words import translate


class How(StrEnum):
    """How a promise goes."""

    GOING = "going"
    DONE = "done"
    STUCK = "stuck"
    DROPPED = "dropped"


class Really(StrEnum):
    """What students say: whether it really happened."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Progress:
    """What was said of a promise at one time; the newest counts. `about_id` is the id of an Action or a Reply.

    `words` say what would help where it is stuck, and why where it is dropped. `really` is the students' own word.
    """

    id: str
    about_id: str
    how: How
    words: str
    added_at: datetime
    session_id: str | None = None
    really: Really | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Handover:
    """An owner gave an action to somebody else. The signed plan stays as it is; this says who carries it now."""

    id: str
    action_id: str
    from_id: str
    to_id: str
    added_at: datetime
    withdrawn: bool = False


def say_how(
    programme: Programme,
    *,
    new_id: str,
    at: datetime,
    about_id: str,
    how: How,
    words: str = "",
    session_id: str | None = None,
) -> Outcome:
    """Say how a promise goes; DomainError where it is stuck or dropped without a word about it."""
    from workshop_app.domain.replies import Reply

    if about_id not in programme.all(Action):
        programme.get(Reply, about_id)
    what = {
        How.STUCK: translate("progress", "What would help"),
        How.DROPPED: translate("progress", "Why it was dropped"),
    }.get(how)
    said = wanted(words, what, LONG) if what else optional(words, translate("progress", "What happened"), LONG)
    editing = Editing(programme)
    editing.add(Progress(new_id, about_id, how, said, at, session_id))
    return editing.outcome()


def say_really(programme: Programme, progress_id: str, really: Really | None) -> Outcome:
    """Students say whether what was reported really happened."""
    editing = Editing(programme)
    editing.set(programme.get(Progress, progress_id), really=really)
    return editing.outcome()


def hand_over(programme: Programme, *, new_id: str, at: datetime, action_id: str, from_id: str, to_id: str) -> Outcome:
    """An owner gives an action to somebody else of the group; DomainError if it is not theirs to give."""
    programme.get(Action, action_id)
    if programme.get(Person, to_id).left:
        raise DomainError(translate("progress", "They have left the group. Choose somebody who is here."))
    owners = owners_now(programme, action_id)
    if from_id not in owners:
        raise DomainError(translate("progress", "Only who carries an action can hand it over."))
    if to_id in owners:
        raise DomainError(translate("progress", "They carry it already."))
    editing = Editing(programme)
    editing.add(Handover(new_id, action_id, from_id, to_id, at))
    return editing.outcome()


def owners_now(programme: Programme, action_id: str) -> tuple[str, ...]:
    """The ids of those who carry an action now, after every handing over."""
    owners = list(programme.get(Action, action_id).owner_ids)
    for one in programme.all(Handover).values():
        if one.action_id == action_id and not one.withdrawn:
            owners = list(dict.fromkeys(one.to_id if owner == one.from_id else owner for owner in owners))
    return tuple(owners)


def by_promise(programme: Programme) -> dict[str, Progress]:
    """What was said last of each promise, by the id of the Action or Reply: for lists, in one pass."""
    return {one.about_id: one for one in programme.all(Progress).values() if not one.withdrawn}


def is_kept(one: Progress | None) -> bool:
    """Whether a promise is over: students say that it really happened, or the group heard why it was dropped."""
    if one is None:
        return False
    return one.how is How.DROPPED or (one.how is How.DONE and one.really is Really.YES)


def newest(programme: Programme, about_id: str) -> Progress | None:
    """What was said last of a promise; None where nothing was said yet."""
    own = [one for one in programme.all(Progress).values() if one.about_id == about_id and not one.withdrawn]
    return own[-1] if own else None
