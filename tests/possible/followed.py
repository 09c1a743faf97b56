"""What follows a plan: assets, promises and what became of them, triggers, replies, head-counts and packs."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import product

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.possible.people import here
from tests.possible.plans import closed_plans, open_actions, open_plans
from tests.possible.registry import NOW, Do, days, fresh, line, one_of, operation, some, typed
from workshop_app.domain import (
    answers,
    asset_map,
    headcounts,
    honest_no,
    people,
    plans,
    progress,
    replies,
    school_promise,
    sharing,
    signing,
    taking_over,
    told,
    triggers,
)
from workshop_app.domain.headcounts import Side
from workshop_app.domain.ideas import Idea, in_theme, themes
from workshop_app.domain.people import Person, Role
from workshop_app.domain.plans import Action, Plan
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import Session

days_to_come = st.dates(NOW.date(), date(2027, 7, 31))


def adults(programme: Programme) -> list[Person]:
    return [one for one in here(programme) if not one.role.is_student]


def assets_for_actions(programme: Programme) -> list[tuple[Action, asset_map.Asset]]:
    return list(product(open_actions(programme), asset_map.assets(programme)))


def standing_actions(programme: Programme) -> list[Action]:
    return [one for one in programme.all(Action).values() if one.owner_ids]


def to_hand_over(programme: Programme) -> list[tuple[Action, str, Person]]:
    return [
        (action, owner, person)
        for action in standing_actions(programme)
        for owner in progress.owners_now(programme, action.id)
        for person in here(programme)
        if person.id not in progress.owners_now(programme, action.id)
    ]


def standing_answers(programme: Programme) -> list[answers.Answer]:
    return list(answers.by_idea(programme).values())


def standing_replies(programme: Programme) -> list[replies.Reply]:
    return [one for one in programme.all(replies.Reply).values() if not one.withdrawn]


def to_be_signed(programme: Programme) -> list[school_promise.SchoolPromise]:
    one = school_promise.promise(programme)
    return [one] if one is not None and one.signed_at is None and school_promise.items(one) else []


def waiting_together(programme: Programme) -> list[list[Idea]]:
    """The ideas of each theme that have no answer of their own."""
    answered = answers.by_idea(programme)
    themed = ([one for one in in_theme(programme, it.id) if one.id not in answered] for it in themes(programme))
    return [one for one in themed if one]


def told_already(programme: Programme) -> list[told.Told]:
    return list(told.by_answer(programme).values())


def fixed_packs(programme: Programme) -> list[tuple[sharing.Sharing, Person]]:
    fixed = [one for one in programme.all(sharing.Sharing).values() if one.sealed is not None]
    return [(one, person) for one in fixed if not one.withdrawn for person in sharing.makers(programme, one)]


def to_fix(programme: Programme) -> list[sharing.Sharing]:
    def ready(one: sharing.Sharing) -> bool:
        chosen = [programme.get(Plan, plan_id) for plan_id in one.plan_ids]
        return all(sharing.is_signed(programme, plan) and sharing.makers_of(programme, plan) for plan in chosen)

    return [one for one in sharing.sharings(programme) if ready(one)]


@operation("give-post", adults)
def give_post(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Person) -> Do:
    return partial(people.give_post, person_id=one.id, post=draw(st.sampled_from(["", "Head", "Deputy head"])))


@operation("add-asset")
def add_asset(draw: DrawFn, programme: Programme, counter: Iterator[int], _one: None) -> Do:
    asker = draw(st.none() | st.sampled_from([one.id for one in here(programme)])) if here(programme) else None
    what = {
        "sort": one_of(draw, list(asset_map.Sort)),
        "what": line(draw, counter),
        "held_by": one_of(draw, list(Role)),
    }
    return partial(asset_map.add_asset, new_id=fresh(counter), at=NOW, **what, asker_id=asker)


@operation("reword-asset", asset_map.assets)
def reword_asset(draw: DrawFn, programme: Programme, counter: Iterator[int], one: asset_map.Asset) -> Do:
    return partial(asset_map.reword_asset, asset_id=one.id, what=line(draw, counter))


@operation("hold-asset", asset_map.assets)
def hold_asset(draw: DrawFn, programme: Programme, counter: Iterator[int], one: asset_map.Asset) -> Do:
    return partial(asset_map.hold_asset, asset_id=one.id, held_by=one_of(draw, list(Role)))


@operation("sort-asset", asset_map.assets)
def sort_asset(draw: DrawFn, programme: Programme, counter: Iterator[int], one: asset_map.Asset) -> Do:
    return partial(asset_map.sort_asset, asset_id=one.id, sort=one_of(draw, list(asset_map.Sort)))


@operation("ask-for-asset", asset_map.assets)
def ask_for_asset(draw: DrawFn, programme: Programme, counter: Iterator[int], one: asset_map.Asset) -> Do:
    asker = draw(st.none() | st.sampled_from([one.id for one in here(programme)])) if here(programme) else None
    return partial(asset_map.ask_for_asset, asset_id=one.id, asker_id=asker)


@operation("rest-on", assets_for_actions)
def rest_on(draw: DrawFn, programme: Programme, counter: Iterator[int], one: tuple[Action, asset_map.Asset]) -> Do:
    action, asset = one
    return partial(plans.rest_on, action_id=action.id, asset_id=asset.id, on=draw(st.booleans()))


@operation("step-by", open_plans)
def step_by(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Plan) -> Do:
    return partial(plans.step_by, plan_id=one.id, by=draw(st.none() | days))


@operation("drop-asset", asset_map.assets)
def drop_asset(draw: DrawFn, programme: Programme, counter: Iterator[int], one: asset_map.Asset) -> Do:
    return partial(asset_map.drop_asset, asset_id=one.id)


@operation("say-how", standing_actions)
def say_how(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Action) -> Do:
    new = {"new_id": fresh(counter), "at": NOW, "about_id": one.id}
    return partial(progress.say_how, **new, how=one_of(draw, list(progress.How)), words=line(draw, counter))


@operation("hand-over", to_hand_over)
def hand_over(draw: DrawFn, programme: Programme, counter: Iterator[int], one: tuple[Action, str, Person]) -> Do:
    action, owner, person = one
    new = {"new_id": fresh(counter), "at": NOW, "action_id": action.id}
    return partial(progress.hand_over, **new, from_id=owner, to_id=person.id)


@operation("write-promise")
def write_promise(draw: DrawFn, programme: Programme, counter: Iterator[int], _one: None) -> Do:
    said = {name: draw(typed) for name in ("protected_time", "who_decides", "budget")}
    numbers = {"answer_days": draw(st.integers(0, 60)), "backers": draw(st.sampled_from([0, 1, 1, 2]))}
    return partial(school_promise.write_promise, new_id=fresh(counter), at=NOW, **said, **numbers)


@operation("sign-promise", to_be_signed)
def sign_promise(draw: DrawFn, programme: Programme, counter: Iterator[int], one: school_promise.SchoolPromise) -> Do:
    who = {"signed_by": line(draw, counter), "post": "Head", "words": "agreed"}
    return partial(school_promise.sign_promise, promise_id=one.id, at=NOW, **who)


def to_ask(programme: Programme) -> list[tuple[str, headcounts.Side, str | None]]:
    """What may be asked by head-count of which side, in a session or in none."""
    sessions = [*programme.all(Session), None]
    every = [(key, side, one) for one in sessions for keys in headcounts.KEYS.values() for key in keys for side in Side]
    return [asked for asked in every if asked[1] is Side.STUDENTS or _asked_of_staff(programme, *asked)]


def _asked_of_staff(programme: Programme, question: str, _side: Side, session_id: str | None) -> bool:
    if headcounts.family_of(question) is headcounts.Family.LADDER:
        return bool(headcounts.in_session(programme, session_id, question))
    return headcounts.family_of(question) in headcounts.STAFF_TOO


@operation("count", to_ask)
def count(draw: DrawFn, programme: Programme, counter: Iterator[int], one: tuple[str, Side, str | None]) -> Do:
    question, side, session = one
    many = headcounts.ANSWERS[headcounts.family_of(question)]
    counts = draw(st.lists(st.integers(0, 6), min_size=many, max_size=many).filter(any))
    what = {"question": question, "side": side, "counts": counts, "session_id": session}
    return partial(headcounts.count, new_id=fresh(counter), at=NOW, **what)


@operation("take-count-back", headcounts.standing)
def take_count_back(draw: DrawFn, programme: Programme, counter: Iterator[int], one: headcounts.Headcount) -> Do:
    return partial(headcounts.take_count_back, headcount_id=one.id)


@operation("pull-trigger", triggers.ready)
def pull(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    new = {"new_id": fresh(counter), "at": NOW, "idea_id": one.id}
    return partial(triggers.pull, **new, decider=line(draw, counter), due=draw(days_to_come))


@operation("take-trigger-back", triggers.waiting)
def take_trigger_back(draw: DrawFn, programme: Programme, counter: Iterator[int], one: triggers.Trigger) -> Do:
    return partial(triggers.take_trigger_back, trigger_id=one.id)


@operation("answer-theme", waiting_together)
def answer_theme(draw: DrawFn, programme: Programme, counter: Iterator[int], own: list[Idea]) -> Do:
    keys = [one.id for one in own]
    path = honest_no.of_theme(programme, keys)
    kinds = [kind for kind in answers.Kind if kind is not answers.Kind.NO or path is not None]
    said = {"kind": one_of(draw, kinds), "reason": line(draw, counter), "passed_to": line(draw, counter)}
    new = {"new_ids": [fresh(counter) for _ in range(2 * len(keys))], "at": NOW}
    return partial(answers.answer_theme, **new, idea_ids=keys, **said)


@operation("tell-reply", standing_replies)
def tell_reply(draw: DrawFn, programme: Programme, counter: Iterator[int], one: replies.Reply) -> Do:
    new = {"new_ids": [fresh(counter)], "at": NOW, "answer_ids": [one.id]}
    return partial(told.tell_all, **new, by=line(draw, counter), on=draw(days))


@operation("take-telling-back", told_already)
def take_telling_back(draw: DrawFn, programme: Programme, counter: Iterator[int], one: told.Told) -> Do:
    return lambda programme: told.take_telling_back(programme, one.id)


@operation("say-really", lambda programme: list(progress.by_promise(programme).values()))
def say_really(draw: DrawFn, programme: Programme, counter: Iterator[int], one: progress.Progress) -> Do:
    return partial(progress.say_really, progress_id=one.id, really=draw(st.sampled_from([*progress.Really, None])))


@operation("tell", standing_answers)
def tell(draw: DrawFn, programme: Programme, counter: Iterator[int], one: answers.Answer) -> Do:
    new = {"new_id": fresh(counter), "at": NOW, "answer_id": one.id}
    return partial(told.tell, **new, by=line(draw, counter), on=draw(days))


@operation("take-in", closed_plans)
def take_in(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Plan) -> Do:
    about = {"plan_id": one.id, "content_hash": signing.content_hash(one.sealed or "")}
    asked = draw(st.lists(st.integers(1, 3), min_size=1, unique=True))
    answered = [_answered(draw, counter, ask, plans.actions_of(programme, one.id)) for ask in asked]
    how = {"came": one_of(draw, list(replies.Came)), "decided_by": line(draw, counter), "decided_on": draw(days)}
    new_ids = [fresh(counter) for _ in answered]
    return partial(replies.take_in, new_ids=new_ids, at=NOW, answered=answered, **about, **how)


def _answered(draw: DrawFn, counter: Iterator[int], ask: int, actions: list[Action]) -> replies.Answered:
    kind, action = one_of(draw, list(answers.Kind)), one_of(draw, actions)
    said = {"reason": line(draw, counter), "passed_to": line(draw, counter), "next_step": draw(typed)}
    return replies.Answered(ask, action.id, kind, **said, due=draw(st.none() | days))


def replied_versions(programme: Programme) -> list[replies.Reply]:
    return [one for one in programme.all(replies.Reply).values() if not one.withdrawn]


@operation("take-reply-back", replied_versions)
def take_reply_back(draw: DrawFn, programme: Programme, counter: Iterator[int], one: replies.Reply) -> Do:
    return partial(replies.take_reply_back, reply_id=one.id)


@operation("respond", replied_versions)
def hear_and_respond(draw: DrawFn, programme: Programme, counter: Iterator[int], one: replies.Reply) -> Do:
    about = {"plan_id": one.plan_id, "content_hash": one.content_hash}
    says = {"says": one_of(draw, list(replies.Says)), "words": line(draw, counter)}
    told_ids = [fresh(counter) for _ in replies.replies_to(programme, **about)]
    who = {"by": line(draw, counter), "on": draw(days)}
    return partial(told.hear_and_respond, new_id=fresh(counter), told_ids=told_ids, at=NOW, **about, **says, **who)


@operation("begin-sharing", plans.plans)
def begin_sharing(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Plan) -> Do:
    chosen = some(draw, plans.plans(programme))
    what = {"title": line(draw, counter), "plan_ids": chosen, "question": draw(typed)}
    return partial(sharing.begin_sharing, new_id=fresh(counter), at=NOW, **what)


@operation("approve", fixed_packs)
def approve(draw: DrawFn, programme: Programme, counter: Iterator[int], one: tuple[sharing.Sharing, Person]) -> Do:
    return partial(sharing.approve, sharing_id=one[0].id, person_id=one[1].id)


@operation("choose-again", sharing.sharings)
def choose_again(draw: DrawFn, programme: Programme, counter: Iterator[int], one: sharing.Sharing) -> Do:
    what = {"title": line(draw, counter), "plan_ids": some(draw, plans.plans(programme)), "answer": draw(typed)}
    return partial(sharing.choose_again, sharing_id=one.id, **what)


@operation("hide-word", sharing.sharings)
def hide_word(draw: DrawFn, programme: Programme, counter: Iterator[int], one: sharing.Sharing) -> Do:
    return partial(sharing.hide_word, sharing_id=one.id, word=line(draw, counter), hide=draw(st.booleans()))


@operation("seal-sharing", to_fix)
def seal_sharing(draw: DrawFn, programme: Programme, counter: Iterator[int], one: sharing.Sharing) -> Do:
    return partial(sharing.seal_sharing, sharing_id=one.id, text="{}")


@operation("open-sharing", sharing.sharings)
def open_sharing(draw: DrawFn, programme: Programme, counter: Iterator[int], one: sharing.Sharing) -> Do:
    return partial(sharing.open_sharing, sharing_id=one.id)


@operation("take-approval-back", fixed_packs)
def take_approval_back(
    draw: DrawFn, programme: Programme, counter: Iterator[int], one: tuple[sharing.Sharing, Person]
) -> Do:
    return partial(sharing.take_approval_back, sharing_id=one[0].id, person_id=one[1].id)


@operation("withdraw-sharing", sharing.sharings)
def withdraw_sharing(draw: DrawFn, programme: Programme, counter: Iterator[int], one: sharing.Sharing) -> Do:
    return partial(sharing.withdraw_sharing, sharing_id=one.id)


@operation("take-plan-over")
def take_over(draw: DrawFn, programme: Programme, counter: Iterator[int], _one: None) -> Do:
    work = [
        taking_over.Work(line(draw, counter), one_of(draw, list(plans.Hands)), draw(typed))
        for _ in range(draw(st.integers(0, 2)))
    ]
    what = {"title": line(draw, counter), "came_from": "Hillside", "texts": {"change": draw(typed)}, "work": work}
    new = {"new_id": fresh(counter), "action_ids": [fresh(counter) for _ in work], "at": NOW}
    return partial(taking_over.take_over, **new, **what)
