"""The board for those who hear it: which nodes there are, what they say, and what assistive technology is told.

Nodes are made when they are asked for and not before. While nobody listens, a change costs one flag, and a card that
is dragged costs nothing: where it is, is looked up when somebody asks.
"""

from collections.abc import Callable, Collection
from functools import cache
from typing import TYPE_CHECKING
from weakref import finalize

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)

from workshop_app.domain import board
from workshop_app.ui.shared import groups, idea_words
from workshop_app.ui.shared.accessible_nodes import NOTHING, STACK, BoardNode, CardNode, GroupNode, StackNode
from workshop_app.ui.shared.board_scene import HELD, CardItem
from workshop_app.ui.shared.card_backs import face_down_words
from workshop_app.ui.shared.card_stack import Stack
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView

MANY = 60  # so many cards that come at once are told one by one; of more it is said that the board is another one


class BoardTree:
    """The nodes of one view, and what is told about them."""

    def __init__(self, view: "BoardView") -> None:
        self.view = view
        self._cards: dict[str, tuple[CardNode, int]] = {}  # with the id under which Qt keeps them
        self._groups: dict[str, tuple[GroupNode, int]] = {}
        self._members: dict[str, list[str]] | None = None
        self._told = ""  # the card that was told to be chosen
        self._asked: list[tuple[Callable[[str], None], str]] = []  # what was asked for and is not done yet
        self._soon = QTimer(view, singleShot=True, interval=0)  # QTimer.singleShot would keep closed boards in memory
        self._soon.timeout.connect(self._do_asked)
        _install()
        finalize(self, _delete_all, self._cards, self._groups)
        view.destroyed.connect(self._drop_all)

    # What there is

    def root(self) -> QAccessibleInterface:
        """The node of the board."""
        return QAccessible.queryAccessibleInterface(self.view)

    def group_ids(self) -> list[str]:
        """Every group, in reading order, and the stack of what lies face down."""
        return [*self._order(), *((STACK,) if self._stack.count else ())]

    def card_ids(self, group_id: str) -> list[str]:
        """The cards of a group, in reading order."""
        return self._order().get(group_id, [])

    def group_of(self, card_id: str) -> str:
        """The group that a card is in."""
        return groups.of_card(self.view.board, self.view.board.cards[card_id].card)

    def card(self, card_id: str) -> QAccessibleInterface:
        """The node of a card that is on the board."""
        if card_id not in self._cards:
            node = CardNode(self, card_id, self.group_of(card_id))
            self._cards[card_id] = (node, QAccessible.registerAccessibleInterface(node))
        return self._cards[card_id][0]

    def group(self, group_id: str) -> QAccessibleInterface:
        """The node of a group."""
        if group_id not in self._groups:
            node = (StackNode if group_id == STACK else GroupNode)(self, group_id)
            self._groups[group_id] = (node, QAccessible.registerAccessibleInterface(node))
        return self._groups[group_id][0]

    def focused(self) -> QAccessibleInterface:
        """The node that has the keyboard, if one has."""
        here = self.view.hasFocus() and self.view.chosen_id in self.view.board.cards
        return self.card(self.view.chosen_id) if here else NOTHING

    # What they say

    def counted(self) -> str:
        """How much lies on the board, and where to learn the keys."""
        scene = self.view.board
        counts = (idea_words.themes(len(scene.themes)), idea_words.ideas(len(scene.cards)))
        return translate("board", "{themes}, {ideas}. F1 shows the keys.", themes=counts[0], ideas=counts[1])

    def group_name(self, group_id: str) -> str:
        """What a group is called."""
        if group_id == STACK:
            return face_down_words(self._stack.count)
        return groups.name(self.view.board, group_id)

    def group_counted(self, group_id: str) -> str:
        """How many ideas are in a group."""
        return idea_words.counted(len(self.card_ids(group_id)), groups.elsewhere(self.view.board, group_id))

    def card_name(self, card_id: str) -> str:
        """A card in words."""
        item = self.view.board.cards.get(card_id)
        return idea_words.spoken(item.card) if item is not None else ""

    def card_described(self, card_id: str) -> str:
        """How a card lies: lifted, and where in its group."""
        item = self.view.board.cards.get(card_id)
        if item is None:
            return ""
        group_id = self.group_of(card_id)
        own = self.card_ids(group_id)
        place = translate(
            "board",
            "{place} of {all}, {group}",
            place=own.index(card_id) + 1,
            all=len(own),
            group=self.group_name(group_id),
        )
        return f"{translate('board', 'lifted')}, {place}" if _is_held(item) else place

    def known_of(self, card_id: str) -> tuple[str, tuple[float, float] | None]:
        """What is told anew when it changes: a card's words and place."""
        return (self.card_name(card_id), self.view.board.cards[card_id].spot)

    # Where they are

    def card_rect(self, card_id: str) -> QRect:
        """Where a card is on the screen."""
        item = self.view.board.cards.get(card_id)
        if item is None:
            return QRect()
        return self._on_screen(_paper(item))

    def group_rect(self, group_id: str) -> QRect:
        """Where a group is on the screen: its frame, or around what lies loose."""
        if group_id == STACK:
            return self._on_screen(self._stack.box)
        scene = self.view.board
        framed = scene.frames.get(group_id)
        if framed is not None:
            return self._on_screen(QRectF(framed.box.x, framed.box.y, framed.box.w, framed.box.h))
        around = QRectF()
        for card_id in self.card_ids(group_id):
            at = scene.cards[card_id].home
            around |= QRectF(at.x(), at.y(), board.CARD_W, board.CARD_H)
        return self._on_screen(around)

    def glass(self) -> QRect:
        """What is seen of the board, on the screen."""
        port = self.view.viewport()
        return QRect(port.mapToGlobal(QPoint(0, 0)), port.size())

    def card_at(self, where: QPoint) -> str:
        """The topmost card at a point of the screen, "" for none."""
        port = self.view.viewport()
        at = port.mapFromGlobal(where)
        if not port.rect().contains(at):
            return ""
        spot = self.view.mapToScene(at)
        for item in self.view.board.items(spot, Qt.ItemSelectionMode.IntersectsItemBoundingRect):
            if isinstance(item, CardItem) and _paper(item).contains(spot):
                return item.card.id
        # A card that has no pixmap, because nobody looks there, has no shape on the scene either.
        near = self.view.board.in_rect(QRectF(spot.x(), spot.y(), 0.5, 0.5))
        return near[-1].card.id if near else ""

    def _on_screen(self, area: QRectF) -> QRect:
        seen = self.view.mapFromScene(area).boundingRect()
        return seen.translated(self.view.viewport().mapToGlobal(QPoint(0, 0)))

    # Choosing

    def chosen_ids(self) -> tuple[str, ...]:
        """The chosen cards."""
        return tuple(one for one in self.view.chosen_ids if one in self.view.board.cards)

    def is_chosen(self, card_id: str) -> bool:
        """Whether a card is chosen."""
        return card_id in self.chosen_ids()

    def mark(self, card_id: str, *, on: bool) -> bool:
        """Choose a card beside those that are chosen, or choose it no longer; "" and off for none at all."""
        if not self.view.lock.is_open or (on and card_id not in self.view.board.cards):
            return False
        if on:
            self.view.choose_many((*self.chosen_ids(), card_id), lead=card_id)
        else:
            self.view.choose_many([one for one in self.chosen_ids() if card_id and one != card_id])
        return True

    def press(self, card_id: str) -> None:
        """Choose a card; open it if it is the chosen one."""
        if card_id == self.view.chosen_id:
            self.view.opened.emit(card_id)
        elif card_id in self.view.board.cards:
            self.view.choose(card_id, follow=True)

    def open_menu(self, card_id: str) -> None:
        """Open the menu of a card beside it."""
        if card_id in self.view.board.cards:
            self.view.choose(card_id, follow=True)
            self.view.menu_for(card_id, self.card_rect(card_id).center())

    def focus(self, card_id: str) -> None:
        """Have the keyboard on a card."""
        if card_id in self.view.board.cards:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.choose(card_id, follow=True)

    def do_soon(self, act: Callable[[str], None], card_id: str) -> None:
        """Do something with a card as soon as whoever asked for it has been answered."""
        self._asked.append((act, card_id))
        self._soon.start()

    def _do_asked(self) -> None:
        asked, self._asked = self._asked, []
        for act, card_id in asked:
            act(card_id)

    # What is told

    def anew(self) -> None:
        """The whole board is another one."""
        self._members = None
        if self._cards or self._groups:
            self._drop_all()
            self._tell(self.root(), QAccessible.Event.ObjectReorder)
        self._told = ""

    def took(self, card_ids: Collection[str], group_ids: Collection[str]) -> None:
        """These cards and themes came, went, or are no longer what they were."""
        self._members = None
        if not (self._cards or self._groups):
            return  # nobody ever asked
        if len(card_ids) > MANY:
            self.anew()
            return
        there = self.group_ids()
        for group_id in there:
            if group_id not in self._groups:
                self._tell(self.group(group_id), QAccessible.Event.ObjectCreated)
            elif group_id in group_ids:
                self._tell(self._groups[group_id][0], QAccessible.Event.NameChanged)
        self._take_cards(card_ids)
        for group_id in [one for one in self._groups if one not in there]:
            self._drop(self._groups, group_id)

    def stack_changed(self) -> None:
        """More cards lie face down, or fewer, or none."""
        self.took((), (STACK,))

    def chose(self, card_id: str) -> None:
        """Another card is the chosen one."""
        if card_id == self._told or not QAccessible.isActive():
            self._told = card_id
            return
        before, self._told = self._told, card_id
        if before in self._cards:
            self._tell_selected(self._cards[before][0])
        if card_id in self.view.board.cards:
            node = self.card(card_id)
            self._tell(node, QAccessible.Event.Selection)
            self._tell_selected(node)
            self.has_keyboard()

    def has_keyboard(self) -> None:
        """The keyboard came to the board, or to another card on it."""
        if QAccessible.isActive() and self.view.hasFocus() and self.view.chosen_id in self.view.board.cards:
            self._tell(self.card(self.view.chosen_id), QAccessible.Event.Focus)

    def say(self, sentence: str) -> None:
        """Say something now, after what is being said."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, sentence))

    def _take_cards(self, card_ids: Collection[str]) -> None:
        cards = self.view.board.cards
        # A theme that goes leaves its cards elsewhere, and says nothing of them.
        elsewhere = [one for one, (node, _) in self._cards.items() if one not in cards or not self._is_at_home(node)]
        for card_id in elsewhere:
            self._drop(self._cards, card_id)
        for card_id in dict.fromkeys((*card_ids, *elsewhere)):
            if card_id in cards and card_id not in self._cards:
                self._tell(self.card(card_id), QAccessible.Event.ObjectCreated)
                if card_id == self.view.chosen_id:
                    self.has_keyboard()
        for card_id, (node, _) in self._cards.items():
            spot, name = cards[card_id].spot, self.card_name(card_id) if card_id in card_ids else node.known[0]
            known, node.known = node.known, (name, spot)
            if known[0] != name:
                self._tell(node, QAccessible.Event.NameChanged)
            if known[1] != spot:
                self._tell(node, QAccessible.Event.LocationChanged)

    def _is_at_home(self, node: CardNode) -> bool:
        return self.group_of(node.id) == node.group_id

    def _tell_selected(self, node: QAccessibleInterface) -> None:
        changed = QAccessible.State()
        changed.selected = 1
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(node, changed))

    def _tell(self, node: QAccessibleInterface, what: QAccessible.Event) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(node, what))

    def _drop(self, made: dict[str, tuple[CardNode, int]] | dict[str, tuple[GroupNode, int]], key: str) -> None:
        """Tell the end of a node, have Qt delete it, and only then let go of it."""
        node, number = made[key]
        self._tell(node, QAccessible.Event.ObjectDestroyed)
        QAccessible.deleteAccessibleInterface(number)
        del made[key]

    def _drop_all(self) -> None:
        _delete_all(self._cards, self._groups)

    @property
    def _stack(self) -> Stack:
        return self.view.board.face_down.stack

    def _order(self) -> dict[str, list[str]]:
        if self._members is None:
            self._members = groups.members(self.view.board)
        return self._members


def _delete_all(cards: dict[str, tuple[CardNode, int]], others: dict[str, tuple[GroupNode, int]]) -> None:
    """Have Qt delete every node, and only then let go of them."""
    for _, number in (*cards.values(), *others.values()):
        QAccessible.deleteAccessibleInterface(number)
    cards.clear()
    others.clear()


def _paper(item: CardItem) -> QRectF:
    """Where a card is on the scene, also while something carries it."""
    at = item.scenePos()
    return QRectF(at.x(), at.y(), board.CARD_W, board.CARD_H)


def _is_held(item: CardItem) -> bool:
    return item.scale_made == HELD


@cache
def _install() -> None:
    """Once for all boards; Qt asks only while somebody listens."""
    QAccessible.installFactory(_node_of)


def _node_of(_kind: str, thing: object) -> BoardNode | None:
    tree = getattr(thing, "tree", None)
    return BoardNode(tree) if isinstance(tree, BoardTree) else None
