"""Several schools' packs side by side, as calm tables of counts, with what they can't say."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from workshop_app.exchange.pack_picture import Picture, Table, picture
from workshop_app.exchange.share_pack import SharePack
from workshop_app.ui import columns, pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.words import translate

MOST = 6  # schools that have a column of their own
NUMBER = 58  # logical pixels


class PicturePane(QWidget):
    """Every count stands as a number: no bars, no ranks."""

    def __init__(self, packs: Iterable[SharePack]) -> None:
        super().__init__()
        made = picture(packs)
        column = pieces.column(14)
        column.setContentsMargins(26, 4, 20, 24)
        column.addWidget(Words(translate("share", "Side by side"), size=24, bold=True))
        schools = pieces.column(2)
        for number, school in enumerate(made.schools, start=1):
            plans = (
                translate("share", "1 plan") if school.plans == 1 else translate("share", "{n} plans", n=school.plans)
            )
            practice = translate("share", "practice") if school.practice else ""
            line = " · ".join(filter(None, (school.name, school.year, plans, practice)))
            schools.addWidget(Words(f"{number}   {line}", size=16))
        column.addLayout(schools)
        for table in made.tables:
            column.addWidget(_table(made, table))
        cannot = pieces.frame("notice", margins=(18, 12, 18, 14), spacing=6)
        pieces.fill(cannot, Words(translate("share", "What this can’t say"), size=16, bold=True, colour="notice"))
        pieces.fill(cannot, *(Words(one, size=16, colour="notice") for one in made.cannot))
        column.addWidget(cannot)
        column.addStretch(1)
        outer = pieces.column(0)
        outer.addWidget(columns.scrolled(column, 900))
        self.setLayout(outer)


def _table(made: Picture, table: Table) -> QFrame:
    panel = pieces.frame("panel", margins=(20, 12, 20, 14), spacing=6)
    pieces.fill(panel, pieces.label(table.heading, size=18, bold=True), Words(table.explained, size=14, colour="soft"))
    if not table.rows:
        pieces.fill(panel, Words(translate("share", "Nothing of it in these packs."), size=16))
        return panel
    grid = QGridLayout()
    grid.setHorizontalSpacing(4)
    grid.setVerticalSpacing(6)
    apart = len(made.schools) <= MOST and theme.scale() < theme.ROOM_FROM
    heads = [str(n) for n in range(1, len(made.schools) + 1)] if apart else []
    heads = [*heads, translate("share", "all")] if len(heads) != 1 else heads
    for place, head in enumerate(heads, start=1):
        grid.addWidget(_number(head, soft=True), 0, place)
    for line, row in enumerate(table.rows, start=1):
        grid.addWidget(Words(row.words, size=16, middle=True), line, 0)
        counts = [*(row.counts if apart else ()), row.total] if len(heads) != 1 or not apart else list(row.counts)
        for place, count in enumerate(counts, start=1):
            told = _number(str(count) if count else "–", soft=not count, bold=place == len(heads))
            told.setAccessibleName(f"{row.words}, {heads[place - 1]}: {count}")
            grid.addWidget(told, line, place)
    grid.setColumnStretch(0, 1)
    pieces.fill(panel, grid)
    return panel


def _number(text: str, *, soft: bool = False, bold: bool = False) -> QWidget:
    made = pieces.label(text, tone="soft" if soft else "", size=16, bold=bold and not soft)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setMinimumWidth(theme.px(NUMBER))
    return made
