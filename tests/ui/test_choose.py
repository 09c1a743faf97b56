"""Choosing in three steps by hand: what each side knows, who agrees, and objections, each down to what is saved."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit

from tests.ui import rich
from tests.ui.bench import Bench
from workshop_app.domain import answers, choosing, consent, expertise, making_sense
from workshop_app.domain.answers import Kind
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Plan

GAPS = (
    "No student has said yet what they know about this.",
    "Nobody from staff has said yet what they know about this.",
)
STAFF, STUDENTS = "What staff know", "What students know"
STANDS = "An idea can go forward with an open objection. It goes on paper with the plan."


@pytest.fixture
def bench(bench: Bench, qapp: QApplication) -> Iterator[Bench]:
    """Two ideas are backed, the first by more."""
    made = rich.board_of_six(bench.home, page="choose")
    keys = {idea.text: idea.id for idea in made.workspace.programme.all(Idea).values()}
    for text, students in (("Ask us halfway", 2), ("Tell us why", 1)):
        made.workspace.perform("back", choosing.back, keys[text], students=students)
    made.close()
    bench.start()
    bench.press("Carry on")
    yield bench


def idea_id(bench: Bench, text: str = "Ask us halfway") -> str:
    return next(idea.id for idea in bench.programme.all(Idea).values() if idea.text == text)


def known(bench: Bench, text: str = "Ask us halfway") -> tuple[str, str, str]:
    found = expertise.about(bench.programme, idea_id(bench, text))
    return (found.students, found.staff, found.families) if found else ("", "", "")


def gaps(bench: Bench) -> str:
    return next((words for words in bench.texts() if words and words.split("\n")[0] in GAPS), "")


class TestTheSteps:
    def test_one_leads_to_the_next_and_any_can_be_jumped_to(self, bench: Bench) -> None:
        bench.press("What do we know?  →")
        assert "Idea 1 of 2" in bench.texts()
        bench.press("Next idea  →")
        assert "Tell us why" in bench.texts()
        bench.press("Who agrees?  →")
        assert "can live with it" in bench.texts()
        bench.press("1  Who backs it")
        assert "What matters most to us?" in bench.texts()

    def test_the_step_and_the_idea_are_there_again_after_a_restart(self, bench: Bench) -> None:
        bench.press("2  What we know")
        bench.press("Next idea  →")
        bench.restart()
        bench.press("Carry on")
        assert "Idea 2 of 2" in bench.texts()
        assert STAFF in bench.texts()

    def test_with_nothing_backed_the_later_steps_say_what_comes_first(self, bench: Bench) -> None:
        for text, times in (("Ask us halfway", 2), ("Tell us why", 1)):
            for _ in range(times):
                bench.press(f"One less of the students: {text}")
        bench.press("2  What we know")
        assert any(words.startswith("First back an idea") for words in bench.texts())
        assert not bench.seen(QPlainTextEdit)

    def test_what_was_agreed_on_goes_forward(self, bench: Bench) -> None:
        bench.press("3  Who agrees")
        bench.press("Take these forward  →")
        assert [idea.text for idea in choosing.going_forward(bench.programme)] == ["Ask us halfway", "Tell us why"]
        assert bench.page.name == "plan"


class TestKnow:
    @pytest.fixture(autouse=True)
    def step(self, bench: Bench) -> None:
        bench.press("2  What we know")

    def test_a_gap_is_said_out_loud_until_both_sides_have_spoken(self, bench: Bench) -> None:
        assert gaps(bench) == "\n".join(GAPS)
        bench.type("Which minute we get lost in.", into=STUDENTS)
        bench.press(STAFF)
        assert gaps(bench) == GAPS[1]
        bench.type("How long each topic has.")
        bench.press("What families know")
        assert gaps(bench) == ""
        assert not [
            one for one in bench.seen(QFrame) if one.property("kind") == "notice" and bench.page.isAncestorOf(one)
        ]
        assert known(bench) == ("Which minute we get lost in.", "How long each topic has.", "")

    def test_what_is_typed_belongs_to_the_idea_it_was_typed_for(self, bench: Bench) -> None:
        bench.type("For the first.", into=STAFF)
        bench.press("Next idea  →")
        assert gaps(bench) == "\n".join(GAPS)
        bench.type("For the second.", into=STAFF)
        bench.press("The idea before")
        assert (known(bench)[1], known(bench, "Tell us why")[1]) == ("For the first.", "For the second.")
        assert bench.stage.widget(STAFF).toPlainText() == "For the first."

    def test_undo_takes_it_back_and_half_a_sentence_survives_a_closed_lid(self, bench: Bench) -> None:
        bench.type("Kept.", into=STAFF)
        bench.press("What families know")
        bench.press("Undo")
        assert known(bench) == ("", "", "")
        assert bench.stage.widget(STAFF).toPlainText() == ""
        bench.type("Half a sen", into=STUDENTS)
        bench.desk.flushing.emit()
        bench.restart()
        bench.press("Carry on")
        assert bench.stage.widget(STUDENTS).toPlainText() == "Half a sen"

    def test_a_side_that_is_too_long_stays_to_be_shortened(self, bench: Bench) -> None:
        field = bench.stage.widget(STAFF)
        bench.press(STAFF)
        field.insertPlainText("x" * 2001)
        bench.press("What families know")
        assert "2000 characters" in bench.said()
        assert known(bench) == ("", "", "")
        assert len(field.toPlainText()) == 2001


class TestAgree:
    @pytest.fixture(autouse=True)
    def step(self, bench: Bench) -> None:
        bench.press("3  Who agrees")

    def test_students_and_adults_are_counted_apart(self, bench: Bench) -> None:
        for who in ("students who agree", "students who can live with it", "adults who agree", "adults who agree"):
            bench.press(f"One more of the {who}: Ask us halfway")
        counts = consent.consent_on(bench.programme, idea_id(bench))
        assert counts is not None
        assert [getattr(counts, which) for which in consent.COUNTS] == [1, 1, 2, 0]
        assert not bench.button("One more of the adults who agree: Ask us halfway").isEnabled()  # two are here
        bench.press("Undo")
        bench.press("Undo")
        again = consent.consent_on(bench.programme, idea_id(bench))
        assert again is not None
        assert again.adults_agree == 0
        assert bench.stage.widget("How many adults who agree: Ask us halfway").text() == "0"

    def test_an_objection_is_kept_as_it_was_said_and_how_it_was_met_too(self, bench: Bench) -> None:
        assert STANDS not in bench.texts()
        bench.type("It takes <b>time</b>.", into="What do you object to? In your own words.")
        bench.press("Staff")
        bench.press("Write it down")
        (one,) = consent.objections(bench.programme, idea_id(bench))
        assert (one.text, one.role, one.met) == ("It takes <b>time</b>.", Role.STAFF, "")
        assert "“It takes <b>time</b>.”" in bench.texts()
        assert bench.stage.widget("What do you object to? In your own words.").toPlainText() == ""
        assert STANDS in bench.texts()
        bench.type("One subject first.", into="How was it met? It takes <b>time</b>.")
        bench.press("What do you object to? In your own words.")
        assert consent.objections(bench.programme, idea_id(bench))[0].met == "One subject first."
        assert STANDS not in bench.texts()

    def test_an_objection_that_is_taken_back_is_gone_until_undo(self, bench: Bench) -> None:
        bench.type("No.", into="What do you object to? In your own words.")
        bench.press("Write it down")
        bench.press("Taken back: No.")
        assert consent.objections(bench.programme, idea_id(bench)) == []
        assert "“No.”" not in bench.texts()
        bench.press("Undo")
        assert "“No.”" in bench.texts()

    def test_an_empty_objection_is_none(self, bench: Bench) -> None:
        bench.press("Write it down")
        assert "still empty" in bench.said()
        assert consent.objections(bench.programme, idea_id(bench)) == []

    def test_half_an_objection_waits_with_its_idea(self, bench: Bench) -> None:
        bench.type("It takes ti", into="What do you object to? In your own words.")
        bench.press("Next idea  →")
        assert bench.stage.widget("What do you object to? In your own words.").toPlainText() == ""
        bench.press("The idea before")
        assert bench.stage.widget("What do you object to? In your own words.").toPlainText() == "It takes ti"

    def test_what_was_known_and_objected_begins_the_plan(self, bench: Bench) -> None:
        bench.type("It takes time.", into="What do you object to? In your own words.")
        bench.press("Write it down")
        bench.press("2  What we know")
        bench.type("When we get lost.", into=STUDENTS)
        bench.press("3  Who agrees")
        bench.press("Take these forward  →")
        bench.press("Make a plan of: Ask us halfway")
        assert bench.stage.widget("What students know").toPlainText() == "When we get lost."
        assert bench.stage.widget("An objection, and how it is met").toPlainText() == "“It takes time.”"


def test_a_plan_of_an_idea_in_a_theme_without_a_name_is_called_by_the_idea(bench: Bench) -> None:
    idea = next(one for one in bench.programme.all(Idea).values() if one.text == "Ask us halfway")
    new_id, now = bench.desk.workspace.new_id(), bench.desk.workspace.now()
    bench.desk.do("new-theme", making_sense.start_theme, new_id, now, [idea.id])
    bench.desk.do("take-forward", choosing.take_forward, {idea.id})
    bench.work.go("plan")
    bench.press("Make a plan of: Ask us halfway")
    assert [plan.title for plan in bench.programme.all(Plan).values()] == ["Ask us halfway"]


def test_a_row_says_how_its_idea_was_answered(bench: Bench) -> None:
    space = bench.desk.workspace
    said = {"idea_id": idea_id(bench), "kind": Kind.NOT_YET, "reason": "After the exams."}
    bench.desk.do("answer", answers.answer, new_id=space.new_id(), at=space.now(), **said)
    bench.until(lambda: "not yet" in bench.texts(), "its answer stands in its row")
    bench.press("Undo")
    bench.until(lambda: "Talk first" in bench.texts() and "not yet" not in bench.texts(), "the answer is gone")
