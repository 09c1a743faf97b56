"""How the app looks on this laptop, as a menu: its colours, how large its words are, and whether things move.

What is chosen goes out as a key: a value of Look, a text size in per cent, or MOTION, which turns over.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from workshop_app.ui import theme
from workshop_app.ui.theme import TEXT_SIZES, Look
from workshop_app.words import translate

MOTION = "motion"


def colours() -> tuple[tuple[str, str], ...]:
    """The looks by their value, with what they are called."""
    return (
        (Look.SYSTEM.value, translate("bar", "As the laptop")),
        (Look.LIGHT.value, translate("bar", "Light")),
        (Look.DARK.value, translate("bar", "Dark")),
        (Look.CONTRAST.value, translate("bar", "Contrast")),
    )


def text_sizes() -> tuple[tuple[str, str], ...]:
    """The text sizes in per cent, with what they are called."""
    return tuple((str(size), translate("look", "{n} %", n=size)) for size in TEXT_SIZES)


def less_motion() -> str:
    """What the choice of having things stand still is called."""
    return translate("look", "Less motion")


def offer(beside: QWidget, now: Look, then: Callable[[str], object], *, above: bool = False) -> None:
    """Open it below a button (or above it), its right edge where the button's is."""
    menu = QMenu(beside)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(beside.accessibleName())
    for key, words in colours():
        _add(menu, words, key, then, on=key == now.value)
    menu.addSeparator()
    menu.addAction(translate("look", "Text size")).setEnabled(False)
    for key, words in text_sizes():
        _add(menu, words, key, then, on=key == str(theme.text_size()))
    menu.addSeparator()
    motion = _add(menu, less_motion(), MOTION, then, on=theme.still())
    motion.setEnabled(not theme.system_is_still())  # then the laptop itself asks for it
    size = menu.sizeHint()
    corner = beside.mapToGlobal(QPoint(beside.width(), 0 if above else beside.height()))
    menu.popup(corner - QPoint(size.width(), size.height() if above else 0))


def _add(menu: QMenu, words: str, key: str, then: Callable[[str], object], *, on: bool) -> QAction:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(lambda _=False: then(key))
    return action
