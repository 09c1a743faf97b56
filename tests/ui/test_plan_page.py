"""Plans by hand: fields, actions, closing, signing by mouse, finger and keys, and what belongs to which words."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.programmes import same
from tests.ui import rich
from tests.ui.bench import Bench, settle
from workshop_app.domain import signing
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Person
from workshop_app.domain.plans import Action, Hands, Plan, actions_of, plans
from workshop_app.domain.signing import Signature
from workshop_app.ui.shared.sign_sheet import SignSheet
from workshop_app.ui.shared.signature_pad import SignaturePad
from workshop_app.ui.tour import gestures


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    """An open plan that only needs closing, by Siân."""
    made = rich.board_of_six(bench.home, page="plan")
    someone = next(iter(made.workspace.programme.all(Person)))
    made.plan(next(iter(made.workspace.programme.all(Idea))), someone)
    made.close()
    bench.start()
    bench.press("Carry on")
    yield bench


def plan(bench: Bench) -> Plan:
    [found] = plans(bench.programme)
    return found


def actions(bench: Bench) -> list[Action]:
    return actions_of(bench.programme, plan(bench).id)


def standing(bench: Bench) -> signing.Standing:
    return signing.standing(bench.programme, plan(bench).id)


def close(bench: Bench) -> None:
    bench.read_and_close()
    assert plan(bench).sealed is not None


class TestWriting:
    @pytest.mark.parametrize(
        ("name", "field"),
        [
            ("why it matters", "why"),
            ("what students know", "students_know"),
            ("what staff know", "staff_know"),
            ("an objection, and how it is met", "objection"),
            ("help we have", "help_we_have"),
            ("first small step", "first_step"),
        ],
    )
    def test_a_field_opens_when_it_is_wanted_and_is_written_down_when_it_is_left(
        self, bench: Bench, name: str, field: str
    ) -> None:
        bench.press(name)
        bench.type("Because.")
        bench.press("How we will know")
        assert getattr(plan(bench), field) == "Because."
        bench.restart()
        bench.press("Carry on")
        assert bench.stage.widget(name[:1].upper() + name[1:]).toPlainText() == "Because."

    def test_a_day_to_look_again(self, bench: Bench) -> None:
        bench.press("a day to look again")
        assert plan(bench).review_on == date(2026, 12, 18)
        bench.over("12 jan", into="We look again on", enter=True)
        assert plan(bench).review_on == date(2027, 1, 12)
        bench.press("We look again on: without a day")
        assert plan(bench).review_on is None

    def test_another_name(self, bench: Bench) -> None:
        bench.press("Another name…")
        bench.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        bench.type("Asked halfway", enter=True)
        assert plan(bench).title == "Asked halfway"
        assert "Asked halfway" in bench.texts()

    def test_a_plan_is_put_away_and_brought_back_by_undo(self, bench: Bench) -> None:
        kept = plan(bench)
        bench.press("Put away")
        assert not plans(bench.programme)
        bench.press("Undo")
        assert plan(bench) == kept


class TestActions:
    def test_an_action_needs_somebody_and_says_so(self, bench: Bench) -> None:
        bench.type("Ask two classes", into="What will be done?", enter=True)
        assert "Choose who does it" in bench.said()
        assert bench.stage.widget("What will be done?").text() == "Ask two classes"
        bench.press("Ade does it")
        bench.press("Jo does it")
        bench.over("14 dec", into="By when?")
        bench.press("Add the action")
        made = actions(bench)[-1]
        names = [bench.programme.get(Person, owner).name for owner in made.owner_ids]
        assert (made.what, names, made.hands, made.by) == (
            "Ask two classes",
            ["Ade", "Jo"],
            Hands.OURS,
            date(2026, 12, 14),
        )
        assert not bench.button("Ade does it").isChecked()

    def test_a_decision_names_who_decides(self, bench: Bench) -> None:
        bench.type("Ten minutes in the staff meeting", into="What will be done?")
        bench.press("needs a decision")
        bench.over("the governors", into="Who decides?")
        bench.press("Add the action")
        made = actions(bench)[-1]
        assert (made.hands, made.asked_of, made.owner_ids) == (Hands.DECISION, "the governors", ())
        assert "the governors" in bench.texts()
        bench.press("Change the action: Ten minutes in the staff meeting")
        bench.press("Siân does it")
        bench.press("Add the action")
        assert "Siân, asking the governors" in bench.texts()

    def test_an_action_is_changed_and_taken_out(self, bench: Bench) -> None:
        bench.press("Change the action: Try it in science")
        bench.type(" and art", into="What will be done?")
        bench.press("Add the action")
        assert [one.what for one in actions(bench)] == ["Try it in science and art"]
        bench.press("Take out the action: Try it in science and art")
        assert not actions(bench)
        bench.press("Undo")
        assert [one.what for one in actions(bench)] == ["Try it in science and art"]

    def test_the_form_stays_under_the_hand_so_that_a_second_press_takes_nothing_out(self, bench: Bench) -> None:
        button = bench.stage.widget("Add the action")
        high = button.mapToGlobal(QPoint()).y()
        bench.type("Ask two classes", into="What will be done?")
        bench.press("Ade does it")
        bench.press("Add the action")
        settle()
        assert abs(button.mapToGlobal(QPoint()).y() - high) < button.height() / 2

    @pytest.mark.parametrize("gone", ["take out", "undo"])
    def test_an_action_that_goes_while_it_is_changed_leaves_its_words_for_a_new_one(
        self, bench: Bench, gone: str
    ) -> None:
        bench.type("Ask two classes", into="What will be done?")
        bench.press("Ade does it")
        bench.press("Add the action")
        bench.press("Change the action: Ask two classes")
        bench.type(" more", into="What will be done?")
        if gone == "undo":
            bench.press("Undo")
        else:
            bench.press("Take out the action: Ask two classes")
        assert [one.what for one in actions(bench)] == ["Try it in science"]
        bench.press("Add the action")
        assert [one.what for one in actions(bench)] == ["Try it in science", "Ask two classes more"]

    def test_half_a_new_action_waits_while_another_is_changed(self, bench: Bench) -> None:
        bench.type("Ask two", into="What will be done?")
        bench.press("Change the action: Try it in science")
        bench.type(" and art", into="What will be done?")
        bench.restart()
        bench.press("Carry on")
        assert bench.stage.widget("What will be done?").text() == "Ask two"
        bench.press("Change the action: Try it in science")
        assert bench.stage.widget("What will be done?").text() == "Try it in science and art"
        bench.press("Add the action")
        assert [one.what for one in actions(bench)] == ["Try it in science and art"]
        assert bench.stage.widget("What will be done?").text() == "Ask two"

    def test_what_is_typed_and_not_added_comes_along_when_the_plan_is_closed(self, bench: Bench) -> None:
        bench.type("Ask two classes", into="What will be done?")
        bench.press("Ade does it")
        close(bench)
        assert [one.what for one in actions(bench)] == ["Try it in science", "Ask two classes"]

    def test_a_plan_is_not_closed_over_an_action_that_is_half_written(self, bench: Bench) -> None:
        bench.type("Ask two classes", into="What will be done?")
        bench.press("Read aloud and close for signing  →")
        assert "Choose who does it" in bench.said()
        assert plan(bench).sealed is None


@pytest.mark.parametrize("empty", ["The change", "How we will know"])
def test_a_plan_that_is_not_whole_says_what_is_missing(bench: Bench, empty: str) -> None:
    bench.press(empty)
    bench.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    bench.key(Qt.Key.Key_Delete)
    bench.press("Read aloud and close for signing  →")
    assert "Write down" in bench.said()
    assert plan(bench).sealed is None


class TestSigning:
    @pytest.fixture
    def closed(self, bench: Bench) -> Bench:
        close(bench)
        return bench

    def by_mouse(self, pad: SignaturePad) -> None:
        area = pad.area().toRect()
        gestures.drag(pad, area.center() - QPoint(200, 30), area.center() + QPoint(200, 30))

    def by_finger(self, pad: SignaturePad) -> None:
        device, window = QTest.createTouchDevice(), pad.window().windowHandle()
        area = pad.area().toRect()
        at = [pad.mapTo(pad.window(), area.center() + QPoint(20 * n - 200, (n % 3) * 20)) for n in range(20)]
        QTest.touchEvent(window, device).press(1, at[0], window).commit()
        for point in at[1:]:
            QTest.touchEvent(window, device).move(1, point, window).commit()
            settle()
        QTest.touchEvent(window, device).release(1, at[-1], window).commit()
        settle()

    @pytest.mark.parametrize("way", [by_mouse, by_finger], ids=lambda way: way.__name__)
    def test_a_signature_is_drawn(self, closed: Bench, way: Callable[["TestSigning", SignaturePad], None]) -> None:
        closed.press("Siân signs here")
        pad = closed.stage.widget("Sign here")
        assert isinstance(pad, SignaturePad)
        assert not closed.button("I agree").isEnabled()
        way(self, pad)
        closed.press("I agree")
        [signature] = standing(closed).signed
        assert signature.name == "Siân"
        [stroke] = signature.strokes
        assert len(stroke) > 8
        assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in stroke)
        assert max(x for x, _ in stroke) - min(x for x, _ in stroke) > 0.3

    def test_a_signature_is_typed_with_keys_alone_and_the_next_place_is_at_hand(self, closed: Bench) -> None:
        for name in ("Siân", "Ade"):
            settle()
            for _ in range(8 if name == "Siân" else 0):  # nobody is picked by closing the plan: keys go there
                if closed.window.focusWidget() is not closed.stage.widget(f"{name} signs here"):
                    closed.key(Qt.Key.Key_Tab)
            assert closed.window.focusWidget() is closed.stage.widget(f"{name} signs here")
            closed.key(Qt.Key.Key_Space)
            closed.type(name, enter=True)
        assert [(one.name, one.words) for one in standing(closed).signed] == [("Siân", "Siân"), ("Ade", "Ade")]

    def test_begin_again_and_not_yet_leave_no_signature(self, closed: Bench) -> None:
        before = closed.programme
        closed.press("Siân signs here")
        pad = closed.stage.widget("Sign here")
        assert isinstance(pad, SignaturePad)
        self.by_mouse(pad)
        closed.press("Begin again")
        assert not pad.strokes
        assert not closed.button("I agree").isEnabled()
        closed.press("Not yet")
        assert not closed.seen(SignSheet)
        assert same(closed.programme, before)

    def test_who_is_absent_is_listed_and_may_come_after_all(self, closed: Bench) -> None:
        closed.press("Ade signs here")
        closed.press("Is absent today")
        assert [person.name for person in standing(closed).absent] == ["Ade"]
        assert any("absent: Ade" in words for words in closed.texts())
        closed.press("Ade is here after all")
        assert not standing(closed).absent
        assert closed.stage.widget("Ade signs here").isVisible()

    def test_a_signature_is_taken_back_and_given_again(self, closed: Bench) -> None:
        closed.press("Siân signs here")
        closed.type("S.", enter=True)
        closed.press("Siân has signed")
        closed.menu("Take this signature back")
        assert not standing(closed).signed
        closed.press("Siân signs here")
        closed.type("S. again", enter=True)
        assert [one.words for one in standing(closed).signed] == ["S. again"]
        closed.press("Undo")
        closed.press("Undo")
        assert [one.words for one in standing(closed).signed] == ["S."]

    def test_only_students_with_staff_make_it_signed(self, closed: Bench, tmp_path: Path) -> None:
        closed.files.to_save = tmp_path / "plan.pdf"
        for name, ready in (("Siân", False), ("Jo", False), ("Ms Okoye", True)):
            assert not closed.button("PDF for the head").isEnabled()
            closed.press(f"{name} signs here")
            closed.type(name, enter=True)
            assert closed.button("PDF for the head").isEnabled() is ready
        closed.press("PDF for the head")
        closed.until(lambda: closed.files.shown, "the plan is written")
        assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")
        assert any("so none is waited for" in words for words in closed.texts())  # all of it is in our own hands
        assert closed.button("PDF for the head").property("kind") != "primary"  # it went out: something else comes next
        closed.files.to_save = tmp_path / "plain.pdf"
        closed.press("For everybody…")
        closed.menu("In plain words (PDF)")
        closed.until(lambda: len(closed.files.shown) == 2, "the plain words are written")
        assert "plain words" in closed.files.suggested
        assert closed.files.suggested.endswith(".pdf")

    def test_reopening_asks_first_and_voids_what_was_signed(self, closed: Bench) -> None:
        closed.press("Siân signs here")
        closed.type("S.", enter=True)
        before = closed.programme
        closed.press("Reopen to change it")
        closed.press("Leave it")
        assert same(closed.programme, before)
        closed.press("Reopen to change it")
        closed.press("Reopen it")
        assert plan(closed).version == 2
        close(closed)
        assert not standing(closed).signed
        assert [one.name for one in standing(closed).void] == ["Siân"]
        void = "For an earlier version, no longer counted: Siân"
        assert void in closed.texts()
        assert len(closed.programme.all(Signature)) == 1
        closed.press("Siân signs here")
        closed.type("S.", enter=True)
        assert void not in closed.texts()

    def test_nothing_is_exported_where_nobody_says_where(self, closed: Bench) -> None:
        for name in ("Siân", "Ms Okoye"):
            closed.press(f"{name} signs here")
            closed.type(name, enter=True)
        closed.press("PDF for the head")
        assert not closed.desk.workspace.facts
        assert not closed.files.shown

    def test_what_is_read_aloud_stays_what_was_closed(self, closed: Bench) -> None:
        assert "Ask us halfway" in closed.texts()
        closed.press("Board")
        closed.stage.still()
        closed.choose("Ask us halfway")
        closed.press("Read or change")
        closed.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        closed.type("Something else", enter=True)
        closed.press("Plan and sign")
        assert "Ask us halfway" in closed.texts()
        assert "Something else" not in closed.texts()
