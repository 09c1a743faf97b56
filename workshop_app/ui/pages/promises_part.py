"""What every part of the page of promises has in common: it is made when it is first looked at, and shows the news."""

from PySide6.QtWidgets import QWidget

from workshop_app.ui.desk import Desk
from workshop_app.workspace import Changes


class PromisesPart(QWidget):
    """One part of the page. It has no heading of its own: the chip above says what it is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def refresh(self) -> None:
        """Show everything anew: the part comes up, or something changed that it knows no better about."""

    def take(self, changes: Changes) -> None:
        """Show what changed while the part is up."""
        self.refresh()
