"""What is said so that everybody is safe (assets/care.toml): ground rules, no promise of secrecy, and what to do."""

import tomllib
from dataclasses import dataclass
from functools import cache

from workshop_app.assets import find


@dataclass(frozen=True, slots=True)
class _Words:
    ground_rules: tuple[str, ...]
    promise: str
    disclosure: tuple[str, ...]


def ground_rules() -> tuple[str, ...]:
    """What holds in the room, for the welcome: short sentences in plain words."""
    return _words().ground_rules


def promise() -> str:
    """What the students are told about who reads their ideas, and that nothing worrying stays a secret."""
    return _words().promise


def disclosure() -> tuple[str, ...]:
    """What an adult does whom a student tells something worrying, step by step."""
    return _words().disclosure


@cache
def _words() -> _Words:
    said = tomllib.loads(find("care.toml").read_text(encoding="utf-8"))
    return _Words(tuple(said["ground_rules"]), said["promise"].strip(), tuple(said["disclosure"]))
