"""What is printed besides the plan and the board: for asking, for the wall, for the record, for whoever must answer."""

import argparse
from typing import TYPE_CHECKING

from workshop_app.cli.asked import Commands, add_programme, file
from workshop_app.cli.ground import opened
from workshop_app.terminal import Refusal, tell
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.domain.programme import Programme
    from workshop_app.papers.asking import Picked

NAMES = ("record", "poster", "promise", "letter", "answers", "prompts", "slips")
_WHAT = {"poster": "you-said"}  # where the word that is typed is not the paper's own


def add(kinds: Commands) -> None:
    """A kind of export for each paper."""
    for name in NAMES:
        kind = kinds.add_parser(name, help=_help(name))
        add_programme(kind)
        kind.add_argument("--out", type=file, required=True, metavar="PDF")
        if name in ("record", "prompts", "slips"):
            kind.add_argument("--session", type=int, metavar="N", help=translate("cli", "of this session"))
        if name in ("prompts", "slips"):
            aspects = translate("cli", "of this aspect of school life; may be said several times")
            kind.add_argument("--aspect", action="append", default=[], metavar="ID", help=aspects)
        if name in ("poster", "answers"):
            kind.add_argument("--size", choices=("A4", "A3"), default="A3")
        kind.set_defaults(run=_export, what=_WHAT.get(name, name))
        if name == "prompts":
            kind.add_argument("--each", type=int, choices=(1, 4), default=1, help=translate("cli", "so many on a page"))
        if name == "slips":
            kind.add_argument("--drawing", action="store_true", help=translate("cli", "with room to draw"))
        if name == "letter":
            due = translate("cli", "which of those that wait, from 1, the one that is due first")
            kind.add_argument("--number", type=int, default=1, metavar="N", help=due)


def _help(name: str) -> str:
    return {
        "record": translate("cli", "a session: what was asked, said and chosen"),
        "poster": translate("cli", "you said, we did, why not: for the classroom wall"),
        "promise": translate("cli", "what the school promises first, to be signed"),
        "letter": translate("cli", "to whoever must answer what enough of the group back"),
        "answers": translate("cli", "the five answers, for the wall"),
        "prompts": translate("cli", "questions to hang up or lay on tables"),
        "slips": translate("cli", "slips to write on"),
    }[name]


def _export(asked: argparse.Namespace) -> int:
    from workshop_app import outbox
    from workshop_app.documents.sizes import Size
    from workshop_app.papers.catalogue import Paper, Wish, make

    with opened(asked.programme) as workspace:
        paper, programme = Paper(asked.what), workspace.programme
        picked = _picked(getattr(asked, "aspect", []))
        wish = Wish(
            session_id=_session(programme, asked, needed=paper is Paper.RECORD) if not picked else "",
            picked=picked,
            each=getattr(asked, "each", 1),
            drawing=getattr(asked, "drawing", False),
            trigger_id=_trigger(programme, asked.number) if paper is Paper.LETTER else "",
            size=Size(getattr(asked, "size", "A4")),
        )
        outbox.send_paper(workspace, asked.out, paper, make(paper, programme, workspace.today(), wish))
        tell(translate("cli", "It is in {file}.", file=asked.out))
    return 0


def _session(programme: "Programme", asked: argparse.Namespace, *, needed: bool) -> str:
    """The session with the number that was typed, else the last one; "" where there is none and none is needed."""
    from workshop_app.domain.sessions import in_order

    if not hasattr(asked, "session"):
        return ""
    found = [one for one in in_order(programme) if asked.session in (None, one.number)]
    if asked.session is not None and not found:
        raise Refusal(translate("cli", "There is no session {n} in this programme.", n=asked.session))
    if needed and not found:
        raise Refusal(translate("cli", "There is no session in this programme yet."))
    return found[-1].id if found else ""


def _picked(aspect_ids: list[str]) -> "Picked":
    """Every prompt of these aspects, from the bank of this laptop."""
    if not aspect_ids:
        return ()
    from workshop_app.cli.telling import shelf

    bank = shelf().bank
    try:
        return [(aspect, prompt) for key in aspect_ids for aspect in (bank.aspect(key),) for prompt in aspect.prompts]
    except KeyError as error:
        raise Refusal(translate("cli", "There is no aspect {id} in the bank.", id=error.args[0])) from error


def _trigger(programme: "Programme", number: int) -> str:
    from workshop_app.domain import triggers

    waiting = triggers.waiting(programme)
    if not waiting:
        raise Refusal(translate("cli", "Nothing waits for an answer that the group asked for."))
    if not 1 <= number <= len(waiting):
        raise Refusal(translate("cli", "{n} of them wait. Type a number from 1.", n=len(waiting)))
    return waiting[number - 1].id
