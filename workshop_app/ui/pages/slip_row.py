"""One entry that lies face down, as the leader sees it: what it says, and what may be done with it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame

from workshop_app.domain.face_down import Capture, Entry
from workshop_app.domain.people import Role
from workshop_app.ui import pieces
from workshop_app.ui.lettering import Words
from workshop_app.ui.role_words import role_name
from workshop_app.ui.shared.drawing import Picture
from workshop_app.words import translate

DRAWN_W = 200  # logical pixels


class SlipRow(QFrame):
    """`deeds` are what may be done with it: the words on a button, and what happens when it is pressed."""

    def __init__(self, entry: Entry, deeds: Sequence[tuple[str, Callable[[], object]]]) -> None:
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
        about = [role_name(entry.role)] if entry.role is not Role.STUDENT else []
        if entry.source is Capture.HAND_OVER:
            about.append(translate("slips", "Written at the laptop"))
        if about:
            line.addWidget(pieces.label(" · ".join(about), tone="soft", size=14))
        line.addStretch(1)
        for words, then in deeds:
            line.addWidget(pieces.button(words, then, kind="quiet", name=f"{words}: {said}"))
        column.addLayout(line)
