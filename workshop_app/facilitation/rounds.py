"""The rounds of a session in order, which one is on, and what each has taken so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workshop_app.domain.agenda import Part, Phase, phases_of
from workshop_app.domain.facts import Fact, Happened
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import Asked, Session, prompts_of

PUT = {Happened.PHASE: "phase", Happened.ASKED: "asked"}  # facts that put a round to the group, and where its id is


@dataclass(frozen=True, slots=True)
class Round:
    """One task of a session: a phase, or one prompt of the phase that explores. `planned` are minutes.

    `id` is that of the phase, or of the prompt as it is asked. A prompt of a session without an agenda has no phase.
    """

    id: str
    phase: Phase | None
    asked: Asked | None
    planned: float

    @property
    def part(self) -> Part:
        """What the round is for."""
        return self.phase.part if self.phase else Part.EXPLORE


def rounds(programme: Programme, session_id: str) -> list[Round]:
    """The rounds of a session in order.

    A session from before there were agendas has only its prompts, which share its minutes.
    """
    prompts = prompts_of(programme, session_id)
    phases = phases_of(programme, session_id)
    if not phases:
        return _of_prompts(None, programme.get(Session, session_id).minutes, prompts)
    found: list[Round] = []
    for phase in phases:
        if phase.part is Part.EXPLORE and prompts:
            found += _of_prompts(phase, phase.minutes, prompts)
        else:
            found.append(Round(phase.id, phase, None, float(phase.minutes)))
    return found


def spent(facts: Iterable[Fact], session_id: str, elapsed: float, first: str = "") -> dict[str, float]:
    """Seconds on the session's clock that each round has taken, by its id, up to `elapsed` seconds.

    A fact from before the clock was told with it counts from the beginning. `first` is the round that is on until one
    is put: somebody may start the clock and stay where they are.
    """
    on, since = first, 0.0
    found = {first: 0.0} if first else {}
    for fact, round_id in _put(facts, session_id):
        at = max(since, float(fact.data.get("elapsed") or 0))
        if on:
            found[on] += at - since
        found.setdefault(round_id, 0.0)
        on, since = round_id, at
    if on:
        found[on] += max(0.0, elapsed - since)
    return found


def now(facts: Iterable[Fact], session_id: str, rounds: Sequence[Round]) -> str | None:
    """The id of the round that is on: the last one that was put to the group and is still in the session.

    Where it was a phase that has prompts, the first of them is on. None before the first round.
    """
    by_id = {one.phase.id: one.id for one in reversed(rounds) if one.phase} | {one.id: one.id for one in rounds}
    put = [by_id[round_id] for _, round_id in _put(facts, session_id) if round_id in by_id]
    return put[-1] if put else None


def _of_prompts(phase: Phase | None, minutes: float, prompts: Sequence[Asked]) -> list[Round]:
    weights = [max(1, asked.minutes) for asked in prompts]
    each = minutes / max(1, sum(weights))
    return [Round(asked.id, phase, asked, each * weight) for asked, weight in zip(prompts, weights, strict=True)]


def _put(facts: Iterable[Fact], session_id: str) -> Iterable[tuple[Fact, str]]:
    for fact in facts:
        if fact.what in PUT and fact.data.get("session") == session_id:
            yield fact, str(fact.data.get(PUT[fact.what]) or "")
