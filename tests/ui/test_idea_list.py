"""The ideas as a list: in step with the board both ways, found by words, marked and moved by keys and by taps."""

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTreeWidgetItem

from tests.ui import hearing, rich
from tests.ui.bench import Bench, settle
from tests.ui.rich import IDEAS, THEMES
from tests.ui.test_accessible_board import Changing, Nobody, card_of
from workshop_app.domain import ideas
from workshop_app.domain.audience import BoardSeen, ThemeFrame
from workshop_app.domain.lenses import Lens
from workshop_app.ui import theme
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.shared.board_with_list import BoardWithList, Shown
from workshop_app.ui.shared.idea_list import IdeaList
from workshop_app.ui.shared.idea_rows import CROWD, DOWN, IdeaRows
from workshop_app.ui.shared.row_paint import mark_area
from workshop_app.ui.shared.veil import Veil
from workshop_app.ui.tour import gestures


def read(rows: IdeaRows) -> dict[str, list[str]]:
    """The ids of the ideas in every group, as they stand there."""
    tops = [rows.topLevelItem(place) for place in range(rows.topLevelItemCount())]
    return {
        group.text(0): [rows.id_of(group.child(place)) for place in range(group.childCount())]
        for group in tops
        if group is not None
    }


def row(rows: IdeaRows, text: str) -> QTreeWidgetItem:
    found = rows.findItems(text, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    assert len(found) == 1, f"{len(found)} rows say {text!r}"
    return found[0]


@pytest.fixture
def bench(bench: Bench) -> Bench:
    """The board is up beside its list, with six ideas, one of them in the first of two themes."""
    rich.board_of_six(bench.home).close()
    bench.start()
    bench.press("Carry on")
    bench.press("See all")
    bench.press("Board and list")
    return bench


def the_list(bench: Bench) -> IdeaList:
    (found,) = bench.seen(IdeaList)
    return found


def test_the_list_is_what_is_seen_after_200_changes(qapp: QApplication) -> None:
    room = Changing()
    view = BoardView(Nobody())  # type: ignore[arg-type]
    both = BoardWithList(view)
    both.resize(1100, 600)
    both.show()
    both.show_as(Shown.BOTH)
    view.show_board(BoardSeen(tuple(room.cards.values()), tuple(room.themes.values())))
    rows = both.list.rows
    kept = {card_id: rows.row(card_id) for card_id in room.cards}
    for number in range(200):
        if number % 40 == 20:
            both.show_as(Shown.BOARD)  # it misses some, and forgets the rest
        if number % 40 == 30:
            both.show_as(Shown.BOTH)
            kept = {card_id: rows.row(card_id) for card_id in room.cards}
        view.change(*room.step(number))
        view.choose(room.any_card())
        if both.shown is Shown.BOTH and number % 5 == 0:
            assert read(rows) == room.read(), f"after {number} changes"
            assert rows.id_of(rows.currentItem()) == view.chosen_id
    assert read(rows) == room.read()
    assert {rows.row(one).text(0) for one in room.cards} == {card.text for card in room.cards.values()}  # type: ignore[union-attr]
    still = [one for one in kept if one in room.cards]
    assert still
    assert all(rows.row(one) is kept[one] for one in still)  # not one of them was made anew
    view.look_through(Lens.STAGE)
    assert list(read(rows)) == ["New", "Talked about", "Chosen", "In a plan", "Answered"]
    both.deleteLater()


def test_a_row_and_its_card_are_chosen_together(bench: Bench) -> None:
    listed = the_list(bench)
    bench.choose("Tell us why")
    assert listed.rows.currentItem() is row(listed.rows, "Tell us why")
    gestures.click(listed.rows.viewport(), listed.rows.visualItemRect(row(listed.rows, "Talk first")).center())
    settle()
    assert bench.view.chosen_id == bench.card("Talk first").card.id
    bench.key(Qt.Key.Key_Down)
    assert bench.view.chosen_id == listed.rows.id_of(listed.rows.currentItem()) != bench.card("Talk first").card.id
    bench.key(Qt.Key.Key_T)
    bench.key(Qt.Key.Key_A)  # letters find a row that begins so
    assert bench.view.chosen_id == bench.card("Talk first").card.id
    bench.key(Qt.Key.Key_Return)
    assert [one for one in bench.seen(Veil) if one.isVisible()]
    bench.key(Qt.Key.Key_Escape)
    assert listed.rows.hasFocus()


@pytest.mark.parametrize("way", [Qt.Key.Key_M, Qt.Key.Key_Menu, None], ids=["M", "menu key", "long press"])
def test_an_idea_is_moved_in_the_list(bench: Bench, way: Qt.Key | None) -> None:
    listed = the_list(bench)
    here = listed.rows.visualItemRect(row(listed.rows, IDEAS[4])).center()
    gestures.click(listed.rows.viewport(), here)
    settle()
    if way is not None:
        bench.key(way)
    else:
        listed.open_menu(listed.rows.currentItem(), listed.rows.viewport().mapToGlobal(here))
    bench.menu(THEMES[0])
    bench.stage.still()
    first = next(theme for theme in ideas.themes(bench.programme) if theme.name == THEMES[0])
    assert [one.text for one in ideas.in_theme(bench.programme, first.id)] == ["Ask us halfway", IDEAS[4]]
    group = row(listed.rows, IDEAS[4]).parent()
    assert group.text(0) == THEMES[0]
    assert listed.rows.currentItem() is row(listed.rows, IDEAS[4])
    assert group.data(0, Qt.ItemDataRole.AccessibleTextRole) == f"{THEMES[0]}, 2 ideas"
    bench.undo()
    bench.stage.still()
    assert row(listed.rows, IDEAS[4]).parent().text(0) == "Not in a theme yet"


def test_words_narrow_the_list_while_they_are_typed(bench: Bench) -> None:
    listed = the_list(bench)
    bench.press("Find words")
    for letters, left in (("t", 6), ("ell w", 1), ("xx", 0)):
        bench.type(letters)
        bench.until(lambda left=left: listed.rows.shown() == left, f"{left} rows")  # type: ignore[misc]
    assert read(listed.rows) == {}
    assert "0 of 6 ideas" in bench.texts()
    bench.key(Qt.Key.Key_Escape)
    bench.until(lambda: listed.rows.shown() == 6, "all rows")
    bench.type("halfway us")
    bench.key(Qt.Key.Key_Down)
    assert bench.view.chosen_id == bench.card("Ask us halfway").card.id
    card_id = bench.view.chosen_id
    bench.desk.do("reword", ideas.reword, card_id, "Ask us in the middle")
    settle()
    assert listed.rows.shown() == 0  # it fits no longer
    bench.undo()
    assert read(listed.rows) == {THEMES[0]: [card_id]}


def test_space_and_a_tap_mark_several(bench: Bench) -> None:
    listed = the_list(bench)
    rows = listed.rows
    gestures.click(rows.viewport(), rows.visualItemRect(row(rows, "Tell us why")).center())
    bench.key(Qt.Key.Key_Space)
    rows.scrollToItem(row(rows, "Talk first"))
    gestures.click(rows.viewport(), mark_area(rows.visualItemRect(row(rows, "Talk first"))).center())
    settle()
    assert set(rows.marked()) == {bench.card("Tell us why").card.id, bench.card("Talk first").card.id}
    assert set(bench.view.chosen_ids) == set(rows.marked())
    bench.desk.do("reword", ideas.reword, bench.card("Talk first").card.id, "Talk at once")
    settle()
    assert row(rows, "Talk at once").checkState(0) is DOWN
    for place in range(rows.topLevelItemCount()):
        group = rows.topLevelItem(place)
        assert group is not None
        for one in (group, *(group.child(number) for number in range(group.childCount()))):
            assert rows.visualItemRect(one).height() >= theme.TARGET


def test_a_list_that_is_not_seen_keeps_no_word_that_left_the_board(bench: Bench) -> None:
    listed = the_list(bench)
    card_id = bench.card("Talk first").card.id
    bench.press("As a board")
    bench.desk.workspace.take_unseen(card_id)
    settle()
    items = [listed.rows.topLevelItem(number) for number in range(listed.rows.topLevelItemCount())]
    assert not [one for one in items if one is not None and one.childCount()]
    bench.press("As a list")
    assert card_id not in {one for own in read(listed.rows).values() for one in own}
    assert len(read(listed.rows)) == 3


def test_hands_off_is_for_the_list_too(bench: Bench) -> None:
    listed = the_list(bench)
    gestures.click(listed.rows.viewport(), listed.rows.visualItemRect(row(listed.rows, "Talk first")).center())
    bench.desk.lock.turn(True)
    for key in (Qt.Key.Key_M, Qt.Key.Key_Delete):
        bench.key(key)
        assert not isinstance(QApplication.activePopupWidget(), QMenu)
        assert not bench.seen(Veil)
    bench.key(Qt.Key.Key_Return)  # it can be read
    bench.type("Not mine")
    bench.key(Qt.Key.Key_Return)
    assert not bench.seen(Veil)
    assert row(listed.rows, "Talk first")


def test_how_it_is_shown_is_remembered(bench: Bench) -> None:
    bench.press("As a list")
    assert not bench.seen(BoardView)
    bench.restart()
    bench.press("Carry on")
    listed = the_list(bench)
    assert not bench.seen(BoardView)
    assert listed.rows.hasFocus()
    with hearing.listening():
        tree = QAccessible.queryAccessibleInterface(listed.rows)
        names = [tree.child(place).text(hearing.Name) for place in range(tree.childCount())]
    assert f"{THEMES[0]}, 1 idea" in names
    assert any(name.startswith("Tell us why, ") for name in names)
    bench.press("As a board")
    assert not bench.seen(IdeaList)
    assert bench.seen(BoardView)


def test_a_crowd_is_folded_until_it_is_wanted(qapp: QApplication) -> None:
    view = BoardView(Nobody())  # type: ignore[arg-type]
    both = BoardWithList(view)
    both.resize(1100, 600)
    both.show()
    both.show_as(Shown.LIST)
    cards = tuple(card_of(n, "t0" if n % 2 else None) for n in range(CROWD + 1))
    view.show_board(BoardSeen(cards, (ThemeFrame("t0", "A", 0.0),)))
    rows = both.list.rows
    first, loose = rows.topLevelItem(0), rows.topLevelItem(1)
    assert first is not None
    assert loose is not None
    assert not first.isExpanded()
    view.choose("c1")  # the board chooses: the row must be seen
    assert first.isExpanded()
    assert not loose.isExpanded()
    assert rows.viewport().rect().contains(rows.visualItemRect(rows.currentItem()).center())
    rnd = random.Random(2)
    for card_id in rnd.sample(sorted(view.board.cards), 20):
        view.change({card_id: None}, {})
        assert rows.row(card_id) is None
    assert rows.shown() == CROWD + 1 - 20
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    assert not first.isExpanded()
    both.deleteLater()
