"""Print and papers: each place offers what fits there, and the whole list; a file is made, written and on record."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from tests.documents.reading import text
from tests.ui.bench import Bench, settle
from tests.ui.looking import unreadable
from tests.ui.rich import Rich
from workshop_app.domain import choosing, ideas, school_promise, sessions, signing, triggers
from workshop_app.domain.facts import Happened
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Plan
from workshop_app.papers.catalogue import Paper, Wish
from workshop_app.ui.pages.plan_export import export_plan
from workshop_app.ui.paper_export import export_paper
from workshop_app.ui.papers_sheet import PapersSheet


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    """A session with two ideas of which one must be answered, and a signed plan."""
    made = Rich(bench.home)
    space = made.workspace
    group = [made.person("Siân"), made.person("Ms Okoye", Role.STAFF)]
    made.session()
    first, second = made.given("A quiet room", "Mentors")
    new = {"new_id": space.new_id(), "at": space.now()}
    space.perform("write-promise", school_promise.write_promise, **new, answer_days=21, backers=2)
    space.perform("back", choosing.back, first, students=3)
    new = {"new_id": space.new_id(), "at": space.now()}
    asked = {"idea_id": first, "decider": "Ms Patel", "due": date(2026, 12, 1)}
    space.perform("pull-trigger", triggers.pull, **new, **asked)
    made.signed(made.plan(second, group[0], title="Mentors"), *group)
    made.page("promises")
    made.close()
    bench.start()
    bench.press("Carry on")
    return bench


def offered(bench: Bench) -> list[str]:
    return [one.accessibleName() for one in bench.seen(QPushButton) if one.accessibleName().startswith("Save: ")]


def saved(bench: Bench, name: str, place: Path) -> str:
    """The words of what is saved by a button."""
    bench.files.to_save = place
    bench.press(name)
    bench.until(lambda: place in bench.files.shown, "it was written")
    fact = bench.desk.workspace.facts[-1]
    assert fact.what is Happened.EXPORTED
    assert fact.data["file"] == place.name
    return text(place.read_bytes())


def test_promises_offer_what_goes_to_the_wall_and_to_the_head(bench: Bench, tmp_path: Path) -> None:
    bench.press("Print…")
    assert offered(bench) == [
        "Save: You said – we did – why not",
        "Save: The five answers",
        "Save: The school promise",
        "Save: Letter for an answer",
    ]
    assert unreadable(bench.window) == []
    assert "To Ms Patel" in saved(bench, "Save: Letter for an answer", tmp_path / "letter.pdf")
    assert bench.files.suggested == "Letter for an answer.pdf"
    assert "No answer yet" in saved(bench, "Save: You said – we did – why not", tmp_path / "poster.pdf")
    assert bench.seen(PapersSheet)  # it stays for the next one
    bench.press("Done")
    assert not bench.seen(PapersSheet)


def test_everything_is_in_one_list(bench: Bench, tmp_path: Path) -> None:
    bench.press("Print…")
    bench.press("All papers")
    assert {"Save: Questions", "Save: Slips to write on", "Save: Session record", "Save: Mentors"} <= {*offered(bench)}
    assert len(offered(bench)) == 11
    assert "Session 1: what we asked" in saved(bench, "Save: Session record", tmp_path / "record.pdf")
    assert bench.files.suggested == "Session record, session 1.pdf"


def test_what_is_being_prepared_can_be_printed_before_it_is_prepared(bench: Bench, tmp_path: Path) -> None:
    space = bench.desk.workspace
    bench.desk.do("end-session", sessions.end, bench.desk.session.id)
    bench.desk.going.emit("prepare")
    settle()
    bench.press("Homework")
    bench.press("Print questions")
    assert offered(bench) == ["Save: Questions", "Save: Slips to write on"]
    bench.press("Four a page")
    assert "omework" in saved(bench, "Save: Questions", tmp_path / "questions.pdf")
    bench.press("Room to draw")
    slips = saved(bench, "Save: Slips to write on", tmp_path / "slips.pdf")
    assert "A drawing, if you like" in slips
    assert len(sessions.in_order(space.programme)) == 1


def test_when_a_session_is_over_its_record_is_at_hand(bench: Bench) -> None:
    bench.desk.do("end-session", sessions.end, bench.desk.session.id)
    bench.desk.going.emit("lead")
    settle()
    bench.press("Print the record…")
    assert offered(bench) == ["Save: Session record"]


def test_whoever_changes_their_mind_changes_nothing(bench: Bench) -> None:
    facts = bench.desk.workspace.facts
    bench.press("Print…")
    bench.press("Save: The school promise")
    settle()
    assert bench.desk.workspace.facts == facts


def test_what_left_the_board_while_a_paper_was_made_is_not_in_it(bench: Bench, tmp_path: Path) -> None:
    place, session = tmp_path / "record.pdf", bench.desk.session
    bench.files.to_save = place
    export_paper(bench.desk, bench.window, Paper.RECORD, Wish(session_id=session.id))
    (first, *_rest) = ideas.of_session(bench.programme, session.id)
    bench.desk.do("set-aside-unseen", ideas.take_unseen, first.id)
    bench.until(lambda: place in bench.files.shown, "it was written")
    assert "A quiet room" not in text(place.read_bytes())
    assert "Mentors" in text(place.read_bytes())


def test_a_signature_that_was_taken_back_while_a_plan_was_made_is_not_in_it(bench: Bench, tmp_path: Path) -> None:
    place, facts = tmp_path / "plan.pdf", bench.desk.workspace.facts
    bench.files.to_save = place
    [plan_id] = bench.programme.all(Plan)
    export_plan(bench.desk, bench.window, plan_id)
    [*_, last] = bench.programme.all(signing.Signature)
    bench.desk.do("withdraw-signature", signing.withdraw, last)
    bench.until(lambda: any("before it goes to the head" in one for one in bench.texts()), "why it does not go out")
    assert not place.exists()
    assert bench.desk.workspace.facts == facts
