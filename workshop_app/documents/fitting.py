"""Words in a box of paper: in the largest size in which they fit, or cut with an ellipsis in the smallest."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop_app.documents.fonts import REGULAR, printable
from workshop_app.documents.scripts import width

LEADING = 1.22
_MORE = "…"
_WORDS_CUT = 0.4  # of the largest size: from there on words may be cut


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines in a size in points; `whole` if nothing was left out."""

    size: float
    lines: tuple[str, ...]
    whole: bool

    @property
    def spaced(self) -> tuple[str, ...]:
        """The lines with a space at the end of all but the last, so that no two words are read as one."""
        return tuple(f"{line} " for line in self.lines[:-1]) + self.lines[-1:]

    @property
    def height(self) -> float:
        """The height of all lines in points."""
        return len(self.lines) * self.size * LEADING


def fitted(text: str, wide: float, height: float, sizes: Sequence[float], font: str = REGULAR) -> Fitted:
    """`text` in the first of `sizes` (points, descending) in which it fits, else in the last.

    A word that is too long for a line is cut where all of it would make the text much smaller than it could be.
    """
    words = _measured(text, font)
    for size in sizes:
        most = int(height / (size * LEADING))
        room = wide / size
        if size > max(sizes[-1], _WORDS_CUT * sizes[0]) and any(one > room for line in words for _, one in line):
            continue
        lines = _broken(words, room, font)
        if len(lines) <= most:
            return Fitted(size, tuple(lines), True)
    most = max(1, most)
    kept = [*lines[: most - 1], cut(" ".join(lines[most - 1 : most + 1]) + _MORE, wide, size, font)]
    return Fitted(size, tuple(kept), False)


def cut(text: str, room: float, size: float, font: str = REGULAR) -> str:
    """One line of at most `room` points, ending in an ellipsis if some of it is left out."""
    shown = printable(text)
    room /= size
    if _wide(shown, font) <= room:
        return shown
    shown = shown.removesuffix(_MORE)
    while shown and _wide(f"{shown}{_MORE}", font) > room:
        shown = shown[:-1].rstrip()
    return f"{shown}{_MORE}"


def line_up(text: str, room: float, font: str) -> list[tuple[str, str]]:
    """Lines of at most `room` ems, each with what stood between it and the next: a space, nothing, or a line break.

    Lines that the writer broke stay broken, also empty ones; `text` is printable.
    """
    lines: list[tuple[str, str]] = []
    for words in _measured(text, font):
        found = _broken([words], room, font)
        lines += [(line, gap) for line, gap in zip(found, _gaps(words, found), strict=True)] or [("", "")]
        lines[-1] = (lines[-1][0], "\n")
    return lines


def _gaps(words: list[tuple[str, float]], lines: list[str]) -> list[str]:
    """What stands after each line: nothing where it ends within a word."""
    waiting = [word for word, _ in words]
    gaps = []
    for line in lines:
        rest = line
        while rest:
            word = waiting[0]
            if rest.startswith(word):
                rest = rest[len(word) :].removeprefix(" ")
                waiting.pop(0)
            else:
                waiting[0] = word[len(rest) :]
                gaps.append("")
                break
        else:
            gaps.append(" ")
    return gaps


def _measured(text: str, font: str) -> list[list[tuple[str, float]]]:
    """The words of each line that the writer broke, with their widths in a size of one point."""
    return [[(word, _wide(word, font)) for word in line.split()] for line in printable(text).split("\n")]


def _broken(paragraphs: list[list[tuple[str, float]]], room: float, font: str) -> list[str]:
    space = _wide(" ", font)
    lines: list[str] = []
    for words in paragraphs:
        line, used = "", 0.0
        for whole, whole_width in words:
            word, wide = whole, whole_width
            if line and used + space + wide <= room:
                line, used = f"{line} {word}", used + space + wide
                continue
            if line:
                lines.append(line)
            while wide > room and len(word) > 1:
                taken = _taken(word, room, font)
                lines.append(word[:taken])
                word = word[taken:]
                wide = _wide(word, font)
            line, used = word, wide
        if line:
            lines.append(line)
    return lines


def _taken(word: str, room: float, font: str) -> int:
    """How many characters of a word that is too long fit; at least one."""
    used = 0.0
    for count, character in enumerate(word):
        used += _wide(character, font)
        if used > room:
            return max(1, count)
    return len(word)


def _wide(text: str, font: str) -> float:
    return width(text, (font, 1.0))
