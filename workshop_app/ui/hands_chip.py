"""In whose hands an action is, as a small pill: words first, and a ground that is never the only sign."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_app.domain.plans import Hands
from workshop_app.ui import theme
from workshop_app.ui.plan_lines import hands_name

_SIZE, _SIDE, _HIGH = 14, 12, 28
_FAMILY = {Hands.OURS: "voice", Hands.WITH_ADULT: "people", Hands.DECISION: "learning"}


class HandsChip(QWidget):
    """As wide as its words."""

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self.setAccessibleName(hands_name(hands))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Qt: room for the words."""
        wide = QFontMetricsF(theme.font(_SIZE)).horizontalAdvance(hands_name(self._hands))
        return QSize(round(wide) + 2 * _SIDE + 2, theme.tall(_HIGH, _SIZE))

    def minimumSizeHint(self) -> QSize:
        """Qt: never less."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the pill."""
        t = theme.tokens()
        tint = t.families[_FAMILY[self._hands]]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(tint.edge if t.line == t.ink else tint.ground), 1))
        painter.setBrush(QColor(tint.ground))
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
        painter.setPen(QColor(t.ink))
        painter.setFont(theme.font(_SIZE))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, hands_name(self._hands))
        painter.end()
