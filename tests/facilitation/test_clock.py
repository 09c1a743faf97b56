"""The clock counts ticks of its own; a lid that was closed, or ticks that go backwards, count nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import NOW, often
from workshop_app.domain.facts import Fact, Happened
from workshop_app.facilitation.clock import BELL, LONGEST_GAP, PAUSE, START, Ticker, last_set, standing_at

gaps = st.lists(st.floats(0, LONGEST_GAP - 0.001), max_size=20)  # sums round: the longest itself could come out longer


def fact(happened: Happened, /, **data: str | float) -> Fact:
    return Fact("f", NOW, happened, data, frozenset(), 0)


class TestTicker:
    @often
    @given(st.floats(0, 1e6), st.floats(0, 4000), gaps)
    def test_it_counts_what_passes_while_it_runs(self, tick: float, banked: float, passing: list[float]) -> None:
        ticker = Ticker(banked)
        ticker.start(tick)
        for gap in passing:
            tick += gap
            ticker.tick(tick)
        assert ticker.pause(tick) == pytest.approx(banked + sum(passing), abs=1e-3)
        assert ticker.tick(tick + 50) == ticker.elapsed_s  # it stands

    def test_a_closed_lid_counts_nothing(self) -> None:
        ticker = Ticker()
        ticker.start(100)
        ticker.tick(160)
        assert ticker.tick(160 + LONGEST_GAP + 1) == 60
        assert ticker.tick(160 + LONGEST_GAP + 31) == 90
        assert ticker.running

    def test_ticks_that_go_backwards_count_nothing(self) -> None:
        ticker = Ticker()
        ticker.start(100)
        assert ticker.tick(40) == 0
        assert ticker.tick(50) == 10

    def test_what_passes_while_it_stands_counts_nothing(self) -> None:
        ticker = Ticker(5)
        assert not ticker.running
        assert ticker.tick(1000) == 5
        ticker.start(1010)
        ticker.pause(1020)
        ticker.start(1060)
        assert ticker.tick(1061) == 16

    def test_starting_twice_is_starting_once(self) -> None:
        ticker = Ticker()
        ticker.start(100)
        ticker.start(130)
        assert ticker.tick(140) == 40

    @often
    @given(st.lists(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e6, max_value=1e6)))
    def test_it_never_goes_back(self, ticks: list[float]) -> None:
        ticker = Ticker()
        ticker.start(0)
        seen = [ticker.tick(tick) for tick in ticks]
        assert seen == sorted(seen)


class TestStandingAt:
    def test_nothing_was_told(self) -> None:
        assert standing_at([], "s") == 0

    def test_the_furthest_counts(self) -> None:
        facts = [
            fact(Happened.CLOCK, session="s", what=START, elapsed=0),
            fact(Happened.ASKED, session="s", asked="a", elapsed=30),
            fact(Happened.CLOCK, session="s", what=PAUSE, elapsed=90.5),
            fact(Happened.CLOCK, session="t", what=PAUSE, elapsed=900),
            fact(Happened.ASKED, session="s", asked="b"),
        ]
        assert standing_at(facts, "s") == 90.5
        assert standing_at(facts, "s", 80) == 90.5
        assert standing_at(facts, "s", 100) == 100
        assert standing_at([*facts, fact(Happened.PHASE, session="s", phase="p", elapsed=120)], "s", 100) == 120


def test_the_clock_was_set_last_as_the_last_fact_says() -> None:
    facts = [
        fact(Happened.CLOCK, session="s", what=START, elapsed=0),
        fact(Happened.CLOCK, session="s", what=BELL, elapsed=90),
        fact(Happened.CLOCK, session="t", what=PAUSE, elapsed=900),
        fact(Happened.ASKED, session="s", asked="b"),
    ]
    found = last_set(facts, "s")
    assert found is not None
    assert found.data["what"] == BELL
    assert last_set(facts, "u") is None
