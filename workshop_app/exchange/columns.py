"""Which row names the columns, and which column holds the ideas.

Where it is not clear whether the first row is a header it counts as an idea: one card too many is noticed and thrown
away, an idea that is missing is not.
"""

import re
from collections.abc import Iterable, Sequence

from workshop_app.exchange.tidy import clean

Rows = Sequence[tuple[str, ...]]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TEXT_NAMES = _set("""
    idea ideas comment comments text texts statement statements suggestion suggestions response responses answer answers
    feedback opinion opinions proposal proposals message messages thought thoughts contribution contributions
    syniad syniadau sylw sylwadau awgrym awgrymiadau ateb atebion
""")
_FILLERS = _set("your my our the a all student students pupil pupils body free open content main")
_OTHER_NAMES = _set("""
    id ids no nr number row name names first last date time datetime timestamp created updated submitted at by on author
    email e mail address class form year group school role age gender agree agrees disagree disagrees pass passes vote
    votes moderated theme themes topic topics category source session who type status tag tags ref reference score likes
    respondent participant user username start end completion language code prompt reason reasons
""")
_DATE_WORDS = _set("jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun st nd rd th am pm")
_ASKS = re.compile(r"(?:what|which|how|why|where|who|is|are|do|does|if|tell|describe|please)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\S+@\S+\.\w+|(?:https?://|www\.)\S+|(?=\S*\d)(?=\S*[^\W\d_])[\w{}-]{5,}")
_CLIP = 400
_MOSTLY = 0.8


def has_header(rows: Rows) -> bool:
    """Whether the first of `rows` names columns. `rows` are not blank, and there is at least one."""
    first, rest = rows[0], rows[1:]
    if len(first) == 1:
        return _is_text_name(first[0]) or (bool(rest) and _is_lone_question(first[0], _column(rest, 0)))
    signs = [_header_sign(cell, _column(rest, number)) for number, cell in enumerate(first) if cell.strip()]
    return False not in signs and True in signs


def text_column(rows: Rows, names: Sequence[str]) -> int | None:
    """The column most likely to hold the ideas, None if no cell has a letter. `names` is the header or empty."""
    width = max(map(len, rows), default=0)
    scores = [
        _text_score(_column(rows, number)) * (_name_weight(names[number]) if number < len(names) else 1)
        for number in range(width)
    ]
    best = max(scores, default=0.0)
    return scores.index(best) if best > 0 else None


def has_columns_apart(rows: Rows) -> bool:
    """Whether some column is a header's or a machine's, so that the delimiter is more than a comma in a sentence."""
    if any(_is_name(cell) for cell in rows[0]):
        return True
    width = min(map(len, rows))
    return any(_mostly_mechanical(_column(rows, number)) for number in range(width))


def is_text_header(row: Sequence[str]) -> bool:
    """Whether the row is one cell that names a column of texts."""
    return len(row) == 1 and _is_text_name(row[0])


def _column(rows: Rows, number: int) -> list[str]:
    return [row[number][:_CLIP].strip() for row in rows if number < len(row) and row[number].strip()]


def _header_sign(cell: str, below: list[str]) -> bool | None:
    """True if `cell` must be a name, False if it can't be, None if it may be either."""
    if _mostly_mechanical(below) and (len(below) > 1 or _is_mechanical(cell)):
        return not _is_mechanical(cell)
    if (_is_name(cell) and cell.strip() not in below) or _is_lone_question(cell, below):
        return True
    return None


def _is_lone_question(cell: str, below: list[str]) -> bool:
    """Whether `cell` asks what the cells below it answer, and is not one of many questions."""
    text = clean(cell)
    asks = text.endswith("?") and _ASKS.match(text) is not None and re.search(r"\byour?\b", text, re.IGNORECASE)
    return bool(asks) and sum(other.endswith("?") for other in below) * 4 <= len(below)


def _words_of_name(cell: str) -> set[str]:
    return set(re.sub(r"[\W_]+", " ", clean(cell[:_CLIP]).casefold()).split())


def _is_text_name(cell: str) -> bool:
    words = _words_of_name(cell)
    return bool(words & _TEXT_NAMES) and words <= _TEXT_NAMES | _FILLERS


def _is_name(cell: str) -> bool:
    words = _words_of_name(cell)
    return bool(words & (_TEXT_NAMES | _OTHER_NAMES)) and words <= _TEXT_NAMES | _FILLERS | _OTHER_NAMES


def _name_weight(name: str) -> float:
    if _is_text_name(name):
        return 3.0
    if _is_name(name):
        return 0.2
    return 1.5 if name.rstrip().endswith("?") else 1.0


def _is_mechanical(cell: str) -> bool:
    """Whether a machine may have written it: a number, date, time, mail or web address, or identifier."""
    words = _WORD.findall(cell)
    if not words or _ADDRESS.fullmatch(cell):
        return True
    # The zone of a time is in capitals: Wed Jul 27 22:09:49 WIB 2022.
    dated = all(word.lower()[:3] in _DATE_WORDS or (word.isupper() and len(word) <= 5) for word in words)
    return dated and sum(char.isdigit() for char in cell) >= 3


def _mostly_mechanical(cells: Iterable[str]) -> bool:
    verdicts = [_is_mechanical(cell) for cell in cells]
    return bool(verdicts) and sum(verdicts) >= _MOSTLY * len(verdicts)


def _text_score(cells: list[str]) -> float:
    """How much the cells look like written ideas: letters and words, not all the same, no identifiers or names."""
    if not cells:
        return 0.0
    letters = sum(sum(map(str.isalpha, cell)) for cell in cells) / len(cells)
    distinct = len(set(cells)) / len(cells)
    score = letters * distinct
    if _mostly_mechanical(cells):
        score *= 0.02
    elif sum(_is_like_a_persons_name(cell) for cell in cells) > len(cells) / 2:
        score *= 0.5
    return score


def _is_like_a_persons_name(cell: str) -> bool:
    words = cell.split()
    return 2 <= len(words) <= 4 and all(word[:1].isupper() for word in words)
