"""The shared screen in every size of screen and of words: nothing is cut off, and the board has its room."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QPlainTextEdit

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.looking import unreadable
from tests.ui.monitors import PROJECTOR
from workshop_app.domain import sessions
from workshop_app.domain.lenses import Lens
from workshop_app.ui import theme
from workshop_app.ui.replay_desk import open_replay
from workshop_app.ui.shared import theme_menu
from workshop_app.ui.shared.keys_sheet import KeysSheet
from workshop_app.ui.shared.screen import SharedScreen
from workshop_app.ui.shared.veil import Veil
from workshop_app.ui.showing import SharedWindow
from workshop_app.ui.tour import gestures

SIZES = ((800, 600), (1180, 700), (1366, 768), (1920, 1080), (1080, 1920))


@pytest.fixture(params=[100, 150, 200])
def bench(bench: Bench, request: pytest.FixtureRequest) -> Iterator[Bench]:
    bench.home.mkdir(exist_ok=True)
    (bench.home / "settings.json").write_text(json.dumps({"text_size": request.param}))
    rich.board_of_six(bench.home, page="lead").close()
    bench.screens.plug(PROJECTOR)
    bench.start()
    bench.press("Carry on")
    bench.go_on()
    bench.desk.leading.go_to(sessions.prompts_of(bench.programme, bench.desk.session.id)[0].id)  # type: ignore[union-attr]
    bench.window.showing.turn()
    settle()
    yield bench


def shared(bench: Bench) -> tuple[SharedWindow, SharedScreen]:
    window = bench.window.showing.shared
    assert window is not None
    screen = window.centralWidget()
    assert isinstance(screen, SharedScreen)
    return window, screen


def test_nothing_is_cut_and_the_board_has_its_room(bench: Bench) -> None:
    window, screen = shared(bench)
    wrong = []
    for width, height in SIZES:
        window.resize(width, height)
        for _ in range(3):
            settle()
        assert window.size().toTuple() == (width, height)
        if folder := os.environ.get("PICTURES"):
            window.grab().save(str(Path(folder) / f"{width}x{height}-{bench.home.parent.name}.png"))
        wrong += [f"{width}x{height}: {one}" for one in unreadable(window)]
        part = screen.board.height() / height
        if height < width and part < 0.4:
            wrong.append(f"{width}x{height}: the board has {part:.2f} of the height")
        for one in screen.foot.findChildren(QAbstractButton):
            if one.isVisible() and min(one.width(), one.height()) < 46:
                wrong.append(f"{width}x{height}: {one.accessibleName()} is {one.width()} by {one.height()}")
    assert wrong == []


def test_what_was_folded_is_in_the_menu(bench: Bench) -> None:
    window, screen = shared(bench)
    window.resize(800, 600)
    settle()
    (more,) = [one for one in window.findChildren(QAbstractButton) if one.isVisible() and one.text() == "More…"]
    gestures.click(more)
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = {one.text(): one for one in menu.actions() if not one.isSeparator()}
    beside = {one.text() for one in window.findChildren(QAbstractButton) if one.isVisible()}
    every = {"New theme", "See all", "Close up", "Choose several", "Themes", "Aspects", "List", "Look"}
    assert every <= beside | set(words)
    assert not beside & set(words)
    folds = theme.scale() > 1  # in the usual size of words there is room for these beside the rest
    assert ({"See all", "Close up", "Choose several"} <= set(words)) is folds
    if not folds:
        menu.close()
        (several,) = [one for one in window.findChildren(QAbstractButton) if one.text() == "Choose several"]
        gestures.click(several)
        assert screen.board.choice.choosing
        return
    words["Choose several"].trigger()
    assert screen.board.choice.choosing
    if "Aspects" in words:
        words["Aspects"].trigger()
        settle()
        assert screen.board.lens is Lens.ASPECTS
    menu.close()


def test_on_a_tall_panel_every_sheet_lies_in_the_lower_half(bench: Bench) -> None:
    window, screen = shared(bench)
    window.resize(1080, 1920)
    settle()
    view = screen.board
    card_id, theme_id = next(iter(view.board.cards)), next(iter(view.board.themes))
    view.commands.gather(tuple(list(view.board.cards)[:3]), theme_id, None)
    view.commands.start_theme(tuple(list(view.board.cards)[3:5]))
    settle()
    ways: dict[str, Callable[[], object]] = {
        "name": lambda: view.named.emit(theme_id),
        "new theme": lambda: view.theme_wanted.emit(""),
        "read": lambda: view.opened.emit(card_id),
        "aside": lambda: view.aside_wanted.emit(card_id),
        "English": lambda: view.translation_wanted.emit(card_id),
        "split": lambda: theme_menu.split(view, theme_id),
        "story": lambda: view.story_wanted.emit(card_id),
        "close to it": lambda: view.alike_wanted.emit(card_id),
        "together": lambda: view.alike_wanted.emit(""),
        "keys": lambda: KeysSheet(window),
        "film": lambda: open_replay(bench.desk, screen),
        "add": screen.add_idea,
    }
    for name, open_it in ways.items():
        open_it()
        for _ in range(3):
            settle()
        (sheet,) = [one for one in window.findChildren(Veil) if one.isVisible()]
        if folder := os.environ.get("PICTURES"):
            window.grab().save(str(Path(folder) / f"tall-{name}-{bench.home.parent.name}.png"))
        touched = [one for kind in (QAbstractButton, QLineEdit, QPlainTextEdit) for one in sheet.findChildren(kind)]
        high = [one for one in touched if one.isVisible() and one.mapTo(window, QPoint()).y() < 960]
        assert not high, f"{name}: {[one.accessibleName() for one in high]}"
        sheet.leave()
        settle()
