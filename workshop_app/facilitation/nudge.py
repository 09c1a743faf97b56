"""A quiet cue for the facilitator when ideas gather on the familiar ground, with a prompt that goes underneath."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from workshop_app.domain.ideas import Idea
from workshop_app.domain.sessions import Asked
from workshop_app.facilitation import familiar
from workshop_app.facilitation.bank import Bank
from workshop_app.facilitation.familiar import Ground

RECENT = 8  # ideas that are looked at, the latest
LEAST = 5  # of them that must be there before anything is said
SHARE = 0.6  # of them on familiar ground


@dataclass(frozen=True, slots=True)
class Nudge:
    """`count` of the last `of` ideas stay on familiar ground, and a prompt of `ground` is offered.

    `leads` tells that more of them are on that ground than on any other.
    """

    ground: Ground
    count: int
    of: int
    leads: bool


def nudge(ideas: Sequence[Idea], asked: Collection[str]) -> Nudge | None:
    """The cue for a session's ideas, the latest last; None where there is none, or its prompt (by id) was asked.

    Where grounds are level, that of the latest idea is taken: it is what the group talks about now.
    """
    recent = ideas[-RECENT:]
    if len(recent) < LEAST:
        return None
    # `most_common` keeps what is level in the order in which it came, so the latest idea is counted first.
    found = Counter(finding.ground for idea in reversed(recent) if (finding := familiar.look(idea.text)) is not None)
    if found.total() < SHARE * len(recent):
        return None
    for ground_id, own in found.most_common():
        if prompt_id(ground_id) not in asked:
            leads = all(count < own for other, count in found.items() if other != ground_id)
            return Nudge(familiar.vocabulary().ground(ground_id), found.total(), len(recent), leads)
    return None


def prompt_id(ground_id: str) -> str:
    """The id of the prompt underneath a ground."""
    return f"underneath-{ground_id}"


def underneath(ground: Ground, bank: Bank, session_id: str, place: int, new_id: Callable[[], str]) -> Asked:
    """The prompt underneath a ground, to be asked in a session at `place`."""
    aspect = bank.aspect(ground.aspect)
    return Asked(
        new_id(),
        session_id,
        prompt_id(ground.id),
        aspect.id,
        aspect.name,
        aspect.short,
        aspect.family,
        ground.underneath,
        ground.plain,
        "",
        place,
        symbol=aspect.symbol,
    )
