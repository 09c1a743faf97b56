"""Which questions are due: in turn, all of them, twice a year what is large; and a skip leaves nothing behind."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.small import meeting, small
from tests.strategies import NOW, often
from workshop_app.domain import headcounts, school_promise, sessions
from workshop_app.domain.headcounts import ANSWERS, KEYS, Family, Side
from workshop_app.domain.programme import Programme
from workshop_app.facilitation import turns
from workshop_app.facilitation.turns import Turn


def sessions_on(*days: date) -> Programme:
    """Session "s" and more after it, "s2", "s3"…"""
    programme = small()
    for number, day in enumerate(days, start=2):
        programme = sessions.prepare(programme, new_id=f"s{number}", at=NOW, **meeting(held_on=day)).programme
    return programme


def count(programme: Programme, session_id: str, asked: Turn) -> Programme:
    counts = (5, *(0,) * (ANSWERS[headcounts.family_of(asked.question)] - 1))
    what = {"question": asked.question, "side": asked.side, "counts": counts, "session_id": session_id}
    return headcounts.count(programme, new_id=f"{session_id} {asked.question} {asked.side}", at=NOW, **what).programme


def asked_in(programme: Programme, session_id: str, family: Family) -> list[Turn]:
    return [one for one in turns.due(programme, session_id) if headcounts.family_of(one.question) is family]


def promise(programme: Programme, **said: object) -> Programme:
    programme = school_promise.write_promise(programme, new_id="p", at=NOW, **said).programme
    return school_promise.sign_promise(programme, "p", at=NOW, signed_by="Ms O", post="Head", words="O.").programme


def every_week(number: int) -> list[date]:
    return [date(2026, 9, 14) + timedelta(weeks=week) for week in range(1, number)]


@often
@given(st.lists(st.booleans(), min_size=12, max_size=30))
def test_every_question_comes_round_however_many_are_skipped(counted: list[bool]):
    programme = sessions_on(*every_week(len(counted)))
    for family in (Family.LUNDY, Family.HELP):
        seen, now = [], programme
        for number, is_counted in enumerate(counted, start=1):
            session = "s" if number == 1 else f"s{number}"
            one = asked_in(now, session, family)[0]
            if is_counted:
                now = count(now, session, one)
                seen.append(one.question)
            assert asked_in(now, session, family)[0] == one  # to count changes nothing about what is due
        times = [seen.count(key) for key in KEYS[family]]
        assert max(times) - min(times) <= 1


def test_a_session_asks_little_and_staff_after_students():
    due = turns.due(small(), "s")
    assert due == (
        Turn("lundy/space"),
        Turn("help/belonging"),
        Turn("help/belonging", Side.STAFF),
    )


def test_a_skipped_question_lets_the_next_one_by():
    programme = sessions_on(*every_week(2))
    assert asked_in(programme, "s2", Family.LUNDY) == [Turn("lundy/voice")]


def test_the_ladder_is_due_once_in_each_half_of_the_year_and_until_it_was_counted():
    days = date(2026, 10, 1), date(2026, 12, 1), date(2027, 1, 20), date(2027, 2, 3), date(2027, 6, 1)
    programme = sessions_on(*days)
    assert asked_in(programme, "s", Family.LADDER) == []  # who meets for the first time has nothing to rate
    both = [Turn("ladder"), Turn("ladder", Side.STAFF)]
    assert asked_in(programme, "s2", Family.LADDER) == both
    assert asked_in(programme, "s3", Family.LADDER) == both  # it was skipped
    programme = count(programme, "s3", Turn("ladder"))
    assert [asked_in(programme, f"s{n}", Family.LADDER) for n in (3, 4, 5)] == [both, [], both]
    programme = count(programme, "s5", Turn("ladder"))
    assert asked_in(programme, "s6", Family.LADDER) == []


def test_the_promise_is_rated_after_the_ladder_and_only_what_was_promised():
    programme = sessions_on(date(2026, 10, 1), date(2026, 12, 1), date(2027, 1, 20))
    programme = count(programme, "s2", Turn("ladder"))
    assert asked_in(programme, "s3", Family.PROMISE) == []
    programme = promise(programme, protected_time="Each Monday", answer_days=14)
    asked = asked_in(programme, "s3", Family.PROMISE)
    assert asked == [Turn("promise/protected_time"), Turn("promise/answer_days")]
    assert asked_in(programme, "s2", Family.PROMISE) == []  # one large thing a session
    programme = count(programme, "s3", asked[0])
    assert asked_in(programme, "s4", Family.PROMISE) == []
    anew = school_promise.write_promise(programme, new_id="q", at=NOW, budget="£10").programme
    assert turns.promised(anew) == tuple(one.question for one in asked)  # until the new one is signed
