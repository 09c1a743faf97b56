"""What comes in: ideas from a table, and the head's reply to a plan."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from workshop_app.cli.asked import Commands, add_programme, file
from workshop_app.cli.ground import contents, new_id, now, opened
from workshop_app.terminal import Refusal, say, tell
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.exchange.arrival import Arrival
    from workshop_app.homecoming import Arrived


def add(commands: Commands) -> None:
    """The command that brings ideas in."""
    bring = commands.add_parser("import", help=translate("cli", "bring ideas in from a CSV"))
    bring.add_argument("csv", type=file, metavar="CSV")
    add_programme(bring)
    bring.add_argument("--column", metavar="NAME", help=translate("cli", "the column with the ideas"))
    bring.set_defaults(run=_import)

    reply = commands.add_parser(
        "import-reply", help=translate("cli", "take in a plan's PDF that the head has filled in")
    )
    reply.add_argument("pdf", type=file, metavar="FILE")
    add_programme(reply)
    reply.set_defaults(run=_import_reply)


def _import(asked: argparse.Namespace) -> int:
    from workshop_app.domain import ideas
    from workshop_app.domain.people import Role

    data = contents(asked.csv)
    with opened(asked.programme) as workspace:
        came = arrival(data, asked.column, [idea.text for idea in ideas.on_board(workspace.programme)])
        if came.ideas:
            workspace.perform(
                "bring-in",
                ideas.add,
                new_ids=[new_id() for _ in came.ideas],
                at=now(),
                given=[ideas.Given(one.text, Role.STUDENT, ideas.Source.IMPORTED) for one in came.ideas],
                spots=ideas.spots(workspace.programme, len(came.ideas)),
            )
        _tell_arrival(came)
    return 0


def arrival(data: bytes, column: str | None = None, already: Sequence[str] = ()) -> "Arrival":
    """The ideas of a table; Refusal if there are none to read."""
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


def _import_reply(asked: argparse.Namespace) -> int:
    from workshop_app import homecoming, inbox
    from workshop_app.domain import answers
    from workshop_app.exchange.unreadable import UnreadableError as NotRead

    with opened(asked.programme) as workspace:
        today = workspace.today()
        try:
            arrived = homecoming.look(workspace.programme, workspace.facts, asked.pdf, today)
        except NotRead as error:
            raise Refusal(str(error), 2) from error
        taking = inbox.of(arrived, today)
        for note in arrived.notes:
            say(note, 0)
        if inbox.is_in_already(workspace.programme, taking):
            tell(translate("cli", "This answer to “{title}” is taken in already.", title=arrived.title))
            return 0
        inbox.take_in(workspace, taking)
        for one in taking.answered:
            said = f"{answers.name(one.kind)}. {one.reason}".strip()
            tell(translate("cli", "Ask {n}: {answer}", n=one.ask, answer=said))
        tell(_came(arrived))
    return 0


def _came(arrived: "Arrived") -> str:
    from workshop_app.homecoming import How

    if arrived.how is How.UNTOUCHED:
        return translate("cli", "The answer to “{title}” came in, untouched since it was sent.", title=arrived.title)
    return translate(
        "cli",
        "The answer to “{title}” came in. A reader has saved the file anew; the plan and its pages are the same.",
        title=arrived.title,
    )
