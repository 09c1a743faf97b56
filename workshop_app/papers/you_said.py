"""You said – we did – why not: the promise ledger as a poster for the classroom wall."""

from datetime import date

from workshop_app.documents.sizes import Size
from workshop_app.domain import ledger
from workshop_app.domain.ledger import Entry, Stands
from workshop_app.domain.programme import Programme
from workshop_app.papers import answered

MOST = 12  # entries of each half that the poster is offered; it takes what can be read


def you_said(programme: Programme, on: date, size: Size = Size.A3) -> bytes:
    """The poster as of `on`. Answers come newest first; of what waits, what must be answered, then themes, by age.

    What was set aside is not on it: its reason was told in the room.
    """
    from workshop_app.documents.you_said import PosterPaper, build

    about, known = programme.about, ledger.of(programme, on)
    heard = sorted(known.standing(Stands.TOLD, Stands.ANSWERED, Stands.OURS), key=_newest)
    waiting = sorted(known.standing(Stands.WAITING), key=_pressing)
    return build(
        PosterPaper(
            school=about.school,
            year=about.year,
            on=on,
            answered=answered.said(programme, heard[:MOST], known.promised),
            waiting=answered.said(programme, waiting[:MOST], known.promised),
            more_answered=ledger.count(heard[MOST:]),
            more_waiting=ledger.count(waiting[MOST:]),
            practice=about.practice,
        ),
        size,
    )


def _newest(entry: Entry) -> tuple[int, str]:
    """Answers, the newest first; what is ours comes after them."""
    on = max((verdict.on.toordinal() for verdict in entry.verdicts), default=0)
    return -on, entry.key


def _pressing(entry: Entry) -> tuple[int, int, int, str]:
    due = entry.trigger.due.toordinal() if entry.trigger is not None else date.max.toordinal()
    return due, -len(entry.idea_ids), -entry.days, entry.key
