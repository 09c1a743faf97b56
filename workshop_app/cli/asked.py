"""How a command is asked for: its parser, and what may stand where a file or a folder is named."""

import argparse
import sys
from pathlib import Path
from typing import NoReturn, TypeAlias

from workshop_app.terminal import Refusal, write
from workshop_app.words import translate


class Parser(argparse.ArgumentParser):
    """Says in a sentence what it did not understand."""

    def error(self, message: str) -> NoReturn:
        """argparse: it was not understood."""
        raise Refusal(f"{message[:1].upper()}{message[1:]}.", 2)

    def print_help(self, file: object = None) -> None:
        """argparse: as every other answer is written."""
        write(self.format_help().rstrip(), sys.stdout)


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
"""Where a module adds its commands."""


def add_programme(parser: argparse.ArgumentParser) -> None:
    """The programme that a command works on."""
    parser.add_argument("--programme", type=file, required=True, metavar="FILE")


def file(text: str) -> Path:
    """The name of a file."""
    path = Path(text)
    if not path.name or "\0" in text:  # "", "." and "/", of which no sentence could say the name
        raise Refusal(translate("cli", "“{name}” is not the name of a file.", name=text), 2)
    return path


def folder(text: str) -> Path:
    """The name of a folder."""
    if not text or "\0" in text:
        raise Refusal(translate("cli", "“{name}” is not the name of a folder.", name=text), 2)
    return Path(text)
