"""Paper that is drawn and not set: a canvas with our typeface alone in it, and a line in its corners that says whose.

It is read aloud as set paper is: that line is its title, and whoever draws says what each mark belongs to (`said`).
"""

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from typing import Protocol

from workshop_app.dates import long_date
from workshop_app.documents import look, scripts
from workshop_app.documents.finishing import About, finish
from workshop_app.documents.fitting import cut
from workshop_app.documents.fonts import BOLD, REGULAR, UNKNOWN, lacking, printable, register
from workshop_app.documents.structure import Element, Kind
from workshop_app.documents.tagged_canvas import TaggedCanvas
from workshop_app.words import translate

_SIZE = 9.5


class Whose(Protocol):
    """What the corner of every drawn paper says: whose it is, of which meeting ("" for none), and of which day."""

    @property
    def school(self) -> str:
        """The school's name."""

    @property
    def session(self) -> str:
        """The meeting, in words."""

    @property
    def on(self) -> date:
        """The day."""

    @property
    def practice(self) -> bool:
        """Whether people and ideas are samples."""


class Drawing:
    """A drawn paper while it is made, on pages of a size in points; the same paper gives the same bytes.

    `words` are all that people wrote in it: if one of them has a character that can't be shown, the corner says so.
    """

    def __init__(self, title: str, paper: Whose, size: tuple[float, float], words: Iterable[str] = ()) -> None:
        register()
        self._out = BytesIO()
        self._paper = paper
        self._lacks = any(UNKNOWN in printable(one) for one in words)
        self._title = title
        self.canvas = TaggedCanvas(self._out, pagesize=size, invariant=1, initialFontName=REGULAR)
        self._heading = Element(Kind.TITLE, self.canvas.drawn.root, words=title, repeats=True)

    def corner(self, page: tuple[int, int], sides: tuple[float, float], y: float) -> None:
        """What stands in the corners at the foot of a page: school, session and day; practice; which page it is.

        `page` is its number and how many there are, `sides` the left and the right end of that line, `y` its height.
        """
        canvas, paper = self.canvas, self._paper
        left, right = sides
        number = translate("paper", "page {number} of {pages}", number=page[0], pages=page[1])
        canvas.setFillColor(look.QUIET)
        canvas.setFont(REGULAR, _SIZE)
        canvas.drawRightString(right, y, number)
        parts = [paper.school, paper.session, long_date(paper.on)]
        words = " · ".join(dict.fromkeys(part for part in parts if part))
        if self._lacks:
            words = f"{words}   {lacking()}"
        canvas.begins(self._heading, canvas._pagesize[1])
        with canvas.said(self._heading):
            if paper.practice:
                word = translate("paper", "Practice")
                canvas.setFillColor(look.PRACTICE_INK)
                canvas.setFont(BOLD, _SIZE)
                canvas.drawString(left, y, word)
                left += canvas.stringWidth(f"{word}  ", BOLD, _SIZE)
            canvas.setFillColor(look.QUIET)
            scripts.draw(canvas, (left, y), cut(words, right - left - 90, _SIZE), (REGULAR, _SIZE))

    def finished(self) -> bytes:
        """The whole file."""
        self.canvas.save()
        paper = self._paper
        about = About(printable(self._title), printable(paper.school), "", paper.on)
        return finish(self._out.getvalue(), self.canvas.drawn, about)
