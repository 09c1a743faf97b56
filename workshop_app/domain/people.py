"""People of the group: a display name and a role, and never why somebody was chosen."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workshop_app.domain.errors import DomainError
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.texts import SHORT, optional_line, wanted
from workshop_app.words import translate


class Role(StrEnum):
    """Where somebody stands in the school. Students come first: they are its real users."""

    STUDENT = "student"
    STAFF = "staff"
    FAMILY = "family"
    COMMUNITY = "community"

    @property
    def is_student(self) -> bool:
        """Whether this is one of the school's real users; everybody else counts as an adult."""
        return self is Role.STUDENT


@dataclass(frozen=True, slots=True)
class Person:
    """One member of the group. `name` is a first name, a nickname or initials.

    `post` is only given for somebody who decides for the school, such as "Head": they sign last.
    """

    id: str
    name: str
    role: Role
    added_at: datetime
    left: bool = False
    post: str = ""


def add_person(programme: Programme, *, new_id: str, at: datetime, name: str, role: Role) -> Outcome:
    """Welcome somebody; DomainError if the name is empty or taken by somebody who is here."""
    editing = Editing(programme)
    editing.add(Person(new_id, _free_name(programme, name), role, at))
    return editing.outcome()


def rename_person(programme: Programme, person_id: str, name: str) -> Outcome:
    """Write somebody's name as they want it."""
    editing = Editing(programme)
    editing.set(programme.get(Person, person_id), name=_free_name(programme, name, but=person_id))
    return editing.outcome()


def change_role(programme: Programme, person_id: str, role: Role) -> Outcome:
    """Correct somebody's role; what they gave before keeps the role it was given in. A student has no post."""
    person = programme.get(Person, person_id)
    editing = Editing(programme)
    editing.set(person, role=role, post="" if role.is_student else person.post)
    return editing.outcome()


def give_post(programme: Programme, person_id: str, post: str) -> Outcome:
    """Say that somebody decides for the school, and as what; "" where they do not. DomainError for a student."""
    person = programme.get(Person, person_id)
    line = optional_line(post, translate("people", "The post"), SHORT)
    if line and person.role.is_student:
        raise DomainError(translate("people", "Who decides for the school is an adult."))
    editing = Editing(programme)
    editing.set(person, post=line)
    return editing.outcome()


def leave_group(programme: Programme, person_id: str) -> Outcome:
    """Somebody stops taking part, as anybody may at any time. What they gave stays."""
    editing = Editing(programme)
    editing.set(programme.get(Person, person_id), left=True)
    return editing.outcome()


def come_back(programme: Programme, person_id: str) -> Outcome:
    """Somebody who left is here again."""
    person = programme.get(Person, person_id)
    _free_name(programme, person.name, but=person_id)
    editing = Editing(programme)
    editing.set(person, left=False)
    return editing.outcome()


def group(programme: Programme) -> list[Person]:
    """Who takes part now: students first, then staff, families and community, each in the order they came."""
    order = list(Role)
    here = (person for person in programme.all(Person).values() if not person.left)
    return sorted(here, key=lambda person: (order.index(person.role), person.added_at, person.id))


def who_left(programme: Programme) -> list[Person]:
    """Who took part and stopped, in the order they came."""
    return [person for person in programme.all(Person).values() if person.left]


def _free_name(programme: Programme, name: str, but: str = "") -> str:
    line = wanted(name, translate("people", "The name"), SHORT)
    for person in programme.all(Person).values():
        if not person.left and person.id != but and person.name.casefold() == line.casefold():
            sentence = translate("people", "There is a {name} already. Add a letter to tell them apart.", name=line)
            raise DomainError(sentence)
    return line
