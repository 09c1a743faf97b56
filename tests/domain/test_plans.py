"""Plans: what was written stays as written, an action has hands, and a closed plan does not change."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import NOW, TODAY, History, calm, done, histories, nothing_yet, often, opening
from workshop_app.domain import asset_map, choosing, consent, expertise, honest_no, ideas, plans, signing
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Given, Idea
from workshop_app.domain.people import Person, Role
from workshop_app.domain.plans import TEXTS, Action, Hands, Plan, actions_of, students_own_some
from workshop_app.domain.programme import Programme


def begun() -> Programme:
    """After the opening; its first plan is closed and signed, its second one open."""
    return done(nothing_yet(), opening(itertools.count(1)))


def closed_and_open(programme: Programme) -> tuple[Plan, Plan]:
    first, second = programme.all(Plan).values()
    assert first.sealed is not None
    assert second.sealed is None
    return first, second


def somebody(programme: Programme, role: Role) -> str:
    return next(person.id for person in programme.all(Person).values() if person.role is role)


def work(programme: Programme, **other: object) -> dict[str, object]:
    owners = [somebody(programme, Role.STUDENT)]
    return {"what": "Ask", "hands": Hands.OURS, "owner_ids": owners, "asked_of": "", "by": TODAY, **other}


CHANGES = {
    "write": lambda programme, plan: plans.write(programme, plan.id, "why", "because"),
    "name": lambda programme, plan: plans.name_plan(programme, plan.id, "Another"),
    "review": lambda programme, plan: plans.review(programme, plan.id, date(2027, 3, 1)),
    "drop": lambda programme, plan: plans.drop_plan(programme, plan.id),
    "add action": lambda programme, plan: plans.add_action(programme, plan.id, new_id="n", **work(programme)),
    "change action": lambda programme, plan: plans.change_action(
        programme, actions_of(programme, plan.id)[0].id, **work(programme, what="Other")
    ),
    "drop action": lambda programme, plan: plans.drop_action(programme, actions_of(programme, plan.id)[0].id),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_an_open_plan_changes_and_a_closed_one_does_not(change):
    programme = begun()
    closed, opened = closed_and_open(programme)
    assert change(programme, opened).edits
    with pytest.raises(DomainError, match="Reopen"):
        change(programme, closed)


@calm
@given(histories())
def test_while_a_plan_is_closed_neither_it_nor_its_actions_change(past: History):
    for step in past.steps:
        after = step.outcome.programme
        for key, plan in step.before.all(Plan).items():
            if plan.sealed is None or after.get(Plan, key).sealed is None:
                continue
            assert {edit.id for edit in step.outcome.edits if edit.kind is Action and edit.new}.isdisjoint(
                action.id for action in actions_of(after, key)
            )
            assert {name for edit in step.outcome.edits if edit.id == key for name in edit.new or {}} <= {"absent"}


@calm
@given(histories())
def test_actions_have_one_place_each_and_come_in_the_order_written(past: History):
    for plan in past.end.all(Plan).values():
        found = [action for action in past.end.all(Action).values() if action.plan_id == plan.id]
        assert [action.place for action in found] == list(range(len(found)))
        assert actions_of(past.end, plan.id) == [action for action in found if not action.dropped]


@calm
@given(histories())
def test_every_action_has_somebody_who_does_or_decides(past: History):
    for action in past.end.all(Action).values():
        plan = past.end.get(Plan, action.plan_id)
        to_choose = plan.came_from and plan.sealed is None  # another school's plan comes without its people
        assert action.owner_ids or (action.asked_of and action.hands is Hands.DECISION) or to_choose
        assert len(set(action.owner_ids)) == len(action.owner_ids)
        assert set(action.owner_ids) <= set(past.end.all(Person))


@calm
@given(histories())
def test_dropped_plans_are_put_away_and_no_others(past: History):
    assert plans.plans(past.end) == [plan for plan in past.end.all(Plan).values() if not plan.dropped]


def test_a_plan_begins_with_the_students_own_words():
    programme = begun()
    first, second = list(programme.all(Idea).values())[:2]
    started = plans.start(programme, new_id="p", at=NOW, title=" A  plan ", idea_ids=[second.id, first.id])
    plan = started.programme.get(Plan, "p")
    assert (plan.title, plan.change, plan.idea_ids) == ("A plan", second.text, (second.id, first.id))
    help_ = {"help_we_have": "Bikes (students)"}
    helped = plans.start(programme, new_id="p", at=NOW, title="A", idea_ids=[first.id], **help_).programme
    assert helped.get(Plan, "p").help_we_have == "Bikes (students)"
    bare = plans.start(programme, new_id="p", at=NOW, title="Bare", idea_ids=[]).programme.get(Plan, "p")
    assert [getattr(bare, field) for field in TEXTS] == [""] * len(TEXTS)
    for title, idea_ids in (("", []), ("x" * 81, []), ("A", ["nobody"])):
        with pytest.raises(DomainError):
            plans.start(programme, new_id="p", at=NOW, title=title, idea_ids=idea_ids)


@often
@given(st.sampled_from(TEXTS), st.text("ab \n", max_size=20))
def test_writing_one_field_changes_that_field_alone(field, text):
    programme = begun()
    _, plan = closed_and_open(programme)
    outcome = plans.write(programme, plan.id, field, text)
    for edit in outcome.edits:
        assert (edit.id, set(edit.new or {})) == (plan.id, {field})
    left = getattr(outcome.programme.get(Plan, plan.id), field)
    assert left.split() == text.split()
    assert plans.write(outcome.programme, plan.id, field, text).edits == ()


def test_a_field_that_no_plan_has_is_a_bug_and_a_long_text_is_not():
    programme = begun()
    _, plan = closed_and_open(programme)
    with pytest.raises(ValueError, match="sealed"):
        plans.write(programme, plan.id, "sealed", "")
    with pytest.raises(DomainError):
        plans.write(programme, plan.id, "why", "x" * 2001)


def test_an_action_needs_hands_and_only_a_decision_may_be_somebody_elses():
    programme = begun()
    _, plan = closed_and_open(programme)
    for refused in (
        {"owner_ids": []},
        {"owner_ids": [], "asked_of": "The head"},
        {"owner_ids": [], "hands": Hands.DECISION},
        {"owner_ids": ["nobody"]},
        {"what": " "},
        {"asked_of": "x" * 81},
    ):
        with pytest.raises(DomainError):
            plans.add_action(programme, plan.id, new_id="n", **work(programme, **refused))
    asked = work(programme, owner_ids=[], hands=Hands.DECISION, asked_of="The head")
    assert plans.add_action(programme, plan.id, new_id="n", **asked).edits


def test_an_action_counts_each_owner_once():
    programme = begun()
    _, plan = closed_and_open(programme)
    student, teacher = somebody(programme, Role.STUDENT), somebody(programme, Role.STAFF)
    twice = work(programme, owner_ids=[teacher, student, teacher])
    after = plans.add_action(programme, plan.id, new_id="n", **twice).programme
    assert after.get(Action, "n").owner_ids == (teacher, student)
    assert plans.change_action(after, "n", **twice).edits == ()


def test_students_own_some_when_one_action_is_a_students():
    programme = plans.start(begun(), new_id="p", at=NOW, title="P", idea_ids=[]).programme
    adults = work(programme, owner_ids=[somebody(programme, Role.STAFF), somebody(programme, Role.FAMILY)])
    assert not students_own_some(programme, "p")
    programme = plans.add_action(programme, "p", new_id="a", **adults).programme
    assert not students_own_some(programme, "p")
    programme = plans.add_action(programme, "p", new_id="b", **work(programme)).programme
    assert students_own_some(programme, "p")
    assert not students_own_some(plans.drop_action(programme, "b").programme, "p")


def test_an_idea_taken_unseen_leaves_every_plan_and_opens_the_closed_one():
    programme = begun()
    closed, opened = closed_and_open(programme)
    gone = closed.idea_ids[0]
    words = programme.get(Idea, gone).text
    assert words == closed.change
    programme = ideas.take_unseen(programme, gone).programme
    first, second = programme.all(Plan).values()
    assert (first.sealed, first.version, first.change) == (None, closed.version + 1, "")
    assert first.idea_ids == closed.idea_ids[1:]
    assert (second.version, second.idea_ids) == (opened.version, opened.idea_ids[1:])
    assert words not in signing.canonical(programme, first)
    assert signing.standing(programme, first.id).signed == ()


def test_a_plan_begins_with_what_is_known_of_its_ideas_and_what_was_objected():
    programme, first, second = _two_ideas()
    for key, role, text in (
        (first, Role.STUDENT, "When we get lost."),
        (second, Role.STUDENT, "Who is lost."),
        (first, Role.STAFF, "How long it takes."),
    ):
        programme = expertise.note(programme, new_id=f"e-{key}", at=NOW, idea_id=key, whose=role, text=text).programme
    programme = _objected(programme, first, "It takes time.", "We do ask.")
    programme = consent.meet(programme, "o-0", "One subject\nfirst.").programme
    plan = _started(programme, first, second)
    assert plan.students_know == "When we get lost.\nWho is lost."
    assert plan.staff_know == "How long it takes."
    assert plan.objection == "“It takes time.” One subject first.\n“We do ask.”"
    alone = _started(programme, second)
    assert (alone.students_know, alone.staff_know, alone.objection) == ("Who is lost.", "", "")


def test_what_has_no_room_in_a_plans_field_is_left_out_whole_and_the_field_can_still_be_written():
    programme, first, _second = _two_ideas()
    programme = _objected(programme, first, "x" * 1990, "Short.")
    programme = consent.meet(programme, "o-0", "y" * 1000).programme
    programme = plans.start(programme, new_id="p", at=NOW, title="T", idea_ids=[first]).programme
    assert programme.get(Plan, "p").objection == "“Short.”"
    assert plans.write(programme, "p", "objection", "Other words.").edits


def test_a_plan_of_a_drawing_begins_with_what_it_says_in_the_schools_language():
    given = Given("", Role.STUDENT, drawing=(((0.1, 0.1), (0.9, 0.9)),), translation="A door")
    programme = ideas.add(nothing_yet(), new_ids=["d"], at=NOW, given=[given], spots=[(0.0, 0.0)]).programme
    assert _started(programme, "d").change == "A door"


def _started(programme: Programme, *idea_ids: str) -> Plan:
    return plans.start(programme, new_id="p", at=NOW, title="T", idea_ids=idea_ids).programme.get(Plan, "p")


def _objected(programme: Programme, idea_id: str, *texts: str) -> Programme:
    for number, text in enumerate(texts):
        said = {"idea_id": idea_id, "role": Role.STAFF, "text": text}
        programme = consent.object_to(programme, new_id=f"o-{number}", at=NOW, **said).programme
    return programme


def _two_ideas() -> tuple[Programme, str, str]:
    given = [Given("Ask us halfway", Role.STUDENT), Given("Tell us why", Role.STUDENT)]
    programme = ideas.add(nothing_yet(), new_ids=["1", "2"], at=NOW, given=given, spots=[(0.0, 0.0)] * 2).programme
    return programme, "1", "2"


def test_a_plan_begins_with_why_it_matters_in_the_students_words_and_what_could_be_tried():
    programme, first, second = _two_ideas()
    programme = choosing.back(programme, first, students=6, adults=2).programme
    path = {"new_id": "h", "at": NOW, "idea_id": second, "because": honest_no.Because.POLICY}
    programme = honest_no.open_path(programme, **path).programme
    programme = honest_no.fill(programme, "h", "small_try", "One lesson first").programme
    plan = _started(programme, first, second)
    assert plan.why == "“Ask us halfway” (backed by 6 students, 2 adults)"
    assert plan.first_step == "One lesson first"
    assert _started(programme, second).why == ""


@pytest.mark.parametrize("words", ["No", "Ask us halfway"])
def test_an_idea_taken_unseen_leaves_the_line_that_quotes_it_whole(words):
    programme = ideas.add(
        nothing_yet(), new_ids=["i"], at=NOW, given=[Given(words, Role.STUDENT)], spots=[(0.0, 0.0)]
    ).programme
    programme = choosing.back(programme, "i", students=3, adults=0).programme
    programme = plans.start(programme, new_id="p", at=NOW, title="T", idea_ids=["i"]).programme
    programme = plans.write(programme, "p", "why", f"It is late.\n{programme.get(Plan, 'p').why}").programme
    gone = ideas.take_unseen(programme, "i").programme
    assert gone.get(Plan, "p").why == "It is late."


def test_an_action_rests_on_assets_one_by_one_while_its_plan_is_open():
    programme = begun()
    closed, opened = closed_and_open(programme)
    programme = _with_asset(programme, "x", Role.COMMUNITY)
    action = actions_of(programme, opened.id)[0]
    after = plans.rest_on(programme, action.id, "x", True)
    assert after.programme.get(Action, action.id).asset_ids[-1] == "x"
    assert plans.rest_on(after.programme, action.id, "x", True).edits == ()
    assert plans.rest_on(after.programme, action.id, "x", False).programme == programme
    with pytest.raises(DomainError):
        plans.rest_on(programme, action.id, "no asset", True)
    with pytest.raises(DomainError, match="Reopen"):
        plans.rest_on(programme, actions_of(programme, closed.id)[0].id, "x", True)


def test_a_plan_rests_on_staff_alone_until_anybody_or_anything_else_is_named():
    programme = plans.start(begun(), new_id="p", at=NOW, title="T", idea_ids=[]).programme
    assert not plans.rests_on_staff_alone(programme, "p")  # it rests on nothing yet
    staff = work(programme, owner_ids=[somebody(programme, Role.STAFF)])
    programme = plans.add_action(programme, "p", new_id="a", **staff).programme
    assert plans.rests_on_staff_alone(programme, "p")
    for role in Role:
        helped = _with_asset(programme, "x", role)
        helped = plans.rest_on(helped, "a", "x", True).programme
        assert plans.rests_on_staff_alone(helped, "p") == (role is Role.STAFF)
    asked = work(programme, owner_ids=[], hands=Hands.DECISION, asked_of="The head")
    only_asked = plans.drop_action(plans.add_action(programme, "p", new_id="b", **asked).programme, "a").programme
    assert plans.rests_on_staff_alone(only_asked, "p")
    with_student = plans.add_action(programme, "p", new_id="c", **work(programme)).programme
    assert not plans.rests_on_staff_alone(with_student, "p")


@pytest.mark.parametrize(("days", "soon"), [(-1, True), (0, True), (14, True), (15, False)])
def test_a_first_step_is_made_within_two_weeks(days, soon):
    assert plans.is_soon(TODAY + timedelta(days=days), TODAY) is soon


def _with_asset(programme: Programme, key: str, held_by: Role) -> Programme:
    what = {"sort": asset_map.Sort.PLACE, "what": f"A room of {held_by}", "held_by": held_by}
    return asset_map.add_asset(programme, new_id=key, at=NOW, **what).programme
