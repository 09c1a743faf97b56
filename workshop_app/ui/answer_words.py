"""An answer as it stands on the screen, and an idea in words where it may be drawn alone."""

from workshop_app.domain import answers
from workshop_app.domain.answers import Answer
from workshop_app.domain.ideas import Idea
from workshop_app.words import translate


def named(answer: Answer) -> str:
    """The answer with the one whom it went on to, such as "passed on to the governors"."""
    name = answers.name(answer.kind)
    if answer.passed_to:
        return translate("answers", "{answer} to {whom}", answer=name, whom=answer.passed_to)
    return name


def in_full(answer: Answer) -> str:
    """The answer with who gives it and why, on one line."""
    return " · ".join(part for part in (named(answer), answer.by, answer.reason) if part)


def idea_words(idea: Idea) -> str:
    """An idea's own words, or the next best thing."""
    return idea.text or idea.translation or translate("answers", "A drawing")
