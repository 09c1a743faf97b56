"""A new programme."""

import argparse

from workshop_app.cli.asked import Commands, file
from workshop_app.cli.ground import new_id, now
from workshop_app.terminal import tell
from workshop_app.words import translate


def add(commands: Commands) -> None:
    """The command that makes a programme."""
    new = commands.add_parser("new", help=translate("cli", "make a new programme"))
    new.add_argument("file", type=file, metavar="FILE")
    new.add_argument("--school", required=True, metavar="NAME")
    new.set_defaults(run=_new)


def _new(asked: argparse.Namespace) -> int:
    from workshop_app.domain.programme import About, school_year
    from workshop_app.domain.texts import SHORT, wanted
    from workshop_app.storage.store import Store

    school = wanted(asked.school, translate("cli", "The school's name"), SHORT)
    Store.create(asked.file, About(school, school_year(now().astimezone().date())), uid=new_id()).close()
    tell(translate("cli", "{file} is ready for {school}.", file=asked.file, school=school))
    return 0
