"""Which prompts a session asks: one opener for each aspect at least, and more where there is time."""

from collections.abc import Callable, Sequence

from workshop_app.domain.sessions import Asked
from workshop_app.facilitation.bank import Aspect, Bank, Prompt

# The order in which an aspect's prompts are taken up: open, turn the tables, then dig.
ORDER = ("opener", "tables", "dig", "ours", "others")
MOST_EACH = 3
SHARE = 0.6  # of a session's minutes for prompts; the rest is welcome, making sense and choosing


def chosen(
    bank: Bank, aspect_ids: Sequence[str], minutes: int, *, most: int = 0, explore_minutes: float | None = None
) -> list[tuple[Aspect, Prompt]]:
    """The prompts for these aspects that fit into `minutes`, aspect by aspect in the order given.

    `explore_minutes` is what the agenda gives to asking, a share of `minutes` where it is None; without any there is
    no prompt. `most` limits the number of prompts, 0 does not: aspects that come last go without then.
    """
    room = minutes * SHARE if explore_minutes is None else explore_minutes
    if explore_minutes is not None and room <= 0:
        return []
    most = most or len(aspect_ids) * MOST_EACH
    aspects = [bank.aspect(aspect_id) for aspect_id in aspect_ids][:most]
    queues = [sorted(aspect.prompts, key=_first)[:MOST_EACH] for aspect in aspects]
    taken: list[list[Prompt]] = [queue[:1] for queue in queues]
    left = room - sum(prompt.minutes for own in taken for prompt in own)
    for depth in range(1, MOST_EACH):
        for own, queue in zip(taken, queues, strict=True):
            if len(queue) > depth and queue[depth].minutes <= left and sum(map(len, taken)) < most:
                own.append(queue[depth])
                left -= queue[depth].minutes
    return [(aspect, prompt) for aspect, own in zip(aspects, taken, strict=True) for prompt in own]


def opener(aspect: Aspect) -> Prompt:
    """The prompt of an aspect that is asked first. ValueError for an aspect without prompts."""
    return min(aspect.prompts, key=_first)


def _first(prompt: Prompt) -> tuple[int, bool]:
    return ORDER.index(prompt.kind), not prompt.own


def copies(
    picked: Sequence[tuple[Aspect, Prompt]], session_id: str, new_id: Callable[[], str], *, place: int = 0
) -> list[Asked]:
    """Copies of prompts for one session, from a `place` in it on, so that they stay as they were asked."""
    return [
        Asked(
            new_id(),
            session_id,
            prompt.id,
            aspect.id,
            aspect.name,
            aspect.short,
            aspect.family,
            prompt.text,
            prompt.plain,
            prompt.note,
            place,
            follow_ups=prompt.follow_ups,
            minutes=prompt.minutes,
            symbol=aspect.symbol,
        )
        for place, (aspect, prompt) in enumerate(picked, start=place)
    ]
