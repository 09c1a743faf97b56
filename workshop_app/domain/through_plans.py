"""What a decider replied to a plan answers the ideas that the plan was made of, where they have no answer of their own.

The replies to the newest version that any came home for count, and only once every ask of that version has one. Where
the plan goes on since (a counter-offer is being written) they count as they are: they are what was said last.
"""

from collections import Counter

from workshop_app.domain import answers, plans, signing
from workshop_app.domain.plans import Action, Hands
from workshop_app.domain.programme import Programme
from workshop_app.domain.replies import Reply


def by_idea(programme: Programme) -> dict[str, tuple[Reply, ...]]:
    """The replies that answer each idea of a plan, by the idea's id: for lists, in one pass.

    An idea of several plans has those of the plan that was answered last.
    """
    newest: dict[str, dict[str, list[Reply]]] = {}
    for reply in programme.all(Reply).values():
        if not reply.withdrawn:
            versions = newest.setdefault(reply.plan_id, {})
            own = versions.pop(reply.content_hash, [])
            versions[reply.content_hash] = [*own, reply]  # what was answered last comes last
    asks = Counter(
        one.plan_id for one in programme.all(Action).values() if one.hands is Hands.DECISION and not one.dropped
    )
    found: list[tuple[Reply, ...]] = []
    for plan in plans.plans(programme):
        if plan.id in newest:
            version, said = list(newest[plan.id].items())[-1]
            standing = plan.sealed is not None and signing.content_hash(plan.sealed) == version
            if not standing or len(said) >= asks[plan.id]:
                found.append(tuple(sorted(said, key=lambda one: one.ask)))
    found.sort(key=lambda said: max(one.added_at for one in said))
    all_plans = {plan.id: plan for plan in plans.plans(programme)}
    return {idea_id: said for said in found for idea_id in all_plans[said[0].plan_id].idea_ids}


def heard(programme: Programme) -> set[str]:
    """The ideas that have an answer, their own or through a plan."""
    return {*answers.by_idea(programme), *by_idea(programme)}


def ours(programme: Programme) -> dict[str, str]:
    """Ideas that need nobody's decision, each with its plan: it is signed off, and all of it is in our own hands."""
    waits = {one.plan_id for one in programme.all(Action).values() if one.hands is Hands.DECISION and not one.dropped}
    own = (
        plan
        for plan in plans.plans(programme)
        if plan.sealed is not None and plan.id not in waits and signing.standing(programme, plan.id).is_signed_off
    )
    return {idea_id: plan.id for plan in own for idea_id in plan.idea_ids}
