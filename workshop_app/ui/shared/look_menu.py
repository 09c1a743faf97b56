"""The ways in which the app can be coloured, as a menu."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from workshop_app.ui.theme import Look
from workshop_app.words import translate


def offer(beside: QWidget, now: Look, then: Callable[[str], object], *, above: bool = False) -> None:
    """Open it below a button (or above it), its right edge where the button's is."""
    menu = QMenu(beside)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(beside.accessibleName())
    for look, text in (
        (Look.SYSTEM, translate("bar", "As the laptop")),
        (Look.LIGHT, translate("bar", "Light")),
        (Look.DARK, translate("bar", "Dark")),
        (Look.CONTRAST, translate("bar", "Contrast")),
    ):
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(look is now)
        action.triggered.connect(lambda _=False, key=look.value: then(key))
    size = menu.sizeHint()
    corner = beside.mapToGlobal(QPoint(beside.width(), 0 if above else beside.height()))
    menu.popup(corner - QPoint(size.width(), size.height() if above else 0))
