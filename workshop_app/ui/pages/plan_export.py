"""From a signed plan to the PDF for the head: see that it is signed, choose where, write it, show it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from workshop_app import outbox, papers
from workshop_app.domain.errors import DomainError
from workshop_app.storage.errors import StorageError
from workshop_app.ui.desk import Desk
from workshop_app.words import translate


def export_plan(desk: Desk, page: QWidget, plan_id: str) -> None:
    """Ask where the PDF goes and write it there."""
    try:
        paper = papers.plan_pdf(desk.programme, plan_id, desk.today())
    except DomainError as error:
        desk.said.emit(str(error), "notice")
        return
    title = translate("export", "Where does the PDF go?")
    desk.files.save_as(page, title, paper.file_name, lambda path: _write(desk, plan_id, path))


def _write(desk: Desk, plan_id: str, path: Path) -> None:
    try:
        outbox.send_plan(desk.workspace, plan_id, path)
    except (DomainError, StorageError) as error:
        desk.said.emit(str(error), "notice")
        return
    desk.said.emit(
        translate("export", "The plan is in {file}, in the folder {folder}.", file=path.name, folder=path.parent.name),
        "",
    )
    desk.files.show(path)
