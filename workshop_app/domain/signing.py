"""Sign-off: a plan is read aloud and closed, and a signature belongs to exactly the words that were signed.

What is closed is a canonical JSON text (sorted keys, no spaces, NFC as written). Its SHA-256 is the content hash
that every signature carries, so a signature for other words, or for an earlier version, is never counted.

Who decides for the school (domain/people.py: a post) agrees by reply. In the room they may sign too, last of all: what
the group means is its own before anybody above says yes to it. Their name is no stand-in for the member of staff who
carries the plan with the students, unless nobody else of the staff is in the group.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from workshop_app.domain import answers, asset_map, consent, honest_no, openness
from workshop_app.domain.answers import Answer
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Person, Role, group
from workshop_app.domain.plans import TEXTS, Action, Hands, Plan, actions_of
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.sessions import in_order
from workshop_app.domain.strokes import Point, Stroke, kept, reach
from workshop_app.domain.texts import SHORT, optional
from workshop_app.words import translate

# The first one knew no objections, answers, openness, translations and drawings; the second no ids of actions, nothing
# of what done looks like, of assets, of the day of the first step and of where a plan came from.
FORMAT = "workshop-plan-3"
ASPECT = 8 / 3  # width to height of the pad that strokes are drawn on
_MOST_NAMED = 3  # people in a sentence
LEAST_REACH = 0.03  # of the pad, that a drawn signature spans in one direction at least


@dataclass(frozen=True, slots=True)
class Signature:
    """One person's agreement. `strokes` are points from 0 to 1 of the pad's width and height; `words` are typed."""

    id: str
    plan_id: str
    content_hash: str
    person_id: str
    name: str
    role: Role
    strokes: tuple[Stroke, ...]
    words: str
    signed_at: datetime
    withdrawn: bool = False
    post: str = ""  # as what somebody signed who decides for the school

    @property
    def is_deciders(self) -> bool:
        """Whether somebody gave it who decides for the school."""
        return bool(self.post)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the signing of a plan stands. People are in the group's order, and each is in one place alone."""

    signed: tuple[Signature, ...]
    to_sign: tuple[Person, ...]
    absent: tuple[Person, ...]
    void: tuple[Signature, ...]  # given for an earlier version
    deciders: tuple[Person, ...] = ()  # they decide for the school, agree by reply, and may sign last
    no_other_staff: bool = False  # in the group, beside who decides for the school

    @property
    def is_signed_off(self) -> bool:
        """At least one student and one member of staff have signed these words."""
        staff = (one for one in self.signed if one.role is Role.STAFF)
        return self.has_student and any(not one.is_deciders or self.no_other_staff for one in staff)

    @property
    def has_student(self) -> bool:
        """Whether a student has signed these words."""
        return any(one.role.is_student for one in self.signed)

    @property
    def is_the_deciders_turn(self) -> bool:
        """Whether everybody who is here has signed, a student among them."""
        return self.has_student and not self.to_sign


def canonical(programme: Programme, plan: Plan) -> str:
    """The plan's whole content as one text that is the same wherever it is written; sealed.py reads it.

    With the plan go the objections to its ideas and the answers to them (`idea` counts from 1), with what came to light
    on the honest path, and what the school declared not to be open.
    """
    about = programme.about
    content = {
        "format": FORMAT,
        "school": about.school,
        "year": about.year,
        "practice": about.practice,
        "plan": plan.id,
        "version": plan.version,
        "title": plan.title,
        "review_on": plan.review_on.isoformat() if plan.review_on else None,
        "first_step_by": plan.first_step_by.isoformat() if plan.first_step_by else None,
        "came_from": plan.came_from,
        "actions": [_action(programme, action) for action in actions_of(programme, plan.id)],
        "ideas": [_idea(programme.get(Idea, idea_id)) for idea_id in plan.idea_ids],
        "objections": [
            {"idea": number, "text": one.text, "role": one.role.value, "met": one.met}
            for number, idea_id in enumerate(plan.idea_ids, start=1)
            for one in consent.objections(programme, idea_id)
        ],
        "answers": [
            {"idea": number, **_answer(programme, one)}
            for number, idea_id in enumerate(plan.idea_ids, start=1)
            if (one := answers.answer_to(programme, idea_id)) is not None
        ],
        "not_open": [
            {"aspect": one.aspect, "how": one.how.value, "whose": one.whose, "why": one.why}
            for one in openness.not_open(programme)
        ],
        **{field: getattr(plan, field) for field in TEXTS},
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_hash(sealed: str) -> str:
    """SHA-256 of a canonical text, as 64 hexadecimal digits."""
    return hashlib.sha256(sealed.encode()).hexdigest()


def to_close(programme: Programme, plan_id: str) -> str:
    """The text that would be closed now, to be read aloud first; DomainError that says what is missing."""
    plan = programme.get(Plan, plan_id)
    if plan.sealed is not None:
        raise DomainError(translate("signing", "This plan is closed for signing already."))
    missing = _missing(programme, plan)
    if missing:
        raise DomainError(missing)
    return canonical(programme, plan)


def close_for_signing(programme: Programme, plan_id: str) -> Outcome:
    """After the plan was read aloud: fix its words. People who were not at the last session count as absent.

    Who decides for the school does not: they are not awaited, they answer.
    """
    text = to_close(programme, plan_id)
    plan = programme.get(Plan, plan_id)
    sessions = in_order(programme)
    present = set(sessions[-1].present) if sessions else {person.id for person in group(programme)}
    absent = tuple(person.id for person in group(programme) if person.id not in present and not person.post)
    editing = Editing(programme)
    editing.set(plan, sealed=text, absent=absent)
    return editing.outcome()


def reopen(programme: Programme, plan_id: str) -> Outcome:
    """Open a closed plan to change it. It becomes the next version and everybody is asked to sign again."""
    plan = programme.get(Plan, plan_id)
    if plan.sealed is None:
        raise DomainError(translate("signing", "This plan is open already."))
    editing = Editing(programme)
    editing.set(plan, sealed=None, version=plan.version + 1, absent=(), earlier=(*plan.earlier, plan.sealed))
    return editing.outcome()


def sign(
    programme: Programme,
    plan_id: str,
    person_id: str,
    *,
    new_id: str,
    at: datetime,
    strokes: Sequence[Sequence[Point]] = (),
    words: str = "",
) -> Outcome:
    """One person agrees to the closed plan, by drawing or by typing their name or initials.

    DomainError where it is not closed, they signed already, or decide for the school while others have yet to sign.
    """
    plan = programme.get(Plan, plan_id)
    person = programme.get(Person, person_id)
    if plan.sealed is None:
        raise DomainError(translate("signing", "Read the plan aloud and close it first. Then it can be signed."))
    typed = optional(words, translate("signing", "The name"), SHORT)
    drawn = kept(strokes)
    if not typed and reach(drawn) < LEAST_REACH:
        raise DomainError(translate("signing", "Draw or type something first. It can be initials."))
    fingerprint = content_hash(plan.sealed)
    if any(signature.person_id == person_id for signature in signatures_for(programme, plan_id, fingerprint)):
        raise DomainError(translate("signing", "{name} has signed already.", name=person.name))
    if person.post:
        _see_that_it_is_their_turn(standing(programme, plan_id), person.name)
    given = Signature(new_id, plan_id, fingerprint, person_id, person.name, person.role, drawn, typed, at)
    editing = Editing(programme)
    editing.add(replace(given, post=person.post))
    if person_id in plan.absent:
        editing.set(plan, absent=tuple(one for one in plan.absent if one != person_id))
    return editing.outcome()


def withdraw(programme: Programme, signature_id: str) -> Outcome:
    """Somebody takes their signature back; they may sign again."""
    editing = Editing(programme)
    editing.set(programme.get(Signature, signature_id), withdrawn=True)
    return editing.outcome()


def mark_absent(programme: Programme, plan_id: str, person_id: str, absent: bool) -> Outcome:
    """Say that somebody was not there to sign, or is here after all; DomainError for who decides for the school."""
    plan = programme.get(Plan, plan_id)
    if absent and programme.get(Person, person_id).post:
        raise DomainError(translate("signing", "Who decides for the school is not awaited here. They answer the plan."))
    rest = tuple(one for one in plan.absent if one != person_id)
    editing = Editing(programme)
    if absent != (person_id in plan.absent):
        editing.set(plan, absent=(*rest, person_id) if absent else rest)
    return editing.outcome()


def signatures_for(programme: Programme, plan_id: str, fingerprint: str) -> list[Signature]:
    """The signatures that were given for exactly these words."""
    return [
        signature
        for signature in programme.all(Signature).values()
        if signature.plan_id == plan_id and signature.content_hash == fingerprint and not signature.withdrawn
    ]


def standing(programme: Programme, plan_id: str) -> Standing:
    """Who has signed the plan as it is closed now, who has yet to, who was absent, and what became void."""
    plan = programme.get(Plan, plan_id)
    fingerprint = content_hash(plan.sealed) if plan.sealed is not None else ""
    valid = signatures_for(programme, plan_id, fingerprint)
    void = tuple(
        signature
        for signature in programme.all(Signature).values()
        if signature.plan_id == plan_id and signature.content_hash != fingerprint and not signature.withdrawn
    )
    done = {signature.person_id for signature in valid}
    waiting = [person for person in group(programme) if person.id not in done]
    awaited = [person for person in waiting if not person.post]
    return Standing(
        signed=tuple(valid),
        to_sign=tuple(person for person in awaited if person.id not in plan.absent),
        absent=tuple(person for person in awaited if person.id in plan.absent),
        void=void,
        deciders=tuple(person for person in waiting if person.post),
        no_other_staff=not any(_is_staff_beside(person, valid) for person in group(programme)),
    )


def head_signature(programme: Programme, plan_id: str) -> Signature | None:
    """The newest signature of somebody who decides for the school, for the plan as it is closed now; None if none."""
    given = [one for one in standing(programme, plan_id).signed if one.is_deciders]
    return given[-1] if given else None


def _is_staff_beside(person: Person, signed: Sequence[Signature]) -> bool:
    """Whether somebody is staff and carries rather than decides; who came after a decider had signed is not meant."""
    before = min((one.signed_at for one in signed if one.is_deciders), default=None)
    return person.role is Role.STAFF and not person.post and (before is None or person.added_at <= before)


def _see_that_it_is_their_turn(now: Standing, name: str) -> None:
    """DomainError where somebody who decides for the school would sign before others."""
    if now.to_sign:
        names = ", ".join(one.name for one in now.to_sign[:_MOST_NAMED])
        if len(now.to_sign) > _MOST_NAMED:
            names = translate("signing", "{names} and others", names=names)
        raise DomainError(translate("signing", "{name} signs last. Yet to sign: {names}.", name=name, names=names))
    if not now.has_student:
        raise DomainError(translate("signing", "{name} signs last. First a student signs.", name=name))


def _missing(programme: Programme, plan: Plan) -> str:
    actions = actions_of(programme, plan.id)
    if not plan.change.strip():
        return translate("signing", "Write down the change first.")
    if not actions:
        return translate("signing", "Write down who does what by when first.")
    if any(not one.owner_ids and not (one.asked_of and one.hands is Hands.DECISION) for one in actions):
        return translate("signing", "Choose who does each action. One has nobody yet.")
    if any(action.by is None for action in actions):
        return translate("signing", "Each action needs a date. One has none yet.")
    if not plan.how_we_know.strip():
        return translate("signing", "Write down how we will know first.")
    return ""


def _action(programme: Programme, action: Action) -> dict[str, object]:
    owners = [programme.get(Person, owner_id) for owner_id in action.owner_ids]
    return {
        "id": action.id,
        "what": action.what,
        "hands": action.hands.value,
        "owners": [{"name": owner.name, "role": owner.role.value} for owner in owners],
        "asked_of": action.asked_of,
        "by": action.by.isoformat() if action.by else None,
        "done_looks": action.done_looks,
        "help": [asset.what for asset in asset_map.named(programme, action.asset_ids)],
    }


def _idea(idea: Idea) -> dict[str, object]:
    return {
        "text": idea.text,
        "translation": idea.translation,
        "drawing": idea.drawing,
        "role": idea.role.value,
        "students_back": idea.students_back,
        "adults_back": idea.adults_back,
        "insisted": idea.insisted,
    }


def _answer(programme: Programme, answer: Answer) -> dict[str, object]:
    path = honest_no.walked(programme, answer.idea_id)
    return {
        "kind": answer.kind.value,
        "reason": answer.reason,
        "by": answer.by,
        "passed_to": answer.passed_to,
        "need": path.need if path else "",
        "small_try": path.small_try if path else "",
        "students_say": path.students_say if path else "",
    }
