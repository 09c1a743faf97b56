"""The words of the coverage map: how deep, how open, and a wedge as it is told to who hears it."""

from workshop_app.domain import openness
from workshop_app.domain.openness import How
from workshop_app.facilitation.coverage import Explored
from workshop_app.ui.shared import openness_line
from workshop_app.ui.wheel import RINGS
from workshop_app.words import translate

# On the map and on tiles, what is open needs no mark.
MARKS: dict[How, str] = {how: openness_line.MARKS[how.value] for how in How if how is not How.OPEN}


def depth(steps: int) -> str:
    """How deep, in a word or two."""
    return (
        translate("map", "never asked"),
        translate("map", "asked"),
        translate("map", "explored"),
        translate("map", "explored deeply"),
    )[steps]


def told(one: Explored, *, session: bool = False) -> str:
    """All that a wedge shows: "How lessons are taught: explored, depth 2 of 3, limited"; on a session's map or not."""
    said = [translate("map", "not asked this time") if session and not one.depth else depth(one.depth)]
    if one.depth:
        said.append(translate("map", "depth {n} of {of}", n=one.depth, of=RINGS))
    if one.openness is not None and one.openness.how is not How.OPEN:
        said.append(openness.name(one.openness.how).lower())
    if one.picked:
        said.append(translate("map", "picked by the students"))
    return translate("map", "{aspect}: {what}", aspect=one.aspect.name, what=", ".join(said))
