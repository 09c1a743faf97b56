"""The coverage map: school life as a wheel that fills as it is explored. A picture, not a table."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_app.facilitation.coverage import Explored
from workshop_app.ui import map_words, theme, wheel, wheel_paint
from workshop_app.ui.wheel import Wedge, Wheel
from workshop_app.ui.wheel_name import NONE, WheelName
from workshop_app.words import translate

_LARGE = 800  # a map that is larger has larger names
_NAME, _LARGE_NAME, _LEAST_NAME = 15.5, 18.0, 13.0  # letters in pixels; the least that one name brings upon all


class CoverageMap(QWidget):
    """Five sectors of wedges that fill ring by ring. It shows, and says which aspect was chosen; "" for none."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAccessibleName(translate("map", "Map of school life"))
        self._map: list[Explored] = []
        self._names: list[WheelName] = []
        self._lit = NONE
        self._families: list[int] = []
        self._wheel: Wheel | None = None

    def show_map(self, map_: Sequence[Explored], *, session: bool = False) -> None:
        """Show the map of the year or of a session, family by family in the order in which they come."""
        families = list(dict.fromkeys(one.aspect.family for one in map_))
        self._map = sorted(map_, key=lambda one: families.index(one.aspect.family))
        self._families = [sum(one.aspect.family == family for one in map_) for family in families]
        while len(self._names) < len(self._map):
            self._names.append(self._name(len(self._names)))
        while len(self._names) > len(self._map):
            self._names.pop().deleteLater()
        self.setMinimumSize(wheel.least(len(self._map)))
        for one, name in zip(self._map, self._names, strict=True):
            name.show_name(one.aspect.name, map_words.told(one, session=session), asked=one.depth > 0)
        self._lay()
        self._one_stop()

    def choose(self, aspect_id: str) -> None:
        """Mark an aspect as chosen without saying so; "" for none."""
        for one, name in zip(self._map, self._names, strict=True):
            name.setChecked(one.aspect.id == aspect_id)
        self._one_stop()
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: as large as there is room for."""
        return QSize(900, theme.px(620))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size."""
        super().resizeEvent(event)
        self._lay()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: the wedge under the pointer lights up with its name."""
        self._light(self._at(event))

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: the pointer goes."""
        super().leaveEvent(event)
        self._light(NONE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a wedge is chosen; a press beside all of them chooses none."""
        number = self._at(event)
        if number == NONE:
            self.choose("")
            self.chosen.emit("")
        else:
            self._names[number].setFocus(Qt.FocusReason.MouseFocusReason)
            self._choose(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the wheel. The names paint themselves."""
        if self._wheel is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for spot in self._wheel.wedges:
            wheel_paint.leader(painter, spot)
        for number, (one, spot) in enumerate(zip(self._map, self._wheel.wedges, strict=True)):
            strong = self._names[number].isChecked() or number == self._lit
            wheel_paint.wedge(painter, self._wheel, spot, one.aspect.family, one.depth, strong=strong)
            picked = bool(one.picked)
            wheel_paint.disc(painter, self._wheel, spot, one.aspect.symbol, asked=one.depth > 0, picked=picked)
            if one.openness is not None and one.openness.how in map_words.MARKS:
                wheel_paint.badge(painter, self._wheel, spot, map_words.MARKS[one.openness.how])
        for family, spots in self._sectors():
            wheel_paint.sector(painter, self._wheel, spots, family)
        asked = sum(one.depth > 0 for one in self._map)
        wheel_paint.hub(painter, self._wheel, str(asked), translate("map", "of {n} asked", n=len(self._map)))
        painter.end()

    def _name(self, number: int) -> WheelName:
        made = WheelName(self, number)
        made.stepped.connect(partial(self._step, number))
        made.lit.connect(self._light)
        made.clicked.connect(lambda _checked=False, number=number: self._choose(number))
        made.show()
        return made

    def _lay(self) -> None:
        size = _LARGE_NAME if min(self.width(), self.height()) > theme.px(_LARGE) else _NAME
        for name in self._names:
            name.set_size(size)
        self._wheel = wheel.layout(self.size(), self._families, lambda number, wide: self._names[number].wanted(wide))
        for name, spot in zip(self._names, self._wheel.wedges, strict=True):
            name.place(spot.name.toRect(), right=spot.right)
        # Where some have to be smaller all are, within reason, so that it stays one picture.
        smallest = min((name.lettered()[0].pixelSize() for name in self._names), default=0)
        for name in self._names:
            name.set_size(max(smallest / theme.scale(), _LEAST_NAME))
        self.update()

    def _sectors(self) -> Iterator[tuple[str, tuple[Wedge, ...]]]:
        spots = self._wheel.wedges if self._wheel else ()
        for family in dict.fromkeys(one.aspect.family for one in self._map):
            of_family = zip(self._map, spots, strict=True)
            yield family, tuple(spot for one, spot in of_family if one.aspect.family == family)

    def _at(self, event: QMouseEvent) -> int:
        hit = self._wheel.hit(event.position()) if self._wheel else None
        return NONE if hit is None else hit

    def _light(self, number: int) -> None:
        if number != self._lit:
            self._lit = number
            self.update()

    def _step(self, number: int, step: int) -> None:
        self._names[(number + step) % len(self._names)].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, number: int) -> None:
        aspect_id = self._map[number].aspect.id
        self.choose(aspect_id)
        self.chosen.emit(aspect_id)

    def _one_stop(self) -> None:
        """Tab comes to the wheel once, at what is chosen; arrows do the rest."""
        first = next((number for number, name in enumerate(self._names) if name.isChecked()), 0)
        for number, name in enumerate(self._names):
            policy = Qt.FocusPolicy.StrongFocus if number == first else Qt.FocusPolicy.ClickFocus
            name.setFocusPolicy(policy)
