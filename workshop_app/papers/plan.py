"""The signed plan for the head.

Made from its sealed text, never from the entities of today, so that paper and signatures belong to the same words.
"""

import re
from dataclasses import dataclass
from datetime import date

from workshop_app import sealed
from workshop_app.documents.paper import (
    Begins,
    PaperAction,
    PaperAnswer,
    PaperIdea,
    PaperLimit,
    PaperObjection,
    PaperPerson,
    PaperSignature,
    PlanPaper,
)
from workshop_app.domain import answers, consent, honest_no, openness, signing
from workshop_app.domain.errors import DomainError
from workshop_app.domain.people import Person, Role
from workshop_app.domain.plans import TEXTS, Plan, actions_of
from workshop_app.domain.programme import Programme
from workshop_app.sealed import SealedAction, SealedAnswer, SealedIdea
from workshop_app.words import translate

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_NAME = 40  # characters of a plan's title that its file's name holds: even four bytes each leave room


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan's paper. `rests_on` are the ids of everything it shows: the fact that it left the app rests on them."""

    pdf: bytes
    file_name: str
    content_hash: str
    rests_on: frozenset[str]


def plan_pdf(programme: Programme, plan_id: str, on: date) -> PlanFile:
    """The paper of a signed-off plan, dated `on`; DomainError if it is open or not signed off yet."""
    plan = programme.get(Plan, plan_id)
    if plan.sealed is None:
        raise DomainError(translate("papers", "Close the plan for signing first. Then it can go to the head."))
    standing = signing.standing(programme, plan_id)
    if not standing.is_signed_off:
        raise DomainError(
            translate("papers", "At least one student and one member of staff sign before it goes to the head.")
        )
    from workshop_app.documents.plan import build

    paper = _paper(plan.sealed, standing, on)
    return PlanFile(build(paper), _file_name(paper), paper.content_hash, _rests_on(programme, plan, standing))


def _paper(text: str, standing: signing.Standing, on: date) -> PlanPaper:
    content = sealed.read(text)
    order = list(Role)
    signed = sorted(standing.signed, key=lambda one: (order.index(one.role), one.signed_at, one.id))
    answered = {answer.idea: answer for answer in content.answers}
    texts = {field: getattr(content, field) for field in TEXTS}
    return PlanPaper(
        school=content.school,
        on=on,
        title=content.title,
        actions=tuple(map(_action, content.actions)),
        ideas=tuple(_idea(idea, answered.get(number)) for number, idea in enumerate(content.ideas, start=1)),
        objections=tuple(PaperObjection(one.text, one.role.value, one.met) for one in content.objections),
        not_open=tuple(PaperLimit(one.aspect, one.how.value, one.whose, one.why) for one in content.not_open),
        signatures=tuple(
            PaperSignature(PaperPerson(one.name, one.role.value), one.strokes, one.words, signing.ASPECT)
            for one in signed
        ),
        version=content.version,
        content_hash=signing.content_hash(text),
        review_on=content.review_on,
        absent=tuple(map(_person, standing.absent)),
        to_sign=tuple(map(_person, standing.to_sign)),
        practice=content.practice,
        **{**texts, "objection": content.objection_besides},
    )


def _action(content: SealedAction) -> PaperAction:
    return PaperAction(
        what=content.what,
        begins=Begins(content.hands.value),
        who=tuple(PaperPerson(owner.name, owner.role.value) for owner in content.owners),
        by=content.by,
        asked_of=content.asked_of,
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


def _rests_on(programme: Programme, plan: Plan, standing: signing.Standing) -> frozenset[str]:
    actions = actions_of(programme, plan.id)
    owners = (owner_id for action in actions for owner_id in action.owner_ids)
    signers = (signature.person_id for signature in standing.signed)
    others = (person.id for person in (*standing.absent, *standing.to_sign))
    ids = (action.id for action in actions), (signature.id for signature in standing.signed), owners, signers, others
    objections = (one.id for idea_id in plan.idea_ids for one in consent.objections(programme, idea_id))
    answered = (one.id for idea_id in plan.idea_ids if (one := answers.answer_to(programme, idea_id)) is not None)
    paths = (path.id for idea_id in plan.idea_ids if (path := honest_no.walked(programme, idea_id)) is not None)
    limits = (one.id for one in openness.not_open(programme))
    return frozenset({plan.id, *plan.idea_ids}.union(*ids, objections, answered, paths, limits))


def _file_name(paper: PlanPaper) -> str:
    """One that every file system takes: no reserved characters or names, no dot or space at an end."""
    title = " ".join(_NOT_IN_NAMES.sub(" ", paper.title).split())[:_NAME].strip(" .")
    parts = [translate("papers", "Practice")] if paper.practice else []
    parts += [translate("papers", "Plan"), *([title] if title else [])]
    parts.append(translate("papers", "version {number}", number=paper.version))
    return f"{' - '.join(parts)}.pdf"
