"""One slip that lies face down, as the leader sees it: what it says, and what may be done with it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from workshop_app.domain.face_down import Entry
from workshop_app.domain.people import Role
from workshop_app.ui import pieces
from workshop_app.ui.lettering import Words
from workshop_app.ui.role_words import role_name
from workshop_app.ui.shared.drawing import Picture
from workshop_app.words import translate

DRAWN_W = 200  # logical pixels


class SlipRow(QFrame):
    """`correct`, `delete` and `aside` are called when they are pressed."""

    def __init__(
        self,
        entry: Entry,
        *,
        correct: Callable[[], object],
        delete: Callable[[], object],
        aside: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        said = entry.text or entry.translation or translate("slips", "A drawing")
        column = pieces.column(6)
        column.setContentsMargins(18, 12, 14, 8)
        self.setLayout(column)
        if entry.text:
            column.addWidget(Words(entry.text, size=18))
        if entry.translation:
            column.addWidget(Words(entry.translation, size=15, colour="soft"))
        if entry.drawing:
            column.addWidget(Picture(entry.drawing, DRAWN_W))
        line = pieces.row(spacing=4)
        if entry.role is not Role.STUDENT:
            line.addWidget(pieces.label(role_name(entry.role), tone="soft", size=14))
        line.addStretch(1)
        for words, then in (
            (translate("slips", "Correct"), correct),
            (translate("slips", "Delete"), delete),
            (translate("slips", "Set aside unseen"), aside),
        ):
            line.addWidget(pieces.button(words, then, kind="quiet", name=f"{words}: {said}"))
        column.addLayout(line)
