"""Nothing is clipped: on every page all words can be read, on the smallest laptop, the usual one and a large screen."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.looking import SIZES, unreadable
from tests.ui.rich import Rich
from workshop_app.domain import people, plans, signing
from workshop_app.domain.people import Role
from workshop_app.domain.plans import TEXTS

PAGES = ("people", "map", "prepare", "lead", "board", "bring-in", "choose", "plan", "assets", "promises")
LONG = "W" * 80
SENTENCE = "If we are asked halfway through a topic what we still do not get, then the next lesson can begin there. "


def usual(home: Path) -> Rich:
    return rich.board_of_six(home)


def long_names(home: Path) -> Rich:
    """As long as the app takes anything, without a space to break a line at."""
    made = Rich(home, LONG)
    made.asset(LONG)
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


def with_plans(home: Path, name: str = "Student", title: str = "Asked halfway") -> Rich:
    """An open plan with every field filled, and a closed one: signed by some, void for one, with one absent."""
    made = Rich(home)
    space = made.workspace
    group = [made.person(f"{name} {letter}", role) for letter, role in zip("ABCDEF", [*Role, *Role], strict=False)]
    made.session()
    first, second, _ = made.ideas("Ask us halfway", SENTENCE * 3, SENTENCE)
    opened = made.plan(second, group[0], title=f"{title} one"[:80], what=SENTENCE)
    for field in TEXTS:
        space.perform("write-plan", plans.write, opened, field, SENTENCE * 4)
    space.perform("write-plan", plans.review, opened, date(2027, 1, 12))
    closed = made.plan(first, group[1], title=f"{title} two"[:80], what=SENTENCE)
    made.signed(closed, group[0])
    space.perform("reopen-plan", signing.reopen, closed)
    made.signed(closed, group[1], group[4])
    space.perform("mark-absent", signing.mark_absent, closed, group[2], True)
    return made


def with_long_plans(home: Path) -> Rich:
    return with_plans(home, LONG[:70], LONG)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("fill", [with_plans, with_long_plans], ids=lambda fill: fill.__name__)
def test_plans_signing_and_questions_can_be_read(
    bench: Bench, fill: Callable[[Path], Rich], size: tuple[int, int]
) -> None:
    fill(bench.home).close()
    bench.start(size)
    bench.press("Carry on")
    bench.work.go("plan")
    problems: dict[str, list[str]] = {}

    def look(where: str) -> None:
        settle()
        problems[where] = unreadable(bench.window)

    opened, closed = (plan.id for plan in plans.plans(bench.programme))
    bench.page.open_plan(opened)
    look("an open plan")
    bench.press("Another name…")
    look("the question for its name")
    bench.key(Qt.Key.Key_Escape)
    bench.page.open_plan(closed)
    look("a closed plan")
    bench.press("What changed since version 1")
    look("what changed")
    bench.press("Read aloud")
    for _ in range(3):
        look("reading aloud")
        bench.key(Qt.Key.Key_Space)
    bench.key(Qt.Key.Key_Escape)
    person = people.group(bench.programme)[0]
    bench.press(f"{person.name} signs here")
    look("the sheet to sign on")
    bench.key(Qt.Key.Key_Escape)
    bench.press("Reopen to change it")
    look("the question before it is reopened")
    bench.press("Leave it")
    bench.desk.said.emit(SENTENCE * 2 + LONG, "notice")
    look("a notice")
    told = [f"{where}: {one}" for where, found in problems.items() for one in found]
    assert not told, "\n".join(told)


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
