"""A list from elsewhere: it is no writing of today's group, and while a session is on its gate comes first."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QTableWidget

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.looking import unreadable_in_every_size
from workshop_app.domain.facts import Happened
from workshop_app.domain.ideas import Idea
from workshop_app.domain.sessions import prompts_of
from workshop_app.exchange.arrival import Arrival, Duplicate, Incoming
from workshop_app.ui import arrival_words

FIELD = "One idea on each line"
CANARY = "CANARY in a survey"


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    rich.board_of_six(bench.home).close()
    bench.start()
    bench.press("Carry on")
    yield bench


def add_ideas(bench: Bench) -> None:
    bench.press("More…")
    bench.menu("Add ideas…")


def shown(bench: Bench) -> bool:
    """Whether what is brought in can be seen."""
    return bool(bench.seen(QPlainTextEdit) or bench.seen(QTableWidget))


def test_it_opens_at_once_while_no_session_is_on(bench: Bench) -> None:
    add_ideas(bench)
    assert shown(bench)
    assert "slips" not in " ".join(text for text in bench.texts() if "paper slips" not in text).casefold()
    assert any("From another workshop or a survey." in text for text in bench.texts())
    bench.press("Paper slips…")
    assert bench.page.name == "slips"


@pytest.mark.parametrize("go_on", ["It is off: go on", "There is no projector"])
def test_a_gate_comes_first_each_time_while_a_session_is_on(bench: Bench, go_on: str) -> None:
    bench.desk.clock.start()
    for _ in range(2):
        add_ideas(bench)
        assert not shown(bench)
        bench.press("Paper slips…")
        assert bench.page.name == "slips"
        bench.work.go("bring-in")
        assert any("could be read on the big screen" in text for text in bench.texts())
        bench.press("Back")
        assert bench.page.name == "board"
        add_ideas(bench)
        bench.press(go_on)
        assert shown(bench)
        bench.type(CANARY)
        bench.work.go("board")
    bench.desk.clock.pause()  # a break is not the end: the class is in the room
    add_ideas(bench)
    assert not shown(bench)


def test_what_was_open_waits_behind_its_gate_when_all_is_taken_off_the_screen(bench: Bench) -> None:
    bench.desk.clock.start()
    add_ideas(bench)
    bench.press("There is no projector")
    bench.type(CANARY)
    bench.work.hide()
    bench.work.show()
    settle()
    assert not shown(bench)


def test_it_answers_no_prompt_of_ours(bench: Bench) -> None:
    session = bench.desk.session
    assert session is not None
    bench.desk.clock.start()
    bench.desk.record(Happened.ASKED, {"session": session.id, "asked": prompts_of(bench.programme, session.id)[0].id})
    add_ideas(bench)
    bench.press("There is no projector")
    bench.type("From the survey")
    assert "1 idea." in bench.texts()
    bench.press("Bring in")
    idea = list(bench.programme.all(Idea).values())[-1]
    assert (idea.text, idea.asked_id, idea.aspect_id) == ("From the survey", None, None)


def test_one_is_one() -> None:
    one, twice = Incoming("a", 1), [Duplicate(2, 1, "a"), Duplicate(5, 1, "a")]
    assert arrival_words.report(Arrival((one,), (twice[0],), empty=1)).splitlines() == [
        "1 idea.",
        "1 is there already (row 2).",
        "1 row has no text.",
    ]
    assert arrival_words.report(Arrival((one, one), tuple(twice), empty=2)).splitlines() == [
        "2 ideas.",
        "2 are there already (rows 2, 5).",
        "2 rows have no text.",
    ]
    assert arrival_words.report(Arrival(())) == ""


def test_gate_and_page_can_be_read(bench: Bench) -> None:
    bench.desk.clock.start()
    problems: list[str] = []
    add_ideas(bench)
    for press in ("", "There is no projector"):
        if press:
            bench.press(press)
            bench.type("A very long line " * 20)
            bench.key(Qt.Key.Key_Return)
        problems += unreadable_in_every_size(bench.window)
    assert problems == []
