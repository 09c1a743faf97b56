"""The film of a board is made of the programme's history here, a little at a time, and told in words."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from workshop_app.dates import day_and_month
from workshop_app.domain import audience
from workshop_app.domain.audience import BoardSeen
from workshop_app.domain.ideas import Idea
from workshop_app.domain.replay import Filming, Scene
from workshop_app.domain.steps import Step
from workshop_app.storage.errors import StorageError
from workshop_app.ui.desk import Desk
from workshop_app.ui.shared.replay_sheet import ReplaySheet
from workshop_app.words import translate
from workshop_app.workspace import Changes

AT_ONCE = 0.012  # seconds of reading before the window breathes again


def open_replay(desk: Desk, host: QWidget, session_id: str | None = None) -> ReplaySheet:
    """Show over `host` how the board of a session grew, or that of all sessions."""
    now = audience.board_of(desk.programme, session_id)
    sheet = ReplaySheet(host, now)
    _Making(desk, sheet, now, session_id)
    return sheet


class _Making(QTimer):
    """Reads history between other events; it goes with its sheet."""

    def __init__(self, desk: Desk, sheet: ReplaySheet, now: BoardSeen, session_id: str | None) -> None:
        super().__init__(sheet)
        self._desk, self._sheet, self._session_id = desk, sheet, session_id
        self._open = True
        sheet.closed.connect(self._end)
        self.timeout.connect(self._read)
        desk.changed.connect(self._look)
        self._begin(now)

    def _begin(self, now: BoardSeen) -> None:
        self._shown = _words(now)
        self._filming = Filming(self._desk.programme, now)
        self._steps: Iterator[Step] = self._desk.workspace.steps()
        self.start(0)

    def _end(self) -> None:
        self._open = False
        self.stop()

    def _look(self, changes: Changes) -> None:
        """What left the board leaves its film too, wherever in it we are; so do words that are other ones now."""
        if not self._open or not changes.touches(Idea):
            return
        now = audience.board_of(self._desk.programme, self._session_id)
        said = _words(now)
        if any(said.get(card_id) != words for card_id, words in self._shown.items()):
            self._sheet.begin_anew(now)
            self._begin(now)

    def _read(self) -> None:
        until = perf_counter() + AT_ONCE
        try:
            for step in self._steps:
                self._filming.take(step)
                if perf_counter() > until:
                    return
        except StorageError as error:
            self._desk.said.emit(str(error), "notice")
            self._sheet.leave()
            return
        self.stop()
        film = self._filming.film()
        captions = [(day_and_month(scene.at.astimezone().date()), told(scene)) for scene in film.scenes]
        self._sheet.show_film(captions, film.between)


def _words(seen: BoardSeen) -> dict[str, tuple[str, str]]:
    return {card.id: (card.text, card.translation) for card in seen.cards}


def told(scene: Scene) -> str:
    """What happened in a scene, in plain words and without anybody's."""
    n = scene.counts
    parts = [
        _came(n.came, scene.label),
        _counted(n.themes, translate("replay", "A theme was made."), translate("replay", "{n} themes were made.")),
        _counted(n.moved, translate("replay", "A card was moved."), translate("replay", "{n} cards were moved.")),
        _counted(n.backed, translate("replay", "An idea was backed."), translate("replay", "{n} ideas were backed.")),
        _counted(n.chosen, translate("replay", "An idea was chosen."), translate("replay", "{n} ideas were chosen.")),
        _counted(
            n.answered, translate("replay", "An idea was answered."), translate("replay", "{n} ideas were answered.")
        ),
    ]
    said = [part for part in parts if part]
    return " ".join(said[:3]) or translate("replay", "Things were put in order.")


def _came(count: int, label: str) -> str:
    if label == "reveal":
        return _counted(
            count, translate("replay", "An idea was turned over."), translate("replay", "{n} ideas were turned over.")
        )
    if label == "bring-in":
        return _counted(
            count, translate("replay", "An idea was brought in."), translate("replay", "{n} ideas were brought in.")
        )
    return _counted(
        count, translate("replay", "An idea came to the board."), translate("replay", "{n} ideas came to the board.")
    )


def _counted(count: int, one: str, many: str) -> str:
    if not count:
        return ""
    return one if count == 1 else many.format(n=count)
