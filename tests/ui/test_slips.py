"""Paper slips: nothing shows before the big screen is off, and typing them is quick."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.looking import unreadable_in_every_size
from workshop_app.domain.face_down import Capture, Entry
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Role
from workshop_app.domain.sessions import prompts_of
from workshop_app.storage.store import Store
from workshop_app.ui.face_down import FaceDown
from workshop_app.ui.pages.slip_row import SlipRow
from workshop_app.ui.shared.card_backs import CardBacks

CANARY = "CANARY on a slip"


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    rich.board_of_six(bench.home, page="slips").close()
    bench.start()
    bench.press("Carry on")
    yield bench


def open_gate(bench: Bench) -> None:
    bench.press("It is off: type the slips")


def entries(bench: Bench) -> list[Entry]:
    return list(bench.desk.workspace.private(Entry).values())


def test_the_gate_shows_nothing_and_asks_again_each_time(bench: Bench) -> None:
    open_gate(bench)
    bench.type(CANARY, enter=True)
    bench.type(f"half {CANARY}")
    bench.work.go("board")
    bench.work.go("slips")
    settle()
    assert not [text for text in bench.texts() if "CANARY" in text]
    assert bench.seen(SlipRow) == []
    assert bench.seen(QPlainTextEdit) == []
    assert not [one for one in bench.page.findChildren(QPlainTextEdit) if "CANARY" in one.toPlainText()]
    bench.press("There is no projector")
    assert CANARY in bench.texts()


def test_enter_is_the_next_slip_and_all_lie_face_down(bench: Bench) -> None:
    open_gate(bench)
    for text in ("Ask us halfway through", "A quiet corner", "Tell us why not"):
        bench.type(text, enter=True)
    listed = [text for text in bench.texts() if text in ("Ask us halfway through", "A quiet corner", "Tell us why not")]
    assert sorted(listed) == sorted(one.text for one in entries(bench))
    rows = sorted(bench.seen(SlipRow), key=lambda row: row.y())
    first = [one.accessibleName() for one in rows[0].findChildren(QPushButton)]
    assert first[0] == "Correct: Tell us why not"  # the latest is where the eye is
    assert "3 slips. Only you see them." in bench.texts()
    assert len(bench.programme.all(Idea)) == 6
    bench.type("The last one needs no Enter")
    bench.press("They are in: face down")
    assert bench.page.name == "lead"
    assert len(entries(bench)) == 4


def test_slips_of_two_prompts_are_typed_in_one_go(bench: Bench) -> None:
    session = bench.desk.session
    assert session is not None
    first, second = prompts_of(bench.programme, session.id)[:2]
    open_gate(bench)
    bench.type("For the first", enter=True)
    bench.press(f"2 · {second.label}")
    assert second.text in bench.texts()
    bench.type("For the second", enter=True)
    assert {(one.text, one.asked) for one in entries(bench)} == {
        ("For the first", first.id),
        ("For the second", second.id),
    }
    assert "For the first" not in bench.texts()
    bench.press("Staff")
    bench.type("From a colleague", enter=True)
    assert Role.STAFF in {one.role for one in entries(bench)}


def test_a_slip_is_corrected_deleted_and_set_aside_unseen(bench: Bench) -> None:
    open_gate(bench)
    for text in ("Misread", "Twice", "Worrying"):
        bench.type(text, enter=True)
    bench.press("Correct: Misread")
    bench.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    bench.type("Well read")
    bench.press("Add it in English too")
    bench.type("In English")
    bench.press("It says this")
    assert ("Well read", "In English") in {(one.text, one.translation) for one in entries(bench)}
    bench.press("Delete: Twice")
    bench.press("Leave it")
    assert len(entries(bench)) == 3
    bench.press("Delete: Twice")
    bench.press("Delete it")
    bench.press("Set aside unseen: Worrying")
    bench.press("Set it aside unseen")
    assert [one.text for one in entries(bench)] == ["Well read"]
    aside = [idea for idea in bench.programme.all(Idea).values() if idea.unseen]
    assert [(idea.text, idea.set_aside) for idea in aside] == [("Worrying", True)]


def test_typing_is_no_draft_and_undo_brings_no_slip_back(bench: Bench) -> None:
    open_gate(bench)
    bench.type(CANARY, enter=True)
    bench.undo()
    field = bench.stage.widget("What the slip says")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == ""
    assert len(bench.programme.all(Idea)) == 6
    bench.type(f"half {CANARY}")
    bench.desk.flushing.emit()
    store = bench.desk.workspace.store
    assert isinstance(store, Store)
    assert "CANARY" not in str(store.drafts())


def paste(bench: Bench, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    bench.press("What the slip says")
    bench.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_several_lines_that_are_pasted_are_a_slip_each(bench: Bench) -> None:
    open_gate(bench)
    bench.type("half")
    paste(bench, f"• {CANARY}\n\n 2. Halfway\nHalfway\n")
    assert sorted(one.text for one in entries(bench)) == [CANARY, "Halfway", "Halfway"]  # two may say the same
    assert {one.source for one in entries(bench)} == {Capture.SLIP}
    assert len(bench.programme.all(Idea)) == 6
    field = bench.stage.widget("What the slip says")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "half"
    bench.desk.flushing.emit()
    assert not [text for text in bench.desk.workspace.store.drafts().values() if "CANARY" in text or "half" in text]


def test_one_line_that_is_pasted_waits_for_enter(bench: Bench) -> None:
    open_gate(bench)
    paste(bench, "One line\n")
    assert entries(bench) == []
    bench.key(Qt.Key.Key_Return)
    assert [one.text for one in entries(bench)] == ["One line"]


def test_of_lines_that_are_pasted_all_come_in_or_none(bench: Bench) -> None:
    open_gate(bench)
    paste(bench, "Short\n" + "x" * 2100)
    assert "2000" in bench.said()
    assert entries(bench) == []


def test_a_list_from_elsewhere_has_a_page_of_its_own(bench: Bench) -> None:
    open_gate(bench)
    bench.press("A list from elsewhere…")
    assert bench.page.name == "bring-in"
    bench.press("Leave it")
    assert bench.page.name == "lead"


def test_what_somebody_wrote_at_the_laptop_is_neither_corrected_nor_deleted(bench: Bench) -> None:
    session = bench.desk.session
    assert session is not None
    asked = prompts_of(bench.programme, session.id)[0]
    own = Entry(session.id, asked.id, Role.STUDENT, "Ставок", source=Capture.HAND_OVER)
    bench.desk.workspace.put_private(own)
    open_gate(bench)
    (row,) = bench.seen(SlipRow)
    assert [one.text() for one in row.findChildren(QPushButton)] == ["Say it in English too", "Set aside unseen"]
    assert "Written at the laptop" in bench.texts()
    bench.press("Say it in English too: Ставок")
    bench.press("It says this")
    assert entries(bench) == [own]
    bench.type("A pond", into="What it says in English")
    bench.press("It says this")
    assert entries(bench) == [replace(own, translation="A pond")]
    (row,) = bench.seen(SlipRow)
    assert [one.text() for one in row.findChildren(QPushButton)] == ["Set aside unseen"]
    bench.press("Set aside unseen: Ставок")
    bench.press("Set it aside unseen")
    assert entries(bench) == []
    assert [idea.text for idea in bench.programme.all(Idea).values() if idea.unseen] == ["Ставок"]


def test_the_leader_sees_a_count_and_turns_them_over(bench: Bench) -> None:
    session = bench.desk.session
    assert session is not None
    asked = prompts_of(bench.programme, session.id)[0]
    box = FaceDown(bench.desk)
    box.setParent(bench.page)
    box.show_prompt(asked.id)
    assert not box.isVisible()
    open_gate(bench)
    for text in ("One", "Two"):
        bench.type(text, enter=True)
    (backs,) = box.findChildren(CardBacks)
    assert backs.accessibleName() == "2 slips, face down"
    assert "One" not in "".join(one.accessibleName() for one in box.findChildren(QPushButton))
    box.raise_()
    box.adjustSize()
    assert not bench.desk.clock.begun
    bench.press("Reveal")
    assert bench.desk.clock.running
    assert not box.isVisible()
    assert {idea.text for idea in bench.programme.all(Idea).values()} >= {"One", "Two"}
    bench.undo()
    assert "turned over for everybody" in bench.said()
    assert len(bench.programme.all(Idea)) == 8


def test_a_clock_that_stands_is_not_started_by_a_reveal(bench: Bench) -> None:
    bench.desk.clock.start()
    bench.desk.clock.pause()
    open_gate(bench)
    bench.type("One", enter=True)
    bench.press("They are in: face down")
    bench.press("Reveal")
    assert not bench.desk.clock.running


def test_every_part_can_be_read(bench: Bench) -> None:
    problems: list[str] = []

    def look() -> None:
        problems.extend(unreadable_in_every_size(bench.window))

    look()
    open_gate(bench)
    bench.type(
        "If we are asked halfway through a topic what we do not get, the next lesson can begin there", enter=True
    )
    bench.type("Short", enter=True)
    look()
    bench.press("Correct: Short")
    look()
    bench.press("Leave it")
    bench.press("Set aside unseen: Short")
    look()
    assert problems == []
