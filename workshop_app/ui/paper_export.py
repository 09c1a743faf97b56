"""From a paper's name to a file: choose where, make it beside the window, write it, show it."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from workshop_app import outbox
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import Session
from workshop_app.papers import catalogue
from workshop_app.papers.catalogue import Made, Paper, Wish
from workshop_app.storage.errors import StorageError
from workshop_app.ui import paper_words
from workshop_app.ui.desk import EXPECTED, Desk
from workshop_app.ui.paper_making import Making
from workshop_app.words import translate


@dataclass(frozen=True)
class _Leaving:
    """What leaves the app, for as long as `owner` lives, and where to."""

    desk: Desk
    owner: QWidget
    paper: Paper
    wish: Wish
    path: Path


def export_paper(desk: Desk, owner: QWidget, paper: Paper, wish: Wish) -> None:
    """Ask where the PDF goes and write it there; it is made for as long as `owner` lives."""
    session = desk.programme.all(Session).get(wish.session_id)
    name = paper_words.file_name(paper, session.number if session is not None else 0)
    if desk.programme.about.practice:
        name = translate("export", "Practice - {name}", name=name)
    title = translate("export", "Where does the PDF go?")
    desk.files.save_as(owner, title, f"{name}.pdf", lambda path: _make(_Leaving(desk, owner, paper, wish, path)))


def _make(leaving: _Leaving) -> None:
    desk = leaving.desk
    programme, today = desk.programme, desk.today()
    making = Making(
        leaving.owner,
        translate("export", "The paper is being made."),
        partial(catalogue.make, leaving.paper, programme, today, leaving.wish),
        partial(_keep, leaving, programme),
        expected=EXPECTED,
    )
    making.failed.connect(lambda error: desk.said.emit(str(error), "notice"))
    making.stopped.connect(lambda: desk.said.emit(translate("export", "Stopped. Nothing was written."), ""))


def _keep(leaving: _Leaving, programme: Programme, made: Made) -> None:
    """Put it in its place; what was made of a programme that changed meanwhile is made once more."""
    desk, path = leaving.desk, leaving.path
    if desk.programme is not programme:
        _make(leaving)
        return
    try:
        outbox.send_paper(desk.workspace, path, leaving.paper, made)
    except StorageError as error:
        desk.said.emit(str(error), "notice")
        return
    desk.said.emit(
        translate("export", "It is in {file}, in the folder {folder}.", file=path.name, folder=path.parent.name), ""
    )
    desk.files.show(path)
