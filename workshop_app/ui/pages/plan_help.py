"""What an action could rest on: assets of the map that fit what is typed, each with the word that says why."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from workshop_app.domain import asset_map
from workshop_app.domain.asset_map import Asset
from workshop_app.facilitation.fitting_assets import Fit, fitting
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.flow import Flow
from workshop_app.ui.role_words import roles_name
from workshop_app.ui.shared.bare_menu import BareMenu, add, plain
from workshop_app.words import translate


class ActionHelp(QWidget):
    """Chips to choose from: those that are chosen first, then those that fit. Others are a menu away."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chosen: tuple[str, ...] = ()
        self._action = ""
        self._shown: object = None
        self._chips: dict[str, QPushButton] = {}
        self._flow = Flow(8)
        self._words = pieces.label(translate("actions", "rests on"), tone="soft", size=15)
        self._others = pieces.button(translate("actions", "From what we have…"), self._offer_others, kind="quiet")
        line = pieces.row(self._words, self._flow, self._others, spacing=10)
        line.setStretch(1, 1)
        self.setLayout(line)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the assets that are chosen."""
        return self._chosen

    def choose(self, asset_ids: Iterable[str]) -> None:
        """Choose these and no others."""
        self._chosen = tuple(asset_ids)
        self.refresh()

    def fit(self, action: str) -> None:
        """Offer what fits these words."""
        self._action = action
        self.refresh()

    def refresh(self) -> None:
        """Offer what is on the map now."""
        programme = self._desk.programme
        known = programme.all(Asset)
        self._chosen = tuple(one for one in self._chosen if one in known)  # an undo may have taken one along
        there = asset_map.assets(programme)
        fits = fitting(self._action, there, but=self._chosen)
        chosen = asset_map.named(programme, self._chosen)
        self.setVisible(bool(there or chosen))
        shown = [(one.id, one.what) for one in chosen], [(fit.asset.id, fit.asset.what, why(fit)) for fit in fits]
        if shown == self._shown:
            return  # a chip under somebody's finger must not be replaced
        self._shown = shown
        pieces.clear(self._flow)
        for one in chosen:
            self._flow.addWidget(self._chip(one, on=True))
        for fit in fits:
            pair = QWidget()
            pair.setLayout(pieces.row(self._chip(fit.asset, on=False), _because(fit), spacing=6))
            self._flow.addWidget(pair)

    def _chip(self, asset: Asset, *, on: bool) -> QPushButton:
        name = translate("actions", "It rests on: {what}", what=asset.what)
        chip = pieces.chip(asset.what, partial(self._turn, asset.id), name=name)
        chip.setCheckable(True)
        chip.setChecked(on)
        return chip

    def _turn(self, asset_id: str) -> None:
        rest = tuple(one for one in self._chosen if one != asset_id)
        self._chosen = rest if asset_id in self._chosen else (*rest, asset_id)
        self.refresh()
        self.changed.emit()

    def _offer_others(self) -> None:
        menu = BareMenu(self._others, translate("actions", "From what we have…"))
        for one in asset_map.assets(self._desk.programme):
            if one.id not in self._chosen:
                add(menu, plain(held(one)), partial(self._turn, one.id))
        menu.addSeparator()
        add(menu, translate("actions", "Add to what we can bring…"), partial(self._desk.going.emit, "assets"))
        pieces.open_below(menu, self._others)


def why(fit: Fit) -> str:
    """Why an asset fits, in a few words."""
    if fit.words:
        return translate("actions", "both say “{words}”", words=", ".join(fit.words))
    return translate("actions", "for “{word}”", word=fit.calls)


def held(asset: Asset) -> str:
    """An asset with who holds it, on one line."""
    return translate("actions", "{what} · {whose}", what=asset.what, whose=roles_name(asset.held_by).lower())


def _because(fit: Fit) -> QWidget:
    return pieces.label(why(fit), tone="soft", size=14)
