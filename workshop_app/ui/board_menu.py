"""What can be done with a whole board now and then: which ideas it shows, in which colours, tidied up, and on paper."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from workshop_app.domain.lenses import Lens
from workshop_app.ui.desk import Desk
from workshop_app.words import translate


class BoardMenu(QMenu):
    """It says what is wanted; how the board is looked at it changes itself."""

    tidy_wanted = Signal()
    ideas_wanted = Signal()
    several_wanted = Signal()
    film_wanted = Signal()
    alike_wanted = Signal()
    paper_wanted = Signal()

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(translate("board", "More…"))
        looking = desk.looking
        free = not desk.lock.on
        self._entry(translate("board", "Add ideas…"), self.ideas_wanted, enabled=free)
        one_ground = looking.session_id is not None or desk.session is None
        tidies = free and one_ground and looking.lens is Lens.THEMES
        self._entry(translate("board", "Tidy up"), self.tidy_wanted, enabled=tidies)
        self._entry(translate("board", "What could belong together?…"), self.alike_wanted, enabled=free)
        self._entry(translate("board", "Save or print…"), self.paper_wanted, enabled=True)
        self._entry(translate("board", "How our board grew…"), self.film_wanted, enabled=True)
        self._entry(translate("board", "Choose several"), self.several_wanted, enabled=free)
        self.addSeparator()
        every = self.addAction(translate("board", "Ideas of all sessions"))
        every.setCheckable(True)
        every.setChecked(looking.everything)
        every.toggled.connect(looking.show_everything)
        roles = self.addAction(translate("board", "Colour by who said it"))
        roles.setCheckable(True)
        roles.setChecked(looking.by_role)
        roles.toggled.connect(looking.colour_by_role)

    def _entry(self, words: str, wanted: SignalInstance, *, enabled: bool) -> QAction:
        made = self.addAction(words)
        made.setEnabled(enabled)
        made.triggered.connect(wanted)
        return made
