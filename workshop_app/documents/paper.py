"""What a plan's paper is made from: plain, frozen values, so that nothing private can reach it by accident.

Roles are the words of the sealed plan: "student", "staff", "family" or "community". Texts are as people wrote them,
never markup. Lists keep the order in which they are to be printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Begins(StrEnum):
    """When an action can begin: at once, at once with an adult there, or after somebody's decision."""

    NOW = "ours"
    WITH_ADULT = "with-adult"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class PaperPerson:
    """A name and a role, which is all that paper says of anybody."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class PaperAction:
    """Who does what by when; `asked_of` names who decides, where a decision is needed.

    `done_looks` says what it looks like when it is done, `help` what of the group's own assets goes into it.
    """

    what: str
    begins: Begins
    who: tuple[PaperPerson, ...]
    by: date | None
    asked_of: str = ""
    done_looks: str = ""
    help: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperAnswer:
    """The answer to an idea: a kind of domain/answers.py, with its reason, who gives it and to whom it went on.

    Where it came by the honest path: the need underneath, what could be tried, and what the students say to it.
    """

    kind: str
    reason: str = ""
    by: str = ""
    passed_to: str = ""
    need: str = ""
    small_try: str = ""
    students_say: str = ""


@dataclass(frozen=True, slots=True)
class PaperIdea:
    """An idea behind the plan, in its giver's words, with how many students and adults backed it.

    `drawing` holds strokes of points from 0 to 1 of a pad, as with `PaperSignature`; `translation` the words in the
    school's language.
    """

    text: str
    role: str
    students_back: int = 0
    adults_back: int = 0
    insisted: bool = False
    translation: str = ""
    drawing: Sequence[Sequence[tuple[float, float]]] = ()
    answer: PaperAnswer | None = None


@dataclass(frozen=True, slots=True)
class PaperObjection:
    """An objection in the objector's own words; `met` says how it was met, "" if it was not."""

    text: str
    role: str
    met: str = ""


@dataclass(frozen=True, slots=True)
class PaperLimit:
    """An aspect that was not open, or only in part. `how` is a word of domain/openness.py."""

    aspect: str
    how: str
    whose: str
    why: str


@dataclass(frozen=True, slots=True)
class PaperSignature:
    """One agreement. `strokes` are points from 0 to 1 of a pad, y downwards, `aspect` times as wide as it is high.

    Where there are no strokes, `words` is what was typed instead. `post` is only there for who decides for the school.
    """

    who: PaperPerson
    strokes: Sequence[Sequence[tuple[float, float]]] = ()
    words: str = ""
    aspect: float = 8 / 3
    post: str = ""


@dataclass(frozen=True, slots=True)
class PaperOverdue:
    """What so many of the group backed that it had to be answered, and that was not: by whom, and until when."""

    text: str
    backed: int
    decider: str
    due: date


@dataclass(frozen=True, slots=True)
class PaperSince:
    """What the head needs to know of the `version` that came before, where that one went out or was answered.

    `answered` is a sentence on what was decided, "" where nothing was; `offer` what students offer instead, in their
    own words; `changed` a sentence for each thing that is otherwise now.
    """

    version: int
    answered: str = ""
    offer: str = ""
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperFamily:
    """A family of aspects of school life: how many of its `whole` number the group was asked about."""

    name: str
    explored: int
    whole: int


@dataclass(frozen=True, slots=True)
class PaperCoverage:
    """What the group has talked about, by family, and how many ideas each role gave."""

    families: tuple[PaperFamily, ...]
    voices: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """A signed plan for the head. `content_hash` is 64 hexadecimal digits of exactly the words that were signed.

    `source` is those words as they were sealed, to go with the file; `came_from` names the school whose plan it was;
    `head_agreed` is the signature of who decides for the school, where they have signed too.
    """

    school: str
    on: date
    title: str
    change: str
    how_we_know: str
    actions: tuple[PaperAction, ...]
    signatures: tuple[PaperSignature, ...]
    version: int
    content_hash: str
    ideas: tuple[PaperIdea, ...] = ()
    objections: tuple[PaperObjection, ...] = ()
    not_open: tuple[PaperLimit, ...] = ()
    why: str = ""
    students_know: str = ""
    staff_know: str = ""
    objection: str = ""
    help_we_have: str = ""
    first_step: str = ""
    review_on: date | None = None
    absent: tuple[PaperPerson, ...] = ()
    to_sign: tuple[PaperPerson, ...] = ()
    practice: bool = False
    first_step_by: date | None = None
    came_from: str = ""
    overdue: tuple[PaperOverdue, ...] = ()
    coverage: PaperCoverage | None = None
    head_agreed: PaperSignature | None = None
    source: str = ""
    since: PaperSince | None = None
