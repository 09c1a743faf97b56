"""The short list that the steps of choosing share: what goes forward if nothing else is said."""

from workshop_app.domain import choosing
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import group
from workshop_app.ui.desk import Desk

MOST_FORWARD = (1, 2, 3, 5)
_MOST = "choose/most"  # the draft that remembers how many go forward
_USUAL = 3


def most(desk: Desk) -> int:
    """How many ideas go forward, ties and those that the group insists on aside."""
    kept = desk.workspace.draft(_MOST)
    return int(kept) if kept in map(str, MOST_FORWARD) else _USUAL


def set_most(desk: Desk, key: str) -> None:
    """Remember how many go forward."""
    desk.keep_draft(_MOST, key)


def short_list(desk: Desk) -> list[Idea]:
    """What would go forward now; what went forward already where nobody has backed anything since."""
    return choosing.short_list(desk.programme, most(desk)) or choosing.going_forward(desk.programme)


def take_forward(desk: Desk) -> None:
    """Take the short list forward, and go on to plans."""
    if desk.do("take-forward", choosing.take_forward, {idea.id for idea in short_list(desk)}):
        desk.leading.onward("plan")


def here(desk: Desk) -> tuple[int, int]:
    """How many students and adults are here: in the session that is on, or in the whole group where none is."""
    present = set(desk.session.present) if desk.session else None
    roles = [one.role for one in group(desk.programme) if present is None or one.id in present]
    students = sum(role.is_student for role in roles)
    return students, len(roles) - students
