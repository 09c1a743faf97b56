"""The agenda of a session: its phases with their minutes. The explore phase holds the session's prompts as rounds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from workshop_app.domain.errors import DomainError
from workshop_app.domain.programme import Editing, Programme
from workshop_app.words import translate

LONGEST = 240  # minutes of one phase


class Part(StrEnum):
    """What a phase is for, in the order in which a session usually goes."""

    WELCOME = "welcome"
    LAST_TIME = "last-time"
    CHECK_IN = "check-in"
    EXPLORE = "explore"
    MAKE_SENSE = "make-sense"
    CHOOSE = "choose"
    PLAN = "plan"
    SIGN_OFF = "sign-off"
    CHECK_OUT = "check-out"


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase of a session. `minutes` are planned ones; `place` orders the phases, from 0."""

    id: str
    session_id: str
    part: Part
    minutes: int
    place: int
    dropped: bool = False


def phases_of(programme: Programme, session_id: str) -> list[Phase]:
    """The phases of a session, in their order."""
    return [phase for phase in all_phases(programme, session_id) if not phase.dropped]


def all_phases(programme: Programme, session_id: str) -> list[Phase]:
    """As `phases_of`, with those that were dropped."""
    own = (phase for phase in programme.all(Phase).values() if phase.session_id == session_id)
    return sorted(own, key=lambda phase: (phase.place, phase.id))


def lay_out(editing: Editing, programme: Programme, session_id: str, phases: Sequence[Phase]) -> None:
    """Give a session these phases: one whose part it has already is kept and changed, others are dropped or added."""
    known = {phase.part: phase for phase in all_phases(programme, session_id)}
    wanted = {phase.part for phase in phases}
    if len(wanted) < len(phases):
        raise DomainError(translate("agenda", "A phase can be in an agenda once."))
    for part, phase in known.items():
        if part not in wanted:
            editing.set(phase, dropped=True)
    for place, phase in enumerate(phases):
        minutes = _minutes(phase.minutes)
        if phase.part in known:
            editing.set(known[phase.part], minutes=minutes, place=place, dropped=False)
        else:
            editing.add(replace(phase, session_id=session_id, minutes=minutes, place=place, dropped=False))


def name(part: Part) -> str:
    """What a phase is called on the screen."""
    names = {
        Part.WELCOME: translate("agenda", "Welcome"),
        Part.LAST_TIME: translate("agenda", "What came of it"),
        Part.CHECK_IN: translate("agenda", "Check-in"),
        Part.EXPLORE: translate("agenda", "Share ideas"),
        Part.MAKE_SENSE: translate("agenda", "Make sense"),
        Part.CHOOSE: translate("agenda", "Choose"),
        Part.PLAN: translate("agenda", "Plan"),
        Part.SIGN_OFF: translate("agenda", "Sign off"),
        Part.CHECK_OUT: translate("agenda", "Check-out"),
    }
    return names[part]


def _minutes(minutes: int) -> int:
    if not 1 <= minutes <= LONGEST:
        raise DomainError(translate("agenda", "A phase lasts from 1 to {most} minutes.", most=LONGEST))
    return minutes
