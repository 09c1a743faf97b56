"""What the whole map says: how much was asked, how to read it, what to ask next, which frameworks are not met yet."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_app.domain import openness
from workshop_app.facilitation import coverage
from workshop_app.facilitation.bank import Bank, Framework
from workshop_app.facilitation.coverage import Explored
from workshop_app.ui import pieces
from workshop_app.ui.flow import Flow
from workshop_app.ui.legend import RINGED, Sample
from workshop_app.ui.lettering import Words
from workshop_app.ui.map_words import MARKS
from workshop_app.ui.tile import AspectTile, FamilyMark
from workshop_app.words import translate


class WholeSide(QWidget):
    """It shows, and says which suggestion was pressed."""

    chosen = Signal(str)

    def __init__(self, bank: Bank) -> None:
        super().__init__()
        self._bank = bank
        self._count = Words(size=19, bold=True)
        self._next_title = pieces.label(translate("map", "For next time"), size=17, bold=True)
        self._next = pieces.column(6)
        self._never = Words(size=15)
        self._met = pieces.column(6)
        self._ringed = _pair(Sample(RINGED), Words(translate("map", "The students picked it themselves"), size=15))
        self._marks = QWidget()  # explained where they are on the map
        line = Flow(spacing=12)
        for how, mark in MARKS.items():
            line.addWidget(_pair(Sample(mark), pieces.label(openness.name(how), size=15)))
        self._marks.setLayout(line)
        column = pieces.column(7)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self._count)
        column.addWidget(pieces.label(translate("map", "Press a wedge, or its name, to look closer."), tone="soft"))
        column.addSpacing(4)
        column.addWidget(self._next_title)
        column.addLayout(self._next)
        column.addSpacing(8)
        for sign, words in self._rings():
            column.addLayout(pieces.row(Sample(sign), words, spacing=12))
        column.addWidget(self._ringed)
        column.addWidget(self._marks)
        column.addSpacing(4)
        column.addLayout(_families(bank))
        column.addSpacing(8)
        column.addLayout(self._met)
        column.addStretch(1)
        self.setLayout(column)

    def show_map(self, map_: Sequence[Explored], year: Sequence[Explored], when: str) -> None:
        """Say what `map_` shows; `when` names its session, "" for the year. What to ask next follows from the year."""
        never = len(coverage.never_asked(map_))
        counts = {"n": len(map_) - never, "of": len(map_), "never": never}
        never_asked = translate("map", "Dashed and empty: never asked")
        self._never.set_text(translate("map", "Dashed and empty: not asked this time") if when else never_asked)
        if when:
            self._count.set_text(translate("map", "{when}: {n} of {of} aspects asked", when=when, **counts))
        elif never == len(map_):
            self._count.set_text(translate("map", "Nothing was asked yet of {of} aspects", **counts))
        else:
            self._count.set_text(translate("map", "{n} of {of} aspects asked, {never} never asked", **counts))
        self._ringed.setVisible(any(one.picked for one in map_))
        self._marks.setVisible(any(one.openness is not None and one.openness.how in MARKS for one in map_))
        pieces.clear(self._next)
        suggested = coverage.suggested(year)
        for aspect in suggested:
            tile = AspectTile(aspect.name, aspect.family)
            tile.setCheckable(False)
            tile.clicked.connect(lambda _checked=False, key=aspect.id: self.chosen.emit(key))
            self._next.addWidget(tile)
        self._next_title.setVisible(bool(suggested))
        met = coverage.elements_met(year, self._bank)
        pieces.clear(self._met)
        for one in self._bank.frameworks:
            self._met.addWidget(Words(_not_met(one, met[one.id]), size=14, colour="soft"))

    def _rings(self) -> tuple[tuple[str, Words], ...]:
        return (
            ("0", self._never),
            ("1", Words(translate("map", "One ring: asked"), size=15)),
            ("2", Words(translate("map", "Two: explored, with three ideas or more"), size=15)),
            ("3", Words(translate("map", "Three: explored deeply"), size=15)),
        )


def _families(bank: Bank) -> Flow:
    line = Flow(spacing=10)
    for family in bank.families:
        line.addWidget(_pair(FamilyMark(family.id), pieces.label(family.name, size=14)))
    return line


def _not_met(framework: Framework, met: Mapping[str, int]) -> str:
    missing = [name for element, name in framework.elements.items() if not met[element]]
    if not missing:
        return translate("map", "{framework}: each part was met.", framework=framework.name)
    if len(missing) == len(framework.elements):
        return translate("map", "{framework}: no part was met yet.", framework=framework.name)
    return translate("map", "{framework}, not met yet: {parts}.", framework=framework.name, parts="; ".join(missing))


def _pair(mark: QWidget, words: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(pieces.row(mark, words, spacing=6))
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return made
