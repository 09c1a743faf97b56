"""Each way to look at how the board grew."""

from PySide6.QtCore import QPoint, Qt

from tests.ui.board_world import World, by_button, by_more, check, way
from workshop_app.ui.shared.film_slider import HANDLE
from workshop_app.ui.shared.replay_sheet import ReplaySheet

FILM = "How our board grew…"
by_more("film-open", FILM)


def film(world: World) -> ReplaySheet:
    (found,) = world.bench.seen(ReplaySheet)
    world.bench.until(found.slider.isVisible, "the film")
    return found


@check("film-open")
def it_is_open(world: World) -> None:
    assert film(world).slider.maximum() >= 3


def opened(world: World) -> None:
    """It has been looked at to its end."""
    world.bench.press("More…")
    world.pick(FILM)
    sheet = film(world)
    if sheet.is_playing:
        world.bench.press("Pause")
    sheet.slider.setValue(sheet.slider.maximum())
    world.bench.until(lambda: sheet.is_still, "the film to stand")


by_button("film-play", "Play", "mouse", "touch", "menu", first=opened)


@way("film-play", "keyboard")
def play_by_space(world: World) -> None:
    opened(world)
    world.keys(Qt.Key.Key_Space)


@check("film-play")
def it_plays_from_its_beginning(world: World) -> None:
    assert film(world).is_playing
    assert film(world).slider.value() < film(world).slider.maximum()


def playing(world: World) -> None:
    opened(world)
    world.bench.press("Play")


by_button("film-pause", "Pause", "mouse", "touch", "menu", first=playing)


@way("film-pause", "keyboard")
def pause_by_space(world: World) -> None:
    playing(world)
    world.keys(Qt.Key.Key_Space)


@check("film-pause")
def it_stands(world: World) -> None:
    assert not film(world).is_playing
    assert film(world).slider.value() < film(world).slider.maximum()


def start(world: World) -> QPoint:
    return QPoint(HANDLE // 2, film(world).slider.height() // 2)


@way("film-jump", "mouse", "menu")
def jump_by_click(world: World) -> None:
    opened(world)
    slider, window = film(world).slider, world.bench.window
    world.click(world.view.viewport().mapFrom(window, slider.mapTo(window, start(world))))


@way("film-jump", "touch")
def jump_by_tap(world: World) -> None:
    opened(world)
    world.tap_at(film(world).slider, start(world))


@way("film-jump", "keyboard")
def jump_by_home(world: World) -> None:
    opened(world)
    world.tab_to("Place in the film")
    world.keys(Qt.Key.Key_Home)


@check("film-jump")
def it_is_the_empty_board(world: World) -> None:
    sheet = film(world)
    world.bench.until(lambda: sheet.is_still, "the film to stand")
    assert sheet.slider.value() == 0
    assert not sheet.view.board.cards


by_button("film-close", "Close", "mouse", "touch", "menu", first=opened)


@way("film-close", "keyboard")
def close_by_escape(world: World) -> None:
    opened(world)
    world.keys(Qt.Key.Key_Escape)


@check("film-close")
def it_is_closed(world: World) -> None:
    assert not world.bench.seen(ReplaySheet)
