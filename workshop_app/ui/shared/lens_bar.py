"""The lenses as a row of tabs below a board: who presses one changes it for every board."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from workshop_app.domain import lenses
from workshop_app.domain.lenses import Lens
from workshop_app.ui import pieces
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.shared.touch_button import TouchButton


class LensBar(QWidget):
    """A tab for each lens; the one that is on is marked, whoever put it on. `for_hands` are as high as a finger."""

    def __init__(self, view: BoardView, *, for_hands: bool = False) -> None:
        super().__init__()
        self._view = view
        self._tabs = QButtonGroup(self)
        self._tabs.setExclusive(True)
        self._by_lens: dict[Lens, QPushButton] = {}
        line = QHBoxLayout() if for_hands else pieces.row()  # at the foot it is folded where it has no room
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for lens in Lens:
            tab = (
                TouchButton(lenses.name(lens), kind="tab")
                if for_hands
                else pieces.button(lenses.name(lens), kind="tab")
            )
            tab.setCheckable(True)
            tab.clicked.connect(lambda _checked=False, lens=lens: self._want(lens))
            self._tabs.addButton(tab)
            self._by_lens[lens] = tab
            line.addWidget(tab)
        self.setLayout(line)
        view.looked.connect(self._show)
        view.lock.turned.connect(self._lock)
        self._lock(view.lock.on)
        self._show()

    def _want(self, lens: Lens) -> None:
        self._view.lens_wanted.emit(lens)
        self._show()  # a lens that could not be had is not marked

    def _lock(self, on: bool) -> None:
        self.setEnabled(not on)

    def _show(self) -> None:
        self._by_lens[self._view.lens].setChecked(True)
