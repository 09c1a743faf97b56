"""Blank slips to write on, four on a page of A4 to cut: with the prompt's words or empty, with room to draw or not.

Nobody writes a name on them. Whoever types them in later only needs the role.
"""

from workshop_app.documents import look
from workshop_app.documents.by_hand import Ticks
from workshop_app.documents.cutting import scissors
from workshop_app.documents.drawn import Drawing
from workshop_app.documents.flowables import adopt
from workshop_app.documents.placing import largest, place
from workshop_app.documents.prompt_paper import PaperPrompt, PromptPaper
from workshop_app.documents.setting import Typesetter
from workshop_app.documents.structure import Element, Kind
from workshop_app.documents.tagged_canvas import TaggedCanvas
from workshop_app.words import translate

ACROSS = DOWN = 2
_MARGIN, _FOOT = 22.0, 20.0
_CELL = ((look.PAGE_WIDTH - 2 * _MARGIN) / ACROSS, (look.PAGE_HEIGHT - 2 * _MARGIN - _FOOT) / DOWN)
_INSIDE = 18.0
_PITCH = 26.0  # points between two lines: room for a child's handwriting
_SIZES = (17.0, 15.5, 14.0, 12.5, 11.0, 10.0, 9.0)
_ASKED = 92.0  # points of height that a prompt may take


def build(paper: PromptPaper, *, drawing: bool = False) -> bytes:
    """The PDF: a page for each prompt, or one page of empty slips; with `drawing`, half of each is a box to draw in."""
    made = Drawing(
        translate("slip paper", "Slips to write on"), paper, (look.PAGE_WIDTH, look.PAGE_HEIGHT), paper.words
    )
    canvas, setter, all_slips = made.canvas, Typesetter(), Element(Kind.LIST)
    prompts = paper.prompts or (PaperPrompt(""),)
    for page, prompt in enumerate(prompts, start=1):
        for number in range(ACROSS * DOWN):
            row, column = divmod(number, ACROSS)
            corner = _MARGIN + column * _CELL[0], look.PAGE_HEIGHT - _MARGIN - row * _CELL[1]
            _slip(canvas, setter, prompt, corner, all_slips, drawing=drawing)
        scissors(canvas, (_MARGIN, look.PAGE_HEIGHT - _MARGIN), _CELL, (ACROSS, DOWN))
        sides = (_MARGIN + 5, look.PAGE_WIDTH - _MARGIN - 5)
        made.corner((page, len(prompts)), sides, _MARGIN + 3)
        canvas.showPage()
    return made.finished()


def _slip(
    canvas: TaggedCanvas,
    setter: Typesetter,
    prompt: PaperPrompt,
    corner: tuple[float, float],
    all_slips: Element,
    *,
    drawing: bool,
) -> None:
    body = Element(Kind.BODY, Element(Kind.ITEM, all_slips))
    x, y = corner[0] + _INSIDE, corner[1] - _INSIDE
    wide, bottom = _CELL[0] - 2 * _INSIDE, corner[1] - _CELL[1] + _INSIDE
    asked = prompt.text or translate("slip paper", "What would you change, or keep?")
    said = largest(setter, asked, look.NAME, (wide, _ASKED), _SIZES)
    hint = setter.text(translate("slip paper", "No name needed. Tick who you are."), look.SMALL)
    who = Ticks(
        "",
        (
            translate("roles on paper", "student"),
            translate("roles on paper", "staff"),
            translate("roles on paper", "family"),
            translate("roles on paper", "community"),
        ),
        size=9.5,
    )
    adopt(body, [said, hint, who])
    y -= place(canvas, said, (x, y), wide) + 3
    y -= place(canvas, hint, (x, y), wide) + 6
    foot = who.wrap(wide, 100)[1]
    if drawing:
        y = _box_to_draw(canvas, setter, body, (x, y), (wide, (y - bottom - foot) * 0.52))
    _lines(canvas, (x, y), wide, bottom + foot + 4)
    place(canvas, who, (x, bottom + foot), wide)


def _box_to_draw(
    canvas: TaggedCanvas, setter: Typesetter, body: Element, corner: tuple[float, float], room: tuple[float, float]
) -> float:
    """A box with round corners; where it ends."""
    (x, y), (wide, high) = corner, room
    canvas.setStrokeColor(look.WRITE_ON)
    canvas.setLineWidth(0.7)
    canvas.roundRect(x, y - high, wide, high, 8, stroke=1, fill=0)
    words = setter.text(translate("slip paper", "A drawing, if you like"), look.SMALL)
    adopt(body, [words])
    place(canvas, words, (x + 8, y - 4), wide - 16)
    return y - high


def _lines(canvas: TaggedCanvas, start: tuple[float, float], wide: float, lowest: float) -> None:
    x, y = start
    canvas.setStrokeColor(look.WRITE_ON)
    canvas.setLineWidth(0.6)
    y -= _PITCH
    while y >= lowest:
        canvas.line(x, y, x + wide, y)
        y -= _PITCH
