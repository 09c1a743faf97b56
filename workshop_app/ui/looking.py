"""How the boards are looked at now.

One state for every board, so that what the class sees and what the leader sees are two views of one truth.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workshop_app.domain.lenses import Lens

if TYPE_CHECKING:  # the desk owns it
    from workshop_app.ui.desk import Desk


class Looking(QObject):
    """The lens, the colours, and whether one session is shown or all of them. Forgotten with the window."""

    changed = Signal()
    film_wanted = Signal()  # on the screen that the class sees

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.lens = Lens.THEMES
        self.by_role = False
        self.everything = False

    @property
    def session_id(self) -> str | None:
        """The session whose board is shown; None where all are."""
        session = self._desk.session
        return None if self.everything or session is None else session.id

    def through(self, lens: Lens) -> None:
        """Look through another lens."""
        self._set(lens, self.by_role, self.everything)

    def colour_by_role(self, on: bool) -> None:
        """Colour cards by who gave them, or by their family of aspects."""
        self._set(self.lens, on, self.everything)

    def show_everything(self, on: bool) -> None:
        """Show the ideas of all sessions, or of the one that is on."""
        self._set(self.lens, self.by_role, on)

    def _set(self, lens: Lens, by_role: bool, everything: bool) -> None:
        if (lens, by_role, everything) != (self.lens, self.by_role, self.everything):
            self.lens, self.by_role, self.everything = lens, by_role, everything
            self.changed.emit()
