"""A plan is read aloud line by line before it is closed, on every screen; and signed where everybody sees it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.monitors import PROJECTOR
from workshop_app.domain import people, signing
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Person
from workshop_app.domain.plans import Plan, plans
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.reading_sheet import ReadingSheet
from workshop_app.ui.shared.sign_place import SignPlace
from workshop_app.ui.shared.sign_sheet import SignSheet
from workshop_app.ui.shared.signature_pad import SignaturePad
from workshop_app.ui.shared.signing_sheet import SigningSheet
from workshop_app.ui.tour import gestures

READ = "Read aloud and close for signing  →"


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    """An open plan that only needs closing; Ms Okoye is the head, and Mr Ray is staff too."""
    made = rich.board_of_six(bench.home, page="plan")
    made.person("Mr Ray", people.Role.STAFF)
    group = list(made.workspace.programme.all(Person).values())
    made.workspace.perform("give-post", people.give_post, group[2].id, "Head")
    made.session()
    made.plan(next(iter(made.workspace.programme.all(Idea))), group[0].id)
    made.close()
    bench.start()
    bench.press("Carry on")
    yield bench


def plan(bench: Bench) -> Plan:
    [found] = plans(bench.programme)
    return found


def standing(bench: Bench) -> signing.Standing:
    return signing.standing(bench.programme, plan(bench).id)


def test_it_is_read_with_space_and_taps_and_closes_only_after_its_last_line(bench: Bench) -> None:
    bench.press(READ)
    assert "Ask us halfway" in bench.texts()
    bench.key(Qt.Key.Key_Space)
    assert any(text.startswith("Siân: Try it in science, by") for text in bench.texts())
    [sheet] = bench.seen(ReadingSheet)
    gestures.click(sheet, QPoint(300, 60))
    settle()
    assert "We count the slips." in bench.texts()
    bench.key(Qt.Key.Key_Left)
    assert any(text.startswith("Siân: Try it") for text in bench.texts())
    for _ in range(9):
        bench.key(Qt.Key.Key_Space)
    assert plan(bench).sealed is None  # neither a key nor a tap that was one too many closes it
    gestures.click(sheet, QPoint(300, 60))
    settle()
    assert plan(bench).sealed is None
    bench.press("Close for signing  →")
    assert plan(bench).sealed is not None
    assert not bench.seen(ReadingSheet)


def test_who_stops_reading_closes_nothing(bench: Bench) -> None:
    bench.press(READ)
    bench.key(Qt.Key.Key_Escape)
    assert plan(bench).sealed is None
    bench.press(READ)
    bench.press("Stop reading")
    assert plan(bench).sealed is None


def test_a_screen_of_the_classs_own_reads_along_and_turns_too(bench: Bench) -> None:
    bench.screens.plug(PROJECTOR)
    bench.press("Show to everybody")
    shared = bench.window.showing.shared
    assert shared is not None
    bench.press(READ)
    [along] = shared.findChildren(ReadingSheet)
    bench.key(Qt.Key.Key_Space)
    assert any(one.text().startswith("Siân: Try it") for one in along.findChildren(Words))
    QTest.keyClick(along, Qt.Key.Key_End)
    settle()
    bench.press("Close for signing  →")
    assert plan(bench).sealed is not None
    assert not [one for one in shared.findChildren(ReadingSheet) if one.isVisible()]


def test_a_screen_that_comes_up_meanwhile_reads_along_from_the_same_line(bench: Bench) -> None:
    bench.screens.plug(PROJECTOR)
    bench.press(READ)
    bench.key(Qt.Key.Key_Space)
    bench.key(Qt.Key.Key_F8)
    shared = bench.window.showing.shared
    assert shared is not None
    [along] = shared.findChildren(ReadingSheet)
    assert any(one.text().startswith("Siân: Try it") for one in along.findChildren(Words))


def test_one_window_goes_on_reading_when_it_becomes_everybodys_and_when_it_comes_back(bench: Bench) -> None:
    bench.press(READ)
    bench.key(Qt.Key.Key_Space)
    bench.key(Qt.Key.Key_F8)
    assert bench.window.work is None
    assert any(text.startswith("Siân: Try it") for text in bench.texts())
    bench.key(Qt.Key.Key_Space)
    bench.window.showing.for_me()
    settle()
    assert len(bench.seen(ReadingSheet)) == 1
    assert "We count the slips." in bench.texts()
    bench.key(Qt.Key.Key_F8)
    bench.key(Qt.Key.Key_End)
    bench.press("Close for signing  →")
    assert plan(bench).sealed is not None
    assert not bench.seen(ReadingSheet)
    assert bench.desk.reading is None
    bench.window.showing.for_me()
    settle()
    assert not bench.seen(ReadingSheet)


def test_everybody_signs_on_the_shared_screen_and_who_decides_last(bench: Bench) -> None:
    bench.read_and_close()
    bench.press("Sign on the shared screen")
    assert bench.window.work is None  # one window: it is everybody's now
    assert "Ask us halfway" in bench.texts()
    bench.press("Ms Okoye signs last")
    bench.type("C. O.", enter=True)
    assert standing(bench).signed == ()
    bench.press("Not yet")
    bench.press("Siân signs here")
    pad = bench.stage.widget("Sign here")
    assert isinstance(pad, SignaturePad)
    middle = pad.area().toRect().center()
    gestures.drag(pad, middle - QPoint(200, 30), middle + QPoint(200, 30))
    bench.press("I agree")
    for name in ("Ade", "Mr Ray"):
        bench.press(f"{name} signs here")
        bench.type(name, enter=True)
    bench.press("Jo signs here")
    bench.press("Is absent today")
    assert standing(bench).is_signed_off
    bench.press("Ms Okoye signs here")
    assert not [one for one in bench.texts() if one == "Is absent today"]
    bench.type("C. O.", enter=True)
    found = signing.head_signature(bench.programme, plan(bench).id)
    assert found is not None
    assert (found.name, found.post) == ("Ms Okoye", "Head")
    assert {one.place.name for one in bench.seen(SignPlace) if one.place.is_signed} == {
        "Siân",
        "Ade",
        "Mr Ray",
        "Ms Okoye",
    }
    bench.press("Done")
    bench.window.showing.for_me()
    settle()
    assert any("Ms Okoye agreed as Head on" in text for text in bench.texts())


def test_a_sheet_for_other_words_goes_when_the_plan_is_reopened(bench: Bench) -> None:
    bench.screens.plug(PROJECTOR)
    bench.read_and_close()
    bench.press("Sign on the shared screen")
    shared = bench.window.showing.shared
    assert shared is not None
    assert [one for one in shared.findChildren(SigningSheet) if one.isVisible()]
    assert not bench.seen(SignSheet)
    bench.press("Reopen to change it")
    assert not [one for one in shared.findChildren(SigningSheet) if one.isVisible()]


def test_what_changed_since_is_said_before_it_is_signed_again(bench: Bench) -> None:
    bench.read_and_close()
    bench.press("Reopen to change it")
    bench.press("first small step")
    bench.type("One lesson")
    bench.press("How we will know")
    bench.press("What changed since version 1")
    assert "We wrote down the first small step: “One lesson”" in bench.texts()
    assert "The day for the first small step is 20 November 2026." in bench.texts()
    bench.read_and_close()
    bench.press("What changed since version 1")
    assert "We wrote down the first small step: “One lesson”" in bench.texts()


def test_a_first_step_that_is_far_away_is_said_so_kindly(bench: Bench) -> None:
    bench.press("first small step")
    bench.over("5 dec", into="The first small step is made by", enter=True)
    assert any("more than two weeks away" in text for text in bench.texts())
    bench.over("19 nov", into="The first small step is made by", enter=True)
    assert not any("more than two weeks away" in text for text in bench.texts())
