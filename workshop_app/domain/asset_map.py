"""The asset map: what this group and its neighbourhood can bring, who holds it, and who would ask.

A change that rests on assets of students and the community is theirs; one that rests on staff alone is one more task.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workshop_app.domain.errors import DomainError
from workshop_app.domain.people import Person, Role
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.texts import SHORT, wanted
from workshop_app.words import translate

# Six digits or more, as people write numbers to call; or an address with an @. "Year 10" and "3 x 400 m" are neither.
_TO_CALL = re.compile(r"(?:\+|\b)\d(?:[\s()./-]{0,2}\d){5,}|\S@\S")


class Sort(StrEnum):
    """What kind of thing an asset is."""

    SKILL = "skill"
    TIME = "time"
    PEOPLE = "people"
    ORGANISATION = "organisation"
    PLACE = "place"
    EQUIPMENT = "equipment"


@dataclass(frozen=True, slots=True)
class Question:
    """One of the plain questions: which sorts its answers may be, the likely one first, and who likely holds them."""

    text: str
    short: str
    example: str
    sorts: tuple[Sort, ...]
    held_by: Role


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


def questions() -> tuple[Question, ...]:
    """What the group is asked in turn. Together their sorts are all there are."""
    return (
        Question(
            translate("asset_map", "What are you good at?"),
            translate("asset_map", "Good at"),
            translate("asset_map", "Drawing comics. Mending bikes. An hour on Fridays."),
            (Sort.SKILL, Sort.TIME),
            Role.STUDENT,
        ),
        Question(
            translate("asset_map", "Who do you know?"),
            translate("asset_map", "Know"),
            translate("asset_map", "An aunt who is a nurse. The boxing club. A baker."),
            (Sort.PEOPLE, Sort.ORGANISATION),
            Role.FAMILY,
        ),
        Question(
            translate("asset_map", "What is near?"),
            translate("asset_map", "Near"),
            translate("asset_map", "The library’s back room. The park. A badge machine."),
            (Sort.PLACE, Sort.EQUIPMENT),
            Role.COMMUNITY,
        ),
    )


def name(sort: Sort) -> str:
    """One of this sort, as it stands on a chip."""
    return {
        Sort.SKILL: translate("asset_map", "A skill"),
        Sort.TIME: translate("asset_map", "Time"),
        Sort.PEOPLE: translate("asset_map", "People"),
        Sort.ORGANISATION: translate("asset_map", "An organisation"),
        Sort.PLACE: translate("asset_map", "A place"),
        Sort.EQUIPMENT: translate("asset_map", "Equipment"),
    }[sort]


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
    """Put an asset on the map; DomainError if it has no words, stands there already, or the asker is not of us."""
    if asker_id is not None:
        programme.get(Person, asker_id)
    words = _words(what)
    if any(one.held_by is held_by and one.what.casefold() == words.casefold() for one in assets(programme)):
        raise DomainError(translate("asset_map", "That is on the map already."))
    editing = Editing(programme)
    editing.add(Asset(new_id, sort, words, held_by, at, asker_id, session_id))
    return editing.outcome()


def reword_asset(programme: Programme, asset_id: str, what: str) -> Outcome:
    """Say what it is in other words."""
    editing = Editing(programme)
    editing.set(programme.get(Asset, asset_id), what=_words(what))
    return editing.outcome()


def hold_asset(programme: Programme, asset_id: str, held_by: Role) -> Outcome:
    """Say who holds it."""
    editing = Editing(programme)
    editing.set(programme.get(Asset, asset_id), held_by=held_by)
    return editing.outcome()


def sort_asset(programme: Programme, asset_id: str, sort: Sort) -> Outcome:
    """Say what kind of thing it is."""
    editing = Editing(programme)
    editing.set(programme.get(Asset, asset_id), sort=sort)
    return editing.outcome()


def ask_for_asset(programme: Programme, asset_id: str, asker_id: str | None) -> Outcome:
    """Say who of the group would ask for it, None for nobody yet."""
    if asker_id is not None:
        programme.get(Person, asker_id)
    editing = Editing(programme)
    editing.set(programme.get(Asset, asset_id), asker_id=asker_id)
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
    """Assets by their ids, those that were taken off the map too; DomainError if there never was one."""
    return [programme.get(Asset, asset_id) for asset_id in asset_ids]


def is_to_call(what: str) -> bool:
    """Whether words hold what looks like a phone number or an address: whoever would ask keeps that, not the map."""
    return _TO_CALL.search(what) is not None


def _words(what: str) -> str:
    return wanted(what, translate("asset_map", "What we can bring"), SHORT)
