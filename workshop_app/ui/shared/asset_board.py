"""The asset map as a small board: cards in columns, by who holds them or by what kind of thing they are."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QMenu, QVBoxLayout, QWidget

from workshop_app.domain import seen_assets
from workshop_app.domain.seen_assets import HOLDER, SORT, Held
from workshop_app.ui import pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.asset_card import AssetCard
from workshop_app.ui.shared.bare_menu import BareMenu, add
from workshop_app.words import translate

_COLUMN = 215  # logical pixels that a column wants


class AssetCommands(Protocol):
    """What is done on the map. Ids are those of assets, keys those of columns."""

    def add_asset(self, sort: str, what: str, held_by: str) -> bool:
        """Put something on the map; False where it can't be taken."""

    def move_asset(self, asset_id: str, by: str, key: str) -> bool:
        """Say that something belongs in another column, where the map is in order by HOLDER or SORT."""

    def reword_asset(self, asset_id: str) -> None:
        """Ask for other words for it."""

    def drop_asset(self, asset_id: str) -> bool:
        """Take it off the map."""


class AssetBoard(QWidget):
    """`note` says something more of an asset to whoever leads, "" where everybody sees it; `more` adds to a menu."""

    def __init__(
        self,
        commands: AssetCommands,
        note: Callable[[str], str] = lambda _asset_id: "",
        more: Callable[[QMenu, str], object] = lambda _menu, _asset_id: None,
    ) -> None:
        super().__init__()
        self.setAccessibleName(translate("assets", "What we can bring"))
        self._commands, self._note, self._more = commands, note, more
        self._by, self._larger = HOLDER, 1.0
        self._held: tuple[Held, ...] = ()
        self._laid: object = None
        self._columns: dict[str, QFrame] = {}
        self.cards: list[AssetCard] = []
        self._ghost: QLabel | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)

    @property
    def by(self) -> str:
        """By what it is in order."""
        return self._by

    def show_assets(self, held: Sequence[Held]) -> None:
        """Show these."""
        self._held = tuple(held)
        self._lay()

    def order_by(self, by: str) -> None:
        """Put it in order by HOLDER or by SORT."""
        self._by = by
        self._lay()

    def enlarge(self, larger: float) -> None:
        """Be larger by this factor than on the smallest screen."""
        self._larger = larger
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: there is more room or less."""
        super().resizeEvent(event)
        self._lay()

    def _across(self) -> int:
        """How many columns stand side by side, as many in each line as in the first."""
        count = len(seen_assets.columns(self._by))
        fit = min(count, max(1, self.width() // theme.px(_COLUMN * self._larger)))
        lines = -(-count // fit)
        return -(-count // lines)

    def _lay(self) -> None:
        notes = tuple(self._note(one.asset_id) for one in self._held)
        wanted = (self._held, notes, self._by, self._larger, self._across())
        if wanted == self._laid:
            return
        self._laid = wanted
        focused = next((card.held.asset_id for card in self.cards if card.hasFocus()), "")
        self._end_drag()
        pieces.clear(self._grid)
        self.cards, self._columns = [], {}
        self._grid.setSpacing(round(12 * self._larger))
        across = self._across()
        for place, (key, name) in enumerate(seen_assets.columns(self._by)):
            own = [(one, note) for one, note in zip(self._held, notes, strict=True) if one.key(self._by) == key]
            self._columns[key] = self._column(name, own)
            self._grid.addWidget(self._columns[key], place // across, place % across)
        for column in range(6):
            self._grid.setColumnStretch(column, int(column < across))
        for card in self.cards:
            if card.held.asset_id == focused:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _column(self, name: str, own: list[tuple[Held, str]]) -> QFrame:
        column = pieces.frame("panel" if own else "dashed", margins=(12, 10, 12, 12), spacing=8)
        column.setAccessibleName(translate("assets", "{name}: {n}", name=name, n=len(own)))
        heading = Words(name, size=17 * self._larger, bold=True)
        count = pieces.label(str(len(own)) if own else "", tone="soft", size=15 * self._larger)
        line = pieces.row(heading, count)
        line.setStretch(0, 1)
        pieces.fill(column, line)
        names = dict(seen_assets.sorts() if self._by == HOLDER else seen_assets.holders())
        for one, note in own:
            beneath = names[one.sort if self._by == HOLDER else one.held_by]
            card = AssetCard(one, " · ".join(part for part in (beneath, note) if part), self._larger)
            card.dragged.connect(self._drag)
            card.dropped.connect(self._drop)
            card.asked.connect(self._open_menu)
            card.shifted.connect(self._shift)
            card.walked.connect(self._walk)
            self.cards.append(card)
            pieces.fill(column, card)
        layout = column.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addStretch(1)
        return column

    def _drag(self, card: AssetCard, at: QPoint) -> None:
        window = self.window()
        if self._ghost is None:
            self._ghost = QLabel(window)
            self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            card.is_away = False
            self._ghost.setPixmap(card.grab())
            card.is_away = True
            self._ghost.adjustSize()
            self._ghost.show()
        middle = QPoint(self._ghost.width() // 2, self._ghost.height() // 2)
        self._ghost.move(window.mapFromGlobal(at) - middle)
        self._ghost.raise_()
        over = self._key_at(at)
        for key, column in self._columns.items():
            own = any(one.key(self._by) == key for one in self._held)
            pieces.restyle(column, "accent" if key == over else "panel" if own else "dashed")

    def _drop(self, card: AssetCard, at: QPoint) -> None:
        key = self._key_at(at)
        self._end_drag()
        self._laid = None
        elsewhere = key and key != card.held.key(self._by)
        if not (elsewhere and self._commands.move_asset(card.held.asset_id, self._by, key)):
            self._lay()

    def _end_drag(self) -> None:
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None

    def _key_at(self, at: QPoint) -> str:
        here = self.mapFromGlobal(at)
        return next((key for key, column in self._columns.items() if column.geometry().contains(here)), "")

    def _shift(self, card: AssetCard, by: int) -> None:
        keys = [key for key, _ in seen_assets.columns(self._by)]
        place = keys.index(card.held.key(self._by)) + by
        if 0 <= place < len(keys):
            self._commands.move_asset(card.held.asset_id, self._by, keys[place])

    def _walk(self, card: AssetCard, by: int) -> None:
        place = self.cards.index(card) + by
        if 0 <= place < len(self.cards):
            self.cards[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self, card: AssetCard) -> None:
        held = card.held
        menu = BareMenu(self, held.what)
        for by, words in (
            (HOLDER, translate("assets", "Held by: {name}")),
            (SORT, translate("assets", "It is: {name}")),
        ):
            for key, name in seen_assets.columns(by):
                if key != held.key(by):
                    self._add_move(menu, words.replace("{name}", name), held.asset_id, by, key)
            menu.addSeparator()
        self._more(menu, held.asset_id)
        add(menu, translate("assets", "Other words…"), lambda: self._commands.reword_asset(held.asset_id))
        add(menu, translate("assets", "Take it off the map"), lambda: self._commands.drop_asset(held.asset_id))
        pieces.open_below(menu, card)

    def _add_move(self, menu: QMenu, words: str, asset_id: str, by: str, key: str) -> None:
        add(menu, words, lambda: self._commands.move_asset(asset_id, by, key))
