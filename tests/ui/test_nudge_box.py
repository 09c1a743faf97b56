"""What the cue says: where most gathers only if one ground leads."""

import pytest
from PySide6.QtWidgets import QApplication

from workshop_app.facilitation.familiar import vocabulary
from workshop_app.facilitation.nudge import Nudge
from workshop_app.ui.lettering import Words
from workshop_app.ui.nudge_box import NudgeBox


@pytest.mark.parametrize(
    ("leads", "told"),
    [
        (True, "5 of the last 8 stay on familiar ground, most on food."),
        (False, "5 of the last 8 stay on familiar ground."),
    ],
)
def test_it_names_a_ground_only_where_one_leads(qapp: QApplication, leads: bool, told: str) -> None:
    box = NudgeBox(lambda: None, lambda: None)
    food = vocabulary().ground("food")
    box.show_nudge(Nudge(food, 5, 8, leads))
    what, underneath = (words.text() for words in box.findChildren(Words))
    assert what == told
    assert food.underneath in underneath
