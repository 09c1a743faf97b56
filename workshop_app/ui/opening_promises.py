"""Which promises a session opens with. Once something was said of one, they stay the same, whatever is said."""

from workshop_app.facilitation import promises
from workshop_app.facilitation.promises import Promise
from workshop_app.ui.desk import Desk


def chosen(desk: Desk, session_id: str) -> tuple[Promise, ...]:
    """The promises of a session's opening, as they are now."""
    kept = desk.workspace.draft(_key(session_id)).split()
    if kept:
        return promises.again(desk.programme, kept, desk.today())
    return promises.opening(desk.programme, session_id, desk.today())


def keep(desk: Desk, session_id: str) -> None:
    """Something is about to be said of one of them: from now on it is these."""
    if not desk.workspace.draft(_key(session_id)):
        desk.keep_draft(_key(session_id), " ".join(one.about_id for one in chosen(desk, session_id)))


def others(desk: Desk, told_now: tuple[Promise, ...]) -> tuple[Promise, ...]:
    """Every other promise that is not over."""
    told = {one.about_id for one in told_now}
    return tuple(one for one in promises.standing(desk.programme, desk.today()) if one.about_id not in told)


def _key(session_id: str) -> str:
    return f"promises/{session_id}"
