"""What the head's paper carries of those who object, of what was not open, and of the answers that ideas have."""

import csv
import io
import json
from dataclasses import replace

import pytest

from tests.documents.reading import text
from tests.papers.test_plan import AT, ON, closed, sign
from workshop_app import papers, sealed
from workshop_app.domain import answers, consent, honest_no, ideas, openness, plans, signing
from workshop_app.domain.answers import Kind
from workshop_app.domain.openness import How
from workshop_app.domain.people import Role
from workshop_app.domain.programme import Programme
from workshop_app.exchange import columns

CANARY = "canary"
UNDERNEATH = {"need", "small_try", "students_say"}


def voiced() -> Programme:
    """The plan of `closed`, open again, with voices around it, some of which are not for this paper."""
    programme = signing.reopen(closed(), "plan").programme
    said_of = {"o-1": ("idea-1", "It takes time."), "o-2": ("idea-2", "We do ask.")}
    said_of |= {"o-3": ("idea-3", CANARY), "o-4": ("idea-1", CANARY)}
    for key, (idea_id, words) in said_of.items():
        said = {"idea_id": idea_id, "role": Role.STUDENT, "text": words}
        programme = consent.object_to(programme, new_id=key, at=AT, **said).programme
    programme = consent.meet(programme, "o-1", "One subject first.").programme
    programme = consent.withdraw_objection(programme, "o-4").programme
    for aspect, how in (("Uniform", How.FIXED), ("Homework", How.OPEN), ("Staffing", How.KEPT_OUT)):
        declared = {"aspect_id": aspect, "aspect": aspect, "family": "days", "how": how}
        programme = openness.declare(
            programme, new_id=f"n-{aspect}", at=AT, whose="The governors", why=f"About {aspect}.", **declared
        ).programme
    path = {"idea_id": "idea-2", "because": honest_no.Because.MONEY}
    programme = honest_no.open_path(programme, new_id="path", at=AT, **path).programme
    programme = honest_no.fill(programme, "path", "need", CANARY).programme
    programme = answers.answer(
        programme, new_id="a-1", at=AT, idea_id="idea-2", kind=Kind.NOT_YET, reason="After the exams.", by="Ms Patel"
    ).programme
    return ideas.translated(programme, "idea-1", "It is too late then.").programme


def file_of(programme: Programme) -> papers.PlanFile:
    programme = signing.close_for_signing(programme, "plan").programme
    for number, who in enumerate(("id-sian", "id-mr-a")):
        programme = signing.sign(programme, "plan", who, new_id=f"s-{number}", at=AT, words=who[3:]).programme
    return papers.plan_pdf(programme, "plan", ON)


@pytest.fixture(scope="module")
def file() -> papers.PlanFile:
    return file_of(voiced())


def test_objections_to_the_plans_ideas_are_on_it_in_their_own_words(file):
    words = text(file.pdf)
    assert "“It takes time.” A student · how we met it: One subject first." in words
    assert "“We do ask.” A student · it stands" in words


def test_every_aspect_that_was_not_open_is_on_it(file):
    words = text(file.pdf)
    assert "Uniform: fixed The governors · About Uniform." in words
    assert "Staffing: kept out The governors · About Staffing." in words
    assert "About Homework." not in words


def test_an_idea_is_on_it_with_its_answer_and_its_translation(file):
    words = text(file.pdf)
    assert "Answered: not yet · Ms Patel · After the exams." in words
    assert "“It is too late then.”" in words


def walked() -> Programme:
    """As `voiced`, with an answer that came by the honest path."""
    programme = answers.withdraw_answer(voiced(), "a-1").programme
    said = {"need": "To be asked in time.", "small_try": "One class in May.", "students_say": "Then ask ours."}
    for step, words in said.items():
        programme = honest_no.fill(programme, "path", step, words).programme
    how = {"kind": Kind.NO, "reason": "There is no budget.", "by": "Ms Patel"}
    return honest_no.settle(programme, "path", new_id="a-9", at=AT, **how).programme


def test_what_lies_underneath_a_no_is_on_it_with_what_students_say(file):
    found = file_of(walked())
    words = text(found.pdf)
    assert "Answered: no · Ms Patel · There is no budget." in words
    assert (
        "The need underneath: To be asked in time. · What could be tried: One class in May. · "
        "Students say to it: “Then ask ours.”"
    ) in words
    assert {"a-9", "path"} <= found.rests_on
    assert "The need underneath" not in text(file.pdf)  # its path is not at an end


def test_a_plan_that_was_closed_before_answers_had_that_is_read_and_printed():
    programme = signing.close_for_signing(walked(), "plan").programme
    plan = programme.get(plans.Plan, "plan")
    content = json.loads(plan.sealed or "")
    older = [{n: v for n, v in one.items() if n not in UNDERNEATH} for one in content["answers"]]
    assert older != content["answers"]
    words = json.dumps({**content, "answers": older}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    programme = Programme({**programme.tables, plans.Plan: {plan.id: replace(plan, sealed=words)}})
    assert sealed.read(words).answers[0].need == ""
    programme = sign(sign(programme, "id-sian"), "id-mr-a", 1)
    printed = papers.plan_pdf(programme, "plan", ON)
    assert printed.content_hash == signing.content_hash(words)
    assert "Answered: no · Ms Patel · There is no budget." in text(printed.pdf)


def test_nothing_else_is(file):
    assert CANARY not in text(file.pdf)


def test_it_rests_on_what_it_shows(file):
    assert {"o-1", "o-2", "n-Uniform", "n-Staffing", "a-1"} <= file.rests_on
    assert not {"o-3", "o-4", "n-Homework", "path"} & file.rests_on


def test_paper_holds_what_was_sealed_not_what_is_said_today():
    programme = signing.close_for_signing(voiced(), "plan").programme
    programme = sign(sign(programme, "id-sian"), "id-mr-a", 1)
    before = papers.plan_pdf(programme, "plan", ON).pdf
    programme = consent.meet(programme, "o-2", "Later words.").programme
    programme = openness.declare(
        programme, new_id="n", at=AT, aspect_id="Food", aspect="Food", family="days", how=How.FIXED, whose="X", why="Y"
    ).programme
    programme = answers.answer(programme, new_id="a-2", at=AT, idea_id="idea-2", kind=Kind.YES).programme
    assert papers.plan_pdf(programme, "plan", ON).pdf == before


def test_what_the_plan_says_itself_of_objections_is_not_said_twice():
    programme = voiced()
    said = [one for key in ("idea-1", "idea-2") for one in consent.objections(programme, key)]
    again = consent.quoted((one.text, one.met) for one in said)
    same = plans.write(programme, "plan", "objection", again).programme
    assert text(file_of(same).pdf).count("“We do ask.”") == 1
    more = plans.write(programme, "plan", "objection", "Two of us see it otherwise.").programme
    assert "Kept: an objection Two of us see it otherwise." in text(file_of(more).pdf)


def test_a_drawing_is_on_it():
    programme = voiced()
    idea = programme.get(ideas.Idea, "idea-1")
    drawn = replace(idea, drawing=tuple(((0.1, n / 10), (0.5, 0.2), (0.9, n / 10)) for n in range(9)))
    programme = Programme({**programme.tables, ideas.Idea: {**programme.all(ideas.Idea), idea.id: drawn}})
    assert len(file_of(programme).pdf) > len(file_of(voiced()).pdf) + 100


def test_the_table_of_ideas_has_each_answer_with_its_reason():
    programme = voiced()
    passed = {"kind": Kind.PASSED_ON, "reason": "Theirs to decide.", "passed_to": "The governors"}
    programme = answers.answer(programme, new_id="a-3", at=AT, idea_id="idea-3", **passed).programme
    rows = list(csv.reader(io.StringIO(papers.ideas_csv(programme).decode("utf-8-sig"))))
    assert [row[-2:] for row in rows] == [
        ["Answered", "Reason"],
        ["", ""],
        ["not yet", "After the exams."],
        ["passed on to The governors", "Theirs to decide."],
    ]


def test_that_table_is_read_back_by_its_ideas_not_by_the_reasons():
    programme = voiced()
    long = {
        "kind": Kind.NOT_YET,
        "reason": "A reason that is much longer than any idea on this board could ever be. " * 3,
    }
    for key in ("idea-1", "idea-2", "idea-3"):
        programme = answers.answer(programme, new_id=f"long-{key}", at=AT, idea_id=key, **long).programme
    rows = list(csv.reader(io.StringIO(papers.ideas_csv(programme).decode("utf-8-sig"))))
    assert columns.text_column([tuple(row) for row in rows[1:]], rows[0]) == 0
