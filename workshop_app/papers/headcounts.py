"""Head-counts as paper has them: only what may be shown, and never who chose what."""

from workshop_app.documents.record_paper import RecordPicture
from workshop_app.domain import headcounts
from workshop_app.domain.headcounts import Side
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import Session
from workshop_app.facilitation import questions
from workshop_app.words import translate


def of_session(programme: Programme, session_id: str) -> tuple[RecordPicture, ...]:
    """What was counted in a session, as far as enough answered for it to be shown."""
    number = programme.get(Session, session_id).number
    made: list[RecordPicture] = []
    for picture in headcounts.pictures(programme):
        asked = questions.question(picture.question)
        words = [answer.words.rstrip(".") for answer in asked.answers]
        for point in picture.points:
            if point.number == number:
                counts = tuple(zip(words, point.counts, strict=True))
                made.append(RecordPicture(asked.asks(picture.side), counts, _who(picture.side, sum(point.counts))))
    return tuple(made)


def _who(side: Side, heads: int) -> str:
    if side is Side.STAFF:
        return translate("papers", "{n} adults", n=heads)
    return translate("papers", "{n} students", n=heads)
