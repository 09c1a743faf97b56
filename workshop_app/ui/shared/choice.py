"""The cards that are chosen: one, or several at once, each with a ring. What is done to one of them is done to all."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem

from workshop_app.domain import board
from workshop_app.ui.shared.board_scene import BUNCH, HELD, CardItem
from workshop_app.ui.shared.ring import AccentRing, Ring
from workshop_app.words import translate

if TYPE_CHECKING:
    from workshop_app.ui.shared.board_view import BoardView


class Choice:
    """Which cards are chosen, in the order in which they were, and which of them the keyboard is on (`lead`).

    While several are being chosen (`choosing`) taps add a card or take it out, and the lead may be any card.
    """

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self.ids: tuple[str, ...] = ()
        self.choosing = False
        self.lead = ""
        self._lead_ring = Ring()
        view.board.addItem(self._lead_ring)
        self._rings: list[AccentRing] = []  # kept for the next choice
        self._bunches: list[QGraphicsItem] = []

    def only(self, card_id: str) -> None:
        """One card is chosen, or none ("")."""
        self._set((card_id,) if card_id in self._view.board.cards else ())

    def many(self, card_ids: Iterable[str]) -> None:
        """These are chosen, as far as they are on the board."""
        lying = self._view.board.cards
        self._set(tuple(dict.fromkeys(card_id for card_id in card_ids if card_id in lying)))

    def go_to(self, card_id: str, *, follow: bool = False) -> None:
        """The keyboard goes on to a card ("" for none); `follow` brings it into view and says what it is."""
        item = self._view.board.cards.get(card_id)
        self.lead = card_id if item is not None else ""
        if item is not None:
            self._view.leave_theme()
            if follow:
                corner = QPointF(board.CARD_W, board.CARD_H)
                self._view.ensureVisible(QRectF(item.home, item.home + corner), 30, 30)
                if self.choosing:
                    self._view.announce(
                        translate("board", "Chosen") if card_id in self.ids else translate("board", "Not chosen")
                    )
        self._view.tree.chose(self.lead)
        self._show_lead()
        self._view.chosen.emit(self.lead)

    def walk_to(self, card_id: str) -> None:
        """The keyboard walks on; while several are being chosen the choice stays."""
        if not self.choosing:
            self.only(card_id)
        self.go_to(card_id, follow=True)

    def together(self, card_id: str) -> tuple[str, ...]:
        """The cards that are meant when one of them is: all that are chosen, if it is among them."""
        return self.ids if card_id in self.ids else (card_id,)

    def with_it(self, item: CardItem) -> list[CardItem]:
        """The other chosen cards that a hand takes along with one, without those in other hands."""
        lying = self._view.board.cards
        others = (lying[one] for one in self.together(item.card.id) if one != item.card.id)
        return [one for one in others if one.scale_made != HELD]

    def toggle(self, card_id: str) -> None:
        """Add a card to those that are chosen, or take it out."""
        if card_id in self.ids:
            self._view.choose_many([one for one in self.ids if one != card_id], lead=card_id)
        else:
            self._view.choose_many((*self.ids, card_id), lead=card_id)
        self.say()

    def choose_by_taps(self, on: bool) -> None:
        """Begin or end choosing several by taps alone; at its end nothing is chosen any more."""
        if on != self.choosing:
            self.choosing = on
            if not on:
                self._view.choose("")
            self._view.announce(
                translate("board", "Choosing several: tap each card.") if on else translate("board", "Done choosing.")
            )
            self._view.selection_changed.emit()

    def refresh(self) -> None:
        """After news: without those that are gone, and with the rings where the cards are now."""
        lying = self._view.board.cards
        if any(card_id not in lying for card_id in self.ids):
            self.many(self.ids)
        self.show()
        self._view.chosen.emit(self.lead)

    def show(self) -> None:
        """Rings where the cards are; none around what is in a hand."""
        self.lead = self.lead if self.lead in self._view.board.cards else ""
        self._show_rings()
        self._show_lead()

    def recolour(self) -> None:
        """Rings in the colours now in force: plain while the keyboard is on the board, else thin and dashed."""
        for ring in self._rings:
            ring.recolour()
        self._show_lead()

    def with_theme(self, card_id: str) -> list[str]:
        """All cards of a card's theme, in their order; every card, where it lies loose or all those are chosen."""
        scene = self._view.board
        found = scene.cards.get(card_id)
        home = found.card.theme_id if found is not None else None
        own = [card.id for card in scene.cards_of(home)] if home in scene.themes else []
        return list(scene.cards) if set(own) <= set(self.ids) else own

    def _set(self, card_ids: tuple[str, ...]) -> None:
        changed, self.ids = card_ids != self.ids, card_ids
        self._show_rings()
        if changed:
            self._view.selection_changed.emit()

    def say(self) -> None:
        """Say how many are chosen."""
        count = len(self.ids)
        self._view.announce(
            translate("board", "{n} cards chosen", n=count) if count != 1 else translate("board", "1 card chosen")
        )

    def _show_rings(self) -> None:
        """A ring each where there are several: items of their own, so that a move paints only those it touches."""
        wanted = self.ids if len(self.ids) > 1 or (self.choosing and self.ids) else ()
        while len(self._rings) < len(wanted):
            self._rings.append(self._ring())
        for ring, card_id in zip(self._rings, wanted, strict=False):
            ring.setPos(self._view.board.cards[card_id].home)
            ring.setVisible(not self._view.board.cards[card_id].is_away)
        for ring in self._rings[len(wanted) :]:
            ring.hide()

    def _ring(self) -> AccentRing:
        if len(self._rings) % BUNCH == 0:
            bunch = QGraphicsRectItem()
            bunch.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
            bunch.setZValue(3)
            self._view.board.addItem(bunch)
            self._bunches.append(bunch)
        return AccentRing(parent=self._bunches[-1])

    def _show_lead(self) -> None:
        item = self._view.board.cards.get(self.lead)
        self._lead_ring.lie_around(item if item is not None and item.scale_made != HELD else None)
        self._lead_ring.tell(keyboard=self._view.hasFocus() and (not self.choosing or self.lead in self.ids))
