"""Between the asset map as it is seen and the programme: what is done on it goes in, what is on it comes out."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workshop_app.domain import asset_map, seen_assets
from workshop_app.domain.asset_map import Asset, Sort
from workshop_app.domain.people import Role
from workshop_app.domain.seen_assets import HOLDER
from workshop_app.ui.aloud import Aloud
from workshop_app.ui.desk import Desk
from workshop_app.ui.shared.asking import Asking
from workshop_app.ui.shared.assets_sheet import AssetsSheet
from workshop_app.words import translate
from workshop_app.workspace import Changes


class AssetsDesk(QObject):
    """Does what the map's commands ask for (see AssetCommands). `host` is where other words are asked for."""

    def __init__(self, desk: Desk, host: Callable[[], QWidget], aloud: Aloud | None = None) -> None:
        super().__init__()
        self._desk, self._host, self._aloud = desk, host, aloud

    def add_asset(self, sort: str, what: str, held_by: str) -> bool:
        """See AssetCommands."""
        workspace, session = self._desk.workspace, self._desk.session
        return self._hear(
            lambda: self._desk.do(
                "add-asset",
                asset_map.add_asset,
                new_id=workspace.new_id(),
                at=workspace.now(),
                sort=Sort(sort),
                what=what,
                held_by=Role(held_by),
                session_id=session.id if session is not None and not session.done else None,
            )
        )

    def move_asset(self, asset_id: str, by: str, key: str) -> bool:
        """See AssetCommands."""
        if by == HOLDER:
            return self._hear(lambda: self._desk.do("hold-asset", asset_map.hold_asset, asset_id, Role(key)))
        return self._hear(lambda: self._desk.do("sort-asset", asset_map.sort_asset, asset_id, Sort(key)))

    def reword_asset(self, asset_id: str) -> None:
        """See AssetCommands."""
        asset = self._desk.programme.all(Asset).get(asset_id)
        if asset is not None:
            Asking(
                self._host(),
                translate("assets", "What is it, in other words?"),
                asset.what,
                translate("assets", "Say it so"),
                lambda text: self._hear(lambda: self._desk.do("reword-asset", asset_map.reword_asset, asset_id, text)),
            )

    def drop_asset(self, asset_id: str) -> bool:
        """See AssetCommands."""
        return self._hear(lambda: self._desk.do("drop-asset", asset_map.drop_asset, asset_id))

    def _hear(self, act: Callable[[], bool]) -> bool:
        return act() if self._aloud is None else self._aloud.hear(act)


def open_assets(desk: Desk, host: QWidget, aloud: Aloud) -> None:
    """Show the map over `host`, once at a time; what can't be done is said by `aloud`."""
    if host.findChildren(AssetsSheet):
        return
    commands = AssetsDesk(desk, lambda: host, aloud)
    sheet = AssetsSheet(host, commands)
    commands.setParent(sheet)
    sheet.show_assets(seen_assets.on_the_map(desk.programme))
    _Feeding(desk, sheet)


class _Feeding(QObject):
    """Tells a sheet what is on the map, and is gone with it."""

    def __init__(self, desk: Desk, sheet: AssetsSheet) -> None:
        super().__init__(sheet)
        self._desk, self._sheet = desk, sheet
        desk.changed.connect(self._changed)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(Asset):
            self._sheet.show_assets(seen_assets.on_the_map(self._desk.programme))
