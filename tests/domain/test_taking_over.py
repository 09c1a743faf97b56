"""A plan that is taken over says whose it was, and waits for owners of our own."""

from datetime import date

import pytest

from tests.domain.small import small, undone
from tests.strategies import NOW
from workshop_app.domain import plans, signing
from workshop_app.domain.errors import DomainError
from workshop_app.domain.plans import TEXTS, Hands, Plan
from workshop_app.domain.programme import Outcome, Programme
from workshop_app.domain.taking_over import Work, take_over


def taken(programme: Programme | None = None, **other: object) -> Outcome:
    what = {"title": "Ask us", "came_from": "Hillside", "texts": {"change": "Ask\nhalfway", "how_we_know": "Count"}}
    new = {"new_id": "p", "action_ids": ["1", "2"], "at": NOW}
    work = [Work("Try it", Hands.OURS), Work("Give a room", Hands.DECISION, "The head", "A key")]
    return take_over(programme or small(), **{**new, **what, "work": work, **other})  # type: ignore[arg-type]


def test_it_is_ours_with_its_words_and_without_its_people() -> None:
    programme = taken().programme
    plan = programme.get(Plan, "p")
    assert (plan.title, plan.came_from, plan.change, plan.idea_ids) == ("Ask us", "Hillside", "Ask\nhalfway", ())
    assert [(one.what, one.owner_ids, one.by) for one in plans.actions_of(programme, "p")] == [
        ("Try it", (), None),
        ("Give a room", (), None),
    ]


def test_it_is_closed_once_somebody_carries_each_action() -> None:
    programme = taken().programme
    with pytest.raises(DomainError, match="Choose who does each action"):
        signing.close_for_signing(programme, "p")
    day = date(2026, 12, 1)
    work = {"hands": Hands.OURS, "owner_ids": ["ana"], "by": day}
    programme = plans.change_action(programme, "1", what="Try it", **work).programme
    asked = {"hands": Hands.DECISION, "owner_ids": (), "asked_of": "The head", "by": day}
    programme = plans.change_action(programme, "2", what="Give a room", **asked).programme
    assert signing.close_for_signing(programme, "p").programme.get(Plan, "p").sealed


def test_what_is_too_long_is_cut_and_nothing_else_is_taken() -> None:
    texts = dict.fromkeys(TEXTS, "word " * 3000) | {"sealed": "{}"}
    plan = taken(texts=texts, title="t" * 500, came_from="s" * 500).programme.get(Plan, "p")
    assert all(len(getattr(plan, name)) <= 2000 and getattr(plan, name).endswith("…") for name in TEXTS)
    assert len(plan.title) == len(plan.came_from) == 80
    assert plan.sealed is None


def test_it_can_be_undone() -> None:
    assert undone(taken()) == small()
