"""What was set aside unseen is taken out for good: no file holds its words, and everything else goes on."""

import json
import random
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from tests import programmes
from tests.programmes import Clock, say
from workshop_app import share_packs
from workshop_app.domain import answers, consent, expertise, honest_no, ideas, people, plans, sharing, signing
from workshop_app.domain.errors import DomainError
from workshop_app.domain.expertise import Expertise
from workshop_app.domain.facts import Happened
from workshop_app.domain.honest_no import Because
from workshop_app.domain.ideas import Given, Idea
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Hands, Plan
from workshop_app.domain.programme import empty
from workshop_app.domain.sharing import Sharing
from workshop_app.facilitation.bank import Bank
from workshop_app.storage import backups, health
from workshop_app.storage.store import Store
from workshop_app.workspace import Workspace

WORDS = 'My uncle said: "don’t tell", and hits me \\ with his Gürtel every evening'
FIRST = "My uncle hurts me when Mum is out at work"
TRANSLATION = "Mon oncle me frappe chaque soir"
ABOUT_IT = ("canary-students", "canary-staff", "canary-reason", "canary-need", "canary-objects", "canary-met")
LINE = tuple((n / 1000 + 0.0007, 0.123457) for n in range(40))
OTHER = "Water on every floor"
BANK = Bank((), ())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def full(tmp_path: Path, folder: Path) -> Workspace:
    """A worrying entry that went everywhere before it was taken off, with backups from along the way."""
    clock = Clock()
    workspace = programmes.new(tmp_path / "a.workshop", backups=folder, now=clock)
    (other,) = say(workspace, OTHER)
    workspace.save_draft("lead/capture", FIRST[:20])
    workspace.save_draft("bring-in/paste", f"{OTHER} again\n{FIRST}\n")
    _back_up(workspace, clock)
    student, teacher = (_person(workspace, role) for role in (Role.STUDENT, Role.STAFF))
    key = workspace.new_id()
    given = Given(FIRST, Role.STUDENT, person_id=student, translation=TRANSLATION, drawing=(LINE,))
    spots = ideas.spots(workspace.programme, 1)
    workspace.perform("add-idea", ideas.add, new_ids=[key], at=workspace.now(), given=[given], spots=spots)
    workspace.perform("reword", ideas.reword, key, WORDS)
    workspace.save_draft(f"card/{key}", "He")
    _written_about(workspace, key)
    _back_up(workspace, clock)
    _plan(workspace, [key, other], student, teacher)
    workspace.record(Happened.EXPORTED, {"what": "plan", "file": f"Plan - {FIRST[:40]} - version 1.pdf"})
    _back_up(workspace, clock)
    workspace.perform("set-aside-unseen", ideas.take_unseen, key)
    workspace.perform("reword", ideas.reword, other, f"{OTHER}, please")
    workspace.undo()
    clock.forward(hours=2)
    return workspace


def _back_up(workspace: Workspace, clock: Clock) -> None:
    clock.forward(hours=2)
    assert isinstance(workspace.store, Store)
    workspace.store.back_up(clock())


def _person(workspace: Workspace, role: Role) -> str:
    key = workspace.new_id()
    workspace.perform("add-person", people.add_person, new_id=key, at=workspace.now(), name=role.name, role=role)
    return key


def _written_about(workspace: Workspace, key: str) -> None:
    def new() -> dict[str, object]:
        return {"new_id": workspace.new_id(), "at": workspace.now(), "idea_id": key}

    workspace.perform("note", expertise.note, **new(), whose=Role.STUDENT, text=ABOUT_IT[0])
    workspace.perform("note", expertise.note, **new(), whose=Role.STAFF, text=ABOUT_IT[1])
    workspace.perform("answer", answers.answer, **new(), kind=answers.Kind.NOT_YET, reason=ABOUT_IT[2])
    path = workspace.new_id()
    workspace.perform(
        "open-no", honest_no.open_path, new_id=path, at=workspace.now(), idea_id=key, because=Because.SAFETY
    )
    workspace.perform("fill-no", honest_no.fill, path, "need", ABOUT_IT[3])
    objection = new()
    workspace.perform("object", consent.object_to, **objection, role=Role.STUDENT, text=ABOUT_IT[4])
    workspace.perform("meet", consent.meet, str(objection["new_id"]), ABOUT_IT[5])


def _plan(workspace: Workspace, idea_ids: list[str], student: str, teacher: str) -> None:
    key = workspace.new_id()
    title = " ".join(WORDS.split()[:7]) + "…"
    workspace.perform("start-plan", plans.start, new_id=key, at=workspace.now(), title=title, idea_ids=idea_ids)
    workspace.perform("write-plan", plans.write, key, "why", f"Somebody said:\n{WORDS.upper()}")
    workspace.perform("write-plan", plans.write, key, "how_we_know", "We ask again.")
    action = {"new_id": workspace.new_id(), "what": "Talk", "hands": Hands.OURS, "owner_ids": [student]}
    workspace.perform("add-action", plans.add_action, key, **action, by=date(2027, 1, 1))
    workspace.perform("close-plan", signing.close_for_signing, key)
    for person in (student, teacher):
        workspace.perform(
            "sign", signing.sign, key, person, new_id=workspace.new_id(), at=workspace.now(), words="I agree"
        )
    pack, what = workspace.new_id(), {"title": title, "plan_ids": [key], "question": WORDS}
    workspace.perform("begin-sharing", sharing.begin_sharing, new_id=pack, at=workspace.now(), **what)
    draft = share_packs.draft(workspace.programme, workspace.programme.get(Sharing, pack), BANK, BANK)
    workspace.perform("seal-sharing", sharing.seal_sharing, pack, draft.text)
    workspace.perform("approve", sharing.approve, pack, student)


def forms(words: str) -> set[bytes]:
    """As text and within JSON, once and twice, in any case that is asked for."""
    once = json.dumps(words, ensure_ascii=False)[1:-1]
    ascii_only = json.dumps(words)[1:-1]
    twice = json.dumps(once, ensure_ascii=False)[1:-1]
    return {one.encode() for one in (words, once, ascii_only, twice, words.upper())}


def held(path: Path) -> list[bytes]:
    """Which of the words are anywhere in a file's bytes."""
    texts = [WORDS, FIRST, FIRST[:20], TRANSLATION, *ABOUT_IT, "0.0017,0.123457"]
    texts += ["My uncle said", "hits me", "Gürtel every"]
    found = path.read_bytes()
    return [form for text in texts for form in forms(text) if form in found]


def all_files(path: Path, folder: Path) -> list[Path]:
    return [one for one in (*path.parent.iterdir(), *folder.iterdir()) if one.is_file()]


def test_the_words_are_there_to_be_found(full: Workspace, folder: Path) -> None:
    path = full.store.path
    full.close()
    assert len(backups.existing(folder)) == 4
    assert all(held(one) for one in (path, *backups.existing(folder)))
    assert len(held(path)) > 15


def test_no_file_holds_the_words_any_more(full: Workspace, folder: Path) -> None:
    path = full.store.path
    (folder / "unfinished.part").write_bytes(WORDS.encode())
    purged = full.purge([ideas.unseen(full.programme)[0].id])
    assert (purged.rewritten, purged.deleted, purged.left, purged.backed_up) == (3, 0, (), True)
    for one in all_files(path, folder):
        assert held(one) == [], one.name
    full.close()
    for one in (path, *backups.existing(folder)):
        assert held(one) == [], one.name
        assert health.check(one) == []


def test_what_is_left_is_sound_and_says_so_little(full: Workspace) -> None:
    (idea,) = ideas.unseen(full.programme)
    heard = []
    full.subscribe(heard.append)
    full.purge([idea.id])
    assert ideas.unseen(full.programme) == []
    left = full.programme.get(Idea, idea.id)
    assert (left.text, left.translation, left.drawing, left.because, left.person_id) == ("", "", (), "", None)
    assert (left.set_aside, left.unseen, left.role) == (True, True, Role.STUDENT)
    (known,) = full.programme.all(Expertise).values()
    assert (known.idea_id, known.students, known.staff) == (idea.id, "", "")
    assert heard[-1].fact is Happened.PURGED
    assert idea.id in heard[-1].of(Idea)
    assert full.facts[-1].what is Happened.PURGED
    assert full.facts[-1].data == {"count": 1}
    assert full.draft("lead/capture") == full.draft("bring-in/paste") == full.draft(f"card/{idea.id}") == ""
    assert [one.text for one in ideas.on_board(full.programme)] == [OTHER]


def test_undo_goes_to_the_beginning_and_redo_to_the_end(full: Workspace, folder: Path) -> None:
    (idea,) = ideas.unseen(full.programme)
    full.purge([idea.id])
    while full.labels()[1]:
        full.redo()
    last = full.programme
    labels = []
    while (label := full.labels()[0]) is not None:
        labels.append(label)
        full.undo()
        assert idea.id not in {one.id for one in (*ideas.on_board(full.programme), *ideas.aside(full.programme))}
        assert ideas.unseen(full.programme) == []
    assert full.programme == empty(full.programme.about)
    assert labels[0] == "reword"
    assert {"add-idea", "set-aside-unseen", "close-plan"} <= set(labels)
    for _ in labels:
        full.redo()
    assert full.programme == last
    path = full.store.path
    full.close()
    assert health.check(path) == []
    assert held(path) == []


def test_what_was_purged_does_not_come_back(full: Workspace) -> None:
    (idea,) = ideas.unseen(full.programme)
    full.purge([idea.id])
    with pytest.raises(DomainError, match="for good"):
        full.perform("bring-back", ideas.bring_back, idea.id)
    with pytest.raises(DomainError, match="first"):
        full.purge([idea.id])


def test_only_what_was_set_aside_unseen_is_purged(full: Workspace) -> None:
    (other,) = ideas.on_board(full.programme)
    for refused in ([], [other.id], [other.id, ideas.unseen(full.programme)[0].id]):
        with pytest.raises(DomainError, match="first"):
            full.purge(refused)
    assert len(ideas.unseen(full.programme)) == 1


def test_a_closed_plan_that_quotes_it_is_void_in_history(full: Workspace) -> None:
    (idea,) = ideas.unseen(full.programme)
    full.purge([idea.id])
    full.undo()  # the plan as it was signed
    (plan,) = full.programme.all(Plan).values()
    assert plan.sealed is not None
    assert idea.id not in plan.idea_ids
    standing = signing.standing(full.programme, plan.id)
    assert (len(standing.signed), len(standing.void)) == (0, 2)
    assert [one["text"] for one in json.loads(plan.sealed)["ideas"]] == ["", OTHER]


def test_another_plan_keeps_its_signatures(tmp_path: Path) -> None:
    workspace = programmes.new(tmp_path / "b.workshop")
    good, bad = say(workspace, OTHER, WORDS)
    _plan_of = [_person(workspace, role) for role in (Role.STUDENT, Role.STAFF)]
    key = workspace.new_id()
    workspace.perform("start-plan", plans.start, new_id=key, at=workspace.now(), title="Water", idea_ids=[good])
    workspace.perform("write-plan", plans.write, key, "how_we_know", "We ask again.")
    action = {"new_id": workspace.new_id(), "what": "Talk", "hands": Hands.OURS, "owner_ids": _plan_of[:1]}
    workspace.perform("add-action", plans.add_action, key, **action, by=date(2027, 1, 1))
    workspace.perform("close-plan", signing.close_for_signing, key)
    for person in _plan_of:
        workspace.perform("sign", signing.sign, key, person, new_id=workspace.new_id(), at=workspace.now(), words="A")
    workspace.perform("set-aside-unseen", ideas.take_unseen, bad)
    before = workspace.programme.get(Plan, key)
    workspace.purge([bad])
    assert workspace.programme.get(Plan, key) == before
    assert len(signing.standing(workspace.programme, key).signed) == 2


def test_an_idea_that_says_the_same_keeps_its_words(tmp_path: Path) -> None:
    workspace = programmes.new(tmp_path / "b.workshop")
    one, two = say(workspace, WORDS, WORDS)
    workspace.perform("set-aside-unseen", ideas.take_unseen, one)
    workspace.purge([one])
    assert workspace.programme.get(Idea, two).text == WORDS


def test_a_backup_that_can_not_be_rewritten_is_deleted(full: Workspace, folder: Path) -> None:
    first, second, _ = backups.existing(folder)
    first.write_bytes(first.read_bytes()[:5000])
    with sqlite3.connect(second) as connection:
        connection.execute("UPDATE step SET edits = 'no JSON' WHERE n = 1")
    connection.close()
    purged = full.purge([ideas.unseen(full.programme)[0].id])
    assert (purged.rewritten, purged.deleted, purged.left) == (1, 2, ())
    assert not first.exists()
    assert not second.exists()
    assert len(backups.existing(folder)) == 2


def test_damage_does_not_look_sound_afterwards(full: Workspace, folder: Path) -> None:
    path = full.store.path
    (idea,) = ideas.unseen(full.programme)
    full.close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE idea SET seal = 'wrong' WHERE id = ?", (idea.id,))
    connection.close()
    again = programmes.opened(path, backups=folder)
    again.purge([idea.id])
    again.close()
    assert any("idea" in problem for problem in health.check(path))


def test_a_backup_of_an_older_schema_is_purged_too(tmp_path: Path, folder: Path) -> None:
    fixture = Path(__file__).parent / "fixtures" / "schema-1.workshop"
    path = tmp_path / "c.workshop"
    path.write_bytes(fixture.read_bytes())
    folder.mkdir()
    (folder / "2026-09-01T100000.workshop").write_bytes(fixture.read_bytes())
    workspace = programmes.opened(path, backups=folder)
    idea = next(iter(workspace.programme.all(Idea).values()))
    workspace.perform("set-aside-unseen", ideas.take_unseen, idea.id)
    workspace.purge([idea.id])
    workspace.close()
    words = idea.text.encode()
    assert words in fixture.read_bytes()
    for one in (path, *backups.existing(folder)):
        assert words not in one.read_bytes()
        assert health.check(one) == []


@pytest.mark.parametrize("seed", [11, 17])
def test_no_page_keeps_old_bytes_between_its_rows(seed: int) -> None:
    """With these, pages that were rebalanced held words in their free room until the file was written anew."""
    chance, clock = random.Random(seed), Clock()
    with programmes.in_memory() as place:
        workspace = programmes.new(place / "a.workshop", backups=place / "backups", now=clock)
        for n in range(120):
            say(workspace, f"SECRET{n:03} " + "y" * chance.randrange(5, 1500))
            keys = list(workspace.programme.all(Idea))
            if n % 3 == 0:
                words = f"REWORD{n:03} again " + "z" * chance.randrange(5, 1500)
                workspace.perform("reword", ideas.reword, chance.choice(keys), words)
            if n % 7 == 0:
                workspace.undo()
        gone = chance.sample(list(workspace.programme.all(Idea)), 40)
        for key in gone:
            workspace.perform("set-aside-unseen", ideas.take_unseen, key)
        _back_up(workspace, clock)
        clock.forward(hours=2)
        assert isinstance(workspace.store, Store)
        marks = _said_by(workspace.store, gone)
        path = workspace.store.path
        assert all(mark in path.read_bytes() for mark in marks)
        workspace.purge(gone)
        for one in (path, *backups.existing(place / "backups")):
            found = one.read_bytes()
            assert not [mark for mark in marks if mark in found]
        workspace.close()


def _said_by(store: Store, gone: list[str]) -> list[bytes]:
    """The first letters of all that these ideas ever said."""
    found = set()
    for (text,) in store.connection.execute("SELECT edits FROM step"):
        for _, key, old, new in json.loads(text):
            if key in gone:
                found |= {said["text"][:9].encode() for said in (old, new) if said and said.get("text")}
    return sorted(found)
