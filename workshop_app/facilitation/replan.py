"""The elastic agenda: what is left of a session is shared anew among what is still to come."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workshop_app.domain.agenda import Part
from workshop_app.facilitation.rounds import Round
from workshop_app.facilitation.sharing import CLOSE, shared

DONE, NOW, NEXT, TO_COME = "done", "now", "next", "to come"
LEAST, LEAST_EXPLORE = 1.0, 2.0  # minutes below which a round is no use
KEEPS = Part.CHECK_OUT  # it keeps its minutes whatever happens, and is never left out

# What can wait for another day: first signing and planning, then all prompts but one, then the rest. The promise of
# last time waits last: the group was told that it comes back.
_WAITS_FIRST = (Part.SIGN_OFF, Part.PLAN)
_WAITS_LATER = (Part.MAKE_SENSE, Part.CHECK_IN, Part.CHOOSE, Part.EXPLORE, Part.WELCOME, Part.LAST_TIME)


@dataclass(frozen=True, slots=True)
class Allotted:
    """A round with its minutes as they are now: what it took ("done"), what it has left ("now"), what it will get.

    `leave_out` suggests that it waits for another day, since the rest would be too short; it has no minutes then. The
    teacher decides.
    """

    round: Round
    minutes: float
    state: str
    leave_out: bool = False


def replan(
    rounds: Sequence[Round], spent: Mapping[str, float], now_id: str | None, elapsed_s: float, minutes: float
) -> list[Allotted]:
    """Share what is left of `minutes` among the rounds from `now_id` on, in proportion to what was planned for them.

    `spent` are seconds by round. What the round that is on has left goes by when it began, not by how long it runs, so
    that nothing moves while it keeps to its time. The check-out keeps its minutes even where there are none left.
    """
    at = next((place for place, one in enumerate(rounds) if one.id == now_id), -1)
    took = [spent.get(one.id, 0.0) / 60 for one in rounds]
    ahead = [_Wish.of(one, took[place]) for place, one in enumerate(rounds) if place > at]
    spare = not any(one.part is Part.EXPLORE for one in rounds[: at + 1])  # one prompt, where none was asked yet
    left, now_left = max(0.0, minutes - elapsed_s / 60), 0.0
    if at >= 0:
        whole = _allot([_Wish.of(rounds[at], 0.0, on=True), *ahead], left + took[at], spare=spare)[0] or 0.0
        now_left = min(left, max(0.0, whole - took[at]))
    shares = _allot(ahead, left - now_left, spare=spare)
    if all(share is None for share in shares):  # nobody else could take what is left
        now_left = left
    plan = [Allotted(one, took[place], DONE) for place, one in enumerate(rounds[: max(0, at)])]
    plan += [Allotted(one, now_left, NOW) for one in rounds[at : at + 1] if at >= 0]
    state = NEXT
    for wish, share in zip(ahead, shares, strict=True):
        if share is None:
            plan.append(Allotted(wish.round, 0.0, TO_COME, leave_out=True))
        else:
            plan.append(Allotted(wish.round, share, state))
            state = TO_COME
    return plan


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a round would like: `weight` minutes, and `least` of them. One that `keeps` its minutes does not stretch."""

    round: Round
    weight: float
    least: float
    keeps: bool
    on: bool

    @classmethod
    def of(cls, one: Round, took: float, *, on: bool = False) -> "_Wish":
        least = min(LEAST_EXPLORE if one.part is Part.EXPLORE else LEAST, one.planned)
        weight = max(least, one.planned - took)  # somebody may have been there already
        keeps = one.part is KEEPS and not on
        return cls(one, weight, weight if keeps else least, keeps, on)


def _allot(wishes: Sequence[_Wish], room: float, *, spare: bool) -> list[float | None]:
    """Minutes for each wish, None for those that are better left out. They sum to `room`, or to what must be."""
    stay = list(wishes)
    for wish in _in_order_of_waiting(wishes, spare=spare):
        if sum(one.least for one in stay) <= room + CLOSE:
            break
        stay.remove(wish)
    short = sum(one.least for one in stay) > room + CLOSE
    elastic = [not one.keeps for one in stay]
    if not any(elastic) and not short:  # nobody else could take what is over
        elastic = [True] * len(stay)
    least = [0.0 if short and one.on else one.least for one in stay]
    weights = [one.weight if stretches else 0.0 for one, stretches in zip(stay, elastic, strict=True)]
    shares = {one.round.id: share for one, share in zip(stay, shared(room, weights, least), strict=True)}
    return [shares.get(wish.round.id) for wish in wishes]


def _in_order_of_waiting(wishes: Sequence[_Wish], *, spare: bool) -> Iterator[_Wish]:
    may = [wish for wish in wishes if not wish.on and wish.round.part is not KEEPS]
    prompts = [wish for wish in may if wish.round.part is Part.EXPLORE]
    spared = prompts[:1] if spare else []
    for part in _WAITS_FIRST:
        yield from (wish for wish in may if wish.round.part is part)
    yield from reversed(prompts[len(spared) :])
    for part in _WAITS_LATER:
        yield from spared if part is Part.EXPLORE else (wish for wish in may if wish.round.part is part)
