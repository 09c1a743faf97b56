"""Packs as other schools make them, for every test that reads one, and files that only look like packs."""

import io
import struct
import warnings
import zipfile
from collections.abc import Sequence
from datetime import date

from workshop_app.domain.answers import Kind
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Hands
from workshop_app.domain.progress import How
from workshop_app.exchange import pack_file, share_pack
from workshop_app.exchange.share_pack import (
    Outcome,
    PackAction,
    PackIdea,
    PackPlan,
    PackPrompt,
    PackReply,
    People,
    SharePack,
)

Member = tuple[str, bytes]


def plan(title: str = "Ask us halfway", *, number: int = 1, how: How | None = How.DONE) -> PackPlan:
    """A plan of one idea and two actions, one of which was answered."""
    return PackPlan(
        hash=f"{number:064x}",
        version=1,
        title=title,
        change="Each lesson stops halfway, and we say what is not clear.",
        how_we_know="We count the slips.",
        why="We are lost and nobody sees it.",
        students_know="It is too late at the end.",
        staff_know="Ten minutes are needed for the start.",
        help_we_have="",
        objection="",
        first_step="Try it in science.",
        came_from="",
        signed=People(student=3, staff=1),
        actions=(
            PackAction(
                what="A student asks at half past",
                hands=Hands.OURS,
                owners=People(student=2),
                asked_of="",
                by=date(2026, 12, 4),
                done_looks="Every lesson has its minute",
                help=("A timer",),
                became=Outcome(how, "It works in science" if how else ""),
            ),
            PackAction(
                what="Put it in the lesson policy",
                hands=Hands.DECISION,
                owners=People(),
                asked_of="The head",
                by=None,
                done_looks="",
                help=(),
                became=Outcome(),
            ),
        ),
        ideas=(
            PackIdea(
                text="Ask us halfway",
                translation="",
                drawn=False,
                role=Role.STUDENT,
                students_back=7,
                adults_back=1,
                aspect_id="teaching",
                aspect="How we are taught",
                family="learning",
            ),
        ),
        objections=(),
        answers=(),
        replies=(PackReply(1, 1, Kind.WITH_CHANGES, "In science first", "", "A trial", "after half-term", Outcome()),),
        not_open=(),
        says=(),
    )


def prompt(**other: object) -> PackPrompt:
    """A prompt of the school's own, on an aspect that is built in."""
    filled = {
        "id": "hillside-when-lost",
        "built_in": False,
        "aspect_id": "teaching",
        "aspect": "How we are taught",
        "short": "Teaching",
        "family": "learning",
        "kind": "opener",
        "text": "When are you lost in a lesson?",
        "plain": "When are you lost?",
        "follow_ups": ("Who sees it?",),
        "minutes": 6,
        "asked": 2,
        "ideas": 9,
        "forward": 1,
    }
    return PackPrompt(**{**filled, **other})  # type: ignore[arg-type]


def pack(
    school: str = "Hillside School",
    *,
    plans: Sequence[PackPlan] | None = None,
    prompts: Sequence[PackPrompt] | None = None,
    **other: object,
) -> SharePack:
    """A pack with a plan, a prompt and a question."""
    filled = {
        "format": share_pack.FORMAT,
        "pack": f"pack-of-{school.split(maxsplit=1)[0].lower()}",
        "school": school,
        "year": "2026–27",
        "practice": False,
        "title": "What worked for us",
        "question": "Who listens at your school?",
        "answers": "",
        "answer": "",
        "plans": tuple([plan()] if plans is None else plans),
        "prompts": tuple([prompt()] if prompts is None else prompts),
    }
    return SharePack(**{**filled, **other})  # type: ignore[arg-type]


def file(made: SharePack | None = None, approved: int = 2, of: int = 3) -> bytes:
    """The bytes of a pack's file."""
    return pack_file.write(share_pack.write(made or pack()), approved, of)


def zipped(*members: Member, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of any members, by Python's own library."""
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w", method) as archive:
        warnings.simplefilter("ignore")  # it warns of a name that is there twice
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, method)
    return made.getvalue()


def patched(data: bytes, field: str, value: int) -> bytes:
    """The same file with another number in the first entry of its directory and in that member's own header."""
    at = data.index(b"PK\x01\x02")
    places = {  # in the entry, in the header, and how it is packed
        "flags": (8, 6, "<H"),
        "method": (10, 8, "<H"),
        "crc": (16, 14, "<L"),
        "packed": (20, 18, "<L"),
        "size": (24, 22, "<L"),
        "outer": (38, None, "<L"),
        "offset": (42, None, "<L"),
    }
    entry, header, layout = places[field]
    made = bytearray(data)
    struct.pack_into(layout, made, at + entry, value)
    if header is not None:
        struct.pack_into(layout, made, header, value)
    return bytes(made)
