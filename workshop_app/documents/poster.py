"""The board as a poster of A3, or of several where its words would get too small on one."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from reportlab.lib.pagesizes import A3, landscape

from workshop_app.documents import card_face, look, poster_pages, scripts
from workshop_app.documents.board_paper import BoardPaper
from workshop_app.documents.card_face import LEAST, Face
from workshop_app.documents.drawn import Drawing
from workshop_app.documents.fitting import cut
from workshop_app.documents.fonts import BOLD, REGULAR
from workshop_app.documents.poster_pages import Frame, Page
from workshop_app.documents.structure import Element, Kind
from workshop_app.documents.tagged_canvas import TaggedCanvas
from workshop_app.domain.board import CARD_H, CARD_W
from workshop_app.words import translate

WIDTH, HEIGHT = landscape(A3)
_MARGIN, _FOOT = 30.0, 26.0
_TOP = HEIGHT - _MARGIN
_SIZES = (24, 21, 19, 17, 15)  # of a card's words in board units, as on the screen


def build(paper: BoardPaper) -> bytes:
    """The PDF; the same paper gives the same bytes."""
    drawing = Drawing(translate("board paper", "Our board"), paper, (WIDTH, HEIGHT), paper.words)
    canvas = drawing.canvas
    grounds = {id(card): ground.name for ground in paper.grounds for card in ground.cards}
    scale, pages = poster_pages.laid(paper, WIDTH - 2 * _MARGIN, HEIGHT - 2 * _MARGIN - _FOOT)
    for number, page in enumerate(pages, start=1):
        _page(canvas, page, scale, grounds)
        if not (page.cards or page.frames):
            _nothing(canvas)
        drawing.corner((number, len(pages)), (_MARGIN, WIDTH - _MARGIN), _MARGIN)
        canvas.showPage()
    return drawing.finished()


def _page(canvas: TaggedCanvas, page: Page, scale: float, grounds: Mapping[int, str]) -> None:
    """Draw a page; `grounds` are the names of what loose cards lie on, by the id() of each card."""
    lists: dict[object, Element] = {}
    for frame in page.frames:
        lists[id(frame)] = _frame(canvas, frame, scale)
    size = max(11.0, 17 * scale)
    for words, x, y in page.words:
        shown = cut(words, WIDTH / 2, size)
        heading = Element(Kind.HEADING, words=shown)
        canvas.setFillColor(look.QUIET)
        with _headed(canvas, heading, _TOP - y * scale + size):
            scripts.draw(canvas, (_MARGIN + x * scale, _TOP - y * scale), shown, (REGULAR, size))
        lists[words] = Element(Kind.LIST)
        lists[words].join(canvas.drawn.root)
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
        around = next((id(one) for one in page.frames if one.holds(x, y)), grounds.get(id(card), ""))
        one_of = lists.setdefault(around, Element(Kind.LIST))
        card_face.draw(canvas, card, face, (_MARGIN + x * scale, _TOP - y * scale), one_of)


@contextmanager
def _headed(canvas: TaggedCanvas, heading: Element, top: float) -> Iterator[None]:
    canvas.begins(heading, top)
    with canvas.said(heading):
        yield


def _frame(canvas: TaggedCanvas, frame: Frame, scale: float) -> Element:
    """Draw a theme's frame with its name; what its cards are to be listed in."""
    x, top = _MARGIN + frame.x * scale, _TOP - frame.y * scale
    canvas.saveState()
    canvas.setStrokeColor(look.WRITE_ON)
    canvas.setLineWidth(1)
    canvas.setDash(5, 3)
    canvas.roundRect(x, top - frame.h * scale, frame.w * scale, frame.h * scale, 12 * scale, stroke=1, fill=0)
    canvas.restoreState()
    size = max(12.0, 21 * scale)
    shown = cut(frame.name, (frame.w - 36) * scale, size, BOLD)
    canvas.setFillColor(look.INK)
    with _headed(canvas, Element(Kind.HEADING, words=shown), top):
        scripts.draw(canvas, (x + 18 * scale, top - 33 * scale), shown, (BOLD, size))
    cards = Element(Kind.LIST)
    cards.join(canvas.drawn.root)
    return cards


def _nothing(canvas: TaggedCanvas) -> None:
    canvas.setFillColor(look.QUIET)
    canvas.setFont(REGULAR, 20)
    with canvas.said(Element(Kind.TEXT)):
        canvas.drawCentredString(WIDTH / 2, HEIGHT / 2, translate("board paper", "No ideas lie on the board yet."))
