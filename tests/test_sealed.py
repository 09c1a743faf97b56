"""A closed plan's text is read back whole; one that was closed under the first format is read, signed and printed."""

import itertools
import json
from dataclasses import asdict, fields, replace
from datetime import date

import pytest
from hypothesis import given

from tests.documents.reading import text
from tests.papers.test_plan import AT, ON, STROKES, closed, sign
from tests.strategies import History, calm, done, histories, nothing_yet, opening
from workshop_app import papers, sealed
from workshop_app.domain import consent, plans, signing
from workshop_app.domain.errors import DomainError
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Hands, Plan
from workshop_app.domain.programme import Programme

NEW = {"objections", "answers", "not_open", "first_step_by", "came_from"}  # since the first format
NEW_OF_ACTIONS = {"id", "done_looks", "help"}
NEW_OF_IDEAS = {"translation", "drawing"}


def first_format(programme: Programme) -> Programme:
    """The programme of `closed`, as it would have been closed under the first format."""
    plan = programme.get(Plan, "plan")
    content = json.loads(plan.sealed or "")
    content = {name: value for name, value in content.items() if name not in NEW}
    content["format"] = "workshop-plan-1"
    content["actions"] = [{n: v for n, v in one.items() if n not in NEW_OF_ACTIONS} for one in content["actions"]]
    content["ideas"] = [{n: v for n, v in idea.items() if n not in NEW_OF_IDEAS} for idea in content["ideas"]]
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Programme({**programme.tables, Plan: {plan.id: replace(plan, sealed=text)}})


def words(programme: Programme) -> str:
    return programme.get(Plan, "plan").sealed or ""


@calm
@given(histories())
def test_all_that_is_sealed_is_read(past: History):
    for plan in past.end.all(Plan).values():
        if plan.sealed is None:
            continue
        read = asdict(sealed.read(plan.sealed))
        assert json.loads(json.dumps(read, default=str)) == json.loads(plan.sealed)


def test_every_part_that_is_written_has_a_field():
    programme = done(nothing_yet(), opening(itertools.count(1)))
    plan = next(plan for plan in programme.all(Plan).values() if plan.sealed is not None)
    names = {field.name for field in fields(sealed.SealedPlan)}
    assert set(json.loads(signing.canonical(programme, plan))) == names


def test_days_hands_and_roles_are_what_they_are():
    read = sealed.read(words(closed()))
    assert read.review_on == date(2027, 3, 12)
    assert [action.hands for action in read.actions] == [Hands.DECISION, Hands.OURS, Hands.WITH_ADULT]
    assert read.actions[1].owners[0] == sealed.SealedPerson("Siân", Role.STUDENT)


def test_a_plan_of_the_first_format_is_read_signed_and_printed():
    programme = first_format(closed())
    read = sealed.read(words(programme))
    assert (read.format, read.objections, read.answers, read.not_open) == ("workshop-plan-1", (), (), ())
    assert [idea.text for idea in read.ideas] == ["It’s too late to say you were lost.", "Ask on slips."]
    programme = sign(sign(programme, "id-sian"), "id-mr-a", 1)
    file = papers.plan_pdf(programme, "plan", ON)
    assert file.content_hash == signing.content_hash(words(programme))
    assert "“Ask on slips.”" in text(file.pdf)
    assert signing.standing(programme, "plan").is_signed_off


def test_a_signature_under_the_first_format_is_void_under_the_next_version():
    programme = sign(first_format(closed()), "id-sian")
    programme = signing.reopen(programme, "plan").programme
    programme = signing.close_for_signing(programme, "plan").programme
    assert sealed.read(words(programme)).format == "workshop-plan-3"
    standing = signing.standing(programme, "plan")
    assert (standing.signed, len(standing.void)) == ((), 1)
    again = signing.sign(programme, "plan", "id-sian", new_id="again", at=AT, strokes=STROKES).programme
    assert len(signing.standing(again, "plan").signed) == 1


@pytest.mark.parametrize(
    "spoiled",
    [
        "",
        "{}",
        "[]",
        "nonsense",
        '{"format": "workshop-plan-1"}',
        words(closed()).replace("workshop-plan-3", "workshop-plan-4"),
        words(closed()).replace('"ours"', '"theirs"'),
        words(closed()).replace('"version":1', '"version":"1"'),
        words(closed()).replace("2027-03-12", "2027-13-12"),
    ],
)
def test_what_is_no_closed_plan_is_refused_in_a_sentence(spoiled):
    with pytest.raises(DomainError, match="can't be read here"):
        sealed.read(spoiled)


def test_the_plans_own_words_about_objections_are_left_out_only_where_they_say_the_same_again():
    read = sealed.read(words(closed()))
    one = sealed.SealedObjection(1, "It takes time.", Role.STUDENT, "We begin\nsmall.")
    again = consent.quoted([(one.text, one.met)])
    assert again == "“It takes time.” We begin small."
    for written, shown in (("", ""), (again, ""), (f"{again} And more.", f"{again} And more.")):
        assert replace(read, objections=(one,), objection=written).objection_besides == shown
    assert replace(read, objection="We wrote it ourselves.").objection_besides == "We wrote it ourselves."


def test_an_objection_that_the_plan_quotes_is_not_said_twice():
    read = sealed.read(words(closed()))
    one = sealed.SealedObjection(1, "It takes time.", Role.STUDENT, "")
    two = sealed.SealedObjection(1, "I like it loud.", Role.STUDENT, "")
    both = replace(read, objections=(one, two))
    assert replace(both, objection="").objections_besides == (one, two)
    assert replace(both, objection="“It takes time.” We begin small.").objections_besides == (two,)


def test_why_it_matters_is_left_out_only_where_the_ideas_say_it_themselves():
    read = sealed.read(words(closed()))
    again = plans.in_their_words(read.ideas)
    assert "It’s too late to say you were lost." in again
    for written, shown in (("", ""), (again, ""), (f"{again} And more.", f"{again} And more.")):
        assert replace(read, why=written).why_besides == shown
