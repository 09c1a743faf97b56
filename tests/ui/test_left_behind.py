"""What lies face down is never left behind: undo and the next session wait for it."""

from collections.abc import Iterator

import pytest

from tests.ui.bench import Bench
from workshop_app.domain import sessions
from workshop_app.domain.errors import DomainError
from workshop_app.domain.face_down import Backing, Entry
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Role
from workshop_app.facilitation import asking


@pytest.fixture
def bench(qapp, tmp_path) -> Iterator[Bench]:
    made = Bench(tmp_path / "home")
    made.start()
    made.press("Practise 50 minutes with a sample class")
    yield made
    made.stop()


def asked(bench: Bench) -> sessions.Asked:
    """One more prompt, just taken in."""
    session, bank = bench.desk.session, bench.desk.bank
    assert session is not None
    aspect = bank.aspect("digital")
    (one,) = asking.copies([(aspect, aspect.prompts[0])], session.id, bench.desk.workspace.new_id, place=3)
    assert bench.desk.do("ask-also", sessions.ask_also, one)
    return one


def test_undo_stops_at_a_prompt_for_which_something_lies_face_down(bench: Bench) -> None:
    one = asked(bench)
    bench.desk.workspace.put_private(Entry(one.session_id, one.id, Role.STUDENT, "my own words"))
    with pytest.raises(DomainError, match="face down"):
        bench.desk.workspace.undo()
    bench.desk.workspace.reveal(one.id)
    assert "my own words" in [idea.text for idea in bench.programme.all(Idea).values()]


@pytest.mark.parametrize("what", ["entry", "tick"])
def test_the_next_session_waits_for_what_lies_face_down(bench: Bench, what: str) -> None:
    one = asked(bench)
    idea = next(iter(bench.programme.all(Idea)))
    entry = Entry(one.session_id, one.id, Role.STUDENT, "my own words")
    bench.desk.workspace.put_private(entry if what == "entry" else Backing(one.session_id, idea, Role.STUDENT))
    bench.desk.do("end-session", sessions.end, one.session_id)
    bench.press("Prepare")
    bench.lead_it()
    assert bench.page.name == "prepare"
    assert "face down" in bench.said() or "not counted" in bench.said()
