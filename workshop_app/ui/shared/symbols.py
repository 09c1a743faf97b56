"""Our line drawings, `assets/symbols/*.svg`: one for each aspect of school life and each phase of a session."""

from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from workshop_app.assets import symbol
from workshop_app.ui import theme

Tone = Literal["accent", "ink", "soft"]


def paint(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw a symbol in one colour, see-through as that colour is, in the middle of `box` and as large as fits."""
    painter.save()
    painter.setOpacity(painter.opacity() * colour.alphaF())
    _drawing(name, colour.name()).render(painter, box)
    painter.restore()


class Symbol(QWidget):
    """A symbol of `size` logical pixels, in the theme's colour. Decoration, unless `said` names what it tells."""

    def __init__(self, name: str, size: int = 44, tone: Tone = "accent", *, said: str = "") -> None:
        super().__init__()
        self._name, self._tone = name, tone
        self.setFixedSize(size, size)
        self.setAccessibleName(said)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_symbol(self, name: str, *, said: str = "") -> None:
        """Show another symbol in the same place."""
        self._name = name
        self.setAccessibleName(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the symbol."""
        t = theme.tokens()
        colour = {"accent": t.accent, "ink": t.ink, "soft": t.soft}[self._tone]
        painter = QPainter(self)
        paint(painter, self._name, QRectF(self.rect()), QColor(colour))
        painter.end()


@lru_cache(maxsize=256)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    drawn = symbol(name).read_text("utf-8").replace("currentColor", colour)
    made = QSvgRenderer(QByteArray(drawn.encode()))
    made.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return made
