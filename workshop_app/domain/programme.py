"""The programme: everything one group has said and decided, as one immutable value, and edits that lead to the next.

A programme holds its entities by their class, so no entity module is known here: `programme.all(Idea)` is a
mapping from id to Idea. Domain functions take a programme, work through an `Editing`, and return its outcome.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, TypeVar

from workshop_app.domain.errors import DomainError
from workshop_app.words import translate

PROGRAMME_ID = "programme"


class Entity(Protocol):
    """A frozen dataclass with an id that never changes."""

    @property
    def id(self) -> str:
        """A UUIDv7 as text, handed in by whoever asked for the entity."""


E = TypeVar("E", bound=Entity)
Table = Mapping[str, Any]
_EMPTY: Table = MappingProxyType({})
Groups = dict[str, dict[str, Any]]
Key = Callable[[Any], str | None]


@dataclass(frozen=True, slots=True)
class About:
    """What the programme is: one school's coproduction work over a school year."""

    school: str
    year: str  # "2026–27"
    practice: bool = False
    id: str = PROGRAMME_ID


def school_year(today: date) -> str:
    """The school year that a day lies in, from August: "2026–27"."""
    first = today.year if today.month >= 8 else today.year - 1
    return f"{first}–{(first + 1) % 100:02}"


@dataclass(frozen=True, slots=True)
class Edit:
    """One entity's change. `old` is None where it was added, `new` is None where it was removed.

    Otherwise both hold the same field names, and only those that changed.
    """

    kind: type[Any]
    id: str
    old: Mapping[str, Any] | None
    new: Mapping[str, Any] | None

    def reversed(self) -> "Edit":
        """The edit that takes this one back."""
        return Edit(self.kind, self.id, self.new, self.old)


class Outcome(NamedTuple):
    """What a domain function returns."""

    programme: "Programme"
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """All entities, by class and then by id. Never changed in place."""

    tables: Mapping[type[Any], Table]
    _groups: dict[tuple[type[Any], Key], Groups] = field(default_factory=dict, compare=False, repr=False)

    def all(self, kind: type[E]) -> Mapping[str, E]:
        """Every entity of a class, by id, in the order in which they were added."""
        return self.tables.get(kind, _EMPTY)

    def get(self, kind: type[E], entity_id: str) -> E:
        """One entity; DomainError if it is not there (any more)."""
        found = self.all(kind).get(entity_id)
        if found is None:
            raise DomainError(translate("programme", "That is not there any more. Look again and choose another."))
        return found

    def grouped(self, kind: type[E], by: Callable[[E], str | None]) -> Mapping[str, Mapping[str, E]]:
        """Entities of a class in groups, by the group's name and then by id. `by` names the group, None for no group.

        Gathered once for each `by`, which is a function of a module; the programmes that come of this one take the
        groups over, less what was edited. In a group there is no order. A change copies the groups it touches, so
        what most entities have in common (to lie in no theme) should be None.
        """
        key = (kind, by)
        if key not in self._groups:
            made: Groups = {}
            for entity_id, entity in self.all(kind).items():
                name = by(entity)
                if name is not None:
                    made.setdefault(name, {})[entity_id] = entity
            self._groups[key] = made
        return self._groups[key]

    def after(self, tables: Mapping[type[Any], Table], edited: Iterable[tuple[type[Any], str]]) -> "Programme":
        """The next programme, with `tables` instead, which differ only in what was `edited`."""
        ids: dict[type[Any], dict[str, None]] = {}
        for kind, entity_id in edited:
            ids.setdefault(kind, {})[entity_id] = None
        groups = {
            (kind, by): _regrouped(own, by, self.all(kind), tables.get(kind, _EMPTY), ids[kind]) if kind in ids else own
            for (kind, by), own in self._groups.items()
        }
        return Programme(tables, groups)

    @property
    def about(self) -> About:
        """The programme's own name and year."""
        return self.get(About, PROGRAMME_ID)


def empty(about: About) -> Programme:
    """A programme in which nothing has happened yet."""
    return Programme({About: {about.id: about}})


class Editing:
    """A programme while a domain function works on it. Each touched table is copied once, however many edits."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._tables: dict[type[Any], Table] = dict(programme.tables)
        self._own: dict[type[Any], dict[str, Any]] = {}
        self._edits: list[Edit] = []

    def add(self, entity: Entity) -> None:
        """Put a new entity in."""
        kind = type(entity)
        self._table(kind)[entity.id] = entity
        self._edits.append(Edit(kind, entity.id, None, values(entity)))

    def set(self, entity: Any, **new: Any) -> None:  # noqa: ANN401 - any entity, any of its fields
        """Give fields of an entity new values; fields that keep their value make no edit."""
        current = self._table(type(entity))[entity.id]
        changed = {name: value for name, value in new.items() if getattr(current, name) != value}
        if not changed:
            return
        old = {name: getattr(current, name) for name in changed}
        self._table(type(entity))[entity.id] = replace(current, **changed)
        self._edits.append(Edit(type(entity), entity.id, old, changed))

    def outcome(self) -> Outcome:
        """The programme after all edits, with the edits in order."""
        edited = ((edit.kind, edit.id) for edit in self._edits)
        return Outcome(self._programme.after({**self._tables, **self._own}, edited), tuple(self._edits))

    def _table(self, kind: type[Any]) -> dict[str, Any]:
        if kind not in self._own:
            self._own[kind] = dict(self._tables.get(kind, _EMPTY))
        return self._own[kind]


def values(entity: Any) -> dict[str, Any]:  # noqa: ANN401 - any entity
    """An entity's fields by name, values as they are."""
    return {field.name: getattr(entity, field.name) for field in fields(entity)}


def _regrouped(groups: Groups, by: Key, before: Table, after: Table, ids: Iterable[str]) -> Groups:
    """The groups after the entities of `ids` were added, changed or removed. What they were is left as it was."""
    made, own = dict(groups), set[str]()
    for entity_id in ids:
        for table, is_there in ((before, False), (after, True)):
            name = by(table[entity_id]) if entity_id in table else None
            if name is None:
                continue
            if name not in own:
                own.add(name)
                made[name] = dict(made.get(name, {}))
            if is_there:
                made[name][entity_id] = table[entity_id]
            else:
                made[name].pop(entity_id, None)
    for name in own:
        if not made[name]:
            del made[name]
    return made


def apply(programme: Programme, edits: Iterable[Edit]) -> Programme:
    """The programme after `edits`, which must fit it (used for undo, redo and replay)."""
    own: dict[type[Any], dict[str, Any]] = {}
    edits = tuple(edits)
    for edit in edits:
        if edit.kind not in own:
            own[edit.kind] = dict(programme.all(edit.kind))
        table = own[edit.kind]
        if edit.new is None:
            del table[edit.id]
        elif edit.old is None:
            table[edit.id] = edit.kind(**edit.new)
        else:
            table[edit.id] = replace(table[edit.id], **edit.new)
    merged = {**programme.tables, **own}
    tables = {kind: table for kind, table in merged.items() if table}
    return programme.after(tables, ((edit.kind, edit.id) for edit in edits))


def rename_school(programme: Programme, school: str, year: str) -> Outcome:
    """Correct the school's name or the year."""
    from workshop_app.domain.texts import SHORT, wanted

    editing = Editing(programme)
    editing.set(
        programme.about,
        school=wanted(school, translate("programme", "The school's name"), SHORT),
        year=wanted(year, translate("programme", "The school year"), SHORT),
    )
    return editing.outcome()
