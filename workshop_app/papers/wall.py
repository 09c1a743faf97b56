"""For the wall: the one list of answers."""

from datetime import date

from workshop_app.documents.sizes import Size
from workshop_app.domain.programme import Programme


def answers_poster(programme: Programme, on: date, size: Size = Size.A4) -> bytes:
    """The five answers that an idea can get, each with its sentence."""
    from workshop_app.documents.answers_poster import AnswersPaper, build

    about = programme.about
    return build(AnswersPaper(about.school, on, about.practice), size)
