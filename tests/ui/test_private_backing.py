"""Backing in private: up to three ticks each, nobody sees whose, and all are counted at once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from tests.ui import rich
from tests.ui.bench import Bench
from tests.ui.looking import unreadable_in_every_size
from workshop_app.domain.face_down import Backing
from workshop_app.domain.ideas import Idea
from workshop_app.ui.bar import TopBar
from workshop_app.ui.shared.backing_sheet import BackRow


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    rich.board_of_six(bench.home, page="back-in-private").close()
    bench.start()
    bench.press("Carry on")
    yield bench


def sit_down(bench: Bench, *, first: bool = False) -> None:
    if first:
        bench.press("It is off: hand it over")
    bench.press("I am next")


def back(bench: Bench, *texts: str, first: bool = False) -> None:
    sit_down(bench, first=first)
    for text in texts:
        bench.press(text)
    bench.press("Done")


def to_leader(bench: Bench) -> None:
    bench.press("Back to the leader")
    bench.press("Yes, I lead the session")


def counts(bench: Bench) -> dict[str, tuple[int, int]]:
    every = bench.programme.all(Idea).values()
    return {
        idea.text: (idea.students_back, idea.adults_back) for idea in every if idea.students_back or idea.adults_back
    }


def test_all_is_counted_at_once_and_only_then(bench: Bench) -> None:
    back(bench, "Tell us why", "Talk first", first=True)
    assert "Thank you. Pass the laptop on." in bench.texts()
    back(bench, "Tell us why")
    to_leader(bench)
    assert "2 people have had the laptop. 3 ticks wait." in bench.texts()
    assert counts(bench) == {}
    bench.press("Staff")
    back(bench, "Talk first", first=True)
    to_leader(bench)
    bench.press("Count them")
    assert counts(bench) == {"Tell us why": (2, 0), "Talk first": (1, 1)}
    assert bench.page.name == "choose"
    assert bench.desk.workspace.private(Backing) == {}
    bench.desk.undo()
    assert counts(bench) == {}


def test_three_at_most(bench: Bench) -> None:
    sit_down(bench, first=True)
    assert bench.seen(TopBar) == []
    assert not bench.button("Done").isEnabled()
    rows = {row.accessibleName(): row for row in bench.seen(BackRow)}
    for text in rich.IDEAS[:3]:
        bench.press(text)
    assert sum(row.isChecked() for row in rows.values()) == 3
    assert not rows[rich.IDEAS[3]].isEnabled()
    bench.press(rich.IDEAS[0])
    assert rows[rich.IDEAS[3]].isEnabled()


def test_keys_tick_too(bench: Bench) -> None:
    sit_down(bench, first=True)
    bench.key(Qt.Key.Key_Space)
    bench.key(Qt.Key.Key_Tab)
    bench.key(Qt.Key.Key_Space)
    assert [row.isChecked() for row in bench.seen(BackRow)].count(True) == 2


def test_the_next_one_finds_no_tick(bench: Bench) -> None:
    back(bench, "Tell us why", first=True)
    sit_down(bench)
    assert [row for row in bench.seen(BackRow) if row.isChecked()] == []
    bench.press("Talk first")
    bench.press("Pass")
    to_leader(bench)
    assert "2 people have had the laptop. 1 tick waits." in bench.texts()


def test_every_part_can_be_read(bench: Bench) -> None:
    problems: list[str] = []

    def look() -> None:
        problems.extend(unreadable_in_every_size(bench.window))

    look()
    sit_down(bench, first=True)
    look()
    bench.press("Talk first")
    bench.press("Done")
    look()
    assert problems == []
