"""What goes out: the plan, the ideas, the board, and every other paper (printing.py)."""

import argparse
import os
from typing import TYPE_CHECKING

from workshop_app.cli import printing
from workshop_app.cli.asked import Commands, Parser, add_programme, file
from workshop_app.cli.ground import home, opened, qt
from workshop_app.terminal import Refusal, tell
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.domain.plans import Plan
    from workshop_app.domain.programme import Programme


def add(commands: Commands) -> None:
    """The command that writes papers and tables."""
    export = commands.add_parser(
        "export", help=translate("cli", "write the plan, the ideas, the board or another paper")
    )
    names = "|".join(("plan", "large", "plain", "ideas", "board", *printing.NAMES))
    kinds = export.add_subparsers(metavar=names, required=True, parser_class=Parser)
    papers = (("plan", _export_plan, "PDF"), ("large", _export_plan, "PDF"), ("plain", _export_plan, "PDF"))
    for name, run, out in (*papers, ("ideas", _export_ideas, "CSV")):
        kind = kinds.add_parser(name, help=_help(name))
        add_programme(kind)
        kind.add_argument("--out", type=file, required=True, metavar=out)
        kind.set_defaults(run=run)
        if run is _export_plan:
            which = translate("cli", "the plan with this title; else the one that was begun last, of those signed")
            kind.add_argument("--plan", metavar="TITLE", default="", help=which)
        if name in ("large", "plain"):  # as with “plan --as”
            kind.set_defaults(way=name)
        elif name == "plan":
            whom = translate("cli", "for the head with a form, or for everybody in large print or plain words")
            kind.add_argument("--as", dest="way", choices=("head", "large", "plain"), default="head", help=whom)
    board = kinds.add_parser("board", help=_help("board"))
    add_programme(board)
    board.add_argument("--out", type=file, required=True, metavar="PDF|PNG")
    board.add_argument(
        "--as", dest="what", choices=("poster", "cards"), default="poster", help=translate("cli", "what a PDF shows")
    )
    board.set_defaults(run=_export_board)
    printing.add(kinds)


def _help(name: str) -> str:
    return {
        "plan": translate("cli", "the signed plan for the head, with a form to answer"),
        "large": translate("cli", "the plan for everybody in large print"),
        "plain": translate("cli", "the plan for everybody in plain words"),
        "ideas": translate("cli", "the ideas as a table"),
        "board": translate("cli", "the board as a poster or a picture, or its cards to cut out"),
    }[name]


def _export_plan(asked: argparse.Namespace) -> int:
    from workshop_app import outbox
    from workshop_app.cli.telling import shelf
    from workshop_app.papers import Way
    from workshop_app.storage.identity import identity

    with opened(asked.programme) as workspace:
        plan = _plan(workspace.programme, asked.plan)
        bank, own = shelf().whole, identity(home())
        if asked.way == Way.HEAD:
            outbox.send_plan(workspace, plan.id, asked.out, own, bank)
        else:
            programme, today, way = workspace.programme, workspace.today(), Way(asked.way)
            made = outbox.make_plan(programme, plan.id, today, facts=workspace.facts, identity=own, bank=bank, way=way)
            outbox.keep_plan(workspace, plan.id, asked.out, made, way)
        tell(translate("cli", "The plan “{title}” is in {file}.", title=plan.title, file=asked.out))
    return 0


def _plan(programme: "Programme", title: str) -> "Plan":
    """The plan with a title, else of those that are signed (or of all) the one that was begun last."""
    from workshop_app.domain import plans, signing

    standing = plans.plans(programme)
    if not standing:
        raise Refusal(translate("cli", "There is no plan in this programme yet."))
    wanted = " ".join(title.split()).casefold()
    named = [plan for plan in standing if wanted in ("", plan.title.casefold())]
    if not named:
        titles = ", ".join(translate("cli", "“{title}”", title=plan.title) for plan in standing)
        raise Refusal(translate("cli", "There is no plan “{title}”. There are: {titles}.", title=title, titles=titles))
    signed = [plan for plan in named if signing.standing(programme, plan.id).is_signed_off]
    return (signed or named)[-1]


def _export_ideas(asked: argparse.Namespace) -> int:
    from workshop_app import outbox

    with opened(asked.programme) as workspace:
        outbox.send_ideas(workspace, asked.out)
        tell(translate("cli", "The ideas are in {file}.", file=asked.out))
    return 0


def _export_board(asked: argparse.Namespace) -> int:
    from workshop_app import outbox, papers

    with opened(asked.programme) as workspace:
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
    with qt():
        from workshop_app.ui import board_picture

    return board_picture.of(programme)
