"""Assets of the map that fit an action, and why. Suggestions only, with the words that made them: the group chooses.

An asset fits that shares telling words with the action; or one of a sort that a word of the action calls for, such as
"print" for equipment. Words that both say weigh more. Of two that fit as well, what students and their neighbourhood
hold comes before what staff hold: a plan that rests on staff alone is one more task.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from workshop_app.assets import find
from workshop_app.domain.asset_map import Asset, Sort
from workshop_app.domain.people import Role
from workshop_app.domain.power import role_name
from workshop_app.facilitation.plain_words import lists, stem, telling
from workshop_app.facilitation.spelling import said
from workshop_app.words import translate

MOST = 4
_MOST_CALLED = 2  # of those that share no word
_WEAK = 0.3  # what a word counts that says little


@dataclass(frozen=True, slots=True)
class Fit:
    """An asset that fits: the `words` that both say as the asset has them, else the word of the action that `calls`."""

    asset: Asset
    words: tuple[str, ...]
    calls: str


def fitting(action: str, assets: Iterable[Asset], but: Iterable[str] = ()) -> tuple[Fit, ...]:
    """Up to `MOST` of the assets for what an action says, the best first; never those whose ids are in `but`."""
    words = dict(telling(action))
    gone = set(but)
    found = [(fit, _score(fit)) for one in assets if one.id not in gone and (fit := _fit(words, one)) is not None]
    ranked = [fit for fit, _ in sorted(found, key=lambda pair: (-pair[1], pair[0].asset.held_by is Role.STAFF))]
    sharing = [fit for fit in ranked if fit.words]
    called = [fit for fit in ranked if not fit.words]
    return tuple([*sharing[:MOST], *called[:_MOST_CALLED]][:MOST])


def help_with(ideas: Iterable[str], assets: Iterable[Asset]) -> str:
    """What of the map says the same as the words of ideas, a line each with who holds it; "" where nothing does."""
    found = (fit.asset for fit in fitting(" ".join(ideas), assets) if fit.words)
    lines = [
        translate("fitting assets", "{what} ({whose})", what=one.what, whose=role_name(one.held_by)) for one in found
    ]
    return "\n".join(lines)


def _fit(action: dict[str, str], asset: Asset) -> Fit | None:
    words = tuple(word for key, word in telling(asset.what) if key in action)
    calls = next((word for key, word in action.items() if key in _called_for()[asset.sort]), "")
    strong = any(stem(word) not in lists().weak for word in words)
    if not strong and not calls:
        return None
    return Fit(asset, tuple(_as_typed(word, asset.what) for word in words) if strong else (), calls)


def _as_typed(word: str, text: str) -> str:
    """A word of a text with its apostrophe, which is left out for comparing."""
    return next((one.strip(".,;:!?()") for one in text.split() if word in said(one)), word)


def _score(fit: Fit) -> float:
    """How well it fits: a word that both say counts 1, one that calls for its sort half as much."""
    weak = lists().weak
    return sum(_WEAK if stem(word) in weak else 1.0 for word in fit.words) + (0.5 if fit.calls else 0.0)


@cache
def _called_for() -> dict[Sort, frozenset[str]]:
    """By sort, the stems of the words that call for it."""
    shipped = tomllib.loads(find("fitting_words.toml").read_text(encoding="utf-8"))
    return {sort: frozenset(map(stem, shipped[sort.value])) for sort in Sort}
