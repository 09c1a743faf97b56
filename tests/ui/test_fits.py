"""Nothing is clipped: on every page all words can be read, on the smallest laptop, the usual one and a large screen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.looking import unreadable
from tests.ui.rich import Rich
from workshop_app.domain.people import Role

SIZES = ((1180, 700), (1366, 768), (1920, 1080))
PAGES = ("people", "prepare", "lead", "board", "bring-in", "choose", "plan")
LONG = "W" * 80
SENTENCE = "If we are asked halfway through a topic what we still do not get, then the next lesson can begin there. "


def usual(home: Path) -> Rich:
    return rich.board_of_six(home)


def long_names(home: Path) -> Rich:
    """As long as the app takes anything, without a space to break a line at."""
    made = Rich(home, LONG)
    for role in Role:
        made.person(LONG[:70] + role.value, role)
    made.session()
    keys = made.ideas("L" * 300, SENTENCE * 10, "short")
    made.theme(LONG, keys[0])
    made.theme(SENTENCE[:80], keys[1])
    return made


def forty(home: Path) -> Rich:
    made = Rich(home)
    for number in range(40):
        made.person(f"Student {number}" if number < 30 else f"Adult {number}", list(Role)[max(0, number // 10 - 2)])
    made.session()
    made.ideas(*(f"Idea number {number} of many that were given" for number in range(60)))
    return made


def nobody(home: Path) -> Rich:
    return Rich(home)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("fill", [usual, long_names, forty, nobody], ids=lambda fill: fill.__name__)
def test_every_page_can_be_read(bench: Bench, fill: Callable[[Path], Rich], size: tuple[int, int]) -> None:
    fill(bench.home).close()
    bench.start(size)
    problems = {"start": unreadable(bench.window)}
    bench.press("Carry on")
    for page in PAGES:
        bench.work.go(page)
        settle()
        problems[page] = unreadable(bench.window)
    told = [f"{page}: {one}" for page, found in problems.items() for one in found]
    assert not told, "\n".join(told)
