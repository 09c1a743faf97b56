"""What changed between two versions of a plan is said, all of it, and nothing where nothing changed."""

import itertools
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import History, calm, done, histories, nothing_yet, often, opening
from workshop_app import sealed, versions
from workshop_app.domain import answers, openness, plans, signing
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Hands, Plan
from workshop_app.sealed import (
    SealedAction,
    SealedAnswer,
    SealedIdea,
    SealedLimit,
    SealedObjection,
    SealedPerson,
    SealedPlan,
)

LATER = date(2027, 5, 1)
SIAN, ADE = SealedPerson("Siân", Role.STUDENT), SealedPerson("Ade", Role.STUDENT)
ACTIONS = (
    SealedAction("Try it in science", Hands.OURS, (SIAN,), "", date(2026, 12, 4), "1", "Three questions", ("A room",)),
    SealedAction("Ten minutes in the meeting", Hands.DECISION, (), "the head", date(2026, 12, 4), "2"),
)
PLAN = SealedPlan(
    format="workshop-plan-3",
    school="Hillside",
    year="2026–27",
    practice=False,
    plan="p",
    version=1,
    title="Ask us",
    review_on=date(2027, 1, 12),
    actions=ACTIONS,
    ideas=(
        SealedIdea("Ask us halfway", Role.STUDENT, 4, 1, False),
        SealedIdea("Tell us why", Role.STUDENT, 2, 0, True),
    ),
    change="Teachers ask halfway.",
    how_we_know="We count the slips.",
    why="",
    students_know="We stop asking.",
    staff_know="Halfway is in time.",
    help_we_have="",
    objection="",
    first_step="One lesson",
    objections=(SealedObjection(1, "It takes time.", Role.STAFF, ""),),
    answers=(SealedAnswer(1, answers.Kind.NOT_YET, "After the exams", "Ms Okoro", ""),),
    not_open=(SealedLimit("Uniform", openness.How.FIXED, "The governors", "Agreed in June"),),
)


def said(**other) -> tuple[str, ...]:
    return versions.changed(PLAN, replace(PLAN, version=2, **other))


def said_of(**other) -> tuple[str, ...]:
    return said(actions=(replace(ACTIONS[0], **other), ACTIONS[1]))


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (lambda: said(actions=ACTIONS[1:]), "We took out “Try it in science”."),
        (lambda: said_of(by=LATER), "The day for “Try it in science” moved from 4 December 2026 to 1 May 2027."),
        (lambda: said_of(owners=(ADE,)), "Now Ade carries “Try it in science”."),
        (lambda: said_of(owners=(SIAN, ADE)), "Now Siân and Ade carry “Try it in science”."),
        (lambda: said_of(hands=Hands.WITH_ADULT), "“Try it in science” is ours now, with an adult here."),
        (lambda: said_of(what="Try it in art"), "“Try it in science” is “Try it in art” now."),
        (lambda: said_of(help=()), "“Try it in science” does not rest on “A room” any more."),
        (lambda: said_of(help=("A room", "A film")), "“Try it in science” rests on “A film” too."),
        (lambda: said(actions=ACTIONS[::-1]), "The actions stand in another order."),
        (lambda: said(why="It matters."), "We wrote down why it matters: “It matters.”"),
        (lambda: said(first_step=""), "We took out the first small step."),
        (lambda: said(change="They ask."), "We changed the change. Now it says: “They ask.”"),
        (lambda: said(first_step_by=date(2026, 11, 20)), "The day for the first small step is 20 November 2026."),
        (lambda: said(review_on=None), "The day to look again is open again."),
        (lambda: said(objections=()), "The objection “It takes time.” stands no more."),
        (lambda: said(answers=()), "The answer to “Ask us halfway” is taken back."),
        (lambda: said(not_open=()), "Uniform is open now."),
    ],
)  # fmt: skip
def test_what_changed_is_said_in_plain_words(found, sentence):
    assert found() == (sentence,)


def test_several_changes_are_said_each_what_we_do_before_what_stands_behind_it():
    both = said(
        title="Halfway", actions=(replace(ACTIONS[0], owners=(ADE,), by=None), ACTIONS[1]), ideas=PLAN.ideas[:1]
    )
    assert both == (
        "The plan is called “Halfway” now.",
        "Now Ade carries “Try it in science”.",
        "The day for “Try it in science” is open again.",
        "The idea “Tell us why” is not behind it any more.",
    )


def test_long_words_are_cut_and_stay_on_one_line():
    (line,) = said(why="It matters a lot\n" * 40)
    assert len(line) < 140
    assert line.endswith("…”")
    assert "\n" not in line


def test_the_same_twice_is_two_actions_and_actions_without_ids_are_told_apart_by_their_words():
    bare = tuple(replace(one, id="") for one in ACTIONS)
    old = replace(PLAN, actions=bare)
    assert versions.changed(old, PLAN) == ()
    assert versions.changed(old, replace(PLAN, actions=(*ACTIONS, replace(ACTIONS[0], id="3")))) == (
        "New: “Try it in science”, by Siân, until 4 December 2026.",
    )
    assert versions.changed(old, replace(PLAN, actions=ACTIONS[:1])) == ("We took out “Ten minutes in the meeting”.",)


OTHERS = {
    bool: lambda value: not value,
    type(None): lambda _: date(2030, 1, 1),
    date: lambda _: date(2030, 1, 1),
    Role: lambda _: Role.COMMUNITY,
    Hands: lambda _: Hands.WITH_ADULT,
    answers.Kind: lambda _: answers.Kind.NO,
    openness.How: lambda _: openness.How.LIMITED,
    int: lambda value: value + 7,
    str: lambda value: f"{value}·",
    tuple: lambda _: (((0.25, 0.5), (0.5, 0.5)),),
}


def other(value):
    """Another value of the same type."""
    return OTHERS[type(value)](value)


def one_thing_changed():
    """Every plan that differs in one value from PLAN, by what differs."""
    plain = [one.name for one in fields(PLAN) if one.name not in ("format", "version")]
    for name in plain:
        value = getattr(PLAN, name)
        if not isinstance(value, tuple):
            yield name, replace(PLAN, **{name: other(value)})
            continue
        for part in fields(value[0]):
            changed = (
                ("·",)
                if part.name == "help"
                else (ADE,)
                if part.name == "owners"
                else other(getattr(value[0], part.name))
            )
            if (name, part.name) in {("objections", "idea"), ("answers", "idea")}:
                changed = 2
            yield (
                f"{name}.{part.name}",
                replace(PLAN, **{name: (replace(value[0], **{part.name: changed}), *value[1:])}),
            )
        yield f"less {name}", replace(PLAN, **{name: value[1:]})
        yield f"more {name}", replace(PLAN, **{name: (*value, value[0])})


@pytest.mark.parametrize(
    ("name", "after"), list(one_thing_changed()), ids=lambda one: one if isinstance(one, str) else ""
)
def test_nothing_that_is_signed_changes_without_a_word(name, after):
    assert versions.changed(PLAN, after), name
    assert versions.changed(after, PLAN)


@calm
@given(histories())
def test_whatever_is_done_a_version_says_nothing_only_where_its_words_are_the_same(past: History):
    for plan in past.end.all(Plan).values():
        found = versions.since_last(past.end, plan.id)
        assert (found is None) == (not plan.earlier)
        if found is None:
            continue
        number, sentences = found
        before, now = sealed.read(plan.earlier[-1]), sealed.read(signing.canonical(past.end, plan))
        assert number == before.version < plan.version
        if plan.sealed is None:
            same = replace(before, version=0) == replace(now, version=0)
            assert same == (not sentences)


@often
@given(st.lists(st.sampled_from(["Siân", "Ade"]), min_size=1, max_size=2, unique=True), st.booleans())
def test_changing_and_changing_back_says_nothing(names, by):
    owners = tuple(SealedPerson(name, Role.STUDENT) for name in names)
    there = replace(PLAN, actions=(replace(ACTIONS[0], owners=owners, by=None if by else ACTIONS[0].by), ACTIONS[1]))
    assert versions.changed(there, there) == ()
    assert bool(versions.changed(PLAN, there)) == (there != PLAN)


def test_an_open_plan_is_compared_with_what_was_closed_before():
    programme = done(nothing_yet(), opening(itertools.count(1)))
    plan = next(plan for plan in programme.all(Plan).values() if plan.sealed is not None)
    programme = signing.reopen(programme, plan.id).programme
    assert versions.since_last(programme, plan.id) == (plan.version, ())
    programme = plans.write(programme, plan.id, "why", "It matters.").programme
    number, sentences = versions.since_last(programme, plan.id) or (0, ())
    assert number == plan.version
    assert "“It matters.”" in sentences[0]


def test_an_earlier_version_that_can_not_be_read_says_nothing():
    programme = done(nothing_yet(), opening(itertools.count(1)))
    plan = next(iter(programme.all(Plan).values()))
    damaged = {plan.id: replace(plan, earlier=('{"format": "workshop-plan-99"}',))}
    programme = type(programme)({**programme.tables, Plan: damaged})
    assert versions.since_last(programme, plan.id) is None
