"""Power and help: what was counted over the year as small pictures, and what such small numbers can't show."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from workshop_app.dates import short_date
from workshop_app.domain import headcounts
from workshop_app.domain.count_chart import CountChart
from workshop_app.domain.headcounts import SHOWN_FROM, Family
from workshop_app.facilitation import questions
from workshop_app.ui import count_charts, pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.headcount_box import AskingRow, HeadcountBox
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.promises_part import PromisesPart
from workshop_app.ui.shared.count_picture import CountPicture
from workshop_app.words import translate

BESIDE = 1040  # logical pixels from which on two pictures stand side by side
WIDE_FROM = 6  # columns of a picture that has a line to itself
ORDER = (None, Family.LUNDY, Family.LADDER, Family.PROMISE, Family.HELP)  # None is power by role


class PowerPart(PromisesPart):
    """A picture for each family of questions and one for power by role. Questions can be asked from here too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._cards: list[_Card] = []
        limits = self._limits = pieces.frame("accent", margins=(18, 12, 18, 14), spacing=4)
        pieces.fill(limits, pieces.label(translate("power", "What these pictures can’t show"), size=17, bold=True))
        for sentence in questions.limits():
            pieces.fill(limits, Words(sentence, size=16))
        asking = pieces.frame("panel", margins=(18, 12, 18, 12))
        self._wrong = pieces.button(translate("power", "A count was wrong…"), self._offer_counts, kind="quiet")
        self._asking, self._count = AskingRow(desk), HeadcountBox(desk)
        pieces.fill(asking, self._asking, self._count)
        none = translate(
            "power",
            "There is nothing to show yet. From {n} answers on, what was counted is a picture here.",
            n=SHOWN_FROM,
        )
        self._none = Words(none, size=17, colour="soft")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(14)
        inside = QWidget()
        column = pieces.column(14)
        column.setContentsMargins(0, 0, 10, 0)
        column.addWidget(asking)
        column.addWidget(self._none)
        column.addLayout(self._grid)
        column.addWidget(limits)
        column.addLayout(pieces.row(self._wrong, None))
        column.addStretch(1)
        inside.setLayout(column)
        outer = pieces.column(0)
        outer.addWidget(pieces.scroller(inside))
        self.setLayout(outer)
        desk.counting.moved.connect(self._mark)

    def refresh(self) -> None:
        """Everything that may be shown now."""
        self._asking.refresh()
        self._count.refresh()
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []
        for family in ORDER:
            chart, unshown = self._chart(family)
            if chart.rows or unshown:
                self._cards.append(_Card(chart, unshown, self._show))
        self._none.setVisible(not self._cards)
        self._limits.setVisible(bool(self._cards))
        self._wrong.setVisible(bool(headcounts.standing(self.desk.programme)))
        self._mark()
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: two side by side where there is room."""
        super().resizeEvent(event)
        self._lay()

    def _chart(self, family: Family | None) -> tuple[CountChart, int]:
        programme = self.desk.programme
        if family is None:
            return count_charts.of_power(programme), 0
        return count_charts.of_family(programme, family)

    def _show(self, chart: CountChart) -> None:
        """On the shared screen, or away from it again."""
        self.desk.counting.show_chart(None if self._is_shown(chart) else chart)

    def _is_shown(self, chart: CountChart) -> bool:
        shown = self.desk.counting.chart
        return shown is not None and shown.title == chart.title

    def _mark(self) -> None:
        for card in self._cards:
            card.mark(on=self._is_shown(card.chart))

    def _lay(self) -> None:
        """The pictures in their order: two in a line, or one that is wide."""
        across = 2 if self.width() >= theme.px(BESIDE) else 1
        line, place = 0, 0
        for number, card in enumerate(self._cards):
            alone = card.wide or across == 1
            if alone and place:
                line, place = line + 1, 0
            following = self._cards[number + 1 : number + 2]
            last = not place and (not following or following[0].wide)
            self._grid.addWidget(card, line, place, 1, across if alone or last else 1)
            if alone or place or last:
                line, place = line + 1, 0
            else:
                place = 1
        for one in range(2):
            self._grid.setColumnStretch(one, int(one < across))

    def _offer_counts(self) -> None:
        """Which count was wrong: by question and day, and never with what was counted."""
        menu = QMenu(self)
        for one in reversed(headcounts.standing(self.desk.programme)):
            asked = questions.question(one.question)
            side = translate("power", "adults") if one.side is headcounts.Side.STAFF else translate("power", "students")
            words = translate(
                "power",
                "Take out: {name}, {side}, {day}",
                name=asked.name,
                side=side,
                day=short_date(headcounts.day_of(self.desk.programme, one)),
            )
            menu.addAction(words, partial(self.desk.do, "take-count-back", headcounts.take_count_back, one.id))
        pieces.open_below(menu, self._wrong)


class _Card(QWidget):
    """One picture with its name, a way to show it to everybody, and how many counts it does not show."""

    def __init__(self, chart: CountChart, unshown: int, then: Callable[[CountChart], None]) -> None:
        super().__init__()
        self.chart, self.wide = chart, len(chart.columns) >= WIDE_FROM
        self._show = pieces.button("", lambda: then(chart), kind="small")
        self._show.setVisible(bool(chart.rows))
        frame = pieces.frame("panel", margins=(18, 12, 18, 14), spacing=10)
        heading = Words(chart.title, size=19, bold=True, middle=True)
        top = pieces.row(heading, self._show)
        top.setStretch(0, 1)
        pieces.fill(frame, top)
        if chart.rows:
            pieces.fill(frame, CountPicture(chart))
        if unshown:
            pieces.fill(frame, Words(_unshown_words(unshown), size=15, colour="soft"))
        column = pieces.column(0)
        column.addWidget(frame)
        column.addStretch(1)
        self.setLayout(column)

    def mark(self, *, on: bool) -> None:
        """Whether everybody sees it now."""
        words = translate("power", "Take it away") if on else translate("power", "Show to everybody")
        self._show.setText(words)
        self._show.setAccessibleName(f"{words}: {self.chart.title}")


def _unshown_words(number: int) -> str:
    if number == 1:
        return translate("power", "1 count had fewer than {n} answers. It is kept, and not shown.", n=SHOWN_FROM)
    return translate(
        "power", "{m} counts had fewer than {n} answers each. They are kept, and not shown.", m=number, n=SHOWN_FROM
    )
