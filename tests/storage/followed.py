"""What schema 4 added to the small programme of `filled`: a plan that goes on, promises and what became of them."""

from datetime import date

from workshop_app.domain import (
    answers,
    asset_map,
    headcounts,
    people,
    plans,
    progress,
    replies,
    school_promise,
    sharing,
    signing,
    told,
    triggers,
)
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Action, Hands, Plan
from workshop_app.workspace import Workspace

FIELDS = {
    people.Person: ("post",),
    Plan: ("first_step_by", "earlier", "came_from"),
    Action: ("done_looks", "asset_ids"),
    signing.Signature: ("post",),
}
DUE = date(2026, 11, 2)


def follow_through(workspace: Workspace, session: str, kept: list[str], group: list[str]) -> None:
    """Promise, bring assets, close a plan twice, hear the head, answer that, and share it."""
    people_, promise = group[:4], workspace.new_id()
    workspace.perform("give-post", people.give_post, group[3], "Head")
    new = {"at": workspace.now()}
    said = {"protected_time": "Each second Monday", "who_decides": "The head", "budget": "£200", "answer_days": 14}
    workspace.perform("write-promise", school_promise.write_promise, new_id=promise, **new, **said, backers=3)
    workspace.perform(
        "sign-promise", school_promise.sign_promise, promise, **new, signed_by="Ms Okoro", post="Head", words="C. O."
    )
    asset = _assets(workspace, session, people_)
    action = _second_plan(workspace, kept[1], people_, asset)
    _answered(workspace, session, kept, action, people_)
    counts = {"question": "lundy/space", "side": headcounts.Side.STUDENTS, "counts": (4, 2, 0)}
    workspace.perform("count", headcounts.count, new_id=workspace.new_id(), **new, **counts, session_id=session)


def _assets(workspace: Workspace, session: str, group: list[str]) -> str:
    key = workspace.new_id()
    what = {"sort": asset_map.Sort.PLACE, "what": "The library’s back room", "held_by": Role.COMMUNITY}
    workspace.perform(
        "add-asset",
        asset_map.add_asset,
        new_id=key,
        at=workspace.now(),
        **what,
        asker_id=group[1],
        session_id=session,
    )
    return key


def _second_plan(workspace: Workspace, idea: str, group: list[str], asset: str) -> str:
    plan, action = workspace.new_id(), workspace.new_id()
    source = "Hillside School"
    workspace.perform(
        "start-plan", plans.start, new_id=plan, at=workspace.now(), title="Water", idea_ids=[idea], came_from=source
    )
    workspace.perform("write-plan", plans.write, plan, "how_we_know", "Nobody has to ask")
    workspace.perform("write-plan", plans.step_by, plan, DUE)
    work = {"hands": Hands.DECISION, "owner_ids": group[:1], "asked_of": "The head", "by": DUE}
    more = {"done_looks": "A tap on each floor", "asset_ids": [asset]}
    workspace.perform("add-action", plans.add_action, plan, new_id=action, what="Buy two taps", **work, **more)
    workspace.perform("close-plan", signing.close_for_signing, plan)
    workspace.perform("reopen-plan", signing.reopen, plan)
    workspace.perform("close-plan", signing.close_for_signing, plan)
    now = signing.standing(workspace.programme, plan)
    for person in (*now.to_sign, *now.deciders):
        key, at = workspace.new_id(), workspace.now()
        workspace.perform("sign", signing.sign, plan, person.id, new_id=key, at=at, words="Yes")
    sealed = workspace.programme.get(Plan, plan).sealed or ""
    new = {"at": workspace.now(), "plan_id": plan, "content_hash": signing.content_hash(sealed)}
    said = {"reason": "One tap first", "next_step": "Ask the caretaker", "by_whom": "Ms Okoro"}
    reply = replies.Answered(1, action, answers.Kind.WITH_CHANGES, **said, by_when="after half-term", due=DUE)
    decided = {"decided_by": "Ms Okoro, head", "decided_on": DUE, "came": replies.Came.PAPER, "signed": True}
    new_ids = [workspace.new_id()]
    workspace.perform("take-in", replies.take_in, new_ids=new_ids, **new, answered=[reply], **decided)
    says = {"says": replies.Says.MEET, "words": "One on each floor by March"}
    workspace.perform("respond", replies.respond, new_id=workspace.new_id(), **new, **says)
    key = workspace.new_id()
    signed = next(iter(workspace.programme.all(Plan)))
    what = {"title": "Water for all", "plan_ids": [signed], "prompt_ids": ["p-1"], "question": "Who asked at yours?"}
    workspace.perform("begin-sharing", sharing.begin_sharing, new_id=key, at=workspace.now(), **what)
    workspace.perform("hide-word", sharing.hide_word, key, "Hillside", True)
    workspace.perform("seal-sharing", sharing.seal_sharing, key, "{}")
    workspace.perform("approve", sharing.approve, key, group[0])
    return action


def _answered(workspace: Workspace, session: str, kept: list[str], action: str, group: list[str]) -> None:
    new = {"at": workspace.now()}
    trigger = {"idea_id": kept[0], "decider": "The governors", "due": max(DUE, new["at"].date())}
    workspace.perform("pull-trigger", triggers.pull, new_id=workspace.new_id(), **new, **trigger)
    answer = next(one for one in workspace.programme.all(answers.Answer).values() if not one.withdrawn)
    telling = {"answer_id": answer.id, "by": "Ms Okoro", "on": DUE, "session_id": session}
    workspace.perform("tell", told.tell, new_id=workspace.new_id(), **new, **telling)
    key = workspace.new_id()
    how = {"about_id": action, "how": progress.How.STUCK, "words": "Who knows a plumber?", "session_id": session}
    workspace.perform("say-how", progress.say_how, new_id=key, **new, **how)
    workspace.perform("say-really", progress.say_really, key, progress.Really.PARTLY)
    hands = {"action_id": action, "from_id": group[0], "to_id": group[1]}
    workspace.perform("hand-over", progress.hand_over, new_id=workspace.new_id(), **new, **hands)
