"""The school promises first: one page that the head signs early, before students are asked to give anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workshop_app.domain.errors import DomainError
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.strokes import Point, Stroke, kept
from workshop_app.domain.texts import LONG, SHORT, optional, optional_line, wanted
from workshop_app.words import translate

TEXTS = ("protected_time", "who_decides", "budget", "told_when_overdue")


@dataclass(frozen=True, slots=True)
class SchoolPromise:
    """What the school promises; "" and 0 are gaps, which show. The newest that is not withdrawn counts.

    `answer_days` are calendar days until an idea has an answer, `backers` how many of the group make a trigger.
    `signed_by` is the head's name, `post` theirs; `strokes` and `words` as with a signature.
    """

    id: str
    added_at: datetime
    protected_time: str = ""
    who_decides: str = ""
    answer_days: int = 0
    budget: str = ""
    told_when_overdue: str = ""
    backers: int = 0
    signed_by: str = ""
    post: str = ""
    strokes: tuple[Stroke, ...] = ()
    words: str = ""
    signed_at: datetime | None = None
    withdrawn: bool = False


def write_promise(
    programme: Programme,
    *,
    new_id: str,
    at: datetime,
    protected_time: str = "",
    who_decides: str = "",
    answer_days: int = 0,
    budget: str = "",
    told_when_overdue: str = "",
    backers: int = 0,
) -> Outcome:
    """Write what the school promises. One that is signed stays on record, and the new one waits to be signed."""
    if answer_days < 0 or backers < 0:
        raise DomainError(translate("school_promise", "Days and numbers are counted from 1."))
    said = {
        "protected_time": optional(protected_time, translate("school_promise", "The protected time"), LONG),
        "who_decides": optional(who_decides, translate("school_promise", "Who decides what"), LONG),
        "answer_days": answer_days,
        "budget": optional(budget, translate("school_promise", "The budget"), LONG),
        "told_when_overdue": optional_line(told_when_overdue, translate("school_promise", "Who hears"), SHORT),
        "backers": backers,
    }
    editing = Editing(programme)
    now = promise(programme)
    if now is None or now.signed_at is not None:
        if now is not None and all(getattr(now, name) == value for name, value in said.items()):
            return editing.outcome()
        if now is not None:
            editing.set(now, withdrawn=True)
        editing.add(SchoolPromise(new_id, at, **said))  # type: ignore[arg-type]
    else:
        editing.set(now, **said)
    return editing.outcome()


def sign_promise(
    programme: Programme,
    promise_id: str,
    *,
    at: datetime,
    signed_by: str,
    post: str,
    strokes: Sequence[Sequence[Point]] = (),
    words: str = "",
) -> Outcome:
    """The head signs. DomainError without a name or a post."""
    editing = Editing(programme)
    editing.set(
        programme.get(SchoolPromise, promise_id),
        signed_by=wanted(signed_by, translate("school_promise", "The name"), SHORT),
        post=wanted(post, translate("school_promise", "The post"), SHORT),
        strokes=kept(strokes),
        words=optional_line(words, translate("school_promise", "The name"), SHORT),
        signed_at=at,
    )
    return editing.outcome()


def promise(programme: Programme) -> SchoolPromise | None:
    """The promise that counts; None while there is none."""
    own = [one for one in programme.all(SchoolPromise).values() if not one.withdrawn]
    return own[-1] if own else None


def gaps(one: SchoolPromise | None) -> tuple[str, ...]:
    """The names of the fields that nobody has promised anything in yet."""
    names = (*TEXTS[:2], "answer_days", *TEXTS[2:], "backers")
    return tuple(name for name in names if one is None or not getattr(one, name))
