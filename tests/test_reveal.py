"""The reveal: what lay face down becomes ideas, all at once, and nothing in the file tells who wrote what."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from tests.programmes import ABOUT, Clock, in_memory, new_ids
from workshop_app.domain import ideas, people, sessions
from workshop_app.domain.errors import DomainError
from workshop_app.domain.face_down import Backing, Capture, Entry
from workshop_app.domain.facts import Happened
from workshop_app.domain.ideas import Given, Idea
from workshop_app.domain.people import Role
from workshop_app.domain.sessions import Asked
from workshop_app.storage import health
from workshop_app.storage.private import Chance
from workshop_app.storage.store import Store
from workshop_app.workspace import Changes, Workspace

SAID = ["Ask us halfway", "A quiet corner", "Mentors from year eleven", "Tell us why"]


@dataclass
class Room:
    """A session with prompts, a clock that moves while somebody writes, and chance from a seed."""

    workspace: Workspace
    clock: Clock
    session: str
    asked: list[str]

    def write(self, text: str, prompt: int = 0, role: Role = Role.STUDENT, source: Capture = Capture.SLIP) -> None:
        self.clock.forward(seconds=97)
        self.workspace.put_private(Entry(self.session, self.asked[prompt], role, text, source=source))

    def reveal(self, prompt: int = 0) -> Changes:
        self.clock.forward(minutes=3)
        return self.workspace.reveal(self.asked[prompt])

    def ideas(self) -> list[Idea]:
        return list(self.workspace.programme.all(Idea).values())


def room(path: Path, prompts: int = 2, chance: Chance | None = None) -> Room:
    clock = Clock()
    store = Store.create(path, ABOUT, uid="u", backup_folder=path.parent / "backups")
    workspace = Workspace(store, clock, new_ids(), chance or Chance())
    person, session = workspace.new_id(), workspace.new_id()
    workspace.perform("p", people.add_person, new_id=person, at=clock(), name="Siân", role=Role.STUDENT)
    asked = [
        Asked(workspace.new_id(), session, f"p{n}", "teaching", "How lessons are taught", "lessons", "learning",
              f"Question {n}", "Plain", "", n)
        for n in range(prompts)
    ]  # fmt: skip
    workspace.perform(
        "prepare", sessions.prepare, new_id=session, at=clock(), held_on=date(2026, 11, 6), minutes=50,
        present=[person], prompts=asked,
    )  # fmt: skip
    return Room(workspace, clock, session, [one.id for one in asked])


@pytest.fixture
def here(place: Path) -> Iterator[Room]:
    made = room(place)
    yield made
    made.workspace.close()


def test_all_turn_over_in_one_step_and_the_originals_are_gone(here: Room) -> None:
    for text in SAID:
        here.write(text)
    here.write("For the other prompt", prompt=1)
    steps = here.workspace.store.last_step()
    assert here.ideas() == []
    changes = here.reveal()
    assert here.workspace.store.last_step() == steps + 1
    assert sorted(idea.text for idea in here.ideas()) == sorted(SAID)
    assert len(changes.of(Idea)) == 4
    assert [one.text for one in here.workspace.private(Entry).values()] == ["For the other prompt"]
    assert here.workspace.labels() == ("reveal", None)
    for idea in here.ideas():
        assert (idea.session_id, idea.asked_id, idea.family) == (here.session, here.asked[0], "learning")
        assert idea.person_id is None
    assert len({(idea.x, idea.y) for idea in here.ideas()}) == 4


def test_drawing_and_translation_come_along(here: Room) -> None:
    drawing = (((0.1, 0.2), (0.3, 0.4)),)
    here.workspace.put_private(Entry(here.session, here.asked[0], Role.STUDENT, "", "A pond", drawing))
    here.workspace.put_private(Entry(here.session, here.asked[0], Role.STAFF, "Більше часу", "More time"))
    here.reveal()
    found = {idea.translation: idea for idea in here.ideas()}
    assert (found["A pond"].text, found["A pond"].drawing) == ("", drawing)
    assert (found["More time"].text, found["More time"].role) == ("Більше часу", Role.STAFF)


def test_what_says_nothing_or_belongs_nowhere_is_refused(here: Room) -> None:
    with pytest.raises(DomainError):
        here.write("   ")
    with pytest.raises(DomainError):
        here.write("x" * 3000)
    with pytest.raises(DomainError):
        here.workspace.put_private(Entry(here.session, "nowhere", Role.STUDENT, "Lost"))
    with pytest.raises(DomainError, match="Nothing lies face down"):
        here.reveal()
    assert here.workspace.private(Entry) == {}


def test_undo_stops_at_a_reveal_and_says_why_after_a_restart_too(here: Room, place: Path) -> None:
    """A key that was hit by mistake, and anything done after it, would lose what the group wrote."""
    for text in SAID:
        here.write(text)
    here.reveal()
    shown = here.workspace.programme
    fact = here.workspace.facts[-1]
    assert fact.what is Happened.REVEALED
    assert fact.data == {"session": here.session, "asked": here.asked[0], "count": 4}
    with pytest.raises(DomainError, match="turned over for everybody"):
        here.workspace.undo()
    here.workspace.close()
    again = Workspace(Store.open(place), here.clock, new_ids(10**9))
    assert again.facts == here.workspace.facts
    with pytest.raises(DomainError, match="turned over for everybody"):
        again.undo()
    assert again.programme == shown
    again.close()
    assert health.check(place) == []


def test_what_came_after_a_reveal_is_undone_as_ever(here: Room) -> None:
    here.write(SAID[0])
    here.reveal()
    shown = here.workspace.programme
    here.workspace.perform("reword", ideas.reword, here.ideas()[0].id, "In other words")
    here.workspace.undo()
    assert here.workspace.programme == shown


def test_undo_loses_nothing_that_was_set_aside_before_anybody_saw_it(here: Room) -> None:
    here.write("Worrying")
    here.workspace.take_out_private(next(iter(here.workspace.private(Entry))))
    with pytest.raises(DomainError, match="safeguarding lead"):
        here.workspace.undo()
    assert [idea.text for idea in ideas.unseen(here.workspace.programme)] == ["Worrying"]
    here.workspace.purge([here.ideas()[0].id])
    here.workspace.undo()  # nothing is left of it that could be lost
    assert here.ideas() == []


class TestWhatSomebodyWroteAtTheLaptop:
    """It is theirs: nobody rewrites it, and it does not vanish."""

    @pytest.fixture
    def key(self, here: Room) -> str:
        entry = Entry(here.session, here.asked[0], Role.STUDENT, "Більше часу", source=Capture.HAND_OVER)
        here.workspace.put_private(entry)
        return next(iter(here.workspace.private(Entry)))

    def test_its_words_stay(self, here: Room, key: str) -> None:
        own = here.workspace.private(Entry)[key]
        line = (((0.1, 0.2), (0.3, 0.4)),)
        for other in (
            replace(own, text="Less time"),
            replace(own, drawing=line),
            replace(own, role=Role.STAFF),
            replace(own, source=Capture.SLIP),
            replace(own, text="Less time", source=Capture.SLIP),
        ):
            with pytest.raises(DomainError, match="wrote it themselves"):
                here.workspace.correct_private(key, other)
        with pytest.raises(DomainError, match="wrote it themselves"):
            here.workspace.drop_private(key)
        assert here.workspace.private(Entry) == {key: own}

    def test_it_is_said_in_english_too_where_nobody_did(self, here: Room, key: str) -> None:
        own = here.workspace.private(Entry)[key]
        here.workspace.correct_private(key, replace(own, translation="More time"))
        ((again, said),) = here.workspace.private(Entry).items()
        assert said == replace(own, translation="More time")
        with pytest.raises(DomainError):
            here.workspace.correct_private(again, replace(said, translation="Less time"))

    def test_it_is_set_aside_unseen_or_turned_over(self, here: Room, key: str) -> None:
        here.write(SAID[0])
        here.workspace.take_out_private(key)
        here.reveal()
        assert [idea.text for idea in ideas.unseen(here.workspace.programme)] == ["Більше часу"]


def test_what_is_not_face_down_any_more_is_not_corrected_into_a_second_one(here: Room) -> None:
    here.write(SAID[0])
    ((key, slip),) = here.workspace.private(Entry).items()
    here.reveal()
    for act in (lambda: here.workspace.correct_private(key, slip), lambda: here.workspace.drop_private(key)):
        with pytest.raises(DomainError, match="not face down any more"):
            act()
    assert here.workspace.private(Entry) == {}


def test_writing_is_nothing_that_undo_knows_of(here: Room) -> None:
    before = here.workspace.labels()
    here.write(SAID[0])
    assert here.workspace.labels() == before
    heard: list[Changes] = []
    here.workspace.subscribe(heard.append)
    here.write(SAID[1])
    assert [(change.label, change.touches(Entry), change.of(Entry)) for change in heard] == [("", True, ())]


def test_a_slip_is_corrected_or_deleted(here: Room) -> None:
    here.write("Ask us harfway")
    ((key, slip),) = here.workspace.private(Entry).items()
    here.workspace.correct_private(key, Entry(slip.session, slip.asked, slip.role, "Ask us halfway"))
    ((key, slip),) = here.workspace.private(Entry).items()
    assert slip.text == "Ask us halfway"
    here.workspace.drop_private(key)
    assert here.workspace.private(Entry) == {}


def test_one_is_set_aside_before_anybody_sees_it(here: Room) -> None:
    for text in ("Worrying", *SAID):
        here.write(text)
    key = next(key for key, one in here.workspace.private(Entry).items() if one.text == "Worrying")
    here.workspace.take_out_private(key)
    ((idea),) = here.ideas()
    assert (idea.text, idea.set_aside, idea.unseen, idea.person_id) == ("Worrying", True, True, None)
    assert len(here.workspace.private(Entry)) == 4
    with pytest.raises(DomainError):
        here.workspace.take_out_private(key)
    here.reveal()
    assert sorted(one.text for one in ideas.on_board(here.workspace.programme)) == sorted(SAID)


class TestBacking:
    def back(self, here: Room, *numbers: int, role: Role = Role.STUDENT) -> None:
        every = here.ideas()
        here.workspace.put_private(*(Backing(here.session, every[n].id, role) for n in numbers))

    def counts(self, here: Room) -> list[tuple[int, int]]:
        return [(idea.students_back, idea.adults_back) for idea in here.ideas()]

    def test_it_is_counted_in_one_step_and_forgotten(self, here: Room) -> None:
        for text in SAID:
            here.write(text)
        here.reveal()
        self.back(here, 0, 1)
        self.back(here, 1, 2)
        self.back(here, 1, role=Role.FAMILY)
        assert self.counts(here) == [(0, 0)] * 4
        here.workspace.count_private_backing(here.session)
        assert self.counts(here) == [(1, 0), (2, 1), (1, 0), (0, 0)]
        assert here.workspace.private(Backing) == {}
        here.workspace.undo()
        assert self.counts(here) == [(0, 0)] * 4
        here.workspace.redo()
        assert self.counts(here)[1] == (2, 1)
        with pytest.raises(DomainError):
            here.workspace.count_private_backing(here.session)

    def test_backing_of_an_idea_that_is_gone_counts_for_nothing(self, here: Room) -> None:
        workspace = here.workspace
        given = [Given(SAID[0], Role.STUDENT)]
        workspace.perform("i", ideas.add, new_ids=["gone"], at=here.clock(), given=given, spots=[(0.0, 0.0)])
        self.back(here, 0)
        workspace.undo()
        steps = here.workspace.labels()
        assert here.workspace.count_private_backing(here.session).ids == {Backing: ()}
        assert here.workspace.labels() == steps
        assert here.workspace.private(Backing) == {}

    def test_another_session_s_backing_waits(self, here: Room) -> None:
        here.write(SAID[0])
        here.reveal()
        here.workspace.put_private(Backing("another", here.ideas()[0].id, Role.STUDENT))
        with pytest.raises(DomainError):
            here.workspace.count_private_backing(here.session)
        assert len(here.workspace.private(Backing)) == 1


class TestNothingTellsWhoWroteIt:
    """Writers sit down in a known order at known times; afterwards the raw file is all that there is."""

    def test_the_raw_file_holds_no_original_no_author_and_no_time_of_one(self, place: Path) -> None:
        random = Random(3)
        made: list[str] = []

        def an_id() -> str:
            made.append(f"{random.getrandbits(128):032x}")
            return made[-1]

        here = room(place, chance=Chance(an_id, random.shuffle))
        times = []
        for text, source in zip(SAID, [*Capture] * 2, strict=True):
            here.write(text, source=source)
            times.append(here.clock.time)
        here.workspace.close()  # with a backup, while everything is face down
        backed_up = list((place.parent / "backups").iterdir())
        assert len(backed_up) == 1
        again = Workspace(Store.open(place), here.clock, new_ids(10**9), here.workspace.chance)
        originals = again.store.connection.execute("SELECT id, body, seal FROM private").fetchall()  # type: ignore[attr-defined]
        assert len(originals) == 4
        here.workspace = again
        here.reveal()
        revealed = {idea.added_at for idea in here.ideas()}
        assert len(revealed) == 1
        assert {idea.person_id for idea in here.ideas()} == {None}
        store = again.store
        assert isinstance(store, Store)
        for table in ("draft", "private"):
            assert store.connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
        assert [(fact.what, fact.data["count"]) for fact in store.facts()] == [(Happened.REVEALED, 4)]
        assert [label for (label,) in store.connection.execute("SELECT label FROM step")] == ["p", "prepare", "reveal"]
        again.close()
        for path in (place, *backed_up):
            raw = path.read_bytes()
            for row in originals:
                assert not [value for value in row if value.encode() in raw], path.name
            assert not [key for key in made if key.encode() in raw]
            assert not [source for source in Capture if f'"source":"{source.value}"'.encode() in raw]
            for at in times:
                for near in (at, at + timedelta(seconds=1)):
                    assert near.isoformat().encode() not in raw
        assert all(text.encode() in place.read_bytes() for text in SAID)
        assert not any(text.encode() in path.read_bytes() for text in SAID for path in backed_up)
        assert health.check(place) == []

    def test_neither_ids_nor_rows_nor_places_follow_the_order_of_writing(self) -> None:
        runs = 150
        ranks: dict[str, Counter[tuple[str, int]]] = {"id": Counter(), "row": Counter(), "spot": Counter()}
        random = Random(11)
        chance = Chance(lambda: f"{random.getrandbits(128):032x}", random.shuffle)
        with in_memory() as folder:
            here = room(folder / "a.workshop", prompts=runs, chance=chance)
            store = here.workspace.store
            assert isinstance(store, Store)
            for prompt in range(runs):
                for text in SAID:
                    here.write(text, prompt)
                here.reveal(prompt)
                own = [one for one in here.ideas() if one.asked_id == here.asked[prompt]]
                by_row = [
                    text
                    for (text,) in store.connection.execute(
                        "SELECT text FROM idea WHERE asked_id = ? ORDER BY rowid", (here.asked[prompt],)
                    )
                ]
                by_spot = [one.text for one in sorted(own, key=lambda one: (one.y, one.x))]
                by_id = [one.text for one in sorted(own, key=lambda one: one.id)]
                for how, order in (("id", by_id), ("row", by_row), ("spot", by_spot)):
                    ranks[how].update((text, rank) for rank, text in enumerate(order))
            here.workspace.close()
        for how, found in ranks.items():
            # 37.5 expected in each of 16 cells, standard deviation 5.3.
            cells = [found[text, rank] for text in SAID for rank in range(4)]
            assert min(cells) > 16, (how, found)
            assert max(cells) < 62, (how, found)

    def test_what_chance_says_is_what_is_done(self, place: Path) -> None:
        """Shuffled from the order of random ids, before any id that tells of time is made."""
        orders: list[list[str]] = []

        def backwards(things: list[object]) -> None:
            things.reverse()
            if things and isinstance(things[0], Entry):
                orders.append([one.text for one in things])  # type: ignore[attr-defined]

        ids = iter(f"{n}" for n in (5, 2, 8, 1))
        here = room(place, chance=Chance(lambda: next(ids), backwards))
        for text in SAID:
            here.write(text)
        here.reveal()
        by_random_id = [SAID[3], SAID[1], SAID[0], SAID[2]]
        assert orders == [by_random_id[::-1]]
        assert [one.text for one in sorted(here.ideas(), key=lambda one: one.id)] == orders[0]
        here.workspace.close()
