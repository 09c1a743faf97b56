"""A card is moved by the mouse, a finger, the keys and the menu, and each way ends in the same programme."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.looking import unreadable
from tests.ui.rich import IDEAS, THEMES
from workshop_app.domain import board, ideas
from workshop_app.domain.ideas import Idea, Theme
from workshop_app.domain.programme import Programme
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared import finding
from workshop_app.ui.shared.veil import Veil
from workshop_app.ui.tour import gestures


@pytest.fixture
def bench(bench: Bench) -> Bench:
    """The board is up, with six ideas, one of them in the first of two themes."""
    rich.board_of_six(bench.home).close()
    bench.start()
    bench.press("Carry on")
    bench.press("See all")
    return bench


def themed(programme: Programme, name: str) -> list[str]:
    """The texts in a theme, in their order."""
    found = next(theme for theme in ideas.themes(programme) if theme.name == name)
    return [idea.text for idea in ideas.in_theme(programme, found.id)]


def by_mouse(bench: Bench, text: str) -> None:
    bench.drag_to_theme(text, THEMES[0])


def by_finger(bench: Bench, text: str) -> None:
    device = QTest.createTouchDevice()
    window, view = bench.window.windowHandle(), bench.view.viewport()
    start, end = bench.stage.spot_of_card(bench.card(text)), bench.stage.spot_of_theme(THEMES[0])
    at = [view.mapTo(bench.window, start + (end - start) * n / 8) for n in range(9)]
    QTest.touchEvent(window, device).press(1, at[0], window).commit()
    for point in at[1:]:
        QTest.touchEvent(window, device).move(1, point, window).commit()
        settle()
    QTest.touchEvent(window, device).release(1, at[-1], window).commit()
    bench.stage.still()


def by_keys(bench: Bench, text: str) -> None:
    bench.choose(text)
    bench.key(Qt.Key.Key_Space)
    bench.key(Qt.Key.Key_Left)
    bench.key(Qt.Key.Key_Left)
    for _ in range(3):  # it is over the second column of the theme now, which is after the card that is in it
        bench.key(Qt.Key.Key_Up)
        if bench.view.theme_name(finding.frame_for(bench.view, bench.card(text).pos())) == THEMES[0]:
            break
    bench.key(Qt.Key.Key_Space)
    bench.stage.still()


def by_button_menu(bench: Bench, text: str) -> None:
    bench.choose(text)
    bench.press("Move to…")
    bench.menu(THEMES[0])
    bench.stage.still()


def by_key_menu(bench: Bench, text: str) -> None:
    bench.choose(text)
    bench.key(Qt.Key.Key_M)
    bench.menu(THEMES[0])
    bench.stage.still()


WAYS = (by_mouse, by_finger, by_keys, by_button_menu, by_key_menu)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_every_way_to_move_a_card_ends_the_same(bench: Bench, way: Callable[[Bench, str], None]) -> None:
    way(bench, "Tell us why")
    assert themed(bench.programme, THEMES[0]) == ["Ask us halfway", "Tell us why"]
    assert bench.view.chosen_id == bench.card("Tell us why").card.id
    item = bench.card("Tell us why")
    assert item.pos() == item.home
    bench.undo()
    bench.stage.still()
    assert themed(bench.programme, THEMES[0]) == ["Ask us halfway"]
    assert item.pos() == item.home


def test_the_order_in_a_theme_is_where_the_card_is_let_go(bench: Bench) -> None:
    before = bench.stage.spot_of_card(bench.card("Ask us halfway"))
    bench.drag("Talk first", before)
    assert themed(bench.programme, THEMES[0]) == ["Talk first", "Ask us halfway"]


def test_a_card_goes_out_of_its_theme_by_mouse_and_by_menu(bench: Bench) -> None:
    bench.choose("Ask us halfway")
    bench.press("Move to…")
    bench.menu("Out of its theme")
    assert bench.card("Ask us halfway").card.theme_id is None
    bench.undo()
    bench.drag("Ask us halfway", bench.stage.spot_of_card(bench.card("A budget of our own")) + QPoint(0, 90))
    assert bench.card("Ask us halfway").card.theme_id is None


@pytest.mark.qt_log_ignore("occurs outside target window")
def test_a_card_let_go_outside_the_board_stays_on_it(bench: Bench) -> None:
    bench.drag("Talk first", QPoint(-4000, 90))
    bench.drag("Talk first", QPoint(300, bench.view.viewport().height() + 40))
    bench.drag("Tell us why", QPoint(9000, 300))
    item = bench.card("Tell us why")
    area = bench.view.board.layout
    assert 0 <= item.home.x() <= area.width
    assert all(idea.x >= 0 and idea.y >= 0 for idea in bench.programme.all(Idea).values())
    assert bench.view.sceneRect().contains(item.home)


def test_a_press_without_a_move_moves_nothing(bench: Bench) -> None:
    before = bench.programme
    spot = bench.stage.spot_of_card(bench.card("Tell us why"))
    gestures.drag(bench.view.viewport(), spot, spot + QPoint(2, 1))
    assert bench.programme == before
    assert bench.view.chosen_id == bench.card("Tell us why").card.id


def test_escape_puts_a_lifted_card_back(bench: Bench) -> None:
    before = bench.programme
    item = bench.card("Tell us why")
    bench.choose("Tell us why")
    bench.key(Qt.Key.Key_Space)
    bench.key(Qt.Key.Key_Up)
    bench.key(Qt.Key.Key_Up)
    assert item.pos() != item.home
    bench.key(Qt.Key.Key_Escape)
    bench.stage.still()
    assert item.pos() == item.home
    assert bench.programme == before


def test_arrows_go_from_card_to_card_and_reach_every_one(bench: Bench) -> None:
    gestures.click(bench.view.viewport(), bench.view.viewport().rect().bottomLeft() + QPoint(5, -5))
    assert bench.view.chosen_id == ""
    bench.key(Qt.Key.Key_Down)
    met, ahead = set[str](), {bench.view.chosen_id}
    while ahead:
        here = ahead.pop()
        met.add(here)
        for arrow in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            bench.view.choose(here)
            bench.key(arrow)
            ahead |= {bench.view.chosen_id} - met
    assert met == set(bench.view.board.cards)


def test_a_theme_is_named_renamed_and_dissolved(bench: Bench) -> None:
    bench.choose("Talk first")
    bench.press("Move to…")
    bench.menu("A new theme…")
    bench.type("Fair", enter=True)
    assert themed(bench.programme, "Fair") == ["Talk first"]
    bench.stage.still()
    head_of(bench, "Fair")
    bench.menu("Another name…")
    bench.type("Fairness", enter=True)
    assert [theme.name for theme in ideas.themes(bench.programme)] == [*THEMES, "Fairness"]
    head_of(bench, "Fairness")
    bench.menu("Take the frame away, keep the cards")
    assert [theme.name for theme in ideas.themes(bench.programme)] == list(THEMES)
    assert bench.card("Talk first").card.theme_id is None
    bench.press("Undo")
    assert themed(bench.programme, "Fairness") == ["Talk first"]


def test_a_theme_that_is_there_already_is_refused_and_can_be_named_otherwise(bench: Bench) -> None:
    bench.press("New theme")
    bench.type(THEMES[1], enter=True)
    assert "already" in bench.said()
    bench.key(Qt.Key.Key_Escape)
    assert len(bench.programme.all(Theme)) == 2


def test_a_card_is_read_reworded_set_aside_and_brought_back(bench: Bench) -> None:
    spot = bench.view.viewport().mapTo(bench.window, bench.stage.spot_of_card(bench.card("Talk first")))
    bench.choose("Talk first")
    QTest.mouseDClick(bench.window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
    bench.type(", then report", enter=True)
    item = bench.card("Talk first, then report")
    bench.choose("Talk first, then report")
    bench.key(Qt.Key.Key_Delete)
    assert item.card.id in bench.view.board.cards  # not without a reason
    bench.press("Said twice")
    assert item.card.id not in bench.view.board.cards
    bench.press("Set aside")
    assert "Said twice" in bench.texts()
    bench.press("Bring back: Talk first, then report")
    assert not bench.seen(Veil)  # it was the only one
    assert bench.card("Talk first, then report").home == item.home
    bench.key(Qt.Key.Key_Return)  # nothing is chosen: nothing opens
    bench.choose("Talk first, then report")
    bench.press("Read or change")
    bench.press("Set aside…")
    bench.press("Something else…")
    bench.key(Qt.Key.Key_Return)
    assert "reason" in bench.said()
    bench.type("It is for another school", enter=True)
    (gone,) = ideas.aside(bench.programme)
    assert gone.because == "It is for another school"


def test_a_reason_half_typed_survives_a_closed_lid(bench: Bench) -> None:
    bench.choose("Talk first")
    bench.key(Qt.Key.Key_Delete)
    bench.press("Something else…")
    bench.type("It is for an")
    bench.restart()
    bench.press("Carry on")
    bench.press("See all")
    bench.choose("Talk first")
    bench.key(Qt.Key.Key_Delete)
    bench.type("other school", into="The reason in our words", enter=True)
    (gone,) = ideas.aside(bench.programme)
    assert gone.because == "It is for another school"


def test_what_was_set_aside_is_read_with_its_reason_in_full_and_brought_back_one_by_one(bench: Bench) -> None:
    space = bench.desk.workspace
    why = (
        "Somebody else said it in the same words, and we agreed to keep hers because it was there before this one was."
    )
    for number, text in enumerate(IDEAS):
        key = next(idea.id for idea in bench.programme.all(Idea).values() if idea.text == text)
        bench.desk.do("set-aside", ideas.set_idea_aside, key, f"{number}. {why * 3}")
    assert space.programme.all(Idea)
    bench.press("Set aside")
    shown = [one for one in bench.seen(Words) if why in one.text()]
    assert len(shown) == len(IDEAS)
    assert unreadable(bench.window) == []
    for text in (IDEAS[0], IDEAS[3]):  # the last and one in the middle
        bench.press(f"Bring back: {text}")
    assert {idea.text for idea in ideas.on_board(bench.programme)} == {IDEAS[0], IDEAS[3]}
    bench.key(Qt.Key.Key_Escape)
    assert not bench.seen(Veil)
    assert bench.view.hasFocus()
    bench.undo()
    assert [idea.text for idea in ideas.on_board(bench.programme)] == [IDEAS[0]]


def test_while_hands_are_off_what_was_set_aside_can_only_be_read(bench: Bench) -> None:
    key = bench.card("Talk first").card.id
    bench.desk.do("set-aside", ideas.set_idea_aside, key, "Said twice")
    bench.desk.lock.turn(True)
    bench.press("Set aside")
    assert "Said twice" in bench.texts()
    assert not bench.button("Bring back: Talk first").isEnabled()


def test_what_is_not_ours_to_decide_gets_an_answer_instead(bench: Bench) -> None:
    idea_id = bench.card("Talk first").card.id
    bench.choose("Talk first")
    bench.key(Qt.Key.Key_Delete)
    bench.press("Not ours to decide → answer it instead")
    assert bench.desk.workspace.draft("idea/open") == idea_id
    assert bench.page.name == "idea"
    assert ideas.aside(bench.programme) == []


def test_a_card_is_taken_off_unseen_without_a_question_or_a_word(bench: Bench) -> None:
    bench.choose("Talk first")
    bench.press("Move to…")
    bench.menu("Take it off, for the safeguarding lead")
    assert bench.said() == ""
    assert not bench.seen(Veil)
    assert "Talk first" not in [item.card.text for item in bench.view.board.cards.values()]
    assert not bench.button("Undo").toolTip().count("Talk")
    assert ideas.aside(bench.programme) == []
    assert [idea.text for idea in ideas.unseen(bench.programme)] == ["Talk first"]
    assert not [one for one in bench.seen(QPushButton) if "Set aside" in one.accessibleName()]
    bench.undo()
    assert "Undo stops here" in bench.said()
    assert "Talk first" not in [item.card.text for item in bench.view.board.cards.values()]
    [kept] = ideas.unseen(bench.programme)
    bench.desk.do("bring-back", ideas.bring_back, kept.id)  # the safeguarding lead has said so, under Care
    assert bench.card("Talk first")
    for _ in range(2):  # it is off again, and there undo stops once more
        bench.undo()
        assert "Talk first" not in [item.card.text for item in bench.view.board.cards.values()]
    assert "Undo stops here" in bench.said()


def test_tidy_up_lays_the_loose_cards_in_rows(bench: Bench) -> None:
    bench.drag("Tell us why", bench.stage.spot_of_card(bench.card("Talk first")) + QPoint(90, 60))
    bench.press("More…")
    bench.menu("Tidy up")
    lying = [(idea.x, idea.y) for idea in ideas.loose(bench.programme)]
    assert len(set(lying)) == len(lying) == 5
    assert lying == sorted(lying, key=lambda spot: (spot[1], spot[0]))
    assert all(x % board.PITCH_X == y % board.PITCH_Y == 0 for x, y in lying)
    bench.undo()
    assert {(idea.x, idea.y) for idea in ideas.loose(bench.programme)} != set(lying)


def head_of(bench: Bench, name: str) -> None:
    """Press the head of a theme's frame."""
    box = next(item.box for item in bench.view.board.frames.values() if item.frame.name == name)
    gestures.click(bench.view.viewport(), bench.view.mapFromScene(box.x + box.w - 40, box.y + 20))
    settle()
