"""What a school promised, on the small programme: two ideas "a" and "b" in one theme, backed by three and by none."""

from datetime import timedelta
from typing import Any

from tests.domain.small import small
from tests.strategies import NOW, TODAY
from workshop_app.domain import answers, choosing, honest_no, ideas, school_promise, triggers
from workshop_app.domain.answers import Kind
from workshop_app.domain.honest_no import Because
from workshop_app.domain.programme import Programme

LINES = {
    "protected_time": "Each second Monday, lesson 3",
    "who_decides": "Lunch: the caterer\nEverything else: the head",
    "budget": "£200 a year",
    "told_when_overdue": "The chair of governors",
}
DUE = TODAY + timedelta(days=10)


def promised(**other: Any) -> Programme:
    """The programme with a promise that nobody signed yet: id "promise"."""
    programme = ideas.new_theme(small(), new_id="theme", at=NOW, name="Calm", idea_ids=["a", "b"]).programme
    programme = choosing.back(programme, "a", students=2, adults=1).programme
    said = {**LINES, "answer_days": 10, "backers": 3, **other}
    return school_promise.write_promise(programme, new_id="promise", at=NOW, **said).programme


def signed(programme: Programme) -> Programme:
    who = {"signed_by": "Ms Okoro", "post": "Head", "words": "C. O."}
    return school_promise.sign_promise(programme, "promise", at=NOW, **who).programme


def pulled(programme: Programme, **other: Any) -> Programme:
    how = {"new_id": "trigger", "at": NOW, "idea_id": "a", "decider": "The head", "due": DUE, **other}
    return triggers.pull(programme, **how).programme


def answered(programme: Programme, idea_id: str = "a", new_id: str = "answer", **other: Any) -> Programme:
    how = {"kind": Kind.NOT_YET, "reason": "After the summer", "by": "The head", "at": NOW, **other}
    return answers.answer(programme, new_id=new_id, idea_id=idea_id, **how).programme


def refused(programme: Programme) -> Programme:
    """Idea "a" was refused by the honest path "path"."""
    programme = honest_no.open_path(programme, new_id="path", at=NOW, idea_id="a", because=Because.MONEY).programme
    for step in ("need", "students_say"):
        programme = honest_no.fill(programme, "path", step, f"about {step}").programme
    how = {"new_id": "no", "at": NOW, "kind": Kind.NO, "reason": "It costs too much", "by": "The head"}
    return honest_no.settle(programme, "path", **how).programme
