"""What the programme adds to a sealed plan on paper: what is overdue, what was talked about, who agreed last."""

from datetime import date, timedelta

from tests.documents.reading import spoken, text
from tests.papers.test_plan import AT, ON, closed, sign, signed
from tests.ui.bench import bank
from workshop_app import papers
from workshop_app.domain import asset_map, ideas, people, plans, school_promise, signing, triggers
from workshop_app.domain.asset_map import Sort
from workshop_app.domain.people import Role
from workshop_app.domain.programme import Programme

LATE = date(2026, 11, 10)
EARLY = AT - timedelta(days=20)


def pulled(programme: Programme) -> Programme:
    """What seven back must be answered, by a day that is past on the paper's."""
    programme = school_promise.write_promise(programme, new_id="promise", at=AT, backers=5).programme
    programme = school_promise.sign_promise(
        programme, "promise", signed_by="Ms Patel", post="Head", at=AT, words="Ms Patel"
    ).programme
    return triggers.pull(
        programme, new_id="trigger", at=EARLY, idea_id="idea-1", decider="Ms Patel", due=LATE
    ).programme


def test_an_overdue_trigger_is_on_the_paper_and_the_paper_rests_on_it() -> None:
    programme = pulled(signed())
    file = papers.plan_pdf(programme, "plan", ON)
    assert "7 of us backed this. An answer from Ms Patel was due on 10 November 2026." in text(file.pdf)
    assert {"trigger", "idea-1"} <= file.rests_on
    before = papers.plan_pdf(programme, "plan", LATE)
    assert "overdue" not in text(before.pdf)
    assert "trigger" not in before.rests_on


def test_what_left_the_board_is_not_printed_as_overdue() -> None:
    programme = pulled(signed())
    programme = ideas.set_idea_aside(programme, "idea-1", "Said twice").programme
    assert "was due on" not in text(papers.plan_pdf(programme, "plan", ON).pdf)


def test_coverage_comes_from_what_was_asked_and_given() -> None:
    words = [alt for kind, alt in spoken(papers.plan_pdf(signed(), "plan", ON, bank=bank()).pdf) if kind == "Figure"]
    assert any("Ideas given: Students 1, Staff 1, Families 1." in alt for alt in words)
    assert any("Parts of school life that we asked about" in alt for alt in words)


def test_the_head_in_the_room_signs_last_and_for_the_school() -> None:
    programme = people.add_person(signed(), new_id="head", at=AT, name="Ms Patel", role=Role.STAFF).programme
    programme = people.give_post(programme, "head", "Head teacher").programme
    programme = sign(sign(programme, "id-mum", 8), "head", 9)
    words = text(papers.plan_pdf(programme, "plan", ON).pdf)
    assert "Ms Patel (Head teacher) has agreed too." in words


def test_what_was_sealed_of_help_days_and_origin_is_printed() -> None:
    programme = signing.reopen(closed(), "plan").programme
    programme = asset_map.add_asset(
        programme, new_id="slips", at=AT, sort=Sort.EQUIPMENT, what="Paper slips", held_by=Role.STUDENT
    ).programme
    programme = plans.rest_on(programme, "make", "slips", True).programme
    programme = plans.write(programme, "plan", "first_step", "One slip").programme
    programme = plans.step_by(programme, "plan", ON + timedelta(days=9)).programme
    programme = signing.close_for_signing(programme, "plan").programme
    programme = sign(sign(programme, "id-sian"), "id-mr-a")
    words = text(papers.plan_pdf(programme, "plan", ON).pdf)
    assert "With: Paper slips" in words
    assert "One slip By 22 November 2026." in words
