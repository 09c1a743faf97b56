"""Whose voice was heard so far in a session: students' and adults' ideas as one bar. A cue, never a ranking."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_app.ui import theme
from workshop_app.words import translate


class VoiceBar(QWidget):
    """Students plain, adults hatched, with the counts in words."""

    def __init__(self) -> None:
        super().__init__()
        self._students = self._adults = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_voice(self, students: int, adults: int) -> None:
        """Show how many ideas came from students and from adults."""
        self._students, self._adults = students, adults
        self.setVisible(students + adults > 0)
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
        share = self._students / max(1, self._students + self._adults)
        painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), QColor(t.accent))
        painter.setClipping(False)
        painter.drawText(QRectF(0, 35, self.width(), 21), Qt.AlignmentFlag.AlignVCenter, self._words())
        painter.end()

    def _words(self) -> str:
        return translate("voice", "students {students} · adults {adults}", students=self._students, adults=self._adults)
