"""A signature counts for exactly the words that were signed, and for no others."""

import itertools
import json
import math
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import NOW, History, calm, done, histories, nothing_yet, often, opening
from workshop_app.domain import plans
from workshop_app.domain.answers import Answer, Kind
from workshop_app.domain.consent import Objection
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea
from workshop_app.domain.openness import How, Openness
from workshop_app.domain.people import Person, Role, add_person, change_role, give_post, group, leave_group
from workshop_app.domain.plans import TEXTS, Action, Hands, Plan, actions_of
from workshop_app.domain.programme import About, Programme
from workshop_app.domain.sessions import Session
from workshop_app.domain.signing import (
    Signature,
    canonical,
    close_for_signing,
    content_hash,
    head_signature,
    mark_absent,
    reopen,
    sign,
    signatures_for,
    standing,
    withdraw,
)
from workshop_app.domain.strokes import MOST_POINTS

# What signing is about, field by field; what is not in the list must be named here, with a reason.
UNSEALED = {
    About: {"id"},  # always the same
    Plan: {"added_at", "sealed", "absent", "dropped", "idea_ids", "earlier"},  # about the paper; ideas by their words
    Action: {
        "id",
        "plan_id",
        "place",
        "dropped",
        "owner_ids",
        "asset_ids",
    },  # places by the order, the rest by its words
    Idea: {
        *("id", "added_at", "source", "session_id", "asked_id", "aspect_id", "label", "family", "person_id"),
        *("theme_id", "place", "x", "y", "forward", "set_aside"),  # where it came from and where it lies; never whose
        *("because", "unseen"),  # what was set aside is in no plan
        *("talked", "reach", "effort"),  # how the board was looked at
    },
    Person: {"id", "added_at", "left", "post"},
    Objection: {"id", "idea_id", "added_at", "withdrawn"},  # the idea by its place; who took it back doesn't object
    Answer: {"id", "idea_id", "added_at", "withdrawn"},  # only the one that counts is sealed
    Openness: {"id", "aspect_id", "family", "added_at"},  # the aspect by its name
}


def closed() -> tuple[Programme, Plan]:
    """After the opening: a closed plan, signed by the teacher; its earlier version was signed by a student."""
    programme = done(nothing_yet(), opening(itertools.count(1)))
    return programme, next(plan for plan in programme.all(Plan).values() if plan.sealed is not None)


def opened() -> tuple[Programme, Plan]:
    programme, plan = closed()
    programme = reopen(programme, plan.id).programme
    return programme, programme.get(Plan, plan.id)


def put(programme: Programme, entity) -> Programme:
    kind = type(entity)
    return Programme({**programme.tables, kind: {**programme.all(kind), entity.id: entity}})


def voiced() -> tuple[Programme, Plan]:
    """An open plan with an objection to its first idea, an answer to it, and an aspect that is not open."""
    programme, plan = opened()
    programme = Programme({kind: table for kind, table in programme.tables.items() if kind is not Answer})
    first = plan.idea_ids[0]
    for entity in (
        Objection("o", first, Role.STUDENT, "It takes time.", "We begin small.", NOW),
        Answer("a", first, Kind.PASSED_ON, "Theirs to decide.", "Ms Patel", "The governors", NOW),
        Openness("n", "uniform", "Uniform", "days", How.LIMITED, "The governors", "Agreed in June.", NOW),
    ):
        programme = put(programme, entity)
    return programme, plan


OTHERS = {
    How: lambda _: How.FIXED,
    Kind: lambda _: Kind.NO,
    tuple: lambda _: (((0.25, 0.5), (0.5, 0.5)),),
    Role: lambda _: Role.COMMUNITY,
    Hands: lambda _: Hands.WITH_ADULT,
    bool: lambda value: not value,
    int: lambda value: value + 1,
    str: lambda value: value + "·",
    date: lambda value: value.replace(day=value.day % 28 + 1),
    type(None): lambda _: date(2027, 2, 3),
}


def other(value):
    """Another value of the same type."""
    return OTHERS[type(value)](value)


def sealed_parts(programme: Programme, plan: Plan):
    action = actions_of(programme, plan.id)[0]
    owner = programme.get(Person, action.owner_ids[0])
    voices = programme.get(Objection, "o"), programme.get(Answer, "a"), programme.get(Openness, "n")
    return [programme.about, plan, action, programme.get(Idea, plan.idea_ids[0]), owner, *voices]


def test_every_field_is_sealed_or_is_not_for_a_reason():
    programme, plan = voiced()
    before = canonical(programme, plan)
    for entity in sealed_parts(programme, plan):
        kind = type(entity)
        for name in {field.name for field in fields(kind)} - UNSEALED[kind] - {"id"}:
            changed = put(programme, replace(entity, **{name: other(getattr(entity, name))}))
            after = canonical(changed, changed.get(Plan, plan.id))
            assert content_hash(after) != content_hash(before), f"{kind.__name__}.{name} is not sealed"


def test_which_ideas_actions_and_owners_and_in_which_order_is_sealed_too():
    programme, plan = opened()
    action = actions_of(programme, plan.id)[0]
    second = replace(action, id="second", place=1, what="Then write it up")
    more = put(programme, second)
    people = [person.id for person in programme.all(Person).values()]
    variants = [
        programme,
        put(programme, replace(plan, id="plan-of-another-id")),
        put(programme, replace(plan, idea_ids=plan.idea_ids[:1])),
        put(programme, replace(plan, idea_ids=plan.idea_ids[::-1])),
        put(programme, replace(plan, idea_ids=())),
        put(programme, replace(action, dropped=True)),
        put(programme, replace(action, owner_ids=tuple(people[:2]))),
        put(programme, replace(action, owner_ids=tuple(people[1::-1]))),
        put(programme, replace(action, by=None)),
        more,
        put(more, replace(second, place=-1)),
    ]
    keys = [plan.id, "plan-of-another-id", *[plan.id] * 9]
    texts = [canonical(variant, variant.get(Plan, key)) for variant, key in zip(variants, keys, strict=True)]
    assert len({content_hash(text) for text in texts}) == len(texts)


def test_what_was_taken_back_and_what_is_about_other_ideas_is_not_sealed():
    programme, plan = voiced()
    sealed = json.loads(canonical(programme, plan))
    assert sealed["format"] == "workshop-plan-3"
    assert {"idea": 1, "text": "It takes time.", "role": "student", "met": "We begin small."} in sealed["objections"]
    assert [one["passed_to"] for one in sealed["answers"] if one["idea"] == 1] == ["The governors"]
    assert "Uniform" in [one["aspect"] for one in sealed["not_open"]]
    one, answer, limit = (programme.get(kind, key) for kind, key in ((Objection, "o"), (Answer, "a"), (Openness, "n")))
    for entity, part in (
        (replace(one, withdrawn=True), "objections"),
        (replace(one, idea_id="an idea of no plan"), "objections"),
        (replace(answer, withdrawn=True), "answers"),
        (replace(answer, idea_id="an idea of no plan"), "answers"),
        (replace(limit, how=How.OPEN), "not_open"),
    ):
        less = json.loads(canonical(put(programme, entity), plan))
        assert len(less[part]) == len(sealed[part]) - 1, part
    rest = replace(plan, idea_ids=plan.idea_ids[1:])
    assert "It takes time." not in canonical(programme, rest)


def test_what_is_about_the_paper_alone_is_not_sealed():
    programme, plan = opened()
    before = canonical(programme, plan)
    idea = programme.get(Idea, plan.idea_ids[0])
    for entity in (
        replace(plan, absent=("somebody",)),
        replace(idea, x=99.0, theme_id=None, forward=False, set_aside=True, person_id=None),
    ):
        changed = put(programme, entity)
        assert canonical(changed, changed.get(Plan, plan.id)) == before


@often
@given(
    st.tuples(*[st.text('ab",:{}\\\n', max_size=6)] * len(TEXTS)), st.tuples(*[st.text('ab",:{}\\\n', max_size=6)] * 8)
)
def test_no_two_contents_share_a_text(one, another):
    programme, plan = opened()
    texts = [canonical(programme, replace(plan, **dict(zip(TEXTS, wrote, strict=True)))) for wrote in (one, another)]
    assert (texts[0] == texts[1]) == (one == another)
    assert [json.loads(texts[0])[field] for field in TEXTS] == list(one)


def test_the_canonical_text_and_its_hash_are_the_same_everywhere():
    programme, plan = opened()
    text = canonical(programme, plan)
    read = json.loads(text)
    assert text == json.dumps(read, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert "Brückenschule" in text
    assert content_hash("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@calm
@given(histories())
def test_only_signatures_for_the_words_that_are_closed_now_count(past: History):
    for programme in past.states:
        for plan in programme.all(Plan).values():
            now = standing(programme, plan.id)
            given_here = [
                one for one in programme.all(Signature).values() if one.plan_id == plan.id and not one.withdrawn
            ]
            assert sorted([*now.signed, *now.void], key=lambda one: one.id) == given_here
            words = None if plan.sealed is None else content_hash(plan.sealed)
            assert all(one.content_hash == words for one in now.signed)
            assert all(one.content_hash != words for one in now.void)


@calm
@given(histories())
def test_everybody_in_the_group_has_signed_or_is_awaited_or_was_absent(past: History):
    for programme in past.states:
        for plan in programme.all(Plan).values():
            now = standing(programme, plan.id)
            signed = [one.person_id for one in now.signed]
            assert len(set(signed)) == len(signed)
            rest = [person.id for person in (*now.to_sign, *now.absent, *now.deciders)]
            here = {person.id for person in group(programme)}
            assert sorted([*rest, *(here & set(signed))]) == sorted(here)
            assert {person.id for person in now.absent} <= set(plan.absent)
            assert all(person.post for person in now.deciders)
            assert not any(person.post for person in (*now.to_sign, *now.absent))


@calm
@given(histories())
def test_signed_off_means_a_student_and_a_member_of_staff(past: History):
    for programme in past.states:
        for plan in programme.all(Plan).values():
            now = standing(programme, plan.id)
            roles = {one.role for one in now.signed if not one.post or now.no_other_staff}
            assert now.is_signed_off == (roles >= {Role.STUDENT, Role.STAFF})
            assert plan.sealed is not None or not now.is_signed_off


@calm
@given(histories())
def test_who_decides_for_the_school_never_signs_before_the_others(past: History):
    for step in past.steps:
        for edit in step.outcome.edits:
            if edit.kind is Signature and edit.old is None and edit.new["post"]:
                before = standing(step.before, edit.new["plan_id"])
                assert before.to_sign == ()
                assert any(one.role.is_student for one in before.signed)


@calm
@given(histories())
def test_a_signature_never_changes_except_to_be_withdrawn(past: History):
    for step in past.steps:
        for key, one in step.before.all(Signature).items():
            after = step.outcome.programme.get(Signature, key)
            assert replace(after, withdrawn=one.withdrawn) == one
            assert after.withdrawn or not one.withdrawn


@calm
@given(histories())
def test_what_is_closed_is_what_the_plan_says_and_stays_so(past: History):
    for step in past.steps:
        for key, after in step.outcome.programme.all(Plan).items():
            before = step.before.all(Plan).get(key)
            if after.sealed is None:
                continue
            if before is None or before.sealed is None:
                assert after.sealed == canonical(step.before, step.before.get(Plan, key))
            else:
                assert after.sealed == before.sealed


@calm
@given(histories())
def test_reopening_makes_every_signature_void_even_if_nothing_is_changed(past: History):
    for plan in past.end.all(Plan).values():
        if plan.sealed is None:
            continue
        again = reopen(past.end, plan.id).programme
        assert standing(again, plan.id).signed == ()
        closed_again = close_for_signing(again, plan.id).programme
        now = standing(closed_again, plan.id)
        assert now.signed == ()
        assert set(now.void) >= set(standing(past.end, plan.id).signed)
        assert closed_again.get(Plan, plan.id).version == plan.version + 1


def test_a_plan_is_closed_once_and_opened_once():
    programme, plan = closed()
    with pytest.raises(DomainError, match="closed"):
        close_for_signing(programme, plan.id)
    programme = reopen(programme, plan.id).programme
    with pytest.raises(DomainError, match="open"):
        reopen(programme, plan.id)


def test_reopening_forgets_who_was_absent():
    programme, plan = closed()
    assert plan.absent
    assert reopen(programme, plan.id).programme.get(Plan, plan.id).absent == ()


def test_a_void_signature_may_be_taken_back_too():
    programme, plan = closed()
    (old,) = standing(programme, plan.id).void
    assert standing(withdraw(programme, old.id).programme, plan.id).void == ()


def test_a_plan_closes_when_all_three_are_there_and_says_what_is_missing():
    programme, plan = opened()
    action = actions_of(programme, plan.id)[0]
    programme = put(programme, replace(action, id="second", place=1, dropped=True))
    for missing, word in (
        (replace(plan, change=" "), "change"),
        (replace(plan, how_we_know=""), "how we will know"),
        (replace(action, dropped=True), "who does what"),
        (replace(action, by=None), "date"),
        (replace(action, id="second", place=1, by=None), "date"),
    ):
        with pytest.raises(DomainError, match=word):
            close_for_signing(put(programme, missing), plan.id)
    assert close_for_signing(programme, plan.id).edits


def test_who_was_not_at_the_last_session_counts_as_absent():
    programme, plan = opened()
    now = standing(close_for_signing(programme, plan.id).programme, plan.id)
    assert [person.role for person in now.to_sign] == [Role.STUDENT, Role.STAFF]
    assert [person.role for person in now.absent] == [Role.STUDENT, Role.FAMILY]


def test_with_no_session_nobody_was_absent():
    programme, plan = opened()
    programme = Programme({kind: table for kind, table in programme.tables.items() if kind is not Session})
    assert standing(close_for_signing(programme, plan.id).programme, plan.id).absent == ()


def test_somebody_may_be_marked_absent_and_is_here_again_when_they_sign():
    programme, plan = closed()
    person = standing(programme, plan.id).to_sign[0]
    away = mark_absent(programme, plan.id, person.id, True).programme
    assert person in standing(away, plan.id).absent
    assert mark_absent(away, plan.id, person.id, False).programme == programme
    signed = sign(away, plan.id, person.id, new_id="n", at=NOW, words="x").programme
    assert person.id not in signed.get(Plan, plan.id).absent
    assert person.id in [one.person_id for one in standing(signed, plan.id).signed]


def test_saying_again_that_somebody_is_absent_or_here_makes_no_edit():
    programme, plan = closed()
    for person in group(programme):
        is_absent = person.id in plan.absent
        assert mark_absent(programme, plan.id, person.id, is_absent).edits == ()
        assert mark_absent(programme, plan.id, person.id, not is_absent).edits


def test_one_person_signs_the_same_words_once_and_again_after_taking_it_back():
    programme, plan = closed()
    (teacher,) = standing(programme, plan.id).signed
    with pytest.raises(DomainError, match="signed already"):
        sign(programme, plan.id, teacher.person_id, new_id="n", at=NOW, words="T")
    taken_back = withdraw(programme, teacher.id).programme
    assert standing(taken_back, plan.id).signed == ()
    assert withdraw(taken_back, teacher.id).edits == ()
    again = sign(taken_back, plan.id, teacher.person_id, new_id="n", at=NOW, words="T").programme
    assert [one.id for one in standing(again, plan.id).signed] == ["n"]


def test_an_open_plan_is_not_signed_and_nothing_is_no_signature():
    programme, plan = opened()
    person = group(programme)[0]
    with pytest.raises(DomainError, match="close it first"):
        sign(programme, plan.id, person.id, new_id="n", at=NOW, words="x")
    programme, plan = closed()
    for strokes, words in (((), ""), ((), " \n"), (([],), ""), (([(math.nan, 0.5)],), "")):
        with pytest.raises(DomainError, match="Draw or type"):
            sign(programme, plan.id, person.id, new_id="n", at=NOW, strokes=strokes, words=words)


@pytest.mark.parametrize("role", Role)
def test_a_signature_keeps_the_name_and_role_it_was_given_under(role):
    programme, plan = closed()
    programme = add_person(programme, new_id="p", at=NOW, name="Pat", role=role).programme
    person = programme.get(Person, "p")
    signed = sign(programme, plan.id, person.id, new_id="n", at=NOW, words="x").programme
    signed = put(signed, replace(person, name="Another", role=Role.STAFF if role.is_student else Role.STUDENT))
    one = signed.get(Signature, "n")
    assert (one.name, one.role, one.content_hash) == (person.name, person.role, content_hash(plan.sealed or ""))


def test_who_left_after_signing_has_still_signed_and_who_left_before_is_not_awaited():
    programme, plan = closed()
    (teacher,) = standing(programme, plan.id).signed
    waiting = standing(programme, plan.id).to_sign[0]
    programme = leave_group(leave_group(programme, teacher.person_id).programme, waiting.id).programme
    now = standing(programme, plan.id)
    assert now.signed == (teacher,)
    assert waiting not in (*now.to_sign, *now.absent)


def test_who_joins_later_is_awaited():
    programme, plan = closed()
    programme = add_person(programme, new_id="late", at=NOW, name="Late", role=Role.FAMILY).programme
    assert "late" in [person.id for person in standing(programme, plan.id).to_sign]


def test_signatures_of_one_plan_never_count_for_another():
    programme, plan = closed()
    second = next(one for one in plans.plans(programme) if one.id != plan.id)
    programme = close_for_signing(programme, second.id).programme
    assert standing(programme, second.id).signed == ()
    words = content_hash(plan.sealed or "")
    assert signatures_for(programme, plan.id, words)
    assert signatures_for(programme, second.id, words) == []


points = st.tuples(st.floats(), st.floats())


@often
@given(st.lists(st.lists(points, max_size=6), max_size=4))
def test_strokes_stay_inside_the_pad_in_the_order_they_were_drawn(strokes):
    programme, plan = closed()
    person = standing(programme, plan.id).to_sign[0]
    one = sign(programme, plan.id, person.id, new_id="n", at=NOW, strokes=strokes, words="x").programme.get(
        Signature, "n"
    )
    drawn = [[point for point in stroke if all(map(math.isfinite, point))] for stroke in strokes]
    assert [len(stroke) for stroke in one.strokes] == [len(stroke) for stroke in drawn if stroke]
    for kept, point in zip(itertools.chain(*one.strokes), itertools.chain(*drawn), strict=True):
        for value, was in zip(kept, point, strict=True):
            assert 0 <= value <= 1
            assert value == round(value, 3)
            assert abs(value - min(1, max(0, was))) <= 0.0005


def test_a_signature_of_very_many_points_is_cut_and_not_refused():
    programme, plan = closed()
    person = standing(programme, plan.id).to_sign[0]
    strokes = [[(0.2, 0.5), (0.8, 0.5)] * 1500] * 3
    one = sign(programme, plan.id, person.id, new_id="n", at=NOW, strokes=strokes).programme.get(Signature, "n")
    assert [len(stroke) for stroke in one.strokes] == [3000, MOST_POINTS - 3000]


class TestTheHead:
    def with_head(self) -> tuple[Programme, Plan]:
        """The closed plan of the opening, and a head in the group."""
        programme, plan = closed()
        programme = add_person(programme, new_id="head", at=NOW, name="Ms Okoro", role=Role.STAFF).programme
        return give_post(programme, "head", "Head").programme, plan

    def all_but_the_head(self) -> tuple[Programme, Plan]:
        programme, plan = self.with_head()
        for person in standing(programme, plan.id).to_sign:
            programme = sign(programme, plan.id, person.id, new_id=f"by {person.id}", at=NOW, words="x").programme
        return programme, plan

    def test_is_neither_awaited_nor_absent(self):
        programme, plan = self.with_head()
        now = standing(programme, plan.id)
        assert [person.name for person in now.deciders] == ["Ms Okoro"]
        assert "head" not in [person.id for person in (*now.to_sign, *now.absent)]
        with pytest.raises(DomainError, match="answer the plan"):
            mark_absent(programme, plan.id, "head", True)
        again = close_for_signing(reopen(programme, plan.id).programme, plan.id).programme
        assert "head" not in again.get(Plan, plan.id).absent

    def test_signs_last_and_is_told_who_is_missing(self):
        programme, plan = self.with_head()
        waiting = standing(programme, plan.id).to_sign[0].name
        with pytest.raises(DomainError, match=f"signs last.*{waiting}"):
            sign(programme, plan.id, "head", new_id="h", at=NOW, words="C. O.")
        programme, plan = self.all_but_the_head()
        assert head_signature(programme, plan.id) is None
        programme = sign(programme, plan.id, "head", new_id="h", at=NOW, words="C. O.").programme
        found = head_signature(programme, plan.id)
        assert found is not None
        assert (found.name, found.post, found.content_hash) == ("Ms Okoro", "Head", content_hash(plan.sealed))
        assert standing(programme, plan.id).deciders == ()
        assert head_signature(reopen(programme, plan.id).programme, plan.id) is None

    def test_waits_for_a_student_where_everybody_else_is_absent(self):
        programme, plan = self.with_head()
        for person in standing(programme, plan.id).to_sign:
            programme = mark_absent(programme, plan.id, person.id, True).programme
        with pytest.raises(DomainError, match="student"):
            sign(programme, plan.id, "head", new_id="h", at=NOW, words="C. O.")

    def test_is_no_stand_in_for_staff_unless_there_is_nobody_else(self):
        programme, plan = self.with_head()
        teacher = next(one for one in group(programme) if one.role is Role.STAFF and not one.post)
        given = next(one for one in standing(programme, plan.id).signed if one.person_id == teacher.id)
        programme = withdraw(programme, given.id).programme
        programme = mark_absent(programme, plan.id, teacher.id, True).programme
        for person in standing(programme, plan.id).to_sign:
            programme = sign(programme, plan.id, person.id, new_id=f"by {person.id}", at=NOW, words="x").programme
        programme = sign(programme, plan.id, "head", new_id="h", at=NOW, words="C. O.").programme
        assert not standing(programme, plan.id).is_signed_off
        alone = leave_group(programme, teacher.id).programme
        assert standing(alone, plan.id).is_signed_off
        later = NOW + timedelta(days=1)
        joined = add_person(alone, new_id="new", at=later, name="Mr New", role=Role.STAFF).programme
        assert standing(joined, plan.id).is_signed_off  # who came later takes nothing back

    def test_gives_up_the_post_with_the_role(self):
        programme, _ = self.with_head()
        assert change_role(programme, "head", Role.STUDENT).programme.get(Person, "head").post == ""
        assert change_role(programme, "head", Role.COMMUNITY).programme.get(Person, "head").post == "Head"
