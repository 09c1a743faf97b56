"""A theme in a hand, and what the others do to it meanwhile: no card goes with it, and nothing is forgotten."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from shiboken6 import isValid

from tests.ui import hearing, rich
from tests.ui.bench import Bench, settle
from tests.ui.rich import IDEAS, THEMES
from workshop_app.domain import ideas
from workshop_app.domain.ideas import Given
from workshop_app.domain.people import Role
from workshop_app.ui.shared.asking import Asking

G, SPACE = Qt.Key.Key_G, Qt.Key.Key_Space
SHIFT, LEFT = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def bench(bench: Bench) -> Bench:
    rich.board_of_six(bench.home, page="board").close()
    bench.start()
    bench.press("Carry on")
    bench.stage.still()
    return bench


def whole(bench: Bench) -> bool:
    """Whether every card is there, and lies where it belongs."""
    bench.stage.still()
    cards = bench.view.board.cards
    at_home = all(isValid(item) and item.scenePos() == item.home and not item.is_away for item in cards.values())
    return at_home and set(cards) == {idea.id for idea in ideas.on_board(bench.programme)}


def new_theme(bench: Bench) -> str:
    """A third theme of three cards; its id."""
    assert bench.view.commands.start_theme(tuple(bench.view.board.cards)[2:5])
    bench.stage.still()
    return ideas.themes(bench.programme)[-1].id


def drag_head(bench: Bench, theme_id: str) -> QPoint:
    """Take a theme by its name, and hold it; where the mouse is now."""
    view, box = bench.view, bench.view.board.frames[theme_id].box
    at = view.mapFromScene(box.x + 60, box.y + 20)
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    for _ in range(6):
        at += QPoint(6, 5)
        QTest.mouseMove(view.viewport(), at)
        settle()
    assert view._hands.carrying()
    return at


@pytest.mark.parametrize("still", [True, False], ids=["without_motion", "with_motion"])
def test_a_lifted_theme_that_is_undone_leaves_every_card(bench: Bench, still: bool) -> None:
    bench.view.board.still = still
    new_theme(bench)
    bench.view.setFocus()
    bench.key(G, SHIFT)
    bench.key(SPACE)
    assert bench.view._keys.holds
    bench.undo()
    assert whole(bench)
    bench.choose(IDEAS[3])  # it goes on
    assert bench.view.chosen_id


@pytest.mark.parametrize("still", [True, False], ids=["without_motion", "with_motion"])
def test_a_dragged_theme_that_somebody_else_dissolves_or_empties_leaves_every_card(bench: Bench, still: bool) -> None:
    bench.view.board.still = still
    theme_id = new_theme(bench)
    at = drag_head(bench, theme_id)
    taken = next(item for item in bench.view.board.cards.values() if item.card.theme_id == theme_id)
    where = taken.scenePos()
    bench.desk.do("move-idea", ideas.lay, taken.card.id, 900.0, 0.0)
    if not still:  # it sets out from where it was seen
        assert (taken.scenePos() - where).manhattanLength() < (where - taken.home).manhattanLength() / 2
    assert bench.view._hands.carrying()
    bench.view.commands.dissolve_theme(theme_id)
    assert whole(bench)
    QTest.mouseRelease(bench.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    assert whole(bench)


def test_what_a_lifted_theme_is_meant_for_outlives_the_news(bench: Bench) -> None:
    bench.view.setFocus()
    bench.key(G)
    bench.key(SPACE)
    bench.key(Qt.Key.Key_Right)
    assert bench.view.accessibleDescription() == "Last"
    given = [Given("Said meanwhile", Role.STUDENT)]
    bench.desk.do("add-idea", ideas.add, new_ids=["new"], at=bench.clock(), given=given, spots=[(900.0, 0.0)])
    bench.key(SPACE)
    assert [theme.name for theme in ideas.themes(bench.programme)] == [THEMES[1], THEMES[0]]
    bench.key(SPACE)
    bench.key(Qt.Key.Key_Left)
    other = next(theme for theme in ideas.themes(bench.programme) if theme.name == THEMES[1])
    bench.view.commands.dissolve_theme(other.id)  # there is no other that it could stand before, or after
    bench.key(SPACE)
    assert [theme.name for theme in ideas.themes(bench.programme)] == [THEMES[0]]
    assert whole(bench)


def test_a_card_that_is_carried_with_its_theme_is_heard_where_it_is(bench: Bench) -> None:
    theme_id = new_theme(bench)
    with hearing.listening():
        item = next(one for one in bench.view.board.cards.values() if one.card.theme_id == theme_id)
        before = bench.view.tree.card_rect(item.card.id)
        at = drag_head(bench, theme_id)
        now = bench.view.tree.card_rect(item.card.id)
        assert (now.topLeft() - before.topLeft() - QPoint(36, 30)).manhattanLength() <= 3
        assert bench.view.tree.card_at(now.center()) == item.card.id
        assert QAccessible.isActive()
        QTest.mouseRelease(bench.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)


def test_what_is_gone_meanwhile_is_neither_asked_about_nor_changed(bench: Bench) -> None:
    theme_id = ideas.themes(bench.programme)[1].id
    card_id = bench.card(IDEAS[4]).card.id
    bench.desk.do("set-aside", ideas.set_idea_aside, card_id, "Said twice")
    bench.view.named.emit(theme_id)
    bench.type("Another name")
    bench.view.commands.dissolve_theme(theme_id)
    bench.key(Qt.Key.Key_Return)  # there is nothing left to name
    before, view = bench.programme, bench.view
    for wanted in (view.named, view.aside_wanted, view.opened, view.translation_wanted, view.story_wanted):
        wanted.emit(theme_id if wanted is view.named else card_id)
    view.named.emit(theme_id)
    assert not bench.seen(Asking)
    first = ideas.themes(bench.programme)[0].id
    for done in (
        view.commands.put_in_theme(card_id, first, None),
        view.commands.lay(card_id, 0.0, 0.0),
        view.commands.said_by(card_id, "staff"),
        view.commands.reword(card_id, "Other words"),
        view.commands.to_stage((card_id,), "talked"),
        view.commands.rename_theme(theme_id, "Another name"),
        view.commands.dissolve_theme(theme_id),
        view.commands.merge_themes(theme_id, first),
        view.commands.order_theme(theme_id, None),
    ):
        assert not done
    assert bench.programme == before
