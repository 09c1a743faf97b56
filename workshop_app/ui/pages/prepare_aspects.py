"""What to explore: a tile for every aspect of school life, what was asked of it so far, and suggestions."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from workshop_app.facilitation import coverage
from workshop_app.ui import pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.tile import AspectTile, FamilyMark
from workshop_app.words import translate

ACROSS = 5  # aspects abreast: all of school life is on one screen, so that nothing is left out by scrolling


class Aspects(QWidget):
    """All tiles at once; the suggestions come from the map of what was asked."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._tiles: dict[str, AspectTile] = {}
        column = pieces.column(8)
        self.setLayout(column)
        self._suggested = pieces.row(spacing=6)
        self._grid = pieces.column(5)
        packs = pieces.button(
            translate("prepare", "Our own prompts…"), partial(desk.going.emit, "prompts"), kind="quiet"
        )
        whole = pieces.button(translate("prepare", "See the map"), partial(desk.going.emit, "map"), kind="quiet")
        heading = pieces.label(translate("prepare", "What shall we explore?"), size=20, bold=True)
        column.addLayout(pieces.row(heading, None, whole, packs, spacing=4))
        column.addLayout(self._suggested)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._fill()
        desk.bank_changed.connect(self._fill)

    def chosen(self) -> list[str]:
        """The ids of the aspects that are on, in the bank's order."""
        return [aspect_id for aspect_id, tile in self._tiles.items() if tile.isChecked()]

    def choose(self, aspect_ids: Collection[str]) -> None:
        """Put exactly these on."""
        for aspect_id, tile in self._tiles.items():
            tile.setChecked(aspect_id in aspect_ids)

    def refresh(self) -> None:
        """What was asked so far, and what to ask next."""
        map_ = coverage.explored(self._desk.programme, self._desk.workspace.facts, self._desk.bank)
        for one in map_:
            tile = self._tiles.get(one.aspect.id)
            if tile is not None:
                tile.show_standing(one.depth, one.openness.how if one.openness is not None else None)
        pieces.clear(self._suggested)
        self._suggested.addWidget(pieces.label(translate("prepare", "Nobody asked yet:"), tone="soft", size=15))
        if not any(one.depth == 0 for one in map_):
            pieces.clear(self._suggested)
            self._suggested.addWidget(pieces.label(translate("prepare", "Asked least:"), tone="soft", size=15))
        for aspect in coverage.suggested(map_):
            chip = pieces.chip(
                aspect.name,
                partial(self._take, aspect.id),
                name=translate("prepare", "Suggested: {aspect}", aspect=aspect.name),
            )
            self._suggested.addWidget(chip)
        self._suggested.addStretch(1)

    def _take(self, aspect_id: str) -> None:
        self._tiles[aspect_id].setChecked(True)

    def _fill(self) -> None:
        """A tile for each aspect of the bank; what was on stays on."""
        before = self.chosen()
        pieces.clear(self._grid)
        self._tiles = {}
        for family in self._desk.bank.families:
            heading = pieces.label(family.name, size=15, bold=True)
            self._grid.addLayout(pieces.row(FamilyMark(family.id), heading, None))
            tiles = QGridLayout()
            tiles.setSpacing(6)
            across = ACROSS if theme.scale() == 1 else ACROSS - 1 if theme.scale() < theme.ROOM_FROM else ACROSS - 2
            for number, aspect in enumerate(self._desk.bank.in_family(family.id)):
                tile = AspectTile(aspect.name, family.id, aspect.symbol)
                tile.setChecked(aspect.id in before)
                tile.toggled.connect(lambda _on: self.changed.emit())
                self._tiles[aspect.id] = tile
                tiles.addWidget(tile, number // across, number % across)
            for column in range(across):
                tiles.setColumnStretch(column, 1)
            self._grid.addLayout(tiles)
