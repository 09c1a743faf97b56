"""Sign-off: a plan is read aloud and closed, and a signature belongs to exactly the words that were signed.

What is closed is a canonical JSON text (sorted keys, no spaces, NFC as written). Its SHA-256 is the content hash
that every signature carries, so a signature for other words, or for an earlier version, is never counted.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workshop_app.domain import answers, asset_map, consent, honest_no, openness
from workshop_app.domain.answers import Answer
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Person, Role, group
from workshop_app.domain.plans import TEXTS, Action, Plan, actions_of
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.sessions import in_order
from workshop_app.domain.strokes import Point, Stroke, kept, reach
from workshop_app.domain.texts import SHORT, optional
from workshop_app.words import translate

# The first one knew no objections, answers, openness, translations and drawings; the second no ids of actions, nothing
# of what done looks like, of assets, of the day of the first step and of where a plan came from.
FORMAT = "workshop-plan-3"
ASPECT = 8 / 3  # width to height of the pad that strokes are drawn on
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


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the signing of a plan stands. People are in the group's order."""

    signed: tuple[Signature, ...]
    to_sign: tuple[Person, ...]
    absent: tuple[Person, ...]
    void: tuple[Signature, ...]  # given for an earlier version

    @property
    def is_signed_off(self) -> bool:
        """At least one student and one member of staff have signed these words."""
        roles = {signature.role for signature in self.signed}
        return Role.STUDENT in roles and Role.STAFF in roles


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


def close_for_signing(programme: Programme, plan_id: str) -> Outcome:
    """After the plan was read aloud: fix its words. People who were not at the last session count as absent."""
    plan = programme.get(Plan, plan_id)
    if plan.sealed is not None:
        raise DomainError(translate("signing", "This plan is closed for signing already."))
    missing = _missing(programme, plan)
    if missing:
        raise DomainError(missing)
    sessions = in_order(programme)
    present = set(sessions[-1].present) if sessions else {person.id for person in group(programme)}
    absent = tuple(person.id for person in group(programme) if person.id not in present)
    editing = Editing(programme)
    editing.set(plan, sealed=canonical(programme, plan), absent=absent)
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
    """One person agrees to the closed plan, by drawing or by typing their name or initials."""
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
    editing = Editing(programme)
    editing.add(Signature(new_id, plan_id, fingerprint, person_id, person.name, person.role, drawn, typed, at))
    if person_id in plan.absent:
        editing.set(plan, absent=tuple(one for one in plan.absent if one != person_id))
    return editing.outcome()


def withdraw(programme: Programme, signature_id: str) -> Outcome:
    """Somebody takes their signature back; they may sign again."""
    editing = Editing(programme)
    editing.set(programme.get(Signature, signature_id), withdrawn=True)
    return editing.outcome()


def mark_absent(programme: Programme, plan_id: str, person_id: str, absent: bool) -> Outcome:
    """Say that somebody was not there to sign, or is here after all."""
    plan = programme.get(Plan, plan_id)
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
    return Standing(
        signed=tuple(valid),
        to_sign=tuple(person for person in waiting if person.id not in plan.absent),
        absent=tuple(person for person in waiting if person.id in plan.absent),
        void=void,
    )


def _missing(programme: Programme, plan: Plan) -> str:
    actions = actions_of(programme, plan.id)
    if not plan.change.strip():
        return translate("signing", "Write down the change first.")
    if not actions:
        return translate("signing", "Write down who does what by when first.")
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
