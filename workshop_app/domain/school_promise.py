"""The school promises first: one page that the head signs early, before students are asked to give anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workshop_app.domain.errors import DomainError
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.strokes import Point, Stroke, kept, reach
from workshop_app.domain.texts import LONG, SHORT, optional, optional_line, wanted
from workshop_app.words import translate

TEXTS = ("protected_time", "who_decides", "budget", "told_when_overdue")
FIELDS = ("protected_time", "who_decides", "answer_days", "budget", "told_when_overdue", "backers")
MOST_DAYS, MOST_BACKERS = 365, 500
LEAST_REACH = 0.03  # of the pad, that a drawn signature spans in one direction at least


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
    if not (0 <= answer_days <= MOST_DAYS and 0 <= backers <= MOST_BACKERS):
        raise DomainError(
            translate(
                "school_promise",
                "Days are counted up to {days}, backers up to {backers}.",
                days=MOST_DAYS,
                backers=MOST_BACKERS,
            )
        )
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
    """The head signs, drawn or typed. DomainError without a name or a post, or while nothing is promised.

    What is signed is what is written: one that is signed is only written anew, and signed anew.
    """
    standing = programme.get(SchoolPromise, promise_id)
    if standing.withdrawn:
        raise DomainError(translate("school_promise", "It was written anew meanwhile. Read it again, then sign."))
    if standing.signed_at is not None:
        raise DomainError(translate("school_promise", "It is signed already. Change it first."))
    if len(gaps(standing)) == len(FIELDS):
        raise DomainError(translate("school_promise", "Nothing is promised yet. One line is enough to begin."))
    drawn, typed = kept(strokes), optional_line(words, translate("school_promise", "The name"), SHORT)
    if not typed and reach(drawn) < LEAST_REACH:
        raise DomainError(translate("school_promise", "Draw it over the line, or type the name."))
    editing = Editing(programme)
    editing.set(
        standing,
        signed_by=wanted(signed_by, translate("school_promise", "The name"), SHORT),
        post=wanted(post, translate("school_promise", "The post"), SHORT),
        strokes=drawn,
        words=typed,
        signed_at=at,
    )
    return editing.outcome()


def promise(programme: Programme) -> SchoolPromise | None:
    """The promise that counts; None while there is none."""
    own = [one for one in programme.all(SchoolPromise).values() if not one.withdrawn]
    return own[-1] if own else None


def signed(programme: Programme) -> list[SchoolPromise]:
    """Every promise that a head signed, the oldest first: what was promised then stays on record."""
    return [one for one in programme.all(SchoolPromise).values() if one.signed_at is not None]


def gaps(one: SchoolPromise | None) -> tuple[str, ...]:
    """The names of the fields that nobody has promised anything in yet."""
    return tuple(name for name in FIELDS if one is None or not getattr(one, name))


def items(one: SchoolPromise | None) -> tuple[str, ...]:
    """The names of the fields that something is promised in: what students rate, one by one."""
    return tuple(name for name in FIELDS if name not in gaps(one))


def name(field: str) -> str:
    """What one of FIELDS is called."""
    names = {
        "protected_time": translate("school_promise", "Protected time"),
        "who_decides": translate("school_promise", "Who decides what"),
        "answer_days": translate("school_promise", "Days until an answer"),
        "budget": translate("school_promise", "A small budget"),
        "told_when_overdue": translate("school_promise", "Who hears when an answer is overdue"),
        "backers": translate("school_promise", "How many of us make it a must"),
    }
    return names[field]


def said(one: SchoolPromise, field: str) -> str:
    """What is promised in one of FIELDS, in words; "" where it is a gap."""
    value = getattr(one, field)
    if not value:
        return ""
    if field == "answer_days":
        one_day = translate("school_promise", "Every idea is answered within 1 day.")
        many = translate("school_promise", "Every idea is answered within {n} days.", n=value)
        return one_day if value == 1 else many
    if field == "backers":
        few = translate("school_promise", "When 1 of us backs an idea, it must be answered.")
        many = translate("school_promise", "When {n} of us back an idea, it must be answered.", n=value)
        return few if value == 1 else many
    return str(value)


def decider(one: SchoolPromise | None, about: Sequence[str] = ()) -> str:
    """Who decides on an idea, as far as the promise names them; "" where it does not.

    A line of "who decides what" that says "what: who" counts for an idea in which that what is said; `about` holds
    the idea's words and what it is about. A line for everything else comes next, a single name alone, then the post
    of whoever signed.
    """
    if one is None:
        return ""
    lines = [line.strip() for line in one.who_decides.splitlines() if line.strip()]
    pairs = [tuple(part.strip() for part in line.split(":", 1)) for line in lines if ":" in line]
    heard = " ".join(about).casefold()
    named = [who for what, who in pairs if what.casefold() in heard]
    rest = [who for what, who in pairs if what.casefold() in _everything_else()]
    alone = [line for line in lines if ":" not in line] if len(lines) == 1 else []
    found = next((who.rstrip(".") for who in (*named, *rest, *alone) if who), "")
    return found if 0 < len(found) <= SHORT else _the(one.post)


def _the(post: str) -> str:
    """A post as it is said in a sentence: "Head" is the head, and letters that stand for words stay as they are."""
    if not post:
        return ""
    lower = post[:1].lower() + post[1:] if post[1:] == post[1:].lower() else post
    return translate("school_promise", "the {post}", post=lower)


def _everything_else() -> tuple[str, ...]:
    return (
        translate("school_promise", "everything else"),
        translate("school_promise", "anything else"),
        translate("school_promise", "all else"),
        translate("school_promise", "the rest"),
    )
