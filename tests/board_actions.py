"""The table of all actions on the board, read from its one source, and as a page to read.

python -m tests.board_actions      writes docs/board-actions.md anew
"""

import tomllib
from pathlib import Path

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE = DOCS / "board-actions.md"
WAYS = ("mouse", "touch", "keyboard", "menu")


def rows() -> list[dict[str, str]]:
    """Every action: `id`, what it `does`, and its four ways in words."""
    return tomllib.loads((DOCS / "board-actions.toml").read_text(encoding="utf-8"))["action"]


def page() -> str:
    """The table in Markdown."""
    lines = [
        "# What can be done on the board",
        "",
        "Made from [board-actions.toml](board-actions.toml) by `python -m tests.board_actions`.",
        "",
        "The way “menu” is that of who only taps: a menu, or where a button is there already, that button.",
        "Shift+M opens the board's menu, and so do a right-click and a long press on the empty board.",
        "What only the leader can do is marked; it is not on the shared screen.",
        "",
        "| action | mouse | touch | keyboard | menu |",
        "|---|---|---|---|---|",
    ]
    for row in rows():
        cells = [row["does"], *(row[way] for way in WAYS)]
        lines.append(f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
