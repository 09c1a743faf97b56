"""While a paper is made somebody hears of its pages, and can stop it; a second one waits its turn."""

from dataclasses import replace
from threading import Event, Thread

import pytest

from tests.documents.samples import ORDINARY
from workshop_app.documents import watching
from workshop_app.documents.plan import build

LONG = replace(ORDINARY, why="We know why we ask, and we say it again. " * 700)


def test_each_page_is_told_in_its_turn() -> None:
    heard: list[int] = []
    with watching.watched(lambda page: heard.append(page) is None):
        build(LONG)
    assert heard == list(range(1, len(heard) + 1))
    assert len(heard) > 4


def test_it_stops_at_a_page_and_the_next_paper_is_as_ever() -> None:
    before = build(ORDINARY)
    with pytest.raises(watching.StoppedError), watching.watched(lambda page: page < 2):
        build(LONG)
    assert build(ORDINARY) == before


def test_two_are_made_one_after_the_other() -> None:
    first_on, go_on = Event(), Event()
    done: list[str] = []

    def first() -> None:
        with watching.watched(lambda _page: True):
            first_on.set()
            go_on.wait(5)
            done.append("first")

    def second() -> None:
        with watching.watched(lambda _page: True):
            done.append("second")

    threads = [Thread(target=first), Thread(target=second)]
    threads[0].start()
    first_on.wait(5)
    threads[1].start()
    go_on.set()
    for thread in threads:
        thread.join(5)
    assert done == ["first", "second"]
