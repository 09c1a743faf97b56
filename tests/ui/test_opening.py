"""A session opens with three promises, on both screens; what is said of one leaves them where they are."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.ui import promised
from tests.ui.bench import Bench, settle
from tests.ui.monitors import PROJECTOR
from workshop_app.domain import progress, told
from workshop_app.domain.progress import How, Really
from workshop_app.ui.lettering import Words
from workshop_app.ui.promise_card import PromiseCard
from workshop_app.ui.shared.promises_seen import PromisesSeen
from workshop_app.ui.tour import gestures


@pytest.fixture
def led(bench: Bench) -> Iterator[Bench]:
    bench.screens.plug(PROJECTOR)
    made = promised.year(bench.home)
    made.page("lead")
    made.close()
    bench.start()
    bench.press("Carry on")
    yield bench


def words(widget: QWidget) -> list[str]:
    return [one.text() for kind in (QLabel, Words) for one in widget.findChildren(kind) if one.isVisibleTo(widget)]


def promised_now(bench: Bench) -> list[str]:
    return [one.findChildren(Words)[1].text() for one in bench.seen(PromiseCard)]


def test_three_promises_open_a_session_and_stay_while_they_are_talked_about(led: Bench) -> None:
    three = ["Talk first", "Find a room", "Ask us halfway"]
    assert promised_now(led) == three
    assert {"3 days overdue", "2 days overdue", "Not yet, says The head, 6 November", "In spring"} <= set(led.texts())
    led.press("Told: Ask us halfway")
    [one] = told.by_answer(led.programme).values()
    assert (one.by, one.session_id) == ("Ms Okoye", led.desk.session.id)
    led.press("Going: Find a room")
    assert promised_now(led) == three
    assert "Told by Ms Okoye" in led.texts()
    led.press("Dropped: Find a room")
    led.press("Keep: Find a room")
    assert led.said() == "Why it was dropped is still empty."
    led.type("No room is free", into="Why? Find a room", enter=True)
    assert "It was dropped: No room is free" in led.texts()
    led.undo()
    assert progress.newest(led.programme, "act").how is How.GOING


def test_what_happened_is_told_beside_what_is_done(led: Bench) -> None:
    led.press("Done: Find a room")
    led.press("What happened: Find a room")
    led.type("It is room 12", into="What happened? Find a room", enter=True)
    last = progress.newest(led.programme, "act")
    assert (last.how, last.words) == (How.DONE, "It is room 12")
    assert "It is said to be done. It is room 12" in led.texts()


def test_students_say_on_the_shared_screen_whether_it_really_happened(led: Bench) -> None:
    led.press("Done: Find a room")
    led.window.showing.turn()
    settle()
    shared = led.window.showing.shared
    [seen] = shared.findChildren(PromisesSeen)
    assert {"Talk first", "Find a room", "Ask us halfway", "Siân · by 4 November · plan “Quiet”"} <= set(words(seen))
    assert "Not yet, says The head, 6 November" in words(seen)  # whoever decided is named, nobody else is
    assert not any("governors" in one for one in words(shared))
    [partly] = [one for one in seen.findChildren(QPushButton) if one.accessibleName() == "Partly: Find a room"]
    assert partly.height() >= 48
    gestures.click(partly)
    settle()
    assert progress.newest(led.programme, "act").really is Really.PARTLY
    assert "It is said to be done. We say: it happened in part." in words(seen)
    led.desk.leading.step(1)
    settle()
    assert not any(one.isVisible() for one in shared.findChildren(PromisesSeen))
