"""The board as a plain list: the same ideas, to be read, found and moved without a hand on the glass.

The list and the board are in step both ways: a row that is chosen is the card that is chosen, and every change that the
board hears of by ids changes the rows of those ids. A list that is not seen forgets its rows at the first change that
it misses: no word that was taken off the board stays where a screen reader could still find it.
"""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QTreeWidgetItem, QWidget

from workshop_app.domain import board
from workshop_app.domain.audience import Card
from workshop_app.ui import pieces
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared import idea_words, theme_menu
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.shared.idea_rows import IdeaRows
from workshop_app.ui.shared.keys_sheet import KeysSheet
from workshop_app.ui.shared.row_paint import mark_area
from workshop_app.words import translate

ANEW = 500  # so many ideas that change at once are listed anew
TYPING_MS = 120


class IdeaList(QWidget):
    """The ideas of a board as a list, with a field that narrows it."""

    def __init__(self, view: BoardView) -> None:
        super().__init__()
        self._view = view
        self._texts: dict[str, str] = {}  # what is searched, by the ids of ideas
        self._is_filled = False
        self._following = False
        self.rows = IdeaRows(view.board)
        self.rows.setObjectName("ideas")
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("list", "Find words…"))
        self.field.setAccessibleName(translate("list", "Find words"))
        self._found = Words(size=15, colour="soft")
        self._typed = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typed.timeout.connect(self._narrow)
        self.field.textChanged.connect(lambda _text: self._typed.start())
        column = pieces.column(0)
        top = pieces.column(6)
        top.setContentsMargins(12, 12, 12, 8)
        top.addWidget(self.field)
        top.addWidget(self._found)
        column.addLayout(top)
        column.addWidget(self.rows, 1)
        self.setLayout(column)
        self.setMinimumWidth(320)
        self.field.installEventFilter(self)
        self.rows.installEventFilter(self)
        self.rows.viewport().installEventFilter(self)
        self.rows.currentItemChanged.connect(self._row_chosen)
        self.rows.itemActivated.connect(lambda item, _column: self.open(item))
        view.took.connect(self._take)
        view.shown_anew.connect(self._all_anew)
        view.looked.connect(self._all_anew)
        view.chosen.connect(self._follow)
        view.selection_changed.connect(self._mark_chosen)

    # In step with the board

    def _take(self, card_ids: tuple[str, ...], group_ids: tuple[str, ...]) -> None:
        for card_id in card_ids:
            self._texts.pop(card_id, None)
        if not self._is_filled:
            return
        if not self.isVisible():
            self._forget()
        elif len(card_ids) > ANEW:
            self._all_anew()
        else:
            self._following = True
            self.rows.take(card_ids, group_ids)
            self._following = False
            self._count()
            self._follow(self._view.chosen_id)

    def _forget(self) -> None:
        self._following = True
        self.rows.forget()
        self._following = self._is_filled = False
        self._texts = {}

    def _all_anew(self) -> None:
        self._forget()
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        if not self._is_filled:
            self._is_filled = self._following = True
            self.rows.narrow()
            self._following = False
        self._count()
        self._mark_chosen()
        self._follow(self._view.chosen_id)

    def _mark_chosen(self) -> None:
        """The marks are the cards that are chosen together."""
        several = self._view.choice.choosing or len(self._view.chosen_ids) > 1
        self.rows.mark(self._view.chosen_ids if several else ())

    def _row_chosen(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if self._following:
            return
        card_id = self.rows.id_of(item)
        self._following = True
        if self._view.choice.choosing:
            self._view.choice.go_to(card_id)
        else:
            self._view.choose(card_id)
        self._following = False
        lying = self._view.board.cards.get(card_id)
        if lying is not None and self._view.isVisible():
            at = lying.home
            self._view.ensureVisible(QRectF(at.x(), at.y(), board.CARD_W, board.CARD_H), 30, 30)

    def _follow(self, card_id: str) -> None:
        """Another card is chosen on the board."""
        if self._following or not self._is_filled or not self.isVisible():
            return
        row = self.rows.row(card_id)
        if row is self.rows.currentItem() or (row is None and self.rows.group_of(self.rows.currentItem())):
            return
        self._following = True
        if row is None:
            self.rows.setCurrentIndex(QModelIndex())
        else:
            self.rows.setCurrentItem(row)
            self.rows.scrollToItem(row)
        self._following = False

    # Finding

    def _narrow(self) -> None:
        terms = self.field.text().casefold().split()
        self.rows.narrowed = bool(terms)
        self.rows.fits = (lambda card: all(term in self._text(card) for term in terms)) if terms else _always
        self._following = True
        self.rows.narrow()
        self._following = False
        self._count()
        self._follow(self._view.chosen_id)

    def _text(self, card: Card) -> str:
        if card.id not in self._texts:
            self._texts[card.id] = f"{card.text} {card.translation} {' '.join(idea_words.about(card))}".casefold()
        return self._texts[card.id]

    def _count(self) -> None:
        shown, all_of_them = self.rows.shown(), len(self._view.board.cards)
        said = idea_words.ideas(all_of_them)
        if self.rows.narrowed:
            said = translate("list", "{n} of {ideas}", n=shown, ideas=said)
        self._found.set_text(said[:1].upper() + said[1:])

    # What can be done with a row

    def open(self, item: QTreeWidgetItem | None) -> None:
        """Open an idea in full; fold a group, or unfold it."""
        card_id = self.rows.id_of(item)
        if card_id and self._view.isEnabled():
            self._view.opened.emit(card_id)
        elif item is not None and not card_id:
            item.setExpanded(not item.isExpanded())

    def open_menu(self, item: QTreeWidgetItem | None, where: QPoint | None = None) -> None:
        """Open the menu that the card has on the board, or its theme, at a point of the screen or beside the row."""
        if item is None or not self._view.isEnabled():
            return
        area = self.rows.visualItemRect(item)
        at = where or self.rows.viewport().mapToGlobal(QPoint(area.left() + 60, area.center().y()))
        card_id, group_id = self.rows.id_of(item), self.rows.group_of(item)
        if card_id:
            self._view.menu_for(card_id, at)
        elif group_id in self._view.board.themes:
            theme_menu.open_at(self._view, group_id, at)

    def mark(self, item: QTreeWidgetItem | None) -> None:
        """Mark an idea beside others, or no longer."""
        card_id = self.rows.id_of(item)
        if not card_id or not self._view.lock.is_open:
            return
        if self._view.choice.choosing:
            self._view.choice.toggle(card_id)
        else:
            self._view.choice.choose_by_taps(True)
            self._view.choose_many((card_id,))

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: what was missed is taken in."""
        super().showEvent(event)
        self._catch_up()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: keys of the list and of its field, taps on marks, the menu."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._view.around.press(event):
                return True
            return self._field_key(event) if watched is self.field else self._row_key(event)
        if watched is self.rows.viewport() and isinstance(event, QMouseEvent):
            return self._tap(event)
        if watched is self.rows.viewport() and isinstance(event, QContextMenuEvent):
            self.open_menu(self.rows.itemAt(event.pos()), event.globalPos())
            return True
        return super().eventFilter(watched, event)

    def _field_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._typed.isActive():
                self._typed.stop()
                self._narrow()
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
            self._first()
            return True
        return False

    def _first(self) -> None:
        """Choose the first idea, unless one is chosen."""
        first = self.rows.topLevelItem(0)
        if first is not None and not self.rows.id_of(self.rows.currentItem()):
            self.rows.setCurrentItem(first.child(0) or first)

    def _row_key(self, event: QKeyEvent) -> bool:
        item, key = self.rows.currentItem(), Qt.Key(event.key())
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_F1 or event.text() == "?":
            KeysSheet(self.window())
        elif key == Qt.Key.Key_Space and plain:
            self.mark(item)
        elif (key == Qt.Key.Key_M and plain) or key == Qt.Key.Key_Menu:
            self.open_menu(item)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open(item)
        elif key == Qt.Key.Key_F2:
            self._rename(item)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.rows.id_of(item) and self._view.isEnabled():
            self._view.aside_wanted.emit(self.rows.id_of(item))
        else:
            return False
        return True

    def _rename(self, item: QTreeWidgetItem | None) -> None:
        group_id = self.rows.group_of(item)
        if group_id in self._view.board.themes and self._view.isEnabled():
            self._view.named.emit(group_id)
        elif not group_id:
            self.open(item)

    def _tap(self, event: QMouseEvent) -> bool:
        if event.type() is not QEvent.Type.MouseButtonRelease or event.button() is not Qt.MouseButton.LeftButton:
            return False
        item = self.rows.itemAt(event.position().toPoint())
        if self.rows.group_of(item):
            self.open(item)
        elif item is not None and mark_area(self.rows.visualItemRect(item)).contains(event.position().toPoint()):
            self.mark(item)
            return True
        return False


def _always(_card: Card) -> bool:
    return True
