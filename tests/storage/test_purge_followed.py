"""What followed a plan is purged too: earlier versions, replies and what was said to them, packs, file names."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests import programmes
from tests.programmes import Clock, in_memory, say
from tests.strategies import History, calm, histories
from workshop_app.domain import (
    asset_map,
    expertise,
    ideas,
    people,
    plans,
    progress,
    quoting,
    replies,
    school_promise,
    sharing,
    signing,
)
from workshop_app.domain.answers import Kind
from workshop_app.domain.facts import Happened
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Hands, Plan
from workshop_app.domain.replies import Answered, Came, Says
from workshop_app.domain.sharing import Sharing
from workshop_app.domain.steps import former_words
from workshop_app.storage import backups, health
from workshop_app.storage.store import Store
from workshop_app.workspace import Workspace

WORDS = 'My "uncle" hurts me \\ when Mum is at work'
KNOWN = "canary: she told the nurse in May"
PLAN, ACTION, PACK, REPLY = "p", "a", "s", "r"


@pytest.fixture
def full(tmp_path: Path) -> Workspace:
    """An idea whose words went into a plan, out to the head and back; then it was reworded, and taken off."""
    clock = Clock()
    workspace = programmes.new(tmp_path / "a.workshop", backups=tmp_path / "backups", now=clock)
    idea, other = say(workspace, WORDS, "Water on every floor")
    _make_plan(workspace, [idea, other])
    _follow_through(workspace)
    workspace.perform("reword", ideas.reword, idea, "Something else entirely, and not hurtful")
    clock.forward(hours=2)
    assert isinstance(workspace.store, Store)
    workspace.store.back_up(clock())
    workspace.perform("set-aside-unseen", ideas.take_unseen, idea)
    return workspace


def _make_plan(workspace: Workspace, idea_ids: list[str]) -> None:
    def new() -> dict[str, object]:
        return {"new_id": workspace.new_id(), "at": workspace.now()}

    student, staff = workspace.new_id(), workspace.new_id()
    for key, role in ((student, Role.STUDENT), (staff, Role.STAFF)):
        workspace.perform("add-person", people.add_person, new_id=key, at=workspace.now(), name=role.name, role=role)
    workspace.perform("note", expertise.note, **new(), idea_id=idea_ids[0], whose=Role.STAFF, text=KNOWN)
    start = {"new_id": PLAN, "at": workspace.now(), "title": "Breaks", "idea_ids": idea_ids}
    workspace.perform("start-plan", plans.start, **start)
    workspace.perform("write-plan", plans.write, PLAN, "how_we_know", "We ask again.")
    work = {"hands": Hands.DECISION, "owner_ids": [student], "asked_of": "Head", "done_looks": WORDS}
    workspace.perform(
        "add-action", plans.add_action, PLAN, new_id=ACTION, what=f"Talk: {WORDS}", by=date(2027, 1, 1), **work
    )
    workspace.perform("close-plan", signing.close_for_signing, PLAN)
    workspace.perform("sign", signing.sign, PLAN, student, **new(), words="I agree")


def _follow_through(workspace: Workspace) -> None:
    def new() -> dict[str, object]:
        return {"new_id": workspace.new_id(), "at": workspace.now()}

    sealed = workspace.programme.get(Plan, PLAN).sealed
    version = {"plan_id": PLAN, "content_hash": signing.content_hash(sealed or "")}
    answered = Answered(1, ACTION, Kind.NOT_YET, f"You say: {WORDS}", next_step=KNOWN, by_whom=WORDS, by_when=WORDS)
    how = {"decided_by": "Ms Price", "decided_on": date(2026, 10, 1), "came": Came.PAPER}
    workspace.perform(
        "take-in", replies.take_in, new_ids=[REPLY], at=workspace.now(), answered=[answered], **version, **how
    )
    workspace.perform("respond", replies.respond, **new(), **version, says=Says.COUNTER, words=f"But {WORDS}")
    for about, words in ((ACTION, WORDS), (REPLY, f"The nurse: {KNOWN}")):
        workspace.perform("say-how", progress.say_how, **new(), about_id=about, how=progress.How.STUCK, words=words)
    place = {"sort": asset_map.Sort.PEOPLE, "what": WORDS, "held_by": Role.STUDENT}
    workspace.perform("add-asset", asset_map.add_asset, **new(), **place)
    promised = {"protected_time": WORDS, "who_decides": "Ms Price", "budget": WORDS, "answer_days": 3, "backers": 1}
    workspace.perform("write-promise", school_promise.write_promise, **new(), **promised)
    pack = {"title": "Ours", "plan_ids": [PLAN], "question": WORDS, "answer": WORDS}
    workspace.perform("begin-sharing", sharing.begin_sharing, new_id=PACK, at=workspace.now(), **pack)
    for word in (WORDS, "Ms Price"):
        workspace.perform("hide-word", sharing.hide_word, PACK, word, hide=True)
    for name in ("my-uncle-hurts-me.workshoppack", "Plan - My uncle hurts me - version 1 (2).pdf"):
        workspace.record(Happened.EXPORTED, {"what": "plan", "file": name})


def held(path: Path) -> list[bytes]:
    """What of the words is anywhere in a file's bytes, however often they were escaped."""
    marks = (b"hurts me", b"hurts-me", b"when Mum is", b"canary", b"the nurse in May")
    found = path.read_bytes()
    return [mark for mark in marks if mark in found]


def test_no_file_holds_what_followed_any_more(full: Workspace, tmp_path: Path) -> None:
    path = full.store.path
    assert len(held(path)) == 5
    (idea,) = ideas.unseen(full.programme)
    full.purge([idea.id])
    full.close()
    for one in (path, *backups.existing(tmp_path / "backups")):
        assert held(one) == [], one.name
        assert health.check(one) == []


def test_what_is_left_agrees_with_history_and_hides_the_other_names(full: Workspace) -> None:
    (idea,) = ideas.unseen(full.programme)
    full.purge([idea.id])
    assert full.programme.get(Sharing, PACK).hidden == ("Ms Price",)
    assert [fact.data["file"] for fact in full.facts if "file" in fact.data] == [
        "….workshoppack",
        "Plan - … - version 1 (2).pdf",
    ]
    last, count = full.programme, 0
    while full.labels()[0] is not None:
        full.undo()
        count += 1
    for _ in range(count):
        full.redo()
    assert count > 12
    assert full.programme == last


@settings(calm, max_examples=8)
@given(histories(), st.data())
def test_whatever_was_done_with_an_idea_its_words_are_gone(history: History, data: st.DataObject) -> None:
    with in_memory() as folder:
        workspace = programmes.new(folder / "a.workshop")
        for step in history.steps:
            workspace.perform(step.label, lambda _, outcome=step.outcome: outcome)
        workspace.new_id = programmes.new_ids(10**9)
        seen = [key for key, one in workspace.programme.all(Idea).items() if not one.unseen]
        assume(seen)
        key = data.draw(st.sampled_from(seen))
        words = {one for one in former_words(workspace.steps(key), key) if len(one) >= quoting.LEAST}
        workspace.take_unseen(key)
        workspace.purge([key])
        words -= set(programmes.spoken(workspace.programme))  # others may say the same
        workspace.close()
        assert health.check(workspace.store.path) == []
        found = workspace.store.path.read_bytes()
        assert not [one for one in words if json.dumps(one, ensure_ascii=False)[1:-1].encode() in found]
