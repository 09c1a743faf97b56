"""What may say something close, each with its reason: for one idea, or as groups for the whole board. People decide."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from workshop_app.domain.audience import Alike, AlikeGroup
from workshop_app.ui import pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate

_WIDE, _AROUND = 760, 300  # logical pixels: the sheet; the room above, below and in it that is not the list's
_LINES = 3  # of an idea in the list


class _Sheet(Veil):
    """A heading, what it is about, and rows that can be scrolled."""

    def __init__(self, host: QWidget, heading: str, about: str, rows: list[QWidget]) -> None:
        super().__init__(host)
        self._host_height = self.room().height()
        self._rows = pieces.column(12)
        inside = QWidget()
        inside.setLayout(self._rows)
        self._scroller = pieces.scroller(inside)
        self._leave = self.way_out = pieces.button(translate("alike", "Done"), self.leave)
        for row in rows:
            self._rows.addWidget(row)
        if not rows:
            self._rows.addWidget(Words(_nothing(), size=18))
        self._rows.addStretch(1)
        panel = pieces.frame("panel", margins=(26, 20, 26, 20), spacing=12)
        self._wide = min(theme.px(_WIDE), host.width() - 40)
        panel.setFixedWidth(self._wide)
        title = pieces.label(heading, size=20, bold=True, wrap=True)
        pieces.fill(panel, title, Words(about, size=16, colour="soft"), self._scroller, pieces.row(None, self._leave))
        self.hold(panel)
        self._measure()
        self.rise(self._leave)

    def _measure(self) -> None:
        wanted = self._rows.totalHeightForWidth(self._wide - 60)
        self._scroller.setFixedHeight(max(60, min(wanted, self._host_height - theme.px(_AROUND))))


class AlikeSheet(_Sheet):
    """The ideas that may say something close to one. `put` gets the id of one that is to go together with it."""

    def __init__(self, host: QWidget, idea: str, found: tuple[Alike, ...], put: Callable[[str], bool]) -> None:
        self._put = put
        heading = translate("alike", "These may say something close. You decide.")
        about = translate("alike", "Close to: {idea}", idea=_shortened(idea))
        super().__init__(host, heading, about, [self._row(one) for one in found])

    def _row(self, one: Alike) -> QFrame:
        words = pieces.column(2)
        words.addWidget(Words(one.words, size=18, most=_LINES))
        words.addWidget(
            Words(translate("alike", "Both say: {words}", words=", ".join(one.why)), size=15, colour="soft")
        )
        button = pieces.button(
            translate("alike", "Put it together"),
            name=translate("alike", "Put it together: {idea}", idea=_shortened(one.words)),
        )
        button.clicked.connect(partial(self._together, one.id, button))
        line = pieces.row(words, button, spacing=16)
        line.setStretch(0, 1)
        made = pieces.frame("row", margins=(0, 4, 6, 4))
        pieces.fill(made, line)
        return made

    def _together(self, card_id: str, button: QPushButton, _checked: bool = False) -> None:
        if self._put(card_id):
            self._leave.setFocus()
            button.setText(translate("alike", "Together"))
            button.setEnabled(False)


class TogetherSheet(_Sheet):
    """Groups of loose ideas that could be themes. `start` gets the ids of a group that is to become one."""

    def __init__(
        self,
        host: QWidget,
        found: tuple[AlikeGroup, ...],
        start: Callable[[tuple[str, ...]], bool],
    ) -> None:
        self._start = start
        heading = translate("alike", "These could belong together")
        about = translate("alike", "Found by the words that they share. You decide.")
        super().__init__(host, heading, about, [self._group(one) for one in found])

    def _group(self, group: AlikeGroup) -> QFrame:
        made = pieces.frame("panel", margins=(16, 12, 16, 12), spacing=6)
        why = ", ".join(group.why)
        pieces.fill(made, pieces.label(translate("alike", "They say: {words}", words=why), size=15, tone="soft"))
        for _, words in group.cards:
            said = Words(words, size=17, most=_LINES)
            line = pieces.row(Words("·", size=17), said, spacing=8)
            line.setStretch(1, 1)
            pieces.fill(made, line)
        make = pieces.button(
            translate("alike", "Make a theme of them"),
            partial(self._make, group, made),
            name=translate("alike", "Make a theme of them: {words}", words=why),
        )
        leave = pieces.button(
            translate("alike", "Not these"),
            partial(self._gone, made),
            kind="quiet",
            name=translate("alike", "Not these: {words}", words=why),
        )
        pieces.fill(made, pieces.row(make, leave, None))
        return made

    def _make(self, group: AlikeGroup, row: QFrame) -> None:
        if self._start(tuple(card_id for card_id, _ in group.cards)):
            self._gone(row)

    def _gone(self, row: QFrame) -> None:
        """A group is dealt with; after the last one nothing is left to ask."""
        self._leave.setFocus()  # the button that was pressed goes with its row
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()
        if self._rows.count() == 1:  # the stretch
            self.leave()
        else:
            self._measure()


def _shortened(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:60].rstrip()}…"


def _nothing() -> str:
    return translate(
        "alike", "Nothing was found that says something close in the same words. Other words can mean the same."
    )
