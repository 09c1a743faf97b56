"""What is close is shown with its reason, and put together only by whoever decides it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton

from tests.ui import rich
from tests.ui.bench import Bench
from tests.ui.looking import unreadable
from workshop_app.domain import ideas
from workshop_app.domain.ideas import Idea
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.alike_sheet import AlikeSheet, TogetherSheet

MORE = (
    "More feedback on homework",
    "Homework that gets feedback the same week",
    "Homework only when it helps",
    "A pond behind the gym",
    "Quiet corner behind the gym",
)


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    made = rich.board_of_six(bench.home)
    made.ideas(*MORE)
    made.close()
    bench.start()
    bench.press("Carry on")
    yield bench


def theme_of(bench: Bench, text: str) -> str | None:
    (found,) = (one for one in bench.programme.all(Idea).values() if one.text == text)
    return found.theme_id


def test_one_idea_from_its_menu(bench: Bench) -> None:
    bench.choose(MORE[0])
    bench.press("Move to…")
    bench.menu("What is close to it?…")
    assert len(bench.seen(AlikeSheet)) == 1
    assert "These may say something close. You decide." in bench.texts()
    assert "Both say: feedback, homework" in bench.texts()
    assert MORE[3] not in bench.texts()
    assert theme_of(bench, MORE[0]) is None  # nothing moved by itself
    assert unreadable(bench.window) == []
    bench.press(f"Put it together: {MORE[1]}")
    together = theme_of(bench, MORE[0])
    assert together is not None
    assert together == theme_of(bench, MORE[1])
    assert theme_of(bench, MORE[2]) is None
    bench.press(f"Put it together: {MORE[2]}")  # the theme is there now
    assert theme_of(bench, MORE[2]) == together
    bench.press("Done")
    bench.undo()
    assert (theme_of(bench, MORE[2]), theme_of(bench, MORE[1])) == (None, together)
    bench.undo()
    assert theme_of(bench, MORE[0]) is None


@pytest.mark.parametrize("lens", ["Themes", "How far", "Reach and effort"])
def test_a_card_in_a_theme_draws_the_other_to_it(bench: Bench, lens: str) -> None:
    bench.press(lens)
    themes = {theme.name: theme.id for theme in ideas.themes(bench.programme)}
    bench.view.commands.put_in_theme(bench.card(MORE[1]).card.id, themes["Learning"], None)
    bench.view.alike_wanted.emit(bench.card(MORE[0]).card.id)
    bench.press(f"Put it together: {MORE[1]}")
    assert theme_of(bench, MORE[0]) == themes["Learning"]


def test_the_whole_board(bench: Bench) -> None:
    bench.view.alike_wanted.emit("")
    (sheet,) = bench.seen(TogetherSheet)
    assert any(text.startswith("They say:") and "homework" in text for text in bench.texts())
    assert unreadable(bench.window) == []
    names = [one.accessibleName() for one in sheet.findChildren(QPushButton)]
    (make,) = (one for one in names if one.startswith("Make a theme of them:") and "homework" in one)
    bench.press(make)
    made = theme_of(bench, MORE[0])
    assert made is not None
    assert {theme_of(bench, text) for text in MORE[:3]} == {made}
    assert theme_of(bench, MORE[3]) is None
    left = [one.accessibleName() for one in bench.seen(QPushButton) if one.accessibleName().startswith("Not these")]
    for name in left:
        bench.press(name)
    assert bench.seen(TogetherSheet) == []  # after the last one it goes
    assert theme_of(bench, MORE[3]) is None


def test_through_another_lens_the_whole_board_is_what_lies_in_no_theme(bench: Bench) -> None:
    (learning,) = (theme.id for theme in ideas.themes(bench.programme) if theme.name == "Learning")
    bench.view.commands.put_in_theme(bench.card(MORE[1]).card.id, learning, None)
    bench.press("How far")
    bench.view.alike_wanted.emit("")
    (sheet,) = bench.seen(TogetherSheet)
    said = [one.text() for one in sheet.findChildren(Words)]
    assert any(MORE[0] in text for text in said)
    assert not any(MORE[1] in text for text in said)


def test_hands_off_and_nothing_found(bench: Bench) -> None:
    bench.view.alike_wanted.emit(bench.card("Talk first").card.id)
    assert any(text.startswith("Nothing was found") for text in bench.texts())
    bench.press("Done")
    bench.view.alike_wanted.emit(bench.card(MORE[0]).card.id)
    assert bench.button(f"Put it together: {MORE[1]}").isEnabled()
    bench.desk.lock.turn(on=True)
    assert not bench.button(f"Put it together: {MORE[1]}").isEnabled()
    bench.press("Done")
    bench.view.alike_wanted.emit(bench.card(MORE[0]).card.id)
    assert not bench.button(f"Put it together: {MORE[1]}").isEnabled()
    bench.press("Done")
    bench.view.alike_wanted.emit("a card that vanished")
    assert bench.seen(AlikeSheet) == []
