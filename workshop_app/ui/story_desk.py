"""An idea's story is read from the programme's history here and handed to the sheet as plain texts."""

from PySide6.QtWidgets import QWidget

from workshop_app.dates import long_date
from workshop_app.domain.audience import heading
from workshop_app.domain.ideas import Idea
from workshop_app.domain.story import story
from workshop_app.storage.errors import StorageError
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.drawing import Picture
from workshop_app.ui.shared.story_sheet import StorySheet

_DRAWN = 260  # logical pixels across


def open_story(desk: Desk, host: QWidget, idea_id: str) -> StorySheet | None:
    """Show over `host` what became of an idea; None, with the reason said, where history can't be read."""
    idea = desk.programme.all(Idea).get(idea_id)
    if idea is None:
        return None
    try:
        lines = story(desk.programme, idea_id, desk.workspace.steps(naming=idea_id))
    except StorageError as error:
        desk.said.emit(str(error), "notice")
        return None
    return StorySheet(host, _shown(idea), [(long_date(line.on), line.text) for line in lines])


def _shown(idea: Idea) -> QWidget:
    made = QWidget()
    column = pieces.column(6)
    made.setLayout(column)
    if idea.drawing:
        column.addWidget(Picture(idea.drawing, _DRAWN))
    if idea.text or not idea.drawing:
        column.addWidget(Words(heading(idea), size=22, bold=True, most=5))
    return made
