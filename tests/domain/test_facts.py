"""Facts are records of the world: fixed names, and nothing in them ever changes."""

from dataclasses import FrozenInstanceError

import pytest

from tests.strategies import NOW
from workshop_app.domain.facts import Fact, Happened
from workshop_app.domain.kinds import NAMES


def test_names_on_file_are_for_good():
    assert {happened.value for happened in Happened} >= {"founded", "clock", "asked", "exported"}


def test_a_fact_cannot_be_altered_and_is_no_entity_that_undo_could_reach():
    fact = Fact("f", NOW, Happened.EXPORTED, {"what": "plan"}, frozenset({"p"}), 3)
    with pytest.raises(FrozenInstanceError):
        fact.after_step = 4  # type: ignore[misc]
    assert Fact not in NAMES
