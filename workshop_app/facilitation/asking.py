"""Which prompts a session asks: one opener for each aspect at least, and more where there is time."""

from collections.abc import Callable, Sequence

from workshop_app.domain.sessions import Asked
from workshop_app.facilitation.bank import Aspect, Bank, Prompt

# The order in which an aspect's prompts are taken up: open, turn the tables, then dig.
ORDER = ("opener", "tables", "dig", "ours", "others")
MOST_EACH = 3
SHARE = 0.6  # of a session's minutes for prompts; the rest is welcome, making sense and choosing


def chosen(bank: Bank, aspect_ids: Sequence[str], minutes: int) -> list[tuple[Aspect, Prompt]]:
    """The prompts for these aspects that fit into `minutes`, aspect by aspect in the order given."""
    aspects = [bank.aspect(aspect_id) for aspect_id in aspect_ids]
    queues = [sorted(aspect.prompts, key=lambda prompt: ORDER.index(prompt.kind))[:MOST_EACH] for aspect in aspects]
    taken: list[list[Prompt]] = [queue[:1] for queue in queues]
    left = minutes * SHARE - sum(prompt.minutes for own in taken for prompt in own)
    for depth in range(1, MOST_EACH):
        for own, queue in zip(taken, queues, strict=True):
            if len(queue) > depth and queue[depth].minutes <= left:
                own.append(queue[depth])
                left -= queue[depth].minutes
    return [(aspect, prompt) for aspect, own in zip(aspects, taken, strict=True) for prompt in own]


def copies(picked: Sequence[tuple[Aspect, Prompt]], session_id: str, new_id: Callable[[], str]) -> list[Asked]:
    """Copies of prompts for one session, so that they stay as they were asked."""
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
        )
        for place, (aspect, prompt) in enumerate(picked)
    ]
