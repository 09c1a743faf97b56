"""What opens windows: the app itself, and the rehearsal."""

import argparse
import os
import sys

from workshop_app.cli.asked import Commands, file, folder
from workshop_app.cli.ground import contents, home, new_id, now, qt
from workshop_app.terminal import Refusal, tell
from workshop_app.words import translate

_SIZES = (1, 7680)  # of the rehearsal's window, a side: pictures of larger ones do not fit into memory


def add(commands: Commands) -> None:
    """The rehearsal."""
    rehearse = commands.add_parser(
        "rehearse", help=translate("cli", "lead a whole workshop through the real windows, with pictures")
    )
    rehearse.add_argument("--out", type=folder, required=True, metavar="DIR")
    rehearse.add_argument("--ideas", type=file, metavar="CSV", help=translate("cli", "ideas to bring in"))
    rehearse.add_argument("--size", default="1366x768", metavar="WxH", help=translate("cli", "the window's size"))
    rehearse.add_argument("--look", choices=("light", "dark", "contrast"), default="light")
    rehearse.set_defaults(run=_rehearse)


def open_app(asked: argparse.Namespace) -> int:
    """Open the app, with a programme if one was named."""
    shown_on = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(map(os.environ.get, shown_on)):  # Qt would abort
        raise Refusal(
            translate("cli", "There is no display to show the app on. “workshop-app rehearse --out DIR” needs none."), 2
        )
    with qt():
        from workshop_app.ui import app

    return app.run(home(), asked.programme, now, new_id)


def _rehearse(asked: argparse.Namespace) -> int:
    from workshop_app.cli.coming_in import arrival

    size = _size(asked.size)
    if asked.ideas is not None:
        arrival(contents(asked.ideas))  # or it would be found out half-way through
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with qt():
        from workshop_app.ui.tour.rehearsal import RehearsalError, rehearse

    try:
        plan = rehearse(asked.out, asked.ideas, size=size, look=asked.look, new_id=new_id)
    except RehearsalError as error:
        raise Refusal(str(error)) from error
    except OSError as error:
        raise Refusal(translate("cli", "The folder {name} can't be used.", name=asked.out)) from error
    tell(translate("cli", "The plan is in {plan}, the pictures are in {folder}.", plan=plan, folder=asked.out))
    return 0


def _size(text: str) -> tuple[int, int]:
    least, most = _SIZES
    try:
        width, height = (int(part) for part in text.lower().split("x"))
    except ValueError as error:
        raise Refusal(translate("cli", "A size looks like 1366x768."), 2) from error
    if not (least <= width <= most and least <= height <= most):
        raise Refusal(
            translate("cli", "A window is from {least} to {most} pixels wide and high.", least=least, most=most), 2
        )
    return width, height
