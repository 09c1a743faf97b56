"""Which prompt is on, and what lies face down for it."""

from collections import Counter

from workshop_app.domain import sessions
from workshop_app.domain.face_down import Backing, Entry
from workshop_app.domain.sessions import Asked
from workshop_app.facilitation import clock as clocks
from workshop_app.storage.errors import StorageError
from workshop_app.ui.desk import Desk


def prompt_on(desk: Desk) -> Asked | None:
    """The prompt that is on; in another phase the one that was put to the group last, or the session's first one."""
    session = desk.session
    if session is None:
        return None
    now = desk.leading.now()
    prompts = sessions.prompts_of(desk.programme, session.id)
    last = (
        now.asked.id
        if now is not None and now.asked is not None
        else clocks.asked_now(desk.workspace.facts, session.id)
    )
    return next((asked for asked in prompts if asked.id == last), prompts[0] if prompts else None)


def face_down(desk: Desk) -> dict[str, Entry]:
    """Every entry that lies face down, by its id; none, with the reason said, where they can't be read."""
    try:
        return desk.workspace.private(Entry)
    except StorageError as error:
        desk.said.emit(str(error), "notice")
        return {}


def counts(desk: Desk) -> Counter[str]:
    """How many lie face down, by the prompt's id."""
    return Counter(entry.asked for entry in face_down(desk).values())


def waits_face_down(desk: Desk) -> int:
    """How many lie face down for the prompt that is on."""
    asked = prompt_on(desk)
    return counts(desk)[asked.id] if asked is not None else 0


def reveal(desk: Desk) -> None:
    """Have what lies face down for the prompt that is on turned over, where everybody sees it."""
    asked = prompt_on(desk)
    if asked is not None:
        desk.reveal_wanted.emit(asked.id)


def backing_waits(desk: Desk) -> int:
    """How much backing of this session is not yet counted."""
    session = desk.session
    if session is None:
        return 0
    try:
        return sum(one.session == session.id for one in desk.workspace.private(Backing).values())
    except StorageError as error:
        desk.said.emit(str(error), "notice")
        return 0
