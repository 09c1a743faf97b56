"""Every paper besides the plan and the board, made by one name: for whoever offers them in a list."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workshop_app.documents.sizes import Size
from workshop_app.domain.programme import Programme
from workshop_app.domain.triggers import Trigger
from workshop_app.papers.asking import Picked, prompt_sheets, slips
from workshop_app.papers.letter import trigger_letter
from workshop_app.papers.promised import promise_page
from workshop_app.papers.record import session_record
from workshop_app.papers.wall import answers_poster
from workshop_app.papers.you_said import you_said


class Paper(StrEnum):
    """What may be printed. The word is also what stands on record when it leaves the app."""

    PROMPTS = "prompts"
    SLIPS = "slips"
    RECORD = "record"
    YOU_SAID = "you-said"
    PROMISE = "promise"
    LETTER = "letter"
    ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants of a paper; what it does not need it does not look at.

    A record, prompts and slips are of a session; prompts and slips may also be `picked` from the bank. `each` is how
    many prompts go on a page, `drawing` whether slips have room to draw. A letter is of a trigger.
    """

    session_id: str = ""
    picked: Picked = ()
    each: int = 1
    drawing: bool = False
    trigger_id: str = ""
    size: Size = Size.A4


@dataclass(frozen=True, slots=True)
class Made:
    """A paper's PDF. The fact that it left the app rests on the entities with these ids."""

    pdf: bytes
    rests_on: frozenset[str] = frozenset()


def make(paper: Paper, programme: Programme, on: date, wish: Wish) -> Made:
    """A paper as of `on`; DomainError where what is wanted of it is not there."""
    return _MAKES[paper](programme, on, wish)


def _letter(programme: Programme, on: date, wish: Wish) -> Made:
    """Whoever was asked for an answer holds it in their hands: the asking is not undone after that."""
    pdf = trigger_letter(programme, wish.trigger_id, on)
    return Made(pdf, frozenset({wish.trigger_id, programme.get(Trigger, wish.trigger_id).idea_id}))


_MAKES: Mapping[Paper, Callable[[Programme, date, Wish], Made]] = {
    Paper.PROMPTS: lambda programme, on, wish: Made(
        prompt_sheets(programme, on, session_id=wish.session_id, picked=wish.picked, each=wish.each)
    ),
    Paper.SLIPS: lambda programme, on, wish: Made(
        slips(programme, on, session_id=wish.session_id, picked=wish.picked, drawing=wish.drawing)
    ),
    Paper.RECORD: lambda programme, on, wish: Made(session_record(programme, wish.session_id, on)),
    Paper.YOU_SAID: lambda programme, on, wish: Made(you_said(programme, on, wish.size)),
    Paper.PROMISE: lambda programme, on, _wish: Made(promise_page(programme, on)),
    Paper.LETTER: _letter,
    Paper.ANSWERS: lambda programme, on, wish: Made(answers_poster(programme, on, wish.size)),
}
