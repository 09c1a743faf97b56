"""A group on a real file, led through a school year: its days only pass where a test says so. No Qt."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from tests.exchange import forms
from tests.programmes import Clock, new_ids
from tests.returning import in_process
from workshop_app import homecoming, inbox, outbox
from workshop_app.domain import (
    answers,
    choosing,
    consent,
    headcounts,
    honest_no,
    ideas,
    people,
    plans,
    progress,
    reflections,
    replies,
    school_promise,
    sessions,
    signing,
    told,
    triggers,
)
from workshop_app.domain.answers import Kind
from workshop_app.domain.headcounts import Side
from workshop_app.domain.ideas import Given
from workshop_app.domain.people import Person, Role
from workshop_app.domain.plans import Hands, Plan
from workshop_app.domain.programme import About, Programme
from workshop_app.domain.progress import How, Really
from workshop_app.domain.replies import Says
from workshop_app.domain.sessions import Asked
from workshop_app.domain.triggers import Trigger
from workshop_app.homecoming import Arrived
from workshop_app.storage import identity
from workshop_app.storage.store import Store
from workshop_app.workspace import Changes, Workspace

SCHOOL = About("Ysgol Siân", "2026–27")
STROKES = [[(0.1 + n / 40, 0.5 + (n % 5) / 20) for n in range(30)]]
HEAD = "Ms Patel, head teacher"


class SchoolYear:
    """What a group does, each deed in a line. People are called by their names, all else by its id."""

    def __init__(self, folder: Path, on: date) -> None:
        self.folder = folder
        self.clock = Clock()
        store = Store.create(folder / "year.workshop", SCHOOL, uid="uid-of-a-year")
        self.workspace = Workspace(store, self.clock, new_ids())
        self.go_to(on)

    @property
    def programme(self) -> Programme:
        return self.workspace.programme

    @property
    def today(self) -> date:
        return self.workspace.today()

    def go_to(self, day: date) -> None:
        """It is ten o'clock on that day."""
        self.clock.time = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)

    def new(self) -> dict[str, object]:
        """An id and the time, for what is new."""
        return {"new_id": self.workspace.new_id(), "at": self.workspace.now()}

    def do(self, label: str, change, *args, **more) -> Changes:
        return self.workspace.perform(label, change, *args, **more)

    def close(self) -> None:
        self.workspace.close()

    # The group and its sessions

    def person(self, name: str, role: Role = Role.STUDENT) -> str:
        new = self.new()
        self.do("add-person", people.add_person, **new, name=name, role=role)
        return str(new["new_id"])

    def called(self, name: str) -> str:
        return next(one.id for one in self.programme.all(Person).values() if one.name == name)

    def session(self, *questions: str, minutes: int = 50, without: Sequence[str] = ()) -> str:
        """A session today that asks these questions, with everybody but some."""
        new, key = self.new(), ""
        key = str(new["new_id"])
        asked = [
            Asked(
                self.workspace.new_id(), key, f"prompt-{place}", "teaching", "How lessons are taught", "Teaching",
                "learning", words, f"{words} (plainer)", "a note for the facilitator", place, symbol="board",
            )
            for place, words in enumerate(questions)
        ]  # fmt: skip
        here = [one.id for one in people.group(self.programme) if one.name not in without]
        self.do("prepare", sessions.prepare, **new, held_on=self.today, minutes=minutes, present=here, prompts=asked)
        return key

    def end(self, session_id: str) -> None:
        self.do("end-session", sessions.end, session_id)

    def given(self, session_id: str, *texts: str, role: Role = Role.STUDENT, person: str = "") -> list[str]:
        """Ideas that were given to the first question of a session."""
        prompts = sessions.prompts_of(self.programme, session_id)
        keys = [self.workspace.new_id() for _ in texts]
        asked_id = prompts[0].id if prompts else None
        given = [
            Given(text, role, session_id=session_id, asked_id=asked_id, aspect_id="teaching", family="learning",
                  person_id=self.called(person) if person else None)
            for text in texts
        ]  # fmt: skip
        spots = ideas.spots(self.programme, len(texts), session_id)
        self.do("bring-in", ideas.add, new_ids=keys, at=self.workspace.now(), given=given, spots=spots)
        return keys

    def theme(self, name: str, *idea_ids: str) -> str:
        new = self.new()
        self.do("new-theme", ideas.new_theme, **new, name=name, idea_ids=idea_ids)
        return str(new["new_id"])

    def back(self, idea_id: str, students: int, adults: int = 0) -> None:
        self.do("back", choosing.back, idea_id, students=students, adults=adults)

    def forward(self, *idea_ids: str) -> None:
        self.do("take-forward", choosing.take_forward, {*(one.id for one in choosing.going_forward(self.programme)),
                                                        *idea_ids})  # fmt: skip

    def object(self, idea_id: str, text: str, met: str = "") -> None:
        new = self.new()
        self.do("object", consent.object_to, **new, idea_id=idea_id, role=Role.STUDENT, text=text)
        if met:
            self.do("meet-objection", consent.meet, str(new["new_id"]), met)

    def reflect(self, session_id: str, uncomfortable: str, we_change: str) -> None:
        self.do("reflect", reflections.reflect, **self.new(), session_id=session_id, uncomfortable=uncomfortable,
                we_change=we_change)  # fmt: skip

    def count(self, session_id: str, question: str, *counts: int, side: Side = Side.STUDENTS) -> None:
        self.do("count", headcounts.count, **self.new(), question=question, side=side, counts=counts,
                session_id=session_id)  # fmt: skip

    # What the school says

    def promise(self, **said: str | int) -> None:
        """What the school promises, signed by the head."""
        self.do("write-promise", school_promise.write_promise, **self.new(), **said)
        standing = school_promise.promise(self.programme)
        assert standing is not None
        self.do("sign-promise", school_promise.sign_promise, standing.id, at=self.workspace.now(),
                signed_by="Ms Patel", post="head teacher", words="M. Patel")  # fmt: skip

    def answer(self, idea_id: str, kind: Kind, reason: str = "", by: str = HEAD, passed_to: str = "") -> str:
        new = self.new()
        self.do("answer", answers.answer, **new, idea_id=idea_id, kind=kind, reason=reason, by=by, passed_to=passed_to)
        return str(new["new_id"])

    def say_no(self, idea_id: str, because: honest_no.Because, reason: str) -> None:
        """A no by the honest path."""
        path = self.new()
        self.do("open-path", honest_no.open_path, **path, idea_id=idea_id, because=because)
        for step in honest_no.STEPS:
            self.do("fill-path", honest_no.fill, str(path["new_id"]), step, f"The {step} of it")
        self.do("settle", honest_no.settle, str(path["new_id"]), **self.new(), kind=Kind.NO, reason=reason, by=HEAD)

    def tell(self, *answer_ids: str, by: str = "Mr A.", session_id: str | None = None) -> None:
        keys = [self.workspace.new_id() for _ in answer_ids]
        self.do("tell", told.tell_all, new_ids=keys, at=self.workspace.now(), answer_ids=answer_ids, by=by,
                on=self.today, session_id=session_id)  # fmt: skip

    def demand(self, idea_id: str, due: date, decider: str = HEAD) -> str:
        """The trigger is pulled."""
        new = self.new()
        self.do("pull-trigger", triggers.pull, **new, idea_id=idea_id, decider=decider, due=due)
        assert str(new["new_id"]) in self.programme.all(Trigger)
        return str(new["new_id"])

    # Plans, there and back

    def plan(self, title: str, *idea_ids: str, how_we_know: str = "We count.") -> str:
        new = self.new()
        self.do("start-plan", plans.start, **new, title=title, idea_ids=idea_ids)
        self.do("write-plan", plans.write, str(new["new_id"]), "how_we_know", how_we_know)
        return str(new["new_id"])

    def action(
        self, plan_id: str, what: str, hands: Hands = Hands.OURS, *owners: str, by: date, asked_of: str = ""
    ) -> str:
        new_id = self.workspace.new_id()
        keys = [self.called(name) for name in owners]
        self.do("add-action", plans.add_action, plan_id, new_id=new_id, what=what, hands=hands, owner_ids=keys, by=by,
                asked_of=asked_of)  # fmt: skip
        return new_id

    def sign(self, plan_id: str, *names: str, closing: bool = True) -> None:
        if closing:
            self.do("close-plan", signing.close_for_signing, plan_id)
        for name in names:
            self.do("sign", signing.sign, plan_id, self.called(name), **self.new(), strokes=STROKES)

    def hash_of(self, plan_id: str) -> str:
        return signing.content_hash(self.programme.get(Plan, plan_id).sealed or "")

    def send(self, plan_id: str) -> bytes:
        """The plan's paper for the head, out through the outbox; its bytes."""
        place = self.folder / "plan.pdf"
        outbox.send_plan(self.workspace, plan_id, place, identity.identity(self.folder))
        return place.read_bytes()

    def comes_back(self, pdf: bytes, filled: dict[str, str]) -> Arrived:
        """The paper is filled in by a reader, comes home, and is taken in."""
        place = self.folder / "answer.pdf"
        place.write_bytes(forms.by_pypdf(pdf, filled))
        arrived = homecoming.look(self.programme, self.workspace.facts, place, self.today, in_process)
        inbox.take_in(self.workspace, inbox.of(arrived, self.today))
        return arrived

    def respond(self, plan_id: str, content_hash: str, says: Says, words: str = "") -> None:
        self.do("respond", replies.respond, **self.new(), plan_id=plan_id, content_hash=content_hash, says=says,
                words=words)  # fmt: skip

    def progress(self, about_id: str, how: How, words: str = "", really: Really | None = None) -> None:
        new = self.new()
        self.do("say-how", progress.say_how, **new, about_id=about_id, how=how, words=words)
        if really is not None:
            self.do("say-really", progress.say_really, str(new["new_id"]), really)
