"""Plans, their actions, and signing them."""

from collections.abc import Iterator
from functools import partial
from itertools import product
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.possible.people import here
from tests.possible.registry import NOW, Do, days, fresh, line, one_of, operation, some, typed
from workshop_app.domain import ideas, plans, signing
from workshop_app.domain.errors import DomainError
from workshop_app.domain.people import Person
from workshop_app.domain.plans import Action, Hands, Plan
from workshop_app.domain.programme import Programme
from workshop_app.domain.signing import Signature

points = st.tuples(st.floats(-0.5, 1.5), st.floats(-0.5, 1.5))
strokes = st.lists(st.lists(points, max_size=4), max_size=3)


def open_plans(programme: Programme) -> list[Plan]:
    return [plan for plan in plans.plans(programme) if plan.sealed is None]


def closed_plans(programme: Programme) -> list[Plan]:
    return [plan for plan in plans.plans(programme) if plan.sealed is not None]


def ready_plans(programme: Programme) -> list[Plan]:
    return [plan for plan in open_plans(programme) if _closes(programme, plan)]


def open_actions(programme: Programme) -> list[Action]:
    return [action for plan in open_plans(programme) for action in plans.actions_of(programme, plan.id)]


def work_for_people(programme: Programme) -> list[tuple[Plan, Person]]:
    return list(product(open_plans(programme), here(programme)))


def work_to_change(programme: Programme) -> list[tuple[Action, Person]]:
    return list(product(open_actions(programme), here(programme)))


def yet_to_sign(programme: Programme) -> list[tuple[Plan, Person]]:
    standings = [(plan, signing.standing(programme, plan.id)) for plan in closed_plans(programme)]
    return [(plan, person) for plan, standing in standings for person in (*standing.to_sign, *standing.absent)]


def their_turn(programme: Programme) -> list[tuple[Plan, Person]]:
    """Who decides for the school signs last."""
    standings = [(plan, signing.standing(programme, plan.id)) for plan in closed_plans(programme)]
    ready = [(plan, standing) for plan, standing in standings if standing.is_the_deciders_turn]
    return yet_to_sign(programme) + [(plan, person) for plan, standing in ready for person in standing.deciders]


def signatures(programme: Programme) -> list[Signature]:
    return [signature for signature in programme.all(Signature).values() if not signature.withdrawn]


@operation("start-plan")
def start(draw: DrawFn, programme: Programme, counter: Iterator[int], _one: None) -> Do:
    chosen = some(draw, ideas.on_board(programme))
    return partial(plans.start, new_id=fresh(counter), at=NOW, title=line(draw, counter), idea_ids=chosen)


@operation("write-plan", open_plans)
def write(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Plan) -> Do:
    # The fields that a plan needs come up more often, so that some are ready to be closed.
    field = one_of(draw, (*plans.TEXTS, "change", "how_we_know", "how_we_know"))
    return partial(plans.write, plan_id=one.id, field=field, text=draw(typed))


@operation("name-plan", open_plans)
def name_plan(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Plan) -> Do:
    return partial(plans.name_plan, plan_id=one.id, title=line(draw, counter))


@operation("review-plan", open_plans)
def review(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Plan) -> Do:
    return partial(plans.review, plan_id=one.id, on=draw(st.none() | days))


@operation("drop-plan", open_plans)
def drop_plan(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Plan) -> Do:
    return partial(plans.drop_plan, plan_id=one.id)


@operation("add-action", work_for_people)
def add_action(draw: DrawFn, programme: Programme, counter: Iterator[int], one: tuple[Plan, Person]) -> Do:
    plan, owner = one
    work = _work(draw, programme, counter, owner)
    return partial(plans.add_action, plan_id=plan.id, new_id=fresh(counter), **work)


@operation("change-action", work_to_change)
def change_action(draw: DrawFn, programme: Programme, counter: Iterator[int], one: tuple[Action, Person]) -> Do:
    action, owner = one
    return partial(plans.change_action, action_id=action.id, **_work(draw, programme, counter, owner))


@operation("drop-action", open_actions)
def drop_action(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Action) -> Do:
    return partial(plans.drop_action, action_id=one.id)


@operation("close-plan", ready_plans)
def close(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Plan) -> Do:
    return partial(signing.close_for_signing, plan_id=one.id)


@operation("reopen-plan", closed_plans)
def reopen(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Plan) -> Do:
    return partial(signing.reopen, plan_id=one.id)


@operation("sign-plan", their_turn)
def sign(draw: DrawFn, programme: Programme, counter: Iterator[int], one: tuple[Plan, Person]) -> Do:
    plan, person = one
    drawn = [[(0.25, 0.5), (0.75, 0.5)], *draw(strokes)]
    words = one_of(draw, ["", "S. J.", "Siân"])
    key = fresh(counter)
    return partial(signing.sign, plan_id=plan.id, person_id=person.id, new_id=key, at=NOW, strokes=drawn, words=words)


@operation("withdraw-signature", signatures)
def withdraw(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Signature) -> Do:
    return partial(signing.withdraw, signature_id=one.id)


@operation("mark-absent", yet_to_sign)
def mark_absent(draw: DrawFn, programme: Programme, counter: Iterator[int], one: tuple[Plan, Person]) -> Do:
    plan, person = one
    return partial(signing.mark_absent, plan_id=plan.id, person_id=person.id, absent=draw(st.booleans()))


def _closes(programme: Programme, plan: Plan) -> bool:
    try:
        signing.close_for_signing(programme, plan.id)
    except DomainError:
        return False
    return True


def _work(draw: DrawFn, programme: Programme, counter: Iterator[int], owner: Person) -> dict[str, Any]:
    hands = one_of(draw, list(Hands))
    owners = [owner.id, *some(draw, here(programme))]
    asked_of = ""
    if hands is Hands.DECISION:
        asked_of = one_of(draw, ["", "The head", "The governors"])
        owners = owners if not asked_of or draw(st.booleans()) else []
    by = draw(st.none() | days)
    return {"what": line(draw, counter), "hands": hands, "owner_ids": owners, "asked_of": asked_of, "by": by}
