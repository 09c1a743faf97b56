"""The left column of the prompts: what is built in, and the packs of one's own."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from workshop_app.facilitation.bank import Family
from workshop_app.facilitation.packs import Pack
from workshop_app.ui import pieces, theme
from workshop_app.ui.tile import AspectTile
from workshop_app.words import translate

WIDTH = 330  # logical pixels
BUILT_IN, OWN = "family", "pack"
Chosen = tuple[str, str]  # BUILT_IN or OWN, and the id of the family or the pack


class PackList(QFrame):
    """It shows what can be chosen and says what was."""

    chosen = Signal(object)  # Chosen

    def __init__(
        self,
        families: Sequence[Family],
        back: Callable[[], object],
        begin: Callable[[], object],
        bring: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self.setFixedWidth(theme.px(WIDTH))
        self._tiles: dict[Chosen, AspectTile] = {}
        self._names: list[tuple[str, str]] | None = None
        self._group = QButtonGroup(self)
        self._own = pieces.column(6)
        inside = QWidget()
        column = pieces.column(6)
        column.setContentsMargins(18, 0, 18, 8)
        inside.setLayout(column)
        column.addWidget(pieces.label(translate("own-prompts", "Built in"), tone="soft", size=15))
        for family in families:
            column.addWidget(self._tile((BUILT_IN, family.id), family.name, family.id))
        column.addSpacing(10)
        column.addWidget(pieces.label(translate("own-prompts", "Our own packs"), tone="soft", size=15))
        column.addLayout(self._own)
        column.addStretch(1)
        outer = pieces.column(8)
        outer.setContentsMargins(0, 10, 0, 14)
        head = pieces.column(2)
        head.setContentsMargins(10, 0, 18, 4)
        head.addLayout(
            pieces.row(pieces.button(translate("own-prompts", "←  Back to Prepare"), back, kind="quiet"), None)
        )
        title = pieces.label(translate("own-prompts", "Our own prompts"), size=26, bold=True)
        title.setContentsMargins(8, 0, 0, 0)
        head.addWidget(title)
        outer.addLayout(head)
        outer.addWidget(pieces.scroller(inside), 1)
        foot = pieces.row(
            pieces.button(translate("own-prompts", "New pack"), begin),
            pieces.button(translate("own-prompts", "Bring a pack in…"), bring),
            spacing=8,
        )
        foot.setContentsMargins(18, 0, 18, 0)
        outer.addLayout(foot)
        self.setLayout(outer)

    def show_packs(self, packs: Sequence[Pack]) -> None:
        """List the own packs. Where they are the same as before, the tiles stay, and the keyboard on them."""
        names = [(pack.id, pack.name) for pack in packs]
        if names == self._names:
            return
        self._names = names
        for key in [key for key in self._tiles if key[0] == OWN]:
            self._group.removeButton(self._tiles.pop(key))
        pieces.clear(self._own)
        for pack in packs:
            self._own.addWidget(self._tile((OWN, pack.id), pack.name, ""))
        if not packs:
            none = pieces.label(
                translate("own-prompts", "None yet. A pack holds prompts that fit your school."), size=15, wrap=True
            )
            self._own.addWidget(none)

    def choose(self, chosen: Chosen) -> None:
        """Mark what is chosen."""
        if chosen in self._tiles:
            self._tiles[chosen].setChecked(True)

    def _tile(self, key: Chosen, name: str, family: str) -> AspectTile:
        tile = AspectTile(name, family)
        tile.clicked.connect(partial(self._say, key))
        self._group.addButton(tile)
        self._tiles[key] = tile
        return tile

    def _say(self, key: Chosen, _checked: bool = False) -> None:
        self.chosen.emit(key)
