"""Sessions are numbered as they come, and a prompt that was copied into one is never forgotten."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import NOW, TODAY, History, asked, calm, histories, nothing_yet, often
from workshop_app.domain.errors import DomainError
from workshop_app.domain.people import Role, add_person
from workshop_app.domain.programme import Programme, apply
from workshop_app.domain.sessions import (
    LONGEST,
    SHORTEST,
    Asked,
    Session,
    all_asked,
    ask_also,
    in_order,
    prepare,
    prompts_of,
    rearrange,
)

numbers = st.lists(st.integers(1, 8), min_size=1, max_size=5, unique=True)


def school() -> Programme:
    programme = nothing_yet()
    for key, role in (("ana", Role.STUDENT), ("mr b", Role.STAFF)):
        programme = add_person(programme, new_id=key, at=NOW, name=key, role=role).programme
    return programme


def prompts(counter: itertools.count, wanted: Sequence[int]) -> list[Asked]:
    return [asked(counter, "s", number, place) for place, number in enumerate(wanted)]


def meeting(**other: object) -> dict[str, object]:
    filled = {"held_on": TODAY, "minutes": 45, "present": ["ana"], "prompts": prompts(itertools.count(1), [1])}
    return {**filled, **other}


@calm
@given(histories())
def test_sessions_are_numbered_from_one_as_they_come(past: History):
    for programme in past.states:
        found = in_order(programme)
        assert [session.number for session in found] == list(range(1, len(found) + 1))
        assert found == list(programme.all(Session).values())


@calm
@given(histories())
def test_the_aspects_of_a_session_are_those_of_its_prompts(past: History):
    for session in in_order(past.end):
        asked_now = prompts_of(past.end, session.id)
        assert session.aspects == tuple(dict.fromkeys(prompt.aspect_id for prompt in asked_now))
        assert asked_now


@calm
@given(histories())
def test_a_prompt_that_was_copied_stays_word_for_word(past: History):
    for step in past.steps:
        for key, prompt in step.before.all(Asked).items():
            after = step.outcome.programme.get(Asked, key)
            free = {"place": prompt.place, "dropped": prompt.dropped, "passed": prompt.passed}
            assert replace(after, **free) == prompt


@often
@given(numbers, numbers, numbers)
def test_prompts_are_asked_in_the_order_they_were_put_in(first, second, third):
    counter = itertools.count(1)
    programme = prepare(school(), new_id="s", at=NOW, **meeting(prompts=prompts(counter, first))).programme
    ids: dict[str, str] = {}
    for wanted in (first, second, third, first):
        programme = rearrange(programme, "s", **meeting(prompts=prompts(counter, wanted))).programme
        now = prompts_of(programme, "s")
        assert [prompt.prompt_id for prompt in now] == [f"prompt-{number}" for number in wanted]
        for prompt in all_asked(programme, "s"):
            assert ids.setdefault(prompt.prompt_id, prompt.id) == prompt.id
        assert {prompt.prompt_id for prompt in all_asked(programme, "s")} >= set(ids)


@often
@given(numbers, numbers)
def test_the_order_given_counts_whatever_place_a_prompt_brought_along(first, second):
    counter = itertools.count(1)

    def misplaced(wanted: Sequence[int]) -> list[Asked]:
        return [replace(prompt, place=9 - prompt.place) for prompt in prompts(counter, wanted)]

    programme = prepare(school(), new_id="s", at=NOW, **meeting(prompts=misplaced(first))).programme
    assert [prompt.prompt_id for prompt in prompts_of(programme, "s")] == [f"prompt-{number}" for number in first]
    programme = rearrange(programme, "s", **meeting(prompts=misplaced(second))).programme
    assert [prompt.prompt_id for prompt in prompts_of(programme, "s")] == [f"prompt-{number}" for number in second]


def test_a_session_rearranged_to_what_it_is_makes_no_edit():
    programme = prepare(school(), new_id="s", at=NOW, **meeting()).programme
    assert rearrange(programme, "s", **meeting()).edits == ()


def test_rearranging_one_session_leaves_the_others_alone():
    counter = itertools.count(1)
    programme = prepare(school(), new_id="s", at=NOW, **meeting(prompts=prompts(counter, [1, 2]))).programme
    other = [replace(prompt, session_id="t") for prompt in prompts(counter, [1, 2])]
    programme = prepare(programme, new_id="t", at=NOW, **meeting(prompts=other)).programme
    after = rearrange(programme, "t", **meeting(held_on=date(2027, 1, 8), prompts=other[1:])).programme
    assert after.get(Session, "s") == programme.get(Session, "s")
    assert prompts_of(after, "s") == prompts_of(programme, "s")
    assert [prompt.id for prompt in prompts_of(after, "t")] == [other[1].id]


@pytest.mark.parametrize("minutes", [SHORTEST, LONGEST])
def test_the_shortest_and_the_longest_session(minutes):
    assert prepare(school(), new_id="s", at=NOW, **meeting(minutes=minutes)).edits


@pytest.mark.parametrize(
    "other",
    [
        {"minutes": SHORTEST - 1},
        {"minutes": LONGEST + 1},
        {"prompts": []},
        {"present": []},
        {"present": ["mr b"]},
        {"present": ["ana", "nobody"]},
    ],
    ids=str,
)
def test_what_no_session_can_be_is_refused(other):
    with pytest.raises(DomainError):
        prepare(school(), new_id="s", at=NOW, **meeting(**other))
    programme = prepare(school(), new_id="s", at=NOW, **meeting()).programme
    with pytest.raises(DomainError):
        rearrange(programme, "s", **meeting(**other))


def test_one_more_prompt_comes_in_at_its_place_and_the_later_ones_move_on():
    session_id = "s"
    programme = prepare(
        school(), new_id=session_id, at=NOW, **meeting(prompts=prompts(itertools.count(1), [1, 2, 3]))
    ).programme
    before = prompts_of(programme, session_id)
    extra = replace(before[0], id="extra", prompt_id="underneath-food", place=1)
    outcome = ask_also(programme, extra)
    assert [one.id for one in prompts_of(outcome.programme, session_id)] == [
        before[0].id,
        "extra",
        *(one.id for one in before[1:]),
    ]
    assert apply(outcome.programme, [edit.reversed() for edit in reversed(outcome.edits)]) == programme
