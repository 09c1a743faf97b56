"""A whole workshop by hand, mouse and keys at the window: from an empty laptop to a signed plan, and back to it."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.documents.reading import poppler
from tests.programmes import same
from tests.ui.bench import Bench, settle
from workshop_app.domain import choosing, ideas, signing
from workshop_app.domain.facts import Happened
from workshop_app.domain.ideas import Idea, Source
from workshop_app.domain.people import Role, group
from workshop_app.domain.plans import Hands, actions_of, plans
from workshop_app.storage import health
from workshop_app.ui.shared.signature_pad import SignaturePad
from workshop_app.ui.tour import gestures

STUDENTS = ("Siân", "Łukasz", "Nguyễn")
TYPED = ("Ask us halfway", "Let us teach the start of a lesson", "Later start on Mondays")
SLIPS = ("A quiet corner", "Mentors from year eleven")
TABLE = "n;Idee\n1;Größere Fenster\n2;Weniger Durchsagen\n3;Ask us halfway\n"


@pytest.fixture
def bench(qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path / "home")
    made.files.to_open = tmp_path / "ideen.csv"
    made.files.to_open.write_bytes(TABLE.encode("cp1252"))
    made.files.to_save = tmp_path / "plan.pdf"
    yield made
    made.stop()


def test_from_an_empty_laptop_to_a_plan_on_the_heads_desk(bench: Bench, tmp_path: Path) -> None:
    bench.start()
    welcome(bench)
    lead(bench)
    sort(bench)
    choose(bench)
    write(bench)
    sign(bench)
    export(bench, tmp_path / "plan.pdf")
    close_and_reopen(bench)
    another_version(bench, tmp_path / "version 2.pdf")
    path = bench.desk.workspace.store.path
    bench.stop()
    assert health.check(path) == []


def welcome(bench: Bench) -> None:
    """A programme, its people, and a session with all but one of them."""
    bench.press("New programme")
    bench.type("Brückenschule & Co", enter=True)
    for name in STUDENTS:
        bench.type(name, enter=True)
    bench.press("Staff")
    bench.type("Ms Okoye", into="Name", enter=True)
    bench.press("Family")
    bench.type("Jo", into="Name")
    bench.press("Add")
    assert [(person.name, person.role.value) for person in group(bench.programme)] == [
        *((name, "student") for name in STUDENTS),
        ("Ms Okoye", "staff"),
        ("Jo", "family"),
    ]
    bench.press("Prepare a session  →")
    bench.press("Jo is here")
    bench.press("How lessons are taught")
    bench.press("35 minutes")
    bench.lead_it()
    session = bench.desk.session
    assert session is not None
    assert session.minutes == 35
    assert len(session.present) == 4


def lead(bench: Bench) -> None:
    """Ideas that are typed, slips that are pasted and a table that is read."""
    bench.press("Next")
    for text in TYPED:
        bench.type(text, into="Type an idea", enter=True)
    bench.press("Paper slips…")
    bench.press("There is no projector")
    bench.press("A list from elsewhere…")
    bench.press("There is no projector")
    for slip in SLIPS:
        bench.type(slip, into="One idea on each line" if slip == SLIPS[0] else "", enter=True)
    bench.press("Bring in")
    bench.press("Board")
    bench.press("More…")
    bench.menu("Add ideas…")
    bench.press("It is off: go on")
    bench.press("Read a table (CSV)…")
    bench.press("Bring in")
    assert bench.page.name == "board"
    found = {idea.text: idea.source for idea in bench.programme.all(Idea).values()}
    assert found == {
        **dict.fromkeys(TYPED, Source.TYPED),
        **dict.fromkeys(SLIPS, Source.PASTED),
        "Größere Fenster": Source.IMPORTED,
        "Weniger Durchsagen": Source.IMPORTED,
    }


def sort(bench: Bench) -> None:
    """Two themes, filled by mouse, keys and menu; a card goes out again; one is put aside."""
    for name in ("Learn together", "Our rooms"):
        bench.press("New theme")
        bench.type(name, enter=True)
    bench.press("See all")
    bench.drag_to_theme("Ask us halfway", "Learn together")
    bench.drag_to_theme("A quiet corner", "Our rooms")
    bench.drag_to_theme("Weniger Durchsagen", "Our rooms")
    bench.choose("Größere Fenster")
    bench.press("Move to…")
    bench.menu("Our rooms")
    bench.choose(TYPED[1])
    bench.key(Qt.Key.Key_M)
    bench.menu("Learn together")
    bench.drag("Weniger Durchsagen", bench.stage.spot_of_card(bench.card(TYPED[2])) + QPoint(0, 150))
    bench.choose("Mentors from year eleven")
    bench.key(Qt.Key.Key_Delete)
    bench.press("Said twice")
    learn, rooms = ideas.themes(bench.programme)
    assert texts(ideas.in_theme(bench.programme, learn.id)) == ["Ask us halfway", TYPED[1]]
    assert texts(ideas.in_theme(bench.programme, rooms.id)) == ["A quiet corner", "Größere Fenster"]
    assert texts(ideas.aside(bench.programme)) == ["Mentors from year eleven"]


def choose(bench: Bench) -> None:
    """Hands go up, and the group insists on one idea."""
    bench.press("Choose  →")
    for _ in range(3):
        bench.press("One more of the students: Ask us halfway")
    bench.press("One more of the adults: Ask us halfway")
    bench.press("We insist: A quiet corner")
    bench.press("1")
    bench.press("Take these forward  →")
    assert texts(choosing.going_forward(bench.programme)) == ["Ask us halfway", "A quiet corner"]


def write(bench: Bench) -> None:
    """A plan with two actions, one of which needs a decision."""
    bench.press("Make a plan of: Ask us halfway")
    bench.over("Teachers ask halfway what we still don't get.", into="The change")
    bench.type("Make three halfway questions", into="What will be done?")
    bench.press("Siân does it")
    bench.press("Łukasz does it")
    bench.press("Add the action")
    bench.type("Ten minutes in the staff meeting", into="What will be done?")
    bench.press("needs a decision")
    bench.press("Nguyễn does it")
    bench.press("Add the action")
    bench.type("Fewer “I'm lost” slips ✓", into="How we will know")
    bench.read_and_close()
    [plan] = plans(bench.programme)
    assert plan.sealed is not None
    assert [(action.what, action.hands) for action in actions_of(bench.programme, plan.id)] == [
        ("Make three halfway questions", Hands.OURS),
        ("Ten minutes in the staff meeting", Hands.DECISION),
    ]


def sign(bench: Bench) -> None:
    """Two draw, one types, one is away."""
    for name in ("Siân", "Ms Okoye"):
        bench.press(f"{name} signs here")
        draw(bench)
        bench.press("I agree")
    bench.press("Nguyễn signs here")
    bench.type("Ng. ✓", enter=True)
    bench.press("Łukasz signs here")
    bench.press("Is absent today")
    [plan] = plans(bench.programme)
    standing = signing.standing(bench.programme, plan.id)
    drawn = {signature.name: len(signature.strokes) for signature in standing.signed}
    assert drawn == {"Siân": 2, "Ms Okoye": 2, "Nguyễn": 0}
    assert all(len(stroke) > 5 for signature in standing.signed for stroke in signature.strokes)
    assert {person.name for person in standing.absent} == {"Łukasz", "Jo"}
    assert {signature.role for signature in standing.signed} == {Role.STUDENT, Role.STAFF}


def export(bench: Bench, pdf: Path) -> None:
    """The PDF says what was signed and nothing that is private; undo stops at it and says why."""
    bench.press("PDF for the head")
    bench.until(lambda: bench.files.shown, "the paper is made")
    assert bench.files.shown == [pdf]
    paper = " ".join(poppler(pdf.read_bytes(), "-raw").split())
    for words in (
        "Brückenschule & Co",
        "Teachers ask halfway what we still don't get.",
        "Make three halfway questions",
        "Ten minutes in the staff meeting",
        "Fewer “I'm lost” slips ✓",
        *STUDENTS,
        "Ms Okoye",
        "2026",
    ):
        assert words in paper, paper
    for private in ("Mentors from year eleven", "Later start", "ideen.csv", str(bench.home)):
        assert private not in paper
    assert [fact.what for fact in bench.desk.workspace.facts][-1] is Happened.EXPORTED
    before = bench.programme
    bench.press("Undo")
    assert "Undo stops here" in bench.said()
    assert same(bench.programme, before)


def close_and_reopen(bench: Bench) -> None:
    """The same programme, the same page, the same half typed sentence."""
    bench.press("Lead")
    bench.type("Half an id", into="Type an idea")
    before, facts, history = bench.programme, bench.desk.workspace.facts, bench.desk.workspace.labels()
    bench.restart()
    assert any("Brückenschule & Co" in words for words in bench.texts())
    bench.press("Carry on")
    assert bench.page.name == "lead"
    assert same(bench.programme, before)
    kept = bench.desk.workspace.facts
    assert kept[: len(facts)] == facts
    assert [(one.what, one.data["what"]) for one in kept[len(facts) :]] == [(Happened.CLOCK, "pause")]  # it stands
    assert bench.desk.workspace.labels() == history
    bench.type("ea", enter=True)
    assert "Half an idea" in texts(list(bench.programme.all(Idea).values()))
    bench.press("Undo")
    assert same(bench.programme, before)


def another_version(bench: Bench, pdf: Path) -> None:
    """The plan is reopened and changed: nobody's signature counts for other words."""
    bench.press("Plan and sign")
    bench.press("Reopen to change it")
    bench.press("Reopen it")
    bench.type(" We count every Friday.", into="How we will know")
    bench.read_and_close()
    [plan] = plans(bench.programme)
    standing = signing.standing(bench.programme, plan.id)
    assert not standing.signed
    assert len(standing.void) == 3
    assert not bench.button("PDF for the head").isEnabled()
    for name in ("Łukasz", "Ms Okoye"):
        bench.press(f"{name} signs here")
        draw(bench)
        bench.press("I agree")
    bench.files.to_save = pdf
    bench.press("PDF for the head")
    bench.until(pdf.is_file, "the paper is made")
    paper = " ".join(poppler(pdf.read_bytes(), "-raw").split())
    assert "We count every Friday." in paper
    exported = [fact for fact in bench.desk.workspace.facts if fact.what is Happened.EXPORTED]
    assert len({fact.data["hash"] for fact in exported}) == 2


def draw(bench: Bench) -> None:
    """Two strokes with the mouse, as a hand draws them."""
    pad = bench.stage.widget("Sign here")
    assert isinstance(pad, SignaturePad)
    area = pad.area().toRect()
    wave = [QPoint(area.left() + 60 + 24 * n, area.center().y() + (40 if n % 2 else -40)) for n in range(12)]
    bar = [QPoint(area.left() + 60, area.bottom() - 40), QPoint(area.right() - 200, area.bottom() - 50)]
    for stroke in (wave, bar):
        gestures.press(pad, stroke[0])
        for start, end in pairwise(stroke):
            gestures.move(pad, start, end)
        gestures.release(pad, stroke[-1])
    settle()
    assert len(pad.strokes) == 2


def texts(found: list[Idea]) -> list[str]:
    return [idea.text for idea in found]
