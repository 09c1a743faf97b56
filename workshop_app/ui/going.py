"""The way to a page that is about one thing, and back to where one came from."""

from workshop_app.ui.desk import Desk
from workshop_app.ui.pages.page import CAME_FROM

OPEN_IDEA = "idea/open"  # the draft that remembers which idea is open on its page
IDEA_PAGE = "idea"
_UP = "place"  # the draft in which work.py keeps which page is up


def to_idea(desk: Desk, idea_id: str) -> None:
    """Open an idea's own page; it leads back to the page that is up now."""
    up = desk.workspace.draft(_UP)
    if up != IDEA_PAGE:
        desk.keep_draft(CAME_FROM, up)
    desk.keep_draft(OPEN_IDEA, idea_id)
    desk.going.emit(IDEA_PAGE)
