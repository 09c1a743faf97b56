"""Papers to print: an ordinary one, and the parts that others are varied from."""

from dataclasses import replace
from datetime import date

from workshop_app.documents.paper import (
    Begins,
    PaperAction,
    PaperIdea,
    PaperLimit,
    PaperObjection,
    PaperPerson,
    PaperSignature,
    PlanPaper,
)

HASH = "7f3a91c20b4e" + "5" * 52
WAVE = (((0.05, 0.6), (0.2, 0.2), (0.35, 0.8), (0.5, 0.3), (0.9, 0.5)), ((0.3, 0.9),))


def students(*names: str) -> tuple[PaperPerson, ...]:
    return tuple(PaperPerson(name, "student") for name in names)


def decision(what: str = "Ten minutes in the January staff meeting.", **more) -> PaperAction:
    return PaperAction(what, Begins.DECISION, students("Siân"), date(2026, 12, 12), "Ms Patel, head teacher", **more)


ORDINARY = PlanPaper(
    school="Hillside School",
    on=date(2026, 11, 13),
    title="Ask us halfway",
    change="In every topic, teachers ask halfway what we still don’t get, and change the next lesson.",
    how_we_know="Fewer of us say “I was lost” in the slips after each topic.",
    actions=(
        decision(),
        PaperAction("Make three halfway questions", Begins.NOW, students("Siân", "Łukasz"), date(2026, 11, 27)),
        PaperAction(
            "Plan one lesson together ✓",
            Begins.WITH_ADULT,
            (*students("Nguyễn"), PaperPerson("Mr A.", "staff")),
            date(2026, 12, 4),
        ),
    ),
    signatures=(
        PaperSignature(PaperPerson("Siân", "student"), WAVE),
        PaperSignature(PaperPerson("Nguyễn", "student"), (), "Nguyễn T."),
        PaperSignature(PaperPerson("Mr A.", "staff"), WAVE),
    ),
    version=2,
    content_hash=HASH,
    ideas=(
        PaperIdea("By the test it’s too late to say you were lost.", "student", 6, 1),
        PaperIdea("Nobody puts a hand up.", "family", 0, 2, insisted=True),
    ),
    why="We are asked how it went when it is over.",
    students_know="Which minute we get lost in.",
    staff_know="How much time each topic has.",
    objection="It takes time from the topic.",
    help_we_have="Ten minutes of tutor time.",
    first_step="Try one slip with one class.",
    review_on=date(2027, 3, 12),
    absent=students("Ewa"),
    to_sign=(PaperPerson("Dan’s mum", "family"),),
)
OBJECTIONS = (
    PaperObjection("It takes time from the topic.", "student", "We try it in one subject first."),
    PaperObjection("We do ask, at the end.", "staff"),
)
LIMITS = (
    PaperLimit("Uniform", "fixed", "The governors", "The policy was agreed with families in June."),
    PaperLimit("Money and what it is spent on", "limited", "The council", "The budget is set each spring."),
)
NO_DECISION = replace(ORDINARY, actions=ORDINARY.actions[1:])


def signed_by(count: int) -> PlanPaper:
    """A usual plan: one ask, three actions, one idea, and as many drawn signatures of students."""
    signatures = tuple(PaperSignature(who, WAVE) for who in students(*(f"Number {one}" for one in range(1, count + 1))))
    usual = replace(ORDINARY, students_know="", staff_know="", objection="", help_we_have="", first_step="")
    return replace(usual, ideas=ORDINARY.ideas[:1], signatures=signatures, absent=students("Dana", "Jo", "Miriam"))
