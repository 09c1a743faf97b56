"""The commands. Each says what it did on standard output, or in one sentence on standard error why it could not.

Exit codes: 0 done; 1 it can't be done (or, for check, the file is damaged); 2 the file can't be read, is open
elsewhere, the command was not understood, or its answer could not be written; 3 it is done, but no backup could be
made; 70 a fault of the app; 130 stopped by Ctrl-C.
"""

import argparse
import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from workshop_app.domain.errors import DomainError
from workshop_app.storage.errors import InUseError, StorageError, UnreadableError
from workshop_app.terminal import Refusal, fault, say, tell, write
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.domain.programme import Programme
    from workshop_app.exchange.arrival import Arrival
    from workshop_app.prompt_shelf import PromptShelf
    from workshop_app.workspace import Workspace

_SIZES = (1, 7680)  # of the rehearsal's window, a side: pictures of larger ones do not fit into memory


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    try:
        asked = _parser().parse_args(words)
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


def now() -> datetime:
    """The time, aware, in UTC."""
    return datetime.now(UTC)


def new_id() -> str:
    """A UUIDv7 as text."""
    from uuid6 import uuid7

    return str(uuid7())


def home() -> Path:
    """Where this laptop's programmes stand: the local application data, or WORKSHOP_HOME."""
    chosen = os.environ.get("WORKSHOP_HOME")
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("Workshop", appauthor=False)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Refusal(f"{message[:1].upper()}{message[1:]}.", 2)

    def print_help(self, file: object = None) -> None:
        write(self.format_help().rstrip(), sys.stdout)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="workshop-app",
        description=translate("cli", "Coproduction workshops in schools. With no words it opens the app."),
    )
    parser.add_argument("--programme", type=_file, metavar="FILE", help=translate("cli", "open this programme"))
    parser.set_defaults(run=_open_app)
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)

    prompts = commands.add_parser("prompts", help=translate("cli", "print the prompt bank with its frameworks"))
    prompts.add_argument("--json", action="store_true", required=True)
    prompts.set_defaults(run=_prompts)

    coverage = commands.add_parser(
        "coverage", help=translate("cli", "print what of school life was explored, how deeply")
    )
    _add_programme(coverage)
    coverage.add_argument("--json", action="store_true", required=True)
    coverage.set_defaults(run=_coverage)

    new = commands.add_parser("new", help=translate("cli", "make a new programme"))
    new.add_argument("file", type=_file, metavar="FILE")
    new.add_argument("--school", required=True, metavar="NAME")
    new.set_defaults(run=_new)

    bring = commands.add_parser("import", help=translate("cli", "bring ideas in from a CSV"))
    bring.add_argument("csv", type=_file, metavar="CSV")
    _add_programme(bring)
    bring.add_argument("--column", metavar="NAME", help=translate("cli", "the column with the ideas"))
    bring.set_defaults(run=_import)

    export = commands.add_parser("export", help=translate("cli", "write the plan, the ideas or the board"))
    kinds = export.add_subparsers(metavar="plan|ideas|board", required=True, parser_class=_Parser)
    for name, run, out in (("plan", _export_plan, "PDF"), ("ideas", _export_ideas, "CSV")):
        kind = kinds.add_parser(name)
        _add_programme(kind)
        kind.add_argument("--out", type=_file, required=True, metavar=out)
        kind.set_defaults(run=run)
    board = kinds.add_parser("board")
    _add_programme(board)
    board.add_argument("--out", type=_file, required=True, metavar="PDF|PNG")
    board.add_argument(
        "--as", dest="what", choices=("poster", "cards"), default="poster", help=translate("cli", "what a PDF shows")
    )
    board.set_defaults(run=_export_board)

    check = commands.add_parser(
        "check", help=translate("cli", "see whether a programme's file is sound: 0 sound, 1 damaged, 2 unreadable")
    )
    _add_programme(check)
    check.set_defaults(run=_check)

    rehearse = commands.add_parser(
        "rehearse", help=translate("cli", "lead a whole workshop through the real windows, with pictures")
    )
    rehearse.add_argument("--out", type=_folder, required=True, metavar="DIR")
    rehearse.add_argument("--ideas", type=_file, metavar="CSV", help=translate("cli", "ideas to bring in"))
    rehearse.add_argument("--size", default="1366x768", metavar="WxH", help=translate("cli", "the window's size"))
    rehearse.add_argument("--look", choices=("light", "dark", "contrast"), default="light")
    rehearse.set_defaults(run=_rehearse)
    return parser


def _add_programme(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--programme", type=_file, required=True, metavar="FILE")


def _file(text: str) -> Path:
    path = Path(text)
    if not path.name or "\0" in text:  # "", "." and "/", of which no sentence could say the name
        raise Refusal(translate("cli", "“{name}” is not the name of a file.", name=text), 2)
    return path


def _folder(text: str) -> Path:
    if not text or "\0" in text:
        raise Refusal(translate("cli", "“{name}” is not the name of a folder.", name=text), 2)
    return Path(text)


def _open_app(asked: argparse.Namespace) -> int:
    shown_on = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(map(os.environ.get, shown_on)):  # Qt would abort
        raise Refusal(
            translate("cli", "There is no display to show the app on. “workshop-app rehearse --out DIR” needs none."), 2
        )
    with _qt():
        from workshop_app.ui import app

    return app.run(home(), asked.programme, now, new_id)


def _new(asked: argparse.Namespace) -> int:
    from workshop_app.domain.programme import About, school_year
    from workshop_app.domain.texts import SHORT, wanted
    from workshop_app.storage.store import Store

    school = wanted(asked.school, translate("cli", "The school's name"), SHORT)
    Store.create(asked.file, About(school, school_year(now().astimezone().date())), uid=new_id()).close()
    tell(translate("cli", "{file} is ready for {school}.", file=asked.file, school=school))
    return 0


def _import(asked: argparse.Namespace) -> int:
    from workshop_app.domain import ideas
    from workshop_app.domain.people import Role

    data = _bytes(asked.csv)
    with _opened(asked.programme) as workspace:
        arrival = _arrival(data, asked.column, [idea.text for idea in ideas.on_board(workspace.programme)])
        if arrival.ideas:
            workspace.perform(
                "bring-in",
                ideas.add,
                new_ids=[new_id() for _ in arrival.ideas],
                at=now(),
                given=[ideas.Given(one.text, Role.STUDENT, ideas.Source.IMPORTED) for one in arrival.ideas],
                spots=ideas.spots(workspace.programme, len(arrival.ideas)),
            )
        _tell_arrival(arrival)
    return 0


def _arrival(data: bytes, column: str | None = None, already: Sequence[str] = ()) -> "Arrival":
    from workshop_app.exchange import csv_guess, csv_in
    from workshop_app.exchange.unreadable import UnreadableError as NotText

    try:
        layout = csv_guess.guess(data)
        if column is not None:
            layout = csv_in.with_column(data, layout, column)
        return csv_in.read(data, layout, already)
    except NotText as error:
        raise Refusal(str(error)) from error


def _tell_arrival(arrival: "Arrival") -> None:
    came = len(arrival.ideas)
    tell(translate("cli", "One idea came in.") if came == 1 else translate("cli", "{n} ideas came in.", n=came))
    for twice in arrival.duplicates:
        tell(translate("cli", "Row {n} is there already: {text}", n=twice.line, text=twice.text))
    for damaged in arrival.damaged:
        say(translate("cli", "Row {n} was left out: {why}", n=damaged.line, why=damaged.why), 0)


def _export_plan(asked: argparse.Namespace) -> int:
    from workshop_app import outbox
    from workshop_app.domain import plans, signing

    with _opened(asked.programme) as workspace:
        standing = plans.plans(workspace.programme)
        signed = [plan for plan in standing if signing.standing(workspace.programme, plan.id).is_signed_off]
        if not standing:
            raise Refusal(translate("cli", "There is no plan in this programme yet."))
        plan = (signed or standing)[-1]
        outbox.send_plan(workspace, plan.id, asked.out)
        tell(translate("cli", "The plan “{title}” is in {file}.", title=plan.title, file=asked.out))
    return 0


def _export_ideas(asked: argparse.Namespace) -> int:
    from workshop_app import outbox

    with _opened(asked.programme) as workspace:
        outbox.send_ideas(workspace, asked.out)
        tell(translate("cli", "The ideas are in {file}.", file=asked.out))
    return 0


def _export_board(asked: argparse.Namespace) -> int:
    from workshop_app import outbox, papers

    with _opened(asked.programme) as workspace:
        programme, today = workspace.programme, workspace.today()
        if asked.out.suffix.lower() == ".png":
            what, made = "picture", _picture(programme)
        else:
            build = papers.board_cards if asked.what == "cards" else papers.board_poster
            what, made = asked.what, build(programme, today)
        outbox.send_board(workspace, asked.out, what, made)
        tell(translate("cli", "The board is in {file}.", file=asked.out))
    return 0


def _picture(programme: "Programme") -> bytes:
    """A picture of the board; Qt paints it without a display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with _qt():
        from workshop_app.ui import board_picture

    return board_picture.of(programme)


def _prompts(asked: argparse.Namespace) -> int:
    from workshop_app.facilitation import telling

    shelf = _shelf()
    for problem in shelf.problems:
        say(problem, 0)
    write(telling.bank(shelf.whole, shelf.pack_names(), shelf.hidden), sys.stdout)
    return 0


def _coverage(asked: argparse.Namespace) -> int:
    from workshop_app.facilitation import telling

    with _opened(asked.programme) as workspace:
        write(telling.coverage(workspace.programme, workspace.facts, _shelf().whole), sys.stdout)
    return 0


def _shelf() -> "PromptShelf":
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


def _rehearse(asked: argparse.Namespace) -> int:
    size = _size(asked.size)
    if asked.ideas is not None:
        _arrival(_bytes(asked.ideas))  # or it would be found out half-way through
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with _qt():
        from workshop_app.ui.tour.rehearsal import RehearsalError, rehearse

    try:
        plan = rehearse(asked.out, asked.ideas, size=size, look=asked.look, new_id=new_id)
    except RehearsalError as error:
        raise Refusal(str(error)) from error
    except OSError as error:
        raise Refusal(translate("cli", "The folder {name} can't be used.", name=asked.out)) from error
    tell(translate("cli", "The plan is in {plan}, the pictures are in {folder}.", plan=plan, folder=asked.out))
    return 0


def _size(text: str) -> tuple[int, int]:
    least, most = _SIZES
    try:
        width, height = (int(part) for part in text.lower().split("x"))
    except ValueError as error:
        raise Refusal(translate("cli", "A size looks like 1366x768."), 2) from error
    if not (least <= width <= most and least <= height <= most):
        raise Refusal(
            translate("cli", "A window is from {least} to {most} pixels wide and high.", least=least, most=most), 2
        )
    return width, height


@contextmanager
def _qt() -> Iterator[None]:
    """Say in a sentence that Qt can't be loaded, as on a machine without its system libraries."""
    try:
        yield
    except ImportError as error:
        raise Refusal(translate("cli", "Qt, which draws the windows, can't be loaded: {why}.", why=error)) from error


@contextmanager
def _opened(path: Path) -> "Iterator[Workspace]":
    """A programme for one command, backed up and let go afterwards."""
    from workshop_app.storage import opening
    from workshop_app.storage.shelf import Shelf
    from workshop_app.storage.store import Store
    from workshop_app.workspace import Workspace

    opening.readable(path)  # before its backups are looked for: a link that leads nowhere has no folder
    store = Store.open(path, backup_folder=Shelf(home()).backups_of(path), now=now())
    workspace = Workspace(store, now, new_id)
    try:
        yield workspace
    except BaseException:
        with contextlib.suppress(StorageError):  # what went wrong first is what has to be said
            workspace.close()
        raise
    try:
        workspace.close()
    except StorageError as error:
        raise Refusal(str(error), 3) from error


def _bytes(path: Path) -> bytes:
    from workshop_app.exchange import table_file
    from workshop_app.exchange.unreadable import UnreadableError as NotText

    try:
        return table_file.contents(path)
    except NotText as error:
        raise Refusal(str(error), 2) from error
