"""Prompts to hang up or to lay on tables: one on a page of A4, or four to cut."""

from dataclasses import dataclass

from reportlab.lib.pagesizes import A4, landscape

from workshop_app.documents import family_marks, line_drawing, look
from workshop_app.documents.cutting import scissors
from workshop_app.documents.drawn import Drawing
from workshop_app.documents.flowables import adopt
from workshop_app.documents.placing import largest, place
from workshop_app.documents.prompt_paper import PaperPrompt, PromptPaper
from workshop_app.documents.setting import Typesetter
from workshop_app.documents.structure import Element, Kind
from workshop_app.documents.tagged_canvas import TaggedCanvas
from workshop_app.words import translate

WIDTH, HEIGHT = landscape(A4)
EACH = (1, 4)  # prompts on a page
_MARGIN, _FOOT = 22.0, 20.0
_WIDE, _HIGH = WIDTH - 2 * _MARGIN, HEIGHT - 2 * _MARGIN - _FOOT
_SIZES = tuple(float(size) for size in range(66, 9, -2))
_PLAIN = tuple(float(size) for size in range(30, 8, -1))


def build(paper: PromptPaper, each: int = 1) -> bytes:
    """The PDF with `each` (1 or 4) prompts on a page; the same paper gives the same bytes."""
    if each not in EACH:
        raise ValueError(each)
    drawing = Drawing(translate("prompt paper", "Questions to ask"), paper, (WIDTH, HEIGHT), paper.words)
    canvas, setter, all_prompts = drawing.canvas, Typesetter(), Element(Kind.LIST)
    across = 1 if each == 1 else 2
    pages = max(1, -(-len(paper.prompts) // each))
    for page in range(pages):
        for number, prompt in enumerate(paper.prompts[page * each : (page + 1) * each]):
            _prompt(canvas, setter, prompt, _cell(number, across), all_prompts)
        if not paper.prompts:
            _nothing(canvas, setter)
        if each > 1:
            scissors(canvas, (_MARGIN, HEIGHT - _MARGIN), (_WIDE / across, _HIGH / across), (across, across))
        drawing.corner((page + 1, pages), (_MARGIN + 5, WIDTH - _MARGIN - 5), _MARGIN + 2)
        canvas.showPage()
    return drawing.finished()


@dataclass(frozen=True, slots=True)
class _Cell:
    """Where a prompt goes: the upper left corner and the size of what is its own, and how large it is (1: a page)."""

    left: float
    top: float
    wide: float
    high: float
    by: float

    @property
    def x(self) -> float:
        """Where its words begin."""
        return self.left + 56 * self.by

    @property
    def room(self) -> float:
        """How wide its words may be."""
        return self.wide - 86 * self.by


def _cell(number: int, across: int) -> _Cell:
    row, column = divmod(number, across)
    wide, high, inside = _WIDE / across, _HIGH / across, 14 / across
    left, top = _MARGIN + column * wide, HEIGHT - _MARGIN - row * high
    return _Cell(left + inside, top - inside, wide - 2 * inside, high - 2 * inside, 1 / across)


def _prompt(canvas: TaggedCanvas, setter: Typesetter, prompt: PaperPrompt, cell: _Cell, all_prompts: Element) -> None:
    """Symbol and aspect, the prompt as large as fits, the plainer words beneath; the family's edge at the left."""
    body = Element(Kind.BODY, Element(Kind.ITEM, all_prompts))
    by, bottom = cell.by, cell.top - cell.high
    _, edge = look.CARD_TINTS.get(prompt.family, look.CARD_TINTS[""])
    family_marks.edge(canvas, prompt.family, (cell.left, bottom, 20 * by, cell.high), edge, 2 * by)
    y = _aspect(canvas, setter, prompt, cell, body)
    plain = cell.high * 0.24 if prompt.plain else 0.0
    room = cell.room, y - bottom - plain - 30 * by
    main = largest(setter, prompt.text, look.TITLE, room, [max(9.0, size * by) for size in _SIZES])
    adopt(body, [main])
    place(canvas, main, (cell.x, y), cell.room)
    if not prompt.plain:
        return
    said = translate("prompt paper", "In plainer words: {words}", words=prompt.plain)
    room = cell.room, plain - 20 * by
    beneath = largest(setter, said, look.LEAD, room, [max(8.5, size * by) for size in _PLAIN])
    adopt(body, [beneath])
    canvas.setStrokeColor(look.RULE)
    canvas.setLineWidth(1)
    canvas.line(cell.x, bottom + plain, cell.x + cell.room, bottom + plain)
    place(canvas, beneath, (cell.x, bottom + plain - 14 * by), cell.room)


def _aspect(canvas: TaggedCanvas, setter: Typesetter, prompt: PaperPrompt, cell: _Cell, body: Element) -> float:
    """The symbol, and beside it the aspect's name; where the prompt may begin below."""
    by, side, y = cell.by, 74 * cell.by, cell.top - 12 * cell.by
    line_drawing.paint(canvas, prompt.symbol, (cell.x, y - side), side, look.ACCENT)
    if prompt.aspect:
        room = cell.room - side - 20 * by
        name = largest(setter, prompt.aspect, look.AGREED, (room, side), (24 * by, 20 * by, 16 * by, 9))
        adopt(body, [name])
        place(canvas, name, (cell.x + side + 20 * by, y - (side - name.wrap(room, side)[1]) / 2), room)
    return y - side - 26 * by


def _nothing(canvas: TaggedCanvas, setter: Typesetter) -> None:
    words = setter.text(translate("prompt paper", "No questions are chosen yet."), look.scaled(look.LEAD, 1.5))
    place(canvas, words, (_MARGIN + 40, HEIGHT / 2), WIDTH - 2 * _MARGIN - 80)
