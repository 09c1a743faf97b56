"""A pack that leaves the laptop comes in elsewhere just as it was."""

import tomllib
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import often
from workshop_app.facilitation import prompts
from workshop_app.facilitation.bank import KINDS, Aspect, Prompt
from workshop_app.facilitation.pack_in import LONGEST_NAME, LONGEST_NOTE, LONGEST_TEXT, read
from workshop_app.facilitation.pack_out import write
from workshop_app.facilitation.packs import Pack

bank = cache(prompts.load)
NASTY = (
    '"',
    "'",
    '"""',
    "\\",
    "\n",
    "\r\n",
    "\t",
    "😀",
    "👩‍🏫",
    "שלום",
    "مدرسة",
    "\u202e",
    "\u2028",
    "\x00",
    "\x7f",
    "]]",
    "#",
)


def words(longest: int) -> st.SearchStrategy[str]:
    """Any text, often with what could break a file in it, as reading leaves it: without space around it."""
    parts = st.lists(st.sampled_from(NASTY) | st.text(max_size=12), min_size=1, max_size=8).map("".join)
    return parts.map(lambda text: text[:longest].strip()).filter(bool)


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    """Any pack that can be made in the app or read from a file."""
    idents = st.from_regex(r"own(-[a-z0-9]{1,6}){1,2}", fullmatch=True)
    ids = iter(draw(st.lists(idents, min_size=9, max_size=9, unique=True)))

    def prompt(aspect_id: str) -> Prompt:
        text = draw(words(LONGEST_TEXT))
        return Prompt(
            id=next(ids),
            aspect_id=aspect_id,
            kind=draw(st.sampled_from(KINDS)),
            text=text,
            plain=draw(st.just(text) | words(LONGEST_TEXT)),
            follow_ups=tuple(draw(st.lists(words(LONGEST_TEXT), max_size=2))),
            note=draw(st.just("") | words(LONGEST_NOTE)),
            minutes=draw(st.integers(1, 60)),
        )

    def aspect() -> Aspect:
        own = next(ids)
        return Aspect(
            id=own,
            family=draw(st.sampled_from([family.id for family in bank().families])),
            name=draw(words(LONGEST_NAME)),
            short=draw(words(12)),
            symbol=draw(st.sampled_from(["own", "spade"])),
            familiar=draw(st.booleans()),
            frameworks=draw(st.sampled_from([{}, {"lundy": ("voice", "space")}, {"lundy": ()}])),
            prompts=tuple(prompt(own) for _ in range(draw(st.integers(1, 2)))),
        )

    return Pack(
        id=next(ids),
        name=draw(words(LONGEST_NAME)),
        aspects=tuple(aspect() for _ in range(draw(st.integers(0, 2)))),
        prompts=tuple(prompt(draw(st.sampled_from(["teaching", "food"]))) for _ in range(draw(st.integers(0, 2)))),
    )


@often
@given(packs())
def test_what_is_written_is_read_as_it_was(pack: Pack) -> None:
    text = write(pack)
    assert read(text.encode().decode(), "own.toml", bank()) == pack
    tomllib.loads(text)


def test_what_reading_fills_in_is_left_out() -> None:
    bare = Prompt("own-a", "teaching", "opener", "What helps?", "What helps?", (), "", 5)
    assert write(Pack("own", "Ours", (), (bare,))).splitlines() == [
        "[pack]",
        'id = "own"',
        'name = "Ours"',
        "",
        "[[prompt]]",
        'aspect = "teaching"',
        'id = "own-a"',
        'kind = "opener"',
        'text = "What helps?"',
        "minutes = 5",
    ]


def test_every_built_in_prompt_could_stand_in_a_pack() -> None:
    found = tuple(one for aspect in bank().aspects for one in aspect.prompts)
    pack = Pack("own", "Ours", (), tuple(Prompt(f"own-{one.id}", *_rest(one)) for one in found))
    assert read(write(pack), "own.toml", bank()) == pack


def _rest(one: Prompt) -> tuple[str, str, str, str, tuple[str, ...], str, int]:
    return one.aspect_id, one.kind, one.text, one.plain, one.follow_ups, one.note, one.minutes
