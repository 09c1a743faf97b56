"""What was said, what was answered and what became of it, as paper has it: plain, frozen values without any author.

Texts are as people wrote them, never markup. A kind of answer is a word of domain/answers.py.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PaperVerdict:
    """One answer. `by` is a name or a post, `asked` the ask of a plan that it replies to, "" for an idea's own.

    `done` says what became of it, and `students` what they say to it, each in a sentence.
    """

    kind: str
    reason: str = ""
    by: str = ""
    on: date | None = None
    passed_to: str = ""
    asked: str = ""
    done: str = ""
    students: str = ""


@dataclass(frozen=True, slots=True)
class PaperSaid:
    """What was said: one idea, or a theme in which several say the same (`ideas` counts them).

    `verdicts` are its answers; none while it waits. `ours` tells that it needs nobody's decision and has begun;
    `done` says then how it goes. Who must answer by when is there where the group demanded it; `days` counts how long
    it waits, `promised` in how many days the school said it would answer (0 where it did not).
    """

    title: str
    ideas: int = 1
    given_on: date | None = None
    days: int = 0
    verdicts: tuple[PaperVerdict, ...] = ()
    ours: bool = False
    done: str = ""
    decider: str = ""
    due: date | None = None
    promised: int = 0
