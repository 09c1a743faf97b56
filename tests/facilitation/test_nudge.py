"""When the facilitator gets a cue, and what lies underneath."""

import pytest

from tests.strategies import NOW
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Role
from workshop_app.facilitation import prompts
from workshop_app.facilitation.familiar import vocabulary
from workshop_app.facilitation.nudge import LEAST, nudge, prompt_id, underneath

FAMILIAR = ("better canteen food", "no ties in summer", "more pizza", "trainers please", "cheaper lunch")
DEEPER = (
    "ask us before the test",
    "who decides the timetable",
    "help when you come back",
    "trust us",
    "teach us to plan",
)


def said(*texts):
    return [Idea(str(number), text, Role.STUDENT, NOW) for number, text in enumerate(texts)]


def test_no_cue_before_enough_was_said():
    assert nudge(said(*FAMILIAR[: LEAST - 1]), ()) is None
    assert nudge((), ()) is None


def test_a_cue_names_the_ground_where_most_gathers():
    cue = nudge(said(*FAMILIAR), ())
    assert cue is not None
    assert (cue.ground.id, cue.count, cue.of) == ("food", 5, 5)


def test_a_ground_leads_only_where_more_is_on_it_than_on_any_other():
    cue = nudge(said(*FAMILIAR), ())
    assert cue is not None
    assert cue.leads


def test_of_grounds_that_are_level_the_latest_is_taken_and_none_leads():
    one_each = ("pizza", "no ties", "soap in the toilets", "fix the lockers", "give phones back")
    for turned in range(5):
        cue = nudge(said(*one_each[turned:], *one_each[:turned]), ())
        assert cue is not None
        assert (cue.count, cue.leads) == (5, False)
        assert cue.ground.id == ("phones", "food", "uniform", "toilets", "buildings")[turned]


def test_what_comes_second_does_not_lead_when_the_first_was_asked_underneath():
    cue = nudge(said(*FAMILIAR), {prompt_id("food")})
    assert cue is not None
    assert not cue.leads


def test_no_cue_where_most_goes_deeper_and_only_the_latest_count():
    assert nudge(said(*DEEPER, *FAMILIAR[:2]), ()) is None
    assert nudge(said(*FAMILIAR, *DEEPER, *DEEPER), ()) is None
    assert nudge(said(*DEEPER, *FAMILIAR), ()) is not None


def test_what_was_asked_underneath_is_not_offered_again():
    cue = nudge(said(*FAMILIAR), {prompt_id("food")})
    assert cue is not None
    assert cue.ground.id == "uniform"
    assert nudge(said(*FAMILIAR), {prompt_id("food"), prompt_id("uniform")}) is None


@pytest.mark.parametrize("ground", vocabulary().grounds, ids=lambda ground: ground.id)
def test_every_ground_has_a_prompt_that_can_be_asked(ground):
    asked = underneath(ground, prompts.load(), "s", 3, lambda: "new")
    assert (asked.id, asked.session_id, asked.place, asked.text) == ("new", "s", 3, ground.underneath)
    assert asked.plain
    assert asked.family
