"""Larger words: chosen once, in force at once and kept; on every page nothing is cut off by them."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPlainTextEdit, QScrollArea, QWidget

from tests.ui.bench import Bench, settle
from tests.ui.looking import unreadable
from tests.ui.rich import Rich
from tests.ui.test_fits import PAGES
from workshop_app.domain import plans, signing
from workshop_app.domain.people import Role
from workshop_app.domain.plans import TEXTS
from workshop_app.ui import theme
from workshop_app.ui.capture import CaptureBox
from workshop_app.ui.settings import Settings
from workshop_app.ui.theme import TEXT_SIZES, Look

GERMAN = "Rücksichtnahmevereinbarung für die Mittagspausenbetreuung im Schulgemeinschaftszentrum"
WELSH = "Gwrandewch arnom ni hanner ffordd drwy’r pwnc, fel bod y wers nesaf yn gallu dechrau yno"
SHEETS = ("Another name…", "Student A signs here", "Reopen to change it")


def filled(home: Path) -> Rich:
    made = Rich(home, "Johann-Wolfgang-von-Goethe-Gesamtschule Llanfairpwllgwyngyll")
    group = [made.person(f"{name}", role) for name, role in zip(("Student A", GERMAN[:60], "Siân"), Role, strict=False)]
    made.session()
    first, second, *_ = made.ideas(GERMAN, WELSH, "Short", f"{WELSH}. " * 4)
    made.theme(GERMAN[:70], first)
    made.theme("Being well", second)
    made.asset(GERMAN[:80])
    made.asset(WELSH[:80], held_by=Role.COMMUNITY)
    opened = made.plan(second, group[0], title=WELSH[:70], what=WELSH)
    for field in TEXTS:
        made.workspace.perform("write-plan", plans.write, opened, field, f"{WELSH}. " * 3)
    closed = made.plan(first, group[1], title=GERMAN[:70], what=GERMAN)
    made.signed(closed, group[2])
    made.workspace.perform("reopen-plan", signing.reopen, closed)
    made.signed(closed, group[1])
    return made


def begin(bench: Bench, text_size: int, size: tuple[int, int]) -> None:
    """The app with a filled programme open, in this text size and window."""
    bench.home.mkdir(exist_ok=True)
    (bench.home / "settings.json").write_text(json.dumps({"text_size": text_size}))
    filled(bench.home).close()
    bench.start(size)


def seen_wrong(bench: Bench) -> list[str]:
    for _ in range(3):  # a page that comes to scroll is laid out once more
        settle()
    areas = (one for one in bench.seen(QScrollArea) if one.widget().width() > one.viewport().width())
    return unreadable(bench.window) + [f"{type(one.widget()).__name__} goes on sideways" for one in areas]


@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_every_page_can_be_read(bench: Bench, text_size: int) -> None:
    problems = {}
    begin(bench, text_size, (1366, 768))
    for size in ((1366, 768), (1920, 1080)):
        bench.window.resize(*size)
        if bench.window.work is None:
            problems["start"] = seen_wrong(bench)
            bench.press("Carry on")
        for page in (*PAGES, "prompts", "slips", "hand-over", "back-in-private"):
            bench.work.go(page)
            problems[f"{page} {size}"] = seen_wrong(bench)
    assert bench.window.width() == 1920
    told = [f"{page}: {one}" for page, found in problems.items() for one in found]
    assert not told, "\n".join(told)


@pytest.mark.parametrize("text_size", [125, 200])
def test_steps_and_sheets_can_be_read(bench: Bench, text_size: int) -> None:
    begin(bench, text_size, (1366, 768))
    problems = {}
    bench.press("Carry on")
    bench.work.go("choose")
    for step in ("1  Who backs it", "2  What we know", "3  Who agrees"):
        bench.press(step)
        problems[step] = seen_wrong(bench)
    bench.work.go("plan")
    opened, closed = (plan.id for plan in plans.plans(bench.programme))
    for plan, sheets in ((opened, SHEETS[:1]), (closed, SHEETS[1:])):
        bench.page.open_plan(plan)  # type: ignore[attr-defined]
        problems[plan] = seen_wrong(bench)
        for sheet in sheets:
            bench.press(sheet)
            problems[sheet] = seen_wrong(bench)
            bench.key(Qt.Key.Key_Escape)
    bench.work.go("lead")
    for sheet in ("Care", "Jobs", "Say how open this is…"):
        bench.press(sheet)
        problems[sheet] = seen_wrong(bench)
        bench.key(Qt.Key.Key_Escape)
    bench.desk.said.emit(WELSH * 2, "notice")
    problems["a notice"] = seen_wrong(bench)
    told = [f"{where}: {one}" for where, found in problems.items() for one in found]
    assert not told, "\n".join(told)


def test_it_is_chosen_where_colours_are_in_force_at_once_and_kept(bench: Bench) -> None:
    begin(bench, 100, (1366, 768))
    bench.press("Carry on")
    bench.work.go("lead")
    bench.type("Half typed", into="Type an idea")
    before, size = bench.work, field(bench).font().pixelSize()
    for percent in (200, 125):
        bench.press("Colours")
        assert [one.text() for one in bench.entries() if one.isCheckable()][4:9] == [f"{n} %" for n in TEXT_SIZES]
        bench.menu(f"{percent} %")
        settle()
        assert field(bench).font().pixelSize() == size * percent // 100
        assert field(bench).toPlainText() == "Half typed"
        assert bench.page.name == "lead"
        assert bench.work is not before
        assert Settings(bench.home / "settings.json").text_size == percent
    bench.press("Type an idea")
    bench.key(Qt.Key.Key_Return)  # what was made before is gone: each thing happens once, on the page that is up
    assert [card.card.text for card in bench.view.board.cards.values()].count("Half typed") == 1
    bench.undo()
    assert "Half typed" not in [card.card.text for card in bench.view.board.cards.values()]
    bench.restart()
    assert theme.scale() == 1.25
    bench.press("150 %")  # on the start page too
    settle()
    assert theme.scale() == 1.5


def test_everybodys_screen_takes_it_and_nothing_private_is_built_for_that(bench: Bench) -> None:
    begin(bench, 100, (1366, 768))
    bench.press("Carry on")
    bench.work.go("lead")
    bench.key(Qt.Key.Key_F8)
    problems = {}
    for percent in (150, 200):
        bench.press("Colours")
        bench.menu(f"{percent} %")
        problems[percent] = seen_wrong(bench)
        assert theme.text_size() == percent
        assert bench.window.work is None
    assert problems == {150: [], 200: []}
    bench.window.showing.for_me()
    settle()
    assert bench.page.name == "lead"
    assert field(bench).font().pixelSize() == 40


def field(bench: Bench) -> QPlainTextEdit:
    (found,) = bench.seen(CaptureBox)
    return found


def test_where_a_page_is_higher_than_the_window_keys_bring_what_they_reach_into_sight(bench: Bench) -> None:
    begin(bench, 200, (1366, 768))
    bench.press("Carry on")
    bench.press("Care")
    for _ in range(12):
        bench.key(Qt.Key.Key_Tab)
        now = bench.window.focusWidget()
        assert now is not None
        assert now.visibleRegion().boundingRect().height() >= min(now.height(), 40), now.accessibleName()


def test_less_motion_is_chosen_there_too(bench: Bench) -> None:
    begin(bench, 100, (1366, 768))
    bench.press("Carry on")
    bench.work.go("board")
    for still in (not theme.system_is_still(), theme.system_is_still()):
        if theme.system_is_still():
            break  # the laptop itself asks for it: there is nothing to choose
        bench.press("Colours")
        bench.menu("Less motion")
        assert theme.still() is still
        assert bench.view.board.still is still
        assert Settings(bench.home / "settings.json").less_motion is still
    theme.apply(qapp(), Look.LIGHT, less_motion=True)
    assert theme.still()
    theme.apply(qapp(), Look.LIGHT)
    assert theme.still() is theme.system_is_still()


def qapp() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


NONSENSE = (
    "",
    "[]",
    "7",
    '{"look": 5, "text_size": "200"}',
    '{"look": "mauve", "text_size": 1e9}',
    '{"text_size": true}',
    '{"text_size": 137, "less_motion": "yes"}',
    '{"look": null, "text_size": null}',
    "[" * 100_000,
)


@pytest.mark.parametrize("stored", NONSENSE, ids=range(len(NONSENSE)))
def test_nonsense_in_the_file_is_the_same_as_nothing(tmp_path: Path, stored: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(stored)
    made = Settings(path)
    assert (made.look, made.text_size, made.less_motion) == (Look.SYSTEM, 100, False)


def test_one_damaged_entry_takes_no_other_along(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"look": "mauve", "text_size": 175, "less_motion": true}')
    made = Settings(path)
    made.save()
    again = Settings(path)
    assert (again.look, again.text_size, again.less_motion) == (Look.SYSTEM, 175, True)


def test_what_scrolls_is_no_page_but_its_frame(bench: Bench) -> None:
    begin(bench, 200, (1366, 768))
    bench.press("Carry on")
    bench.work.go("map")
    settle()
    frame: QWidget | None = bench.page.parentWidget()
    while frame is not None and not isinstance(frame, QAbstractScrollArea):
        frame = frame.parentWidget()
    assert isinstance(frame, QAbstractScrollArea)
    assert frame.verticalScrollBar().maximum() > 0
    assert bench.page.height() > frame.viewport().height()
