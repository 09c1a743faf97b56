"""What everybody may see of a plan while it is read aloud and signed: its lines, and a place for each who signs.

As in audience.py there are no private fields. Names stand here because who signs or carries a plan wants to be named.
"""

from dataclasses import dataclass

from workshop_app.domain import signing
from workshop_app.domain.people import Person, Role, group
from workshop_app.domain.programme import Programme
from workshop_app.domain.signing import Signature, Standing
from workshop_app.domain.strokes import Stroke
from workshop_app.words import translate


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is read aloud, and what it is about."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where one person signs, or has signed: then with strokes of points from 0 to 1 of a pad of 8 to 3, or words.

    `key` is the id of who signs, `role` a value of people.Role. `post` is as what somebody decides for the school, and
    `waits` tells that others sign before them.
    """

    key: str
    name: str
    role: str
    post: str = ""
    waits: bool = False
    signature_id: str = ""
    strokes: tuple[Stroke, ...] = ()
    words: str = ""

    @property
    def is_signed(self) -> bool:
        """Whether they have signed."""
        return bool(self.signature_id)

    @property
    def caption(self) -> str:
        """Who it is: a name, and the post of who decides or else the role."""
        roles = {
            Role.STUDENT: translate("seen_plan", "student"),
            Role.STAFF: translate("seen_plan", "staff"),
            Role.FAMILY: translate("seen_plan", "family"),
            Role.COMMUNITY: translate("seen_plan", "community"),
        }
        return translate("seen_plan", "{name} · {as_what}", name=self.name, as_what=self.post or roles[Role(self.role)])


@dataclass(frozen=True, slots=True)
class Signers:
    """A place for each in the group's order, those who decide for the school last; and the names of who is absent."""

    places: tuple[Place, ...]
    absent: tuple[str, ...]
    count: int  # of signatures


def signers(programme: Programme, plan_id: str) -> Signers:
    """Where a plan is signed now. Nobody changes seats by signing."""
    now = signing.standing(programme, plan_id)
    signed = {one.person_id: one for one in now.signed}
    awaited = {one.id for one in (*now.to_sign, *now.deciders)}
    here = sorted(group(programme), key=lambda one: bool(one.post))
    places = [
        _signed(signed.pop(one.id)) if one.id in signed else _free(one, now)
        for one in here
        if one.id in signed or one.id in awaited
    ]
    places += [_signed(one) for one in signed.values()]  # of who has left since
    return Signers(tuple(places), tuple(one.name for one in now.absent), len(now.signed))


def _signed(one: Signature) -> Place:
    return Place(one.person_id, one.name, one.role.value, one.post, False, one.id, one.strokes, one.words)


def _free(one: Person, now: Standing) -> Place:
    return Place(one.id, one.name, one.role.value, one.post, bool(one.post) and not now.is_the_deciders_turn)
