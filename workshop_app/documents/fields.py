"""The fields of a reply form, as plain values: what a field is called in the file, and what is said of it aloud.

A name with dots is a field within a group: "ask1.answer" is `answer` of `ask1`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextField:
    """Room for words; on several `lines` if it says so."""

    name: str
    says: str
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """One of several answers that exclude each other: all ticks of one `name`. `value` is what is kept of it."""

    name: str
    value: str
    says: str
    question: str


@dataclass(frozen=True, slots=True)
class SignHere:
    """Room for a signature by certificate; a pen does as well."""

    name: str
    says: str


Field = TextField | Tick | SignHere
