"""Leading by an agenda: one task on the screen, now and next, the students' pick, the bell, and another day."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from tests.ui import rich
from tests.ui.bench import Bench, settle
from workshop_app.domain import agenda, jobs, openness, sessions
from workshop_app.domain.agenda import Part
from workshop_app.domain.ideas import Idea
from workshop_app.domain.jobs import Task
from workshop_app.domain.openness import How
from workshop_app.facilitation import coverage
from workshop_app.ui.pages.lead import LeadPage
from workshop_app.ui.phases.going_on import GoingOn
from workshop_app.ui.phases.own_pick import OwnPickPanel
from workshop_app.ui.rail_row import RailRow
from workshop_app.ui.shared.student_pick import PickTile

PRACTISE = "Practise {n} minutes with a sample class"


@pytest.fixture(params=[50])
def bench(bench: Bench, request: pytest.FixtureRequest) -> Iterator[Bench]:
    """A sample class that waits to be led."""
    bench.start()
    bench.press(PRACTISE.format(n=request.param))
    yield bench


def on(bench: Bench) -> Part | None:
    """The phase that is on."""
    now = bench.desk.leading.now()
    return now.phase.part if now is not None and now.phase is not None else None


def go_to(bench: Bench, part: Part) -> None:
    """Press "Next" until a phase is on; what the students pick is skipped, how open something is put off."""
    for _ in range(12):
        if on(bench) is part:
            return
        bench.press("Next" if bench.page.name == "lead" else "Next phase")
        put_off(bench)
    raise AssertionError(part)


def put_off(bench: Bench) -> None:
    while any(one.accessibleName() == "Not sure yet" for one in bench.seen(QPushButton)):
        bench.press("Not sure yet")


def rows(bench: Bench) -> list[str]:
    """The agenda at the left, as it is read out."""
    return [row.accessibleName() for row in bench.seen(RailRow)]


def test_every_phase_has_its_turn_and_its_page(bench: Bench) -> None:
    seen = []
    for _ in range(14):
        seen.append((on(bench), bench.page.name))
        if on(bench) is Part.CHECK_OUT:
            break
        bench.press("Next" if bench.page.name == "lead" else "Next phase")
        put_off(bench)
    parts = list(dict.fromkeys(part for part, _ in seen))
    session = bench.desk.session
    assert session is not None
    assert parts == [phase.part for phase in agenda.phases_of(bench.programme, session.id)]
    where = dict(seen)
    assert (where[Part.MAKE_SENSE], where[Part.CHOOSE], where[Part.PLAN]) == ("board", "choose", "plan")
    assert {where[part] for part in (Part.WELCOME, Part.LAST_TIME, Part.CHECK_IN, Part.CHECK_OUT)} == {"lead"}
    bench.press("Next")
    assert bench.desk.session.done
    assert not bench.desk.clock.running
    assert "This session is over." in bench.texts()
    assert "What was uncomfortable?" not in bench.texts()
    bench.press("For the adults, when the students have gone…")
    bench.type("The silence", into="What was uncomfortable?")
    bench.press("It is not over yet")
    assert not bench.desk.session.done


def test_an_agenda_without_a_check_out_ends_with_its_last_phase(bench: Bench) -> None:
    session = bench.desk.session
    assert session is not None
    phases = [phase for phase in agenda.phases_of(bench.programme, session.id) if phase.part is Part.WELCOME]
    assert bench.desk.do("change-agenda", sessions.change_agenda, session.id, phases)
    bench.desk.clock.start()
    assert bench.button("Next").text() == "Finish  →"
    bench.press("Next")
    assert bench.desk.session.done  # type: ignore[union-attr]
    assert not bench.desk.clock.running


def test_the_room_reads_what_is_on_alone_and_the_board_comes_with_the_prompts(bench: Bench) -> None:
    page = bench.page
    assert isinstance(page, LeadPage)
    assert not page.board.isVisible()
    go_to(bench, Part.EXPLORE)
    assert page.board.isVisible()


def test_any_phase_is_a_press_away_and_the_one_before_too(bench: Bench) -> None:
    bench.press("Phase: Check-in")
    assert on(bench) is Part.CHECK_IN
    bench.press("Previous")
    assert on(bench) is Part.LAST_TIME
    bench.press("Phase: Choose")
    assert bench.page.name == "choose"
    bench.press("Lead")
    assert "What matters most to us?" in bench.texts()
    bench.press("Choose together  →")
    assert bench.page.name == "choose"


def test_the_rest_is_planned_anew_when_it_runs_over(bench: Bench) -> None:
    def planned() -> dict[Part, float]:
        return {one.round.part: one.minutes for one in bench.desk.leading.allotted() if one.state != "done"}

    go_to(bench, Part.CHECK_IN)
    before = planned()
    bench.spend(minutes=20)
    after = planned()
    assert after[Part.MAKE_SENSE] < before[Part.MAKE_SENSE]
    assert after[Part.CHECK_OUT] == before[Part.CHECK_OUT]
    assert any("behind" in words for words in bench.texts())


def test_an_unknown_openness_comes_before_the_ideas_and_is_seen_from_then_on(bench: Bench) -> None:
    go_to(bench, Part.EXPLORE)
    while bench.desk.leading.now().asked.aspect_id != "families":  # type: ignore[union-attr]
        bench.press("Next")
    assert "We don’t know yet how open this is. We will tell you." in bench.texts()
    bench.type("Nobody is held up", into="Type an idea", enter=True)
    bench.press("Say how open this is…")
    bench.press("Fixed")
    bench.type("The head", into="Whose rule or decision is it?")
    bench.type("It is the law", into="Why?", enter=True)
    declared = openness.of_aspect(bench.programme, "families")
    assert declared is not None
    assert (declared.how, declared.whose, declared.why) == (How.FIXED, "The head", "It is the law")
    bench.type("Ask them at home", into="Type an idea", enter=True)
    assert list(bench.programme.all(Idea).values())[-1].aspect_id == "families"


def test_a_prompt_is_passed_on_and_stays_on_the_map(bench: Bench) -> None:
    go_to(bench, Part.EXPLORE)
    asked = bench.desk.leading.now().asked  # type: ignore[union-attr]
    bench.press("We pass")
    assert bench.programme.get(sessions.Asked, asked.id).passed
    assert bench.desk.leading.now().asked.id != asked.id  # type: ignore[union-attr]
    map_ = coverage.explored(bench.programme, bench.desk.workspace.facts, bench.desk.bank)
    assert next(one for one in map_ if one.aspect.id == asked.aspect_id).asked


def test_what_is_for_the_leader_is_folded_away_until_it_is_wanted(bench: Bench) -> None:
    go_to(bench, Part.EXPLORE)
    asked = bench.desk.leading.now().asked  # type: ignore[union-attr]
    assert asked.note not in bench.texts()
    bench.press("For me")
    assert asked.note in bench.texts()
    assert any(asked.follow_ups[0] in words for words in bench.texts())
    bench.restart()
    bench.window.open_programme(next((bench.home / "programmes").glob("*.workshop")))
    assert asked.note in bench.texts()


def test_the_students_pick_what_nobody_asked(bench: Bench) -> None:
    go_to(bench, Part.EXPLORE)
    while not bench.desk.leading.pick_is_next():
        bench.press("Next")
        put_off(bench)
    bench.press("Next")
    assert isinstance(bench.page, LeadPage)
    assert bench.seen(OwnPickPanel)
    tile = bench.seen(PickTile)[0]
    bench.press(tile.accessibleName())
    session = bench.desk.session
    assert session is not None
    assert session.picked
    now = bench.desk.leading.now()
    assert now is not None and now.asked is not None
    assert now.asked.aspect_id == session.picked
    assert "Our own pick" not in rows(bench)
    bench.undo()
    assert not bench.desk.session.picked  # type: ignore[union-attr]


def test_a_session_with_nothing_prepared_begins_with_the_pick(bench: Bench) -> None:
    bench.press("Prepare")
    for name in ("Money and what it is spent on", "Families and home"):
        bench.press(name)
    bench.lead_it()
    go_to(bench, Part.EXPLORE)
    assert bench.seen(OwnPickPanel)
    bench.press(bench.seen(PickTile)[2].accessibleName())
    put_off(bench)
    bench.type("Ours", into="Type an idea", enter=True)
    assert list(bench.programme.all(Idea).values())[-1].aspect_id == bench.desk.session.picked  # type: ignore[union-attr]


def test_in_ten_minutes_the_pick_is_for_next_time(bench: Bench) -> None:
    bench.press("Prepare")
    bench.press("10 minutes")
    bench.lead_it()
    session = bench.desk.session
    assert session is not None
    go_to(bench, Part.EXPLORE)
    assert len(sessions.prompts_of(bench.programme, session.id)) == 1
    bench.press("Next")
    assert "Your pick: what shall we talk about next time?" in bench.texts()
    bench.press(bench.seen(PickTile)[1].accessibleName())
    assert len(sessions.prompts_of(bench.programme, session.id)) == 1
    assert on(bench) is Part.CHECK_OUT
    picked = bench.desk.session.picked  # type: ignore[union-attr]
    assert picked
    bench.press("End the session")
    bench.press("Prepare the next one  →")
    assert bench.stage.widget(bench.desk.bank.aspect(picked).name).isChecked()  # type: ignore[attr-defined]


def test_who_holds_a_job_is_seen_all_the_time(bench: Bench) -> None:
    go_to(bench, Part.EXPLORE)
    assert bench.button("Jobs").text() == "Jobs…"
    bench.press("Jobs")
    bench.press("Timekeeper")
    bench.key(Qt.Key.Key_Down)
    bench.key(Qt.Key.Key_Return)
    bench.press("Done")
    assert bench.button("Jobs").text() == "Timekeeper: Siân"


def test_jobs_are_for_students_who_are_here(bench: Bench) -> None:
    pick = bench.stage.widget("Reader")
    bench.press("Reader")
    bench.key(Qt.Key.Key_Down)
    bench.key(Qt.Key.Key_Down)
    bench.key(Qt.Key.Key_Return)
    session = bench.desk.session
    assert session is not None
    holder = jobs.holder(bench.programme, session.id, Task.READER)
    assert holder is not None
    assert holder.role.is_student
    assert pick.currentText() == holder.name  # type: ignore[attr-defined]
    assert "Mr A." not in [pick.itemText(at) for at in range(pick.count())]  # type: ignore[attr-defined]


class TestBell:
    def test_it_goes_on_next_week_at_the_same_place(self, bench: Bench) -> None:
        go_to(bench, Part.EXPLORE)
        before = bench.desk.leading.now()
        bench.spend(minutes=23)
        bench.press("Bell rang")
        assert "We stopped at minute 23, on 6 November." in bench.texts()
        assert "How many minutes do we have today?" not in bench.texts()
        path = bench.desk.workspace.store.path
        bench.stop()
        bench.clock.forward(days=7)
        bench.ticks.seconds = 3.0
        bench.start()
        assert bench.window.open_programme(path)
        assert bench.page.name == "lead"
        assert "We stopped at minute 23, on 6 November." in bench.texts()
        assert bench.seen(GoingOn)
        bench.spend(minutes=5)
        bench.press("Kit is here")
        bench.press("20")
        bench.press("Go on  →")
        session = bench.desk.session
        assert session is not None
        assert session.minutes == 43
        assert len(session.present) == 9
        assert bench.desk.leading.now() == bench.desk.leading.rounds()[bench.desk.leading.rounds().index(before)]
        assert bench.desk.clock.elapsed == timedelta(minutes=23)
        rest = sum(one.minutes for one in bench.desk.leading.allotted() if one.state != "done")
        assert rest == pytest.approx(20)

    def test_whoever_missed_it_hears_what_happened(self, bench: Bench) -> None:
        bench.press("Next")
        assert any(words.startswith("While you were away, Jo") for words in bench.texts())


class TestStrip:
    def test_it_says_now_and_next_where_the_phase_happens(self, bench: Bench) -> None:
        go_to(bench, Part.MAKE_SENSE)
        assert "Now: Make sense" in bench.texts()
        assert bench.button("Next phase").text() == "Next: Choose  →"
        bench.press("People")
        assert not any(words.startswith("Now:") for words in bench.texts())
        bench.press("Board")
        bench.press("Choose  →")
        assert on(bench) is Part.CHOOSE

    def test_it_is_not_there_before_a_session_has_begun(self, bench: Bench) -> None:
        bench.press("Board")
        assert not any(words.startswith("Now:") for words in bench.texts())


def test_hands_off_while_we_talk(bench: Bench) -> None:
    bench.press("Board")
    bench.press("More…")
    bench.menu("Ideas of all sessions")  # the session that is on has none yet
    text = next(iter(bench.programme.all(Idea).values())).text
    bench.press("Hands off")
    before = bench.programme
    free = bench.view.viewport().rect().bottomLeft() + QPoint(90, -40)
    bench.drag(text, free)
    bench.key(Qt.Key.Key_Delete)
    assert bench.programme == before
    bench.work.go("lead")
    go_to(bench, Part.EXPLORE)
    assert not bench.view.lock.is_open
    bench.press("Hands off")
    bench.press("Board")
    bench.press("See all")
    bench.drag(text, bench.view.viewport().rect().bottomLeft() + QPoint(90, -40))
    assert bench.programme != before


class TestAgenda:
    def test_it_is_changed_while_it_runs_and_that_can_be_undone(self, bench: Bench) -> None:
        session = bench.desk.session
        assert session is not None
        before = [(phase.part, phase.minutes) for phase in agenda.phases_of(bench.programme, session.id)]
        bench.press("Change the agenda…")
        bench.press("Check-in")
        bench.press("Leave out")
        bench.press("Share ideas: a minute more")
        bench.press("That is our agenda")
        after = [(phase.part, phase.minutes) for phase in agenda.phases_of(bench.programme, session.id)]
        assert Part.CHECK_IN not in dict(after)
        assert dict(after)[Part.EXPLORE] == dict(before)[Part.EXPLORE] + 1
        assert "Phase: Check-in" not in rows(bench)
        bench.undo()
        assert [(one.part, one.minutes) for one in agenda.phases_of(bench.programme, session.id)] == before

    def test_one_of_our_own_is_kept_on_the_laptop_for_every_programme(self, bench: Bench) -> None:
        bench.press("Prepare")
        bench.press("Change…")
        bench.press("Plan")
        bench.press("Leave out")
        bench.press("Save as our own…")
        bench.type("Ours on Fridays", enter=True)
        bench.press("All programmes")
        bench.press(PRACTISE.format(n=20))
        bench.press("Prepare")
        pick = bench.stage.widget("Agenda")
        assert "Ours on Fridays" in [pick.itemText(at) for at in range(pick.count())]  # type: ignore[attr-defined]

    def test_the_next_of_six_is_at_hand(self, bench: Bench) -> None:
        bench.press("Prepare")
        pick = bench.stage.widget("Agenda")
        place = next(at for at in range(pick.count()) if pick.itemText(at).startswith("1 of six"))  # type: ignore[attr-defined]
        bench.press("Agenda")
        bench.key(Qt.Key.Key_Home)
        for _ in range(place):
            bench.key(Qt.Key.Key_Down)
        bench.key(Qt.Key.Key_Return)
        bench.lead_it()
        assert bench.desk.session.template.startswith("six-")  # type: ignore[union-attr]
        go_to(bench, Part.CHECK_OUT)
        bench.press("End the session")
        bench.press("Prepare the next one  →")
        assert pick.currentText().startswith("2 of six")  # type: ignore[attr-defined]

    def test_other_minutes_fit_it_anew(self, bench: Bench) -> None:
        bench.press("Prepare")
        bench.press("10 minutes")
        bench.lead_it()
        session = bench.desk.session
        assert session is not None
        phases = agenda.phases_of(bench.programme, session.id)
        assert [phase.part for phase in phases] == [Part.LAST_TIME, Part.EXPLORE, Part.CHECK_OUT]
        assert sum(phase.minutes for phase in phases) == 10
        assert len(sessions.prompts_of(bench.programme, session.id)) == 1


def test_an_older_session_without_an_agenda_is_led_prompt_by_prompt(qapp, tmp_path) -> None:
    bench = Bench(tmp_path / "other")
    rich.board_of_six(bench.home, page="lead").close()
    bench.start()
    bench.press("Carry on")
    assert bench.button("Next").text() == "Next prompt  →"
    assert not [name for name in rows(bench) if name.startswith("Phase:")]
    settle()
    bench.stop()
