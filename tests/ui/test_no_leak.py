"""No canary in what everybody sees, whatever hands do: on a second screen, and in one window with all else closed."""

import gc
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from tests.documents.reading import joined
from tests.ui import canaries
from tests.ui.bench import Bench, settle
from tests.ui.canaries import CANARY
from tests.ui.eavesdrop import had, of_process, painted
from tests.ui.monitors import PROJECTOR
from tests.ui.rich import Rich
from tests.ui.wandering import Wandering
from workshop_app import papers
from workshop_app.domain import sessions
from workshop_app.ui.desk import ASSETS
from workshop_app.ui.shared.board_view import BoardView

STEPS = 1000
SEED = 4


@pytest.fixture
def two(bench: Bench) -> Iterator[Bench]:
    """A programme full of canaries, led on the laptop, with the shared screen on the projector."""
    bench.screens.plug(PROJECTOR)
    yield _opened(bench)


@pytest.fixture
def one(bench: Bench) -> Iterator[Bench]:
    """The same on one screen, and nothing left in the process of what other tests made."""
    for left in QApplication.topLevelWidgets():
        delete(left)
    gc.collect()
    yield _opened(bench)


def _opened(bench: Bench) -> Bench:
    made = Rich(bench.home)
    session = canaries.programme(made)
    assert canaries.missing(made.workspace.programme) == []
    made.close()
    bench.start()
    bench.press("Carry on")
    bench.go_on()
    bench.desk.leading.go_to(sessions.prompts_of(bench.programme, session)[0].id)
    bench.window.showing.turn()
    settle()
    return bench


def leaks(said: Iterable[tuple[str, str]], forbidden: list[str]) -> list[str]:
    return [f"{where}: {word} in {text!r}" for where, text in said for word in forbidden if word in text]


def drawn(window: QWidget, forbidden: list[str]) -> list[str]:
    """What the painters of a window are given of it."""
    picture = painted(window)
    return [f"painted: {word}" for word in forbidden if word in picture]


def printed(bench: Bench, forbidden: list[str]) -> list[str]:
    """What the papers of the board say of it: of the session that is looked at, and of all."""
    found = []
    for session_id in {bench.desk.looking.session_id, None}:
        for make in (papers.board_poster, papers.board_cards):
            said = joined(make(bench.programme, bench.desk.today(), session_id))
            assert "tok" in said
            found += [f"printed by {make.__name__}: {word}" for word in forbidden if word in said]
    return found


def test_every_text_field_is_shown_or_hidden_on_purpose() -> None:
    assert canaries.undecided() == []


def test_the_canaries_are_there_to_be_found(two: Bench) -> None:
    assert leaks(had(two.window), [CANARY])
    shared = two.window.showing.shared
    assert shared is not None
    assert [text for _, text in had(shared) if "tok0z" in text]
    assert "Add an idea" in painted(shared)


def test_a_leak_is_heard_wherever_it_is(two: Bench) -> None:
    shared = two.window.showing.shared
    assert shared is not None
    for place in ("setText", "setToolTip", "setStatusTip", "setWhatsThis", "setAccessibleName", "setWindowTitle"):
        label = QLabel("", shared.centralWidget())
        label.setGeometry(0, 0, 200, 30)
        label.show()
        assert not leaks(had(shared), [CANARY])
        getattr(label, place)(f"It says {CANARY}")
        assert leaks(had(shared), [CANARY]), place
        assert (CANARY in painted(shared)) == (place == "setText")
        delete(label)


def test_what_is_painted_reads_as_it_was_written(qapp: QApplication) -> None:
    label = QLabel("It's <b>5 < 6</b> & so")
    label.setTextFormat(Qt.TextFormat.PlainText)
    assert label.text() in painted(label)
    delete(label)


def test_a_leak_is_heard_on_a_card_in_a_menu_and_on_the_clipboard(two: Bench) -> None:
    shared = two.window.showing.shared
    assert shared is not None
    menu = QMenu(shared)
    menu.addAction(CANARY)
    assert leaks(had(shared), [CANARY])
    delete(menu)
    view = shared.findChildren(BoardView)[0]
    card = next(iter(view.board.cards.values()))
    before, card.card = card.card, replace(card.card, translation=CANARY)
    assert leaks(had(shared), [CANARY])
    card.card = before
    assert not leaks(had(shared), [CANARY])
    QGuiApplication.clipboard().setText(CANARY)
    assert leaks(had(shared), [CANARY])
    QGuiApplication.clipboard().clear()


def test_what_we_can_bring_is_shown_without_who_would_ask(two: Bench) -> None:
    two.desk.for_all_wanted.emit(ASSETS, "")
    settle()
    shared = two.window.showing.shared
    assert shared is not None
    assert [text for _, text in had(shared) if "back room" in text]
    assert not leaks(had(shared), [CANARY])
    assert not drawn(shared, [CANARY])


def test_nothing_private_reaches_the_shared_screen(two: Bench) -> None:
    walk = Wandering(two, SEED)
    seen = 0
    for number in range(STEPS):
        walk.step()
        window = walk.window
        if window is None:
            continue
        forbidden = walk.forbidden()
        found = leaks(had(window, read=number % 3 == 0), forbidden)
        if number % 25 == 0:
            found += drawn(window, forbidden)
        if number % 250 == 0:
            found += printed(two, forbidden)
        seen += 1
        assert not found, told(walk, found)
    assert seen > STEPS * 0.9


def test_with_one_window_nothing_private_is_left_in_the_process(one: Bench) -> None:
    assert one.window.showing.is_for_all
    walk = Wandering(one, SEED, apart=False)
    seen = 0
    for number in range(STEPS):
        walk.step()
        if walk.window is None:
            continue
        forbidden = walk.forbidden()
        found = leaks(of_process(read=number % 3 == 0), forbidden)
        found += [f"alive: {name}" for name in private_widgets()]
        if number % 25 == 0:
            found += drawn(walk.window, forbidden)
        if number % 250 == 0:
            found += printed(one, forbidden)
        seen += 1
        assert not found, told(walk, found)
    assert seen > STEPS * 0.9


def private_widgets() -> list[str]:
    """Widgets that only the facilitator's part is made of, wherever they are in the process."""
    places = ("workshop_app.ui.pages.", "workshop_app.ui.phases.", "workshop_app.ui.work", "workshop_app.ui.bar")
    found = [type(one) for one in QApplication.allWidgets()]
    own = [
        one for one in found if one.__module__.startswith(places) and one.__module__ != "workshop_app.ui.pages.start"
    ]
    return sorted(one.__name__ for one in own)


def delete(widget: QWidget) -> None:
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


def told(walk: Wandering, found: list[str]) -> str:
    steps = "\n".join(f"  {number}: {step}" for number, step in enumerate(walk.told))
    return f"seed {walk.seed}, step {len(walk.told) - 1}\n" + "\n".join(found[:8]) + f"\nafter\n{steps}"
