"""From a signed plan to the PDF for the head: see that it is signed, choose where, make it, write it, show it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from workshop_app import outbox, papers
from workshop_app.domain.errors import DomainError
from workshop_app.domain.programme import Programme
from workshop_app.papers import PlanFile, Way
from workshop_app.storage import identity
from workshop_app.storage.errors import StorageError
from workshop_app.ui.desk import EXPECTED, Desk
from workshop_app.ui.paper_making import Making
from workshop_app.words import translate


def export_plan(desk: Desk, page: QWidget, plan_id: str, way: Way = Way.HEAD) -> None:
    """Ask where the PDF goes and write it there."""
    try:
        name = papers.plan_file_name(desk.programme, plan_id, way)
    except DomainError as error:
        desk.said.emit(str(error), "notice")
        return
    title = translate("export", "Where does the PDF go?")
    desk.files.save_as(page, title, name, partial(_make, desk, page, plan_id, way))


def _make(desk: Desk, page: QWidget, plan_id: str, way: Way, path: Path) -> None:
    programme, today, facts, bank, library = desk.programme, desk.today(), desk.workspace.facts, desk.bank, desk.library

    def build() -> PlanFile:
        if library is None:
            raise StorageError(translate("export", "This laptop can keep no certificate now, so no plan can go out."))
        own = identity.identity(library.home)
        return outbox.make_plan(programme, plan_id, today, facts=facts, identity=own, bank=bank, way=way)

    said = translate("export", "The plan’s paper is being made.")
    again = partial(_make, desk, page, plan_id, way, path)
    making = Making(page, said, build, partial(_keep, desk, plan_id, way, path, programme, again), expected=EXPECTED)
    making.failed.connect(lambda error: desk.said.emit(str(error), "notice"))
    making.stopped.connect(lambda: desk.said.emit(translate("export", "Stopped. Nothing was written."), ""))


def _keep(  # noqa: PLR0917 - what was asked for, and what was made of it
    desk: Desk,
    plan_id: str,
    way: Way,
    path: Path,
    programme: Programme,
    again: Callable[[], object],
    paper: PlanFile,
) -> None:
    """Put it in its place; what was made of a programme that changed meanwhile is made once more.

    A signature may have been taken back since, or an idea that its first page demands an answer to set aside.
    """
    if desk.programme is not programme:
        again()
        return
    try:
        outbox.keep_plan(desk.workspace, plan_id, path, paper, way)
    except (DomainError, StorageError) as error:
        desk.said.emit(str(error), "notice")
        return
    desk.said.emit(
        translate("export", "The plan is in {file}, in the folder {folder}.", file=path.name, folder=path.parent.name),
        "",
    )
    desk.files.show(path)
