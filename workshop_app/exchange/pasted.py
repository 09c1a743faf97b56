"""Ideas from pasted text, one on each line."""

import re
from collections.abc import Collection, Iterator

from workshop_app.exchange.arrival import Arrival, Incoming, gather
from workshop_app.exchange.unreadable import ROW_LIMIT, SIZE_LIMIT, UnreadableError, too_many_rows
from workshop_app.words import translate

# Signs that are words or sums elsewhere (- * o 1. a) need a space after them. \uf0b7 and \uf0a7 are what a word
# processor's bullets become as plain text.
_BULLET = re.compile(
    r"\s*(?:[•‣◦▪▫■□●○·►➤✓✔☐☑\uf0b7\uf0a7]\s*|(?:[-–—*]|o(?=\t)|\(?\d{1,3}[.)]|\(?[a-zA-Z]\))(?:\s+|$))"
)


def lines(text: str, already: Collection[str] = ()) -> Arrival:
    """Every line of `text` as an idea, without its bullet or number; blank lines are dropped.

    UnreadableError for more than SIZE_LIMIT characters or ROW_LIMIT lines.
    """
    return gather(_found(text), already)


def each(text: str) -> list[str]:
    """Every line that says something, without bullet or number, also where two say the same; as `lines` refuses."""
    return [one.text for one in _found(text)]


def _found(text: str) -> Iterator[Incoming]:
    if len(text) > SIZE_LIMIT:
        raise UnreadableError(translate("exchange", "This is more text than can be pasted at once."))
    for number, line in enumerate(text.splitlines(), start=1):
        if number > ROW_LIMIT:
            raise too_many_rows()
        bullet = _BULLET.match(line)
        bare = line[bullet.end() :] if bullet else line
        if bare.strip():
            yield Incoming(bare, number)
