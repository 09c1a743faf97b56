"""A tour's script: steps as data, read from TOML. What a step may say is a dataclass each; nothing else is taken."""

import tomllib
from pathlib import Path
from typing import Literal

import msgspec


class Step(msgspec.Struct, forbid_unknown_fields=True, tag_field="do", kw_only=True):
    """Something that is done. `when` says that it belongs only where ideas come from a table, or from slips."""

    when: Literal["always", "table", "slips"] = "always"


class Click(Step, tag="click"):
    """Click something by its accessible name; `nth` counts from 1 where several have it."""

    on: str
    nth: int = 1


class Write(Step, tag="type"):
    """Type text, into the field of that name if one is given, over what is there, with Enter after it if wanted."""

    text: str
    into: str = ""
    enter: bool = False
    over: bool = False


class Press(Step, tag="press"):
    """Press a key by Qt's name: "Enter", "Space", "Right", "Escape", "Shift+F8"."""

    key: str
    times: int = 1


class Themes(Step, tag="themes"):
    """Make themes, and drag cards there in whose text one of the theme's words stands: at most `most` into each."""

    names: list[str]
    words: list[list[str]]
    most: int = 12


class Lift(Step, tag="lift"):
    """Hold a card over a theme with the mouse until the next step ("the n-th loose card")."""

    card: int
    over: str


class LetGo(Step, tag="let-go"):
    """Let go of what is held."""


class Carry(Step, tag="carry"):
    """Move the first loose card with keys alone: choose it, lift it, carry it up, let go."""


class Menu(Step, tag="menu"):
    """Move the n-th loose card to a theme by "Move to…", with taps alone."""

    card: int
    to: str


class Pick(Step, tag="pick"):
    """Choose an entry of the menu that is open."""

    entry: str


class Back(Step, tag="back"):
    """Count hands for the ideas in the order of the page, from a row on: (students, adults) each."""

    hands: list[tuple[int, int]]
    row: int = 1


class Insist(Step, tag="insist"):
    """Insist on the n-th idea of the page."""

    row: int


class Sign(Step, tag="sign"):
    """One person signs with drawn strokes, or with typed words."""

    name: str
    words: str = ""


class Shot(Step, tag="shot"):
    """Take a picture of the window."""

    name: str


class Ideas(Step, tag="ideas"):
    """Bring ideas in: from the table if one was given, otherwise typed from slips."""

    slips: list[str]


class Scroll(Step, tag="scroll"):
    """Scroll what is under the named thing to its top or bottom with the wheel."""

    at: str
    to: Literal["top", "bottom"]


Any = Click | Write | Press | Themes | Lift | LetGo | Carry | Menu | Pick | Back | Insist | Sign | Shot | Ideas | Scroll


class Script(msgspec.Struct, forbid_unknown_fields=True):
    """A tour: what it is for, and its steps."""

    title: str
    step: list[Any]


def load(path: Path) -> Script:
    """Read a script; msgspec.ValidationError or tomllib.TOMLDecodeError if it is not one."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Script)
