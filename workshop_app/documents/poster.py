"""The board as a poster of A3, or of several where its words would get too small on one."""

from io import BytesIO

from reportlab.lib.pagesizes import A3, landscape
from reportlab.pdfgen.canvas import Canvas

from workshop_app.documents import card_face, look, poster_pages
from workshop_app.documents.board_paper import BoardPaper
from workshop_app.documents.card_face import LEAST, Face
from workshop_app.documents.drawn import begun, corner
from workshop_app.documents.fitting import cut
from workshop_app.documents.fonts import BOLD, REGULAR
from workshop_app.documents.poster_pages import Frame, Page
from workshop_app.domain.board import CARD_H, CARD_W
from workshop_app.words import translate

WIDTH, HEIGHT = landscape(A3)
_MARGIN, _FOOT = 30.0, 26.0
_TOP = HEIGHT - _MARGIN
_SIZES = (24, 21, 19, 17, 15)  # of a card's words in board units, as on the screen


def build(paper: BoardPaper) -> bytes:
    """The PDF; the same paper gives the same bytes."""
    out = BytesIO()
    canvas = begun(out, translate("board paper", "Our board"), paper, (WIDTH, HEIGHT))
    scale, pages = poster_pages.laid(paper, WIDTH - 2 * _MARGIN, HEIGHT - 2 * _MARGIN - _FOOT)
    for number, page in enumerate(pages, start=1):
        _page(canvas, page, scale)
        if not (page.cards or page.frames):
            _nothing(canvas)
        corner(canvas, paper, (number, len(pages)), (_MARGIN, WIDTH - _MARGIN), _MARGIN)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _page(canvas: Canvas, page: Page, scale: float) -> None:
    for frame in page.frames:
        _frame(canvas, frame, scale)
    size = max(11.0, 17 * scale)
    for words, x, y in page.words:
        canvas.setFillColor(look.QUIET)
        canvas.setFont(REGULAR, size)
        canvas.drawString(_MARGIN + x * scale, _TOP - y * scale, cut(words, WIDTH / 2, size))
    sizes = [*dict.fromkeys(max(LEAST, size * scale) for size in _SIZES)]
    face = Face(
        CARD_W * scale,
        CARD_H * scale,
        sizes,
        edge=7 * scale,
        pad=10 * scale,
        foot=max(LEAST, 12 * scale),
        counts=True,
        theme=False,
    )
    for card, x, y in page.cards:
        card_face.draw(canvas, card, face, _MARGIN + x * scale, _TOP - y * scale)


def _frame(canvas: Canvas, frame: Frame, scale: float) -> None:
    x, top = _MARGIN + frame.x * scale, _TOP - frame.y * scale
    canvas.saveState()
    canvas.setStrokeColor(look.WRITE_ON)
    canvas.setLineWidth(1)
    canvas.setDash(5, 3)
    canvas.roundRect(x, top - frame.h * scale, frame.w * scale, frame.h * scale, 12 * scale, stroke=1, fill=0)
    canvas.restoreState()
    size = max(12.0, 21 * scale)
    canvas.setFillColor(look.INK)
    canvas.setFont(BOLD, size)
    canvas.drawString(x + 18 * scale, top - 33 * scale, cut(frame.name, (frame.w - 36) * scale, size, BOLD))


def _nothing(canvas: Canvas) -> None:
    canvas.setFillColor(look.QUIET)
    canvas.setFont(REGULAR, 20)
    canvas.drawCentredString(WIDTH / 2, HEIGHT / 2, translate("board paper", "No ideas lie on the board yet."))
