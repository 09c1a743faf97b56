"""A picture of the year, where the board is, with what it can't show beneath it. There is nothing to touch."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from workshop_app.domain.count_chart import CountChart
from workshop_app.ui import pieces
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.count_picture import CountPicture

SIDE, SIZE, BETWEEN = 32, 17, 18  # logical pixels on the smallest screen
LARGER = (1.7, 1.5, 1.3, 1.15, 1.0)  # how much larger than a page's the picture is, where there is room


class ChartSheet(QWidget):
    """It shows what it is told. What is higher than the screen scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self._larger = 1.0
        self._picture = CountPicture()
        self._said = Words("", size=SIZE, colour="soft")
        self._inside = QWidget()
        inner = pieces.column(BETWEEN)
        inner.addWidget(self._picture)
        inner.addWidget(self._said)
        inner.addStretch(1)
        self._inside.setLayout(inner)
        self._column = pieces.column(0)
        self._column.addWidget(pieces.scroller(self._inside))
        self.setLayout(self._column)

    def show_chart(self, chart: CountChart, said: tuple[str, ...]) -> None:
        """Show a picture with what is said beneath it."""
        self._picture.show_chart(chart)
        self._said.set_text(" ".join(said))
        self._fit()

    def enlarge(self, larger: float) -> None:
        """A larger screen has larger type."""
        side = round(SIDE * larger)
        self._column.setContentsMargins(side, round(side * 0.5), side, round(side * 0.5))
        self._said.set_size(SIZE * larger)
        self._larger = larger
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: there is more room or less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The largest picture that there is room for."""
        margins = self._column.contentsMargins()
        width = self.width() - margins.left() - margins.right() - SIDE // 2
        room = self.height() - margins.top() - margins.bottom() - self._said.heightForWidth(width) - 2 * BETWEEN
        for one in LARGER:
            self._picture.enlarge(self._larger * one)
            if self._picture.heightForWidth(width) <= room:
                break
