"""Told: an answer has come home when somebody told the students. Who told them, and when."""

from dataclasses import dataclass
from datetime import date, datetime

from workshop_app.domain.answers import Answer
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.texts import SHORT, wanted
from workshop_app.words import translate


@dataclass(frozen=True, slots=True)
class Told:
    """The students were told an answer. `by` is a name or a post; `session_id` where it was told in a session."""

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
    programme.get(Answer, answer_id)
    editing = Editing(programme)
    if of_answer(programme, answer_id) is None:
        name = wanted(by, translate("told", "Who told them"), SHORT)
        editing.add(Told(new_id, answer_id, name, on, at, session_id))
    return editing.outcome()


def take_telling_back(programme: Programme, told_id: str) -> Outcome:
    """They were not told after all."""
    editing = Editing(programme)
    editing.set(programme.get(Told, told_id), withdrawn=True)
    return editing.outcome()


def of_answer(programme: Programme, answer_id: str) -> Told | None:
    """When and by whom an answer was told; None where nobody told it yet."""
    return by_answer(programme).get(answer_id)


def by_answer(programme: Programme) -> dict[str, Told]:
    """What was told, by the answer's id: for lists, in one pass."""
    return {one.answer_id: one for one in programme.all(Told).values() if not one.withdrawn}
