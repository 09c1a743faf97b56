"""The ledger on its page: a theme is answered in one step, what was answered is told in one press, triggers count."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui import promised
from tests.ui.bench import Bench, settle
from tests.ui.looking import SIZES, unreadable
from workshop_app.domain import answers, honest_no, ledger, told
from workshop_app.domain.answers import Answer, Kind
from workshop_app.domain.honest_no import HonestNo
from workshop_app.domain.ledger import Stands
from workshop_app.domain.told import Told
from workshop_app.ui.ledger_rows import LedgerRows
from workshop_app.ui.tour import gestures


@pytest.fixture
def year(bench: Bench) -> Iterator[Bench]:
    made = promised.year(bench.home)
    made.page("promises")
    made.close()
    bench.start()
    bench.press("Carry on")
    yield bench


def rows(bench: Bench) -> LedgerRows:
    [found] = bench.seen(LedgerRows)
    return found


def listed(bench: Bench) -> list[tuple[str, str]]:
    return [(one.title, one.right) for one in rows(bench).rows()]


def choose(bench: Bench, title: str) -> None:
    view = rows(bench)
    at = next(number for number, one in enumerate(view.rows()) if one.title == title)
    area = view.visualRect(view.model().index(at, 0))
    gestures.click(view.viewport(), QPoint(40, area.center().y()))
    settle()


def test_what_waits_is_listed_what_must_be_answered_first_and_says_how_long(year: Bench) -> None:
    assert listed(year) == [
        ("Must be answered by a day", ""),
        ("Talk first", "3 days overdue"),
        ("Waiting for more than a week", ""),
        ("Ask us", "20 days"),
    ]
    assert "3 ideas wait for an answer." in year.texts()
    assert "Now tell: The chair of governors" in year.texts()
    choose(year, "Ask us")
    assert "It waits for 20 days, longer than the school promised." in year.texts()
    choose(year, "Waiting for more than a week")  # a heading is no entry
    assert rows(year).key() == ledger.of(year.programme, year.desk.today()).standing(Stands.WAITING)[0].key


def test_one_answer_to_a_theme_and_one_press_to_tell_it(year: Bench) -> None:
    choose(year, "Ask us")
    assert "One answer to all 2?" in year.texts()
    year.press("passed on")
    year.type("It is theirs to say", into="The reason")
    year.type("The governors", into="To whom does it go on?")
    year.press("Give this answer")
    given = [one for one in year.programme.all(Answer).values() if one.kind is Kind.PASSED_ON]
    assert len(given) == 2
    year.press("To be told (3)")
    choose(year, "Ask us")
    assert "Who decided is not written down." in year.texts()
    year.over("Mr Bell", "Who tells them?")
    year.press("We told them")
    assert {one.by for one in year.programme.all(Told).values()} == {"Mr Bell"}
    year.press("Told (2)")
    year.press("They were not told after all")
    assert told.by_answer(year.programme) == {}
    year.undo()
    assert len(told.by_answer(year.programme)) == 2


def test_a_no_leads_to_the_honest_path_and_once_it_was_walked_it_counts_for_the_theme(year: Bench) -> None:
    choose(year, "Ask us")
    year.press("Or a no, by the honest path  →")
    assert year.page.name == "idea"
    year.press("No money")
    [path] = year.programme.all(HonestNo).values()
    for step in ("need", "students_say"):
        year.desk.do("honest-no", honest_no.fill, path.id, step, f"about {step}")
    said = {"new_id": "no", "at": year.desk.workspace.now(), "kind": Kind.NO, "reason": "It costs too much"}
    year.desk.do("settle", honest_no.settle, path.id, **said)
    year.press("Promises")
    choose(year, "A card on the desk")  # the one of the theme that still waits
    year.press("no")
    year.type("So does this", into="The reason")
    year.press("Give this answer")
    refused = [one.idea_id for one in year.programme.all(Answer).values() if one.kind is Kind.NO]
    assert len(refused) == 2
    assert all(honest_no.walked(year.programme, key).need == "about need" for key in refused)


def test_what_was_demanded_can_be_let_go_and_an_answer_settles_it(year: Bench) -> None:
    choose(year, "Talk first")
    year.press("Print the letter…")
    assert year.files.suggested.endswith(".pdf")
    year.press("We no longer ask for it")
    assert "Must be answered by a day" not in [title for title, _ in listed(year)]
    year.undo()
    choose(year, "Talk first")
    year.press("yes")
    year.press("Give this answer")
    assert answers.answer_to(year.programme, year.programme.get(Answer, answers_of(year)[-1]).idea_id) is not None
    assert "Talk first" not in [title for title, _ in listed(year)]


def answers_of(bench: Bench) -> list[str]:
    return list(bench.programme.all(Answer))


def test_keys_walk_the_list_and_pass_headings_by(year: Bench) -> None:
    choose(year, "Talk first")
    first = rows(year).key()
    year.key(Qt.Key.Key_Down)
    assert rows(year).key() not in ("", first)


def test_by_plan_every_promise_of_it_can_be_followed(year: Bench) -> None:
    year.press("By plan")
    year.press("Stuck: Find a room")
    year.type("A key", into="What would help? Find a room", enter=True)
    assert "It is stuck. What would help: A key" in year.texts()
    year.press("Done: Find a room")
    year.press("Really Partly: Find a room")
    assert "It is said to be done. We say: it happened in part." in year.texts()
    year.press("Hand over: Find a room")
    year.menu("Siân → Ade")
    assert any(one.startswith("Ade · by 4 November") for one in year.texts())
    first = "First small step: Look at the map · by 5 November 2026"
    assert {first, "We look again on 7 November 2026"} <= set(year.texts())
    year.spend(minutes=24 * 60)
    year.press("Waiting (3)")
    year.press("By plan")
    assert {first, "It is time to look again: 7 November 2026"} <= set(year.texts())


@pytest.mark.parametrize("text_size", [100, 200])
def test_all_of_it_can_be_read_on_the_smallest_laptop(bench: Bench, text_size: int) -> None:
    made = promised.year(bench.home)
    made.page("lead")
    made.close()
    (bench.home / "settings.json").write_text(json.dumps({"text_size": text_size}))
    bench.start(SIZES[0] if text_size == 100 else SIZES[1])
    bench.press("Carry on")
    wrong = {"opening": unreadable(bench.window)}
    bench.work.go("promises")
    for chip in ("Waiting (3)", "To be told (1)", "By plan", "School promise"):
        bench.press(chip)
        settle()
        wrong[chip] = unreadable(bench.window)
    assert {where: found for where, found in wrong.items() if found} == {}
