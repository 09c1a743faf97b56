"""What everybody sees of a question that is answered by head-count: its pictures, and how many have answered.

How many chose which answer is not here, so no screen can tell it while hands are up or dots are put in secret.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: `symbol` names its picture, `words` say it."""

    symbol: str
    words: str


@dataclass(frozen=True, slots=True)
class Poll:
    """A question that is asked now. `quote` is what it is about in somebody's own words, "" for nothing.

    `whose` says who answers, `counted` how many have.
    """

    question: str
    choices: tuple[Choice, ...]
    whose: str
    quote: str = ""
    counted: int = 0
