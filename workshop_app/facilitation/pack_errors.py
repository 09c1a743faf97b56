"""What a person is told when a prompt file can't be used: where the mistake is and what to do about it."""

from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path

from workshop_app.words import translate


class PromptPackError(Exception):
    """A prompt file can't be used. `file`, `line` (from 1), `problem` and `remedy` are the parts of the message."""

    def __init__(self, file: Path, line: int, problem: str, remedy: str) -> None:
        message = translate(
            "prompts",
            "{file}, line {line}: {problem} {remedy}",
            file=file.name,
            line=line,
            problem=problem,
            remedy=remedy,
        )
        super().__init__(message)
        self.file, self.line, self.problem, self.remedy = file, line, problem, remedy


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A remedy for a word that is not among the `known` ones: the nearest of them, or all."""
    if near := get_close_matches(word, known, n=1):
        return translate("prompts", "Did you mean “{near}”?", near=near[0])
    return translate("prompts", "Known here: {known}.", known=", ".join(known))
