"""A programme of two sessions in which something came of what was said, for tests of what is told afterwards."""

from datetime import UTC, date, datetime, timedelta

from workshop_app.domain import answers, choosing, ideas, people, plans, replies, sessions, signing
from workshop_app.domain.answers import Kind
from workshop_app.domain.ideas import Given
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Hands, Plan
from workshop_app.domain.programme import About, Programme, empty
from workshop_app.domain.sessions import Asked

AT = datetime(2026, 11, 6, 10, tzinfo=UTC)
IDEAS = ("answered", "waiting", "planned", "lying")


def asked(number: int) -> Asked:
    session = f"session-{number}"
    return Asked(
        f"asked-{number}", session, f"p{number}", "homework", "Homework", "", "learning", f"Q{number}?", "", "", 0
    )


def met(programme: Programme, number: int, *present: str) -> Programme:
    return sessions.prepare(
        programme, new_id=f"session-{number}", at=AT, held_on=date(2026, 11, number), minutes=20, present=present,
        prompts=[asked(number)],
    ).programme  # fmt: skip


def two_sessions() -> Programme:
    """Siân is there twice, Ade the first time, Jo the second. Four ideas are of the first time, one of the second."""
    programme = empty(About("Hillside School", "2026–27"))
    for key, role in (("sian", Role.STUDENT), ("ade", Role.STUDENT), ("jo", Role.FAMILY)):
        programme = people.add_person(programme, new_id=key, at=AT, name=key.title(), role=role).programme
    programme = met(programme, 1, "sian", "ade")
    given = [Given(f"idea {name}", Role.STUDENT, session_id="session-1", person_id="sian") for name in IDEAS]
    given.append(Given("idea today", Role.STUDENT, session_id="session-2"))
    keys = [*IDEAS, "today"]
    programme = ideas.add(programme, new_ids=keys, at=AT, given=given, spots=[(0.0, 0.0)] * 5).programme
    programme = met(programme, 2, "sian", "jo")
    programme = choosing.take_forward(programme, {"answered", "waiting", "planned"}).programme
    programme = plans.start(programme, new_id="plan", at=AT, title="A plan", idea_ids=["planned"]).programme
    return answers.answer(
        programme, new_id="a", at=AT, idea_id="answered", kind=Kind.NOT_YET, reason="No budget.", by="The head"
    ).programme


def replied(programme: Programme, *kinds: Kind) -> Programme:
    """The plan of `two_sessions` asks the head something for each kind, and gets these replies a day later."""
    for ask in range(1, len(kinds) + 1):
        asked_of = {"what": f"Ask {ask}", "hands": Hands.DECISION, "owner_ids": [], "asked_of": "The head"}
        programme = plans.add_action(programme, "plan", new_id=f"ask-{ask}", by=AT.date(), **asked_of).programme
    programme = plans.write(programme, "plan", "how_we_know", "We count.").programme
    programme = signing.close_for_signing(programme, "plan").programme
    said = [replies.Answered(n, f"ask-{n}", kind, reason=f"Reason {n}") for n, kind in enumerate(kinds, start=1)]
    return replies.take_in(
        programme, new_ids=[f"r{one.ask}" for one in said], at=AT + timedelta(days=1), plan_id="plan",
        content_hash=signing.content_hash(programme.get(Plan, "plan").sealed or ""), answered=said,
        decided_by="Ms Patel", decided_on=AT.date(), came=replies.Came.PAPER,
    ).programme  # fmt: skip
