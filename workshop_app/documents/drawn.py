"""Paper that is drawn and not set: a canvas that knows what it is called, with our typeface alone in it."""

from datetime import date
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from workshop_app.dates import long_date
from workshop_app.documents import look
from workshop_app.documents.board_paper import BoardPaper
from workshop_app.documents.fitting import cut
from workshop_app.documents.fonts import BOLD, REGULAR, UNKNOWN, printable, register
from workshop_app.words import translate

_SIZE = 9.5


def begun(out: BytesIO, title: str, paper: BoardPaper, size: tuple[float, float]) -> Canvas:
    """A canvas for pages of a size in points; the same paper gives the same bytes."""
    register()
    canvas = Canvas(out, pagesize=size, invariant=1, lang="en-GB", initialFontName=REGULAR)  # type: ignore[arg-type]
    canvas.setTitle(printable(title))
    canvas.setAuthor(printable(paper.school))
    canvas.setCreator("Workshop")
    canvas.setProducer("Workshop")
    canvas.setDateFormatter(lambda *_now: _stamp(paper.on))
    return canvas


def corner(canvas: Canvas, paper: BoardPaper, page: tuple[int, int], sides: tuple[float, float], y: float) -> None:
    """What stands in the corners at the foot of a page: school, session and day; practice; which page it is.

    `sides` are the left and the right end of that line, `y` its height.
    """
    left, right = sides
    number = translate("paper", "page {number} of {pages}", number=page[0], pages=page[1])
    canvas.setFillColor(look.QUIET)
    canvas.setFont(REGULAR, _SIZE)
    canvas.drawRightString(right, y, number)
    if paper.practice:
        word = translate("paper", "Practice")
        canvas.setFillColor(look.PRACTICE_INK)
        canvas.setFont(BOLD, _SIZE)
        canvas.drawString(left, y, word)
        left += canvas.stringWidth(f"{word}  ", BOLD, _SIZE)
    parts = [paper.school, paper.session, long_date(paper.on)]
    words = " · ".join(dict.fromkeys(part for part in parts if part))
    if _lacks(paper):
        note = translate("plan paper", "{mark} stands for a character that this paper can't show.", mark=UNKNOWN)
        words = f"{words}   {note}"
    canvas.setFillColor(look.QUIET)
    canvas.setFont(REGULAR, _SIZE)
    canvas.drawString(left, y, cut(words, right - left - 90, _SIZE))


def _lacks(paper: BoardPaper) -> bool:
    said = (words for card in paper.cards for words in (card.text, card.translation, card.label, card.theme))
    return any(UNKNOWN in printable(words) for words in (*said, *(theme.name for theme in paper.themes)))


def _stamp(day: date) -> str:
    return f"D:{day:%Y%m%d}000000Z"
