"""What lies face down is a stack on the board, and all see the reveal: with motion, without it, interrupted."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsSimpleTextItem

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.rich import IDEAS, THEMES
from workshop_app.domain import ideas
from workshop_app.domain.audience import BoardSeen, Card
from workshop_app.domain.board import CARD_H, CARD_W, PITCH_X, PITCH_Y
from workshop_app.domain.face_down import Entry
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Role
from workshop_app.domain.sessions import prompts_of
from workshop_app.ui.shared import card_stack, reveal
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.shared.refusing import Refusing
from workshop_app.ui.shared.reveal import FaceDown
from workshop_app.ui.tour import gestures
from workshop_app.ui.tour.stage import Stage

SILENT = ("CANARY one", "CANARY two", "CANARY three", "CANARY four", "CANARY five")


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    """The board is up, five cards lie face down, four of them for the first prompt."""
    rich.board_of_six(bench.home).close()
    bench.start()
    bench.press("Carry on")
    bench.press("See all")
    for number, text in enumerate(SILENT):
        write(bench, text, prompt=number // 4)
    bench.stage.still()
    yield bench


def write(bench: Bench, text: str, prompt: int = 0) -> None:
    session = bench.desk.session
    assert session is not None
    asked = prompts_of(bench.programme, session.id)[prompt]
    bench.desk.workspace.put_private(Entry(session.id, asked.id, Role.STUDENT, text))


def turn_over(bench: Bench, prompt: int = 0) -> list[str]:
    """Reveal; the ids of the ideas that came of it."""
    session = bench.desk.session
    assert session is not None
    changes = bench.desk.workspace.reveal(prompts_of(bench.programme, session.id)[prompt].id)
    return list(changes.of(Idea))


def face_down(bench: Bench) -> FaceDown:
    return bench.view.board.face_down


def lies_free(bench: Bench) -> bool:
    """Whether no card and no words lie under the stack."""
    box = face_down(bench).stack.box
    cards = [item for item in bench.view.board.cards.values() if item.isVisible()]
    under = [item for item in cards if box.intersects(_body(item.home))]
    words = [item for item in bench.view.board.items(box) if isinstance(item, QGraphicsSimpleTextItem)]
    return not under and not [one for one in words if one.isVisible() and one.parentItem() is None]


def _body(home: QPointF) -> QRectF:
    return QRectF(home, home + QPointF(CARD_W, CARD_H))


def test_the_stack_is_a_count_and_nothing_else(bench: Bench) -> None:
    stack = face_down(bench).stack
    assert (stack.count, stack.isVisible()) == (5, True)
    assert card_stack.words(stack.count) == "5 face down"
    assert lies_free(bench)
    assert len(bench.view.board.cards) == 6
    write(bench, "CANARY six")
    assert stack.count == 6
    assert not bench.view.board.is_still, "it does not settle"
    bench.stage.still()
    assert stack.pos() == stack.spot
    # A card that is dropped on the stack takes its place: the stack makes room.
    bench.drag("Talk first", bench.view.mapFromScene(stack.box.center()))
    assert lies_free(bench)
    assert bench.view.sceneRect().contains(stack.box)


def test_cards_turn_over_one_after_the_other_and_lie_down_where_they_belong(bench: Bench) -> None:
    new = turn_over(bench)
    flight, cards = face_down(bench).flight, bench.view.board.cards
    assert [one.card_id for one in flight._flyers] == list(new), "not in the order that was drawn by lot"
    assert not any(cards[key].isVisible() for key in new)
    assert bench.view.accessibleDescription() == "4 ideas turned over."
    bench.until(lambda: 0 < len(flight.in_the_air) < 4, "the first cards to fly")
    assert face_down(bench).stack.count == 1 + 4 - len(flight.in_the_air) - sum(cards[key].isVisible() for key in new)
    bench.until(cards[new[0]].isVisible, "the first card to land")
    assert not cards[new[-1]].isVisible()
    bench.stage.still()
    assert all(cards[key].isVisible() and cards[key].pos() == cards[key].home for key in new)
    assert sorted(cards[key].card.text for key in new) == sorted(SILENT[:4])
    assert face_down(bench).stack.count == 1, "the other prompt's card lies face down still"
    assert lies_free(bench)
    turn_over(bench, prompt=1)
    assert bench.view.accessibleDescription() == "1 idea turned over."
    bench.stage.still()
    assert not face_down(bench).stack.isVisible()
    assert bench.card(SILENT[4]).isVisible()


def test_without_motion_they_are_just_there(bench: Bench) -> None:
    bench.view.board.still = True
    new = turn_over(bench)
    assert bench.view.board.is_still
    assert all(bench.view.board.cards[key].isVisible() for key in new)
    assert face_down(bench).stack.count == 1
    assert bench.view.accessibleDescription() == "4 ideas turned over."


def test_another_card_is_dragged_while_they_fly(bench: Bench) -> None:
    new = turn_over(bench)
    flight = face_down(bench).flight
    bench.until(lambda: len(flight.in_the_air), "a card to fly")
    start = bench.stage.spot_of_card(bench.card(IDEAS[0]))
    gestures.drag(bench.view.viewport(), start, bench.stage.spot_of_theme(THEMES[1]))
    theme = next(one for one in ideas.themes(bench.programme) if one.name == THEMES[1])
    assert [idea.text for idea in ideas.in_theme(bench.programme, theme.id)] == [IDEAS[0]]
    bench.stage.still()
    cards = bench.view.board.cards
    assert all(cards[key].isVisible() and cards[key].pos() == cards[key].home for key in new)


def test_a_hand_that_touches_a_flying_card_has_all_of_them_lie_down(bench: Bench) -> None:
    new = turn_over(bench)
    flight, view = face_down(bench).flight, bench.view
    bench.until(lambda: len(flight.in_the_air), "a card to fly")
    gestures.press(view.viewport(), view.mapFromScene(flight.in_the_air[0].center()))
    assert flight.is_still
    assert all(view.board.cards[key].isVisible() for key in new)
    assert face_down(bench).stack.count == 1
    gestures.release(view.viewport(), view.mapFromScene(0, 0))


def test_keys_wait_for_nothing(bench: Bench) -> None:
    new = turn_over(bench)
    bench.view.setFocus()
    bench.key(Qt.Key.Key_Down)
    assert face_down(bench).flight.is_still
    assert all(bench.view.board.cards[key].isVisible() for key in new)


def test_what_happens_to_a_card_on_its_way_is_seen_when_it_lands(bench: Bench) -> None:
    first, second, third, _ = turn_over(bench)
    bench.until(lambda: len(face_down(bench).flight.in_the_air), "a card to fly")
    bench.desk.do("set-aside", ideas.set_idea_aside, first, "Said twice")
    bench.desk.do("reword", ideas.reword, second, "In other words")
    bench.desk.do("move-idea", ideas.lay, third, 3 * PITCH_X, 5 * PITCH_Y)
    write(bench, "CANARY while they fly")
    bench.stage.still()
    cards = bench.view.board.cards
    assert first not in cards
    assert cards[second].card.text == "In other words"
    assert cards[third].pos() == cards[third].home
    assert face_down(bench).stack.count == 2
    assert len([item for item in bench.view.board.items() if item.zValue() >= 20]) == 0, "something still flies"


def test_a_board_that_nobody_sees_and_another_look_leave_nothing_in_the_air(bench: Bench) -> None:
    view = bench.view
    turn_over(bench)
    view.recolour()
    assert face_down(bench).flight.is_still
    bench.work.go("people")
    settle()
    turn_over(bench, prompt=1)
    assert view.board.face_down.is_still
    assert all(item.isVisible() for item in view.board.cards.values())
    assert view.board.face_down.stack.count == 0


@pytest.mark.parametrize("count", [1, 2, 7, 60, 61, 100, 150])
def test_however_many_they_are_all_have_landed_in_time(count: int) -> None:
    times = reveal.departures(count)
    assert len(times) == count
    assert times == sorted(times)
    assert times[0] == 0
    assert times[-1] + reveal.FLIGHT_MS < reveal.WHOLE_MS
    assert len(set(times)) == (count if count <= reveal.ONE_BY_ONE else reveal.WAVES)


def test_a_crowd_is_just_there(qapp: QApplication) -> None:
    view = BoardView(Refusing())
    view.resize(1000, 700)
    view.show_board(BoardSeen((), (), face_down=400))
    view.show()
    QTest.qWaitForWindowExposed(view)
    cards = {
        str(n): Card(
            str(n), f"Idea {n}", "people", "", "student", None, 1.0, n % 20 * 216.0, n // 20 * 140.0, 0, 0, False
        )
        for n in range(400)
    }
    view.turn_over(cards, 0)
    assert view.board.face_down.is_still
    assert all(item.isVisible() for item in view.board.cards.values())
    Stage(view).until(lambda: view.is_still, "the board")
    view.close()
    view.deleteLater()
