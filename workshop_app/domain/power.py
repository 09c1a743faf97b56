"""Power by role over the year: who proposed, who chose, who owns what is to be done, and who did it.

It counts by role and never by name. Whether the numbers are good ones is for the group to say.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workshop_app.domain import ideas, plans, progress
from workshop_app.domain.people import Person, Role
from workshop_app.domain.programme import Programme
from workshop_app.domain.progress import How, Really
from workshop_app.words import translate


@dataclass(frozen=True, slots=True)
class Power:
    """How many of each came from whom; every role is there, with 0 where nothing did.

    `proposed` are ideas on the board, `chose_students` and `chose_adults` the hands that backed what went forward (of
    which adults' are not told apart). `owns` are actions by the roles of those who carry them now, `did` those of them
    that are done and of which students have not said that they did not happen. What several carry counts for each.
    """

    proposed: Mapping[Role, int]
    chose_students: int
    chose_adults: int
    owns: Mapping[Role, int]
    did: Mapping[Role, int]

    @property
    def is_empty(self) -> bool:
        """Whether nothing has happened yet."""
        return not any((*self.proposed.values(), self.chose_students, self.chose_adults, *self.owns.values()))


def year(programme: Programme) -> Power:
    """Who held what this year."""
    planned = plans.planned(programme)
    forward = [idea for idea in ideas.on_board(programme) if idea.forward or idea.id in planned]
    actions = [one.id for plan in plans.plans(programme) for one in plans.actions_of(programme, plan.id)]
    done = [action_id for action_id in actions if _is_done(programme, action_id)]
    return Power(
        proposed=_by_role(idea.role for idea in ideas.on_board(programme)),
        chose_students=sum(idea.students_back for idea in forward),
        chose_adults=sum(idea.adults_back for idea in forward),
        owns=_owners(programme, actions),
        did=_owners(programme, done),
    )


def in_words(held: Power) -> tuple[str, ...]:
    """The same in four sentences, for whoever does not see the picture, and for paper."""
    chose = translate(
        "power",
        "Chose, in hands for what went forward: students {students}, adults {adults}.",
        students=held.chose_students,
        adults=held.chose_adults,
    )
    return (
        translate("power", "Proposed, in ideas: {roles}.", roles=_roles(held.proposed)),
        chose,
        translate("power", "Own, in actions: {roles}.", roles=_roles(held.owns)),
        translate("power", "Did, in actions: {roles}.", roles=_roles(held.did)),
    )


def role_name(role: Role) -> str:
    """A role as a group of people."""
    names = {
        Role.STUDENT: translate("power", "students"),
        Role.STAFF: translate("power", "staff"),
        Role.FAMILY: translate("power", "families"),
        Role.COMMUNITY: translate("power", "community"),
    }
    return names[role]


def _roles(counts: Mapping[Role, int]) -> str:
    return ", ".join(f"{role_name(role)} {number}" for role, number in counts.items())


def _by_role(roles: Iterable[Role]) -> dict[Role, int]:
    found = Counter(roles)
    return {role: found[role] for role in Role}


def _owners(programme: Programme, action_ids: Iterable[str]) -> dict[Role, int]:
    people = programme.all(Person)
    owners = (owner for action_id in action_ids for owner in progress.owners_now(programme, action_id))
    return _by_role(people[owner].role for owner in owners if owner in people)


def _is_done(programme: Programme, action_id: str) -> bool:
    last = progress.newest(programme, action_id)
    return last is not None and last.how is How.DONE and last.really is not Really.NO
