"""What assistive technology is given for the board: one node for the board, one a group, one a card.

None of them is a widget or any other object of Qt's, so who owns them is our affair (tried with 10,000 cards coming
and going under a collector that ran all the time):

- Qt's cache owns a node from `QAccessible.registerAccessibleInterface` on and deletes it in
  `deleteAccessibleInterface`. Python's part is told of that and lets go by itself.
- Until then Python must hold a reference: a node that only a method returned is collected as soon as it returned, and
  Qt goes on with what is no longer there. Nor may the collector come upon a node: in a ring with its view it is taken
  first, and Qt finds out later. So `BoardTree` holds the nodes from outside of every ring (in its finalizer), they know
  it only weakly, and whichever way it goes, Qt is told to delete them. Parts for actions and selection hang on them.
- The board's own node belongs to the view, and Qt deletes it with the view. It comes from a factory
  (`QAccessible.installFactory`). To register it once is not enough: Qt keeps a node by object *and* meta-object, and
  PySide gives a view another meta-object with each connection to one of its methods. Qt then asks anew and must be
  given another node, for the same one under two ids would be deleted twice. PySide keeps all that a factory ever
  returned: another reason to know the tree only weakly, or every closed board would stay in memory.
- A node stays whole until its end has been told: Qt asks it for its parent while it passes that on.
"""

from typing import TYPE_CHECKING, cast
from weakref import ref

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QAccessibleSelectionInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import VoidPtr, isValid

from workshop_app.words import translate

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QWindow

    from workshop_app.ui.shared.board_accessible import BoardTree

NOTHING = cast("QAccessibleInterface", None)  # Qt takes None where it finds nothing, though its signatures don't say so
NULL = VoidPtr(0)
STACK = "face down"  # the id of the stack among the groups
CHOOSE, OPEN_MENU, FOCUS = (
    QAccessibleActionInterface.pressAction(),
    QAccessibleActionInterface.showMenuAction(),
    QAccessibleActionInterface.setFocusAction(),
)


def as_pointer(part: object) -> int:
    """What `interface_cast` gives back. PySide makes a pointer of an object of Qt's; None or a number kills the app."""
    return cast("int", NULL if part is None else part)


class BoardNode(QAccessibleWidget):
    """The board: its children are the groups."""

    def __init__(self, tree: "BoardTree") -> None:
        super().__init__(tree.view, QAccessible.Role.List)
        self._tree_kept = ref(tree)
        self._selection = Selection(tree)

    @property
    def _tree(self) -> "BoardTree":
        return cast("BoardTree", self._tree_kept())  # the view takes both with it

    def text(self, kind: QAccessible.Text) -> str:
        """Qt: its name, and how much lies on it."""
        return self._tree.counted() if kind is QAccessible.Text.Description else super().text(kind)

    def state(self) -> QAccessible.State:
        """Qt: several cards may be chosen."""
        state = super().state()
        state.multiSelectable = 1
        return state

    def childCount(self) -> int:
        """Qt: how many groups there are."""
        return len(self._tree.group_ids())

    def child(self, index: int) -> QAccessibleInterface:
        """Qt: a group."""
        ids = self._tree.group_ids()
        return self._tree.group(ids[index]) if 0 <= index < len(ids) else NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Qt: where a group stands, -1 if it is none."""
        ids = self._tree.group_ids()
        return ids.index(child.id) if isinstance(child, GroupNode) and child.id in ids else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Qt: the group at a point of the screen; that of a card where one lies there."""
        card_id = self._tree.card_at(QPoint(x, y))
        if card_id:
            return self._tree.group(self._tree.group_of(card_id))
        ids = self._tree.group_ids()
        found = next((one for one in ids if self._tree.group_rect(one).contains(x, y)), None)
        return self._tree.group(found) if found is not None else NOTHING

    def focusChild(self) -> QAccessibleInterface:
        """Qt: the chosen card, while the keyboard is on the board."""
        return self._tree.focused()

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Qt: the node as something else."""
        if kind is QAccessible.InterfaceType.SelectionInterface:
            return as_pointer(self._selection)
        return as_pointer(super().interface_cast(kind))


class Node(QAccessibleInterface):
    """What a group and a card have in common: an id, and no object of Qt's behind them."""

    def __init__(self, tree: "BoardTree", key: str) -> None:
        super().__init__()
        self._tree_kept, self.id = ref(tree), key

    @property
    def tree(self) -> "BoardTree":
        """What it belongs to; it goes when that goes."""
        return cast("BoardTree", self._tree_kept())

    def isValid(self) -> bool:
        """Qt: whether it may be asked anything."""
        tree = self._tree_kept()
        return tree is not None and isValid(tree.view)

    def object(self) -> "QObject":
        """Qt: none."""
        return cast("QObject", None)

    def window(self) -> "QWindow":
        """Qt: the window it is seen in."""
        return self.tree.root().window()

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Qt: words are changed elsewhere."""

    def child(self, index: int) -> QAccessibleInterface:
        """Qt: no children."""
        return NOTHING

    def childCount(self) -> int:
        """Qt: no children."""
        return 0

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Qt: no children."""
        return NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Qt: no children."""
        return -1

    def plain_state(self) -> QAccessible.State:
        """Whether it is out of sight, or the board is under its lock."""
        state, view = QAccessible.State(), self.tree.view
        state.disabled = 0 if view.isEnabled() else 1
        state.invisible = 0 if view.isVisible() else 1
        state.offscreen = 0 if self.rect().intersects(self.tree.glass()) else 1
        return state


class GroupNode(Node):
    """A theme or the loose ground: its children are the cards."""

    def __init__(self, tree: "BoardTree", key: str) -> None:
        super().__init__(tree, key)
        self._selection = Selection(tree, key)

    def parent(self) -> QAccessibleInterface:
        """Qt: the board."""
        return self.tree.root()

    def role(self) -> QAccessible.Role:
        """Qt: a group."""
        return QAccessible.Role.Grouping

    def rect(self) -> QRect:
        """Qt: where it is on the screen."""
        return self.tree.group_rect(self.id)

    def state(self) -> QAccessible.State:
        """Qt: as it is."""
        return self.plain_state()

    def text(self, kind: QAccessible.Text) -> str:
        """Qt: its name, and how many ideas are in it."""
        if kind is QAccessible.Text.Name:
            return self.tree.group_name(self.id)
        return self.tree.group_counted(self.id) if kind is QAccessible.Text.Description else ""

    def childCount(self) -> int:
        """Qt: how many cards are in it."""
        return len(self.tree.card_ids(self.id))

    def child(self, index: int) -> QAccessibleInterface:
        """Qt: a card, in reading order."""
        ids = self.tree.card_ids(self.id)
        return self.tree.card(ids[index]) if 0 <= index < len(ids) else NOTHING

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Qt: the card at a point of the screen."""
        card_id = self.tree.card_at(QPoint(x, y))
        return self.tree.card(card_id) if card_id and self.tree.group_of(card_id) == self.id else NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Qt: where a card stands, -1 if it is elsewhere."""
        ids = self.tree.card_ids(self.id)
        return ids.index(child.id) if isinstance(child, CardNode) and child.id in ids else -1

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Qt: the node as something else."""
        return as_pointer(self._selection if kind is QAccessible.InterfaceType.SelectionInterface else None)


class StackNode(GroupNode):
    """What lies face down: one thing with its count, for nothing else is known of it."""

    def role(self) -> QAccessible.Role:
        """Qt: one of several."""
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        """Qt: how many."""
        return self.tree.group_name(self.id) if kind is QAccessible.Text.Name else ""


class CardNode(Node):
    """A card. It stays in the group in which it was made; where the card changes groups, the tree makes another."""

    def __init__(self, tree: "BoardTree", key: str, group_id: str) -> None:
        super().__init__(tree, key)
        self.group_id = group_id
        self.known = tree.known_of(key)  # what was last told of it
        self._actions = CardActions(tree, key)

    def parent(self) -> QAccessibleInterface:
        """Qt: its group."""
        return self.tree.group(self.group_id)

    def role(self) -> QAccessible.Role:
        """Qt: one of several."""
        return QAccessible.Role.ListItem

    def rect(self) -> QRect:
        """Qt: where it is on the screen, also while it is carried."""
        return self.tree.card_rect(self.id)

    def state(self) -> QAccessible.State:
        """Qt: as it is."""
        state, view = self.plain_state(), self.tree.view
        state.focusable = state.selectable = state.multiSelectable = 1
        state.movable = 1 if view.lock.is_open else 0
        state.selected = 1 if self.tree.is_chosen(self.id) else 0
        state.focused = 1 if view.hasFocus() and view.chosen_id == self.id else 0
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Qt: the idea in words, and how it lies."""
        if kind is QAccessible.Text.Name:
            return self.tree.card_name(self.id)
        return self.tree.card_described(self.id) if kind is QAccessible.Text.Description else ""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Qt: the node as something else."""
        return as_pointer(self._actions if kind is QAccessible.InterfaceType.ActionInterface else None)


class CardActions(QAccessibleActionInterface):
    """What can be done with a card: choose it and, once it is chosen, open it; its menu; the keyboard on it."""

    def __init__(self, tree: "BoardTree", card_id: str) -> None:
        super().__init__()
        self._tree_kept, self._card_id = ref(tree), card_id

    @property
    def _tree(self) -> "BoardTree":
        return cast("BoardTree", self._tree_kept())

    def actionNames(self) -> list[str]:
        """Qt: by these names."""
        view = self._tree.view
        return [CHOOSE, OPEN_MENU, FOCUS] if view.lock.is_open else [CHOOSE, FOCUS] if view.isEnabled() else [FOCUS]

    def doAction(self, name: str) -> None:
        """Qt: do it, once the question is answered: a menu must not come up while the one who asked still waits."""
        acts = {CHOOSE: self._tree.press, OPEN_MENU: self._tree.open_menu, FOCUS: self._tree.focus}
        if name in acts and name in self.actionNames():
            self._tree.do_soon(acts[name], self._card_id)

    def keyBindingsForAction(self, name: str) -> list[str]:
        """Qt: the same by keys."""
        return {CHOOSE: ["Return"], OPEN_MENU: ["M", "Menu"]}.get(name, [])

    def localizedActionName(self, name: str) -> str:
        """Qt: the name to read out."""
        return {
            CHOOSE: translate("board", "Choose, then open"),
            OPEN_MENU: translate("board", "Move to…"),
            FOCUS: translate("board", "Go to it"),
        }.get(name, "")

    def localizedActionDescription(self, name: str) -> str:
        """Qt: more about it."""
        return self.localizedActionName(name)


class Selection(QAccessibleSelectionInterface):
    """The chosen cards, of the whole board or of one group."""

    def __init__(self, tree: "BoardTree", group_id: str | None = None) -> None:
        super().__init__()
        self._tree_kept, self._group_id = ref(tree), group_id

    @property
    def _tree(self) -> "BoardTree":
        return cast("BoardTree", self._tree_kept())  # the view takes both with it

    def selectedItems(self) -> list[QAccessibleInterface]:
        """Qt: the nodes of the chosen cards."""
        tree = self._tree
        return [tree.card(one) for one in tree.chosen_ids() if self._group_id in (None, tree.group_of(one))]

    def selectedItemCount(self) -> int:
        """Qt: how many these are."""
        return len(self.selectedItems())

    def selectedItem(self, index: int) -> QAccessibleInterface:
        """Qt: one of them."""
        items = self.selectedItems()
        return items[index] if 0 <= index < len(items) else NOTHING

    def isSelected(self, child: QAccessibleInterface) -> bool:
        """Qt: whether a card is chosen."""
        return isinstance(child, CardNode) and self._tree.is_chosen(child.id)

    def select(self, child: QAccessibleInterface) -> bool:
        """Qt: choose a card."""
        return isinstance(child, CardNode) and self._tree.mark(child.id, on=True)

    def unselect(self, child: QAccessibleInterface) -> bool:
        """Qt: choose it no longer."""
        return isinstance(child, CardNode) and self._tree.mark(child.id, on=False)

    def selectAll(self) -> bool:
        """Qt: not at once: there may be thousands."""
        return False

    def clear(self) -> bool:
        """Qt: choose nothing."""
        return self._tree.mark("", on=False)
