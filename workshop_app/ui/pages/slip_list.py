"""What lies face down for one prompt, as the leader looks it through.

A slip may be corrected and deleted, for who types makes mistakes. What somebody wrote at the laptop is theirs: it may
be said in English too. Either may be set aside unseen.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from workshop_app.domain.face_down import Capture, Entry
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.pages.english_sheet import EnglishSheet
from workshop_app.ui.pages.slip_row import SlipRow
from workshop_app.ui.pages.slip_sheet import SlipSheet
from workshop_app.ui.shared.confirming import Confirming
from workshop_app.ui.shared.writing import Writing
from workshop_app.words import translate


class SlipList(QWidget):
    """The latest above, as long as the page is up; in the file slips have no order. Questions cover `host`."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__()
        self._desk, self._host = desk, host
        self._came: list[str] = []  # ids in the order in which they came, the latest first: on the screen alone
        self._count = pieces.label("", size=20, bold=True)
        self._rows = pieces.column(10)
        inside = QWidget()
        inside.setLayout(self._rows)
        column = pieces.column(12)
        self.setLayout(column)
        column.addWidget(self._count)
        column.addWidget(pieces.scroller(inside), 1)

    def show_slips(self, entries: Mapping[str, Entry], asked_id: str) -> None:
        """Show those of a prompt, out of all that lie face down."""
        pieces.clear(self._rows)
        new = [one for one in entries if one not in self._came]
        self._came = new + [one for one in self._came if one in entries]
        own = [one for one in self._came if entries[one].asked == asked_id]
        self._count.setText(_counted(len(own)))
        for slip_id in own:
            self._rows.addWidget(SlipRow(entries[slip_id], self._deeds(slip_id, entries[slip_id])))
        self._rows.addStretch(1)

    def forget(self) -> None:
        """Show nothing, and know nothing of what was typed."""
        self._came = []
        pieces.clear(self._rows)

    def _deeds(self, slip_id: str, entry: Entry) -> list[tuple[str, Callable[[], object]]]:
        aside = translate("slips", "Set aside unseen"), partial(self._ask_aside, slip_id)
        if entry.source is Capture.SLIP:
            return [
                (translate("slips", "Correct"), partial(self._correct, slip_id, entry)),
                (translate("slips", "Delete"), partial(self._ask_delete, slip_id)),
                aside,
            ]
        if entry.translation:
            return [aside]
        return [(translate("slips", "Say it in English too"), partial(self._say_in_english, slip_id, entry)), aside]

    def _correct(self, slip_id: str, entry: Entry) -> None:
        SlipSheet(self._host, entry, lambda written: self._read_again(slip_id, entry, written))

    def _read_again(self, slip_id: str, entry: Entry, written: Writing) -> bool:
        text, translation, drawing = written.text(), written.translation(), written.drawing()
        return self._put_right(slip_id, replace(entry, text=text, translation=translation, drawing=drawing))

    def _say_in_english(self, slip_id: str, entry: Entry) -> None:
        EnglishSheet(self._host, entry, lambda said: self._put_right(slip_id, replace(entry, translation=said)))

    def _put_right(self, slip_id: str, right: Entry) -> bool:
        return self._desk.attempt(lambda: self._desk.workspace.correct_private(slip_id, right)) is not None

    def _ask_delete(self, slip_id: str) -> None:
        Confirming(
            self._host,
            translate("slips", "Delete this slip?"),
            translate("slips", "For what was typed by mistake. It is gone for good then."),
            translate("slips", "Delete it"),
            lambda: self._desk.attempt(lambda: self._desk.workspace.drop_private(slip_id)),
        )

    def _ask_aside(self, slip_id: str) -> None:
        Confirming(
            self._host,
            translate("slips", "Set this slip aside unseen?"),
            translate(
                "slips",
                "For what worries you. It is not revealed; the safeguarding lead records it elsewhere, and then it is "
                "purged from this programme.",
            ),
            translate("slips", "Set it aside unseen"),
            lambda: self._desk.attempt(lambda: self._desk.workspace.take_out_private(slip_id)),
        )


def _counted(count: int) -> str:
    if not count:
        return translate("slips", "No slips yet")
    one = translate("slips", "1 slip. Only you see it.")
    return one if count == 1 else translate("slips", "{n} slips. Only you see them.", n=count)
