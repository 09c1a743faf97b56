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
            versions = newest.pop(reply.plan_id, {})
            own = versions.pop(reply.content_hash, [])
            versions[reply.content_hash] = [*own, reply]  # what was answered last comes last, whatever the clock said
            newest[reply.plan_id] = versions
    asks = Counter(
        one.plan_id for one in programme.all(Action).values() if one.hands is Hands.DECISION and not one.dropped
    )
    found: dict[str, tuple[Reply, ...]] = {}
    standing = {plan.id: plan for plan in plans.plans(programme)}
    for plan_id, versions in newest.items():
        plan = standing.get(plan_id)
        if plan is not None:
            version, said = list(versions.items())[-1]
            is_as_it_was = plan.sealed is not None and signing.content_hash(plan.sealed) == version
            if not is_as_it_was or len(said) >= asks[plan.id]:
                found |= dict.fromkeys(plan.idea_ids, tuple(sorted(said, key=lambda one: one.ask)))
    return found


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
