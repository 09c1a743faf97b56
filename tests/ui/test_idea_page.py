"""One idea on its page by hand: an answer straight away, parking, and the honest no from question to question."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui import rich
from tests.ui.bench import DAY, Bench, settle
from workshop_app.domain import answers, choosing, consent, expertise, honest_no, ideas, openness, plans, signing
from workshop_app.domain.answers import Answer, Kind
from workshop_app.domain.honest_no import Because, HonestNo
from workshop_app.domain.ideas import Given, Idea
from workshop_app.domain.people import Person, Role
from workshop_app.ui.going import to_idea
from workshop_app.ui.shared.drawing import Picture

IDEA = "Ask us halfway"
NEED, WHO = "What need is underneath?", "Who could change that?"
TRY, SAY = "What could be tried on a small scale?", "What do the students say to it?"
SETTLED, REASON = "How was it settled?", "The reason"


@pytest.fixture
def bench(bench: Bench, qapp: QApplication) -> Iterator[Bench]:
    made = rich.board_of_six(bench.home, page="choose")
    space = made.workspace
    key = next(idea.id for idea in space.programme.all(Idea).values() if idea.text == IDEA)
    said = {"idea_id": key, "whose": Role.STUDENT, "text": "When we get lost."}
    space.perform("know", expertise.note, new_id=space.new_id(), at=space.now(), **said)
    made.close()
    bench.start()
    bench.press("Carry on")
    bench.press(f"Answer: {IDEA}")
    yield bench


def answer(bench: Bench) -> Answer | None:
    key = next(idea.id for idea in bench.programme.all(Idea).values() if idea.text == IDEA)
    return answers.answer_to(bench.programme, key)


def path(bench: Bench) -> HonestNo | None:
    key = next(idea.id for idea in bench.programme.all(Idea).values() if idea.text == IDEA)
    return honest_no.path_of(bench.programme, key)


def offered(bench: Bench) -> set[str]:
    return {button.text() for button in bench.seen(QPushButton)}


def walk(bench: Bench) -> None:
    """From "No money" to the last question."""
    bench.press("No money")
    bench.type("To be asked in time.")
    bench.press("Next  →")
    bench.type("The governors.")
    bench.press("Next  →")
    bench.press("Next  →")
    bench.type("Then ask one class.")
    bench.press("Next  →")


def test_the_page_shows_what_is_known_and_what_is_missing_and_leads_back(bench: Bench) -> None:
    words = bench.texts()
    assert {IDEA, "When we get lost.", "Nobody from staff has said yet what they know about this."} <= set(words)
    bench.press("Back")
    assert bench.page.name == "choose"


def test_a_yes_needs_nothing_and_every_other_answer_a_reason(bench: Bench) -> None:
    bench.press("Answer it straight away")
    bench.press("not yet")
    bench.press("Give this answer")
    assert "The reason is still empty." in bench.said()
    assert answer(bench) is None
    bench.press("yes")
    bench.press("Give this answer")
    given = answer(bench)
    assert given is not None
    assert (given.kind, given.reason) == (Kind.YES, "")
    assert "Our answer: yes" in bench.texts()


def test_to_park_it_is_to_answer_not_yet_with_a_reason(bench: Bench) -> None:
    bench.press("Park it")
    bench.type("After the exams.")
    bench.type("Ms Patel", into="Who answers?")
    bench.press("Give this answer")
    given = answer(bench)
    assert given is not None
    assert (given.kind, given.reason, given.by) == (Kind.NOT_YET, "After the exams.", "Ms Patel")
    assert {"Our answer: not yet", "After the exams."} <= set(bench.texts())
    bench.press("Take the answer back")
    assert answer(bench) is None
    bench.press("Undo")
    assert "Our answer: not yet" in bench.texts()


def test_passed_on_asks_to_whom(bench: Bench) -> None:
    bench.press("Answer it straight away")
    assert "To whom does it go on?" not in bench.texts()
    bench.press("passed on")
    bench.type("The budget is theirs.", into=REASON)
    bench.press("Give this answer")
    assert "To whom it goes on is still empty." in bench.said()
    bench.type("the governors", into="To whom does it go on?")
    bench.press("Give this answer")
    assert "Our answer: passed on to the governors" in bench.texts()


def test_the_honest_no_asks_one_question_at_a_time_and_ends_with_an_answer(bench: Bench) -> None:
    bench.press("No money")
    asked = [words for words in bench.texts() if words in (NEED, WHO, TRY, SAY, SETTLED)]
    assert asked == [NEED]
    assert "Step 1 of 5" in {one.accessibleName() for one in bench.seen(type(bench.stage.widget("Step 1 of 5")))}
    bench.type("To be asked in time.")
    bench.press("Next  →")
    assert WHO in bench.texts()
    bench.type("The governors.")
    bench.press("Next  →")
    assert TRY in bench.texts()
    bench.press("Next  →")  # what could be tried may be open
    bench.type("Then ask one class.")
    bench.press("Next  →")
    assert SETTLED in bench.texts()
    bench.press("yes with changes")
    bench.type("One class begins.", into=REASON)
    bench.press("Give this answer")
    given, walked = answer(bench), path(bench)
    assert given is not None
    assert walked is not None
    assert (given.kind, given.reason) == (Kind.WITH_CHANGES, "One class begins.")
    assert (walked.because, walked.need, walked.who_could_change, walked.small_try, walked.students_say) == (
        Because.MONEY, "To be asked in time.", "The governors.", "", "Then ask one class.",
    )  # fmt: skip
    assert walked.settled
    assert {"Our answer: yes with changes", NEED, "To be asked in time."} <= set(bench.texts())


def test_the_need_and_what_students_say_are_not_passed_over(bench: Bench) -> None:
    bench.press("Policy says no")
    bench.press("Next  →")
    assert "A few words first." in bench.said()
    assert NEED in bench.texts()


def test_one_goes_back_and_what_is_half_typed_is_kept(bench: Bench) -> None:
    walk(bench)
    bench.press("no")
    bench.type("Half a rea", into=REASON)
    for question in (SAY, TRY, WHO, NEED):
        bench.press("←  Back one step")
        assert question in bench.texts()
    bench.desk.flushing.emit()
    bench.restart()
    bench.press("Carry on")
    assert bench.stage.widget(NEED).toPlainText() == "To be asked in time."
    for _ in range(4):
        bench.press("Next  →")
    assert bench.stage.widget(REASON).toPlainText() == "Half a rea"


def test_a_no_leads_to_the_honest_path_and_ends_it(bench: Bench) -> None:
    bench.press("Answer it straight away")
    assert "no" not in offered(bench)
    bench.press("Or a no, by the honest path  →")
    assert "What stands in the way?" in bench.texts()
    walk(bench)
    bench.press("no")
    bench.type("There is none left.", into=REASON)
    bench.press("Give this answer")
    given = answer(bench)
    assert given is not None
    assert given.kind is Kind.NO
    bench.press("Answer it straight away")
    assert "no" in offered(bench)  # its path was walked


def test_a_path_that_was_begun_is_where_a_no_leads(bench: Bench) -> None:
    bench.press("No time")
    bench.press("←  Back one step")
    bench.press("Answer it straight away")
    bench.press("Or a no, by the honest path  →")
    assert NEED in bench.texts()


def test_where_the_school_said_that_something_is_in_the_way_an_answer_at_once_is_not_the_first_choice(
    bench: Bench,
) -> None:
    space = bench.desk.workspace
    kinds = []
    limited = {"how": openness.How.LIMITED, "whose": "The governors", "why": "Agreed in June."}
    for said in ({"how": openness.How.OPEN}, limited):
        about = {"aspect_id": "teaching", "aspect": "Teaching", "family": "learning", **said}
        bench.desk.do("declare", openness.declare, new_id=space.new_id(), at=space.now(), **about)
        key = space.new_id()
        given = [Given("Shorter topics", Role.STUDENT, aspect_id="teaching")]
        bench.desk.do("add-idea", ideas.add, new_ids=[key], at=space.now(), given=given, spots=[(0.0, 0.0)])
        to_idea(bench.desk, key)
        settle()
        kinds.append(bench.button("Answer it straight away").property("kind"))
    assert kinds == ["primary", ""]


def test_undo_on_the_path_takes_back_what_was_written_and_then_the_path(bench: Bench) -> None:
    bench.press("Not safe")
    bench.type("To be safe.")
    bench.press("Next  →")
    bench.press("Undo")
    walked = path(bench)
    assert walked is not None
    assert walked.need == ""
    bench.press("Undo")
    assert path(bench) is None
    assert {"Not safe", "Answer it straight away"} <= offered(bench)


def test_something_else_stands_in_the_way_or_nothing_after_all(bench: Bench) -> None:
    bench.press("No time")
    bench.type("Time to talk.")
    bench.press("←  Back one step")
    assert {"Go on: No time", "Policy says no"} <= offered(bench)
    bench.press("Policy says no")
    walked = path(bench)
    assert walked is not None
    assert (walked.because, walked.need) == (Because.POLICY, "Time to talk.")
    bench.press("Nothing is in the way after all")
    assert path(bench) is None
    assert "No time" in offered(bench)


def test_an_answer_counts_on_the_board_and_its_menu_leads_here(bench: Bench) -> None:
    bench.press("Answer it straight away")
    bench.press("yes")
    bench.press("Give this answer")
    bench.press("Board", 1)
    assert bench.card(IDEA).card.answer == "yes"
    bench.press("Undo")
    bench.until(lambda: bench.card(IDEA).card.answer == "", "the card waits again")
    bench.press("Redo")
    bench.until(lambda: bench.card(IDEA).card.answer == "yes", "the card is answered again")
    bench.press("See all")
    bench.choose("Talk first")
    bench.press("Move to…")
    bench.menu("Answer it…")
    assert bench.page.name == "idea"
    assert "Talk first" in bench.texts()
    bench.press("Back")
    assert bench.page.name == "board"


def test_an_idea_that_is_gone_leads_back(bench: Bench) -> None:
    for _ in range(len(bench.programme.all(Idea)) + 3):  # until the ideas were never given
        bench.desk.undo()
    bench.until(lambda: bench.page.name == "choose", "the page before is up")


def test_an_idea_that_was_drawn_is_shown_as_it_was_drawn(bench: Bench) -> None:
    space = bench.desk.workspace
    line = (((0.1, 0.1), (0.9, 0.9)),)
    key, given = space.new_id(), Given("", Role.STUDENT, drawing=line, translation="A door")
    bench.desk.do("add-idea", ideas.add, new_ids=[key], at=space.now(), given=[given], spots=[(0.0, 0.0)])
    bench.desk.do("back", choosing.back, key, students=1)
    to_idea(bench.desk, key)
    settle()
    assert len(bench.seen(Picture)) == 1
    assert "A door" in bench.texts()
    bench.press("Back")
    bench.press("2  What we know")
    assert len(bench.seen(Picture)) == 1
    bench.press("3  Who agrees")
    bench.press("Take these forward  →")
    bench.press("Make a plan of: A door")
    assert bench.stage.widget("The change").toPlainText() == "A door"


def test_what_is_read_aloud_before_signing_is_all_that_is_signed(bench: Bench) -> None:
    space = bench.desk.workspace
    sian = next(iter(bench.programme.all(Person)))
    key = next(idea.id for idea in bench.programme.all(Idea).values() if idea.text == IDEA)

    def do(label: str, change, *args, **more) -> None:
        assert bench.desk.do(label, change, *args, **more)

    said = {"idea_id": key, "role": Role.STUDENT, "text": "It takes time."}
    do("object", consent.object_to, new_id="o", at=space.now(), **said)
    do("meet-objection", consent.meet, "o", "One subject first.")
    do("honest-no", honest_no.open_path, new_id="path", at=space.now(), idea_id=key, because=Because.TIME)
    for step, text in (("need", "To be asked."), ("students_say", "Ask our class.")):
        do("honest-no", honest_no.fill, "path", step, text)
    no = {"kind": Kind.NOT_YET, "reason": "After the exams.", "by": "Ms Patel"}
    do("settle", honest_no.settle, "path", new_id="a", at=space.now(), **no)
    fixed = {"how": openness.How.FIXED, "whose": "The governors", "why": "Agreed in June.", "family": "days"}
    do("declare", openness.declare, new_id="n", at=space.now(), aspect_id="uniform", aspect="Uniform", **fixed)
    do("start-plan", plans.start, new_id="p", at=space.now(), title="T", idea_ids=[key])
    what = {"what": "Try it", "hands": plans.Hands.OURS, "owner_ids": [sian], "by": DAY.date()}
    do("add-action", plans.add_action, "p", new_id="x", **what)
    do("write-plan", plans.write, "p", "how_we_know", "We count.")
    do("close-plan", signing.close_for_signing, "p")
    bench.work.go("plan")
    settle()
    words = bench.texts()
    assert "“It takes time.” (student)\nHow it was met: One subject first." in words
    assert "Uniform: fixed. The governors: Agreed in June." in words
    underneath = "The need underneath: To be asked.\nStudents say to it: “Ask our class.”"
    assert f"{IDEA}\nAnswered: not yet · Ms Patel · After the exams.\n{underneath}" in words
    assert words.count("“It takes time.” One subject first.") == 0  # the plan's field says the same: once is enough
