"""Every kind of entity has one name, and holds only what a file can."""

import importlib
import pkgutil
from dataclasses import FrozenInstanceError, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum

import pytest
from hypothesis import given

import workshop_app.domain
from tests.strategies import History, calm, histories
from workshop_app.domain.kinds import KINDS, NAMES

NOT_ENTITIES = {"Fact"}  # kept beside the programme, never undone
every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())


def test_names_on_file_are_for_good():
    first = ["about", "person", "session", "asked", "theme", "idea", "plan", "action", "signature"]
    guided = ["phase", "job", "openness", "expertise", "answer", "honest_no", "consent", "objection"]
    followed = [
        "asset",
        "progress",
        "handover",
        "promise",
        "headcount",
        "trigger",
        "told",
        "reply",
        "response",
        "sharing",
    ]
    assert list(KINDS) == [*first, *guided, "care", "reflection", *followed]
    assert {NAMES[kind]: kind for kind in KINDS.values()} == KINDS


def test_no_entity_of_the_domain_was_forgotten():
    modules = [
        importlib.import_module(f"workshop_app.domain.{module.name}")
        for module in pkgutil.iter_modules(workshop_app.domain.__path__)
        if module.name != "audience"  # what is seen there is made of entities
    ]
    own = {
        thing
        for module in modules
        for thing in vars(module).values()
        if isinstance(thing, type)
        and is_dataclass(thing)
        and thing.__module__ != "workshop_app.domain.audience"  # what is seen there is made of entities
        and "id" in {field.name for field in fields(thing)}
    }
    entities = {kind for kind in own if kind.__name__ not in NOT_ENTITIES and not hasattr(kind, "reversed")}
    assert entities == set(KINDS.values())


@every_kind
def test_entities_are_frozen_and_slotted(kind):
    assert kind.__dataclass_params__.frozen
    assert "__slots__" in vars(kind)
    one = kind(**{field.name: None for field in fields(kind)})
    with pytest.raises((FrozenInstanceError, AttributeError)):
        one.id = "other"


def plain(value: object) -> bool:
    if isinstance(value, tuple):
        return all(plain(one) for one in value)
    return value is None or isinstance(value, str | int | float | bool | date | datetime | StrEnum)


@calm
@given(histories())
def test_whatever_is_done_only_known_kinds_with_plain_values_come_of_it(past: History):
    for step in past.steps:
        for edit in step.outcome.edits:
            assert edit.kind in NAMES
            assert all(plain(value) for side in (edit.old, edit.new) if side for value in side.values())


@calm
@given(histories())
def test_every_text_can_be_written_to_a_file(past: History):
    repr(past.end.tables).encode()
    for edit in (edit for step in past.steps for edit in step.outcome.edits):
        for value in (edit.new or {}).values():
            if isinstance(value, str):
                value.encode()
                assert "\x00" not in value
