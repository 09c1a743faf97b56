"""The answer comes home: looked at before it is taken in, typed in by hand, and answered by the students."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests import returning
from tests.exchange import forms
from tests.programmes import same
from tests.returning import FILLED, put
from tests.ui.bench import Bench, settle
from tests.ui.looking import SIZES, unreadable
from tests.ui.rich import Rich
from workshop_app import inbox
from workshop_app.domain import ideas, replies, signing, told
from workshop_app.domain.answers import Kind
from workshop_app.domain.plans import Plan, plans
from workshop_app.domain.replies import Answered, Came, Says
from workshop_app.homecoming import How
from workshop_app.inbox import Taking
from workshop_app.ui.going import to_idea
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.reply import ReplyPage
from workshop_app.ui.shared.answer_sheet import AnswerSheet


@pytest.fixture
def sent(bench: Bench) -> Iterator[bytes]:
    """A plan with two asks went out, and its page is up; its paper."""
    made = Rich(bench.home)
    pdf = returning.send(made.workspace, returning.asking_plan(made.workspace))
    made.page("plan")
    made.close()
    bench.start()
    bench.press("Carry on")
    yield pdf


def plan(bench: Bench) -> Plan:
    [found] = plans(bench.programme)
    return found


def given(bench: Bench) -> list[tuple[int, Kind, str]]:
    return [(one.ask, one.kind, one.reason) for one in replies.replies_to(bench.programme, plan(bench).id)]


def reply_page(bench: Bench) -> ReplyPage:
    page = bench.page
    assert isinstance(page, ReplyPage)
    return page


def choose(bench: Bench, file: Path, shows: str) -> None:
    """Choose the file that came back, and wait until it is read."""
    bench.files.to_open = file
    if bench.page.name == "plan":
        bench.press("The answer came…")
    bench.press("Choose the PDF…")
    bench.until(lambda: any(shows in text for text in bench.texts()), f"{shows!r} is shown")


class TestAFile:
    def test_it_is_shown_before_it_is_taken_in(self, bench: Bench, sent: bytes, tmp_path: Path) -> None:
        before = bench.programme
        choose(bench, put(tmp_path, forms.by_pypdf(sent, FILLED)), "Untouched since it was sent")
        assert f"“{FILLED['ask2.reason']}”" in bench.texts()
        assert same(bench.programme, before)
        bench.press("Take it in")
        assert given(bench) == [(1, Kind.YES, ""), (2, Kind.NOT_YET, FILLED["ask2.reason"])]
        assert bench.page.name == "plan"
        assert "answered" in bench.texts()
        assert any("Ms H., head" in text and "1 yes · 1 not yet" in text for text in bench.texts())

    def test_a_reason_that_was_left_out_is_asked_for_and_typed(self, bench: Bench, sent: bytes, tmp_path: Path) -> None:
        home = put(tmp_path, forms.by_browser(sent, {**FILLED, "ask2.reason": "", "decided_by": ""}))
        choose(bench, home, "A reader has saved it anew")
        assert not bench.button("Take it in").isEnabled()
        bench.type("After the exams", into="The reason for ask 2")
        assert not bench.button("Take it in").isEnabled()
        bench.type("Ms H.", into="Who decided?")
        bench.press("Take it in")
        assert given(bench)[1] == (2, Kind.NOT_YET, "After the exams")
        assert not bench.desk.workspace.draft("reply/by")

    def test_words_that_are_taken_out_of_the_plan_stand_here_no_longer(
        self, bench: Bench, sent: bytes, tmp_path: Path
    ) -> None:
        choose(bench, put(tmp_path, forms.by_pypdf(sent, FILLED)), "Untouched since it was sent")
        [idea_id, *_] = plan(bench).idea_ids
        bench.desk.do("set-aside-unseen", ideas.take_unseen, idea_id)
        assert bench.button("Choose the PDF…").isVisible()
        assert f"“{FILLED['ask2.reason']}”" not in bench.texts()

    def test_what_is_not_taken_in_says_why_and_stays_to_be_read(
        self, bench: Bench, sent: bytes, tmp_path: Path
    ) -> None:
        flipped = bytearray(sent)
        flipped[len(sent) // 2] ^= 4
        choose(bench, put(tmp_path, bytes(flipped)), "was altered after it was sent")
        choose(bench, put(tmp_path, b"words", "words.pdf"), "words.pdf is not a PDF.")
        assert bench.button("It came on paper").isEnabled()


class TestByHand:
    def test_a_spoken_answer_is_typed_in_and_survives_a_closed_lid(self, bench: Bench, sent: bytes) -> None:
        bench.press("The answer came…")
        bench.press("It was said")
        bench.press("passed on")
        bench.type("The governors", into="To whom it goes on")
        bench.type("It is theirs to decide", into="The reason for ask 1")
        bench.type("14 dec", into="By when")
        bench.type("Ms H.", into="Who decided?")
        bench.restart()
        bench.press("Carry on")
        bench.press("It was said")
        bench.over("3 nov 2026", into="Decided on")
        bench.press("Take it in")
        [one] = replies.replies_to(bench.programme, plan(bench).id)
        assert (one.ask, one.kind, one.passed_to, one.came) == (1, Kind.PASSED_ON, "The governors", Came.SPOKEN)
        assert (one.due, one.decided_on) == (date(2026, 12, 14), date(2026, 11, 3))
        assert bench.desk.workspace.facts[-1].data["how"] == "spoken"
        assert replies.waiting(bench.programme, plan(bench).id) == [2]

    def test_an_older_version_is_answered_on_paper(self, bench: Bench, tmp_path: Path) -> None:
        made = Rich(bench.home)
        plan_id = returning.asking_plan(made.workspace)
        returning.send(made.workspace, plan_id)
        returning.next_version(made.workspace, plan_id)
        returning.send(made.workspace, plan_id)
        made.page("plan")
        made.close()
        bench.start()
        bench.press("Carry on")
        bench.press("The answer came…")
        bench.press("Which version is answered")
        bench.key(Qt.Key.Key_Down)
        bench.key(Qt.Key.Key_Return)
        bench.press("It came on paper")
        bench.type("Ms H.")
        bench.press("yes")
        bench.press("Take it in")
        [one] = replies.replies_to(bench.programme, plan_id)
        assert replies.words_of(plan(bench), one.content_hash) == plan(bench).earlier[0]
        assert replies.waiting(bench.programme, plan_id) == [1, 2]


@pytest.fixture
def answered(bench: Bench) -> Bench:
    """The answer to both asks was taken in, and the plan's page is up."""
    made = Rich(bench.home)
    space = made.workspace
    plan_id = returning.asking_plan(space)
    returning.send(space, plan_id)
    of = signing.content_hash(returning.sealed(space, plan_id))
    told = (Answered(1, "", Kind.YES), Answered(2, "", Kind.NOT_YET, reason="After the exams"))
    inbox.take_in(space, Taking(plan_id, of, How.UNTOUCHED, told, "Ms H.", date(2026, 11, 4), file="answer.pdf"))
    made.page("plan")
    made.close()
    bench.start()
    bench.press("Carry on")
    return bench


def back_to_the_leader(bench: Bench) -> None:
    assert bench.window.showing.is_for_all
    bench.window.showing.for_me()
    settle()


class TestStudentsAnswer:
    def test_they_accept_it(self, answered: Bench) -> None:
        assert answered.button("PDF for the head").property("kind") != "primary"  # that comes next no more
        answered.press("Students answer it…")
        answered.press("We accept it")
        answered.press("That is what we say")
        said = replies.responses(answered.programme, plan(answered).id)
        assert [one.says for one in said] == [Says.ACCEPT]
        given_ids = {one.id for one in replies.replies_to(answered.programme, plan(answered).id)}
        assert {key: one.by for key, one in told.by_answer(answered.programme).items()} == dict.fromkeys(
            given_ids, "Mr A."
        )  # they read it there, so they were told
        assert plan(answered).version == 1

    def test_a_counter_offer_opens_the_next_version_with_their_words_above_it(self, answered: Bench) -> None:
        answered.press("Students answer it…")
        answered.press("We offer something else")
        assert not answered.button("That is what we say").isEnabled()
        answered.type("Two classes until Easter")
        answered.press("That is what we say")
        back_to_the_leader(answered)
        assert (plan(answered).version, plan(answered).sealed) == (2, None)
        assert any("Our counter-offer: “Two classes until Easter”" in text for text in answered.texts())

    def test_they_ask_to_meet_and_the_agenda_is_there(self, answered: Bench) -> None:
        answered.press("Students answer it…")
        answered.press("We ask to meet")
        answered.press("That is what we say")
        back_to_the_leader(answered)
        answered.press("Prepare the meeting")
        assert answered.page.name == "prepare"
        assert any("Nobody defends" in text for text in answered.texts())

    def test_what_was_begun_is_kept_until_they_say_it(self, answered: Bench) -> None:
        answered.press("Students answer it…")
        answered.press("We offer something else")
        answered.type("Two classes")
        answered.key(Qt.Key.Key_Escape)
        back_to_the_leader(answered)
        answered.press("Students answer it…")
        assert answered.stage.widget("In our own words").toPlainText() == "Two classes"

    def test_an_answer_that_was_a_mistake_is_taken_back(self, answered: Bench) -> None:
        answered.press("Read the answer")
        answered.press("Take the answer to ask 2 back")
        assert given(answered) == [(1, Kind.YES, "")]

    def test_the_idea_behind_it_has_its_answer_too(self, answered: Bench) -> None:
        [idea_id] = plan(answered).idea_ids
        to_idea(answered.desk, idea_id)
        settle()
        said = answered.texts()
        assert {"Answered through its plan: yes", "Answered through its plan: not yet", "After the exams"} <= set(said)
        assert "Answer it anew?" in said
        answered.press("To the plan  →")
        answered.press("Read the answer")
        answered.press("Take the answer to ask 2 back")
        to_idea(answered.desk, idea_id)
        settle()
        assert "What do we answer?" in answered.texts()  # one ask waits, and so does the idea

    def test_before_the_class_nothing_else_is_on_the_screen(self, answered: Bench) -> None:
        answered.press("Students answer it…")
        assert answered.window.work is None
        [sheet] = answered.seen(AnswerSheet)
        assert sheet.rect().size() == sheet.parentWidget().size()
        shown = [one.text() for one in sheet.findChildren(Words)]
        assert "“After the exams”" in shown
        assert not any("answer.pdf" in one or "untouched" in one.lower() for one in shown)


def test_nothing_is_clipped(bench: Bench, sent: bytes, tmp_path: Path) -> None:
    long = {**FILLED, "ask1.answer": "no", "ask1.reason": "W" * 60 + " because " * 90, "decided_by": "H" * 70}
    told = []

    def look(where: str) -> None:
        for size in SIZES:
            bench.window.resize(*size)
            settle()
            told.extend(f"{where} {size}: {one}" for one in unreadable(bench.window))

    choose(bench, put(tmp_path, forms.by_pypdf(sent, long)), "Untouched")
    look("reply")
    bench.press("Take it in")
    look("plan")
    bench.press("Read the answer")
    look("read")
    bench.key(Qt.Key.Key_Escape)
    bench.press("Students answer it…")
    look("students")
    assert not told, "\n".join(told)
