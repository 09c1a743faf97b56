"""A card on paper: its words as large as fits, their translation beneath, its drawing, and what stands at its foot."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth

from workshop_app.documents import family_marks, look
from workshop_app.documents.board_paper import PaperCard
from workshop_app.documents.fitting import LEADING, Fitted, cut, fitted
from workshop_app.documents.fonts import BOLD, REGULAR
from workshop_app.documents.scripts import LEFT, RIGHT, begins_right
from workshop_app.documents.scripts import draw as draw_line
from workshop_app.documents.scripts import width as text_width
from workshop_app.documents.signature_drawing import SignatureDrawing
from workshop_app.documents.structure import Element, Kind
from workshop_app.documents.tagged_canvas import TaggedCanvas
from workshop_app.words import translate

LEAST = 9.0  # points: no words on a card are smaller
_DRAWN_ASPECT = 8 / 3
_DOTS = 6  # where more backed it, a number says how many


@dataclass(frozen=True, slots=True)
class Face:
    """How cards of one paper look: `sizes` of the words in points, descending; all else in points too."""

    width: float
    height: float
    sizes: Sequence[float]
    edge: float
    pad: float
    foot: float  # the size of the foot's words
    counts: bool  # whether it shows who backs it, that it goes forward, and its answer
    theme: bool  # whether it says which theme it is in


def draw(canvas: TaggedCanvas, card: PaperCard, face: Face, corner: tuple[float, float], cards: Element) -> None:
    """Draw a card with its upper left corner there, y upwards as paper counts it; it is read as an item of `cards`."""
    x, top = corner
    body = Element(Kind.BODY, Element(Kind.ITEM, cards))
    ground, edge = look.CARD_TINTS.get(card.family, look.CARD_TINTS[""])
    bottom = top - face.height
    canvas.setFillColor(ground)
    canvas.rect(x, bottom, face.width, face.height, stroke=0, fill=1)
    family_marks.edge(canvas, card.family, (x, bottom, face.edge, face.height), edge, face.edge / 7)
    canvas.setStrokeColor(edge)
    canvas.setLineWidth(0.5)
    canvas.rect(x, bottom, face.width, face.height, stroke=1, fill=0)
    left = x + face.edge + face.pad
    _said(canvas, card, face, (left, top - face.pad * 0.7), body)
    _foot(canvas, card, face, (left, bottom + face.pad * 0.55), body)


def _said(canvas: TaggedCanvas, card: PaperCard, face: Face, corner: tuple[float, float], body: Element) -> None:
    """Words, their translation, a drawing, one below the other; the room is shared so that none is left out."""
    left, top = corner
    width = face.width - face.edge - 2 * face.pad
    room = face.height - face.pad * 1.25 - face.foot * 1.5
    beneath = max(LEAST, face.sizes[-1])
    if card.text:
        for_more = room * 0.4 if card.drawing else 0.0
        for_more += min(room * 0.45, beneath * LEADING * 2) if card.translation else 0.0
        said = fitted(card.text, width, max(room - for_more, LEAST * LEADING), face.sizes)
        canvas.setFillColor(look.INK)
        _lines(canvas, said, (left, top, width), begins_right(card.text), body)
        top, room = top - said.height, room - said.height
    if card.translation:
        for_drawing = room * 0.5 if card.drawing else 0.0
        sizes = [size for size in (16.0, 13.0, 11.0) if beneath < size <= face.sizes[0] * 0.7]
        said = fitted(card.translation, width, max(room - for_drawing, LEAST * LEADING), (*sizes, beneath))
        canvas.setFillColor(look.BENEATH)
        _lines(canvas, said, (left, top, width), begins_right(card.translation), body)
        top, room = top - said.height, room - said.height
    if card.drawing and room > 6:
        wide = min(width, (room - 3) * _DRAWN_ASPECT)
        drawn = SignatureDrawing(card.drawing, wide, _DRAWN_ASPECT)
        bottom = top - 3 - drawn.height
        alt = translate("board paper", "A drawn idea")
        box = (left, bottom, left + drawn.width, bottom + drawn.height)
        with canvas.said(Element(Kind.FIGURE, body, alt=alt, box=canvas.on_page(box))):
            drawn.drawOn(canvas, left, bottom)


def _lines(
    canvas: TaggedCanvas, said: Fitted, box: tuple[float, float, float], from_right: bool, body: Element
) -> None:
    left, top, wide = box
    x, side = (left + wide, RIGHT) if from_right else (left, LEFT)
    with canvas.said(Element(Kind.TEXT, body)):
        for number, line in enumerate(said.spaced):
            y = top - said.size * (0.95 + number * LEADING)
            draw_line(canvas, (x, y), line, (REGULAR, said.size), side=side, from_right=from_right)


def _foot(canvas: TaggedCanvas, card: PaperCard, face: Face, start: tuple[float, float], body: Element) -> None:
    left, y = start
    right = left + face.width - face.edge - 2 * face.pad
    size = face.foot
    if face.counts:
        right = _counted(canvas, card, size, (right, y), body)
    if face.theme and card.theme:
        canvas.setFillColor(look.BENEATH)
        theme = translate("board paper", "theme: {name}", name=card.theme)
        shown = cut(theme, (right - left) * 0.55, size)
        with canvas.said(Element(Kind.TEXT, body)):
            draw_line(canvas, (right, y), shown, (REGULAR, size), side=RIGHT)
        right -= text_width(shown, (REGULAR, size)) + size
    words = " · ".join(part for part in (card.label, card.said_by) if part)
    if words and right - left > size * 3:
        family_marks.symbol(canvas, card.family, (left, y - size * 0.15), size, look.INK)
        canvas.setFillColor(look.INK)
        canvas.setFont(REGULAR, size)
        begin = left + size * 1.4
        with canvas.said(Element(Kind.TEXT, body)):
            draw_line(canvas, (begin, y), cut(words, right - begin, size), (REGULAR, size))


def _counted(canvas: TaggedCanvas, card: PaperCard, size: float, end: tuple[float, float], body: Element) -> float:
    """A tick, who backs it (full for students, rings for adults), both expertises, its answer; where these begin."""
    right, y = end
    canvas.setFillColor(look.INK)
    canvas.setStrokeColor(look.INK)
    x = right
    if meaning := _in_words(card):
        marks = Element(Kind.FIGURE, body, alt=meaning)
        with canvas.said(marks):
            x = _marks(canvas, card, size, right, y)
        marks.box = canvas.on_page((x, y - size * 0.2, right, y + size))
    if card.answer:
        with canvas.said(Element(Kind.TEXT, body)):
            draw_line(canvas, (x, y), card.answer, (BOLD, size), side=RIGHT)
        x -= text_width(card.answer, (BOLD, size)) + size * 0.6
    return x


def _marks(canvas: TaggedCanvas, card: PaperCard, size: float, x: float, y: float) -> float:
    if card.forward:
        canvas.setFont(BOLD, size)
        canvas.drawRightString(x, y, "✓")
        x -= size * 1.2
    dotted = card.students_back + card.adults_back <= _DOTS
    canvas.setLineWidth(0.9)
    for count, fill in ((card.adults_back, 0), (card.students_back, 1)):
        if count and not dotted:
            canvas.setFont(REGULAR, size)
            canvas.drawRightString(x, y, str(count))
            x -= stringWidth(str(count), REGULAR, size) + size * 0.25
        for _ in range(count if dotted else min(1, count)):
            canvas.circle(x - size * 0.36, y + size * 0.34, size * 0.33, stroke=1, fill=fill)
            x -= size * 0.95
        x -= size * 0.3 if count else 0.0
    if card.both:
        canvas.circle(x - size * 0.4, y + size * 0.34, size * 0.4, stroke=1, fill=0)
        canvas.circle(x - size * 0.95, y + size * 0.34, size * 0.4, stroke=1, fill=1)
        x -= size * 1.7
    return x


def _in_words(card: PaperCard) -> str:
    """What the marks at a card's foot mean."""
    parts = []
    if card.students_back:
        parts.append(translate("board paper", "students who back it: {count}", count=card.students_back))
    if card.adults_back:
        parts.append(translate("board paper", "adults who back it: {count}", count=card.adults_back))
    if card.forward:
        parts.append(translate("board paper", "it goes forward"))
    if card.both:
        parts.append(translate("board paper", "what students know and what staff know are both there"))
    return ", ".join(parts)
