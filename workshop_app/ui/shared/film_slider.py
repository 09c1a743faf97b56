"""A slider for a film: a large handle that a finger finds, and the place that is touched is the place it goes to."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSlider

from workshop_app.ui import theme
from workshop_app.words import translate

HANDLE = 34  # logical pixels across; the slider around it is as high as a finger needs


class FilmSlider(QSlider):
    """From 0 to `places`. Arrows go on by one, Page keys by an eighth, Home and End to its ends."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleName(translate("replay", "Place in the film"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(theme.TARGET + 4)
        self.setMinimumWidth(160)
        t = theme.tokens()
        half = HANDLE // 2
        self.setStyleSheet(f"""
            QSlider::groove:horizontal {{ height: 8px; border-radius: 4px; background: {t.line}; }}
            QSlider::sub-page:horizontal {{ height: 8px; border-radius: 4px; background: {t.accent}; }}
            QSlider::handle:horizontal {{ width: {HANDLE - 4}px; height: {HANDLE - 4}px; margin: -{half - 4}px 0;
                border-radius: {half}px; background: {t.raised}; border: 2px solid {t.accent}; }}
            QSlider::handle:horizontal:focus {{ background: {t.accent_soft}; border: 4px solid {t.accent};
                width: {HANDLE - 8}px; height: {HANDLE - 8}px; }}
        """)

    def show_places(self, places: int) -> None:
        """Have so many places after the beginning."""
        self.setRange(0, places)
        self.setSingleStep(1)
        self.setPageStep(max(1, places // 8))

    def say_place(self, words: str) -> None:
        """The place in words, for assistive technology."""
        self.setAccessibleDescription(words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: go where it is touched."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position().x())
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: follow the hand."""
        if self.isSliderDown():
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: the hand is gone."""
        self.setSliderDown(False)

    def _go_to(self, x: float) -> None:
        share = (x - HANDLE / 2) / max(1, self.width() - HANDLE)
        self.setValue(round(min(1.0, max(0.0, share)) * self.maximum()))
