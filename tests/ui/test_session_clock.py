"""A session's clock in the app: it counts ticks, survives a restart and a clock set anew, and never runs by itself."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.ui import rich
from tests.ui.bench import Bench, bank
from workshop_app.domain import people, sessions
from workshop_app.domain.facts import Fact, Happened
from workshop_app.domain.sessions import Session
from workshop_app.facilitation import agendas, asking, running
from workshop_app.ui.session_clock import HEARTBEAT, SessionClock

HOME_PAGE = "people"  # a page that leaves the clock alone


def lesson(home: Path) -> str:
    """A programme with a lesson of 50 minutes that waits to be led; the session's id."""
    made = rich.Rich(home)
    for name in ("Siân", "Ade"):
        made.person(name)
    space, key = made.workspace, made.workspace.new_id()
    template = agendas.for_minutes(agendas.load(), 50)
    space.perform(
        "prepare",
        sessions.prepare,
        new_id=key,
        at=space.now(),
        held_on=date(2026, 11, 6),
        minutes=50,
        present=[person.id for person in people.group(space.programme)],
        prompts=asking.copies(asking.chosen(bank(), ["teaching"], 50), key, space.new_id),
        phases=agendas.phases(template, key, space.new_id),
        template=template.id,
    )
    made.page(HOME_PAGE)
    made.close()
    return key


@pytest.fixture
def key(bench: Bench) -> Iterator[str]:
    made = lesson(bench.home)
    bench.start()
    bench.press("Carry on")
    yield made


def clock(bench: Bench) -> SessionClock:
    return bench.desk.clock


def minutes(bench: Bench) -> float:
    return clock(bench).elapsed.total_seconds() / 60


def set_facts(bench: Bench) -> list[Fact]:
    return [fact for fact in bench.desk.workspace.facts if fact.what is Happened.CLOCK]


def put(bench: Bench, key: str, round_id: str) -> None:
    """The round is put to the group, as the page that leads does it."""
    what, name = (Happened.ASKED, "asked") if round_id in asked_ids(bench, key) else (Happened.PHASE, "phase")
    bench.desk.record(what, {"session": key, name: round_id, "elapsed": clock(bench).elapsed.total_seconds()})


def asked_ids(bench: Bench, key: str) -> list[str]:
    return [one.id for one in sessions.prompts_of(bench.programme, key)]


def plan(bench: Bench, key: str) -> list[running.Allotted]:
    facts, elapsed = bench.desk.workspace.facts, clock(bench).elapsed.total_seconds()
    rounds = running.rounds(bench.programme, key)
    spent = running.spent(facts, key, elapsed)
    now = running.now(facts, key, rounds)
    return running.replan(rounds, spent, now, elapsed, bench.programme.get(Session, key).minutes)


def run_to_the_bell(bench: Bench, key: str) -> str:
    """Stop at minute 23, four minutes into the second prompt; its id."""
    rounds = running.rounds(bench.programme, key)
    clock(bench).start()
    put(bench, key, rounds[0].id)
    bench.spend(minutes=3)
    put(bench, key, rounds[3].id)
    bench.spend(minutes=16)
    put(bench, key, rounds[4].id)
    bench.spend(minutes=4)
    clock(bench).bell()
    return rounds[4].id


class TestRunning:
    def test_it_waits_to_be_started(self, bench: Bench, key: str) -> None:
        bench.spend(minutes=5)
        assert (minutes(bench), clock(bench).begun, clock(bench).running) == (0, False, False)
        assert clock(bench).stands_since is None

    def test_it_counts_ticks_and_not_the_time_of_day(self, bench: Bench, key: str) -> None:
        clock(bench).start()
        bench.clock.forward(hours=5)
        assert minutes(bench) == 0
        bench.spend(minutes=2.5)
        assert minutes(bench) == pytest.approx(2.5)
        bench.clock.forward(days=-400)
        bench.spend(minutes=1)
        assert minutes(bench) == pytest.approx(3.5)

    def test_it_pauses_and_goes_on(self, bench: Bench, key: str) -> None:
        clock(bench).start()
        bench.spend(minutes=2)
        clock(bench).pause()
        bench.spend(minutes=30)
        assert minutes(bench) == 2
        assert not clock(bench).stopped_by_bell
        clock(bench).start()
        bench.spend(minutes=1)
        assert minutes(bench) == 3
        assert [fact.data["what"] for fact in set_facts(bench)] == ["start", "pause", "start"]
        assert [fact.data["elapsed"] for fact in set_facts(bench)] == [0, 120, 120]

    def test_what_is_done_twice_is_done_once(self, bench: Bench, key: str) -> None:
        clock(bench).pause()
        clock(bench).bell()
        clock(bench).start()
        clock(bench).start()
        clock(bench).bell()
        clock(bench).bell()
        clock(bench).pause()
        assert [fact.data["what"] for fact in set_facts(bench)] == ["start", "bell"]

    def test_a_closed_lid_counts_nothing(self, bench: Bench, key: str) -> None:
        clock(bench).start()
        bench.spend(minutes=2)
        bench.ticks.forward(3600)
        assert minutes(bench) == 2
        bench.spend(minutes=1)
        assert minutes(bench) == 3

    def test_it_says_so_each_second_and_when_it_is_set(self, bench: Bench, key: str, qtbot) -> None:
        with qtbot.waitSignal(clock(bench).changed, timeout=100):
            clock(bench).start()
        with qtbot.waitSignal(clock(bench).ticked, timeout=10_000):
            pass
        clock(bench).pause()
        with qtbot.assertNotEmitted(clock(bench).ticked, wait=1200):
            pass

    def test_pages_that_hear_of_the_fact_see_the_clock_as_it_is_now(self, bench: Bench, key: str) -> None:
        seen: list[tuple[bool, bool]] = []
        bench.desk.changed.connect(lambda _changes: seen.append((clock(bench).running, clock(bench).begun)))
        clock(bench).start()
        clock(bench).pause()
        assert seen == [(True, True), (False, True)]


class TestRestart:
    @pytest.mark.parametrize("away", [timedelta(days=7), timedelta(days=-365)], ids=["next week", "set back by a year"])
    def test_a_session_stopped_by_the_bell_goes_on_at_the_same_place(
        self, bench: Bench, key: str, away: timedelta
    ) -> None:
        on = run_to_the_bell(bench, key)
        rang = bench.desk.workspace.facts[-1].at
        bench.stop()
        bench.clock.forward(days=away.days)
        bench.ticks.seconds = 7.0  # the laptop was started anew
        bench.start()
        bench.press("Carry on")
        assert clock(bench).elapsed == timedelta(minutes=23)
        assert (clock(bench).running, clock(bench).stopped_by_bell, clock(bench).begun) == (False, True, True)
        assert clock(bench).stands_since == rang
        bench.spend(minutes=4)
        assert minutes(bench) == 23
        now = next(one for one in plan(bench, key) if one.state == "now")
        assert now.round.id == on

        # Today there are 20 minutes.
        here = [person.id for person in people.group(bench.programme)]
        assert bench.desk.do("go-on", sessions.go_on, key, minutes=43, present=here[:1])
        clock(bench).start()
        assert minutes(bench) == 23
        rest = [one for one in plan(bench, key) if one.state != "done"]
        assert rest[0].round.id == on
        assert sum(one.minutes for one in rest) == pytest.approx(20)
        assert not any(one.leave_out for one in rest)
        bench.spend(minutes=2)
        assert minutes(bench) == 25
        assert not clock(bench).stopped_by_bell
        assert sum(one.minutes for one in plan(bench, key) if one.state != "done") == pytest.approx(18)

    def test_closing_the_app_stops_the_clock_where_it_is(self, bench: Bench, key: str) -> None:
        clock(bench).start()
        bench.spend(minutes=2.1)
        bench.restart()
        bench.press("Carry on")
        assert minutes(bench) == pytest.approx(2.1)
        assert (clock(bench).running, clock(bench).stopped_by_bell) == (False, False)
        assert set_facts(bench)[-1].data["what"] == "pause"

    @pytest.mark.parametrize(("flushed", "stands"), [(False, 300), (True, 300 + HEARTBEAT - 1)])
    def test_after_a_crash_it_stands_at_the_last_heartbeat(
        self, bench: Bench, key: str, flushed: bool, stands: float
    ) -> None:
        clock(bench).start()
        bench.spend(minutes=5)
        bench.ticks.forward(HEARTBEAT - 1)
        clock(bench).beat()
        if flushed:
            bench.desk.flushing.emit()
        path = bench.desk.workspace.store.path
        crashed = bench.home / "crashed.workshop"
        crashed.write_bytes(path.read_bytes())  # what is on the disk now is what a crash leaves
        clock(bench).pause()
        assert bench.window.open_programme(crashed)
        assert clock(bench).elapsed == timedelta(seconds=stands)
        assert not clock(bench).running
        assert set_facts(bench)[-1].data["what"] == "start"

    def test_a_heartbeat_that_makes_no_sense_is_no_heartbeat(self, bench: Bench, key: str) -> None:
        clock(bench).start()
        bench.spend(minutes=1)
        clock(bench).pause()
        for nonsense in ("soon", "-5", "nan", "inf"):
            bench.desk.keep_draft(f"clock/{key}", nonsense)
            bench.restart()
            bench.press("Carry on")
            assert minutes(bench) == 1


class TestWhichSession:
    def test_another_session_has_a_clock_of_its_own(self, bench: Bench, key: str, qtbot) -> None:
        clock(bench).start()
        bench.spend(minutes=4)
        bench.ticks.forward(HEARTBEAT / 3)
        first = bench.programme.get(Session, key)
        prompt = sessions.prompts_of(bench.programme, key)[0]
        with qtbot.waitSignal(clock(bench).changed, timeout=100):
            bench.desk.do(
                "prepare",
                sessions.prepare,
                new_id="zz",
                at=bench.clock(),
                held_on=date(2026, 11, 13),
                minutes=20,
                present=first.present,
                prompts=[replace(prompt, id="zz1", session_id="zz")],
            )
        assert (minutes(bench), clock(bench).running, clock(bench).begun) == (0, False, False)
        bench.desk.undo()
        assert clock(bench).elapsed == timedelta(minutes=4, seconds=HEARTBEAT / 3)
        assert (clock(bench).running, clock(bench).begun) == (False, True)

    def test_without_a_session_there_is_nothing_to_start(self, bench: Bench) -> None:
        made = rich.Rich(bench.home)
        made.person("Siân")
        made.close()
        bench.start()
        bench.press("Carry on")
        clock(bench).start()
        assert not clock(bench).running
        assert set_facts(bench) == []


class TestTrouble:
    def test_a_clock_that_can_not_be_put_on_record_does_not_run(self, bench: Bench, key: str) -> None:
        path = bench.desk.workspace.store.path
        moved = path.rename(path.with_name("elsewhere.workshop"))
        clock(bench).start()
        assert not clock(bench).running
        assert "moved or deleted" in bench.said()
        moved.rename(path)
        clock(bench).start()
        assert clock(bench).running

    def test_a_pause_counts_even_if_it_can_not_be_put_on_record(self, bench: Bench, key: str) -> None:
        clock(bench).start()
        bench.spend(minutes=2)
        path = bench.desk.workspace.store.path
        moved = path.rename(path.with_name("elsewhere.workshop"))
        bench.spend(minutes=1)  # no heartbeat can be kept
        clock(bench).pause()
        assert not clock(bench).running
        moved.rename(path)
        bench.spend(minutes=5)
        assert minutes(bench) == 3
