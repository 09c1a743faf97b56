"""What was deleted, or undone and then dropped, is nowhere in the raw file, nor in a backup made afterwards."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests import programmes
from tests.programmes import in_memory, say, spoken
from tests.strategies import NOW, calm
from workshop_app.domain import ideas
from workshop_app.storage import backups
from workshop_app.storage.store import Store
from workshop_app.workspace import Workspace


def in_any_file(folder: Path, text: str) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]


def test_an_idea_that_was_undone_and_dropped_is_nowhere(workspace: Workspace, place: Path) -> None:
    (kept,) = say(workspace, "What stays")
    say(workspace, "What somebody regrets having said")
    workspace.undo()
    say(workspace, "Something else")  # only now can it not be redone any more
    workspace.perform("reword-idea", ideas.reword, kept, "Said in a second regretted way")
    workspace.undo()
    say(workspace, "Something third")
    assert isinstance(workspace.store, Store)
    backups.make(workspace.store.connection, place.parent / "backups", NOW)
    workspace.close()
    assert len(in_any_file(place.parent, "What stays")) == 2
    assert in_any_file(place.parent, "regret") == []


def test_what_is_undone_can_be_redone_until_it_is_dropped(workspace: Workspace, place: Path) -> None:
    say(workspace, "Not dropped yet")
    workspace.undo()
    workspace.close()
    assert in_any_file(place.parent, "Not dropped yet") == [place.name]
    again = programmes.opened(place)
    again.redo()
    assert spoken(again.programme) == ["Not dropped yet"]
    again.close()


def test_a_draft_that_was_said_or_deleted_is_nowhere(workspace: Workspace, place: Path) -> None:
    for length in (9, 500, 20_000, 40):
        workspace.save_draft("capture", f"typed and regretted {'x' * length}")
    workspace.save_draft("capture", "")
    workspace.close()
    assert in_any_file(place.parent, "regretted") == []


class Writing:
    """Somebody writing, and what of it may still be in the file: each text has a mark of its own."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.count = workspace, 0
        self.keys: list[str] = []

    def text(self, length: int) -> str:
        self.count += 1
        return f"mark{self.count:05d}." + "y" * length

    def do(self, what: str, length: int) -> None:
        keys = list(self.workspace.programme.all(ideas.Idea))
        if what == "say":
            say(self.workspace, self.text(min(length, 1900)))
        elif what == "reword" and keys:
            self.workspace.perform("r", ideas.reword, keys[length % len(keys)], self.text(min(length, 1900)))
        elif what == "type":
            self.workspace.save_draft(f"field {length % 3}", self.text(length) if length % 4 else "")
        elif what == "undo" and self.workspace.labels()[0]:
            self.workspace.undo()
        elif what == "redo" and self.workspace.labels()[1]:
            self.workspace.redo()

    def drop_all(self) -> None:
        while self.workspace.labels()[0]:
            self.workspace.undo()
        for number in range(3):
            self.workspace.save_draft(f"field {number}", "")
        say(self.workspace, "The only thing that was ever said")


deeds = st.tuples(st.sampled_from(["say"] * 3 + ["reword"] * 3 + ["type"] * 2 + ["undo", "redo"]), st.integers(0, 6000))


@calm
@given(st.lists(deeds, min_size=30, max_size=120))
def test_however_it_was_written_nothing_dropped_survives_in_the_gaps(what: list[tuple[str, int]]) -> None:
    with in_memory() as folder:
        writing = Writing(programmes.new(folder / "a.workshop"))
        for one in what:
            writing.do(*one)
        writing.drop_all()
        writing.workspace.close()
        raw = (folder / "a.workshop").read_bytes()
        assert [number for number in range(1, writing.count + 1) if f"mark{number:05d}.".encode() in raw] == []
        assert b"The only thing that was ever said" in raw
