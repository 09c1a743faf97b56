"""A file is input: whatever stands in it, the answer is a sentence or a finding, in good time, and never a crash."""

import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from tests import programmes
from tests.programmes import in_memory
from workshop_app.domain.errors import DomainError
from workshop_app.domain.face_down import Backing, Entry
from workshop_app.storage import backups, health, summary
from workshop_app.storage.errors import DamagedError, StorageError
from workshop_app.storage.opening import SCHEMA, header

FIXTURES = {schema: Path(__file__).parent / "fixtures" / f"schema-{schema}.workshop" for schema in range(1, SCHEMA + 1)}
every_schema = pytest.mark.parametrize("schema", FIXTURES)  # an older file is damaged before it is brought up to date
DEEP = "[" * 100_000
LONG_NUMBER = "9" * 5_000
FULL, SOME = 1.0, 0.4  # of the harm: an older file is brought up to date first, and then all goes as with a new one
ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT"


def sabotaged(place: Path, script: str, schema: int) -> Path:
    shutil.copy(FIXTURES[schema], place)
    with closing(sqlite3.connect(place)) as connection:
        connection.executescript(script)
    return place


ENTITIES = {
    "a blob for a text": "UPDATE idea SET text = x'ff00'",
    "a text that is not UTF-8": "UPDATE idea SET text = CAST(x'c328' AS TEXT)",
    "a school that is not UTF-8": "UPDATE about SET school = CAST(x'ff' AS TEXT)",
    "a blob for a school": "UPDATE about SET school = x'ff'",
    "a year that is nothing known": "UPDATE about SET year = x'00'",
    "a role nobody has": "UPDATE person SET role = 'king'",
    "a time that is none": "UPDATE idea SET added_at = 'yesterday'",
    "a day that is none": "UPDATE session SET held_on = '2026-02-31'",
    "minutes in words": "UPDATE session SET minutes = 'sixty'",
    "a place without end": "UPDATE idea SET x = 9e999",
    "a place without beginning": "UPDATE theme SET place = -9e999",
    "a yes that is neither yes nor no": "UPDATE idea SET insisted = 7",
    "no id": "UPDATE idea SET id = NULL WHERE rowid = 1",
    "deep parts": f"UPDATE session SET aspects = '{DEEP}'",
    "a part that is a long number": f"UPDATE session SET aspects = '[{LONG_NUMBER}]'",
    "parts of another shape": "UPDATE signature SET strokes = '{\"a\": [1]}'",
    "points without end": "UPDATE signature SET strokes = '[[[1e999,0]]]'",
    "no programme": "DELETE FROM about",
    "no table": "DROP TABLE theme",
    "no column": "ALTER TABLE theme RENAME COLUMN place TO elsewhere",
    "a fact that is deep": f"UPDATE fact SET data = '{DEEP}'",
    "a fact with a long number": f"UPDATE fact SET data = '{{\"a\":{LONG_NUMBER}}}'",
    "a fact that is half": "UPDATE fact SET data = '{\"a\":'",
    "a fact that is a blob": "UPDATE fact SET data = x'ff'",
    "a fact with parts": "UPDATE fact SET data = '{\"a\":[1]}'",
    "a fact resting on a number": "UPDATE fact SET rests_on = '7'",
    "a fact after a text": "UPDATE fact SET after_step = 'soon'",
    "a fact of no kind": "UPDATE fact SET what = 'invented'",
    "a draft that is a blob": "UPDATE draft SET text = x'ff'",
    "a draft that is not UTF-8": "UPDATE draft SET text = CAST(x'ff' AS TEXT)",
    "a view that never ends": f"ALTER TABLE about RENAME TO real; CREATE VIEW about AS {ENDLESS} x, x, x, x, x FROM n",
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON step BEGIN DELETE FROM idea; END",
    "a virtual table": "DROP TABLE draft; CREATE VIRTUAL TABLE draft USING fts5(key, text, at, seal)",
}
IDEA, THEME = "01994000-0000-7000-8000-00000000000a", "01994000-0000-7000-8000-00000000000f"
STEPS = {
    "no JSON": "{",
    "deep JSON": DEEP,
    "a long number": f"[[{LONG_NUMBER}]]",
    "a number without end": f'[["idea","{IDEA}",{{"x":1e999}},{{"x":0}}]]',
    "no number": f'[["idea","{IDEA}",{{"x":NaN}},{{"x":0}}]]',
    "nothing": "null",
    "not edits": "[[]]",
    "a kind nobody knows": '[["thing","x",null,{}]]',
    "a kind that is a list": '[[[],"x",null,{}]]',
    "neither old nor new": f'[["idea","{IDEA}",null,null]]',
    "half an idea": '[["idea","x",null,{"id":"x"}],["idea","x",{"id":"x"},null]]',
    "a list for the old": f'[["idea","{IDEA}",[1],{{"x":0}}]]',
    "an empty list for the old": f'[["idea","{IDEA}",[],{{"x":0}}]]',
    "a field nobody knows": f'[["idea","{IDEA}",{{"y9":1}},{{"y9":0}}]]',
    "old and new of different fields": f'[["idea","{IDEA}",{{"x":1.0}},{{"y":0.0}}]]',
    "another id": f'[["theme","{THEME}",{{"id":"x"}},{{"id":"y"}}]]',
    "an id that is a number": '[["idea",7,{"x":1.0},{"x":0.0}]]',
    "an id that is a list": f'[["idea",["{IDEA}"],{{"x":1.0}},{{"x":0.0}}]]',
    "an idea that is not there": '[["idea","x",{"x":1.0},{"x":0.0}]]',
    "half a character": f'[["idea","{IDEA}",{{"text":"\\ud800"}},{{"text":"a"}}]]',
}


@every_schema
@pytest.mark.parametrize("script", ENTITIES.values(), ids=ENTITIES)
def test_contents_that_cannot_be_are_damage(script: str, schema: int, place: Path) -> None:
    before = sabotaged(place, script, schema).read_bytes()
    began = time.monotonic()
    with pytest.raises(DamagedError, match="A backup from before can be opened"):
        programmes.opened(place)
    assert health.check(place) != []
    found = summary.read(place)
    assert found.school == "Brückenschule" or "damaged" in found.problem
    assert time.monotonic() - began < 2
    assert place.read_bytes() == before


@every_schema
@pytest.mark.parametrize("text", STEPS.values(), ids=STEPS)
def test_steps_that_cannot_be_are_damage_and_undo_nothing(text: str, schema: int, place: Path) -> None:
    sabotaged(place, "", schema)
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("UPDATE step SET edits = ? WHERE undone = 0", (text,))
        connection.execute("UPDATE step SET edits = CAST(? AS BLOB) WHERE undone = 1", (text,))
    assert health.check(place) != []
    workspace = programmes.opened(place)
    before = workspace.programme
    with pytest.raises(DamagedError):
        workspace.undo()
    with pytest.raises(DamagedError):
        workspace.redo()
    assert workspace.programme is before
    workspace.close()


UNSEEN_AT_OPEN = {
    "another word": "UPDATE idea SET text = 'Somewhere loud to eat' WHERE rowid = 1",
    "an idea taken out": "DELETE FROM idea WHERE rowid = 5",
    "an idea put in": "INSERT INTO theme (id, name, place, added_at, dissolved, seal)"
    " SELECT 'new', name, place, added_at, dissolved, seal FROM theme WHERE rowid = 1",
    "a step taken out": "DELETE FROM step WHERE n = 3",
    "a step marked as undone": "UPDATE step SET undone = 1 WHERE n = 3",
    "a step put in again": "INSERT INTO step SELECT n + 100, at, label, schema, edits, seal, undone FROM step",
    "a label": "UPDATE step SET label = 'x' WHERE n = 1",
    "a fact": "UPDATE fact SET data = '{}'",
    "a draft": "UPDATE draft SET text = 'x'",
    "an index taken out": "PRAGMA writable_schema = ON; DELETE FROM sqlite_master WHERE name = 'idea_by_session'",
    "an idea that points to nobody": "UPDATE idea SET person_id = 'nobody' WHERE rowid = 1",
}


@every_schema
@pytest.mark.parametrize("script", UNSEEN_AT_OPEN.values(), ids=UNSEEN_AT_OPEN)
def test_contents_that_could_be_but_were_not_saved_by_us_are_found(script: str, schema: int, place: Path) -> None:
    assert health.check(sabotaged(place, "", schema)) == []
    assert health.check(sabotaged(place, script, schema)) != []
    programmes.opened(place).close()  # it can be worked with, and what is wrong with it stays to be found
    assert header(place).schema == SCHEMA
    assert health.check(place) != []


@pytest.mark.parametrize("body", ["'{'", "x'ff'", "CAST(x'ff' AS TEXT)", f"'{DEEP}'", "'[]'", "'{\"text\":1}'"])
def test_what_lies_face_down_and_cannot_be_read_is_damage_and_keeps_nobody_from_the_rest(
    body: str, place: Path
) -> None:
    sabotaged(place, f"UPDATE private SET body = {body} WHERE kind = 'entry'", 2)
    assert health.check(place) != []
    workspace = programmes.opened(place)
    with pytest.raises(DamagedError):
        workspace.private(Entry)
    assert len(workspace.private(Backing)) == 1
    workspace.close()


@every_schema
def test_a_table_whose_name_cannot_be_read_is_damage(schema: int, place: Path) -> None:
    raw = FIXTURES[schema].read_bytes()
    assert raw.count(b"CREATE TABLE theme (") == 1
    place.write_bytes(raw.replace(b"CREATE TABLE theme (", b"CREATE TABLE\xe5them\xff ("))
    with pytest.raises(DamagedError):
        programmes.opened(place)
    assert health.check(place) != []
    assert "damaged" in summary.read(place).problem


def damage(place: Path) -> bool:
    """Whether the damage is found. Everything that can be done with the file is done; nothing may crash."""
    found = []
    for look in (lambda: health.check(place), lambda: used(place)):
        try:
            found.append(bool(look()))
        except StorageError:
            found.append(True)
    assert isinstance(summary.read(place).school, str)
    return found[0]


def used(place: Path) -> None:
    workspace = programmes.opened(place, backups=place.parent / "backups")
    try:
        for way in (workspace.redo, workspace.undo, workspace.undo, workspace.undo):
            try:
                way()
            except DomainError:
                break
        programmes.say(workspace, "Water")
    finally:
        workspace.close()
        for backup in backups.existing(place.parent / "backups"):
            backup.unlink()


def share(schema: int) -> float:
    return FULL if schema == SCHEMA else SOME


def cells(raw: bytes, schema: int) -> list[int]:
    """The offset in the file of every byte of every text cell."""
    offsets: set[int] = set()
    with closing(sqlite3.connect(FIXTURES[schema])) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            if not table.startswith(("sqlite_", "_sqlite")):
                for row in connection.execute(f"SELECT * FROM {table}"):
                    for text in row:
                        if isinstance(text, str) and len(text) > 3:
                            offsets.update(places(raw, text.encode()))
    return sorted(offsets)


def places(raw: bytes, text: bytes) -> list[int]:
    found, at = [], raw.find(text)
    while at >= 0:
        found += range(at, at + len(text))
        at = raw.find(text, at + 1)
    return found


@every_schema
def test_nearly_every_bit_that_flips_in_a_text_is_found(schema: int) -> None:
    raw, random = FIXTURES[schema].read_bytes(), Random(7)
    texts, tries = cells(raw, schema), round(150 * share(schema))
    assert len(texts) > 10_000
    found = 0
    with in_memory() as folder:
        place = folder / "a.workshop"
        for at in random.sample(texts, tries):
            flipped = bytearray(raw)
            flipped[at] ^= 1 << random.randrange(8)
            place.write_bytes(flipped)
            found += damage(place)
    assert found >= 0.95 * tries


def torn(raw: bytearray, random: Random) -> bytearray:
    return raw[: random.randrange(len(raw))]


def flipped(raw: bytearray, random: Random) -> bytearray:
    for _ in range(random.choice((1, 1, 1, 5, 50))):
        raw[random.randrange(len(raw))] ^= 1 << random.randrange(8)
    return raw


def flipped_in_structure(raw: bytearray, random: Random) -> bytearray:
    page = random.randrange(len(raw) // 4096) * 4096
    for _ in range(random.randrange(1, 4)):
        raw[page + random.randrange(120)] = random.randrange(256)
    return raw


def swapped(raw: bytearray, random: Random) -> bytearray:
    one, other = (random.randrange(len(raw) // 4096) * 4096 for _ in range(2))
    raw[one : one + 4096], raw[other : other + 4096] = raw[other : other + 4096], raw[one : one + 4096]
    return raw


@every_schema
@pytest.mark.parametrize("harm", [torn, flipped, flipped_in_structure, swapped])
def test_no_damage_crashes_anything(harm: Callable[[bytearray, Random], bytearray], schema: int) -> None:
    raw, random = FIXTURES[schema].read_bytes(), Random(harm.__name__)
    with in_memory() as folder:
        place = folder / "a.workshop"
        for _ in range(round(60 * share(schema))):
            place.write_bytes(harm(bytearray(raw), random))
            damage(place)
            for left in folder.iterdir():
                if left.is_file():
                    left.unlink()
