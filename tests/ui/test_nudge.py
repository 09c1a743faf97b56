"""The quiet cue when ideas gather on familiar ground: asked underneath, or sent away, and never on the board."""

from collections.abc import Iterator

import pytest

from tests.ui import rich
from tests.ui.bench import Bench
from workshop_app.domain.ideas import Idea
from workshop_app.domain.sessions import prompts_of
from workshop_app.facilitation.familiar import vocabulary

SAID = (
    "better canteen food",
    "cheaper lunch",
    "more pizza",
    "no ties in summer",
    "bigger portions",
    "let us wear trainers",
)


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    rich.board_of_six(bench.home, page="lead").close()
    bench.start()
    bench.press("Carry on")
    bench.press("For me")
    for text in SAID:
        bench.type(text, into="Type an idea", enter=True)
    yield bench


def cue(bench: Bench) -> list[str]:
    return [words for words in bench.texts() if "familiar ground" in words]


def test_a_cue_is_there_and_what_it_offers_is_asked_next(bench: Bench) -> None:
    assert len(cue(bench)) == 1
    session = bench.desk.session
    assert session is not None
    before = [one.id for one in prompts_of(bench.programme, session.id)]
    bench.press("Ask it")
    now = prompts_of(bench.programme, session.id)
    assert [one.id for one in now if one.id in before] == before
    assert now[1].text == vocabulary().ground("food").underneath
    assert now[1].text in bench.texts()
    assert not cue(bench)
    bench.undo()
    assert [one.id for one in prompts_of(bench.programme, session.id)] == before


def test_it_is_folded_away_until_it_is_wanted_and_says_only_that_it_waits(bench: Bench) -> None:
    bench.press("For me")
    assert not cue(bench)
    assert bench.button("For me").text() == "For me  ●"
    bench.restart()
    bench.press("Carry on")
    assert not cue(bench)
    bench.press("For me")
    assert cue(bench)
    assert bench.button("For me").text() == "For me"


def test_after_an_answer_to_it_one_types_on(bench: Bench) -> None:
    bench.press("Ask it")
    bench.type("food from home")
    bench.type("", enter=True)
    assert bench.page.name == "lead"
    assert list(bench.programme.all(Idea).values())[-1].text == "food from home"


def test_not_now_is_quiet_until_more_was_said(bench: Bench) -> None:
    bench.press("Not now")
    assert not cue(bench)
    for text in SAID[:4]:
        bench.type(f"{text} again", into="Type an idea", enter=True)
    assert not cue(bench)
    bench.type("one more panini", into="Type an idea", enter=True)
    assert cue(bench)


def test_the_board_knows_nothing_of_it(bench: Bench) -> None:
    seen = " ".join(repr(item.card) for item in bench.view.board.cards.values()) + bench.view.accessibleDescription()
    assert "familiar" not in seen
    assert "underneath" not in seen
