"""A hand that does anything: steps chosen by a seed, told one by one, so that a run that finds something is run again.

`Wandering(bench, seed)` is for two windows, `Wandering(bench, seed, apart=False)` for one in turns. Each step is real
events at a window, or what a page of the facilitator does.
"""

import random
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from tests.ui.bench import Bench, settle
from tests.ui.canaries import CANARY
from workshop_app.domain import ideas, sessions
from workshop_app.domain.errors import DomainError
from workshop_app.domain.face_down import Entry
from workshop_app.domain.headcounts import KEYS as KEYS_ASKED
from workshop_app.domain.headcounts import Family
from workshop_app.domain.people import Role
from workshop_app.facilitation.turns import Turn
from workshop_app.ui import count_charts
from workshop_app.ui.pages.by_name import PAGES
from workshop_app.ui.shared import theme_menu
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.shared.poll_sheet import Picture
from workshop_app.ui.shared.veil import Veil
from workshop_app.ui.tour import gestures
from workshop_app.ui.window import Window

KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return),
    *(Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_M, Qt.Key.Key_Delete, Qt.Key.Key_0, Qt.Key.Key_Plus, Qt.Key.Key_A),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_F2, Qt.Key.Key_Home, Qt.Key.Key_End),
)
COPYING = (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V)
TURNED_ON_BY_NOBODY = ("All programmes",)  # buttons that end it all


class Wandering:
    """`told` are the steps so far. The steps of the facilitator never say what only they have typed."""

    def __init__(self, bench: Bench, seed: int, *, apart: bool = True) -> None:
        self.bench, self.seed, self.apart = bench, seed, apart
        self.chance = random.Random(seed)
        self.told: list[str] = []
        self.device = QTest.createTouchDevice()
        self._first = bench.desk.workspace.store.last_step()
        self._made = 0
        own: list[tuple[int, Callable[[], str]]] = [
            (26, self._touch_mouse),
            (14, self._touch_finger),
            (8, self._drag),
            (22, self._key),
            (5, self._copy),
            (16, self._button),
            (8, self._type),
            (3, self._wheel),
            (4, self._open),
            (3, self._add),
            (3, self._aside),
            (2, self._reveal),
            (2, self._step),
            (3, self._undo),
            (2, self._redo),
            (2, self._cover),
            (1, self._resize),
        ]
        leader: list[tuple[int, Callable[[], str]]] = [
            (5, self._go),
            (2, self._menu),
            (3, self._private_drag),
            (1, self._for_me_box),
            (1, self._say),
            (2, self._private_key),
            (2, self._ask),
        ]
        self._acts = own + (leader if apart else [(1, self._turn)])

    def step(self) -> str:
        """Do something; what it was."""
        self.bench.desk.counting.stop()
        weights = [weight for weight, _ in self._acts]
        ((_, act),) = self.chance.choices(self._acts, weights)
        self.told.append(act.__name__.strip("_"))
        what = act()
        self.told[-1] += f" {what}" if what else ""
        settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return self.told[-1]

    @property
    def window(self) -> QWidget | None:
        """The window that everybody sees, if there is one now."""
        showing = self.bench.window.showing
        if self.apart:
            return showing.shared
        return self.bench.window if showing.is_for_all else None

    def forbidden(self) -> list[str]:
        """What may not be seen now: canaries, and the words of everything that is set aside."""
        gone = (idea for idea in self.bench.programme.all(ideas.Idea).values() if idea.set_aside)
        words = {word for idea in gone for word in idea.text.split() if word.startswith("tok")}
        return [CANARY, *sorted(words)]

    # On the shared screen

    def _target(self) -> QWidget | None:
        popup = QApplication.activePopupWidget()
        return popup if popup is not None else self.window

    def _spot(self, widget: QWidget) -> QPoint:
        return QPoint(self.chance.randrange(max(1, widget.width())), self.chance.randrange(max(1, widget.height())))

    def _touch_mouse(self) -> str:
        target = self._target()
        if target is None or target.windowHandle() is None:
            return "nothing"
        at = self._spot(target)
        button = self.chance.choice((Qt.MouseButton.LeftButton,) * 4 + (Qt.MouseButton.RightButton,))
        QTest.mouseMove(target.windowHandle(), at)
        QTest.mouseClick(target.windowHandle(), button, Qt.KeyboardModifier.NoModifier, at)
        if self.chance.random() < 0.15 and self.window is not None:
            QTest.mouseDClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
        return f"{at.toTuple()}"

    def _touch_finger(self) -> str:
        window = self.window
        if window is None:
            return "nothing"
        start, end = self._spot(window), self._spot(window)
        QTest.touchEvent(window.windowHandle(), self.device).press(1, start).commit()
        for part in (1, 2, 3):
            QTest.touchEvent(window.windowHandle(), self.device).move(1, start + (end - start) * part / 3).commit()
        QTest.touchEvent(window.windowHandle(), self.device).release(1, end).commit()
        return f"{start.toTuple()} {end.toTuple()}"

    def _drag(self) -> str:
        window = self.window
        views = [one for one in window.findChildren(BoardView) if one.isVisible()] if window is not None else []
        if not views or not views[0].board.cards or QApplication.activePopupWidget() is not None:
            return "nothing"
        return self._drag_on(views[0])

    def _drag_on(self, view: BoardView) -> str:
        item = self.chance.choice(list(view.board.cards.values()))
        start = view.mapFromScene(item.home.x() + 60, item.home.y() + 40)
        end = self._spot(view.viewport())
        if not view.viewport().rect().contains(start):
            return "out of sight"
        gestures.drag(view.viewport(), start, end)
        return f"{start.toTuple()} {end.toTuple()}"

    def _key(self) -> str:
        target = self._target()
        key = self.chance.choice(KEYS)
        if target is not None and target.windowHandle() is not None:
            target.activateWindow()
            QTest.keyClick(target.windowHandle(), key)
        return key.name

    def _copy(self) -> str:
        window, key = self.window, self.chance.choice(COPYING)
        if window is not None:
            window.activateWindow()
            QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)
        return key.name

    def _type(self) -> str:
        window = self.window
        if window is not None and isinstance(QApplication.focusWidget(), QWidget):
            focus = window.focusWidget()
            if focus is not None and focus.isVisible():
                focus.activateWindow()
                focus.setFocus()
                gestures.write(self.chance.choice(("We ask", "why ", "Öl 🌱", "")))
        return ""

    def _button(self) -> str:
        window = self.window
        buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()] if window is not None else []
        buttons = [one for one in buttons if one.isEnabled() and one.accessibleName() not in TURNED_ON_BY_NOBODY]
        if not buttons or QApplication.activePopupWidget() is not None:
            return self._entry()
        button = self.chance.choice(buttons)
        if button.accessibleName() == "Colours" and self.chance.random() < 0.8:
            return "nothing"  # to dress every widget anew takes longest of all
        words = button.accessibleName()
        gestures.click(button)
        return words

    def _entry(self) -> str:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return "nothing"
        entries = [one for one in menu.actions() if one.isEnabled() and not one.isSeparator()]
        if not entries or self.chance.random() < 0.25:
            menu.close()
            return "closed a menu"
        entry = self.chance.choice(entries)
        words = entry.text()
        gestures.click(menu, menu.actionGeometry(entry).center())
        return words

    def _open(self) -> str:
        """Read a card in full, or ask something else about it, about its theme, or about the whole board."""
        window = self.window
        views = [one for one in window.findChildren(BoardView) if one.isVisible()] if window is not None else []
        if not views or not views[0].board.cards or views[0].window().findChildren(Veil):
            return "nothing"
        card_id = self.chance.choice(list(views[0].board.cards))
        views[0].choose(card_id, follow=True)
        view, corner = views[0], views[0].mapToGlobal(QPoint(20, 20))
        theme_id = view.board.cards[card_id].card.theme_id
        asks: tuple[tuple[str, Callable[[], object]], ...] = (
            ("read", lambda: view.opened.emit(card_id)),
            ("say too", lambda: view.translation_wanted.emit(card_id)),
            ("aside", lambda: view.aside_wanted.emit(card_id)),
            ("story", lambda: view.story_wanted.emit(card_id)),
            ("alike", lambda: view.alike_wanted.emit(card_id)),
            ("together", lambda: view.alike_wanted.emit("")),
            ("menu", lambda: view.menu_for(card_id, corner)),
            ("theme menu", lambda: theme_menu.open_at(view, theme_id or "", corner)),
            ("split", lambda: theme_menu.split(view, theme_id or "")),
        )
        what, ask = self.chance.choice(asks)
        ask()
        return f"{what} {card_id}"

    def _looked_at(self) -> list[str]:
        views = self.window.findChildren(BoardView) if self.window is not None else []
        return [one.chosen_id for one in views]

    def _wheel(self) -> str:
        if self.window is not None and QApplication.activePopupWidget() is None:
            gestures.wheel(self.window, self.chance.choice((-3, 3)))
        return ""

    def _resize(self) -> str:
        if self.window is not None and self.apart:
            self.window.resize(*self.chance.choice(((1366, 768), (1920, 1080), (1080, 1920))))
        return ""

    # What changes in the programme

    def _add(self) -> str:
        desk, self._made = self.bench.desk, self._made + 1
        text = f"Said tok{100 + self._made}z again"
        prompt = desk.leading.now()
        if desk.session is None or prompt is None or prompt.asked is None:
            return "nothing"
        given = sessions.said_to(prompt.asked, text, self.chance.choice(list(Role)))
        new = {"new_ids": [desk.workspace.new_id()], "at": desk.workspace.now()}
        desk.do("add-idea", ideas.add, **new, given=[given], spots=ideas.spots(desk.programme, 1))
        return text

    def _aside(self) -> str:
        lying = ideas.on_board(self.bench.programme)
        if len(lying) < 5:
            return "nothing"
        idea, desk = self.chance.choice(lying), self.bench.desk
        if self.chance.random() < 0.6:  # what somebody looks at just now
            idea = next((one for one in lying if one.id in self._looked_at()), idea)
        if self.chance.random() < 0.4:
            desk.attempt(lambda: desk.workspace.take_unseen(idea.id))
            return f"unseen {idea.text}"
        desk.do("set-aside", ideas.set_idea_aside, idea.id, f"{CANARY} because")
        return idea.text

    def _reveal(self) -> str:
        """Some write, and it is turned over; what was written for another prompt stays face down."""
        desk = self.bench.desk
        session = desk.session
        if session is None:
            return "nothing"
        first, *_ = sessions.prompts_of(desk.programme, session.id)
        self._made += 1
        desk.workspace.put_private(Entry(session.id, first.id, Role.STUDENT, f"Wrote tok{100 + self._made}z"))
        if self.chance.random() < 0.6:
            with suppress(DomainError):
                desk.workspace.reveal(first.id)
        return ""

    def _step(self) -> str:
        leading = self.bench.desk.leading
        by = self.chance.choice((1, 1, -1))
        if leading.next() is not None or by < 0:
            leading.step(by)
        self.bench.ticks.forward(20)
        self.bench.desk.clock.beat()
        return str(by)

    def _undo(self) -> str:
        desk = self.bench.desk
        done = desk.workspace.store.last_done()
        if done is None or done.n <= self._first:
            return "nothing"
        desk.undo()
        return done.label

    def _redo(self) -> str:
        if self.bench.desk.workspace.labels()[1] is not None:
            self.bench.desk.redo()
        return ""

    # What the facilitator does

    def _ask(self) -> str:
        """A question is put by head-count and answered by a few, or a picture of the year is shown."""
        counting, programme = self.bench.desk.counting, self.bench.programme
        if self.chance.random() < 0.3:
            charts = [count_charts.of_family(programme, family)[0] for family in Family]
            chart = self.chance.choice([count_charts.of_power(programme), *charts])
            counting.show_chart(chart)
            return chart.title
        question = self.chance.choice([key for keys in KEYS_ASKED.values() for key in keys])
        counting.ask(Turn(question))
        settle()
        pictures = [one for one in QApplication.allWidgets() if isinstance(one, Picture) and one.isVisible()]
        for _ in range(self.chance.randrange(6) if pictures else 0):
            gestures.click(self.chance.choice(pictures))
        if self.chance.random() < 0.5 and any(counting.counts()):
            counting.keep()
        return question

    def _go(self) -> str:
        page = self.chance.choice(list(PAGES))
        if page == "idea":
            page = "lead"
        if self.bench.window.work is not None:
            self._close(self.bench.window)
            self.bench.work.go(page)
        return page

    def _menu(self) -> str:
        views = [one for one in self.bench.window.findChildren(BoardView) if one.isVisible()]
        if views and views[0].board.cards:
            view = views[0]
            view.menu_for(self.chance.choice(list(view.board.cards)), view.mapToGlobal(view.rect().center()))
            settle()
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
        return ""

    def _private_drag(self) -> str:
        views = [one for one in self.bench.window.findChildren(BoardView) if one.isVisible() and one.isEnabled()]
        if not views or not views[0].board.cards or self.bench.window.findChildren(Veil):
            return "nothing"
        return self._drag_on(views[0])

    def _private_key(self) -> str:
        views = [one for one in self.bench.window.findChildren(BoardView) if one.isVisible() and one.isEnabled()]
        key = self.chance.choice((Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Escape))
        if views and not self.bench.window.findChildren(Veil):
            self.bench.window.activateWindow()
            views[0].setFocus()
            QTest.keyClick(self.bench.window.windowHandle(), key)
        return key.name

    def _for_me_box(self) -> str:
        found = [one for one in self.bench.window.findChildren(QAbstractButton) if one.accessibleName() == "For me"]
        if found and found[0].isVisible():
            gestures.click(found[0])
        return ""

    def _say(self) -> str:
        """The app says something to the facilitator."""
        self.bench.desk.said.emit(f"{CANARY} said", "notice")
        return ""

    def _cover(self) -> str:
        window = self.bench.window
        window.activateWindow()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_F9)
        if self.chance.random() < 0.85:
            settle()
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_F9)
        if self.apart and self.chance.random() < 0.3:
            window.showing.turn()
            settle()
            window.showing.turn()
        return ""

    def _turn(self) -> str:
        """The window is the facilitator's for a while, on any page, and everybody's again."""
        window = self.bench.window
        if window.calm.is_on:
            window.calm.uncover()
        window.showing.for_me()
        settle()
        page = self.chance.choice([one for one in PAGES if one != "idea"])
        if window.work is not None:
            window.work.go(page)
            settle()
            self._for_me_box()
            self._say()
            if self.chance.random() < 0.4:
                QTest.keyClick(window.windowHandle(), Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
            settle()
            window.showing.turn()
        return page

    def _close(self, window: Window) -> None:
        for veil in window.findChildren(Veil):
            veil.hide()
            veil.deleteLater()
