"""A running session: its rounds, what each took, and an agenda that stretches and shrinks without losing its order."""

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import NOW, asked, nothing_yet, often
from workshop_app.domain import agenda, sessions
from workshop_app.domain.agenda import Part, Phase
from workshop_app.domain.facts import Fact, Happened
from workshop_app.domain.people import Role, add_person
from workshop_app.domain.programme import Programme
from workshop_app.facilitation import running
from workshop_app.facilitation.running import DONE, NEXT, TO_COME, Allotted, Round, replan, standing

LESSON = (
    (Part.WELCOME, 3),
    (Part.LAST_TIME, 3),
    (Part.EXPLORE, 20),
    (Part.MAKE_SENSE, 6),
    (Part.CHOOSE, 6),
    (Part.PLAN, 6),
    (Part.SIGN_OFF, 3),
    (Part.CHECK_OUT, 3),
)


def programme(phases: tuple[tuple[Part, int], ...] = LESSON, prompts: tuple[int, ...] = (4, 6, 10)) -> Programme:
    """A session "s" of 50 minutes with these phases, and prompts of so many minutes."""
    counter = itertools.count(1)
    made = add_person(nothing_yet(), new_id="ana", at=NOW, name="Ana", role=Role.STUDENT).programme
    return sessions.prepare(
        made,
        new_id="s",
        at=NOW,
        held_on=date(2026, 11, 6),
        minutes=50,
        present=["ana"],
        prompts=[
            replace(asked(counter, "s", n, n), id=f"prompt {n}", minutes=own) for n, own in enumerate(prompts, start=1)
        ],
        phases=[Phase(part.value, "s", part, own, place) for place, (part, own) in enumerate(phases)],
    ).programme


def lesson() -> list[Round]:
    return running.rounds(programme(), "s")


def put(round_id: str, elapsed: float | None, session: str = "s") -> Fact:
    """The fact that a round was put to the group."""
    is_prompt = round_id.startswith("prompt")
    what, key = (Happened.ASKED, "asked") if is_prompt else (Happened.PHASE, "phase")
    data: dict[str, str | float] = {"session": session, key: round_id}
    return Fact("f", NOW, what, data if elapsed is None else {**data, "elapsed": elapsed}, frozenset(), 0)


def ids(rounds: list[Round]) -> list[str]:
    return [one.id for one in rounds]


class TestRounds:
    def test_the_phase_that_explores_is_one_round_for_each_prompt(self) -> None:
        found = lesson()
        assert ids(found)[:5] == ["welcome", "last-time", "prompt 1", "prompt 2", "prompt 3"]
        assert [one.planned for one in found[2:5]] == [4.0, 6.0, 10.0]
        assert {one.phase.id for one in found[2:5] if one.phase} == {"explore"}
        assert sum(one.planned for one in found) == 50

    def test_prompts_share_the_minutes_of_their_phase(self) -> None:
        found = running.rounds(programme(prompts=(5, 15)), "s")
        assert [one.planned for one in found if one.asked] == [5.0, 15.0]
        found = running.rounds(programme(prompts=(2, 3, 5, 10)), "s")
        assert [one.planned for one in found if one.asked] == [2.0, 3.0, 5.0, 10.0]

    def test_what_was_left_out_is_no_round(self) -> None:
        kept = [phase for phase in agenda.phases_of(programme(), "s") if phase.id != "plan"]
        made = sessions.change_agenda(programme(), "s", kept).programme
        made = sessions.rearrange(
            made,
            "s",
            held_on=date(2026, 11, 6),
            minutes=50,
            present=["ana"],
            prompts=[one for one in sessions.prompts_of(made, "s") if one.id != "prompt 2"],
        ).programme
        assert not {"plan", "prompt 2"} & set(ids(running.rounds(made, "s")))

    def test_a_session_from_before_agendas_has_only_its_prompts(self) -> None:
        found = running.rounds(programme(phases=()), "s")
        assert ids(found) == ["prompt 1", "prompt 2", "prompt 3"]
        assert [(one.planned, one.phase, one.part) for one in found] == [
            (10.0, None, Part.EXPLORE),
            (15.0, None, Part.EXPLORE),
            (25.0, None, Part.EXPLORE),
        ]

    def test_sharing_ideas_without_prompts_is_one_round(self) -> None:
        made = sessions.prepare(
            add_person(nothing_yet(), new_id="ana", at=NOW, name="Ana", role=Role.STUDENT).programme,
            new_id="s",
            at=NOW,
            held_on=date(2026, 11, 6),
            minutes=50,
            present=["ana"],
            prompts=[],
            phases=[Phase("check-in", "s", Part.CHECK_IN, 5, 0)],
        ).programme
        (found,) = running.rounds(made, "s")
        assert (found.id, found.asked, found.planned, found.part) == ("check-in", None, 5.0, Part.CHECK_IN)


class TestSpent:
    def test_each_round_took_what_passed_until_the_next_was_put(self) -> None:
        facts = [put("welcome", 0), put("prompt 1", 200), put("prompt 2", 500), put("choose", 900)]
        assert running.spent(facts, "s", 1000) == {"welcome": 200, "prompt 1": 300, "prompt 2": 400, "choose": 100}

    def test_going_back_adds_up(self) -> None:
        facts = [put("prompt 1", 0), put("prompt 2", 100), put("prompt 1", 110), put("prompt 2", 150)]
        assert running.spent(facts, "s", 200) == {"prompt 1": 140, "prompt 2": 60}

    def test_facts_without_a_time_count_from_the_beginning(self) -> None:
        assert running.spent([put("prompt 1", None), put("prompt 2", None)], "s", 60) == {"prompt 1": 0, "prompt 2": 60}

    def test_until_a_round_is_put_the_first_one_is_on(self) -> None:
        assert running.spent([], "s", 60, "welcome") == {"welcome": 60}
        facts = [put("prompt 1", 100), put("welcome", 130)]
        assert running.spent(facts, "s", 150, "welcome") == {"welcome": 120, "prompt 1": 30}

    def test_other_sessions_do_not_count(self) -> None:
        assert running.spent([put("prompt 1", 5, "t")], "s", 60) == {}

    @often
    @given(
        st.lists(st.tuples(st.sampled_from(["welcome", "prompt 1", "choose"]), st.floats(0, 4000))), st.floats(0, 4000)
    )
    def test_it_never_goes_below_zero_and_sums_to_what_passed(self, told: list[tuple[str, float]], now: float) -> None:
        found = running.spent([put(*one) for one in told], "s", now)
        assert all(seconds >= 0 for seconds in found.values())
        if told:
            furthest = max(now, *(at for _, at in told), 0.0)
            assert sum(found.values()) == pytest.approx(furthest - told[0][1])


class TestNow:
    def test_the_last_one_put_is_on(self) -> None:
        assert running.now([], "s", lesson()) is None
        assert running.now([put("welcome", 0), put("prompt 2", 9)], "s", lesson()) == "prompt 2"
        assert running.now([put("welcome", 0), put("choose", 9), put("prompt 1", 10)], "s", lesson()) == "prompt 1"
        assert running.now([put("welcome", 0), put("choose", 9, "t")], "s", lesson()) == "welcome"

    def test_one_that_is_gone_is_not_on(self) -> None:
        assert running.now([put("welcome", 0), put("prompt 9", 9)], "s", lesson()) == "welcome"

    def test_a_phase_with_prompts_begins_with_the_first(self) -> None:
        assert running.now([put("welcome", 0), put("explore", 9)], "s", lesson()) == "prompt 1"


def stay(plan: list[Allotted]) -> list[Allotted]:
    return [one for one in plan if one.state != DONE and not one.leave_out]


def minutes_of(plan: list[Allotted]) -> dict[str, float]:
    return {one.round.id: one.minutes for one in plan if one.state != DONE}


@st.composite
def afternoons(draw: st.DrawFn) -> tuple[list[Round], dict[str, float], str | None, float]:
    """Rounds of a random agenda, what some of them took, which is on, and the seconds so far."""
    parts = draw(
        st.lists(st.sampled_from([part for part in Part if part is not Part.EXPLORE]), unique=True, max_size=8)
    )
    phases = [(part, draw(st.integers(1, 30))) for part in parts]
    phases.insert(draw(st.integers(0, len(phases))), (Part.EXPLORE, draw(st.integers(1, 60))))
    rounds = running.rounds(
        programme(tuple(phases), tuple(draw(st.lists(st.integers(1, 12), min_size=1, max_size=6)))), "s"
    )
    at = draw(st.integers(-1, len(rounds) - 1))
    spent = {one.id: draw(st.floats(0, 1200)) for one in rounds[: at + 1]}
    return rounds, spent, rounds[at].id if at >= 0 else None, sum(spent.values())


class TestReplan:
    def test_on_time_nothing_changes(self) -> None:
        rounds = lesson()
        planned = {one.id: one.planned for one in rounds}
        assert minutes_of(replan(rounds, {}, None, 0, 50)) == pytest.approx(planned)
        for at, now in enumerate(rounds):
            before = {one.id: one.planned * 60 for one in rounds[:at]}
            for share in (0, 0.3, 1):
                spent = {**before, now.id: now.planned * 60 * share}
                plan = replan(rounds, spent, now.id, sum(spent.values()), 50)
                wanted = {one.id: one.planned for one in rounds[at:]} | {now.id: now.planned * (1 - share)}
                assert minutes_of(plan) == pytest.approx(wanted, abs=1e-6)

    def test_the_rest_is_shorter_after_running_over(self) -> None:
        rounds = lesson()
        plan = replan(rounds, {"welcome": 7 * 60, "last-time": 0}, "last-time", 7 * 60, 50)
        assert minutes_of(plan)["check-out"] == 3
        assert minutes_of(plan)["prompt 3"] == pytest.approx(10 * 40 / 44)
        assert sum(minutes_of(plan).values()) == pytest.approx(43)

    def test_the_rest_breathes_when_ahead(self) -> None:
        rounds = lesson()
        plan = replan(rounds, {"welcome": 60, "last-time": 0}, "last-time", 60, 50)
        assert minutes_of(plan)["prompt 3"] == pytest.approx(10 * 46 / 44)
        assert minutes_of(plan)["check-out"] == 3

    def test_nothing_moves_while_the_round_that_is_on_keeps_to_its_time(self) -> None:
        rounds = lesson()
        early = replan(rounds, {"welcome": 60, "last-time": 0}, "last-time", 60, 50)
        later = replan(rounds, {"welcome": 60, "last-time": 150}, "last-time", 210, 50)
        assert minutes_of(early) | {"last-time": 0} == pytest.approx(minutes_of(later) | {"last-time": 0})
        assert minutes_of(early)["last-time"] - minutes_of(later)["last-time"] == pytest.approx(2.5)

    def test_states_and_what_was_taken(self) -> None:
        plan = replan(lesson(), {"welcome": 90, "prompt 1": 30}, "prompt 1", 120, 50)
        assert [one.state for one in plan] == [DONE, DONE, "now", NEXT, *[TO_COME] * 6]
        assert [one.minutes for one in plan[:2]] == [1.5, 0]

    def test_what_can_wait_is_left_out_in_a_sensible_order(self) -> None:
        rounds = lesson()
        order = []
        for left in range(150, 0, -1):  # tenths of a minute
            plan = replan(rounds, {"welcome": (500 - left) * 6}, "welcome", (500 - left) * 6, 50)
            out = [one.round.id for one in plan if one.leave_out]
            order += [one for one in out if one not in order]
        wanted = ["sign-off", "plan", "prompt 3", "prompt 2", "make-sense", "choose", "prompt 1", "last-time"]
        assert order == wanted

    def test_all_but_the_check_out_waits_when_the_time_is_up(self) -> None:
        plan = replan(lesson(), {"prompt 1": 3600}, "prompt 1", 3600, 50)
        assert [(one.round.id, one.minutes) for one in stay(plan)] == [("prompt 1", 0), ("check-out", 3)]
        assert [one.round.id for one in plan if one.state == NEXT] == ["check-out"]

    def test_one_that_was_looked_at_before_needs_less(self) -> None:
        spent = {"welcome": 180, "prompt 1": 0, "prompt 3": 300}
        plan = minutes_of(replan(lesson(), spent, "prompt 1", 480, 50))
        assert plan["prompt 3"] < plan["prompt 2"] * 10 / 6 - 1
        assert sum(plan.values()) == pytest.approx(42)

    def test_where_nobody_else_can_take_it_the_time_goes_to_who_is_there(self) -> None:
        rounds = running.rounds(programme(((Part.EXPLORE, 10), (Part.PLAN, 5)), (5,)), "s")
        on, waiting = replan(rounds, {"prompt 1": 870}, "prompt 1", 870, 15)
        assert (on.minutes, waiting.leave_out) == (0.5, True)
        (end,) = replan(running.rounds(programme(((Part.CHECK_OUT, 3),)), "s"), {}, None, 0, 15)
        assert end.minutes == 15

    @often
    @given(afternoons(), st.floats(0, 200))
    def test_what_stays_sums_to_what_is_left(self, told: tuple, minutes: float) -> None:
        rounds, spent, now_id, elapsed = told
        plan = replan(rounds, spent, now_id, elapsed, minutes)
        left = max(0.0, minutes - elapsed / 60)
        to_come = [one.round for one in stay(plan) if one.state != "now"]
        total = sum(one.minutes for one in stay(plan))
        if [one.part for one in to_come] == [Part.CHECK_OUT]:  # which keeps its minutes even where there are none
            assert total == pytest.approx(max(left, to_come[0].planned))
        elif stay(plan):
            assert total == pytest.approx(left)

    @often
    @given(afternoons(), st.floats(0, 200))
    def test_nothing_is_negative_and_the_order_stays(self, told: tuple, minutes: float) -> None:
        rounds, spent, now_id, elapsed = told
        plan = replan(rounds, spent, now_id, elapsed, minutes)
        assert [one.round for one in plan] == rounds
        assert all(one.minutes >= 0 for one in plan)
        states = [{DONE: 0, "now": 1}.get(one.state, 2) for one in plan]
        assert states == sorted(states)
        assert sum(one.state == NEXT for one in plan) <= 1

    @often
    @given(afternoons(), st.floats(0, 200))
    def test_neither_the_check_out_nor_the_one_that_is_on_waits(self, told: tuple, minutes: float) -> None:
        rounds, spent, now_id, elapsed = told
        for one in replan(rounds, spent, now_id, elapsed, minutes):
            if one.leave_out:
                assert one.round.part is not Part.CHECK_OUT
                assert one.state == TO_COME
                assert one.minutes == 0
            elif one.state in (NEXT, TO_COME):
                assert one.minutes >= min(1, one.round.planned) - 1e-6

    @often
    @given(afternoons(), st.floats(0, 200), st.floats(0, 60))
    def test_more_time_takes_nothing_away(self, told: tuple, minutes: float, more: float) -> None:
        rounds, spent, now_id, elapsed = told
        less = replan(rounds, spent, now_id, elapsed, minutes)
        plan = replan(rounds, spent, now_id, elapsed, minutes + more)
        out, out_before = ({one.round.id for one in it if one.leave_out} for it in (plan, less))
        assert out <= out_before
        if out == out_before:
            for one, before in zip(plan, less, strict=True):
                assert one.minutes >= before.minutes - 1e-6


def sentence(spent: dict[str, float], now_id: str | None, minutes: float = 50) -> str:
    rounds, elapsed = lesson(), sum(spent.values())
    return standing(replan(rounds, spent, now_id, elapsed, minutes), spent, elapsed, minutes, "10:50")


class TestStanding:
    @pytest.mark.parametrize(
        ("spent", "now_id", "says"),
        [
            ({}, None, "On time. Ends 10:50."),
            ({"welcome": 3.5}, "welcome", "On time. Ends 10:50."),
            ({"welcome": 4.1}, "welcome", "1 minute behind: the rest is shorter now."),
            ({"welcome": 7.2}, "last-time", "4 minutes behind: the rest is shorter now."),
            ({"welcome": 1.5}, "last-time", "1 minute in hand. Ends 10:50."),
            ({"welcome": 0.5}, "prompt 1", "5 minutes in hand. Ends 10:50."),
            ({"welcome": 40}, "welcome", "37 minutes behind: something can wait for another day."),
            ({"welcome": 48}, "welcome", "Time is up: check-out is next."),
            ({"welcome": 60}, "welcome", "Time is up: check-out is next."),
            ({"welcome": 48}, "check-out", "1 minute behind: the rest is shorter now."),
            ({"welcome": 47}, "check-out", "On time. Ends 10:50."),
            ({"welcome": 47, "check-out": 3}, "check-out", "Time is up."),
        ],
    )
    def test_one_sentence_says_where_we_stand(self, spent: dict[str, float], now_id: str | None, says: str) -> None:
        assert sentence({one: minutes * 60 for one, minutes in spent.items()}, now_id) == says
