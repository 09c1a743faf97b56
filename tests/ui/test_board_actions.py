"""Every action of docs/board-actions.toml by each of its four ways, with real events."""

from collections.abc import Iterator
from importlib import import_module

import pytest
from PySide6.QtWidgets import QApplication

from tests import board_actions
from tests.ui.bench import Bench
from tests.ui.board_world import CHECKED, TRIED, World

for name in ("cards", "themes", "seeing", "lenses", "list", "whole", "words", "film", "room"):
    import_module(f"tests.ui.board_ways_{name}")  # each keeps its ways

ACTIONS = [row["id"] for row in board_actions.rows()]


@pytest.fixture(scope="module")
def opened(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[World]]:
    """One app for all of these; what one of them did is undone for the next, or else the next has an app of its own."""
    worlds: list[World] = []
    yield worlds
    for world in worlds:
        world.bench.stop()


@pytest.fixture
def world(opened: list[World], tmp_path_factory: pytest.TempPathFactory) -> World:
    if opened and opened[-1].spoiled:
        opened.pop().bench.stop()
    if not opened:
        opened.append(World(Bench(tmp_path_factory.mktemp("actions") / "home")))
    opened[-1].begin()
    return opened[-1]


@pytest.mark.parametrize("way", board_actions.WAYS)
@pytest.mark.parametrize("action", ACTIONS)
def test_each_way_does_what_the_table_says(world: World, action: str, way: str) -> None:
    assert (action, way) in TRIED, f"no function does {action} by {way}"
    TRIED[action, way](world)
    CHECKED[action](world)


def test_nothing_is_tried_that_the_table_does_not_name() -> None:
    assert {action for action, _ in TRIED} | set(CHECKED) == set(ACTIONS)


def test_the_page_to_read_says_what_the_table_says() -> None:
    assert board_actions.PAGE.read_text(encoding="utf-8") == board_actions.page()
    assert len(set(ACTIONS)) == len(ACTIONS)
    assert all(row[way].strip() for row in board_actions.rows() for way in board_actions.WAYS)
