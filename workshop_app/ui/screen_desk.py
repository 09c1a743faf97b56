"""Between the shared screen and the desk: what is on goes out as audience types, what students do comes in.

It is told of prompts, phases and slips when they change, and at each tick of the clock of nothing but the time.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from workshop_app.domain import agenda, audience, openness, progress, school_promise, sessions
from workshop_app.domain.agenda import Part, Phase
from workshop_app.domain.answers import Answer
from workshop_app.domain.audience import Promised, Screen
from workshop_app.domain.face_down import Entry
from workshop_app.domain.ideas import Given, Idea
from workshop_app.domain.openness import Openness
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Action, Plan
from workshop_app.domain.progress import Handover, Progress
from workshop_app.domain.replies import Reply
from workshop_app.domain.sessions import Asked, Session
from workshop_app.domain.strokes import Stroke
from workshop_app.domain.told import Told
from workshop_app.domain.triggers import Trigger
from workshop_app.facilitation import care_words, questions
from workshop_app.facilitation.running import DONE, Round
from workshop_app.ui import copied, opening_promises, promise_words, prompt_on
from workshop_app.ui.aloud import Aloud
from workshop_app.ui.board_desk import ask_for_theme, make_board
from workshop_app.ui.board_menu import film
from workshop_app.ui.desk import ANSWER, ASSETS, SCHOOL, SIGN, Desk
from workshop_app.ui.replay_desk import open_replay
from workshop_app.ui.shared.reading import Reading
from workshop_app.ui.shared.reading_sheet import ReadingSheet
from workshop_app.ui.shared.replay_sheet import ReplaySheet
from workshop_app.ui.shared.screen import SharedScreen
from workshop_app.words import translate
from workshop_app.workspace import Changes

# What a promise that stands there is made of.
PROMISED = (Action, Answer, Handover, Plan, Progress, Reply, Told, Trigger)
SILENT_PAGES = ("slips", "hand-over")  # while the leader is there, everybody writes


class ScreenDesk(QObject):
    """Feeds `screen`, and is gone with it. It does what the shared screen's commands ask for."""

    def __init__(self, desk: Desk, recolour: Callable[[str], None]) -> None:
        super().__init__()
        self._desk, self._recolour = desk, recolour
        self._page = ""
        self._face_down: dict[str, int] | None = None  # by prompt; None where it is to be counted anew
        self._aloud = Aloud(desk, self._say)
        self.screen = SharedScreen(make_board(desk, aloud=self._aloud), self)
        self.screen.board.around.offer_more(film(desk, self.screen))
        self.setParent(self.screen)
        desk.looking.film_wanted.connect(self.show_film)
        desk.changed.connect(self._changed)
        desk.leading.moved.connect(self.refresh)
        desk.leading.reworded.connect(self.refresh)
        desk.lock.turned.connect(self.refresh)
        desk.counting.moved.connect(self.refresh)
        desk.clock.changed.connect(self.refresh)
        desk.clock.ticked.connect(self._tick)
        desk.reading_begun.connect(self._read_along)
        self.refresh()

    def show_page(self, page: str) -> None:
        """The page that the leader is on, "" for none."""
        self._page = page
        self.refresh()

    def refresh(self) -> None:
        """Look at everything anew."""
        self.screen.show_screen(self._timed(self._look()))

    def add_idea(self, asked_id: str, text: str, translation: str, drawing: tuple[Stroke, ...]) -> bool:
        """See ScreenCommands."""
        desk = self._desk
        asked = desk.programme.all(Asked).get(asked_id)
        session = desk.session
        plain = Given(text, Role.STUDENT, session_id=session.id if session is not None else None)
        given = sessions.said_to(asked, text, Role.STUDENT) if asked is not None else plain
        given = replace(given, translation=translation, drawing=drawing)
        new_ids = self._aloud.hear(lambda: desk.add_ideas("add-idea", [given]))
        if not new_ids:
            return False
        if session is not None and not desk.clock.begun:
            desk.clock.start()
        self.screen.board.choose(new_ids[0], follow=True)
        return True

    def say_plainly(self, asked_id: str, on: bool) -> None:
        """See ScreenCommands."""
        self._desk.leading.say_plainly(asked_id, on)

    def new_theme(self) -> None:
        """See ScreenCommands."""
        ask_for_theme(self.screen.board)

    def recolour(self, look: str) -> None:
        """See ScreenCommands."""
        self._recolour(look)

    def say_really(self, progress_id: str, answer: str) -> None:
        """See ScreenCommands."""
        if self._desk.session is not None:
            opening_promises.keep(self._desk, self._desk.session.id)
        self._aloud.hear(lambda: self._desk.do("say-really", progress.say_really, progress_id, progress.Really(answer)))

    def undo(self) -> None:
        """See ScreenCommands."""
        self._aloud.undo()

    def redo(self) -> None:
        """See ScreenCommands."""
        self._aloud.redo()

    def show_film(self) -> None:
        """See ScreenCommands."""
        if not self.screen.findChildren(ReplaySheet):
            open_replay(self._desk, self.screen, self._desk.looking.session_id)

    def open_sheet(self, what: str, plan_id: str = "") -> None:
        """Lay over everything a sheet to be touched: desk.SIGN or ANSWER for a plan, or ASSETS. SCHOOL is only read."""
        if what == SIGN:
            from workshop_app.ui.signing_desk import open_signing

            open_signing(self._desk, self.screen, plan_id, self._aloud)
        elif what == ANSWER:
            from workshop_app.ui.answering_desk import open_answering

            open_answering(self._desk, self.screen, plan_id, self._aloud)
        elif what == SCHOOL:
            self._desk.counting.show_school(on=True)
        else:
            from workshop_app.ui.assets_desk import open_assets

            open_assets(self._desk, self.screen, self._aloud)

    def show_assets(self) -> None:
        """See ScreenCommands."""
        self.open_sheet(ASSETS)

    def shows_everything(self) -> bool:
        """See ScreenCommands."""
        return self._desk.looking.everything

    def show_everything(self, on: bool) -> None:
        """See ScreenCommands."""
        self._desk.looking.show_everything(on)

    def colour_by_role(self, on: bool) -> None:
        """See ScreenCommands."""
        self._desk.looking.colour_by_role(on)

    def count_one(self, answer: int) -> None:
        """See ScreenCommands."""
        self._desk.counting.add(answer)

    def one_back(self) -> None:
        """See ScreenCommands."""
        self._desk.counting.one_back()

    def keep_count(self) -> None:
        """See ScreenCommands."""
        self._aloud.hear(self._desk.counting.keep)

    def skip_count(self) -> None:
        """See ScreenCommands."""
        self._desk.counting.skip()

    def _say(self, sentence: str, kind: str) -> None:
        self.screen.say(sentence, kind)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(Entry):
            self._face_down = None
        if changes.touches(Idea):
            found = (self._desk.programme.all(Idea).get(idea_id) for idea_id in changes.of(Idea))
            gone = [
                one for idea in found if idea is not None and idea.set_aside for one in (idea.text, idea.translation)
            ]
            if gone:
                copied.forget(*gone)
        if changes.touches(Session, Asked, Phase, Openness, Entry, *PROMISED) or changes.fact is not None:
            self.refresh()

    def _read_along(self, reading: Reading) -> None:
        """A plan is read aloud: its line stands on a screen of the class's own too."""
        if self._desk.apart:
            ReadingSheet(self.screen, reading, follows=True)

    def read_on(self) -> None:
        """Go on with what is read aloud: along with the leader's window, or in this one where it is everybody's now."""
        reading = self._desk.reading
        if reading is None:
            return
        then = reading.then
        heard = partial(self._aloud.hear, then) if then is not None else None
        follows = self._desk.apart
        ReadingSheet(self.screen, reading, None if follows else heard, follows=follows)

    def let_reading_go(self) -> None:
        """The leader's window goes on with it."""
        for sheet in self.screen.findChildren(ReadingSheet):
            if not sheet.isHidden():  # one that was left goes by itself
                sheet.let_go()

    def _tick(self) -> None:
        self.screen.show_screen(self._timed(self.screen.seen))

    def _look(self) -> Screen:
        leading, session = self._desk.leading, self._desk.session
        now, instead = leading.now(), self._instead()
        if instead is not None:
            return instead
        if session is None or session.done or now is None:
            over = translate("shared", "Thank you. That was our session.")
            task = over if session is not None and session.done else translate("shared", "Ideas for our school")
            return Screen(task=task, hands_off=self._desk.lock.on)
        if leading.waits_for_another_day():
            return Screen(task=translate("shared", "Thank you. We go on another day."), hands_off=self._desk.lock.on)
        asked = None if leading.picking else now.asked
        part = now.part if now.asked is None else Part.EXPLORE
        task, lines = (_pick(), ()) if leading.picking else _task(part)
        # What lies face down belongs to a prompt, also while the group is elsewhere in its agenda.
        lying = asked or prompt_on.prompt_on(self._desk)
        seen = Screen(
            task="" if asked is not None else task,
            lines=() if asked is not None else lines,
            promises=self._promises(session.id) if asked is None and part is Part.LAST_TIME else (),
            now=agenda.name(part),
            next=self._next(now),
            face_down=self._count(lying.id) if lying is not None else 0,
            silent=self._page in SILENT_PAGES,
            hands_off=self._desk.lock.on,
        )
        if seen.silent:
            asked = lying
        if asked is None:
            return seen
        programme = self._desk.programme
        asked = programme.all(Asked).get(asked.id, asked)
        return replace(
            seen,
            prompt_id=asked.id,
            question=audience.question(asked),
            plainly=audience.question(asked, plain=True) if asked.plain != asked.text else None,
            plain=leading.is_plain(asked.id),
            symbol=asked.symbol,
            bounds=audience.bounds(openness.of_aspect(programme, asked.aspect_id)),
            task="",
            lines=(),
        )

    def _instead(self) -> Screen | None:
        """What was asked to be there whatever the session is at: a question, a picture, or what the school promises."""
        counting, locked = self._desk.counting, self._desk.lock.on
        poll, chart = counting.poll(), counting.chart
        if poll is not None:
            return Screen(task=poll.question, poll=poll, hands_off=locked)
        if chart is not None:
            return Screen(task=chart.title, chart=chart, lines=questions.limits(), hands_off=locked)
        promised = school_promise.promise(self._desk.programme) if counting.school else None
        if promised is not None:
            task = translate("school promise", "What our school promises")
            return Screen(task=task, promises=promise_words.school(promised), hands_off=locked)
        return None

    def _promises(self, session_id: str) -> tuple[Promised, ...]:
        return tuple(promise_words.seen(one) for one in opening_promises.chosen(self._desk, session_id))

    def _timed(self, seen: Screen) -> Screen:
        """The same with the time that is left for what is on, all its rounds together."""
        now = self._desk.leading.now()
        if now is None or not seen.now:
            return seen
        own = [one for one in self._desk.leading.allotted() if one.round.phase == now.phase]
        whole = sum(one.minutes for one in own if one.state == DONE) + max(
            sum(one.round.planned for one in own if one.state != DONE), 0.1
        )
        left = self._desk.leading.left_for_phase()
        return replace(seen, share=round(min(1.0, left / whole), 3), minutes=round(left))

    def _next(self, now: Round) -> str:
        """What comes after this, in a word or two; a prompt of the same phase is no news."""
        leading = self._desk.leading
        after = leading.next()
        if leading.pick_is_next():
            return translate("shared", "our own pick")
        if after is None:
            return ""
        if after.asked is not None and now.asked is not None:
            return translate("shared", "another prompt")
        return agenda.name(after.part)

    def _count(self, asked_id: str) -> int:
        if self._face_down is None:
            self._face_down = dict(prompt_on.counts(self._desk))
        return self._face_down.get(asked_id, 0)


def _pick() -> str:
    return translate("shared", "Our pick: what has nobody asked us yet?")


def _task(part: Part) -> tuple[str, tuple[str, ...]]:
    """What the group does in a phase without a prompt, and what it reads together."""
    if part is Part.WELCOME:
        rules = tuple(f"•  {rule}" for rule in care_words.ground_rules())
        return translate("welcome", "Welcome. This is how we work together."), (*rules, care_words.promise())
    told = {
        Part.LAST_TIME: translate("phases", "What came of it"),
        Part.CHECK_IN: translate("phases", "How are you here today? One word, or pass."),
        Part.EXPLORE: translate("shared", "What shall we talk about?"),
        Part.MAKE_SENSE: translate("phases", "What belongs together?"),
        Part.CHOOSE: translate("phases", "What matters most to us?"),
        Part.PLAN: translate("phases", "Who does what by when?"),
        Part.SIGN_OFF: translate("phases", "Is this what we mean?"),
        Part.CHECK_OUT: translate("phases", "One word to go: how was this for you?"),
    }
    return told.get(part, agenda.name(part)), ()
