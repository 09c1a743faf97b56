"""The head's reply comes home by command: the plan's real paper, filled by two engines, read by the real child."""

from pathlib import Path

import pytest

from tests import returning
from tests.cli.typed import Commands, inside
from tests.exchange import forms
from workshop_app.domain import replies
from workshop_app.domain.answers import Kind
from workshop_app.domain.plans import Plan


@pytest.fixture
def school(run: Commands, tmp_path: Path) -> Path:
    """A programme that has sent its plan, as `plan.pdf` beside it."""
    place = tmp_path / "school.workshop"
    run.done("new", place, "--school", "Hillside")
    with inside(place) as workspace:
        returning.asking_plan(workspace)
    run.done("export", "plan", "--programme", place, "--out", tmp_path / "plan.pdf")
    return place


def taken_in(place: Path) -> list[tuple[int, Kind, str]]:
    with inside(place) as workspace:
        found = (
            one for plan_id in workspace.programme.all(Plan) for one in replies.replies_to(workspace.programme, plan_id)
        )
        return [(one.ask, one.kind, one.reason) for one in found]


def test_filled_by_two_engines_it_comes_home_twice(run: Commands, school: Path, tmp_path: Path) -> None:
    sent = (tmp_path / "plan.pdf").read_bytes()
    appended = returning.put(tmp_path, forms.by_pypdf(sent, returning.FILLED))
    said = run.done("import-reply", appended, "--programme", school)
    assert "untouched since it was sent" in said
    assert "Ask 1: yes." in said and "Ask 2: not yet. After the exams — Łukasz" in said
    expected = [(1, Kind.YES, ""), (2, Kind.NOT_YET, returning.FILLED["ask2.reason"])]
    assert taken_in(school) == expected
    anew = returning.put(tmp_path, forms.by_browser(sent, returning.FILLED))
    assert "taken in already" in run.done("import-reply", anew, "--programme", school)
    changed = returning.put(tmp_path, forms.by_browser(sent, {**returning.FILLED, "ask1.answer": "yes-with-changes"}))
    assert "reason for ask 1" in run.refused("import-reply", changed, "--programme", school)
    assert taken_in(school) == expected
    again = returning.put(
        tmp_path, forms.by_browser(sent, {"ask1.answer": "no", "ask1.reason": "Not now", "decided_by": "Ms H."})
    )
    assert "saved the file anew" in run.done("import-reply", again, "--programme", school)
    assert set(taken_in(school)) == {(1, Kind.NO, "Not now"), expected[1]}


def test_what_is_not_taken_in_says_why(run: Commands, school: Path, tmp_path: Path) -> None:
    sent = bytearray((tmp_path / "plan.pdf").read_bytes())
    sent[len(sent) // 2] ^= 1
    flipped = returning.put(tmp_path, bytes(sent))
    assert "altered after it was sent" in run.refused("import-reply", flipped, "--programme", school)
    text = returning.put(tmp_path, b"hello", "x.pdf")
    assert "not a PDF" in run.refused("import-reply", text, "--programme", school, code=2)
    nowhere = tmp_path / "none.pdf"
    assert "no file" in run.refused("import-reply", nowhere, "--programme", school, code=2)
    assert taken_in(school) == []
