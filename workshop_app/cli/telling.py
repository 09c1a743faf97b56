"""What can be told of the prompts, and of a programme without opening the app."""

import argparse
import sys
from typing import TYPE_CHECKING

from workshop_app.cli.asked import Commands, add_programme
from workshop_app.cli.ground import home, opened
from workshop_app.storage.errors import StorageError
from workshop_app.terminal import Refusal, say, tell, write
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.prompt_shelf import PromptShelf


def add(commands: Commands) -> None:
    """The commands that print, and the one that checks a file."""
    prompts = commands.add_parser("prompts", help=translate("cli", "print the prompt bank with its frameworks"))
    prompts.add_argument("--json", action="store_true", required=True)
    prompts.set_defaults(run=_prompts)

    coverage = commands.add_parser(
        "coverage", help=translate("cli", "print what of school life was explored, how deeply")
    )
    add_programme(coverage)
    coverage.add_argument("--json", action="store_true", required=True)
    coverage.set_defaults(run=_coverage)

    check = commands.add_parser(
        "check", help=translate("cli", "see whether a programme's file is sound: 0 sound, 1 damaged, 2 unreadable")
    )
    add_programme(check)
    check.set_defaults(run=_check)


def _prompts(asked: argparse.Namespace) -> int:
    from workshop_app.facilitation import telling

    ours = shelf()
    for problem in ours.problems:
        say(problem, 0)
    write(telling.bank(ours.whole, ours.pack_names(), ours.hidden), sys.stdout)
    return 0


def _coverage(asked: argparse.Namespace) -> int:
    from workshop_app.facilitation import telling

    with opened(asked.programme) as workspace:
        write(telling.coverage(workspace.programme, workspace.facts, shelf().whole), sys.stdout)
    return 0


def shelf() -> "PromptShelf":
    """The prompts of this laptop."""
    from workshop_app.facilitation import prompts
    from workshop_app.prompt_shelf import PromptShelf
    from workshop_app.storage.library import Library

    return PromptShelf(prompts.load(), Library(home()))


def _check(asked: argparse.Namespace) -> int:
    from workshop_app.storage import health

    try:
        problems = health.check(asked.programme)
    except StorageError as error:  # nothing was found out, so it can't be called damaged
        raise Refusal(str(error), 2) from error
    if problems:
        return say(" ".join(problems), 1)
    tell(translate("cli", "{file} is sound.", file=asked.programme))
    return 0
