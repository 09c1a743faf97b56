"""Heads are counted at the end of a session, and nothing that all can see tells who said what."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.ui.bench import Bench, settle
from tests.ui.eavesdrop import had
from tests.ui.looking import unreadable
from tests.ui.monitors import PROJECTOR
from tests.ui.rich import Rich
from workshop_app.domain import agenda, headcounts, school_promise, sessions
from workshop_app.domain.agenda import Part
from workshop_app.domain.headcounts import Headcount, Side
from workshop_app.domain.people import Role
from workshop_app.facilitation.turns import Turn
from workshop_app.ui.counting import Counting
from workshop_app.ui.shared.count_picture import CountPicture
from workshop_app.ui.shared.poll_sheet import Picture
from workshop_app.ui.tour import gestures


@pytest.fixture
def bench_with_sessions(bench: Bench) -> Iterator[Bench]:
    made = Rich(bench.home)
    for name in ("Siân", "Ade", "Bo", "Cy", "Di", "Ed"):
        made.person(name, Role.STUDENT)
    for name in ("Ms Okoye", "Mr B", "Mr C", "Mr D", "Mr E"):
        made.person(name, Role.STAFF)
    space = made.workspace
    said = {"protected_time": "Each second Monday", "answer_days": 14}
    space.perform("write-promise", school_promise.write_promise, new_id="p", at=space.now(), **said)
    signed = {"at": space.now(), "signed_by": "Ms O", "post": "Head", "words": "O"}
    space.perform("sign-promise", school_promise.sign_promise, "p", **signed)
    for _ in range(2):
        session = made.session()
        parts = (Part.EXPLORE, Part.CHECK_OUT)
        phases = [agenda.Phase(space.new_id(), session, part, 5, place) for place, part in enumerate(parts)]
        space.perform("change-agenda", sessions.change_agenda, session, phases)
    made.page("lead")
    made.close()
    yield bench


def begin(bench: Bench, *, apart: bool = False, text_size: int = 100) -> Counting:
    """The check-out of the second session; the class sees a screen of its own if `apart`."""
    (bench.home / "settings.json").write_text(json.dumps({"text_size": text_size}))
    if apart:
        bench.screens.plug(PROJECTOR)
    bench.start()
    bench.press("Carry on")
    bench.go_on()
    bench.desk.leading.go_to(bench.desk.leading.rounds()[-1].id)
    if apart:
        bench.window.showing.turn()
    settle()
    return bench.desk.counting


def shared(bench: Bench) -> QWidget:
    window = bench.window.showing.shared
    assert window is not None
    return window


def kept(bench: Bench) -> list[tuple[str, Side, tuple[int, ...]]]:
    return [(one.question, one.side, one.counts) for one in headcounts.standing(bench.programme)]


def leads_on(bench: Bench) -> list[str]:
    """The buttons that are coloured as the next step."""
    settle()
    seen = bench.seen(QPushButton)
    return [one.accessibleName() for one in seen if one.property("kind") == "primary" and one.isEnabled()]


def touch(bench: Bench, *answers: int) -> None:
    """Students come to the shared screen one by one and touch a picture."""
    for answer in answers:
        gestures.click([one for one in shared(bench).findChildren(Picture) if one.isVisible()][answer])
        settle()


def press_shared(bench: Bench, name: str) -> None:
    (found,) = [one for one in shared(bench).findChildren(QWidget) if one.isVisible() and one.accessibleName() == name]
    gestures.click(found)
    settle()


def test_hands_are_counted_at_the_check_out_and_undo_takes_it_back(bench_with_sessions: Bench) -> None:
    bench = bench_with_sessions
    begin(bench)
    assert "3 short questions" in " ".join(bench.texts())  # one of them to the adults too
    assert leads_on(bench) == ["Next"]
    bench.press("Ask them")
    assert "Could you say it in the way you like best?" in bench.texts()
    for _ in range(3):
        bench.press("One more of the heads: Yes")
    bench.press("One less of the heads: Yes")
    bench.over("4", "How many heads: No", enter=True)
    assert leads_on(bench) == ["Count"]
    bench.press("Count")
    assert kept(bench) == [("lundy/voice", Side.STUDENTS, (2, 0, 4))]
    assert "Do you feel heard here?" in bench.texts()
    bench.undo()
    assert kept(bench) == []
    assert bench.said() == "Taken back: a head-count"


def test_more_hands_than_are_here_are_asked_about_once_and_then_kept(bench_with_sessions: Bench) -> None:
    bench = bench_with_sessions
    counting = begin(bench)
    counting.ask(Turn("lundy/voice"), Turn("help/heard"))
    counting.add(0, 7)
    bench.press("Count")
    assert kept(bench) == []
    assert bench.said() == "7 hands, and 6 students are here. Count again? If it is right, press Count once more."
    assert counting.counts() == (7, 0, 0)
    bench.press("Count")
    assert kept(bench) == [("lundy/voice", Side.STUDENTS, (7, 0, 0))]
    counting.add(0, 7)
    assert not counting.keep()  # of the next question it is asked anew


def test_to_skip_is_as_large_as_to_count_and_leaves_nothing(bench_with_sessions: Bench) -> None:
    bench = bench_with_sessions
    counting = begin(bench)
    bench.press("Ask them")
    assert bench.button("Skip").size() == bench.button("Count").size()
    before = bench.desk.workspace.store.last_step()
    bench.press("Skip")
    bench.press("Skip")
    assert "Think of the last weeks. Which of these is most like our school?" in bench.texts()  # staff follow students
    bench.press("Skip")
    assert "Today’s questions are asked." in bench.texts()
    assert bench.desk.workspace.store.last_step() == before
    bench.press("Ask something else…")
    bench.menu("Who decides?")
    counting.add(6, 5)
    bench.press("Count")
    assert counting.turn == Turn("ladder", Side.STAFF)
    bench.press("Skip")
    assert counting.turn is None
    bench.undo()
    assert not bench.programme.all(Headcount)


def test_what_was_not_asked_is_said_of_a_session_that_is_over(bench_with_sessions: Bench) -> None:
    bench = bench_with_sessions
    begin(bench)
    bench.press("End the session")
    bench.work.go("promises")
    bench.press("Power and help")
    assert "This session is over. 3 short questions were not asked." in bench.texts()


def test_what_is_touched_in_secret_looks_the_same_whatever_was_touched(bench_with_sessions: Bench) -> None:
    bench = bench_with_sessions
    counting = begin(bench, apart=True)
    bench.press("Ask them")
    pictures, said = [], []
    for touched in ((0, 0, 1), (2, 1, 2)):
        touch(bench, *touched)
        assert counting.counts() == tuple(touched.count(answer) for answer in range(3))
        shared(bench).setFocus()
        press_shared(bench, "–  One back")
        pictures.append(shared(bench).grab().toImage())
        said.append([text for _, text in had(shared(bench))])
        counting.one_back()
        counting.one_back()
    assert pictures[0] == pictures[1]
    assert said[0] == said[1]
    assert any("2 have answered" in text for text in said[0])
    touch(bench, 0, 0, 1)
    press_shared(bench, "Count")
    assert kept(bench) == [("lundy/voice", Side.STUDENTS, (2, 1, 0))]
    told = " ".join(text for _, text in had(shared(bench)))
    assert not any(name in told for name in ("Siân", "Ade", "Okoye"))
    press_shared(bench, "Skip")
    assert counting.turn == Turn("ladder")


def test_a_promise_is_quoted_and_adults_answer_after_students(bench_with_sessions: Bench) -> None:
    bench = bench_with_sessions
    counting = begin(bench, apart=True)
    counting.ask(Turn("promise/protected_time"))
    settle()
    assert any("Promised: Each second Monday" in text for _, text in had(shared(bench)))
    counting.ask(Turn("ladder", Side.STAFF))
    counting.add(4, 5)
    bench.press("Count")
    assert bench.said() == "Students rate first. Adults may do so beside them."
    bench.press("Leave the rest")
    assert counting.turn is None


def test_fewer_than_five_are_on_no_page_and_five_can_be_shown_to_everybody(bench_with_sessions: Bench) -> None:
    bench = bench_with_sessions
    counting = begin(bench, apart=True)
    for turn, counts in ((Turn("lundy/voice"), (3, 1, 0)), (Turn("help/heard"), (4, 0, 1, 0, 0))):
        counting.ask(turn)
        for answer, number in enumerate(counts):
            counting.add(answer, number)
        assert counting.keep()
    counting.stop()
    bench.work.go("promises")
    bench.press("Power and help")
    told = [one.accessibleName() for one in bench.seen(CountPicture)]
    shown = "Session 2, 6 Nov: 4 Very much, 0 Quite, 1 In between, 0 Not much, 0 Not at all."
    assert told == [f"How is it to be here? Being heard. {shown}"]
    assert "1 count had fewer than 5 answers. It is kept, and not shown." in bench.texts()
    assert "%" not in "".join(bench.texts())
    bench.press("Show to everybody: How is it to be here?")
    assert any(shown in text for _, text in had(shared(bench)))
    bench.press("Take it away: How is it to be here?")
    assert not any(shown in text for _, text in had(shared(bench)))


def test_a_count_that_was_wrong_is_taken_out_without_being_shown(bench_with_sessions: Bench) -> None:
    bench = bench_with_sessions
    counting = begin(bench)
    counting.ask(Turn("lundy/voice"))
    counting.add(2, 3)
    counting.keep()
    counting.stop()
    bench.work.go("promises")
    bench.press("Power and help")
    bench.press("A count was wrong…")
    assert [one.text() for one in bench.entries()] == ["Take out: A way to say it, students, 6 Nov"]
    bench.menu("Take out: A way to say it, students, 6 Nov")
    assert kept(bench) == []


def test_a_key_that_is_pressed_by_accident_answers_nothing(bench_with_sessions: Bench) -> None:
    bench = bench_with_sessions
    counting = begin(bench, apart=True)
    bench.press("Ask them")
    assert isinstance(shared(bench).focusWidget(), QWidget)
    assert not isinstance(shared(bench).focusWidget(), Picture)
    counting.add(0, 600)
    assert counting.counts() == (headcounts.MOST, 0, 0)
    counting.add(0, -900)
    counting.one_back()
    counting.add(7)
    assert counting.counts() == (0, 0, 0)
    counting.add(0, 3)
    bench.desk.leading.go_to(bench.desk.leading.rounds()[0].id)  # whoever moves on has stopped asking
    assert counting.turn is None
    assert not bench.programme.all(Headcount)


def test_it_can_be_read_in_large_words(bench_with_sessions: Bench) -> None:
    bench = bench_with_sessions
    counting = begin(bench, apart=True, text_size=200)
    problems = []
    for turn in (Turn("ladder"), Turn("promise/protected_time")):
        counting.ask(turn)
        for _ in range(3):
            settle()
        problems += unreadable(bench.window) + unreadable(shared(bench))
        pictures = [one for one in shared(bench).findChildren(Picture) if one.isVisible()]
        assert min(min(one.width(), one.height()) for one in pictures) >= 48
    assert problems == []
