"""What schema 3 added to the small programme of `filled`: what the board's lenses ask, and a theme of a session."""

from workshop_app.domain import ideas, stage
from workshop_app.domain.stage import Stage
from workshop_app.workspace import Workspace

FIELDS = {ideas.Idea: ("talked", "reach", "effort"), ideas.Theme: ("session_id",)}


def look_through_lenses(workspace: Workspace, session: str, kept: list[str]) -> None:
    """Talk about an idea, weigh two, and make a theme in the session."""
    workspace.perform("to-stage", stage.move, kept[2], Stage.TALKED)
    workspace.perform("weigh", ideas.weigh, kept[1], 0.75, 0.25)
    workspace.perform("weigh", ideas.weigh, kept[2], 0.5, 0.875)
    workspace.perform("weigh", ideas.weigh, kept[2], None, None)
    workspace.perform(
        "new-theme",
        ideas.new_theme,
        new_id=workspace.new_id(),
        at=workspace.now(),
        name="Why before no",
        idea_ids=[kept[2]],
        session_id=session,
    )
