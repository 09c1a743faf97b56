"""A session on paper, as it is known on a day: nobody's name who gave an idea, and nothing that was set aside."""

from datetime import date

from workshop_app.documents.paper import PaperObjection
from workshop_app.documents.record_paper import RecordAsked, RecordIdea, RecordPaper, RecordPromise
from workshop_app.domain import consent, ideas, ledger, power, reflections
from workshop_app.domain.consent import Consent
from workshop_app.domain.ideas import Idea
from workshop_app.domain.ledger import Stands
from workshop_app.domain.people import Person, Role
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import Session, prompts_of
from workshop_app.facilitation import promises, questions
from workshop_app.facilitation.promises import Promise, Why
from workshop_app.papers import answered, headcounts

MOST_OPEN = 8  # promises that are printed; the others are counted


def session_record(programme: Programme, session_id: str, on: date) -> bytes:
    """The record, with the answers and promises as they stand on `on`; DomainError if there is no such session."""
    from workshop_app.documents.record import build

    session = programme.get(Session, session_id)
    about, own = programme.about, ideas.of_session(programme, session_id)
    agreed, objected = consent.by_idea(programme), consent.objections_by_idea(programme)
    keys = {idea.id for idea in own}
    still = [one for one in promises.standing(programme, on) if one.why not in (Why.ANSWERED, Why.DROPPED)]
    known = ledger.of(programme, on)
    heard = [one for one in known.standing(Stands.ANSWERED, Stands.TOLD) if keys & {*one.idea_ids}]
    held = power.year(programme)
    reflected = reflections.after(programme, session_id)
    return build(
        RecordPaper(
            school=about.school,
            number=session.number,
            held_on=session.held_on,
            minutes=session.minutes,
            on=on,
            roles=_roles(programme, session),
            asked=_asked(programme, session, own),
            themes=_themes(programme, own),
            aside=sum(one.session_id == session_id for one in ideas.aside(programme)),
            chosen=tuple(_idea(one, agreed.get(one.id)) for one in own if one.forward),
            objections=tuple(
                PaperObjection(one.text, one.role.value, one.met) for idea in own for one in objected.get(idea.id, ())
            ),
            answered=answered.said(programme, heard, known.promised),
            open=tuple(map(_promise, still[:MOST_OPEN])),
            more_open=max(0, len(still) - MOST_OPEN),
            we_change=reflected.we_change if reflected is not None else "",
            pictures=headcounts.of_session(programme, session_id),
            limits=questions.limits(),
            power=() if held.is_empty else power.in_words(held),
            practice=about.practice,
        )
    )


def _roles(programme: Programme, session: Session) -> tuple[str, ...]:
    people = programme.all(Person)
    order = list(Role)
    roles = (people[key].role for key in session.present if key in people)
    return tuple(role.value for role in sorted(roles, key=order.index))


def _asked(programme: Programme, session: Session, own: list[Idea]) -> tuple[RecordAsked, ...]:
    """Each prompt with what was said to it, and at the end what was said besides."""
    prompts = prompts_of(programme, session.id)
    by_prompt: dict[str, list[Idea]] = {}
    for idea in own:
        by_prompt.setdefault(idea.asked_id or "", []).append(idea)
    asked = [
        RecordAsked(one.text, one.aspect, tuple(_idea(idea) for idea in by_prompt.pop(one.id, ())), one.passed)
        for one in prompts
    ]
    besides = tuple(_idea(idea) for some in by_prompt.values() for idea in some)
    return (*asked, *((RecordAsked("", "", besides),) if besides else ()))


def _themes(programme: Programme, own: list[Idea]) -> tuple[tuple[str, int], ...]:
    counted = ((theme.name, sum(one.theme_id == theme.id for one in own)) for theme in ideas.themes(programme))
    return tuple((name, count) for name, count in counted if count)


def _idea(idea: Idea, agreed: Consent | None = None) -> RecordIdea:
    return RecordIdea(
        text=idea.text,
        translation=idea.translation,
        drawing=idea.drawing,
        students_back=idea.students_back,
        adults_back=idea.adults_back,
        insisted=idea.insisted,
        agree=agreed.students_agree + agreed.adults_agree if agreed is not None else 0,
        live_with=agreed.students_live_with + agreed.adults_live_with if agreed is not None else 0,
    )


def _promise(one: Promise) -> RecordPromise:
    """Owners are known to the group; paper that goes further names only who decides."""
    who = ", ".join(one.who) if one.action is None else ""
    last = answered.told(one.last) if one.last is not None else ""
    return RecordPromise(one.said, one.plan, who, one.by, one.over, last)
