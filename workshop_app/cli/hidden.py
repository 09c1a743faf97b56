"""Commands that no help lists: with them the app starts itself again, to look at what came from elsewhere."""

import argparse

from workshop_app.cli.asked import Commands


def add(commands: Commands) -> None:
    """The command that reads a returned PDF from standard input."""
    read = commands.add_parser("_read-reply")
    read.add_argument("--size", type=int, default=0)
    read.set_defaults(run=_read_reply)


def _read_reply(asked: argparse.Namespace) -> int:
    from workshop_app.exchange import apart

    apart.confine(apart.READING)  # before anything is loaded that looks into files
    from workshop_app.exchange import reply_child

    return reply_child.main(asked.size)
