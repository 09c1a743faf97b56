"""Many hands on one board: each moves its own card, none takes another's, and news shakes nothing out of a hand."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.touching import Touching
from workshop_app.domain import ideas
from workshop_app.domain.ideas import Idea
from workshop_app.ui.shared.asking import Asking
from workshop_app.ui.shared.board_scene import HELD
from workshop_app.ui.shared.fingers import Phase, Touch, palm_pixels

WORDS = tuple(f"Idea number {number}" for number in range(10))


@pytest.fixture
def bench(bench: Bench) -> Bench:
    """The board is up with ten loose ideas and two themes without any."""
    made = rich.Rich(bench.home)
    made.person("Siân")
    made.session()
    made.ideas(*WORDS)
    made.theme(rich.THEMES[0])
    made.theme(rich.THEMES[1])
    made.page("board")
    made.close()
    bench.start()
    bench.press("Carry on")
    bench.press("See all")
    bench.stage.still()
    return bench


@pytest.fixture
def hands(bench: Bench) -> Touching:
    return Touching(bench)


def spot(bench: Bench, text: str) -> QPoint:
    return bench.stage.spot_of_card(bench.card(text))


def ground(bench: Bench) -> QPoint:
    """A point of the viewport on which nothing lies."""
    room = bench.view.viewport().rect()
    return QPoint(6, room.height() - 6)


def _is_free(bench: Bench, x: int, y: int) -> bool:
    return all(not bench.view.itemAt(x + right, y) for right in (0, 60))


def nothing_is_lost(bench: Bench) -> bool:
    """Either all of the board is in view, or no part of the view is off it; across and down."""
    view = bench.view
    seen, all_of_it = view.mapToScene(view.viewport().rect()).boundingRect(), view.sceneRect()
    spans = (
        (seen.left(), seen.right(), all_of_it.left(), all_of_it.right()),
        (seen.top(), seen.bottom(), all_of_it.top(), all_of_it.bottom()),
    )
    return all((a >= c - 2 and b <= d + 2) or (a <= c + 2 and b >= d - 2) for a, b, c, d in spans)


def lying(bench: Bench) -> dict[str, tuple[str | None, float, float]]:
    return {idea.id: (idea.theme_id, idea.x, idea.y) for idea in bench.programme.all(Idea).values()}


def test_ten_fingers_move_ten_cards_and_each_is_a_step_of_its_own(bench: Bench, hands: Touching) -> None:
    before = lying(bench)
    items = [bench.card(text) for text in WORDS]
    starts = [spot(bench, text) for text in WORDS]
    hands.press(*starts)
    moved = {number: at + QPoint(14, -24) for number, at in enumerate(starts, start=1)}
    hands.move(moved)
    assert [item.scale_made for item in items] == [HELD] * 10
    where = [QPointF(item.pos()) for item in items]
    assert all((item.pos() - item.home).manhattanLength() > 10 for item in items)
    theme = ideas.themes(bench.programme)[0]
    target = bench.stage.spot_of_theme(theme.name)
    hands.move({1: target})
    hands.lift(1)  # into a theme: all that is loose lies lower now, and the news goes to every hand
    bench.stage.still()
    assert bench.card(WORDS[0]).card.theme_id == theme.id
    assert [item.scale_made for item in items[1:]] == [HELD] * 9
    assert [item.pos() for item in items[1:]] == where[1:]
    hands.lift(*range(2, 11))
    bench.stage.still()
    assert not any(item.is_away for item in items)
    labels = []
    for _ in range(10):
        labels.append(bench.desk.workspace.labels()[0])
        bench.undo()
    assert set(labels) == {"move-idea"}
    assert lying(bench) == before


def test_a_card_in_one_hand_is_not_given_to_another_nor_to_one_on_the_empty_board(
    bench: Bench, hands: Touching
) -> None:
    item, at = bench.card(WORDS[0]), spot(bench, WORDS[0])
    hands.press(at)
    hands.move({1: at + QPoint(0, 24)})
    held = QPointF(item.pos())
    hands.press(at + QPoint(0, 24), ground(bench), first=2)
    hands.move({2: at + QPoint(120, 24), 3: ground(bench) - QPoint(-80, 80)})
    assert item.pos() == held
    scroll = bench.view.verticalScrollBar().value()
    hands.lift(2, 3)
    assert item.pos() == held
    assert bench.view.verticalScrollBar().value() == scroll
    hands.lift(1)
    assert bench.desk.workspace.labels()[0] == "move-idea"


def test_what_vanishes_or_moves_in_a_hand_is_let_go_and_the_others_stay(bench: Bench, hands: Touching) -> None:
    items = [bench.card(text) for text in WORDS[:3]]
    starts = [spot(bench, text) for text in WORDS[:3]]
    hands.press(*starts)
    hands.move({number: at + QPoint(50, 40) for number, at in enumerate(starts, start=1)})
    where = QPointF(items[2].pos())
    bench.desk.do("set-aside", ideas.set_idea_aside, items[0].card.id, "Said twice")
    bench.desk.do("move-idea", ideas.lay, items[1].card.id, 700.0, 400.0)
    bench.desk.do("reword", ideas.reword, items[2].card.id, "In other words")
    bench.stage.still()
    assert items[0].card.id not in bench.view.board.cards
    assert items[1].pos() == items[1].home
    assert (items[2].pos(), items[2].scale_made) == (where, HELD)  # it says something else, in the same hand
    before = bench.programme
    hands.move({1: starts[0], 2: starts[1]})
    hands.lift(1, 2)
    assert bench.programme == before
    hands.lift(3)
    bench.stage.still()
    assert bench.desk.workspace.labels()[0] == "move-idea"
    assert items[2].pos() == items[2].home
    bench.undo()
    hands.press(spot(bench, WORDS[3]))
    hands.move({1: spot(bench, WORDS[3]) + QPoint(40, 80)})
    bench.undo()  # while it is held
    bench.stage.still()
    hands.lift(1)
    assert not any(item.is_away for item in bench.view.board.cards.values())


def test_hands_off_puts_back_what_is_held(bench: Bench, hands: Touching) -> None:
    before = bench.programme
    items = [bench.card(text) for text in WORDS[:2]]
    hands.press(*(spot(bench, text) for text in WORDS[:2]))
    hands.move({1: QPoint(300, 300), 2: QPoint(500, 320)})
    bench.desk.lock.turn(True)
    bench.stage.still()
    assert [item.pos() for item in items] == [item.home for item in items]
    hands.lift(1, 2)
    assert bench.programme == before


def test_a_palm_is_ignored_as_long_as_it_lies_there(bench: Bench) -> None:
    before = bench.programme
    fingers, item = bench.view._hands.fingers, bench.card(WORDS[0])
    at, far = QPointF(spot(bench, WORDS[0])), QPointF(400, 300)
    wide = palm_pixels(bench.view.screen()) + 1
    for first, second in ((wide, 5.0), (5.0, wide)):  # wide from the beginning, or once it lies down
        fingers.take([Touch(1, Phase.DOWN, at, first)])
        fingers.take([Touch(1, Phase.MOVE, far / 2, second)])
        fingers.take([Touch(1, Phase.MOVE, far, 5.0)])
        assert item.pos() == item.home
        fingers.take([Touch(1, Phase.UP, far, 5.0)])
        assert bench.programme == before
    fingers.take([Touch(1, Phase.DOWN, at, wide - 2)])  # the same point is a finger the next time
    fingers.take([Touch(1, Phase.MOVE, far, 5.0)])
    assert item.pos() != item.home
    fingers.cancel()
    bench.stage.still()
    assert item.pos() == item.home


def test_a_long_press_opens_the_menu_and_two_taps_open_the_card(bench: Bench, hands: Touching) -> None:
    at = spot(bench, WORDS[4])
    hands.press(at)
    bench.until(QApplication.activePopupWidget, "the menu")
    assert "Out of its theme" not in [action.text() for action in bench.entries()]
    bench.menu(rich.THEMES[1])
    assert bench.card(WORDS[4]).card.theme_id == ideas.themes(bench.programme)[1].id
    hands.down.clear()
    bench.stage.still()
    other = spot(bench, WORDS[5])
    hands.press(other)  # the finger that opened the menu went unseen while it was open
    hands.lift(1)
    hands.tap(other)
    assert len(bench.seen(Asking)) == 1
    bench.key(Qt.Key.Key_Escape)
    assert bench.view.chosen_id == bench.card(WORDS[5]).card.id


def test_a_menu_waits_until_no_hand_holds_anything(bench: Bench, hands: Touching) -> None:
    first, second = spot(bench, WORDS[0]), spot(bench, WORDS[5])
    hands.press(first)
    hands.move({1: first + QPoint(30, 60)})
    hands.press(second, first=2)
    bench.until(lambda: 2 not in bench.view._hands.fingers.by_id, "the long press")
    assert QApplication.activePopupWidget() is None
    hands.lift(1)
    settle()
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    QApplication.activePopupWidget().close()


def test_two_fingers_come_nearer_about_their_middle_and_nothing_is_lost_off_the_edge(
    bench: Bench, hands: Touching
) -> None:
    view = bench.view
    middle = QPoint(500, 250)
    one, other = QPoint(470, 250), QPoint(530, 250)
    view.zoom_by(1.8 / view.zoom)
    view.centerOn(view.sceneRect().center())
    free = next(QPoint(x, y) for x in range(20, 900, 10) for y in range(20, 500, 10) if _is_free(bench, x, y))
    hands.press(free, free + QPoint(60, 0))
    hands.move({1: one, 2: other})
    view.centerOn(view.sceneRect().center())
    below, zoom = view.mapToScene(middle), view.zoom
    hands.move({1: one - QPoint(15, 0), 2: other + QPoint(15, 0)}, 10)
    assert view.zoom == pytest.approx(zoom * 1.5, rel=0.02)
    away = view.mapFromScene(below) - middle
    assert away.manhattanLength() <= 12
    for by in (QPoint(180, 120), QPoint(-180, -120)):
        for _ in range(12):  # to each corner, and on
            hands.move({1: one + by, 2: other + by}, 2)
            assert nothing_is_lost(bench)
            hands.lift(1, 2)
            hands.press(one, other)
    for _ in range(6):
        hands.move({1: QPoint(499, 250), 2: QPoint(501, 250)}, 3)
        hands.lift(1, 2)
        assert nothing_is_lost(bench)
        hands.press(one - QPoint(200, 0), other + QPoint(200, 0))
    hands.lift(1, 2)
    room = view.viewport().rect()
    assert view.mapFromScene(view.sceneRect()).boundingRect().width() > room.width() / 4  # no speck
    bench.press("See all")
    assert all(room.contains(bench.stage.spot_of_card(item)) for item in view.board.cards.values())


def test_one_finger_pans_and_a_held_card_stays_below_its_finger_when_the_wheel_turns(
    bench: Bench, hands: Touching
) -> None:
    view = bench.view
    view.zoom_by(4)
    view.centerOn(bench.card(WORDS[0]).home)
    bench.stage.still()
    start = next(QPoint(x, y) for x in range(20, 900, 10) for y in range(20, 400, 10) if not view.itemAt(x, y))
    before = view.mapToScene(start)
    hands.press(start)
    hands.move({1: start + QPoint(-60, -40)})
    hands.lift(1)
    assert (view.mapFromScene(before) - start - QPoint(-60, -40)).manhattanLength() <= 2
    view.centerOn(bench.card(WORDS[0]).home)
    item, at = bench.card(WORDS[0]), spot(bench, WORDS[0])
    hands.press(at)
    hands.move({1: at + QPoint(20, 20)})
    finger = at + QPoint(20, 20)
    grip = view.mapToScene(finger) - item.pos()
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 37)
    view.sight.zoom_about(0.8, QPointF(at))
    assert (view.mapToScene(finger) - item.pos() - grip).manhattanLength() < 1
    assert item.scale_made == HELD
    hands.lift(1)
