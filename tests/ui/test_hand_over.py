"""Handing the laptop over: everybody writes alone, and nothing of it is there for the next one."""

import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.looking import unreadable_in_every_size
from workshop_app.domain.face_down import Capture, Entry
from workshop_app.domain.facts import Happened
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Role
from workshop_app.domain.sessions import prompts_of
from workshop_app.storage.store import Store
from workshop_app.ui.bar import TopBar
from workshop_app.ui.shared.drawing import DrawingPad
from workshop_app.ui.tour import gestures

CTRL = Qt.KeyboardModifier.ControlModifier
CANARY = "CANARY of one writer"


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    rich.board_of_six(bench.home, page="hand-over").close()
    bench.start()
    bench.press("Carry on")
    yield bench


def entries(bench: Bench) -> list[Entry]:
    return list(bench.desk.workspace.private(Entry).values())


def sit_down(bench: Bench, *, first: bool = False) -> None:
    if first:
        bench.press("It is off: hand it over")
    bench.press("I am next")


def write(bench: Bench, text: str, *, first: bool = False) -> None:
    sit_down(bench, first=first)
    bench.type(text)
    bench.press("Done")


def back(bench: Bench) -> None:
    bench.press("Back to the leader")
    bench.press("Yes, I lead the session")


def everything(bench: Bench) -> str:
    """All that the window holds or says, seen or not."""
    parts: list[str] = []
    for one in bench.window.findChildren(QWidget):
        parts += [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
        text = getattr(one, "text", None)
        parts.append(str(text()) if callable(text) else "")
        if isinstance(one, QPlainTextEdit):
            parts.append(one.toPlainText())
    return "\n".join(parts)


def test_one_after_the_other_writes_and_it_lies_face_down(bench: Bench) -> None:
    write(bench, "Ask us halfway through", first=True)
    assert "Thank you. Pass the laptop on." in bench.texts()
    write(bench, "A quiet corner")
    back(bench)
    assert "2 slips, face down" in bench.texts()
    assert sorted(one.text for one in entries(bench)) == ["A quiet corner", "Ask us halfway through"]
    assert {(one.role, one.source) for one in entries(bench)} == {(Role.STUDENT, Capture.HAND_OVER)}
    assert len(bench.programme.all(Idea)) == 6


def test_there_is_nothing_on_the_page_but_the_question(bench: Bench) -> None:
    sit_down(bench, first=True)
    assert bench.seen(TopBar) == []
    shown = "\n".join(bench.texts()) + "".join(one.text() for one in bench.seen(QPushButton))
    for private in ("Siân", "Ms Okoye", "Tell us why", rich.SCHOOL):
        assert private not in shown
    asked = prompts_of(bench.programme, bench.desk.session.id)[0]  # type: ignore[union-attr]
    assert asked.text in bench.texts()
    bench.press("I don’t understand")
    assert asked.plain in bench.texts()


def test_it_asks_the_prompt_that_is_on(bench: Bench) -> None:
    session = bench.desk.session
    assert session is not None
    third = prompts_of(bench.programme, session.id)[2]
    bench.desk.record(Happened.ASKED, {"session": session.id, "asked": third.id})
    write(bench, "For the third", first=True)
    assert [one.asked for one in entries(bench)] == [third.id]


@pytest.mark.parametrize("end", ["Done", "Pass"])
def test_nothing_of_it_is_left_for_the_next_one(bench: Bench, end: str) -> None:
    sit_down(bench, first=True)
    bench.type(CANARY)
    bench.key(Qt.Key.Key_A, CTRL)
    bench.key(Qt.Key.Key_C, CTRL)
    bench.press("Add it in English too")
    bench.type(f"{CANARY} in English")
    bench.press("Your idea")
    bench.press(end)
    assert CANARY not in everything(bench)
    sit_down(bench)
    assert CANARY not in everything(bench)
    for keys in ((Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Y, CTRL), (Qt.Key.Key_V, CTRL), (Qt.Key.Key_Z, CTRL)):
        bench.key(*keys)
        assert CANARY not in everything(bench)
    assert CANARY not in QGuiApplication.clipboard().text()
    assert len(entries(bench)) == (end == "Done")


def test_what_somebody_copied_elsewhere_stays_on_the_clipboard(bench: Bench) -> None:
    QGuiApplication.clipboard().setText("the leader's own")
    write(bench, "An idea", first=True)
    assert QGuiApplication.clipboard().text() == "the leader's own"


def test_undo_takes_nothing_of_the_group_back(bench: Bench) -> None:
    before = bench.programme
    bench.press("It is off: hand it over")
    bench.undo()
    bench.press("I am next")
    bench.undo()
    bench.press("Draw it instead")
    bench.undo()
    assert bench.programme is before


def test_no_draft_is_kept_of_it(bench: Bench) -> None:
    sit_down(bench, first=True)
    bench.type(CANARY)
    bench.desk.flushing.emit()
    store = bench.desk.workspace.store
    assert isinstance(store, Store)
    assert CANARY not in str(store.drafts())
    bench.stop()
    assert [
        path.name for path in bench.home.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()
    ] == []


def test_another_page_finds_nothing_half_written(bench: Bench) -> None:
    sit_down(bench, first=True)
    bench.type(CANARY)
    bench.work.go("board")
    settle()
    bench.work.go("hand-over")
    settle()
    assert "Hand the laptop over" in bench.texts()
    assert CANARY not in everything(bench)
    assert entries(bench) == []


def test_no_file_tells_when_anybody_wrote(bench: Bench) -> None:
    bench.press("It is off: hand it over")
    begun = bench.clock.time
    for text in ("Ask us halfway through", "A quiet corner", "Tell us why not"):
        bench.clock.forward(seconds=97)
        write(bench, text)
    over = bench.clock.time
    bench.clock.forward(minutes=5)
    back(bench)
    bench.press("Back")
    bench.press("Reveal")
    bench.stop()
    times: list[datetime] = []
    for path in (path for path in bench.home.rglob("*") if path.is_file()):
        found = re.findall(rb"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?\+00:00", path.read_bytes())
        times += [datetime.fromisoformat(one.decode()) for one in found]
    assert [at for at in times if at > over]  # the reveal is there to be found
    assert [at for at in times if begun < at <= over] == []


@pytest.mark.parametrize("page", ["lead", "board", "choose", "slips"])
def test_no_other_page_knows_a_word_of_it_before_the_reveal(bench: Bench, page: str) -> None:
    write(bench, CANARY, first=True)
    back(bench)
    bench.work.go(page)
    settle()
    assert CANARY not in everything(bench)
    assert CANARY not in str(bench.programme)


def test_passing_looks_the_same_as_writing(bench: Bench) -> None:
    write(bench, "An idea", first=True)
    after_writing = bench.texts()
    sit_down(bench)
    bench.press("Pass")
    assert bench.texts() == after_writing
    back(bench)
    assert "1 slip, face down" in bench.texts()


def test_done_waits_for_an_idea(bench: Bench) -> None:
    sit_down(bench, first=True)
    assert not bench.button("Done").isEnabled()
    bench.type("   ")
    assert not bench.button("Done").isEnabled()
    bench.type("x")
    assert bench.button("Done").isEnabled()


def test_it_is_drawn_with_words_and_english(bench: Bench) -> None:
    sit_down(bench, first=True)
    bench.press("Draw it instead")
    (pad,) = bench.seen(DrawingPad)
    left, top = pad.area().left(), pad.area().top()
    corners = [QPointF(left + x, top + y) for x, y in ((20, 20), (120, 90), (220, 20))]
    gestures.draw(pad, [corners, corners[:2]])
    settle()
    bench.press("Take the last line back")
    assert len(pad.strokes) == 1
    bench.press("Done")
    ((one),) = entries(bench)
    assert (one.text, one.translation, len(one.drawing)) == ("", "", 1)
    sit_down(bench)
    assert bench.seen(DrawingPad) == []
    bench.type("Ставок")
    bench.press("Add it in English too")
    bench.type("A pond")
    bench.press("Done")
    assert ("Ставок", "A pond") in {(one.text, one.translation) for one in entries(bench)}


def test_the_leader_says_who_writes(bench: Bench) -> None:
    bench.press("Families")
    write(bench, "From home", first=True)
    assert [one.role for one in entries(bench)] == [Role.FAMILY]


def test_the_way_back_is_asked_for(bench: Bench) -> None:
    bench.press("It is off: hand it over")
    bench.press("Back to the leader")
    bench.press("Leave it")
    assert bench.button("I am next").isVisible()
    back(bench)
    bench.press("Back")
    assert bench.page.name == "lead"


def test_too_long_an_idea_stays_with_its_writer(bench: Bench) -> None:
    sit_down(bench, first=True)
    field = bench.stage.widget("Your idea")
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("x" * 2100)
    bench.press("Done")
    assert "2000" in bench.said()
    assert len(field.toPlainText()) == 2100
    assert entries(bench) == []


def test_who_wrote_on_the_line_for_english_alone_has_written_in_english(bench: Bench) -> None:
    sit_down(bench, first=True)
    bench.press("Add it in English too")
    bench.type("Only here")
    bench.press("Done")
    assert [(one.text, one.translation) for one in entries(bench)] == [("Only here", "")]


def test_every_part_can_be_read(bench: Bench) -> None:
    problems: list[str] = []

    def look() -> None:
        problems.extend(unreadable_in_every_size(bench.window))

    look()
    for names in (
        ("It is off: hand it over",),
        ("I am next",),
        ("Draw it instead", "Add it in English too"),
        ("Pass",),
        ("Back to the leader",),
    ):
        for name in names:
            bench.press(name)
        look()
    assert problems == []
