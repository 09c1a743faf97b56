"""Where a session stands: which round is on, which is next, how long each may take. Only here is it moved on."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workshop_app.domain import agenda, sessions
from workshop_app.domain.agenda import Part, Phase
from workshop_app.domain.facts import Fact, Happened
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import Asked, Session
from workshop_app.facilitation import running
from workshop_app.facilitation.running import DONE, Allotted, Round
from workshop_app.words import translate

if TYPE_CHECKING:  # the desk owns it
    from workshop_app.ui.desk import Desk

LEAST_TWO = 8  # minutes of sharing ideas in which two prompts can be asked
# Where a phase happens; all others happen on the page that leads.
PAGE_OF = {Part.MAKE_SENSE: "board", Part.CHOOSE: "choose", Part.PLAN: "plan", Part.SIGN_OFF: "plan"}


@dataclass(frozen=True, slots=True)
class _Seen:
    """Where the session that is on stands. `told_by` is all that tells it: sessions, prompts, phases and facts."""

    told_by: tuple[object, ...]
    session: Session | None
    own: tuple[Fact, ...]  # the facts of this session
    rounds: tuple[Round, ...]
    now: Round | None


class Leading(QObject):
    """The session that is on, round by round. Times are told by the desk's clock."""

    moved = Signal()
    reworded = Signal()  # a prompt is said in plain words now, or in its own again

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.picking = False  # the students choose an aspect of their own
        self._plain = ""  # the id of the prompt that is said in plain words
        self._last_seen: _Seen | None = None

    def rounds(self) -> tuple[Round, ...]:
        """The rounds of the session that is on, in order; none where there is no session."""
        return self._see().rounds

    def now(self) -> Round | None:
        """The round that is on: the one that was put last, or the first."""
        return self._see().now

    def next(self) -> Round | None:
        """The round after the one that is on."""
        rounds, now = self.rounds(), self.now()
        place = rounds.index(now) + 1 if now in rounds else 0
        return rounds[place] if place < len(rounds) else None

    def allotted(self) -> list[Allotted]:
        """Every round with the minutes it may take from here on."""
        seen = self._see()
        if seen.session is None or seen.now is None:
            return []
        elapsed, spent = self._times(seen.session)
        return running.replan(seen.rounds, spent, seen.now.id, elapsed, seen.session.minutes)

    def is_plain(self, asked_id: str) -> bool:
        """Whether a prompt is said in plain words now, on every screen."""
        return self._plain == asked_id

    def say_plainly(self, asked_id: str, on: bool) -> None:
        """Somebody does not understand a prompt: say it in plain words, or in its own again."""
        if on != self.is_plain(asked_id):
            self._plain = asked_id if on else ""
            self.reworded.emit()

    def standing(self, ends: str) -> str:
        """How it goes with what was planned, in a sentence. `ends` is the time of day at which it is over."""
        session = self._desk.session
        if session is None:
            return ""
        elapsed, spent = self._times(session)
        return running.standing(self.allotted(), spent, elapsed, session.minutes, ends)

    def waits_for_another_day(self) -> bool:
        """Whether the session was stopped by the bell, or has stood since another day."""
        session, clock = self._desk.session, self._desk.clock
        if session is None or session.done or clock.running or not clock.begun:
            return False
        since = clock.stands_since
        return clock.stopped_by_bell or (since is not None and since.astimezone().date() != self._desk.today())

    def go_to(self, round_id: str) -> None:
        """Put a round on, and bring up the page where it happens. The clock starts with the first that is put."""
        session = self._desk.session
        found = next((one for one in self.rounds() if one.id == round_id), None)
        if session is None or found is None or not self._put(session, found):
            return
        self.picking, self._plain = False, ""
        self.moved.emit()
        self._desk.going.emit(page_of(found))
        if found.part is not Part.EXPLORE:
            self._remind(session)

    def next_words(self) -> str:
        """What the one next step is called."""
        now, after = self.now(), self.next()
        if self.pick_is_next():
            return translate("lead", "Our own pick  →")
        if after is not None and after.asked is not None and now is not None and now.asked is not None:
            return translate("lead", "Next prompt  →")
        if after is not None and after.phase is not None:
            return translate("lead", "{phase}  →", phase=agenda.name(after.phase.part))
        if now is not None and now.phase is not None:
            return translate("lead", "Finish  →")
        return translate("lead", "Sort on the board  →")

    def left_for_phase(self) -> float:
        """Minutes that the phase which is on may still take, all its rounds together."""
        now = self.now()
        own = (one for one in self.allotted() if now is not None and one.round.phase == now.phase)
        return sum(one.minutes for one in own if one.state != DONE)

    def onward(self, page: str) -> None:
        """Bring up a page; the phase that is next begins with it where it happens there."""
        after, now = self.next(), self.now()
        runs = self._desk.clock.begun and not self.waits_for_another_day()
        if runs and now is not None and after is not None and page_of(after) == page != page_of(now):
            self.go_to(after.id)
        else:
            self._desk.going.emit(page)

    def pick(self) -> None:
        """It is the students' turn to choose an aspect."""
        self.picking = True
        self.moved.emit()
        self._desk.going.emit("lead")

    def step(self, by: int) -> None:
        """The next round or the one before. After the last an agenda is at its end; without one comes the board."""
        rounds, now = self.rounds(), self.now()
        if now is None:
            return
        place = rounds.index(now) + by
        if self.picking and by < 0:
            place = rounds.index(now)
        elif by > 0 and self.pick_is_next():
            self.pick()
            return
        if 0 <= place < len(rounds):
            self.go_to(rounds[place].id)
        elif place >= len(rounds) and now.phase is None:
            self._desk.going.emit("board")
        elif place >= len(rounds):
            self.finish()

    def finish(self) -> None:
        """The session is over, and its clock stands."""
        session = self._desk.session
        if session is not None and self._desk.do("end-session", sessions.end, session.id):
            self._desk.clock.pause()

    def pick_is_next(self) -> bool:
        """Whether the last prompt of an agenda's share of ideas is on, and the students have not picked yet."""
        session, now, after = self._desk.session, self.now(), self.next()
        if session is None or now is None or now.phase is None or self.picking or session.picked:
            return False
        return now.asked is not None and (after is None or after.phase != now.phase)

    def _remind(self, session: Session) -> None:
        """What lies face down is still to be revealed."""
        from workshop_app.ui import prompt_on  # it knows the desk, which owns this

        count = sum(one.session == session.id for one in prompt_on.face_down(self._desk).values())
        if count:
            one = translate("lead", "1 slip still lies face down. It waits at its prompt.")
            many = translate("lead", "{n} slips still lie face down. They wait at their prompts.", n=count)
            self._desk.said.emit(one if count == 1 else many, "notice")

    def _times(self, session: Session) -> tuple[float, dict[str, float]]:
        """Seconds on the clock, and of them those of each round."""
        seen, elapsed = self._see(), self._desk.clock.elapsed.total_seconds()
        first = next((one.id for one in seen.rounds), "")
        return elapsed, running.spent(seen.own, session.id, elapsed, first=first)

    def _see(self) -> _Seen:
        """Where it stands. The clock asks every second, so a year of facts is gone through only when there are more."""
        programme, facts = self._desk.programme, self._desk.workspace.facts
        told_by = (programme.all(Session), programme.all(Asked), programme.all(Phase), facts)
        seen = self._last_seen
        if seen is None or any(one is not other for one, other in zip(seen.told_by, told_by, strict=True)):
            seen = self._last_seen = _look(told_by, programme, facts, self._desk.session)
        return seen

    def picks_for_next_time(self) -> bool:
        """Whether there is no time to ask one more: what the students pick is asked the next time they meet."""
        now = self.now()
        return now is not None and now.asked is not None and now.phase is not None and now.phase.minutes < LEAST_TWO

    def _put(self, session: Session, one: Round) -> bool:
        clock = self._desk.clock
        if not clock.begun:
            clock.start()
        elapsed = clock.elapsed.total_seconds()
        if one.asked is not None:
            return self._desk.record(Happened.ASKED, {"session": session.id, "asked": one.asked.id, "elapsed": elapsed})
        return self._desk.record(Happened.PHASE, {"session": session.id, "phase": one.id, "elapsed": elapsed})


def _look(told_by: tuple[object, ...], programme: Programme, facts: tuple[Fact, ...], session: Session | None) -> _Seen:
    if session is None:
        return _Seen(told_by, None, (), (), None)
    rounds = tuple(running.rounds(programme, session.id))
    own = tuple(fact for fact in facts if fact.data.get("session") == session.id)
    key = running.now(own, session.id, rounds)
    now = next((one for one in rounds if one.id == key), next(iter(rounds), None))
    return _Seen(told_by, session, own, rounds, now)


def page_of(one: Round) -> str:
    """The page on which a round happens."""
    return PAGE_OF.get(one.phase.part, "lead") if one.phase is not None else "lead"
