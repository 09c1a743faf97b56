"""The film of the board and the story of a card, with mouse and keys, with motion and without."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.programmes import Clock
from tests.ui import rich
from tests.ui.bench import DAY, Bench, settle
from tests.ui.looking import unreadable
from tests.ui.rich import IDEAS, THEMES, Rich
from workshop_app.domain import audience, choosing, ideas
from workshop_app.ui import theme
from workshop_app.ui.replay_desk import open_replay
from workshop_app.ui.shared.commands import BoardCommands
from workshop_app.ui.shared.refusing import Refusing
from workshop_app.ui.shared.replay_sheet import ReplaySheet
from workshop_app.ui.shared.story_sheet import StorySheet
from workshop_app.ui.theme import Look
from workshop_app.ui.tour import gestures

CANARY = "CANARY that was taken back"


def grown(made: Rich) -> None:
    """What happened to the board of six, until the day before and on another one."""
    space = made.workspace
    key = {idea.text: idea.id for idea in ideas.on_board(space.programme)}
    assert isinstance(space.now, Clock)
    (gone, reworded) = made.ideas(CANARY, f"{CANARY} in other words")
    space.perform("set-aside", ideas.set_idea_aside, gone, CANARY)
    space.perform("reword", ideas.reword, reworded, "Doors that stay open")
    space.now.forward(days=1)
    theme = ideas.themes(space.programme)[0]
    space.perform("move-idea", ideas.put_in_theme, key[IDEAS[1]], theme.id)
    space.perform("back", choosing.back, key[IDEAS[1]], students=3, adults=1)


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    made = rich.board_of_six(bench.home)
    grown(made)
    made.close()
    bench.start()
    bench.press("Carry on")
    bench.stage.still()
    yield bench


def film(bench: Bench, *, calm: bool = False) -> ReplaySheet:
    if calm:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, Look.SYSTEM, less_motion=True)  # until the next window comes up
    sheet = open_replay(bench.desk, bench.page, bench.desk.looking.session_id)
    bench.until(sheet.slider.isVisible, "the film")
    return sheet


def paused(bench: Bench) -> ReplaySheet:
    sheet = film(bench)
    bench.press("Pause")
    return sheet


def shown(bench: Bench, sheet: ReplaySheet) -> set[str]:
    """What the cards of the film say, once all is still."""
    bench.until(lambda: sheet.is_still, "the film to show its place")
    return {item.card.text for item in sheet.view.board.cards.values()}


def test_what_leaves_the_board_leaves_the_film_that_is_open(bench: Bench) -> None:
    sheet = film(bench, calm=True)
    sheet.slider.setValue(sheet.slider.maximum())
    bench.until(lambda: sheet.is_still, "the end of the film")
    (idea,) = [one for one in ideas.on_board(bench.programme) if one.text == IDEAS[0]]
    assert idea.id in sheet.view.board.cards
    bench.desk.workspace.take_unseen(idea.id)
    assert idea.id not in sheet.view.board.cards
    assert "Something was taken off the board. We look back once more." in bench.texts()
    bench.until(sheet.slider.isVisible, "the film once more")
    for place in range(sheet.slider.maximum() + 1):
        sheet.slider.setValue(place)
        bench.until(lambda: sheet.is_still, "this place of it")
        assert idea.id not in sheet.view.board.cards
    bench.desk.workspace.purge([idea.id])
    settle()
    assert sheet.isVisible()


def test_the_film_plays_to_the_board_as_it_is_now(bench: Bench) -> None:
    sheet = film(bench)
    assert sheet.is_playing
    assert unreadable(bench.window) == []
    bench.press("Pause")
    assert not sheet.is_playing
    bench.key(Qt.Key.Key_End)
    now = audience.board_of(bench.programme, bench.desk.looking.session_id)
    assert shown(bench, sheet) == {card.text for card in now.cards}
    assert {key: item.card for key, item in sheet.view.board.cards.items()} == {card.id: card for card in now.cards}
    assert set(sheet.view.board.themes.values()) == set(now.themes)
    bench.press("Play")
    assert sheet.is_playing
    assert sheet.slider.value() == 0, "at the end it begins anew"
    bench.until(lambda: sheet.slider.value() == 1, "the first scene")
    assert IDEAS[0] in shown(bench, sheet)


def test_keys_and_hands_go_to_any_place_of_it(bench: Bench) -> None:
    sheet = paused(bench)
    places = sheet.slider.maximum()
    bench.key(Qt.Key.Key_Home)
    assert shown(bench, sheet) == set()
    assert sheet.slider.accessibleDescription() == f"0 of {places}. The empty board."
    bench.key(Qt.Key.Key_Right)
    assert shown(bench, sheet) == set(IDEAS)
    assert "6 ideas were brought in." in bench.texts()
    assert sheet.slider.accessibleDescription() == f"1 of {places}, 5 November. 6 ideas were brought in."
    bench.key(Qt.Key.Key_Right)
    assert [frame.name for frame in sheet.view.board.themes.values()] == [THEMES[0]]
    bench.key(Qt.Key.Key_End)
    assert f"{places} of {places}, 6 November" in bench.texts()
    assert "An idea was backed." in bench.texts()
    slider = sheet.slider
    gestures.drag(slider, QPoint(slider.width() - 20, slider.height() // 2), QPoint(4, slider.height() // 2))
    assert shown(bench, sheet) == set()
    gestures.click(slider, slider.rect().center())
    assert 0 < slider.value() < places
    assert shown(bench, sheet) >= set(IDEAS)
    bench.key(Qt.Key.Key_Escape)
    assert bench.seen(ReplaySheet) == []
    assert bench.view is bench.page.board  # type: ignore[attr-defined]


def test_nothing_that_was_taken_back_is_anywhere_in_it(bench: Bench) -> None:
    sheet = paused(bench)
    bench.key(Qt.Key.Key_Home)
    for _ in range(sheet.slider.maximum() + 1):
        bench.key(Qt.Key.Key_Right)
        assert not [text for text in shown(bench, sheet) if CANARY in text]
        names = [one.accessibleName() + one.accessibleDescription() for one in sheet.findChildren(QWidget)]
        assert not [text for text in (*bench.texts(), *names) if "CANARY" in text]
    assert "Doors that stay open" in shown(bench, sheet)


def test_where_less_motion_is_asked_for_there_is_the_slider_alone(bench: Bench) -> None:
    sheet = film(bench, calm=True)
    assert not sheet.is_playing
    assert "Play" not in [one.accessibleName() for one in bench.stage.widgets("P")]
    bench.key(Qt.Key.Key_Space)
    assert not sheet.is_playing
    bench.key(Qt.Key.Key_Right)
    assert shown(bench, sheet) == set(IDEAS)
    assert sheet.view.board.is_still


def test_it_is_only_for_looking_at(bench: Bench) -> None:
    sheet = paused(bench)
    bench.key(Qt.Key.Key_End)
    shown(bench, sheet)
    before = bench.programme
    item = next(iter(sheet.view.board.cards.values()))
    spot = sheet.view.mapFromScene(item.home.x() + 40, item.home.y() + 40)
    gestures.drag(sheet.view.viewport(), spot, spot + QPoint(160, 60))
    settle()
    assert bench.programme == before
    assert (item.pos(), item.is_away) == (item.home, False)
    refusing = Refusing()
    wanted = [name for name, what in vars(BoardCommands).items() if callable(what) and not name.startswith("_")]
    assert [name for name in wanted if not hasattr(refusing, name)] == []
    assert refusing.lay("x", 0.0, 0.0) is False


def test_an_empty_board_has_no_film_and_a_small_window_is_enough(bench: Bench) -> None:
    bench.window.resize(QSize(1024, 640))
    sheet = paused(bench)
    bench.key(Qt.Key.Key_End)
    shown(bench, sheet)
    room = sheet.view.viewport().rect()
    assert sheet.view.mapFromScene(sheet.view.sceneRect()).boundingRect().height() <= room.height() + 2
    bench.press("Close")
    for idea in ideas.on_board(bench.programme):
        bench.desk.do("set-aside", ideas.set_idea_aside, idea.id, "Said twice")
    for one in ideas.themes(bench.programme):
        bench.desk.do("dissolve-theme", ideas.dissolve_theme, one.id, [])
    open_replay(bench.desk, bench.page)
    bench.until(lambda: "Nothing has come to the board yet." in bench.texts(), "the empty film")
    bench.press("Close")
    assert bench.seen(ReplaySheet) == []


def test_a_card_tells_its_story(bench: Bench) -> None:
    bench.press("See all")
    bench.stage.still()
    at = bench.stage.spot_of_card(bench.card(IDEAS[1]))
    bench.view.menu_for(bench.card(IDEAS[1]).card.id, bench.view.viewport().mapToGlobal(at))
    settle()
    bench.menu("Its story…")
    (sheet,) = bench.seen(StorySheet)
    said = [text for text in bench.texts() if text in ("Given by a student.", "Backed by 3 students and 1 adult.")]
    assert said == ["Given by a student.", "Backed by 3 students and 1 adult."]
    day = (DAY - timedelta(days=1)).astimezone()
    assert f"{day.day} November 2026" in bench.texts()
    assert f"Moved into “{THEMES[0]}”." in bench.texts()
    assert unreadable(bench.window) == []
    bench.key(Qt.Key.Key_Escape)
    assert bench.seen(StorySheet) == []
    assert sheet is not None


def test_the_story_of_a_card_that_is_gone_does_not_open(bench: Bench) -> None:
    key = bench.card(IDEAS[1]).card.id
    bench.desk.do("set-aside", partial(ideas.set_idea_aside, idea_id=key, because="Said twice"))
    bench.view.story_wanted.emit("nobody")
    settle()
    assert bench.seen(StorySheet) == []
