"""Days as people type them. Today is Friday, 6 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.dates import long_date
from workshop_app.day_words import understood

TODAY = date(2026, 11, 6)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14", date(2026, 11, 14)),
        ("6", TODAY),
        ("5", date(2026, 12, 5)),
        ("31", date(2026, 12, 31)),
        ("14 12", date(2026, 12, 14)),
        ("14/12", date(2026, 12, 14)),
        ("14.12.", date(2026, 12, 14)),
        ("14-1", date(2027, 1, 14)),
        ("6/11", TODAY),
        ("5/11", date(2027, 11, 5)),
        ("29/2", date(2028, 2, 29)),
        ("14/12/26", date(2026, 12, 14)),
        ("14/12/2025", date(2025, 12, 14)),
        ("12 December", date(2026, 12, 12)),
        ("12 dec 2026", date(2026, 12, 12)),
        ("12dec", date(2026, 12, 12)),
        ("Dec 12", date(2026, 12, 12)),
        ("the 3rd of Sept.", date(2027, 9, 3)),
        (" 1 MARCH ", date(2027, 3, 1)),
        ("2026-12-14", date(2026, 12, 14)),
        ("2025/2/28", date(2025, 2, 28)),
    ],
)
def test_it_is_understood(typed, meant):
    assert understood(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "0",
        "32",
        "31/2",
        "14 13",
        "30 February",
        "29/2/2027",
        "soon",
        "12 ju",
        "12 Smarch",
        "December",
        "1 2 3 4",
        "1 dec jan",
        "2026",
        "12 dec 99 1",
        "14/12/1914",
        "20261214",
        "9" * 5000,
        "²",
        "12 dec 3000",
    ],
)
def test_it_is_not(typed):
    assert understood(typed, TODAY) is None


@pytest.mark.parametrize("typed", ["1 2 3 4", "1 dec jan", "2026", "14/12/1914", "20261214", "9" * 5000, "²"])
def test_nor_is_this(typed):
    assert understood(typed, TODAY) is None


@given(day=st.dates(date(2000, 1, 1), date(2199, 12, 31)), today=st.dates(date(2000, 1, 1), date(2190, 1, 1)))
def test_what_the_field_shows_and_what_a_computer_writes_come_back(day, today):
    assert understood(long_date(day), today) == understood(day.isoformat(), today) == day


@given(today=st.dates(date(2000, 1, 1), date(2190, 1, 1)), day=st.integers(1, 31), month=st.integers(1, 12))
def test_without_a_year_it_is_the_next_that_there_is(today, day, month):
    found = understood(f"{day}/{month}", today)
    if found is None:
        assert (day, month) in {(30, 2), (31, 2), (31, 4), (31, 6), (31, 9), (31, 11)}
    else:
        assert found >= today
        assert (found.day, found.month) == (day, month)


@given(st.text())
def test_nothing_that_is_typed_stops_it(typed):
    understood(typed, TODAY)
