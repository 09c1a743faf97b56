"""Where the files under `assets/` are: in the source tree, inside a wheel, or inside a frozen app."""

import re
import sys
from functools import cache
from pathlib import Path

NO_SYMBOL = "circle-dots"  # for a symbol that somebody else's prompts name and we have not drawn

_SYMBOL = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@cache
def root() -> Path:
    """The folder that holds fonts, prompts, tours and samples."""
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen) / "assets"] if frozen else []
    places += [here / "_assets", here.parent / "assets"]
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError("The app's own files (assets) are missing. Install it again.")


def find(asset: str) -> Path:
    """The path of one asset, such as `find("fonts/Andika-Regular.ttf")`; FileNotFoundError if it is not shipped."""
    path = root() / asset
    if not path.exists():
        raise FileNotFoundError(f"The app's own file {asset} is missing. Install it again.")
    return path


def symbol(name: str) -> Path:
    """The line drawing of this name, an SVG of 48 by 48; three dots in a circle where there is none."""
    if _SYMBOL.fullmatch(name):  # a name from a pack never reaches outside the folder
        try:
            return find(f"symbols/{name}.svg")
        except FileNotFoundError:
            pass
    return find(f"symbols/{NO_SYMBOL}.svg")
