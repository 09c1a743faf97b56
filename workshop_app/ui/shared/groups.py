"""What lies together on the board, and in which order it is read: one answer for screen readers, the list and the keys.

Groups are the frames of the lens that is on (themes, or its columns), in their order. What lies loose is read last.
The order within a group rests on the card alone, so that it needs no layout and one card can be put in its place.
"""

from collections.abc import Iterable

from workshop_app.domain import audience, lenses
from workshop_app.domain.audience import Card
from workshop_app.domain.lenses import Lens
from workshop_app.ui.shared.board_scene import BoardScene
from workshop_app.words import translate

LOOSE = "loose"  # the id of the group of what is in no frame; with several sessions, "loose/" and the session's id

Order = tuple[float, float, float, float, str]


def of_card(scene: BoardScene, card: Card) -> str:
    """The id of the group that a card is in."""
    if scene.lens is Lens.THEMES:
        in_theme = card.theme_id is not None and card.theme_id in scene.frames
        return str(card.theme_id) if in_theme else _ground(card)
    if scene.lens is Lens.REACH:
        if card.reach is None or card.effort is None:
            return LOOSE
        return str(2 * (card.reach < 0.5) + (card.effort >= 0.5))
    return lenses.column_of(scene.lens, card, scene.frames)


def order(scene: BoardScene, card: Card) -> Order:
    """By this the cards of one group are sorted: as the eye goes over them."""
    if scene.lens is Lens.REACH and card.reach is not None and card.effort is not None:
        return (-card.reach, card.effort, 0.0, 0.0, card.id)
    return lenses.reading(card, scene.themes)


def ids(scene: BoardScene) -> list[str]:
    """Every group there is, in reading order; the loose ground only where something lies on it."""
    loose = {of_card(scene, item.card) for item in scene.cards.values()} - scene.frames.keys()
    return in_order(scene, loose)


def in_order(scene: BoardScene, loose: Iterable[str]) -> list[str]:
    """Every frame in its order, and after them these groups of what lies loose."""
    framed = audience.by_place(item.frame for item in scene.frames.values())
    return [*(frame.id for frame in framed), *sorted(loose, key=lambda one: _place_of_ground(scene, one))]


def name(scene: BoardScene, group_id: str) -> str:
    """What a group is called."""
    framed = scene.frames.get(group_id)
    if framed is not None:
        return framed.frame.name
    if scene.lens is Lens.REACH:
        return translate("board", "Not weighed yet")
    words = translate("board", "Not in a theme yet")
    session = next((one.name for one in scene.grounds if f"{LOOSE}/{one.id}" == group_id), "")
    return f"{words}, {session}" if session else words


def elsewhere(scene: BoardScene, group_id: str) -> int:
    """How many cards of a theme lie on other boards."""
    framed = scene.frames.get(group_id)
    return framed.frame.elsewhere if framed is not None else 0


def members(scene: BoardScene) -> dict[str, list[str]]:
    """The ids of the cards of every group, groups and cards in reading order."""
    found: dict[str, list[Order]] = {group_id: [] for group_id in ids(scene)}
    for item in scene.cards.values():
        found[of_card(scene, item.card)].append(order(scene, item.card))
    return {group_id: [key[-1] for key in sorted(keys)] for group_id, keys in found.items()}


def _ground(card: Card) -> str:
    return f"{LOOSE}/{card.ground}" if card.ground else LOOSE


def _place_of_ground(scene: BoardScene, group_id: str) -> tuple[int, str]:
    sessions = [f"{LOOSE}/{one.id}" for one in scene.grounds]
    return (sessions.index(group_id) if group_id in sessions else -1, group_id)
