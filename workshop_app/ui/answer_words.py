"""An answer as it stands on the screen."""

from workshop_app.domain import answers
from workshop_app.domain.answers import Answer
from workshop_app.words import translate


def named(answer: Answer) -> str:
    """The answer with the one whom it went on to, such as "passed on to the governors"."""
    name = answers.name(answer.kind)
    if answer.passed_to:
        return translate("answers", "{answer} to {whom}", answer=name, whom=answer.passed_to)
    return name
