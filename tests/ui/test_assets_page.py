"""What we can bring: said in minutes by keys alone, dragged, found again while planning, and shown without who asks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.eavesdrop import had
from tests.ui.monitors import PROJECTOR
from workshop_app.domain import asset_map
from workshop_app.domain.asset_map import Sort
from workshop_app.domain.people import Person, Role
from workshop_app.domain.plans import Action, Plan
from workshop_app.ui.shared.asset_card import AssetCard
from workshop_app.ui.shared.assets_sheet import AssetsSheet
from workshop_app.ui.tour import gestures


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    made = rich.board_of_six(bench.home, page="assets")
    made.close()
    bench.start()
    bench.press("Carry on")
    yield bench


def on_the_map(bench: Bench) -> list[tuple[str, Sort, Role]]:
    return [(one.what, one.sort, one.held_by) for one in asset_map.assets(bench.programme)]


def card(bench: Bench, what: str) -> AssetCard:
    [found] = [one for one in bench.seen(AssetCard) if one.held.what == what]
    return found


def column_of(bench: Bench, name: str) -> QPoint:
    """The middle of a column, on the screen."""
    column = bench.stage.widget(name)
    return column.mapToGlobal(column.rect().center())


def drag(thing: AssetCard, to: QPoint) -> None:
    """By mouse, from the middle of a card to a point of the screen."""
    gestures.drag(thing, thing.rect().center(), thing.mapFromGlobal(to))
    settle()


def test_three_questions_are_answered_with_a_line_and_enter_each(bench: Bench) -> None:
    bench.type("Drawing comics", enter=True)
    bench.type("Mending bikes", enter=True)
    bench.press("Next: Who do you know?")
    bench.type("The boxing club", enter=True)
    bench.press("Next: What is near?")
    bench.press("Equipment")
    bench.type("A badge machine", enter=True)
    assert on_the_map(bench) == [
        ("Drawing comics", Sort.SKILL, Role.STUDENT),
        ("Mending bikes", Sort.SKILL, Role.STUDENT),
        ("The boxing club", Sort.PEOPLE, Role.FAMILY),
        ("A badge machine", Sort.EQUIPMENT, Role.COMMUNITY),
    ]
    assert {one.session_id for one in asset_map.assets(bench.programme)} == {bench.desk.session.id}
    bench.undo()
    assert len(on_the_map(bench)) == 3
    bench.type("Drawing comics")
    bench.press("1  Good at")
    bench.key(Qt.Key.Key_Return)
    assert "already" in bench.said()


def test_a_card_is_as_high_as_its_words(bench: Bench) -> None:
    what = "Sewing curtains, hangings and everything else that is soft, on two machines"
    bench.type("Drawing", enter=True)
    bench.type(what, enter=True)
    settle()
    short, long = card(bench, "Drawing"), card(bench, what)
    assert long.height() > short.height()
    assert long.height() >= long.heightForWidth(long.width())


def test_a_number_to_call_is_noticed_once_and_kept_if_it_is_meant(bench: Bench) -> None:
    bench.type("Mum, 07700 900123", enter=True)
    assert on_the_map(bench) == []
    assert any("looks like a number" in text for text in bench.texts())
    bench.key(Qt.Key.Key_Return)
    assert [what for what, _, _ in on_the_map(bench)] == ["Mum, 07700 900123"]
    assert not any("looks like a number" in text for text in bench.texts())


def test_a_card_is_moved_by_mouse_by_keys_and_by_its_menu(bench: Bench) -> None:
    bench.type("The back room", enter=True)
    drag(card(bench, "The back room"), column_of(bench, "Community: 0"))
    assert on_the_map(bench)[0][2] is Role.COMMUNITY
    card(bench, "The back room").setFocus()
    bench.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert on_the_map(bench)[0][2] is Role.FAMILY
    assert card(bench, "The back room").hasFocus()
    bench.key(Qt.Key.Key_Space)
    bench.menu("It is: A place")
    assert on_the_map(bench)[0][1] is Sort.PLACE
    bench.press("By what it is")
    drag(card(bench, "The back room"), column_of(bench, "Time: 0"))
    assert on_the_map(bench) == [("The back room", Sort.TIME, Role.FAMILY)]
    drag(card(bench, "The back room"), bench.window.mapToGlobal(QPoint(5, 5)))
    assert on_the_map(bench) == [("The back room", Sort.TIME, Role.FAMILY)]


def test_a_card_is_moved_by_a_finger(bench: Bench) -> None:
    bench.type("The back room", enter=True)
    thing, device = card(bench, "The back room"), QTest.createTouchDevice()
    window = thing.window().windowHandle()
    start = thing.mapTo(thing.window(), thing.rect().center())
    end = thing.window().mapFromGlobal(column_of(bench, "Families: 0"))
    QTest.touchEvent(window, device).press(1, start, window).commit()
    for share in (0.3, 0.7, 1.0):
        QTest.touchEvent(window, device).move(1, start + (end - start) * share, window).commit()
        settle()
    QTest.touchEvent(window, device).release(1, end, window).commit()
    settle()
    assert on_the_map(bench)[0][2] is Role.FAMILY


def test_words_are_changed_and_who_would_ask_is_said_on_the_leaders_page_alone(bench: Bench) -> None:
    bench.screens.plug(PROJECTOR)
    bench.type("The back room", enter=True)
    card(bench, "The back room").setFocus()
    bench.key(Qt.Key.Key_Space)
    bench.menu("Other words…")
    bench.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    bench.type("The reading room", enter=True)
    person = next(one for one in bench.programme.all(Person).values() if one.name == "Ade")
    bench.desk.do("ask-for-asset", asset_map.ask_for_asset, asset_map.assets(bench.programme)[0].id, person.id)
    settle()
    assert card(bench, "The reading room").accessibleDescription() == "A skill · Ade would ask"
    bench.press("Ask on the shared screen")
    shared = bench.window.showing.shared
    assert shared is not None
    [sheet] = shared.findChildren(AssetsSheet)
    assert [one.held.what for one in sheet.board.cards] == ["The reading room"]
    assert not [text for _, text in had(shared) if "Ade" in text]
    sheet.capture.field.setText("Three languages")
    QTest.keyClick(sheet.capture.field, Qt.Key.Key_Return)
    settle()
    assert [one.held.what for one in sheet.board.cards] == ["The reading room", "Three languages"]
    assert card(bench, "Three languages")


def test_an_action_is_offered_what_fits_and_takes_it_as_one_step(bench: Bench) -> None:
    bench.type("The library’s back room", enter=True)
    bench.work.go("choose")
    bench.work.go("board")
    made = bench.desk
    forward = {key for key, one in bench.programme.all(rich.ideas.Idea).items() if "library" in one.text}
    made.do("take-forward", rich.choosing.take_forward, forward)
    bench.work.go("plan")
    bench.press("Make a plan of: Quiet corner in the library")
    [plan] = bench.programme.all(Plan).values()
    assert plan.help_we_have == "The library’s back room (students)"
    bench.type("Meet in the library", into="What will be done?")
    bench.press("Ms Okoye does it")
    bench.press("Add the action")
    settle()
    assert any("Everything here rests on staff" in text for text in bench.texts())
    bench.press("What could help: Meet in the library")
    [entry] = [one.text() for one in bench.entries() if one.text()]
    assert "both say “library’s”" in entry
    bench.menu(entry)
    [action] = bench.programme.all(Action).values()
    assert [one.what for one in asset_map.named(bench.programme, action.asset_ids)] == ["The library’s back room"]
    assert not any("Everything here rests on staff" in text for text in bench.texts())
    bench.undo()
    assert next(iter(bench.programme.all(Action).values())).asset_ids == ()
    bench.press("Change the action: Meet in the library")
    bench.press("It rests on: The library’s back room")
    bench.press("what done looks like")
    bench.type("All of us fit in")
    bench.press("Add the action")
    [action] = bench.programme.all(Action).values()
    assert (len(action.asset_ids), action.done_looks) == (1, "All of us fit in")
