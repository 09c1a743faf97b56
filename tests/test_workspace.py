"""One door for every change: saved, told, undone and redone, and found again, whatever happens in between."""

import itertools
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import programmes
from tests.programmes import ABOUT, in_memory, same, say, spoken
from tests.strategies import History, calm, histories, opening, operations
from workshop_app.domain import ideas, people
from workshop_app.domain.care import CARE_ID
from workshop_app.domain.errors import DomainError
from workshop_app.domain.facts import Happened
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Person, Role
from workshop_app.domain.programme import Editing, Outcome, Programme, empty
from workshop_app.storage import health
from workshop_app.storage.errors import DamagedError, StorageError
from workshop_app.storage.store import Store
from workshop_app.workspace import Changes, Workspace


def reopened(workspace: Workspace) -> Workspace:
    workspace.close()
    return programmes.opened(workspace.store.path)


def known(_: Programme, outcome: Outcome) -> Outcome:
    """A change whose outcome is known already."""
    return outcome


@settings(calm, max_examples=25)
@given(histories(), st.data())
def test_a_past_is_found_again_undone_to_nothing_and_redone(history: History, data: st.DataObject) -> None:
    with in_memory() as folder:
        workspace = programmes.new(folder / "a.workshop")
        states = [workspace.programme]
        for step in history.steps:
            if workspace.perform(step.label, known, step.outcome).ids:
                states.append(workspace.programme)
        pauses = data.draw(st.sets(st.integers(0, 2 * len(states)), max_size=3))
        way = [*reversed(states), *states[1:]]  # back to nothing, and forward again
        for number, state in enumerate(way):
            if number:
                workspace.undo() if number < len(states) else workspace.redo()
            if number in pauses:
                workspace = reopened(workspace)
            assert same(workspace.programme, state)
        assert way[len(states) - 1] == empty(ABOUT)
        assert workspace.labels()[1] is None
        workspace.close()
        assert health.check(workspace.store.path) == []


class Model:
    """History as anybody would write it down: states that were, and states that would be again."""

    def __init__(self, start: Programme) -> None:
        self.past, self.future, self.dropped = [start], [], set()

    def perform(self, after: Programme) -> None:
        self.dropped |= {key for state in self.future for key in keys(state)} - keys(after)
        self.past.append(after)
        self.future.clear()

    def undo(self) -> None:
        self.future.append(self.past.pop())

    def redo(self) -> None:
        self.past.append(self.future.pop())


def keys(programme: Programme) -> set[str]:
    return {key for table in programme.tables.values() for key in table}


@settings(calm, max_examples=30)
@given(st.data())
def test_any_mix_of_changes_undo_redo_and_reopening_is_what_a_simple_model_says(data: st.DataObject) -> None:
    counter = itertools.count(1)
    with in_memory() as folder:
        workspace = programmes.new(folder / "a.workshop")
        for label, do in opening(counter) if data.draw(st.booleans()) else ():
            workspace.perform(label, do)
        model = Model(workspace.programme)
        floor = workspace.labels()[0]
        for _ in range(data.draw(st.integers(1, 25))):
            what = data.draw(st.sampled_from(["perform"] * 4 + ["undo"] * 3 + ["redo"] * 2 + ["reopen"]))
            if what == "perform":
                label, do = data.draw(operations(workspace.programme, counter))
                if workspace.perform(label, do).ids:
                    model.perform(workspace.programme)
            elif what == "reopen":
                workspace = reopened(workspace)
            elif what == "undo" and len(model.past) > 1:
                model.undo()
                workspace.undo()
            elif what == "redo":
                if model.future:
                    model.redo()
                    workspace.redo()
                else:
                    with pytest.raises(DomainError):
                        workspace.redo()
            assert same(workspace.programme, model.past[-1])
            assert (workspace.labels()[1] is not None) == bool(model.future)
        while len(model.past) > 1:
            model.undo()
            workspace.undo()
            assert same(workspace.programme, model.past[-1])
        assert workspace.labels()[0] == floor
        workspace.close()
        assert health.check(workspace.store.path) == []
        raw = workspace.store.path.read_bytes()
        ids = model.dropped - {CARE_ID}  # which is a word that its table is called by too
        assert [key for key in ids if key.encode() in raw] == []


def test_undo_ends_where_the_programme_began(workspace: Workspace) -> None:
    say(workspace, "Longer breaks")
    workspace.undo()
    with pytest.raises(DomainError, match="where the programme began"):
        workspace.undo()
    assert workspace.programme == empty(ABOUT)


def test_a_step_that_touches_an_idea_more_than_once_is_taken_back_from_its_end(workspace: Workspace) -> None:
    def say_and_correct(programme: Programme) -> Outcome:
        editing = Editing(programme)
        idea = Idea("1", "Longer braeks", Role.STUDENT, workspace.now())
        editing.add(idea)
        editing.set(idea, text="Longer breaks")
        editing.set(idea, text="Much longer breaks")
        return editing.outcome()

    workspace.perform("say-and-correct", say_and_correct)
    workspace = reopened(workspace)
    workspace.undo()
    assert workspace.programme == empty(ABOUT)
    workspace.redo()
    assert spoken(workspace.programme) == ["Much longer breaks"]
    workspace.close()
    assert health.check(workspace.store.path) == []


def test_listeners_hear_which_ids_changed_and_in_which_class(workspace: Workspace) -> None:
    heard: list[Changes] = []
    stop = workspace.subscribe(heard.append)
    one, two = say(workspace, "Longer breaks", "Water")
    workspace.perform("reword-idea", ideas.reword, two, "Drinking water")
    workspace.undo()
    workspace.redo()
    workspace.record(Happened.CLOCK, {"session": "s", "what": "start", "elapsed": 0})
    assert [(news.label, dict(news.ids), news.fact) for news in heard] == [
        ("add-ideas", {Idea: (one, two)}, None),
        ("reword-idea", {Idea: (two,)}, None),
        ("reword-idea", {Idea: (two,)}, None),
        ("reword-idea", {Idea: (two,)}, None),
        ("", {}, Happened.CLOCK),
    ]
    assert heard[0].touches(Idea, Person)
    assert not heard[0].touches(Person)
    assert heard[0].of(Person) == ()
    stop()
    say(workspace, "Plants")
    assert len(heard) == 5


def test_a_listener_may_stop_listening_twice_and_after_the_end(workspace: Workspace) -> None:
    stop = workspace.subscribe(lambda _: None)
    stop()
    stop()
    late = workspace.subscribe(lambda _: None)
    workspace.close()
    late()


def test_a_change_that_changes_nothing_leaves_no_step_and_no_news(workspace: Workspace) -> None:
    (key,) = say(workspace, "Longer breaks")
    heard: list[Changes] = []
    workspace.subscribe(heard.append)
    assert workspace.perform("reword-idea", ideas.reword, key, "Longer breaks").ids == {}
    assert heard == []
    assert workspace.labels() == ("add-ideas", None)


def test_a_change_that_cannot_be_made_changes_nothing(workspace: Workspace) -> None:
    (key,) = say(workspace, "Longer breaks")
    before = workspace.programme
    with pytest.raises(DomainError):
        workspace.perform("reword-idea", ideas.reword, key, "   ")
    assert workspace.programme is before
    assert workspace.labels() == ("add-ideas", None)


def test_a_change_that_makes_no_number_is_refused_whole(workspace: Workspace) -> None:
    lost = [ideas.Given("Nowhere", Role.STUDENT)]
    add = partial(ideas.add, new_ids=["1"], at=workspace.now(), given=lost, spots=[(float("inf"), 0.0)])
    with pytest.raises(ValueError, match="JSON"):
        workspace.perform("add-ideas", add)
    again = reopened(workspace)
    assert again.programme == workspace.programme == empty(ABOUT)
    assert again.labels() == (None, None)
    again.close()


def exported(workspace: Workspace, *rests_on: str) -> None:
    workspace.record(Happened.EXPORTED, {"what": "plan", "file": "plan.pdf"}, rests_on)


def test_undo_stops_at_what_went_out_and_says_why_also_after_a_restart(workspace: Workspace) -> None:
    (first,) = say(workspace, "Longer breaks")
    say(workspace, "Water")
    exported(workspace, first)
    say(workspace, "Plants")
    workspace = reopened(workspace)
    workspace.undo()
    workspace.undo()  # neither step touched what went out
    assert spoken(workspace.programme) == ["Longer breaks"]
    for _ in range(2):
        with pytest.raises(DomainError, match=r"Undo stops here: this went out as plan\.pdf on 1[345] \w+ 2026\."):
            workspace.undo()
        workspace = reopened(workspace)
    assert spoken(workspace.programme) == ["Longer breaks"]
    workspace.redo()
    workspace.redo()
    assert spoken(workspace.programme) == ["Longer breaks", "Water", "Plants"]
    workspace.close()


def test_what_is_said_anew_after_it_went_out_can_be_undone(workspace: Workspace) -> None:
    (key,) = say(workspace, "Longer breaks")
    exported(workspace, key)
    workspace.perform("reword-idea", ideas.reword, key, "Much longer breaks")
    workspace.undo()
    assert spoken(workspace.programme) == ["Longer breaks"]
    with pytest.raises(DomainError):
        workspace.undo()


def test_a_step_redone_after_it_went_out_can_be_undone_again(workspace: Workspace) -> None:
    (key,) = say(workspace, "Longer breaks")
    workspace.perform("reword-idea", ideas.reword, key, "Much longer breaks")
    workspace.undo()
    exported(workspace, key)
    workspace.redo()
    workspace.undo()
    assert spoken(workspace.programme) == ["Longer breaks"]


def test_facts_stay_on_record_whatever_is_undone(workspace: Workspace) -> None:
    say(workspace, "Longer breaks")
    fact = workspace.record(Happened.CLOCK, {"session": "s", "what": "stop", "elapsed": 12.5, "at": None, "ok": True})
    workspace.undo()
    say(workspace, "Water")
    again = reopened(workspace)
    assert again.facts == workspace.facts == (fact,)
    again.close()


def test_drafts_are_kept_outside_history_until_they_are_empty(workspace: Workspace) -> None:
    assert workspace.draft("idea") == ""
    workspace.save_draft("idea", "Longer bre")
    workspace.save_draft("note", "for me")
    workspace.save_draft("note", "")
    again = reopened(workspace)
    assert (again.draft("idea"), again.draft("note")) == ("Longer bre", "")
    assert again.labels() == (None, None)
    again.close()


def test_half_characters_are_kept_as_question_marks(workspace: Workspace) -> None:
    workspace.save_draft("idea", "half \ud83d of a face")
    fact = workspace.record(Happened.EXPORTED, {"file": "pl\udce4n.pdf"})
    again = reopened(workspace)
    assert again.draft("idea") == workspace.draft("idea") == "half ? of a face"
    assert again.facts[0].data == fact.data == {"file": "pl?n.pdf"}
    again.close()


def test_after_the_end_nothing_is_told_and_nothing_changes(workspace: Workspace) -> None:
    say(workspace, "Longer breaks")
    heard: list[Changes] = []
    workspace.subscribe(heard.append)
    workspace.close()
    workspace.close()
    with pytest.raises(StorageError):
        say(workspace, "Water")
    with pytest.raises(StorageError):
        workspace.undo()
    assert heard == []
    assert spoken(workspace.programme) == ["Longer breaks"]


def test_a_file_that_cannot_be_loaded_is_let_go(place: Path) -> None:
    workspace = programmes.new(place)
    workspace.store.connection.execute("DELETE FROM about")  # type: ignore[attr-defined]
    workspace.close()
    for _ in range(2):  # the second time it must not be in use
        with pytest.raises(DamagedError):
            programmes.opened(place)


def test_history_that_does_not_fit_is_damage_not_a_crash(workspace: Workspace) -> None:
    workspace.perform("add-person", people.add_person, new_id="1", at=workspace.now(), name="Siân", role=Role.STUDENT)
    store = workspace.store
    assert isinstance(store, Store)
    store.connection.execute("UPDATE step SET edits = replace(edits, '\"1\"', '\"2\"')")
    before = workspace.programme
    with pytest.raises(DamagedError):
        workspace.undo()
    assert workspace.programme is before
