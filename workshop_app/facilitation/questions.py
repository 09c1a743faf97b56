"""What a group is asked by head-count (assets/questions.toml): our own words, with a picture for every answer."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from workshop_app.assets import find
from workshop_app.dates import short_date
from workshop_app.domain import headcounts
from workshop_app.domain.headcounts import Family, Picture, Point, Side
from workshop_app.words import translate


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: `symbol` names its picture in assets/symbols, `words` say it."""

    symbol: str
    words: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `name` says in a word what it is about, `staff` asks adults, "" where they are not asked."""

    key: str
    family: Family
    name: str
    text: str
    staff: str
    answers: tuple[Answer, ...]

    def asks(self, side: Side) -> str:
        """How it is put to one side."""
        return self.staff if side is Side.STAFF else self.text


def question(key: str) -> Question:
    """The question with this key; KeyError if there is none."""
    return _words().asked[key]


def family_name(family: Family) -> str:
    """What the questions of a family ask together."""
    return _words().names[family]


def limits() -> tuple[str, ...]:
    """What such small numbers can't show, in a few sentences."""
    return _words().limits


def when(point: Point) -> str:
    """When a count was taken, such as "Session 3, 6 Nov"."""
    if point.number:
        return translate("questions", "Session {n}, {day}", n=point.number, day=short_date(point.on))
    return short_date(point.on)


def in_words(picture: Picture) -> tuple[str, ...]:
    """A picture's values, a sentence for each count that may be shown."""
    asked = question(picture.question)
    return tuple(
        translate(
            "questions",
            "{when}: {values}.",
            when=when(point),
            values=", ".join(
                f"{number} {answer.words.rstrip('.')}"
                for answer, number in zip(asked.answers, point.counts, strict=True)
            ),
        )
        for point in picture.points
    )


@dataclass(frozen=True, slots=True)
class _Words:
    names: Mapping[Family, str]
    asked: Mapping[str, Question]
    limits: tuple[str, ...]


@cache
def _words() -> _Words:
    said = tomllib.loads(find("questions.toml").read_text(encoding="utf-8"))
    asked = {}
    for family, keys in headcounts.KEYS.items():
        own = said[family.value]
        answers = tuple(Answer(one["symbol"], one["words"]) for one in own["answers"])
        for key in keys:
            one = own["asked"][key]
            asked[key] = Question(key, family, one["name"], one["text"], one.get("staff", ""), answers)
    names = {family: said[family.value]["name"] for family in headcounts.KEYS}
    return _Words(names, asked, tuple(said["limits"]))
