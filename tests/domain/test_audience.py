"""What everybody in the room sees has no place for anything private."""

import inspect
from dataclasses import fields, is_dataclass
from typing import get_args, get_type_hints

import pytest
from hypothesis import given

from tests.strategies import PRIVATE_CARE, PRIVATE_NAME, PRIVATE_NOTE, History, calm, histories
from workshop_app.domain import (
    answers,
    audience,
    count_chart,
    ideas,
    poll,
    seen_assets,
    seen_plan,
    seen_reply,
)
from workshop_app.domain.audience import BoardSeen, Card, Question, ThemeFrame, board_of, layout, question
from workshop_app.domain.board import Layout
from workshop_app.domain.care import Care
from workshop_app.domain.face_down import Backing, Entry
from workshop_app.domain.openness import Openness
from workshop_app.domain.people import Person
from workshop_app.domain.reflections import Reflection
from workshop_app.domain.sessions import Asked, prompts_of

PRIVATE = (
    *("person", "note", "aside", "author", "asked", "session", "source", "dissolved", "insist"),
    *("unseen", "uncomfortable", "lead", "care", "about_staff", "about_head", "job", "written"),
)
ROOMS = (audience, count_chart, poll, seen_assets, seen_plan, seen_reply)  # all that ui/shared is given
SEEN = [
    kind
    for room in ROOMS
    for _, kind in inspect.getmembers(room, is_dataclass)
    if isinstance(kind, type) and kind.__module__ == room.__name__
]
NAMED = {kind.__name__: kind for kind in SEEN}  # also those that a room only names for type checkers
every_type = pytest.mark.parametrize("kind", SEEN, ids=lambda kind: kind.__name__)


def test_these_are_the_types_that_may_be_seen():
    assert set(SEEN) >= {BoardSeen, Card, Question, ThemeFrame}


@every_type
def test_no_field_could_hold_anything_private(kind):
    for field in fields(kind):
        assert not [word for word in PRIVATE if word in field.name], f"{kind.__name__}.{field.name}"


def inside(hint: object) -> set[object]:
    found = get_args(hint)
    return {one for part in found for one in inside(part)} if found else {hint}


@every_type
def test_fields_hold_plain_values_or_other_types_that_may_be_seen(kind):
    plain = {str, int, float, bool, type(None), Ellipsis}
    for name, hint in get_type_hints(kind, localns=NAMED).items():
        assert inside(hint) <= plain | set(SEEN), f"{kind.__name__}.{name}"


@every_type
def test_what_is_seen_cannot_be_given_more_fields_later(kind):
    assert kind.__dataclass_params__.frozen
    assert "__slots__" in vars(kind)


@calm
@given(histories())
def test_no_name_no_note_and_nothing_set_aside_reaches_the_board(past: History):
    for programme in past.states:
        seen = repr(board_of(programme))
        assert PRIVATE_NAME not in seen
        assert PRIVATE_NOTE not in seen
        assert PRIVATE_CARE not in seen
        assert not [key for key in programme.all(Person) if key in seen]
        away = [idea for idea in programme.all(ideas.Idea).values() if idea.set_aside or idea.unseen]
        assert not [idea.id for idea in away if repr(idea.id) in seen]
        gone = set(programme.all(ideas.Theme)) - {theme.id for theme in ideas.themes(programme)}
        assert not [key for key in gone if repr(key) in seen]


@calm
@given(histories())
def test_no_note_reaches_a_question(past: History):
    for asked in past.end.all(Asked).values():
        assert PRIVATE_NOTE in asked.note
        assert question(asked).text == asked.text
        assert question(asked, plain=True).text == asked.plain
        assert PRIVATE_NOTE not in repr((question(asked), question(asked, plain=True)))


@calm
@given(histories())
def test_how_open_an_aspect_is_is_said_with_whose_decision_it_is_and_why(past: History):
    assert audience.bounds(None) is None
    for said in past.end.all(Openness).values():
        seen = audience.bounds(said)
        assert (seen.how, seen.whose, seen.why) == (said.how, said.whose, said.why)


@calm
@given(histories())
def test_no_audience_type_is_made_of_what_adults_keep(past: History):
    private = [one for kind in (Care, Reflection) for one in past.end.all(kind).values()]
    assert all(PRIVATE_CARE in repr(one) for one in private)
    makers = [one for _, one in inspect.getmembers(audience, inspect.isfunction) if one.__module__ == audience.__name__]
    taken = {hint for one in makers for hints in get_type_hints(one).values() for hint in inside(hints)}
    assert taken & {Care, Reflection, Person, Entry, Backing} == set()


@calm
@given(histories())
def test_who_gave_an_idea_makes_no_difference_to_what_is_seen(past: History):
    programme = past.end
    for idea in ideas.on_board(programme):
        named = ideas.Idea(**{field.name: getattr(idea, field.name) for field in fields(idea)} | {"person_id": "x"})
        assert audience.card(named) == audience.card(idea)


@calm
@given(histories())
def test_all_that_is_on_the_board_is_seen_as_it_is(past: History):
    programme = past.end
    seen = board_of(programme)
    assert [card.id for card in seen.cards] == [idea.id for idea in ideas.on_board(programme)]
    assert [frame.id for frame in seen.themes] == [theme.id for theme in ideas.themes(programme)]
    for card in seen.cards:
        idea = programme.get(ideas.Idea, card.id)
        own = {field.name for field in fields(card)} - {"answer", "stage", "both", "ground"}
        assert all(getattr(card, name) == getattr(idea, name) for name in own)
        answer = answers.answer_to(programme, idea.id)
        assert card.answer == (answers.name(answer.kind) if answer else "")
    for frame in seen.themes:
        theme = programme.get(ideas.Theme, frame.id)
        assert (frame.name, frame.place) == (theme.name, theme.place)


@calm
@given(histories())
def test_every_card_seen_has_its_place_in_the_order_of_its_theme(past: History):
    programme = past.end
    seen = board_of(programme)
    laid: Layout = layout(reversed(seen.cards), reversed(seen.themes))
    assert set(laid.cards) == {card.id for card in seen.cards}
    assert list(laid.themes) == [frame.id for frame in seen.themes]
    for theme in seen.themes:
        own = [key for key, spot in laid.cards.items() if laid.themes[theme.id].holds(*spot)]
        own.sort(key=lambda key: (laid.cards[key][1], laid.cards[key][0]))
        assert own == [idea.id for idea in ideas.in_theme(programme, theme.id)]
    for card in seen.cards:
        if card.theme_id is None:
            assert laid.cards[card.id] == (card.x, laid.ground_y + card.y)


@calm
@given(histories())
def test_a_question_is_asked_for_every_prompt_of_a_session(past: History):
    for asked in past.end.all(Asked).values():
        if not asked.dropped:
            assert asked in prompts_of(past.end, asked.session_id)
            assert question(asked).aspect == asked.aspect
