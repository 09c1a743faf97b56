"""The card for a disclosure, and what is kept for the safeguarding lead until it is out for good."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.looking import SIZES, unreadable
from workshop_app.domain import care, ideas
from workshop_app.domain.facts import Happened
from workshop_app.domain.ideas import on_board
from workshop_app.facilitation import care_words
from workshop_app.storage import backups, health
from workshop_app.storage.shelf import Shelf
from workshop_app.ui.care_card import CareCard
from workshop_app.ui.kept import Kept
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.veil import Veil

WORRYING, WORRYING_TOO = "CANARY he waits for me after school", "CANARY nobody must know"
SHOW, OUT = "It is hidden: show them", "It is recorded elsewhere: take it out for good"


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    made = rich.board_of_six(bench.home)
    for idea_id in made.ideas(WORRYING, WORRYING_TOO):
        made.workspace.perform("set-aside-unseen", ideas.take_unseen, idea_id)
    made.close()
    bench.start()
    bench.press("Carry on")
    yield bench


def names(bench: Bench, lead: str = "Ms Adeyemi", staff: str = "Mr Brandt", head: str = "Dr Osei") -> None:
    bench.type(lead, into="The safeguarding lead")
    bench.type(staff, into="If it is about a member of staff")
    bench.type(head, into="If it is about the head")


def kept(bench: Bench) -> None:
    bench.press("Care")
    bench.press("What is kept")
    bench.press(SHOW)


def shown(bench: Bench) -> bool:
    """Whether anything worrying is anywhere in the window, seen or not."""
    said = [one.text() for one in bench.window.findChildren(Words)]
    return any("CANARY" in text for text in said)


def test_the_card_says_what_to_do_and_takes_no_disclosure(bench: Bench) -> None:
    bench.press("Care")
    for step in care_words.disclosure():
        assert step in bench.texts()
    (card,) = bench.seen(CareCard)
    assert len(card.findChildren(QLineEdit)) == 3  # names, and nothing else
    assert not card.findChildren(QPlainTextEdit)
    assert not card.findChildren(QTextEdit)
    assert all(field.hasFocus() == (number == 0) for number, field in enumerate(card.findChildren(QLineEdit)))


def test_names_are_asked_for_once_and_then_told(bench: Bench) -> None:
    bench.press("Care")
    names(bench)
    bench.press("Keep these names")
    known = care.of(bench.programme)
    assert known is not None
    assert (known.lead, known.about_staff, known.about_head) == ("Ms Adeyemi", "Mr Brandt", "Dr Osei")
    assert {"Ms Adeyemi", "Mr Brandt", "Dr Osei"} <= set(bench.texts())
    assert not [one for one in bench.seen(CareCard)[0].findChildren(QLineEdit) if one.isVisible()]
    assert all(bench.desk.workspace.draft(f"care/{name}") == "" for name in ("lead", "about_staff", "about_head"))
    bench.key(Qt.Key.Key_Escape)
    assert not bench.seen(Veil)
    bench.key(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert "Ms Adeyemi" in bench.texts()
    bench.press("Change the names")
    bench.over("Mrs Kaya", "The safeguarding lead", enter=True)
    assert "Mrs Kaya" in bench.texts()
    assert bench.programme.all(care.Care)["care"].about_head == "Dr Osei"


def test_half_a_name_survives_a_closed_lid(bench: Bench) -> None:
    bench.press("Care")
    bench.type("Ms Ade")
    bench.restart()
    bench.press("Carry on")
    bench.press("Care")
    assert bench.stage.widget("The safeguarding lead").text() == "Ms Ade"


def test_a_name_that_is_too_long_is_said_and_stays(bench: Bench) -> None:
    bench.press("Care")
    bench.type("W" * 81, enter=True)
    assert "80 characters" in bench.said()
    assert bench.stage.widget("The safeguarding lead").text() == "W" * 81
    assert care.of(bench.programme) is None


def test_the_keys_open_it_once_on_every_page(bench: Bench) -> None:
    for page in ("people", "lead", "board", "plan"):
        bench.work.go(page)
        for _ in range(2):
            bench.key(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
        assert len(bench.seen(CareCard)) == 1
        bench.key(Qt.Key.Key_Escape)
        assert not bench.seen(CareCard)


def test_nothing_worrying_is_made_before_the_gate(bench: Bench) -> None:
    for page in ("people", "prepare", "lead", "board", "choose", "plan"):
        bench.work.go(page)
        settle()
        assert not shown(bench)
    bench.press("Care")
    assert "2 entries are kept for the safeguarding lead" in [
        one.text() for one in bench.seen(type(bench.button("Close")))
    ]
    assert not shown(bench)
    bench.press("What is kept")
    assert "Only you and the safeguarding lead should see this" in bench.texts()
    assert not shown(bench)
    bench.press("Leave it")
    assert not shown(bench)


def test_what_is_kept_is_made_when_opened_and_gone_when_closed(bench: Bench) -> None:
    kept(bench)
    assert {WORRYING, WORRYING_TOO} <= set(bench.texts())
    bench.press("Close")
    settle()
    assert not bench.window.findChildren(Kept)
    assert not shown(bench)


def test_an_entry_goes_back_on_the_board(bench: Bench) -> None:
    kept(bench)
    bench.press("Put it back on the board")
    assert WORRYING_TOO in [idea.text for idea in on_board(bench.programme)]
    assert [idea.text for idea in ideas.unseen(bench.programme)] == [WORRYING]
    assert WORRYING_TOO not in bench.texts()
    bench.press("Put it back on the board")
    assert not bench.seen(Kept)


def test_an_entry_is_taken_out_for_good(bench: Bench) -> None:
    path = bench.desk.workspace.store.path
    kept(bench)
    bench.press(OUT)
    assert len(ideas.unseen(bench.programme)) == 2  # not before it was asked
    bench.press("Take it out")
    assert "for good" in bench.said()
    assert bench.seen(Kept)
    bench.press(OUT)
    bench.press("Take it out")
    assert not bench.seen(Kept)
    assert ideas.unseen(bench.programme) == []
    assert [fact.what for fact in bench.desk.workspace.facts[-2:]] == [Happened.PURGED] * 2
    bench.undo()
    bench.undo()
    assert not shown(bench)
    bench.stop()
    for file in held_by(path, bench.home):
        assert b"CANARY" not in file.read_bytes(), file.name
    assert health.check(path) == []


def test_words_that_stand_in_a_field_are_gone_too(bench: Bench) -> None:
    bench.work.go("bring-in")
    bench.type(f"A slip. {WORRYING}", into="One idea on each line")
    bench.work.go("board")
    kept(bench)
    bench.press("It is recorded elsewhere: take it out for good", nth=2)
    bench.press("Take it out")
    assert bench.button("Close").hasFocus()
    bench.press("Close")
    bench.work.go("bring-in")
    field = bench.stage.widget("One idea on each line")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == ""
    bench.type("Another slip", into="One idea on each line")
    path = bench.desk.workspace.store.path
    bench.stop()
    assert b"he waits for me" not in path.read_bytes()


def held_by(path: Path, home: Path) -> list[Path]:
    found = [path, *backups.existing(Shelf(home).backups_of(path))]
    assert len(found) > 1
    return found


def test_it_hides_with_everything_else(bench: Bench) -> None:
    kept(bench)
    bench.key(Qt.Key.Key_F9)
    assert bench.window.calm.isVisible()
    assert not bench.seen(Kept)
    bench.key(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert not bench.seen(CareCard)
    bench.key(Qt.Key.Key_F9)
    assert not bench.seen(Kept)  # it comes back only through its gate
    assert WORRYING not in bench.texts()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_all_of_it_can_be_read(bench: Bench, size: tuple[int, int]) -> None:
    bench.window.resize(*size)
    settle()
    problems = []
    bench.press("Care")
    problems += unreadable(bench.window)
    names(bench, "N" * 80)
    bench.press("Keep these names")
    settle()
    problems += unreadable(bench.window)
    bench.press("What is kept")
    problems += unreadable(bench.window)
    bench.press(SHOW)
    settle()
    problems += unreadable(bench.window)
    bench.press(OUT)
    problems += unreadable(bench.window)
    assert not problems, "\n".join(problems)
