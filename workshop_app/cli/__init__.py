"""The commands. Each says what it did on standard output, or in one sentence on standard error why it could not.

Exit codes: 0 done; 1 it can't be done (or, for check, the file is damaged); 2 the file can't be read, is open
elsewhere, the command was not understood, or its answer could not be written; 3 it is done, but no backup could be
made; 70 a fault of the app; 130 stopped by Ctrl-C.
"""

import argparse
import sys
from collections.abc import Callable, Sequence

from workshop_app.cli import windows
from workshop_app.cli.asked import Parser, file
from workshop_app.cli.ground import home, new_id, now
from workshop_app.domain.errors import DomainError
from workshop_app.storage.errors import InUseError, StorageError, UnreadableError
from workshop_app.terminal import Refusal, fault, say
from workshop_app.words import translate

__all__ = ["home", "main", "new_id", "now"]


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    try:
        typed = sys.argv[1:] if words is None else list(words)
        asked = _parser(only_to_open=_opens(typed)).parse_args(typed)
        run: Callable[[argparse.Namespace], int] = asked.run
        return run(asked)
    except Refusal as refusal:
        return say(str(refusal), refusal.code)
    except (UnreadableError, InUseError) as error:
        return say(str(error), 2)
    except (StorageError, DomainError) as error:
        return say(str(error), 1)
    except KeyboardInterrupt:
        return say(translate("cli", "Stopped."), 130)
    except Exception as error:  # never a traceback: whoever types commands can't mend us
        return say(fault(error), 70)


def _opens(typed: list[str]) -> bool:
    """Whether nothing but the app is asked for: no command has to be there for that, and each takes its time."""
    return not typed or (len(typed) == 2 and typed[0] == "--programme")


def _parser(*, only_to_open: bool = False) -> argparse.ArgumentParser:
    parser = Parser(
        prog="workshop-app",
        description=translate("cli", "Coproduction workshops in schools. With no words it opens the app."),
    )
    parser.add_argument("--programme", type=file, metavar="FILE", help=translate("cli", "open this programme"))
    parser.set_defaults(run=windows.open_app)
    if not only_to_open:
        _add_commands(parser)
    return parser


def _add_commands(parser: Parser) -> None:
    """Each module has `add`, which puts its commands in; in the order in which help lists them."""
    from workshop_app.cli import beginning, coming_in, going_out, hidden, packs, telling

    commands = parser.add_subparsers(metavar="COMMAND", parser_class=Parser)
    for one in (telling, beginning, coming_in, going_out, packs, windows, hidden):
        one.add(commands)
