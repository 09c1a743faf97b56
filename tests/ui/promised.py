"""A group that gave ideas weeks ago, what its school promised, and a second session that is about to open."""

from datetime import date, timedelta
from pathlib import Path

from tests.ui.bench import DAY
from tests.ui.rich import Rich
from workshop_app.domain import answers, choosing, ideas, plans, school_promise, sessions, signing, triggers
from workshop_app.domain.agenda import Part, Phase
from workshop_app.domain.answers import Kind
from workshop_app.domain.ideas import Given
from workshop_app.domain.people import Person, Role
from workshop_app.domain.plans import Hands

TODAY = DAY.date()


def group(home: Path) -> Rich:
    """Three ideas of one theme, two loose ones; the school promised 14 days and that 3 of us make it a must."""
    made = Rich(home)
    space = made.workspace
    for name, role in (("Siân", Role.STUDENT), ("Ade", Role.STUDENT), ("Ms Okoye", Role.STAFF)):
        made.person(name, role)
    made.session()
    texts = ("Ask us halfway", "Stop and ask", "A card on the desk", "A quiet corner", "Talk first")
    keys = [space.new_id() for _ in texts]
    given = [Given(text, Role.STUDENT) for text in texts]
    at, spots = DAY - timedelta(days=20), ideas.spots(space.programme, len(texts))
    space.perform("bring-in", ideas.add, new_ids=keys, at=at, given=given, spots=spots)
    made.theme("Ask us", *keys[:3])
    said = {"who_decides": "Everything: the head\nThe rest: the head", "answer_days": 14, "backers": 3}
    hears = {"told_when_overdue": "The chair of governors"}
    space.perform("write-promise", school_promise.write_promise, new_id="promise", at=DAY, **said, **hears)
    return made


def key_of(made: Rich, text: str) -> str:
    return next(key for key, one in made.workspace.programme.all(ideas.Idea).items() if one.text == text)


def year(home: Path) -> Rich:
    """As `group`, with a signed plan of which one action is overdue, an answer nobody told, and an overdue trigger."""
    made = group(home)
    space = made.workspace
    sian, ade, okoye = space.programme.all(Person).keys()
    quiet, talk = key_of(made, "A quiet corner"), key_of(made, "Talk first")
    space.perform("back", choosing.back, talk, students=3)
    demand = {"idea_id": talk, "decider": "The head", "due": TODAY - timedelta(days=3)}
    space.perform("pull-trigger", triggers.pull, new_id="trigger", at=DAY - timedelta(days=10), **demand)
    space.perform("start-plan", plans.start, new_id="plan", at=DAY, title="Quiet", idea_ids=[quiet])
    work = {"hands": Hands.OURS, "by": TODAY - timedelta(days=2)}
    space.perform("add-action", plans.add_action, "plan", new_id="act", what="Find a room", owner_ids=[sian], **work)
    space.perform("write-plan", plans.write, "plan", "how_we_know", "We count.")
    space.perform("write-plan", plans.write, "plan", "first_step", "Look at the map")
    space.perform("write-plan", plans.step_by, "plan", TODAY - timedelta(days=1))
    space.perform("write-plan", plans.review, "plan", TODAY + timedelta(days=1))
    space.perform("close-plan", signing.close_for_signing, "plan")
    for number, who in enumerate((sian, okoye)):
        signs = {"new_id": f"sign {number}", "at": DAY, "words": "x"}
        space.perform("sign", signing.sign, "plan", who, **signs)
    halfway = {"idea_id": key_of(made, "Ask us halfway"), "kind": Kind.NOT_YET, "reason": "In spring", "by": "The head"}
    space.perform("answer", answers.answer, new_id="answer", at=DAY, **halfway)
    second = space.new_id()
    phases = [Phase(f"phase {part}", second, part, 6, n) for n, part in enumerate((Part.LAST_TIME, Part.CHECK_OUT))]
    meeting = {"held_on": date(2026, 11, 6), "minutes": 50, "present": [sian, ade, okoye], "prompts": []}
    space.perform("prepare", sessions.prepare, new_id=second, at=DAY, phases=phases, **meeting)
    return made
