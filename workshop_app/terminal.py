"""How a command speaks: one line for each answer, whatever the names in it are made of, and never a traceback."""

import contextlib
import errno
import os
import sys
import unicodedata
from pathlib import Path
from typing import TextIO

from workshop_app.words import translate

_BREAK = ("Cc", "Cs", "Zl", "Zp")  # characters that break a line, or are none
_TURN = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")  # characters that turn the rest of it round


class Refusal(Exception):  # noqa: N818 - it is an answer, not an accident
    """The command ends here, with a sentence and an exit code."""

    def __init__(self, sentence: str, code: int = 1) -> None:
        super().__init__(sentence)
        self.code = code


def tell(sentence: str) -> None:
    """Say on standard output what was done."""
    write(_one_line(sentence), sys.stdout)


def say(sentence: str, code: int) -> int:
    """Say on standard error what could not be done."""
    with contextlib.suppress(Refusal):
        write(_one_line(sentence), sys.stderr)
    return code


def fault(error: Exception) -> str:
    """A sentence for what nobody foresaw: where it happened, but not what it said, which may be a student's words."""
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    place = f"{Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}" if step else ""
    return translate(
        "terminal",
        "This is a fault of the app ({kind}, {place}). What was saved before is safe.",
        kind=type(error).__name__,
        place=place,
    )


def _one_line(sentence: str) -> str:
    """The sentence on one line, whatever the names in it are made of."""
    return "".join(map(_shown, sentence))


def _shown(character: str) -> str:
    if unicodedata.category(character) in _BREAK:
        return " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"
    turns = unicodedata.bidirectional(character) in _TURN
    return "\N{REPLACEMENT CHARACTER}" if turns else character


def write(text: str, stream: TextIO | None) -> None:
    """Write as much as the stream's encoding has letters for; Refusal if it takes nothing."""
    if stream is None:  # whoever started us closed it
        return
    encoding = stream.encoding or "utf-8"
    try:
        print(text.encode(encoding, "replace").decode(encoding), file=stream, flush=True)
    except OSError as error:
        _silence(stream)
        if error.errno in (errno.EPIPE, errno.EINVAL):  # nobody listens any more (EINVAL: Windows)
            return
        why = error.strerror or str(error)
        raise Refusal(translate("terminal", "The answer can't be written ({why}).", why=why), 2) from error


def _silence(stream: TextIO) -> None:
    """Have what is left in a stream go nowhere, or Python would complain of it at the end."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
