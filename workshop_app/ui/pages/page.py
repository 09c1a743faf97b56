"""What every page has in common."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from workshop_app.ui.desk import Desk
from workshop_app.workspace import Changes

CAME_FROM = "bring-in/from"  # the draft that remembers from which page ideas are brought in


class Page(QWidget):
    """One thing to do. `enter` is called whenever the page comes up, `take` for each change while it is up."""

    name = ""
    alone = False  # nothing else on the screen, not even the bar

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.desk = desk
        self._stale = True
        desk.changed.connect(self._changed)

    def enter(self) -> None:
        """The page comes up."""
        if self._stale:
            self._stale = False
            self.refresh()

    def catch_focus(self) -> None:
        """What had the keyboard on this page is gone; letters that are typed now must press nothing."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show everything anew."""

    def take(self, changes: Changes) -> None:
        """Show what changed; everything anew where a page knows no better."""
        self.refresh()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt: Tab from beside a list that scrolls into it: what has the keyboard then is brought into sight."""
        done = super().focusNextPrevChild(forward)
        now = self.window().focusWidget()
        if done and now is not None:
            for area in self.findChildren(QScrollArea):
                if area.isAncestorOf(now):
                    area.ensureWidgetVisible(now)
        return done

    def _changed(self, changes: Changes) -> None:
        if self.isVisible():
            self.take(changes)
        else:
            self._stale = True
