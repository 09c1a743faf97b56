"""The asset map: what this group and its neighbourhood can bring, who holds it, and who would ask.

A change that rests on assets of students and the community is theirs; one that rests on staff alone is one more task.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workshop_app.domain.people import Person, Role
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.texts import SHORT, wanted
from workshop_app.words import translate


class Sort(StrEnum):
    """What kind of thing an asset is."""

    SKILL = "skill"
    PEOPLE = "people"
    PLACE = "place"
    EQUIPMENT = "equipment"
    ORGANISATION = "organisation"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Asset:
    """Something that can be brought. `held_by` says whose it is, `asker_id` the person of the group who would ask."""

    id: str
    sort: Sort
    what: str
    held_by: Role
    added_at: datetime
    asker_id: str | None = None
    session_id: str | None = None
    dropped: bool = False


def add_asset(
    programme: Programme,
    *,
    new_id: str,
    at: datetime,
    sort: Sort,
    what: str,
    held_by: Role,
    asker_id: str | None = None,
    session_id: str | None = None,
) -> Outcome:
    """Put an asset on the map; DomainError if it has no words or the asker is not of this group."""
    if asker_id is not None:
        programme.get(Person, asker_id)
    editing = Editing(programme)
    editing.add(Asset(new_id, sort, _words(what), held_by, at, asker_id, session_id))
    return editing.outcome()


def change_asset(
    programme: Programme, asset_id: str, *, sort: Sort, what: str, held_by: Role, asker_id: str | None
) -> Outcome:
    """Write an asset anew."""
    if asker_id is not None:
        programme.get(Person, asker_id)
    editing = Editing(programme)
    editing.set(programme.get(Asset, asset_id), sort=sort, what=_words(what), held_by=held_by, asker_id=asker_id)
    return editing.outcome()


def drop_asset(programme: Programme, asset_id: str) -> Outcome:
    """Take an asset off the map; where an action names it, it is still named there."""
    editing = Editing(programme)
    editing.set(programme.get(Asset, asset_id), dropped=True)
    return editing.outcome()


def assets(programme: Programme) -> list[Asset]:
    """What is on the map, in the order in which it was said."""
    return [one for one in programme.all(Asset).values() if not one.dropped]


def named(programme: Programme, asset_ids: Sequence[str]) -> list[Asset]:
    """Assets by their ids, those that were taken off the map too."""
    return [programme.get(Asset, asset_id) for asset_id in asset_ids]


def _words(what: str) -> str:
    return wanted(what, translate("asset_map", "What it is"), SHORT)
