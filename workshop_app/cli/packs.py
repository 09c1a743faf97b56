"""Packs between schools: written, opened, and put side by side."""

import argparse
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

from workshop_app.cli.asked import Commands, Parser, add_programme, file
from workshop_app.cli.ground import home, opened
from workshop_app.terminal import Refusal, tell, write
from workshop_app.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workshop_app.exchange.pack_file import PackFile
    from workshop_app.exchange.pack_picture import Picture
    from workshop_app.exchange.pack_words import Passage


def add(commands: Commands) -> None:
    """The command for packs."""
    pack = commands.add_parser("pack", help=translate("cli", "packs between schools: make, open or compare them"))
    kinds = pack.add_subparsers(metavar="make|open|compare", required=True, parser_class=Parser)
    make = kinds.add_parser("make", help=translate("cli", "write the pack that students approved last"))
    add_programme(make)
    make.add_argument("--out", type=file, required=True, metavar="PACK")
    make.set_defaults(run=_make)
    open_it = kinds.add_parser("open", help=translate("cli", "read another school's pack, and keep it on this laptop"))
    open_it.add_argument("pack", type=file, metavar="PACK")
    open_it.add_argument("--programme", type=file, metavar="FILE", help=translate("cli", "put on record that it came"))
    open_it.set_defaults(run=_open)
    compare = kinds.add_parser("compare", help=translate("cli", "count several schools' packs side by side"))
    compare.add_argument("packs", type=file, metavar="PACK", nargs="+")
    compare.set_defaults(run=_compare)


def _make(asked: argparse.Namespace) -> int:
    from workshop_app import outbox
    from workshop_app.domain import sharing

    with opened(asked.programme) as workspace:
        own = sharing.sharings(workspace.programme)
        if not own:
            raise Refusal(translate("cli", "There is no pack in this programme yet. Students make one in the app."))
        ready = [one for one in own if not sharing.missing(workspace.programme, one)]
        chosen = (ready or own)[-1]
        outbox.send_pack(workspace, chosen.id, asked.out)
        tell(translate("cli", "The pack “{title}” is in {file}.", title=chosen.title, file=asked.out))
    return 0


def _open(asked: argparse.Namespace) -> int:
    from workshop_app import packs_in
    from workshop_app.exchange.unreadable import UnreadableError
    from workshop_app.pack_shelf import PackShelf
    from workshop_app.storage.library import Library
    from workshop_app.storage.pack_library import PackLibrary

    shelf = PackShelf(PackLibrary(Library(home())))
    with opened(asked.programme) if asked.programme else nullcontext() as workspace:
        try:
            kept = packs_in.open_pack(shelf, asked.pack, workspace)
        except UnreadableError as error:
            raise Refusal(str(error), 2) from error
    write("\n".join(_told(kept.file)), sys.stdout)
    return 0


def _told(found: "PackFile") -> "Iterator[str]":
    from workshop_app import packs_in
    from workshop_app.exchange import pack_words
    from workshop_app.facilitation import prompts

    bank = prompts.load()
    yield found.pack.title
    yield from pack_words.source(found)
    for plan in found.pack.plans:
        yield f"\n{plan.title}"
        for one in pack_words.of_plan(plan):
            yield from _passage(one)
    if found.pack.prompts:
        yield "\n" + translate("cli", "Prompts")
    for prompt in found.pack.prompts:
        known = packs_in.is_known(bank, prompt)
        yield from _passage(pack_words.of_prompt(prompt, known.text if known else prompt.text))
    if found.pack.answer:
        yield "\n" + translate("cli", "They answer: {answer}", answer=found.pack.answer)
    if found.pack.question:
        yield "\n" + translate("cli", "They ask: {question}", question=found.pack.question)


def _passage(one: "Passage") -> "Iterator[str]":
    if one.label:
        yield f"  {one.label}"
    for line in (*one.text.splitlines(), *(f"  {soft}" for soft in one.soft.splitlines())):
        yield f"    {line}"


def _compare(asked: argparse.Namespace) -> int:
    from workshop_app.exchange import pack_file
    from workshop_app.exchange.pack_picture import picture
    from workshop_app.exchange.unreadable import UnreadableError

    found = []
    for path in asked.packs:
        try:
            found.append(pack_file.contents(path).pack)
        except UnreadableError as error:
            raise Refusal(f"{path.name}: {error}", 2) from error
    write("\n".join(_table(picture(found))), sys.stdout)
    return 0


def _table(made: "Picture") -> "Iterator[str]":
    for number, school in enumerate(made.schools, start=1):
        plans = translate("cli", "1 plan") if school.plans == 1 else translate("cli", "{n} plans", n=school.plans)
        yield f"({number}) {school.name} · {school.year} · {plans}"
    widest = max((len(row.words) for table in made.tables for row in table.rows), default=0)
    for table in made.tables:
        heads = "".join(f"{f'({n})':>6}" for n in range(1, len(made.schools) + 1))
        all_head = translate("cli", "all")
        yield f"\n{table.heading:<{widest}}{heads}{all_head:>6}"
        for row in table.rows:
            yield f"{row.words:<{widest}}" + "".join(f"{n:>6}" for n in (*row.counts, row.total))
    yield "\n" + translate("cli", "What this can't say")
    yield from made.cannot
