"""A fixed first hour, after which every operation is possible."""

from collections.abc import Iterator
from functools import partial

from tests.possible.people import a_name, asked
from tests.possible.registry import NOW, TODAY, Operation, fresh
from workshop_app.domain import board, choosing, ideas, people, plans, sessions, signing
from workshop_app.domain.ideas import Given
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Hands


def opening(counter: Iterator[int]) -> list[Operation]:
    """Five people of all roles, a session, ideas, themes, a plan that is signed anew, and one that could be closed."""
    student, friend, teacher, parent, neighbour = (fresh(counter) for _ in range(5))
    came = [
        (student, Role.STUDENT),
        (friend, Role.STUDENT),
        (teacher, Role.STAFF),
        (parent, Role.FAMILY),
        (neighbour, Role.COMMUNITY),
    ]
    session, plan = fresh(counter), fresh(counter)
    kept = [fresh(counter) for _ in range(4)]
    return [
        *(
            Operation("add-person", partial(people.add_person, new_id=key, at=NOW, name=a_name(key), role=role))
            for key, role in came
        ),
        Operation("leave-group", partial(people.leave_group, person_id=neighbour)),
        *_meeting(counter, session, [student, teacher]),
        *_ideas(counter, kept, student, session),
        *_plan(counter, plan, kept, student),
        Operation("close-plan", partial(signing.close_for_signing, plan_id=plan)),
        _sign(counter, plan, student),
        Operation("reopen-plan", partial(signing.reopen, plan_id=plan)),
        Operation("close-plan", partial(signing.close_for_signing, plan_id=plan)),
        _sign(counter, plan, teacher),
        *_plan(counter, fresh(counter), kept, friend),
    ]


def _meeting(counter: Iterator[int], key: str, present: list[str]) -> list[Operation]:
    prompts = [asked(counter, key, number, place) for place, number in enumerate((1, 2))]
    filled = partial(sessions.prepare, new_id=key, at=NOW, held_on=TODAY, minutes=45, present=present, prompts=prompts)
    return [Operation("prepare-session", filled)]


def _ideas(counter: Iterator[int], keys: list[str], person: str, session: str) -> list[Operation]:
    given = [Given(f"Idea {key[-2:]}", Role.STUDENT, person_id=person, session_id=session) for key in keys]
    spots = board.free_spots([], len(keys))
    standing, gone = fresh(counter), fresh(counter)
    return [
        Operation("add-ideas", partial(ideas.add, new_ids=keys, at=NOW, given=given, spots=spots)),
        Operation("new-theme", partial(ideas.new_theme, new_id=standing, at=NOW, name="Days", idea_ids=keys[:2])),
        Operation("new-theme", partial(ideas.new_theme, new_id=gone, at=NOW, name="Rest")),
        Operation("dissolve-theme", partial(ideas.dissolve_theme, theme_id=gone, spots=[])),
        Operation("set-idea-aside", partial(ideas.set_idea_aside, idea_id=keys[3], because="Said twice")),
        Operation("back-idea", partial(choosing.back, idea_id=keys[0], students=2, adults=1)),
        Operation("insist-on-idea", partial(choosing.insist, idea_id=keys[1], on=True)),
        Operation("take-forward", partial(choosing.take_forward, idea_ids=keys[:2])),
    ]


def _plan(counter: Iterator[int], key: str, idea_ids: list[str], owner: str) -> list[Operation]:
    start = partial(plans.start, new_id=key, at=NOW, title="A calmer day", idea_ids=idea_ids[:2])
    write = partial(plans.write, plan_id=key, field="how_we_know", text="We ask\nagain in spring.")
    add = partial(plans.add_action, plan_id=key, new_id=fresh(counter), what="Ask the others", hands=Hands.OURS)
    add = partial(add, owner_ids=[owner], by=TODAY)
    return [Operation("start-plan", start), Operation("write-plan", write), Operation("add-action", add)]


def _sign(counter: Iterator[int], plan: str, person: str) -> Operation:
    strokes = [[(0.1, 0.2), (0.3, 0.4)]]
    key = fresh(counter)
    return Operation(
        "sign-plan", partial(signing.sign, plan_id=plan, person_id=person, new_id=key, at=NOW, strokes=strokes)
    )
