"""The words of a closed plan, read back from the text that signatures belong to (domain/signing.py writes it).

This is the one place that takes the text apart. Plans that were closed under the first format lack what the second
one added; they are read, shown, signed and printed like any other.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

import msgspec

from workshop_app.domain import answers, consent, openness, plans, quoting
from workshop_app.domain.errors import DomainError
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Hands
from workshop_app.domain.strokes import Stroke
from workshop_app.words import translate


@dataclass(frozen=True, slots=True)
class SealedPerson:
    """Who does something."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class SealedAction:
    """Who does what by when; `asked_of` names who decides, where a decision is needed. `help` are words of assets."""

    what: str
    hands: Hands
    owners: tuple[SealedPerson, ...]
    asked_of: str
    by: date | None
    id: str = ""
    done_looks: str = ""
    help: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SealedIdea:
    """An idea behind the plan: its words or its drawing, or both, and who backed it."""

    text: str
    role: Role
    students_back: int
    adults_back: int
    insisted: bool
    translation: str = ""
    drawing: tuple[Stroke, ...] = ()


@dataclass(frozen=True, slots=True)
class SealedObjection:
    """An objection in the objector's own words. `idea` counts the plan's ideas from 1."""

    idea: int
    text: str
    role: Role
    met: str


@dataclass(frozen=True, slots=True)
class SealedAnswer:
    """The answer to one of the plan's ideas, which `idea` counts from 1.

    The last three are what came to light where the answer came by the honest path, "" elsewhere and in older texts.
    """

    idea: int
    kind: answers.Kind
    reason: str
    by: str
    passed_to: str
    need: str = ""
    small_try: str = ""
    students_say: str = ""


@dataclass(frozen=True, slots=True)
class SealedLimit:
    """An aspect of school life that was not open, or only in part: whose decision that is, and why."""

    aspect: str
    how: openness.How
    whose: str
    why: str


@dataclass(frozen=True, slots=True)
class SealedPlan:
    """All that was closed, by the names that the canonical text has for it."""

    format: Literal["workshop-plan-1", "workshop-plan-2", "workshop-plan-3"]
    school: str
    year: str
    practice: bool
    plan: str
    version: int
    title: str
    review_on: date | None
    actions: tuple[SealedAction, ...]
    ideas: tuple[SealedIdea, ...]
    change: str
    how_we_know: str
    why: str
    students_know: str
    staff_know: str
    help_we_have: str
    objection: str
    first_step: str
    objections: tuple[SealedObjection, ...] = ()
    answers: tuple[SealedAnswer, ...] = ()
    not_open: tuple[SealedLimit, ...] = ()
    first_step_by: date | None = None
    came_from: str = ""

    @property
    def objection_besides(self) -> str:
        """The plan's own words about objections, "" where they only say again what the objections themselves say."""
        again = consent.quoted((one.text, one.met) for one in self.objections)
        return "" if self.objection == again else self.objection

    @property
    def objections_besides(self) -> tuple[SealedObjection, ...]:
        """The objections without those that the plan's own words about objections quote already."""
        own = self.objection_besides
        return tuple(one for one in self.objections if not (own and quoting.holds(own, one.text)))

    @property
    def why_besides(self) -> str:
        """Why it matters, "" where that only says again what the ideas behind the plan say."""
        return "" if self.why == plans.in_their_words(self.ideas) else self.why


@lru_cache(maxsize=8)
def read(text: str) -> SealedPlan:
    """Take a sealed text apart; DomainError if it is no closed plan, or one of a newer app."""
    try:
        return msgspec.json.decode(text, type=SealedPlan)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise DomainError(
            translate("sealed", "This closed plan can't be read here. A newer version of the app may have written it.")
        ) from error
