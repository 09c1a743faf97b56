"""A small programme with something in every table. Run as a module it writes the fixture of a new schema:

    python -m tests.storage.filled tests/storage/fixtures/schema-3.workshop

A fixture is made once, by the app that first had that schema, and kept as it is from then on. What each schema added
is led through after what those before it had, so that one script says what stands in every fixture.
"""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests import programmes
from tests.storage.followed import follow_through
from tests.storage.guided import guide
from tests.storage.lensed import look_through_lenses
from workshop_app.domain import choosing, ideas, people, plans, sessions, signing
from workshop_app.domain.facts import Happened
from workshop_app.domain.ideas import Given, Source
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Hands, Plan
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.sessions import Asked
from workshop_app.storage.opening import SCHEMA
from workshop_app.workspace import Workspace

GROUP = {
    "Siân": Role.STUDENT,
    "Łukasz": Role.STUDENT,
    "Nguyễn A.": Role.STUDENT,
    "Mr Okoro": Role.STAFF,
    "Mum of L.": Role.FAMILY,
    "Youth club": Role.COMMUNITY,
}
SAID = (
    "Somewhere quiet to eat",
    "Water on every floor ✓",
    "“Why” comes before “no”",
    "Students show new students round",
    "Lessons that begin outside 🌱",
)
DAY, REVIEW = date(2026, 9, 14), date(2027, 1, 18)


def fill(workspace: Workspace, schema: int = SCHEMA) -> None:
    """Lead a short workshop: a signed plan, things undone that can be redone, a draft, and facts that hold nothing."""
    group = [_welcome(workspace, name, role) for name, role in GROUP.items()]
    workspace.perform("leave-group", people.leave_group, group[-1])
    session, asked = _session(workspace, group[:4])
    kept = _ideas(workspace, session, asked, group)
    workspace.perform(
        "new-theme", ideas.new_theme, new_id=workspace.new_id(), at=workspace.now(), name="Breaks", idea_ids=kept[:2]
    )
    workspace.perform("lay-idea", ideas.lay, kept[2], 812.5, 40.25)
    _set_aside(workspace, kept[4], schema)
    workspace.perform("back-idea", choosing.back, kept[0], students=3, adults=1)
    workspace.perform("insist", choosing.insist, kept[3], on=True)
    workspace.perform("take-forward", choosing.take_forward, [kept[0], kept[3]])
    _signed_plan(workspace, [kept[0], kept[3]], group, schema)
    if schema >= 2:
        guide(workspace, session, asked, kept, group)
    if schema >= 3:
        look_through_lenses(workspace, session, kept)
    if schema >= 4:
        follow_through(workspace, session, kept, group)
    workspace.record(Happened.CLOCK, {"session": session, "what": "stop", "elapsed": 2641.5})
    workspace.record(Happened.EXPORTED, {"what": "ideas", "file": "ideas.csv", "rows": len(kept)})
    workspace.perform("reword-idea", ideas.reword, kept[2], "Say why before you say no")
    workspace.perform("rename-person", people.rename_person, group[3], "Ms Okoro")
    workspace.undo()
    workspace.undo()
    workspace.save_draft("capture", "And what about the")


def _welcome(workspace: Workspace, name: str, role: Role) -> str:
    key = workspace.new_id()
    workspace.perform("add-person", people.add_person, new_id=key, at=workspace.now(), name=name, role=role)
    return key


def _session(workspace: Workspace, present: list[str]) -> tuple[str, list[str]]:
    key = workspace.new_id()
    prompts = [
        Asked(
            workspace.new_id(), key, "p-1", "food", "Food", "lunch", "days", "What is lunch like?", "Lunch?", "Wait.", 0
        ),
        Asked(
            workspace.new_id(), key, "p-2", "rules", "Rules", "why", "rules", "Which rule needs a why?", "Why?", "", 1
        ),
    ]
    workspace.perform(
        "prepare-session",
        sessions.prepare,
        new_id=key,
        at=workspace.now(),
        held_on=DAY,
        minutes=60,
        present=present,
        prompts=prompts,
    )
    return key, [prompt.id for prompt in prompts]


def _ideas(workspace: Workspace, session: str, asked: list[str], group: list[str]) -> list[str]:
    given = [
        Given(SAID[0], Role.STUDENT, Source.TYPED, session, asked[0], "food", "lunch", "days", group[0]),
        Given(SAID[1], Role.STUDENT, Source.TYPED, session, asked[0], "food", "lunch", "days"),
        Given(SAID[2], Role.STUDENT, Source.PASTED, session, asked[1], "rules", "why", "rules", group[2]),
        Given(SAID[3], Role.STAFF, Source.TYPED),
        Given(SAID[4], Role.FAMILY, Source.IMPORTED),
    ]
    keys = [workspace.new_id() for _ in given]
    spots = [(number % 6 * 216.0, number // 6 * 140.0) for number in range(len(keys))]  # as they lay in schema 1
    workspace.perform("add-ideas", ideas.add, new_ids=keys, at=workspace.now(), given=given, spots=spots)
    return keys


def _set_aside(workspace: Workspace, idea: str, schema: int) -> None:
    def without_a_word(programme: Programme) -> Outcome:  # as it was in schema 1
        editing = Editing(programme)
        editing.set(programme.get(ideas.Idea, idea), set_aside=True)
        return editing.outcome()

    if schema == 1:
        workspace.perform("set-idea-aside", without_a_word)
    else:
        workspace.perform("set-idea-aside", ideas.set_idea_aside, idea, "It is meant for another school")


def _signed_plan(workspace: Workspace, chosen: list[str], group: list[str], schema: int) -> None:
    plan = workspace.new_id()

    def start(programme: Programme) -> Outcome:
        outcome = plans.start(programme, new_id=plan, at=workspace.now(), title="A quiet room", idea_ids=chosen)
        if schema >= 4:
            return outcome
        editing = Editing(programme)  # before, nothing came along with it
        editing.add(replace(outcome.programme.get(Plan, plan), why=""))
        return editing.outcome()

    workspace.perform("start-plan", start)
    workspace.perform("write-plan", plans.write, plan, "how_we_know", "We count heads\nand we ask")
    workspace.perform("review-plan", plans.review, plan, REVIEW)
    for what, hands, by in (("Ask who would come", Hands.OURS, DAY), ("Open room 12", Hands.DECISION, REVIEW)):
        workspace.perform(
            "add-action",
            plans.add_action,
            plan,
            new_id=workspace.new_id(),
            what=what,
            hands=hands,
            owner_ids=group[:1] if hands is Hands.OURS else [],
            asked_of="" if hands is Hands.OURS else "The head",
            by=by,
        )
    workspace.perform("close-plan", signing.close_for_signing, plan)
    pen = [[(0.1, 0.5), (0.25, 0.125), (0.4, 0.75)], [(0.6, 0.5)]]
    for person, strokes, words in ((group[0], pen, ""), (group[3], [], "C. O.")):
        workspace.perform(
            "sign-plan",
            signing.sign,
            plan,
            person,
            new_id=workspace.new_id(),
            at=workspace.now(),
            strokes=strokes,
            words=words,
        )


if __name__ == "__main__":
    made = programmes.new(Path(sys.argv[1]))
    fill(made)
    made.close()
