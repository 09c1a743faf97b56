"""The students' own pick: what they may choose from, in an order that stays the same all through a session."""

from collections.abc import Sequence
from hashlib import sha256

from workshop_app.domain.audience import Spot
from workshop_app.facilitation.bank import Aspect
from workshop_app.facilitation.coverage import Explored


def to_pick(map_: Sequence[Explored], session_id: str) -> list[Aspect]:
    """What was never asked, one of each family first; what was asked least where nothing is left.

    Familiar ground comes last: students find their way there without us. What adults called fixed or keep out is
    there too. Aspects without prompts can't be asked and are left out.
    """
    askable = [one for one in map_ if one.aspect.prompts]
    least = min((one.depth for one in askable), default=0)
    # Shuffled by the session, so that it is not always the same six; by each id, so that nothing else moves it.
    lots = sorted((one for one in askable if one.depth == least), key=lambda one: _lot(session_id, one.aspect.id))
    aspects = [one.aspect for one in lots]
    return [
        aspect
        for familiar in (False, True)
        for aspect in _in_turn([one for one in aspects if one.familiar is familiar], session_id)
    ]


def offered(map_: Sequence[Explored], session_id: str) -> list[Spot]:
    """The same, as students see it."""
    return [Spot(one.id, one.name, one.family, one.symbol) for one in to_pick(map_, session_id)]


def _in_turn(aspects: Sequence[Aspect], session_id: str) -> list[Aspect]:
    """One of each family, then another of each, as long as there are any."""
    by_family: dict[str, list[Aspect]] = {}
    for aspect in aspects:
        by_family.setdefault(aspect.family, []).append(aspect)
    families = sorted(by_family.values(), key=lambda own: _lot(session_id, own[0].family))
    rounds = range(max((len(own) for own in families), default=0))
    return [own[number] for number in rounds for own in families if number < len(own)]


def _lot(session_id: str, key: str) -> bytes:
    return sha256(f"{session_id} {key}".encode()).digest()
