"""Programmes with something in them, made through the workspace on a file and opened by the app afterwards."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from tests.programmes import Clock, new_ids
from tests.ui.bench import DAY, bank
from workshop_app.domain import asset_map, board, choosing, ideas, people, plans, sessions, signing
from workshop_app.domain.asset_map import Sort
from workshop_app.domain.ideas import Given
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Hands
from workshop_app.domain.programme import About
from workshop_app.facilitation import asking
from workshop_app.storage.shelf import Shelf
from workshop_app.storage.store import Store
from workshop_app.ui.openness_sheet import LATER
from workshop_app.workspace import Workspace

SCHOOL = "Brückenschule"
IDEAS = (
    "Ask us halfway",
    "Quiet corner in the library",
    "Mentors from year eleven",
    "Tell us why",
    "Talk first",
    "A budget of our own",
)
THEMES = ("Learning", "Being well")


class Rich:
    """A programme in the making. Each step gives back what the next ones need, by id."""

    def __init__(self, home: Path, school: str = SCHOOL) -> None:
        shelf = Shelf(home)
        self.path = shelf.place_for(school)
        store = Store.create(self.path, About(school, "2026–27"), uid="uid", backup_folder=shelf.backups_of(self.path))
        self.workspace = Workspace(store, Clock(DAY - timedelta(days=1)), new_ids(10**6))

    def person(self, name: str, role: Role = Role.STUDENT) -> str:
        space, key = self.workspace, self.workspace.new_id()
        space.perform("add-person", people.add_person, new_id=key, at=space.now(), name=name, role=role)
        return key

    def session(self, aspects: Sequence[str] = ("teaching", "decisions"), note: str | None = None) -> str:
        """A session with everybody, ready to be led; `note` stands in for the facilitator's notes of its prompts."""
        space, key = self.workspace, self.workspace.new_id()
        asked = asking.copies(asking.chosen(bank(), aspects, 50), key, space.new_id)
        if note is not None:
            asked = [replace(one, note=note) for one in asked]
        present = [person.id for person in people.group(space.programme)]
        space.perform(
            "prepare",
            sessions.prepare,
            new_id=key,
            at=space.now(),
            held_on=date(2026, 11, 6),
            minutes=50,
            present=present,
            prompts=asked,
        )
        for aspect in aspects:  # how open they are was put off
            space.save_draft(f"{LATER}/{aspect}", "yes")
        return key

    def ideas(self, *texts: str, person_id: str | None = None) -> list[str]:
        space = self.workspace
        keys = [space.new_id() for _ in texts]
        given = [Given(text, Role.STUDENT, person_id=person_id) for text in texts]
        lying = [(one.x, one.y) for one in ideas.on_board(space.programme) if one.theme_id is None]
        spots = board.free_spots(lying, len(texts))
        space.perform("bring-in", ideas.add, new_ids=keys, at=space.now(), given=given, spots=spots)
        return keys

    def given(self, *texts: str) -> list[str]:
        """Ideas of the session that was made last."""
        space = self.workspace
        keys = [space.new_id() for _ in texts]
        last = sessions.in_order(space.programme)[-1]
        given = [Given(text, Role.STUDENT, session_id=last.id) for text in texts]
        spots = ideas.spots(space.programme, len(texts), last.id)
        space.perform("bring-in", ideas.add, new_ids=keys, at=space.now(), given=given, spots=spots)
        return keys

    def theme(self, name: str, *idea_ids: str) -> str:
        space, key = self.workspace, self.workspace.new_id()
        space.perform("new-theme", ideas.new_theme, new_id=key, at=space.now(), name=name, idea_ids=idea_ids)
        return key

    def asset(self, what: str, *, sort: Sort = Sort.PLACE, held_by: Role = Role.STUDENT) -> str:
        space, key = self.workspace, self.workspace.new_id()
        new = {"new_id": key, "at": space.now()}
        space.perform("add-asset", asset_map.add_asset, **new, sort=sort, what=what, held_by=held_by)
        return key

    def plan(self, idea_id: str, owner_id: str, *, title: str = "Ask us", what: str = "Try it in science") -> str:
        """A plan that only needs closing."""
        space, key = self.workspace, self.workspace.new_id()
        space.perform("take-forward", choosing.take_forward, {idea_id})
        space.perform("start-plan", plans.start, new_id=key, at=space.now(), title=title, idea_ids=[idea_id])
        space.perform(
            "add-action",
            plans.add_action,
            key,
            new_id=space.new_id(),
            what=what,
            hands=Hands.OURS,
            owner_ids=[owner_id],
            by=date(2026, 12, 4),
        )
        space.perform("write-plan", plans.write, key, "how_we_know", "We count the slips.")
        return key

    def signed(self, plan_id: str, *person_ids: str) -> None:
        """Close the plan and have these people sign."""
        space = self.workspace
        space.perform("close-plan", signing.close_for_signing, plan_id)
        for person_id in person_ids:
            wave = [(0.1 + n / 40, 0.5 + (n % 5) / 20) for n in range(30)]
            space.perform(
                "sign", signing.sign, plan_id, person_id, new_id=space.new_id(), at=space.now(), strokes=[wave]
            )

    def page(self, name: str) -> None:
        """The page on which the programme was left."""
        self.workspace.save_draft("place", name)

    def close(self) -> Path:
        """Let go of the file."""
        self.workspace.close()
        return self.path


def board_of_six(home: Path, *, page: str = "board") -> Rich:
    """Four people, a session, six ideas of which one is in the first of two themes; still open."""
    made = Rich(home)
    for name, role in (("Siân", Role.STUDENT), ("Ade", Role.STUDENT), ("Ms Okoye", Role.STAFF), ("Jo", Role.FAMILY)):
        made.person(name, role)
    made.session()
    keys = made.ideas(*IDEAS)
    made.theme(THEMES[0], keys[0])
    made.theme(THEMES[1])
    made.page(page)
    return made
