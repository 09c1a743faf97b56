"""Whose voice was heard so far in a session: students' and adults' ideas as one bar. A cue, never a ranking."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_app.domain.people import Role
from workshop_app.ui import theme
from workshop_app.words import translate


class VoiceBar(QWidget):
    """Students plain, adults hatched, with the counts in words."""

    def __init__(self) -> None:
        super().__init__()
        self._by_role: Mapping[Role, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_voice(self, by_role: Mapping[Role, int]) -> None:
        """Show how many ideas came from each role."""
        self._by_role = dict(by_role)
        self.setVisible(sum(by_role.values()) > 0)
        self.setAccessibleName(self._words())
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: a line of words and a bar."""
        return QSize(300, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the bar."""
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(15))
        painter.setPen(QColor(t.soft))
        painter.drawText(
            QRectF(0, 0, self.width(), 22), Qt.AlignmentFlag.AlignVCenter, translate("voice", "Voice so far")
        )
        bar = QRectF(0, 24, self.width(), 11)
        clip = QPainterPath()
        clip.addRoundedRect(bar, 5.5, 5.5)
        painter.setClipPath(clip)
        painter.fillRect(bar, QColor(t.line))
        painter.fillRect(bar, QBrush(QColor(t.soft), Qt.BrushStyle.BDiagPattern))
        share = self._by_role.get(Role.STUDENT, 0) / max(1, sum(self._by_role.values()))
        painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), QColor(t.accent))
        painter.setClipping(False)
        painter.drawText(QRectF(0, 35, self.width(), 21), Qt.AlignmentFlag.AlignVCenter, self._words())
        painter.end()

    def _words(self) -> str:
        said = {
            Role.STUDENT: translate("voice", "students {n}", n=self._by_role.get(Role.STUDENT, 0)),
            Role.STAFF: translate("voice", "staff {n}", n=self._by_role.get(Role.STAFF, 0)),
            Role.FAMILY: translate("voice", "families {n}", n=self._by_role.get(Role.FAMILY, 0)),
            Role.COMMUNITY: translate("voice", "community {n}", n=self._by_role.get(Role.COMMUNITY, 0)),
        }
        heard = (role for role in said if self._by_role.get(role) or role in (Role.STUDENT, Role.STAFF))
        return " · ".join(said[role] for role in heard)
