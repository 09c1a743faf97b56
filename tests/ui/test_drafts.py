"""What is typed and not yet said is never lost: not by another page, the start page, a closed window or a restart."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.programmes import opened
from tests.ui import rich
from tests.ui.bench import Bench
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Person
from workshop_app.domain.plans import Plan
from workshop_app.ui import drafts
from workshop_app.ui.tour import gestures

# page → the field on it and the draft's key (for a plan: what follows its id)
FIELDS = {
    "people": ("Name", "people/name"),
    "lead": ("Type an idea", "lead/capture"),
    "bring-in": ("One idea on each line", "bring-in/paste"),
    "plan": ("What will be done?", "/action"),
}

A_WHILE = round(1.4 * drafts.EVERY_MS)


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    made = rich.board_of_six(bench.home, page="people")
    someone = next(iter(made.workspace.programme.all(Person)))
    made.plan(next(iter(made.workspace.programme.all(Idea))), someone)
    made.close()
    bench.start()
    bench.press("Carry on")
    yield bench


def text_of(bench: Bench, name: str) -> str:
    field = bench.stage.widget(name)
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    return drafts.text_of(field)


def other_page(bench: Bench) -> None:
    """A look at another page and back."""
    here = bench.page.name
    bench.press("Board")
    bench.work.go(here)


def start_page(bench: Bench) -> None:
    bench.press("All programmes")
    bench.press("Carry on")


def restart(bench: Bench) -> None:
    bench.restart()
    bench.press("Carry on")


@pytest.mark.parametrize("leave", [other_page, start_page, restart], ids=lambda leave: leave.__name__)
@pytest.mark.parametrize("page", FIELDS)
def test_what_is_half_typed_is_given_back(bench: Bench, page: str, leave: Callable[[Bench], None]) -> None:
    field, key = FIELDS[page]
    bench.work.go(page)
    before = bench.programme
    bench.type("Half a sentence, ẞ & <b>", into=field)
    leave(bench)
    assert bench.page.name == page
    assert text_of(bench, field).strip() == "Half a sentence, ẞ & <b>"
    assert bench.programme == before
    kept = [text for name, text in bench.desk.workspace.store.drafts().items() if key in name and text]
    assert kept == ["Half a sentence, ẞ & <b>"]


@pytest.mark.parametrize("leave", [other_page, start_page, restart], ids=lambda leave: leave.__name__)
def test_what_is_typed_in_a_plan_is_written_down_when_it_is_left(bench: Bench, leave: Callable[[Bench], None]) -> None:
    bench.work.go("plan")
    bench.type(" and more", into="The change")
    leave(bench)
    assert next(iter(bench.programme.all(Plan).values())).change.endswith("more")
    assert text_of(bench, "The change").endswith("more")


def test_a_text_that_is_too_long_to_be_written_down_waits_as_a_draft(bench: Bench) -> None:
    bench.work.go("plan")
    field = bench.stage.widget("How we will know")
    assert isinstance(field, QPlainTextEdit)
    bench.press("How we will know")
    field.insertPlainText("x" * 2500)
    bench.press("Board")
    assert "2000 characters" in bench.said()
    restart(bench)
    bench.work.go("plan")
    assert len(text_of(bench, "How we will know")) >= 2500


def test_a_hand_that_never_pauses_is_kept_up_with(bench: Bench, qtbot: QtBot) -> None:
    bench.work.go("lead")
    bench.press("Type an idea")
    end = time.monotonic() + 1.2
    while time.monotonic() < end:
        gestures.write("a")
        qtbot.wait(40)
    kept = next(
        (text for key, text in bench.desk.workspace.store.drafts().items() if key.startswith("lead/capture")), ""
    )
    typed = text_of(bench, "Type an idea")
    assert len(kept) >= len(typed) / 2, f"{len(kept)} of {len(typed)} letters are kept"


def test_what_was_said_is_no_draft_any_more(bench: Bench, qtbot: QtBot) -> None:
    bench.type("Kit")
    qtbot.wait(A_WHILE)
    assert bench.desk.workspace.store.drafts()["people/name"] == "Kit"
    bench.key(Qt.Key.Key_Return)
    qtbot.wait(A_WHILE)
    assert "people/name" not in bench.desk.workspace.store.drafts()


def test_other_words_for_an_idea_are_given_back_until_they_are_said_or_left(bench: Bench, qtbot: QtBot) -> None:
    def reopened() -> str:
        bench.press("See all")
        bench.choose("Talk first")
        bench.press("Read or change")
        return text_of(bench, "The idea")

    bench.work.go("board")
    assert reopened() == "Talk first"
    bench.key(Qt.Key.Key_End)
    bench.type(", then rep")
    qtbot.wait(A_WHILE)
    assert "Talk first, then rep" in bench.desk.workspace.store.drafts().values()
    bench.restart()
    bench.press("Carry on")
    assert reopened() == "Talk first, then rep"
    bench.key(Qt.Key.Key_Escape)
    qtbot.wait(A_WHILE)
    assert reopened() == "Talk first"
    bench.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    bench.type("Talk before reports", enter=True)
    qtbot.wait(A_WHILE)
    assert not [key for key in bench.desk.workspace.store.drafts() if key.startswith("card/")]
    assert bench.card("Talk before reports").card.text == "Talk before reports"


def test_undo_waits_behind_a_question(bench: Bench) -> None:
    bench.work.go("board")
    bench.press("See all")
    bench.choose("Talk first")
    bench.press("Read or change")
    before = bench.programme
    bench.undo()
    bench.key(Qt.Key.Key_Tab)
    bench.undo()
    assert bench.programme == before
    bench.key(Qt.Key.Key_Escape)
    bench.undo()
    assert bench.programme != before


def test_a_table_does_not_take_away_what_was_typed_beside_it(bench: Bench, tmp_path: Path) -> None:
    bench.work.go("bring-in")
    bench.type("One slip", into="One idea on each line", enter=True)
    bench.type("Another slip")
    bench.files.to_open = tmp_path / "table.csv"
    bench.files.to_open.write_text("idea\nFrom the table\nFrom it too\n")
    bench.press("Read a table (CSV)…")
    assert text_of(bench, "One idea on each line") == "One slip\nAnother slip"
    bench.press("Bring in")
    assert [idea.text for idea in bench.programme.all(Idea).values()][6:] == ["From the table", "From it too"]
    bench.work.go("bring-in")
    assert text_of(bench, "One idea on each line") == "One slip\nAnother slip"
    bench.press("Bring in")
    assert [idea.text for idea in bench.programme.all(Idea).values()][8:] == ["One slip", "Another slip"]
    bench.work.go("bring-in")
    assert text_of(bench, "One idea on each line") == ""


def test_what_is_chosen_while_preparing_is_given_back(bench: Bench) -> None:
    bench.work.go("prepare")
    bench.press("Homework")
    bench.press("Ade is here")
    bench.press("35 minutes")
    for leave in (other_page, start_page, restart):
        leave(bench)
        bench.work.go("prepare")
        assert bench.stage.widget("Homework").isChecked()
        assert not bench.button("Ade is here").isChecked()
        assert bench.stage.widget("Minutes available").text() == "35"


@pytest.mark.parametrize(
    "draft",
    ["{", "[]", "{}", '{"minutes": "x", "day": 3, "aspects": 1, "missing": null}', '{"day": "2026-02-31"}', "\x00"],
)
def test_a_draft_that_makes_no_sense_is_forgotten(bench: Bench, draft: str) -> None:
    path = bench.desk.workspace.store.path
    bench.stop()
    workspace = opened(path)
    for key in ("prepare/chosen", "place", "plan/open"):
        workspace.save_draft(key, draft)
    workspace.close()
    bench.start()
    bench.press("Carry on")
    assert bench.page.name == "people"
    for page in ("prepare", "plan"):
        bench.work.go(page)
        assert bench.page.name == page
    assert not bench.said()
