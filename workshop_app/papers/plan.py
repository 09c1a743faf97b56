"""The signed plan for the head.

Made from its sealed text, never from the entities of today, so that paper and signatures belong to the same words.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from workshop_app import sealed
from workshop_app.documents.paper import (
    Begins,
    PaperAction,
    PaperAnswer,
    PaperCoverage,
    PaperFamily,
    PaperIdea,
    PaperLimit,
    PaperObjection,
    PaperOverdue,
    PaperPerson,
    PaperSignature,
    PlanPaper,
)
from workshop_app.domain import answers, consent, honest_no, openness, signing, triggers
from workshop_app.domain.errors import DomainError
from workshop_app.domain.facts import Fact
from workshop_app.domain.ideas import Idea, on_board
from workshop_app.domain.people import Person, Role
from workshop_app.domain.plans import TEXTS, Plan, actions_of
from workshop_app.domain.programme import Programme
from workshop_app.facilitation import coverage
from workshop_app.facilitation.bank import Bank
from workshop_app.papers import plan_since
from workshop_app.sealed import SealedAction, SealedAnswer, SealedIdea, SealedPlan
from workshop_app.words import translate

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_NAME = 40  # characters of a plan's title that its file's name holds: even four bytes each leave room


class Way(StrEnum):
    """For whom a plan is printed: for the head, with a form; and for everybody, in large print or in plain words."""

    HEAD = "head"
    LARGE = "large"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan's paper, of a version of the plan.

    `rests_on` are the ids of everything it shows: the fact that it left the app rests on them.
    """

    pdf: bytes
    file_name: str
    content_hash: str
    rests_on: frozenset[str]
    version: int


def plan_file_name(programme: Programme, plan_id: str, way: Way = Way.HEAD) -> str:
    """What the paper of a signed-off plan is called, before it is made; DomainError as from `plan_pdf`."""
    return _file_name(sealed.read(_signed_off(programme, plan_id)[1]), way)


def _signed_off(programme: Programme, plan_id: str) -> tuple[Plan, str, signing.Standing]:
    """A plan that may leave: with the text that was closed, and where its signing stands."""
    plan = programme.get(Plan, plan_id)
    if plan.sealed is None:
        raise DomainError(translate("papers", "Close the plan for signing first. Then it can go to the head."))
    standing = signing.standing(programme, plan_id)
    if not standing.is_signed_off:
        raise DomainError(
            translate("papers", "At least one student and one member of staff sign before it goes to the head.")
        )
    return plan, plan.sealed, standing


@dataclass(frozen=True, slots=True)
class _Signed:
    """Where the signing stands, who of the group signed, and who did for the school, with their post."""

    standing: signing.Standing
    group: tuple[signing.Signature, ...]
    head: signing.Signature | None
    post: str


def plan_pdf(
    programme: Programme,
    plan_id: str,
    on: date,
    *,
    facts: Sequence[Fact] = (),
    bank: Bank | None = None,
    way: Way = Way.HEAD,
) -> PlanFile:
    """The paper of a signed-off plan, dated `on`; DomainError if it is open or not signed off yet.

    With the prompts of a `bank` and the programme's facts it also shows what the group was asked about.
    """
    plan, text, standing = _signed_off(programme, plan_id)
    from workshop_app.documents import plan as for_head
    from workshop_app.documents import plan_large, plan_plain

    build = {Way.HEAD: for_head.build, Way.LARGE: plan_large.build, Way.PLAIN: plan_plain.build}[way]
    behind, shown = plan_since.since(programme, plan, facts)
    paper = replace(
        _paper(text, _apart(programme, standing), on),
        since=behind,
        overdue=_overdue(programme, on),
        coverage=_coverage(programme, facts, bank) if bank is not None else None,
    )
    return PlanFile(
        build(paper),
        _file_name(paper, way),
        paper.content_hash,
        _rests_on(programme, plan, standing, on) | shown,
        paper.version,
    )


def _apart(programme: Programme, standing: signing.Standing) -> _Signed:
    """Who has signed: the group, and apart from them the first who decides for the school."""
    people = programme.all(Person)
    posts = {one.id: people[one.person_id].post if one.person_id in people else "" for one in standing.signed}
    head = next((one for one in standing.signed if posts[one.id]), None)
    group = tuple(one for one in standing.signed if one is not head)
    return _Signed(standing, group, head, posts[head.id] if head else "")


def _paper(text: str, who: _Signed, on: date) -> PlanPaper:
    content = sealed.read(text)
    order, standing = list(Role), who.standing
    signed = sorted(who.group, key=lambda one: (order.index(one.role), one.signed_at, one.id))
    answered = {answer.idea: answer for answer in content.answers}
    texts = {field: getattr(content, field) for field in TEXTS}
    return PlanPaper(
        school=content.school,
        on=on,
        title=content.title,
        actions=tuple(map(_action, content.actions)),
        ideas=tuple(_idea(idea, answered.get(number)) for number, idea in enumerate(content.ideas, start=1)),
        objections=tuple(PaperObjection(one.text, one.role.value, one.met) for one in content.objections_besides),
        not_open=tuple(PaperLimit(one.aspect, one.how.value, one.whose, one.why) for one in content.not_open),
        signatures=tuple(map(_signature, signed)),
        version=content.version,
        content_hash=signing.content_hash(text),
        review_on=content.review_on,
        absent=tuple(map(_person, standing.absent)),
        to_sign=tuple(map(_person, standing.to_sign)),
        practice=content.practice,
        first_step_by=content.first_step_by,
        came_from=content.came_from,
        head_agreed=replace(_signature(who.head), post=who.post) if who.head else None,
        source=text,
        **{**texts, "objection": content.objection_besides, "why": content.why_besides},
    )


def _signature(one: signing.Signature) -> PaperSignature:
    return PaperSignature(PaperPerson(one.name, one.role.value), one.strokes, one.words, signing.ASPECT)


def _overdue(programme: Programme, on: date) -> tuple[PaperOverdue, ...]:
    """What should have been answered before the paper's day, in the words of the board; what left it is not printed."""
    seen = {idea.id: idea for idea in on_board(programme)}
    waiting = ((trigger, seen.get(trigger.idea_id)) for trigger in triggers.overdue(programme, on))
    return tuple(
        PaperOverdue(_words(idea), idea.students_back + idea.adults_back, trigger.decider, trigger.due)
        for trigger, idea in waiting
        if idea is not None
    )


def _words(idea: Idea) -> str:
    return idea.text or idea.translation or translate("papers", "(a drawing)")


def _coverage(programme: Programme, facts: Sequence[Fact], bank: Bank) -> PaperCoverage:
    """What the group was asked about, family by family, and how many ideas each role gave."""
    asked: dict[str, list[bool]] = {}
    for one in coverage.explored(programme, facts, bank):
        asked.setdefault(one.aspect.family, []).append(one.depth > 0)
    families = tuple(
        PaperFamily(family.name, sum(asked[family.id]), len(asked[family.id]))
        for family in bank.families
        if family.id in asked
    )
    roles = Counter(idea.role.value for idea in on_board(programme))
    return PaperCoverage(families, tuple((role.value, roles[role.value]) for role in Role))


def _action(content: SealedAction) -> PaperAction:
    return PaperAction(
        what=content.what,
        begins=Begins(content.hands.value),
        who=tuple(PaperPerson(owner.name, owner.role.value) for owner in content.owners),
        by=content.by,
        asked_of=content.asked_of,
        done_looks=content.done_looks,
        help=content.help,
    )


def _idea(idea: SealedIdea, answer: SealedAnswer | None) -> PaperIdea:
    return PaperIdea(
        text=idea.text,
        role=idea.role.value,
        students_back=idea.students_back,
        adults_back=idea.adults_back,
        insisted=idea.insisted,
        translation=idea.translation,
        drawing=idea.drawing,
        answer=_answer(answer) if answer else None,
    )


def _answer(answer: SealedAnswer) -> PaperAnswer:
    return PaperAnswer(
        kind=answer.kind.value,
        reason=answer.reason,
        by=answer.by,
        passed_to=answer.passed_to,
        need=answer.need,
        small_try=answer.small_try,
        students_say=answer.students_say,
    )


def _person(person: Person) -> PaperPerson:
    return PaperPerson(person.name, person.role.value)


def _rests_on(programme: Programme, plan: Plan, standing: signing.Standing, on: date) -> frozenset[str]:
    actions = actions_of(programme, plan.id)
    owners = (owner_id for action in actions for owner_id in action.owner_ids)
    signers = (signature.person_id for signature in standing.signed)
    others = (person.id for person in (*standing.absent, *standing.to_sign))
    ids = (action.id for action in actions), (signature.id for signature in standing.signed), owners, signers, others
    objections = (one.id for idea_id in plan.idea_ids for one in consent.objections(programme, idea_id))
    answered = (one.id for idea_id in plan.idea_ids if (one := answers.answer_to(programme, idea_id)) is not None)
    paths = (path.id for idea_id in plan.idea_ids if (path := honest_no.walked(programme, idea_id)) is not None)
    limits = (one.id for one in openness.not_open(programme))
    late = (key for one in triggers.overdue(programme, on) for key in (one.id, one.idea_id))
    return frozenset({plan.id, *plan.idea_ids}.union(*ids, objections, answered, paths, limits, late))


def _file_name(paper: SealedPlan | PlanPaper, way: Way) -> str:
    """One that every file system takes: no reserved characters or names, no dot or space at an end."""
    title = " ".join(_NOT_IN_NAMES.sub(" ", paper.title).split())[:_NAME].strip(" .")
    parts = [translate("papers", "Practice")] if paper.practice else []
    parts += [translate("papers", "Plan"), *([title] if title else [])]
    if way is not Way.HEAD:
        words = {Way.LARGE: translate("papers", "large print"), Way.PLAIN: translate("papers", "plain words")}
        parts.append(words[way])
    parts.append(translate("papers", "version {number}", number=paper.version))
    return f"{' - '.join(parts)}.pdf"
