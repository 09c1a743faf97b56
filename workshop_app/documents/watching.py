"""Who watches while a paper is made hears of each page, and can stop it there.

    with watching.watched(heard): build(paper)

Papers know nothing of it: the canvas tells. What reportlab keeps while it works is shared by the whole process, so
papers are made one at a time; whoever comes second waits.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock

Heard = Callable[[int], bool]  # is given the number of a page that is done, from 1; False stops the making

_heard: ContextVar[Heard | None] = ContextVar("heard", default=None)
_one_at_a_time = Lock()


class StoppedError(Exception):
    """Nobody wants the paper any more."""


@contextmanager
def watched(heard: Heard) -> Iterator[None]:
    """What is made inside, in this thread, tells `heard` of its pages; StoppedError comes out where it says False."""
    with _one_at_a_time:
        token = _heard.set(heard)
        try:
            yield
        finally:
            _heard.reset(token)


def page_done(number: int) -> None:
    """A page was made."""
    heard = _heard.get()
    if heard is not None and not heard(number):
        raise StoppedError
