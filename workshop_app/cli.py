"""The commands. Each says what it did on standard output, or in one sentence on standard error why it could not.

Exit codes: 0 done; 1 it can't be done (or, for check, the file is damaged); 2 the file can't be read, is open
elsewhere, or the command was not understood.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from workshop_app.domain.errors import DomainError
from workshop_app.storage.errors import DamagedError, InUseError, StorageError, UnreadableError
from workshop_app.words import translate
from workshop_app.workspace import Workspace


class Refusal(Exception):  # noqa: N818 - it is an answer, not an accident
    """The command ends here, with a sentence and an exit code."""

    def __init__(self, sentence: str, code: int = 1) -> None:
        super().__init__(sentence)
        self.code = code


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    try:
        asked = _parser().parse_args(words)
        run: Callable[[argparse.Namespace], int] = asked.run
        return run(asked)
    except Refusal as refusal:
        return _say(str(refusal), refusal.code)
    except (UnreadableError, InUseError) as error:
        return _say(str(error), 2)
    except (StorageError, DomainError) as error:
        return _say(str(error), 1)
    except KeyboardInterrupt:
        return _say(translate("cli", "Stopped."), 130)


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


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="workshop-app", description="Coproduction workshops in schools. With no words it opens the app."
    )
    parser.add_argument("--programme", type=Path, metavar="FILE", help="open this programme")
    parser.set_defaults(run=_open_app)
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)

    new = commands.add_parser("new", help="make a new programme")
    new.add_argument("file", type=Path, metavar="FILE")
    new.add_argument("--school", required=True, metavar="NAME")
    new.set_defaults(run=_new)

    bring = commands.add_parser("import", help="bring ideas in from a CSV")
    bring.add_argument("csv", type=Path, metavar="CSV")
    _add_programme(bring)
    bring.add_argument("--column", metavar="NAME", help="the column with the ideas")
    bring.set_defaults(run=_import)

    export = commands.add_parser("export", help="write the plan as a PDF or the ideas as a CSV")
    kinds = export.add_subparsers(metavar="plan|ideas", required=True, parser_class=_Parser)
    for name, run, out in (("plan", _export_plan, "PDF"), ("ideas", _export_ideas, "CSV")):
        kind = kinds.add_parser(name)
        _add_programme(kind)
        kind.add_argument("--out", type=Path, required=True, metavar=out)
        kind.set_defaults(run=run)

    check = commands.add_parser(
        "check", help="see whether a programme's file is sound: 0 sound, 1 damaged, 2 unreadable"
    )
    _add_programme(check)
    check.set_defaults(run=_check)

    rehearse = commands.add_parser("rehearse", help="lead a whole workshop through the real windows, with pictures")
    rehearse.add_argument("--out", type=Path, required=True, metavar="DIR")
    rehearse.add_argument("--ideas", type=Path, metavar="CSV", help="ideas to bring in")
    rehearse.add_argument("--size", default="1366x768", metavar="WxH", help="the window's size")
    rehearse.add_argument("--look", choices=("light", "dark", "contrast"), default="light")
    rehearse.set_defaults(run=_rehearse)
    return parser


def _add_programme(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--programme", type=Path, required=True, metavar="FILE")


def _open_app(asked: argparse.Namespace) -> int:
    from workshop_app.ui import app

    return app.run(home(), asked.programme, now, new_id)


def _new(asked: argparse.Namespace) -> int:
    from workshop_app.domain.programme import About, school_year
    from workshop_app.domain.texts import SHORT, wanted
    from workshop_app.storage.store import Store

    school = wanted(asked.school, translate("cli", "The school's name"), SHORT)
    Store.create(asked.file, About(school, school_year(now().astimezone().date())), uid=new_id()).close()
    print(translate("cli", "{file} is ready for {school}.", file=asked.file, school=school))
    return 0


def _import(asked: argparse.Namespace) -> int:
    from workshop_app.domain import board, ideas
    from workshop_app.domain.people import Role
    from workshop_app.exchange import csv_guess, csv_in
    from workshop_app.exchange.unreadable import UnreadableError as NotText

    data = _bytes(asked.csv)
    with _opened(asked.programme) as workspace:
        already = [idea.text for idea in ideas.on_board(workspace.programme)]
        try:
            layout = csv_guess.guess(data)
            if asked.column is not None:
                layout = csv_in.with_column(data, layout, asked.column)
            arrival = csv_in.read(data, layout, already)
        except NotText as error:
            raise Refusal(str(error)) from error
        if arrival.ideas:
            lying = [(idea.x, idea.y) for idea in ideas.on_board(workspace.programme) if idea.theme_id is None]
            workspace.perform(
                "bring-in",
                ideas.add,
                new_ids=[new_id() for _ in arrival.ideas],
                at=now(),
                given=[ideas.Given(one.text, Role.STUDENT, ideas.Source.IMPORTED) for one in arrival.ideas],
                spots=board.free_spots(lying, len(arrival.ideas)),
            )
    print(translate("cli", "{n} ideas came in.", n=len(arrival.ideas)))
    for twice in arrival.duplicates:
        print(translate("cli", "Row {n} is there already: {text}", n=twice.line, text=twice.text))
    for damaged in arrival.damaged:
        print(translate("cli", "Row {n} was left out: {why}", n=damaged.line, why=damaged.why), file=sys.stderr)
    return 0


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
    print(translate("cli", "The plan “{title}” is in {file}.", title=plan.title, file=asked.out))
    return 0


def _export_ideas(asked: argparse.Namespace) -> int:
    from workshop_app import outbox

    with _opened(asked.programme) as workspace:
        outbox.send_ideas(workspace, asked.out)
    print(translate("cli", "The ideas are in {file}.", file=asked.out))
    return 0


def _check(asked: argparse.Namespace) -> int:
    from workshop_app.storage import health

    problems = health.check(asked.programme)
    if problems:
        return _say(" ".join(problems), 1)
    print(translate("cli", "{file} is sound.", file=asked.programme))
    return 0


def _rehearse(asked: argparse.Namespace) -> int:
    if "QT_QPA_PLATFORM" not in os.environ:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from workshop_app.ui.tour.rehearsal import RehearsalError, rehearse

    ideas = asked.ideas
    if ideas is not None and not ideas.is_file():
        raise Refusal(translate("cli", "There is no file {name}.", name=ideas), 2)
    try:
        width, height = (int(part) for part in asked.size.lower().split("x"))
    except ValueError as error:
        raise Refusal(translate("cli", "A size looks like 1366x768."), 2) from error
    try:
        plan = rehearse(asked.out, ideas, size=(width, height), look=asked.look, new_id=new_id)
    except RehearsalError as error:
        raise Refusal(str(error)) from error
    print(translate("cli", "The plan is in {plan}, the pictures are in {folder}.", plan=plan, folder=asked.out))
    return 0


@contextmanager
def _opened(path: Path) -> Iterator[Workspace]:
    """A programme for one command, backed up and let go afterwards."""
    from workshop_app.storage.shelf import Shelf
    from workshop_app.storage.store import Store

    backups = Shelf(home()).backups_of(path)
    store = Store.open(path, backup_folder=backups, now=now())
    try:
        workspace = Workspace(store, now, new_id)
    except DamagedError:
        store.close()
        raise
    try:
        yield workspace
    finally:
        workspace.close()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refusal(translate("cli", "The file {name} can't be read.", name=path), 2) from error


def _say(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code
