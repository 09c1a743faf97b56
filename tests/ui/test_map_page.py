"""The page of the map: the year and its sessions, what is known of an aspect, how open it is, and the way onward."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from tests.ui.bench import Bench, bank, settle
from tests.ui.looking import SIZES, unreadable
from tests.ui.rich import Rich
from workshop_app.domain import ideas, openness, sessions
from workshop_app.domain.facts import Happened
from workshop_app.domain.ideas import Given
from workshop_app.domain.openness import How
from workshop_app.domain.people import Role
from workshop_app.ui.deeds import deed
from workshop_app.ui.going import WISH
from workshop_app.ui.pages.prepare import PreparePage
from workshop_app.ui.tile import AspectTile
from workshop_app.ui.wheel_name import WheelName


def led(made: Rich, aspect_id: str, *roles: Role) -> str:
    """A session on one aspect: its first prompt was put, and answered by these."""
    space = made.workspace
    session_id = made.session([aspect_id])
    asked = sessions.prompts_of(space.programme, session_id)[0]
    space.record(Happened.ASKED, {"session": session_id, "asked": asked.id})
    if roles:
        keys = [space.new_id() for _ in roles]
        given = [
            Given(f"idea {n}", role, session_id=session_id, asked_id=asked.id, aspect_id=aspect_id)
            for n, role in enumerate(roles)
        ]
        space.perform("add-idea", ideas.add, new_ids=keys, at=space.now(), given=given, spots=[(0.0, 0.0)] * len(roles))
    return session_id


def declare(made: Rich, aspect_id: str, how: How, whose: str = "the governors", why: str = "it is the law") -> None:
    space, aspect = made.workspace, bank().aspect(aspect_id)
    space.perform(
        "declare",
        openness.declare,
        new_id=space.new_id(),
        at=space.now(),
        aspect_id=aspect_id,
        aspect=aspect.name,
        family=aspect.family,
        how=how,
        whose=whose,
        why=why,
    )


@pytest.fixture
def made(bench: Bench) -> Rich:
    """Three sessions: homework with three students' ideas and one adult's, money with none, food passed on."""
    made = Rich(bench.home)
    made.person("Ade")
    led(made, "homework", Role.STUDENT, Role.STUDENT, Role.STUDENT, Role.STAFF)
    led(made, "money")
    last = made.session(["food"])
    food = sessions.prompts_of(made.workspace.programme, last)[0]
    made.workspace.perform("pass", sessions.pass_on, food.id, True)
    made.page("map")
    return made


def open_map(bench: Bench, made: Rich, size: tuple[int, int] = (1366, 768)) -> None:
    made.close()
    bench.start(size)
    bench.press("Carry on")


def told(bench: Bench, words: str) -> str:
    """What the wedge with this name says."""
    return next(one.accessibleName() for one in bench.seen(WheelName) if one.text() == words)


def choose(bench: Bench, words: str) -> None:
    bench.press(told(bench, words))


def count(bench: Bench) -> str:
    return next(words for words in bench.texts() if "aspects" in words)


def test_the_year_and_each_session_have_a_map(bench: Bench, made: Rich) -> None:
    open_map(bench, made)
    assert count(bench) == "3 of 25 aspects asked, 22 never asked"
    assert told(bench, "Homework") == "Homework: explored, depth 2 of 3"
    bench.press("Session 2")
    assert count(bench) == "Session 2: 1 of 25 aspects asked"
    assert told(bench, "Homework") == "Homework: not asked this time"
    assert told(bench, "Money and what it is spent on").endswith(": asked, depth 1 of 3")
    bench.press("The year")
    assert count(bench) == "3 of 25 aspects asked, 22 never asked"


def test_an_empty_year_says_so(bench: Bench) -> None:
    empty = Rich(bench.home)
    empty.page("map")
    open_map(bench, empty)
    assert count(bench) == "Nothing was asked yet of 25 aspects"
    assert not [words for words in bench.texts() if "not met yet" in words]


def test_many_sessions_stay_calm_and_an_early_one_can_be_had(bench: Bench, made: Rich) -> None:
    for _ in range(4):
        led(made, "careers")
    open_map(bench, made, (1180, 700))
    chips = [one for one in ("The year", *(f"Session {n}" for n in range(1, 8))) if shows(bench, one)]
    assert chips == ["The year", "Session 4", "Session 5", "Session 6", "Session 7"]
    earlier = next(one for one in bench.seen(QComboBox) if one.accessibleName() == "Earlier sessions")
    earlier.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        bench.key(Qt.Key.Key_Down)
    assert count(bench) == "Session 1: 1 of 25 aspects asked"
    assert bench.button("Session 1").isChecked()
    assert not shows(bench, "Session 4")
    assert {earlier.itemText(n).split(",")[0] for n in range(1, earlier.count())} == {
        f"Session {n}" for n in range(1, 5)
    }
    assert unreadable(bench.window) == []


def shows(bench: Bench, name: str) -> bool:
    return any(one.text() == name for one in bench.seen(type(bench.button("The year"))))


def test_an_aspect_tells_what_was_asked_when_and_by_whom_it_was_answered(bench: Bench, made: Rich) -> None:
    prompt = sessions.prompts_of(made.workspace.programme, sessions.in_order(made.workspace.programme)[0].id)[0]
    open_map(bench, made)
    choose(bench, "Homework")
    texts = bench.texts()
    assert {"Homework", "Learning", "Ideas: 3 by students, 1 by adults.", prompt.text} <= set(texts)
    assert "Session 1, 6 November 2026" in texts
    assert "Nobody has said yet how open it is." in texts
    choose(bench, "Food and eating together")
    assert "The group passed on it." in bench.texts()
    choose(bench, "Digital life")
    assert "Never asked." in bench.texts()
    bench.press("←  The whole map")
    assert count(bench).startswith("3 of 25")


def test_what_is_suggested_leads_to_its_wedge_and_on_to_prepare(bench: Bench, made: Rich) -> None:
    open_map(bench, made)
    tiles = [one.accessibleName() for one in bench.seen(AspectTile)]
    assert len(tiles) == 3
    assert not {"Homework", "Money and what it is spent on", "Food and eating together"} & set(tiles)
    bench.press(tiles[0])
    chosen = [one.text() for one in bench.seen(WheelName) if one.isChecked()]
    assert chosen == [tiles[0]]
    bench.press("Explore it next  →")
    assert isinstance(bench.page, PreparePage)
    wish = bench.desk.workspace.draft(WISH)
    assert not wish or bank().aspect(wish).name == tiles[0]


def test_the_wish_is_kept_for_prepare(bench: Bench, made: Rich) -> None:
    open_map(bench, made)
    kept: list[str] = []
    bench.desk.going.connect(lambda page: kept.append(f"{page}: {bench.desk.workspace.draft(WISH)}"))
    bench.desk.going.disconnect(bench.work.go)
    choose(bench, "Digital life")
    bench.press("Explore it next  →")
    assert kept == ["prepare: digital"]


def test_how_open_an_aspect_is_stands_on_the_map_and_can_be_changed(bench: Bench, made: Rich) -> None:
    declare(made, "uniform", How.FIXED)
    open_map(bench, made)
    assert told(bench, "Uniform and appearance") == "Uniform and appearance: never asked, fixed"
    choose(bench, "Uniform and appearance")
    assert [words for words in bench.texts() if words.startswith("Fixed by: the governors. Why: it is the law.")]
    bench.press("How open it is: Change")
    bench.press("Limited")
    bench.over("the trust", into="Whose rule or decision is it?")
    bench.press("That is how it stands")
    assert told(bench, "Uniform and appearance") == "Uniform and appearance: never asked, limited"
    assert "Limited by: the trust. Why: it is the law." in bench.texts()
    bench.undo()
    assert told(bench, "Uniform and appearance") == "Uniform and appearance: never asked, fixed"
    assert [words for words in bench.texts() if words.startswith("Fixed by: the governors.")]


def test_what_is_kept_out_is_no_suggestion_and_still_on_the_map(bench: Bench, made: Rich) -> None:
    open_map(bench, made)
    first = bench.seen(AspectTile)[0].accessibleName()
    choose(bench, first)
    bench.press("How open it is: Say how open it is")
    bench.press("Kept out")
    bench.type("the head", into="Whose rule or decision is it?", enter=True)
    bench.type("the plans are not public yet", enter=True)
    assert told(bench, first) == f"{first}: never asked, kept out"
    bench.press("←  The whole map")
    assert first not in [one.accessibleName() for one in bench.seen(AspectTile)]
    assert count(bench) == "3 of 25 aspects asked, 22 never asked"


def test_putting_it_off_leaves_it_undeclared(bench: Bench, made: Rich) -> None:
    open_map(bench, made)
    choose(bench, "Homework")
    bench.press("How open it is: Say how open it is")
    bench.press("Not sure yet")
    assert "Nobody has said yet how open it is." in bench.texts()
    assert not openness.not_open(bench.programme)


def test_the_step_has_words_of_its_own() -> None:
    assert deed("declare") != deed("no such step")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_all_of_it_can_be_read(bench: Bench, made: Rich, size: tuple[int, int]) -> None:
    declare(made, "homework", How.LIMITED, "W" * 80, "because it is so, and has been for long; " * 20)
    open_map(bench, made, size)
    problems = {"whole": unreadable(bench.window)}
    choose(bench, "Homework")
    problems["aspect"] = unreadable(bench.window)
    bench.press("How open it is: Change")
    settle()
    problems["box"] = unreadable(bench.window)
    said = [f"{where}: {one}" for where, found in problems.items() for one in found]
    assert not said, "\n".join(said)
