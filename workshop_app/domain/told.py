"""Told: an answer has come home when somebody told the students. Who told them, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from workshop_app.domain.answers import Answer
from workshop_app.domain.errors import DomainError
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.replies import Reply, Says, replies_to, respond
from workshop_app.domain.texts import SHORT, wanted
from workshop_app.words import translate


@dataclass(frozen=True, slots=True)
class Told:
    """The students were told an answer. `answer_id` is that of an Answer, or of the Reply to an ask of a plan.

    `by` is a name or a post; `session_id` where it was told in a session.
    """

    id: str
    answer_id: str
    by: str
    on: date
    added_at: datetime
    session_id: str | None = None
    withdrawn: bool = False


def tell(
    programme: Programme, *, new_id: str, at: datetime, answer_id: str, by: str, on: date, session_id: str | None = None
) -> Outcome:
    """Put down that the students heard an answer, from whom and when; the first telling counts."""
    new = {"at": at, "by": by, "on": on, "session_id": session_id}
    return tell_all(programme, new_ids=[new_id], answer_ids=[answer_id], **new)  # type: ignore[arg-type]


def tell_all(
    programme: Programme,
    *,
    new_ids: Sequence[str],
    at: datetime,
    answer_ids: Sequence[str],
    by: str,
    on: date,
    session_id: str | None = None,
) -> Outcome:
    """As `tell`, for all answers that were told at one time, with an id for each of them.

    DomainError without who told them, and for an answer that counts no longer: nobody should tell that.
    """
    name = wanted(by, translate("told", "Who told them"), SHORT)
    before = by_answer(programme)
    editing = Editing(programme)
    for new_id, answer_id in zip(new_ids, answer_ids, strict=True):
        answer = programme.all(Answer).get(answer_id) or programme.get(Reply, answer_id)
        if answer.withdrawn:
            raise DomainError(translate("told", "There is another answer now. Tell them that one."))
        if answer_id not in before:
            editing.add(Told(new_id, answer_id, name, on, at, session_id))
    return editing.outcome()


def hear_and_respond(
    programme: Programme,
    *,
    new_id: str,
    told_ids: Sequence[str],
    at: datetime,
    plan_id: str,
    content_hash: str,
    says: Says,
    by: str,
    on: date,
    words: str = "",
    session_id: str | None = None,
) -> Outcome:
    """Students answer replies that they just saw, so they were told them too: both in one step.

    `told_ids` holds an id for each reply that counts for this version. DomainError as for `tell_all` and `respond`.
    """
    answer_ids = [one.id for one in replies_to(programme, plan_id, content_hash)]
    heard = tell_all(programme, new_ids=told_ids, at=at, answer_ids=answer_ids, by=by, on=on, session_id=session_id)
    of = {"plan_id": plan_id, "content_hash": content_hash}
    said = respond(heard.programme, new_id=new_id, at=at, says=says, words=words, session_id=session_id, **of)
    return Outcome(said.programme, (*heard.edits, *said.edits))


def take_telling_back(programme: Programme, *told_ids: str) -> Outcome:
    """They were not told after all."""
    editing = Editing(programme)
    for told_id in told_ids:
        editing.set(programme.get(Told, told_id), withdrawn=True)
    return editing.outcome()


def by_answer(programme: Programme) -> dict[str, Told]:
    """What was told, by the id of the answer or reply: for lists, in one pass."""
    return {one.answer_id: one for one in programme.all(Told).values() if not one.withdrawn}
