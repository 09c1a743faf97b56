"""What is set aside unseen is nowhere any more: nor are words that it said before it was said in others."""

from datetime import date

import pytest

from tests.programmes import say
from workshop_app import versions
from workshop_app.domain import ideas, people, plans, progress, replies, signing
from workshop_app.domain.answers import Kind
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Action, Hands, Plan
from workshop_app.domain.replies import Answered, Came, Reply, Response, Says
from workshop_app.workspace import Workspace

FIRST, NOW = "My uncle hurts me when Mum is at work", "Home is not always calm for me and for others"


@pytest.fixture
def idea(workspace: Workspace) -> str:
    """An idea in a plan that was signed off, reworded since, and signed off once more."""
    worrying, other = say(workspace, FIRST, "Water on every floor")
    owner = workspace.new_id()
    workspace.perform("add-person", people.add_person, new_id=owner, at=workspace.now(), name="Siân", role=Role.STUDENT)
    start = {"new_id": "plan", "at": workspace.now(), "title": "Calm", "idea_ids": [worrying, other]}
    workspace.perform("start-plan", plans.start, **start)
    workspace.perform("write-plan", plans.write, "plan", "how_we_know", "We ask again.")
    work = {"what": f"Talk about it: {FIRST}", "hands": Hands.OURS, "owner_ids": [owner], "done_looks": FIRST}
    workspace.perform("add-action", plans.add_action, "plan", new_id="action", by=date(2027, 1, 1), **work)
    workspace.perform("close-plan", signing.close_for_signing, "plan")
    _follow(workspace)
    workspace.perform("reopen-plan", signing.reopen, "plan")
    workspace.perform("reword", ideas.reword, worrying, NOW)
    workspace.perform("close-plan", signing.close_for_signing, "plan")
    return worrying


def _follow(workspace: Workspace) -> None:
    """The head answers and students answer that, both in words of the idea; so does whoever says how it goes."""
    about = {
        "plan_id": "plan",
        "content_hash": signing.content_hash(workspace.programme.get(Plan, "plan").sealed or ""),
    }
    answered = [Answered(1, "action", Kind.NO, f"You say “{FIRST}”", next_step=FIRST)]
    how = {"decided_by": "Ms Price", "decided_on": date(2026, 10, 1), "came": Came.PAPER}
    workspace.perform(
        "take-in", replies.take_in, new_ids=["reply"], at=workspace.now(), answered=answered, **about, **how
    )
    new = {"new_id": "response", "at": workspace.now()}
    workspace.perform("respond", replies.respond, **new, **about, says=Says.ACCEPT, words=f"Yes. {FIRST}")
    new = {"new_id": "progress", "at": workspace.now(), "about_id": "action"}
    workspace.perform("say-how", progress.say_how, **new, how=progress.How.STUCK, words=f"Because {FIRST}")


def test_no_plan_and_no_version_says_what_it_said_before(workspace: Workspace, idea: str) -> None:
    assert repr(workspace.programme.all(Plan)).count("uncle") > 2
    workspace.take_unseen(idea)
    kinds = (Plan, Action, Reply, Response, progress.Progress)
    said = "".join(repr(workspace.programme.all(kind)) for kind in kinds)
    assert "uncle" not in said
    assert "not always calm" not in said
    assert workspace.programme.get(Action, "action").what == "Talk about it: …"
    assert workspace.programme.get(Reply, "reply").reason == "You say “…”"
    workspace.perform("write-plan", plans.write, "plan", "change", "Water")
    workspace.perform("close-plan", signing.close_for_signing, "plan")
    assert "uncle" not in repr(versions.since_last(workspace.programme, "plan"))


def test_a_word_that_was_begun_costs_no_other_plan_its_versions(workspace: Workspace, idea: str) -> None:
    begun = say(workspace, "ours")[0]
    workspace.perform("reword", ideas.reword, begun, "We want more trips, and ours alone")
    workspace.take_unseen(begun)
    assert len(workspace.programme.get(Plan, "plan").earlier) == 1
