"""The asset map: what this group and its neighbourhood can bring, who holds it, and who would ask."""

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from workshop_app.domain import asset_map, people, seen_assets
from workshop_app.domain.asset_map import Asset
from workshop_app.domain.people import Person
from workshop_app.ui import drafts, pieces, theme
from workshop_app.ui.assets_desk import AssetsDesk
from workshop_app.ui.desk import ASSETS, Desk
from workshop_app.ui.pages.page import Page
from workshop_app.ui.shared.asset_board import AssetBoard
from workshop_app.ui.shared.asset_capture import AssetCapture
from workshop_app.ui.shared.assets_sheet import order_choice
from workshop_app.ui.shared.bare_menu import add, plain
from workshop_app.words import translate
from workshop_app.workspace import Changes


class AssetsPage(Page):
    """Three questions above, the map below. Who would ask is said here, and nowhere that everybody sees."""

    name = "assets"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._commands = AssetsDesk(desk, self.window)
        self.board = AssetBoard(self._commands, self._asker, self._offer_askers)
        self._capture = AssetCapture(self._commands.add_asset)
        drafts.keep(self._capture.field, "assets/capture", desk)
        ask = pieces.frame("panel", margins=(20, 16, 20, 16))
        pieces.fill(ask, self._capture)
        title = pieces.label(translate("assets", "What can we bring?"), size=28, bold=True)
        why = translate(
            "assets", "A change that rests on what we have ourselves is ours. Drag a card to where it belongs."
        )
        body = QWidget()
        column = pieces.column(12)
        column.setContentsMargins(theme.PAGE_MARGIN, 18, theme.PAGE_MARGIN, 18)
        body.setLayout(column)
        column.addLayout(pieces.row(title, None, order_choice(self.board.order_by)))
        column.addWidget(pieces.label(why, tone="soft", size=16, wrap=True))
        column.addWidget(ask)
        column.addWidget(self.board, 1)
        foot = pieces.frame("foot", margins=(theme.PAGE_MARGIN, 10, theme.PAGE_MARGIN, 10))
        share = pieces.button(
            translate("assets", "Ask on the shared screen"), lambda: desk.for_all_wanted.emit(ASSETS, "")
        )
        onward = pieces.button(translate("assets", "To the plan  →"), partial(desk.going.emit, "plan"), kind="primary")
        self._count = pieces.label("", tone="soft")
        pieces.fill(foot, pieces.row(self._count, None, share, onward))
        outer = pieces.column(0)
        outer.addWidget(pieces.scroller(body), 1)
        outer.addWidget(foot)
        self.setLayout(outer)

    def enter(self) -> None:
        """The page comes up: one may type at once."""
        super().enter()
        self._capture.type_on()

    def catch_focus(self) -> None:
        """The keyboard is where the next answer is typed."""
        self._capture.type_on()

    def take(self, changes: Changes) -> None:
        """The map changed, or the people who would ask."""
        if changes.touches(Asset, Person):
            self.refresh()

    def refresh(self) -> None:
        """All that is on the map."""
        held = seen_assets.on_the_map(self.desk.programme)
        self.board.show_assets(held)
        self._count.setText(translate("assets", "On the map: {n}", n=len(held)))

    def _asker(self, asset_id: str) -> str:
        """Who would ask, as it stands on a card here."""
        asset = self.desk.programme.all(Asset).get(asset_id)
        person = self.desk.programme.all(Person).get(asset.asker_id or "") if asset is not None else None
        return translate("assets", "{name} would ask", name=person.name) if person is not None else ""

    def _offer_askers(self, menu: QMenu, asset_id: str) -> None:
        asset = self.desk.programme.all(Asset).get(asset_id)
        if asset is None:
            return
        inside = menu.addMenu(translate("assets", "Who would ask?"))
        for person in people.group(self.desk.programme):
            if person.id != asset.asker_id:
                add(inside, plain(person.name), partial(self._ask, asset_id, person.id))
        if asset.asker_id is not None:
            add(inside, translate("assets", "Nobody yet"), partial(self._ask, asset_id, None))

    def _ask(self, asset_id: str, person_id: str | None) -> None:
        self.desk.do("ask-for-asset", asset_map.ask_for_asset, asset_id, person_id)
