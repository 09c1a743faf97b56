"""What became of one idea, day by day, over the board."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from workshop_app.ui import pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate

_WIDE, _AROUND = 680, 260  # logical pixels: the sheet; the room above, below and in it that is not the list's
_DAY_W = 170


class StorySheet(Veil):
    """`shown` is the idea itself, `lines` are (when, what) texts, the oldest first; a day is written once."""

    def __init__(self, host: QWidget, shown: QWidget, lines: Sequence[tuple[str, str]]) -> None:
        super().__init__(host)
        self.setAccessibleName(translate("story", "Its story"))
        rows = pieces.column(12)
        before = ""
        for when, what in lines:
            rows.addWidget(_row("" if when == before else when, what, spoken=f"{when}: {what}"))
            before = when
        if not lines:
            rows.addWidget(Words(translate("story", "Nothing is told of it."), size=17, colour="soft"))
        rows.addStretch(1)
        inside = QWidget()
        inside.setLayout(rows)
        scroller = pieces.scroller(inside)
        scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows scroll a long story
        scroller.setAccessibleName(translate("story", "Its story"))
        done = pieces.button(translate("story", "Done"), self.leave, kind="primary")
        panel = pieces.frame("panel", margins=(28, 22, 28, 20), spacing=14)
        panel.setFixedWidth(min(theme.px(_WIDE), host.width() - 40))
        title = pieces.label(translate("story", "Its story"), tone="soft", size=16)
        pieces.fill(panel, title, shown, scroller, pieces.row(None, done))
        wanted = rows.totalHeightForWidth(panel.width() - 60)
        scroller.setFixedHeight(max(60, min(wanted + 4, self.room().height() - _AROUND)))
        self.hold(panel)
        self.rise(done)


def _row(when: str, what: str, *, spoken: str) -> QFrame:
    day = pieces.label(when, tone="soft", size=16)
    day.setFixedWidth(theme.px(_DAY_W))
    words = Words(what, size=18)
    words.setAccessibleName(spoken)
    line = pieces.row(spacing=14)
    line.addWidget(day, alignment=Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    made = pieces.frame("row", margins=(0, 0, 0, 0))
    pieces.fill(made, line)
    return made
