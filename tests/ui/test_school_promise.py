"""The school promises first: six lines that write themselves down, and the head signs on the screen."""

from PySide6.QtCore import Qt

from tests.ui import promised
from tests.ui.bench import Bench
from workshop_app.domain import people, school_promise
from workshop_app.domain.people import Person, Role
from workshop_app.domain.school_promise import SchoolPromise, promise


def opened(bench: Bench) -> None:
    promised.group(bench.home).close()
    bench.start()
    bench.press("Carry on")


def test_from_people_to_the_page_and_the_head_signs(bench: Bench) -> None:
    opened(bench)
    assert "It waits for the head to sign." in bench.texts()
    bench.press("What the school promises  →")
    bench.type("Each Monday", into="Protected time")
    bench.over("10", "Days until an answer")
    bench.press("A small budget")
    now = promise(bench.programme)
    assert now is not None
    assert (now.protected_time, now.answer_days) == ("Each Monday", 10)
    assert "Still open, and that may be so: A small budget." in bench.texts()
    bench.press("How many of us make it a must")
    bench.key(Qt.Key.Key_Tab)
    assert bench.stage.widget("The head’s name").hasFocus()
    bench.press("Read it aloud and sign  →")
    assert bench.said() == "Write down first who signs, and their post."
    bench.type("Ms Okoro", into="The head’s name")
    bench.press("Read it aloud and sign  →")
    assert {"Protected time: Each Monday", "Days until an answer: Every idea is answered within 10 days."} <= set(
        bench.texts()
    )  # what is signed is there to be read aloud
    bench.type("C. O.", into="Type your name or initials")
    bench.press("I agree")
    now = promise(bench.programme)
    assert now is not None
    assert (now.signed_by, now.post, now.words) == ("Ms Okoro", "Head", "C. O.")
    assert {"Every idea is answered within 10 days.", "Still open.", "Ms Okoro, Head"} <= set(bench.texts())
    bench.work.go("people")
    assert "What the school promises  →" not in [one.accessibleName() for one in bench.seen(type(bench.button("Add")))]


def test_who_decides_for_the_school_is_written_there_already(bench: Bench) -> None:
    opened(bench)
    bench.press("What the school promises  →")
    assert bench.stage.widget("The head’s name").text() == ""
    bench.work.go("people")
    adult = next(one for one in bench.programme.all(Person).values() if one.role is Role.STAFF)
    bench.desk.do("give-post", people.give_post, adult.id, "Headteacher")
    bench.press("What the school promises  →")
    name, post = bench.stage.widget("The head’s name"), bench.stage.widget("Post")
    assert (name.text(), post.text()) == ("Ms Okoye", "Headteacher")


def test_a_signed_one_is_changed_only_by_another_that_waits_for_its_own_signature(bench: Bench) -> None:
    made = promised.group(bench.home)
    who = {"signed_by": "Ms Okoro", "post": "Head", "words": "C. O."}
    space = made.workspace
    space.perform("sign-promise", school_promise.sign_promise, "promise", at=space.now(), **who)
    made.page("promises")
    made.workspace.save_draft("promises/part", "school")
    made.close()
    bench.start()
    bench.press("Carry on")
    bench.press("Change it")
    bench.press("Leave it as it is signed")
    assert list(bench.programme.all(SchoolPromise)) == ["promise"]
    bench.press("Change it")
    bench.over("4", "How many of us make it a must")
    bench.key(Qt.Key.Key_Tab)
    now = promise(bench.programme)
    assert now is not None
    assert (now.backers, now.signed_at) == (4, None)
    assert "Signed before: Ms Okoro, 5 November 2026" in bench.texts()
    bench.undo()
    assert promise(bench.programme) == bench.programme.get(SchoolPromise, "promise")


def test_everybody_reads_what_the_head_signs(bench: Bench) -> None:
    made = promised.group(bench.home)
    made.page("promises")
    made.workspace.save_draft("promises/part", "school")
    made.close()
    bench.start()
    bench.press("Carry on")
    bench.press("Show to everybody: What our school promises")
    assert bench.window.work is None  # one window: it is everybody's now
    seen = bench.texts()
    assert {"What our school promises", "Days until an answer", "Every idea is answered within 14 days."} <= set(seen)
    assert "Still open." in seen
    bench.window.showing.for_me()
    bench.press("Take it away: What our school promises")
    assert not bench.desk.counting.school
