"""The map: which aspects of school life this group has explored, how deeply, and which were never asked."""

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from workshop_app.domain.sessions import in_order
from workshop_app.facilitation import coverage
from workshop_app.facilitation.coverage import Explored
from workshop_app.ui import pieces, theme
from workshop_app.ui.across import Across
from workshop_app.ui.coverage_map import CoverageMap
from workshop_app.ui.desk import Desk
from workshop_app.ui.going import to_prepare
from workshop_app.ui.openness_box import OpennessBox
from workshop_app.ui.pages.map_aspect import AspectSide
from workshop_app.ui.pages.map_whole import WholeSide
from workshop_app.ui.pages.page import Page
from workshop_app.ui.when import When
from workshop_app.workspace import Changes

_SIDE = 420  # width of the panel, in logical pixels


class MapPage(Page):
    """The wheel at the left; at the right what is chosen on it, or what the whole of it says."""

    name = "map"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._chosen = ""
        self._map: dict[str, Explored] = {}
        self._when = When()
        self._when.chosen.connect(lambda _session_id: self.refresh())
        self._wheel = CoverageMap()
        self._wheel.chosen.connect(self._choose)
        self._whole = WholeSide(desk.bank)
        self._whole.chosen.connect(self._choose)
        self._aspect = AspectSide(desk)
        self._aspect.back.connect(partial(self._choose, ""))
        self._aspect.change.connect(self._ask_openness)
        self._aspect.explore.connect(self._explore)
        self._box = OpennessBox(desk)
        self._box.declared.connect(self._answered)
        self._box.later.connect(self._answered)
        self._sides = QStackedWidget()
        sides: tuple[QWidget, ...] = (self._whole, self._aspect, self._box)
        self._scrolls = {side: pieces.scroller(side) for side in sides}
        for scroll in self._scrolls.values():
            self._sides.addWidget(scroll)
        panel = pieces.frame("panel", margins=(18, 16, 10, 16))
        pieces.fill(panel, self._sides)
        wheel = QWidget()
        left = pieces.column(8)
        wheel.setLayout(left)
        left.addWidget(self._when)
        wheel_area = _around(self._wheel)
        left.addWidget(pieces.scroller(wheel_area) if theme.scale() == 1 else wheel_area, 1)
        across = pieces.column()
        across.addWidget(Across(panel, wheel, _SIDE, least=1000, first=False, spacing=16))
        across.setContentsMargins(theme.PAGE_MARGIN // 2, 14, theme.PAGE_MARGIN // 2, 16)
        self.setLayout(across)

    def take(self, changes: Changes) -> None:
        """Whatever changed: little of it leaves the map as it is."""
        self.refresh()

    def refresh(self) -> None:
        """The whole picture."""
        programme, facts = self.desk.programme, self.desk.workspace.facts
        self._when.show_sessions(in_order(programme))
        year = coverage.explored(programme, facts, self.desk.bank)
        session_id = self._when.session_id
        map_ = coverage.explored(programme, facts, self.desk.bank, session_id) if session_id else year
        self._map = {one.aspect.id: one for one in year}
        self._wheel.show_map(map_, session=bool(session_id))
        self._whole.show_map(map_, year, self._when.name if session_id else "")
        self._choose(self._chosen)

    def _choose(self, aspect_id: str) -> None:
        """Turn to one aspect, or to the whole map where it is none."""
        asking = self._sides.currentWidget() is self._scrolls[self._box]
        stays = asking and aspect_id == self._chosen
        self._chosen = aspect_id if aspect_id in self._map else ""
        self._wheel.choose(self._chosen)
        if stays:
            return
        if self._chosen:
            self._aspect.show_aspect(self._map[self._chosen])
        self._turn_to(self._aspect if self._chosen else self._whole)

    def _turn_to(self, side: QWidget) -> None:
        self._sides.setCurrentWidget(self._scrolls[side])

    def _ask_openness(self) -> None:
        aspect = self._map[self._chosen].aspect
        self._box.show_aspect(aspect.id, aspect.name, aspect.family)
        self._turn_to(self._box)
        self._box.setFocus()

    def _answered(self) -> None:
        self._turn_to(self._whole)
        self._choose(self._chosen)
        self._aspect.setFocus()

    def _explore(self) -> None:
        to_prepare(self.desk, self._chosen)


def _around(inside: QWidget) -> QWidget:
    made = QWidget()
    column = pieces.column(0)
    column.addWidget(inside)
    made.setLayout(column)
    return made
