"""What one person sees while the laptop is with them; whoever has the next turn gets another one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Handed(QWidget):
    """A sheet for one person. `done`: it is to be kept. `passed`: nothing is."""

    done = Signal()
    passed = Signal()

    def begin(self) -> None:
        """It is on the screen: put the keyboard where it is wanted."""

    def wipe(self) -> None:
        """Leave nothing of what was typed."""
