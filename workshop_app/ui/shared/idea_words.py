"""An idea in words, for those who hear the board or read it as a list."""

from workshop_app.domain.audience import Card
from workshop_app.ui.shared import cards
from workshop_app.words import translate


def about(card: Card) -> list[str]:
    """What is known of an idea beside its own words: aspect, who said it, who backs it, what became of it."""
    who = cards.role_words(card.role) or translate("card", "student")
    forward = translate("card", "taken forward") if card.forward else ""
    answered = translate("card", "answered: {answer}", answer=card.answer) if card.answer else ""
    both = translate("card", "what students and what staff know is both there") if card.both else ""
    talked = translate("card", "talked about") if card.stage == "talked" else ""
    planned = translate("card", "in a plan") if card.stage == "planned" else ""
    parts = (card.label, who, backed(card), talked, both, planned or forward, answered)
    return [part for part in parts if part]


def backed(card: Card) -> str:
    """Who backs an idea, "" if nobody does yet."""
    students = _students(card.students_back) if card.students_back else ""
    adults = _adults(card.adults_back) if card.adults_back else ""
    if students and adults:
        return translate("card", "backed by {students} and {adults}", students=students, adults=adults)
    return translate("card", "backed by {who}", who=students or adults) if students or adults else ""


def spoken(card: Card) -> str:
    """The idea in one sentence, its own words first."""
    return ", ".join([cards.said_words(card), *about(card)])


def counted(count: int, elsewhere: int = 0) -> str:
    """How many ideas are in a group, and how many of it are on other boards."""
    words = ideas(count)
    return translate("board", "{ideas}, {n} elsewhere", ideas=words, n=elsewhere) if elsewhere else words


def ideas(count: int) -> str:
    """So many ideas."""
    if count == 0:
        return translate("board", "no ideas yet")
    return translate("board", "1 idea") if count == 1 else translate("board", "{n} ideas", n=count)


def themes(count: int) -> str:
    """So many themes."""
    if count == 0:
        return translate("board", "no themes yet")
    return translate("board", "1 theme") if count == 1 else translate("board", "{n} themes", n=count)


def _students(count: int) -> str:
    return translate("card", "1 student") if count == 1 else translate("card", "{n} students", n=count)


def _adults(count: int) -> str:
    return translate("card", "1 adult") if count == 1 else translate("card", "{n} adults", n=count)
