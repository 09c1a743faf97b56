"""On no page does anything private stand where it is heard or pops up: tooltips, names for readers, the title."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.bench import Bench, settle
from tests.ui.rich import Rich
from workshop_app.domain import care, ideas, reflections
from workshop_app.domain.people import Role

NOTE, UNSEEN, STAFF, LEAD, IDEA = "CANARYnote", "CANARYunseen", "CANARYuncomfortable", "CANARYlead", "CANARYidea"
PAGES = ("people", "map", "prepare", "prompts", "lead", "board", "bring-in", "choose", "plan")


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    made = Rich(bench.home)
    student = made.person("Siân")
    made.person("Ms Okoye", Role.STAFF)
    session_id = made.session(note=NOTE)
    long = " ".join([IDEA] * 60)
    good, bad, *_ = made.ideas(long, UNSEEN, "Talk first")
    made.plan(good, student)
    space = made.workspace
    space.perform("set-aside-unseen", ideas.take_unseen, bad)
    space.perform("care", care.name_whom_to_tell, lead=LEAD, about_staff=LEAD, about_head=LEAD)
    said = {"uncomfortable": STAFF, "we_change": ""}
    space.perform("reflect", reflections.reflect, new_id=space.new_id(), at=space.now(), session_id=session_id, **said)
    made.close()
    bench.start()
    bench.press("Carry on")
    yield bench


@pytest.mark.parametrize("page", PAGES)
def test_no_tooltip_and_no_title_tells_an_idea_or_a_note(bench: Bench, page: str) -> None:
    bench.work.go(page)
    settle()
    window = bench.window
    tips = [one.toolTip() + one.statusTip() + one.whatsThis() for one in (window, *window.findChildren(QWidget))]
    tips += [one.toolTip() + one.statusTip() for one in window.findChildren(QAction)]
    titles = [one.windowTitle() + one.windowIconText() for one in QApplication.topLevelWidgets()]
    assert any(tips)
    assert not [said for said in (*tips, *titles) if "CANARY" in said]


@pytest.mark.parametrize("page", PAGES)
def test_what_is_kept_for_others_is_read_to_nobody(bench: Bench, page: str) -> None:
    """There is one window yet, so the note is in it; what is for the safeguarding lead and among staff is not."""
    bench.work.go(page)
    settle()
    said = heard(bench.window)
    assert len(said) > 5
    assert not [(one, text) for one in (UNSEEN, LEAD) for text in said if one in text]
    if page != "lead":
        assert not [text for text in said if NOTE in text or STAFF in text]


def heard(window: QWidget) -> list[str]:
    """What a screen reader can find, hidden or not."""
    found: list[str] = []
    for one in (window, *window.findChildren(QWidget)):
        interface = QAccessible.queryAccessibleInterface(one)
        if interface is not None:
            found += [interface.text(kind) for kind in QAccessible.Text]
    return [text for text in found if text]
