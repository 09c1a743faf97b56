"""A board's cards to cut out: eight large ones on a page of A4, in the order of the board, blank ones at the end."""

from reportlab.pdfgen.canvas import Canvas

from workshop_app.documents import card_face, look
from workshop_app.documents.board_paper import BoardPaper
from workshop_app.documents.card_face import LEAST, Face
from workshop_app.documents.cutting import scissors
from workshop_app.documents.drawn import Drawing
from workshop_app.documents.structure import Element, Kind
from workshop_app.words import translate

ACROSS, DOWN = 2, 4
_MARGIN, _FOOT = 22.0, 20.0
_INSIDE = 5.0  # from the line that is cut to the card
_CELL_W = (look.PAGE_WIDTH - 2 * _MARGIN) / ACROSS
_CELL_H = (look.PAGE_HEIGHT - 2 * _MARGIN - _FOOT) / DOWN
_SIZES = (38.0, 34.0, 30.0, 27.0, 24.0, 21.0, 18.5, 16.0, 14.0, 12.5, 11.0, 10.0, LEAST)
_FACE = Face(_CELL_W - 2 * _INSIDE, _CELL_H - 2 * _INSIDE, _SIZES, edge=11, pad=13, foot=10.5, counts=False, theme=True)


def build(paper: BoardPaper) -> bytes:
    """The PDF; the same paper gives the same bytes."""
    size = (look.PAGE_WIDTH, look.PAGE_HEIGHT)
    drawing = Drawing(translate("board paper", "Cards to cut out"), paper, size, paper.words)
    canvas, all_cards = drawing.canvas, Element(Kind.LIST)
    each = ACROSS * DOWN
    cards = paper.cards
    pages = max(1, -(-len(cards) // each))
    for page in range(pages):
        here = cards[page * each : (page + 1) * each]
        for number in range(each):
            row, column = divmod(number, ACROSS)
            x = _MARGIN + column * _CELL_W + _INSIDE
            top = look.PAGE_HEIGHT - _MARGIN - row * _CELL_H - _INSIDE
            if number < len(here):
                card_face.draw(canvas, here[number], _FACE, (x, top), all_cards)
            else:
                _blank(canvas, x, top)
        scissors(canvas, (_MARGIN, look.PAGE_HEIGHT - _MARGIN), (_CELL_W, _CELL_H), (ACROSS, DOWN))
        sides = (_MARGIN + _INSIDE, look.PAGE_WIDTH - _MARGIN - _INSIDE)
        drawing.corner((page + 1, pages), sides, _MARGIN + 3)
        canvas.showPage()
    return drawing.finished()


def _blank(canvas: Canvas, x: float, top: float) -> None:
    """A card to write on."""
    canvas.setStrokeColor(look.RULE)
    canvas.setLineWidth(0.5)
    canvas.rect(x, top - _FACE.height, _FACE.width, _FACE.height, stroke=1, fill=0)
    for number in range(1, 5):
        y = top - number * _FACE.height / 5.2
        canvas.line(x + 24, y, x + _FACE.width - 13, y)
