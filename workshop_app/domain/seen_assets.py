"""What everybody may see of the asset map: what can be brought, what kind of thing it is and who holds it.

As in audience.py there are no private fields: who would ask is not here, for nobody was asked whether their name may
stand on a wall. Sorts and holders go by the values of asset_map.Sort and people.Role.
"""

from dataclasses import dataclass

from workshop_app.domain import asset_map
from workshop_app.domain.asset_map import Sort
from workshop_app.domain.people import Role
from workshop_app.domain.programme import Programme
from workshop_app.words import translate

HOLDER, SORT = "holder", "sort"  # by what the map is put in order


@dataclass(frozen=True, slots=True)
class Held:
    """One thing on the map."""

    asset_id: str
    what: str
    sort: str
    held_by: str

    def key(self, by: str) -> str:
        """The column it lies in where the map is in order by HOLDER or by SORT."""
        return self.held_by if by == HOLDER else self.sort


@dataclass(frozen=True, slots=True)
class Asks:
    """A plain question: its words, a short name for it, an example, and what an answer likely is and who holds it."""

    text: str
    short: str
    example: str
    sorts: tuple[str, ...]
    held_by: str


def on_the_map(programme: Programme) -> tuple[Held, ...]:
    """All that is on the map, in the order in which it was said."""
    return tuple(Held(one.id, one.what, one.sort.value, one.held_by.value) for one in asset_map.assets(programme))


def asked() -> tuple[Asks, ...]:
    """The questions, in turn."""
    return tuple(
        Asks(one.text, one.short, one.example, tuple(sort.value for sort in one.sorts), one.held_by.value)
        for one in asset_map.questions()
    )


def holders() -> tuple[tuple[str, str], ...]:
    """Who may hold something: (key, name), students first."""
    names = {
        Role.STUDENT: translate("seen_assets", "Students"),
        Role.STAFF: translate("seen_assets", "Staff"),
        Role.FAMILY: translate("seen_assets", "Families"),
        Role.COMMUNITY: translate("seen_assets", "Community"),
    }
    return tuple((role.value, names[role]) for role in Role)


def sorts() -> tuple[tuple[str, str], ...]:
    """What kinds of things there are: (key, name)."""
    return tuple((sort.value, asset_map.name(sort)) for sort in Sort)


def columns(by: str) -> tuple[tuple[str, str], ...]:
    """The columns of the map by HOLDER or by SORT: (key, name)."""
    return holders() if by == HOLDER else sorts()


def is_to_call(what: str) -> bool:
    """Whether words look like a number or an address to call: that has no place on a wall."""
    return asset_map.is_to_call(what)
