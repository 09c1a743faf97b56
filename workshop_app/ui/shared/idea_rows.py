"""The rows of the list: groups and their ideas as a plain tree, kept in step by ids.

A row is made once and put in its place by what its idea says alone, so that a change touches the rows it names and no
others. A row is dressed (how high it is, how it is read out) when its group is unfolded; of very many ideas the groups
are folded at first, for Qt goes over every row that is not.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeWidget, QTreeWidgetItem

from workshop_app.domain.audience import Card
from workshop_app.ui import theme
from workshop_app.ui.shared import groups, idea_words
from workshop_app.ui.shared.board_scene import BoardScene
from workshop_app.ui.shared.groups import Order
from workshop_app.ui.shared.row_paint import GROUP, ID, RowPaint, height, words_width
from workshop_app.words import translate

CROWD = 1500  # so many ideas are folded away until a group is wanted
UP, DOWN = Qt.CheckState.Unchecked, Qt.CheckState.Checked


class IdeaRows(QTreeWidget):
    """A tree of groups and ideas, as `scene` has them; `fits` says which ideas are shown."""

    def __init__(self, scene: BoardScene) -> None:
        super().__init__()
        self._scene = scene
        self.fits: Callable[[Card], bool] = lambda _card: True
        self.narrowed = False  # groups in which nothing fits are not shown
        self._rows: dict[str, QTreeWidgetItem] = {}
        self._groups: dict[str, QTreeWidgetItem] = {}
        self._keys: dict[str, list[Order]] = {}  # of each group, by which its rows lie
        self._lies: dict[str, tuple[str, Order]] = {}  # each shown idea's group and key
        self._folds: dict[str, bool] = {}  # the groups that somebody folded (True) or unfolded
        self._arranging = False
        self._going: list[QTreeWidgetItem] = []  # rows that are let go of once Qt has laid out the rest
        self._dressed: dict[str, int] = {}  # the width for which a row is dressed
        self._wide = 0
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)
        self.setItemDelegate(RowPaint(self, self.card, lambda: scene.by_role))
        self.setAccessibleName(translate("list", "Ideas as a list"))
        self.itemExpanded.connect(self._unfolded)
        self.itemCollapsed.connect(self._folded)

    # What is shown

    def card(self, card_id: str) -> Card | None:
        """The card of an id, as the board has it."""
        item = self._scene.cards.get(card_id)
        return item.card if item is not None else None

    def row(self, card_id: str) -> QTreeWidgetItem | None:
        """The row of an idea, if it is shown."""
        return self._rows.get(card_id) if card_id in self._lies else None

    def id_of(self, item: QTreeWidgetItem | None) -> str:
        """The id of the idea of a row, "" for a group or none."""
        return "" if item is None or item.parent() is None else str(item.data(0, ID))

    def group_of(self, item: QTreeWidgetItem | None) -> str:
        """The id of the group that a row is, "" if it is an idea."""
        return "" if item is None or item.parent() is not None else str(item.data(0, ID))

    def shown(self) -> int:
        """How many ideas are shown."""
        return len(self._lies)

    def forget(self) -> None:
        """Keep no row, and no word of one."""
        self._let_go_of_rows()
        self._going += self._rows.values()
        self._rows = {}
        self._lay_out_without()

    def narrow(self) -> None:
        """Show what fits now; rows that were there before are used again."""
        self._arranging = True
        self.setUpdatesEnabled(False)
        self._let_go_of_rows()
        fitting = {card_id for card_id, item in self._scene.cards.items() if self.fits(item.card)}
        crowd = len(fitting) > CROWD
        for group_id, card_ids in groups.members(self._scene).items():
            own = [self._scene.cards[card_id].card for card_id in card_ids if card_id in fitting]
            if not own and self.narrowed:
                continue
            group = self._make_group(group_id, self.topLevelItemCount())
            group.addChildren([self._rows.get(card.id) or self._make_row(card) for card in own])
            self._keys[group_id] = [groups.order(self._scene, card) for card in own]
            self._lies |= {key[-1]: (group_id, key) for key in self._keys[group_id]}
            self._show_group(group_id)
            folded = crowd if self.narrowed else self._folds.get(group_id, crowd)
            group.setExpanded(not folded)
            if not folded:
                self._dress_group(group_id)
        self._lay_out_without()
        self.setUpdatesEnabled(True)
        self._arranging = False

    def _lay_out_without(self) -> None:
        """Let go of the rows that go, once Qt has laid out the rest: it would paint one that it still has in mind."""
        self.doItemsLayout()
        self._going.clear()

    def _let_go_of_rows(self) -> None:
        for group in self._groups.values():
            group.takeChildren()  # or they would be deleted with it
        self.clear()
        self._groups, self._keys, self._lies = {}, {}, {}
        self._dressed = {}

    def take(self, card_ids: Collection[str], group_ids: Collection[str]) -> None:
        """Take in what became of these ideas and groups."""
        scene = self._scene
        gone = [one for one in self._groups if one not in scene.frames and not one.startswith(groups.LOOSE)]
        came = [one for one in group_ids if one in scene.frames and one not in self._groups]
        stray = [card_id for card_id, (group_id, _) in self._lies.items() if group_id in gone] if gone else []
        if any(group_id in scene.themes for group_id in came):  # what said that it is in there lay loose until now
            stray += [one for one, item in scene.cards.items() if item.card.theme_id in came and one not in card_ids]
        touched = {group_id for group_id in (*group_ids, *came) if group_id in scene.frames}
        for card_id in dict.fromkeys((*card_ids, *stray)):
            touched |= self._take_card(card_id)
        for group_id in gone:
            self._drop_group(group_id)
        for group_id in touched - set(gone):
            self._show_group(group_id)
        loose = [group_id for group_id in self._groups if group_id not in scene.frames]
        self._order_groups([one for one in groups.in_order(scene, loose) if one in self._groups])
        if self._going:
            self._lay_out_without()

    # Marking several

    def marked(self) -> list[str]:
        """The ids of the ideas that are marked."""
        return [card_id for card_id in self._lies if self._rows[card_id].checkState(0) is DOWN]

    def mark(self, card_ids: Iterable[str]) -> None:
        """Mark these ideas and no others."""
        wanted = set(card_ids)
        for card_id in {*self.marked(), *wanted} & self._lies.keys():
            self._rows[card_id].setCheckState(0, DOWN if card_id in wanted else UP)

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: words break elsewhere."""
        super().resizeEvent(event)
        wide = words_width(self.viewport().width())
        if wide != self._wide:
            self._wide = wide
            for group_id, group in self._groups.items():
                if group.isExpanded():
                    self._dress_group(group_id)

    # Rows

    def _take_card(self, card_id: str) -> set[str]:
        """Put one idea where it belongs; the groups that were touched."""
        card = self.card(card_id)
        before = self._lies.get(card_id)
        now = None
        if card is not None and self.fits(card):
            now = (groups.of_card(self._scene, card), groups.order(self._scene, card))
        if before is not None and before != now:
            self._take_out(card_id)
        if card is None or now is None:
            if card_id in self._rows:
                self._going.append(self._rows.pop(card_id))
        elif before == now:
            self._write(card)
        else:
            self._put_in(card, *now)
        return {lies[0] for lies in (before, now) if lies is not None}

    def _put_in(self, card: Card, group_id: str, key: Order) -> None:
        row = self._rows.get(card.id)
        if row is None:
            row = self._make_row(card)
        else:
            self._write(card)
        keys = self._keys.setdefault(group_id, [])
        if group_id not in self._groups:
            self._make_group(group_id, self.topLevelItemCount())
        place = bisect_left(keys, key)
        insort(keys, key)
        self._groups[group_id].insertChild(place, row)
        self._lies[card.id] = (group_id, key)
        if self._groups[group_id].isExpanded():
            self._dress(card.id)

    def _take_out(self, card_id: str) -> None:
        group_id, key = self._lies.pop(card_id)
        keys = self._keys[group_id]
        place = bisect_left(keys, key)
        del keys[place]
        self._groups[group_id].takeChild(place)

    def _make_row(self, card: Card) -> QTreeWidgetItem:
        row = QTreeWidgetItem()
        row.setData(0, ID, card.id)
        row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(0, UP)
        self._rows[card.id] = row
        self._write(card)
        return row

    def _write(self, card: Card) -> None:
        row = self._rows[card.id]
        said = card.text or card.translation or translate("audience", "(a drawing)")
        row.setText(0, " ".join(said.split()))
        self._dressed.pop(card.id, None)
        lies = self._lies.get(card.id)
        if lies is not None and self._groups[lies[0]].isExpanded():
            self._dress(card.id)

    def _dress(self, card_id: str) -> None:
        item, row = self._scene.cards.get(card_id), self._rows[card_id]
        if item is None or self._dressed.get(card_id) == self._wide or not self._wide:
            return
        self._dressed[card_id] = self._wide
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, idea_words.spoken(item.card))
        row.setSizeHint(0, QSize(120, height(item.card, row.text(0), self._wide)))

    def _dress_group(self, group_id: str) -> None:
        self.model().blockSignals(True)  # each row would have the view look at all of them
        try:
            for key in self._keys[group_id]:
                self._dress(key[-1])
        finally:
            self.model().blockSignals(False)
        self.scheduleDelayedItemsLayout()

    # Groups

    def _make_group(self, group_id: str, place: int) -> QTreeWidgetItem:
        group = QTreeWidgetItem()
        group.setData(0, ID, group_id)
        group.setSizeHint(0, QSize(120, theme.tall(theme.TARGET + 8, 18)))
        group.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.insertTopLevelItem(place, group)
        self._groups[group_id] = group
        if not self._arranging:
            self._unfold(group, on=not self._folds.get(group_id, len(self._lies) > CROWD))
        return group

    def _show_group(self, group_id: str) -> None:
        """Write a group's name and count, and make it if it is not there yet."""
        keys = self._keys.setdefault(group_id, [])
        if not keys and (self.narrowed or group_id not in self._scene.frames):
            self._drop_group(group_id)
            return
        group = self._groups.get(group_id) or self._make_group(group_id, self.topLevelItemCount())
        name = groups.name(self._scene, group_id)
        counted = idea_words.counted(len(keys), groups.elsewhere(self._scene, group_id))
        group.setText(0, name)
        group.setData(0, GROUP, counted)
        group.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{name}, {counted}")

    def _drop_group(self, group_id: str) -> None:
        self._keys.pop(group_id, None)
        group = self._groups.pop(group_id, None)
        if group is not None:
            self._going.append(group)
            group.takeChildren()
            self.takeTopLevelItem(self.indexOfTopLevelItem(group))

    def _order_groups(self, wanted: list[str]) -> None:
        for place, group_id in enumerate(wanted):
            group = self._groups[group_id]
            if self.topLevelItem(place) is not group:
                unfolded = group.isExpanded()
                self.takeTopLevelItem(self.indexOfTopLevelItem(group))
                self.insertTopLevelItem(place, group)
                self._unfold(group, on=unfolded)

    def _unfold(self, group: QTreeWidgetItem, *, on: bool) -> None:
        """Unfold a group, or fold it, without taking it for somebody's wish."""
        before, self._arranging = self._arranging, True
        group.setExpanded(on)
        self._arranging = before

    def _unfolded(self, group: QTreeWidgetItem) -> None:
        if not self._arranging:
            self._folds[str(group.data(0, ID))] = False
            self._dress_group(str(group.data(0, ID)))

    def _folded(self, group: QTreeWidgetItem) -> None:
        if not self._arranging:
            self._folds[str(group.data(0, ID))] = True
