"""Lines of text in any script: how wide they are, and how they are drawn so that they also read back as written.

A line is shaped when it is drawn: letters of Arabic and Urdu get the form that their neighbours ask for and run from
right to left, and what reads them aloud is given the words as they were written, with their language. Line breaking
(see fitting.py and flowables.py) works on words as they were written, so no line holds the end of a sentence before
its beginning.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby

from reportlab.pdfbase.pdfmetrics import stringWidth

from workshop_app.documents.fonts import NOT_JOINED, SCALE, UNKNOWN, face_for
from workshop_app.documents.tagged_canvas import TaggedCanvas

Run = tuple[str, str]  # a typeface, and what is set in it
Letters = tuple[str, float]  # a typeface (REGULAR or BOLD) and its size in points
LEFT, RIGHT, CENTRE = "left", "right", "centre"

_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_OURS = re.compile("[A-Za-z\u00c0-\u058f\u1e00-\u1fff]")
_URDU, _PERSIAN = re.compile("[ٹڈڑںےہھ]"), re.compile("[پچژگ]")
# From the first letter that runs from the right to the last one, or to figures after it, with none of ours between.
_STRETCH = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
    "(?:[^A-Za-z\u00c0-\u058f\u1e00-\u1fff]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc0-9])?"
)


def runs_from_right(text: str) -> bool:
    """Whether any of it is written from right to left."""
    return not text.isascii() and _FROM_RIGHT.search(text) is not None


def begins_right(text: str) -> bool:
    """Whether a paragraph of it begins at the right: most of its letters run from there."""
    if not runs_from_right(text):
        return False
    ways = [unicodedata.bidirectional(character) for character in text]
    return sum(way in ("R", "AL") for way in ways) > ways.count("L")


def language(text: str) -> str:
    """The language tag of text that runs from right to left, told by the letters that only some languages have."""
    if _URDU.search(text):
        return "ur"
    return "fa" if _PERSIAN.search(text) else "ar"


def width(text: str, letters: Letters) -> float:
    """How wide a line is, in points."""
    font, size = letters
    return _em(text, font) * size


@lru_cache(maxsize=16384)
def _em(text: str, font: str) -> float:
    if text.isascii():
        return float(stringWidth(text, font, 1.0))
    shown = _joined(text) if runs_from_right(text) else text
    return sum(stringWidth(some, face, SCALE.get(face, 1.0)) for face, some in runs(shown, font))


def draw(
    canvas: TaggedCanvas,
    spot: tuple[float, float],
    text: str,
    letters: Letters,
    *,
    side: str = LEFT,
    from_right: bool | None = None,
) -> None:
    """Draw one line with its baseline at `spot`, which is its left end, its right end or its middle.

    `from_right` says how the paragraph begins that the line is of; left out, the line is one by itself.
    """
    x, y = spot
    if side != LEFT:
        x -= width(text.rstrip(" "), letters) / (1 if side == RIGHT else 2)
    begins = begins_right(text) if from_right is None else from_right
    for words, is_reversed in _stretches(text, begins):
        x = (_set_from_right if is_reversed else _set)(canvas, (x, y), words, letters)


def draw_all(
    canvas: TaggedCanvas, spot: tuple[float, float], lines: Sequence[str], letters: Letters, leading: float
) -> None:
    """Draw lines below each other from the left, the first with its baseline at `spot`; none runs from the right."""
    font, size = letters
    whole = canvas.beginText(*spot)
    whole.setFont(font, size, leading)
    for number, line in enumerate(lines):
        if _plain(line, font):
            whole.textLine(line)
            continue
        for face, some in runs(line, font):
            whole.setFont(face, size * SCALE.get(face, 1.0), leading)
            whole.textOut(some)
        whole.setFont(font, size, leading)
        whole.setTextOrigin(spot[0], spot[1] - (number + 1) * leading)
    canvas.drawText(whole)


def _plain(line: str, font: str) -> bool:
    return line.isascii() or all(face_for(character, font) == font for character in set(line))


def runs(text: str, font: str) -> Iterator[Run]:
    """What is to be drawn, from left to right, in stretches of one typeface each."""
    clear = text.replace(NOT_JOINED, "")
    for face, some in groupby(clear, key=lambda character: face_for(character, font)):
        characters = "".join(some)
        yield (face, characters) if face else (font, UNKNOWN * len(characters))


def _set(canvas: TaggedCanvas, spot: tuple[float, float], text: str, letters: Letters) -> float:
    """Draw glyphs from `spot` on; where they end, across."""
    (x, y), (font, size) = spot, letters
    for face, some in runs(text, font):
        scaled = size * SCALE.get(face, 1.0)
        line = canvas.beginText(x, y)
        line.setFont(face, scaled)
        line.textOut(some)
        canvas.drawText(line)
        x += stringWidth(some, face, scaled)
    return x


def _set_from_right(canvas: TaggedCanvas, spot: tuple[float, float], words: str, letters: Letters) -> float:
    """Draw words that run from the right; where they end, across. Each is read in its turn, from the right.

    They are drawn from left to right all the same: a program that copies a line expects it so, and turns it round.
    """
    x, y = spot
    units = _units(words.rstrip(" "))
    after = words[len(words.rstrip(" ")) :]
    said = [unit if place == 0 else f" {unit}" for place, (unit, _glyphs) in enumerate(units)]
    parts = canvas.parts([*said[:-1], said[-1] + after], language(words))
    for place in range(len(units) - 1, -1, -1):
        with canvas.reads(parts[place]):
            x = _set(canvas, (x, y), units[place][1] + (" " if place else ""), letters)
    return x


def _units(words: str) -> list[tuple[str, str]]:
    """What stands between the spaces of a line from the right, in its order, each with its glyphs from left to right.

    Words of ours side by side, with the figures between them, stay as they are and are one.
    """
    units: list[tuple[str, str]] = []
    ours: list[str] = []

    def close() -> None:
        if ours:
            units.append((" ".join(ours), " ".join(ours)))
            ours.clear()

    for word in words.split(" "):
        if runs_from_right(word):
            close()
            units.append((word, _ordered(word)))
        elif ours or _OURS.search(word):
            ours.append(word)
        else:
            units.append((word, word))
    close()
    return units


def _stretches(text: str, begins: bool) -> Iterator[tuple[str, bool]]:
    """The parts of a line from left to right, and which of them run the other way; all of it, where it begins right."""
    if begins:
        yield text, True
    elif not runs_from_right(text):
        yield text, False
    else:
        end = 0
        for found in _STRETCH.finditer(text):
            if found.start() > end:
                yield text[end : found.start()], False
            yield found.group(), True
            end = found.end()
        if end < len(text):
            yield text[end:], False


def _ordered(words: str) -> str:
    """Words that run from the right, as glyphs from left to right."""
    from bidi.algorithm import get_display

    return str(get_display(_joined(words), base_dir="R"))


def _joined(words: str) -> str:
    """Each Arabic letter in the form that its neighbours ask for. Vowel marks are left to whoever reads it aloud."""
    return str(_reshaper().reshape(words))


@cache
def _reshaper():  # type: ignore[no-untyped-def]  # noqa: ANN202 - it has no types
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper(configuration={"delete_harakat": True, "support_ligatures": True})
