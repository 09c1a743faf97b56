"""Choosing and an idea's own page can be read on every screen, with as much in them as the app takes."""

from pathlib import Path

import pytest

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.looking import SIZES, unreadable
from workshop_app.domain import answers, choosing, consent, expertise, honest_no, openness, signing
from workshop_app.domain.answers import Kind
from workshop_app.domain.honest_no import STEPS, Because
from workshop_app.domain.people import Role
from workshop_app.domain.plans import plans
from workshop_app.ui.going import to_idea

LONG = "W" * 80
SENTENCE = "If we are asked halfway through a topic what we still do not get, then the next lesson can begin there. "


def much(home: Path) -> tuple[str, str]:
    """Two ideas with everything that can be said about them; one of them answered, one on its way there."""
    made = rich.Rich(home)
    group = [made.person(f"Somebody {letter}", role) for letter, role in zip("ABCDEF", [*Role, *Role], strict=False)]
    made.session()
    first, second = made.ideas(SENTENCE * 3, "L" * 300)
    space = made.workspace
    new = lambda: {"new_id": space.new_id(), "at": space.now()}  # noqa: E731 - short names for a long list
    for key in (first, second):
        space.perform("back", choosing.back, key, students=1)
        for role in expertise.FIELDS:
            space.perform("know", expertise.note, **new(), idea_id=key, whose=role, text=SENTENCE * 4)
        for role in Role:
            space.perform("object", consent.object_to, **new(), idea_id=key, role=role, text=SENTENCE)
    space.perform(
        "answer", answers.answer, **new(), idea_id=first, kind=Kind.PASSED_ON, reason=SENTENCE, by=LONG, passed_to=LONG
    )
    said = {"how": openness.How.FIXED, "whose": LONG, "why": SENTENCE, "family": "days"}
    space.perform("declare-openness", openness.declare, **new(), aspect_id="uniform", aspect="Uniform", **said)
    path = space.new_id()
    space.perform(
        "honest-no", honest_no.open_path, new_id=path, at=space.now(), idea_id=second, because=Because.INTERESTS
    )
    for step in STEPS:
        space.perform("honest-no", honest_no.fill, path, step, SENTENCE * 2)
    plan = made.plan(first, group[0], title="Everything", what=SENTENCE)
    space.perform("close-plan", signing.close_for_signing, plan)
    made.page("choose")
    made.close()
    return first, second


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_all_of_it_can_be_read(bench: Bench, size: tuple[int, int]) -> None:
    first, second = much(bench.home)
    bench.start(size)
    bench.press("Carry on")
    problems: dict[str, list[str]] = {}

    def look(where: str) -> None:
        settle()
        problems[where] = unreadable(bench.window)

    for step in ("1  Who backs it", "2  What we know", "3  Who agrees"):
        bench.press(step)
        look(step)
    to_idea(bench.desk, first)
    look("answered")
    bench.press("Park it")
    look("park it")
    bench.press("passed on")
    look("passed on")
    to_idea(bench.desk, second)
    look("what stands in the way")
    bench.press("Go on: Not in the students’ best interests")
    for number in range(5):
        look(f"step {number + 1}")
        if number < 4:
            bench.press("Next  →")
    bench.press("passed on")
    look("settle")
    bench.work.go("plan")
    look("signing")
    assert plans(bench.programme)[0].sealed is not None
    assert {where: found for where, found in problems.items() if found} == {}


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_with_nothing_chosen_it_can_be_read_too(bench: Bench, size: tuple[int, int]) -> None:
    made = rich.board_of_six(bench.home, page="choose")
    made.close()
    bench.start(size)
    bench.press("Carry on")
    for step in ("2  What we know", "3  Who agrees"):
        bench.press(step)
        settle()
        assert unreadable(bench.window) == []
