"""The short list that the steps of choosing share: what goes forward if nothing else is said."""

from workshop_app.domain import answers, choosing
from workshop_app.domain.answers import Kind
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import group
from workshop_app.ui.desk import Desk

MOST_FORWARD = (1, 2, 3, 5)
SHORT = 25  # minutes of a session in which one idea goes forward, if nothing else is said
_USUAL, _IN_SHORT = 3, 1


def most(desk: Desk) -> int:
    """How many ideas go forward in this session, ties and those that the group insists on aside."""
    kept = desk.workspace.draft(_most_key(desk))
    if kept in map(str, MOST_FORWARD):
        return int(kept)
    return _IN_SHORT if desk.session is not None and desk.session.minutes <= SHORT else _USUAL


def set_most(desk: Desk, key: str) -> None:
    """Remember how many go forward in this session."""
    desk.keep_draft(_most_key(desk), key)


def proposed(desk: Desk) -> list[Idea]:
    """What would go forward now."""
    return choosing.short_list(desk.programme, most(desk), _session_id(desk))


def short_list(desk: Desk) -> list[Idea]:
    """As `proposed`; what went forward already where nobody has backed anything since."""
    return proposed(desk) or choosing.going_forward(desk.programme)


def refused(desk: Desk) -> list[Idea]:
    """Ideas that hands went up for and that stay behind, as they were answered "no" and nobody insists on them."""
    given = answers.by_idea(desk.programme)
    backed = (idea for idea in choosing.by_backing(desk.programme) if idea.students_back or idea.adults_back)
    return [one for one in backed if one.id in given and given[one.id].kind is Kind.NO and not one.insisted]


def take_forward(desk: Desk) -> None:
    """Take the short list forward, and go on to plans. What is on its way since an earlier session stays so."""
    chosen = {idea.id for idea in short_list(desk)}
    if chosen:
        chosen.update(idea.id for idea in choosing.on_their_way(desk.programme, _session_id(desk)))
    if desk.do("take-forward", choosing.take_forward, chosen):
        desk.leading.onward("plan")


def here(desk: Desk) -> tuple[int, int]:
    """How many students and adults are here: in the session that is on, or in the whole group where none is."""
    present = set(desk.session.present) if desk.session else None
    roles = [one.role for one in group(desk.programme) if present is None or one.id in present]
    students = sum(role.is_student for role in roles)
    return students, len(roles) - students


def _session_id(desk: Desk) -> str | None:
    return desk.session.id if desk.session else None


def _most_key(desk: Desk) -> str:
    return f"choose/most/{_session_id(desk) or ''}"
