"""One of several for many hands: buttons side by side, each large enough for a finger."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from workshop_app.ui.flow import Flow
from workshop_app.ui.shared.touch_button import TouchButton


class TouchChoice(QWidget):
    """`chosen` gets the key of the button that was pressed; by hand the keyboard stays where it is."""

    def __init__(
        self,
        options: Iterable[tuple[str, str]],
        chosen: Callable[[str], object] | None = None,
        *,
        name: str,
        kind: str = "",
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._chosen, self._kind = chosen, kind
        self._larger = 1.0
        self._flow = Flow(8)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, TouchButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.offer(options)

    def offer(self, options: Iterable[tuple[str, str]]) -> None:
        """Have these (key, words) to choose from, the first of them chosen."""
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = {}
        for key, words in options:
            button = TouchButton(words, lambda key=key: self._pressed(key), kind=self._kind)  # type: ignore[misc]
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.enlarge(self._larger)
            self._group.addButton(button)
            self._flow.addWidget(button)
            self._buttons[key] = button
            button.show()
        if self._buttons:
            self.choose(next(iter(self._buttons)))
        self.updateGeometry()

    @property
    def key(self) -> str:
        """The key of the button that is on."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Put a button on without calling anybody."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def enlarge(self, larger: float) -> None:
        """Be larger by this factor than on the smallest screen."""
        self._larger = larger
        for button in self._buttons.values():
            button.enlarge(larger)
        self._flow.invalidate()
        self.updateGeometry()

    def _pressed(self, key: str) -> None:
        if self._chosen is not None:
            self._chosen(key)
