"""The way to a page with what it is to be about, and back to where one came from."""

from workshop_app.ui.desk import Desk
from workshop_app.ui.pages.page import CAME_FROM
from workshop_app.ui.place import PLACE

OPEN_IDEA = "idea/open"  # the draft that remembers which idea is open on its page
IDEA_PAGE = "idea"
PART = "promises/part"  # the draft that remembers which part of the page of promises is up
OPEN_PLAN = "plan/open"  # the draft that remembers which plan is open on its page
REPLY_TO = "reply/plan"  # the draft of the plan whose answer came
WISH = "prepare/wish"  # the draft of an aspect that is to be explored next


def to_idea(desk: Desk, idea_id: str) -> None:
    """Open an idea's own page; it leads back to the page that is up now."""
    up = desk.workspace.draft(PLACE)
    if up != IDEA_PAGE:
        desk.keep_draft(CAME_FROM, up)
    desk.keep_draft(OPEN_IDEA, idea_id)
    desk.going.emit(IDEA_PAGE)


def to_prepare(desk: Desk, aspect_id: str) -> None:
    """Prepare a session that explores this aspect."""
    desk.keep_draft(WISH, aspect_id)
    desk.going.emit("prepare")


def to_plan(desk: Desk, plan_id: str) -> None:
    """Open a plan on its page."""
    desk.keep_draft(OPEN_PLAN, plan_id)
    desk.going.emit("plan")


def to_promises(desk: Desk, part: str) -> None:
    """Open the page of promises at one of its parts, by the key that it has in `promises_parts`."""
    desk.keep_draft(PART, part)
    desk.going.emit("promises")


def to_reply(desk: Desk, plan_id: str) -> None:
    """Look at the answer that came to a plan."""
    desk.keep_draft(REPLY_TO, plan_id)
    desk.going.emit("reply")
