"""How the board grew, as a short film over the window: a board that is only looked at, and a slider.

It is given what the audience may see and nothing else: cards and frames that changed from one place of the film to
another, and for each place a day and a sentence.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_app.domain.audience import BoardSeen, Card, ThemeFrame
from workshop_app.ui import pieces, theme
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.shared.film_slider import FilmSlider
from workshop_app.ui.shared.refusing import Refusing
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate

WHOLE_MS = 28_000  # of a film, at most
LONGEST_MS, SHORTEST_MS = 1400, 250  # that one place of it stays
OPAQUE = 255

News = tuple[Mapping[str, Card | None], Mapping[str, ThemeFrame | None]]
Between = Callable[[int, int], News]


class ReplaySheet(Veil):
    """The film begins at once, unless the system asks for less motion: then there is the slider alone."""

    def __init__(self, host: QWidget, now: BoardSeen) -> None:
        """`now` is the board as it is, from which the film takes its size."""
        super().__init__(host, OPAQUE)
        self.setAccessibleName(translate("replay", "How our board grew"))
        self._now = now
        self._captions: Sequence[tuple[str, str]] = ()
        self._between: Between | None = None
        self._place = 0  # what the board shows; the slider may be ahead of it
        self.view = BoardView(Refusing())
        self.view.setEnabled(False)  # it is for looking at
        self.view.setAccessibleName(translate("replay", "The board as it was"))
        self.slider = FilmSlider()
        self.slider.valueChanged.connect(self._wish)
        self._said = Words(translate("replay", "One moment: we look back."), size=22, bold=True, middle=True)
        self._when = pieces.label("", tone="soft", size=17)
        self._when.setMinimumWidth(theme.px(190))
        self._play = pieces.button(translate("replay", "Play"), self._toggle, kind="primary")
        self._play.setMinimumWidth(theme.px(120))
        self._play.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrows to the slider
        self._close = pieces.button(translate("replay", "Close"), self.leave)
        self._pace = QTimer(self)
        self._pace.timeout.connect(self._on)
        self._soon = QTimer(self, singleShot=True, interval=0)  # a slider that is pulled asks faster than can be shown
        self._soon.timeout.connect(self._catch_up)
        self._lay_out()
        self._film_parts(on=False)
        self.rise(self._close)

    def show_film(self, captions: Sequence[tuple[str, str]], between: Between) -> None:
        """Show the film: for each place after the empty board its day and what happened, and what changes between."""
        self._captions, self._between = captions, between
        self.view.show_board(self._now)
        self.view.see_all()
        self.view.zoom_by(1.0)  # this size it keeps, so that it is the board that grows
        self.view.show_board(replace(self._now, cards=(), themes=(), face_down=0))
        self.slider.show_places(len(captions))
        self._pace.setInterval(min(LONGEST_MS, max(SHORTEST_MS, WHOLE_MS // max(1, len(captions)))))
        if not captions:
            self._said.set_text(translate("replay", "Nothing has come to the board yet."))
            return
        self._film_parts(on=True)
        self._tell()
        self.slider.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.view.board.still:
            self._toggle()

    def begin_anew(self, now: BoardSeen) -> None:
        """Something left the board: show nothing of the film before, until another one is there."""
        self._pause()
        self._now, self._captions, self._between = now, (), None
        self.slider.show_places(0)
        self._soon.stop()
        self._place = 0
        self._film_parts(on=False)
        self._said.set_text(translate("replay", "Something was taken off the board. We look back once more."))
        self.view.show_board(replace(now, cards=(), themes=(), face_down=0))
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._pace.isActive()

    @property
    def is_still(self) -> bool:
        """Whether the board shows what the slider says, and nothing moves on it."""
        return not self._soon.isActive() and self._place == self.slider.value() and self.view.is_still

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Space plays and pauses wherever the keyboard is, Escape leaves."""
        if event.key() == Qt.Key.Key_Space and self._play.isVisible():
            self._toggle()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: all of the board stays in view."""
        super().resizeEvent(event)
        self._keep_in_view()

    def _lay_out(self) -> None:
        foot = pieces.frame("foot", margins=(24, 12, 24, 14), spacing=6)
        line = pieces.row(self._play, spacing=16)
        line.addWidget(self.slider, 1)
        line.addWidget(self._when)
        line.addWidget(self._close)
        pieces.fill(foot, self._said, line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        title = pieces.frame("bar", margins=(24, 8, 24, 8))
        pieces.fill(title, pieces.label(translate("replay", "How our board grew"), size=18, bold=True))
        column.addWidget(title)
        column.addWidget(self.view, 1)
        column.addWidget(foot)

    def _film_parts(self, *, on: bool) -> None:
        self.slider.setVisible(on)
        self._when.setVisible(on)
        self._play.setVisible(on and not self.view.board.still)

    def _toggle(self) -> None:
        if self.is_playing:
            self._pause()
            return
        if self.slider.value() == self.slider.maximum():
            self.slider.setValue(0)
        self._pace.start()
        self._name_play(translate("replay", "Pause"))

    def _pause(self) -> None:
        self._pace.stop()
        self._name_play(translate("replay", "Play"))

    def _name_play(self, words: str) -> None:
        self._play.setText(words)
        self._play.setAccessibleName(words)

    def _on(self) -> None:
        """The next place, unless the board is still busy with this one."""
        if self.slider.isSliderDown() or self._soon.isActive():
            return
        self.slider.setValue(self.slider.value() + 1)
        if self.slider.value() == self.slider.maximum():
            self._pause()

    def _wish(self, _place: int) -> None:
        if self.slider.isSliderDown():
            self._pause()  # a hand leads now
        self._tell()
        self._soon.start()

    def _catch_up(self) -> None:
        """Show the place that the slider is at, all that lies between at once."""
        there = self.slider.value()
        if self._between is None or there == self._place:
            return
        cards, frames = self._between(self._place, there)
        self._place = there
        self.view.change(dict(cards), dict(frames))
        self._keep_in_view()

    def _keep_in_view(self) -> None:
        """Go back where the board does not fit, and never nearer: a film that breathes is hard to watch."""
        area, room = self.view.sceneRect(), self.view.viewport().size()
        if self._between is None or area.isEmpty() or room.width() < 10:
            return
        fits = min(room.width() / area.width(), room.height() / area.height())
        if fits < self.view.zoom:
            self.view.zoom_by(fits / self.view.zoom)

    def _tell(self) -> None:
        place, places = self.slider.value(), len(self._captions)
        if place == 0:
            when, said = "", translate("replay", "The empty board.")
        else:
            when, said = self._captions[place - 1]
        number = translate("replay", "{n} of {all}", n=place, all=places)
        words = translate("replay", "{number}, {when}", number=number, when=when) if when else number
        self._when.setText(words)
        self._said.set_text(said)
        self.slider.say_place(f"{words}. {said}")
        if not self.is_playing:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.slider, f"{words}. {said}"))
