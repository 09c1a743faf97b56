"""Taking what was set aside unseen out of one file for good: from rows, history, drafts and facts.

Everything follows one rule (purge_rule.py), so history still tells of what is there, and undo and redo go on over
what was blanked.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

from workshop_app.domain.kinds import KINDS
from workshop_app.storage import codec, opening, reading
from workshop_app.storage.purge_rule import Rule, Values

_PARTS = ("drawing", "idea_ids", "earlier", "hidden")  # columns that hold JSON and that the rule knows
Step = tuple[int, str, str, int, str, str]  # n, at, label, schema, edits, seal


def known(connection: sqlite3.Connection, ids: Collection[str]) -> Rule:
    """The rule for these ideas, from all that the file says of them. DamagedError if history can't be read."""
    rule = Rule(frozenset(ids))
    with _readable():
        for name in KINDS:
            for values, _ in _rows(connection, name):
                rule.learn(name, values["id"], values)
        for step in _steps(connection):
            for kind, entity_id, old, new in json.loads(step[4]):
                rule.learn(kind, entity_id, old)
                rule.learn(kind, entity_id, new)
    rule.ready()
    return rule


def rewrite(connection: sqlite3.Connection, rule: Rule) -> None:
    """Purge within the transaction that is open. What had a wrong seal keeps one: damage must not look sound."""
    with _readable():
        _write_steps(connection, rule)
        for name in KINDS:
            _write_rows(connection, name, _rows(connection, name), rule)
        _drafts(connection, rule)
        _facts(connection, rule)


def clear_room(connection: sqlite3.Connection) -> None:
    """Write the file anew, so that no page keeps in its free room what was in it."""
    connection.execute("VACUUM")


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise opening.damaged() from error


def _steps(connection: sqlite3.Connection) -> Iterable[Step]:
    return connection.execute("SELECT n, at, label, schema, edits, seal FROM step ORDER BY n")


def _write_steps(connection: sqlite3.Connection, rule: Rule) -> None:
    for n, at, label, schema, text, seal in list(_steps(connection)):
        edits = json.loads(text)
        after = [[kind, key, rule.after(kind, key, old), rule.after(kind, key, new)] for kind, key, old, new in edits]
        if after != edits:
            written = json.dumps(after, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
            sealed = codec.seal((at, label, schema, written)) if codec.seal((at, label, schema, text)) == seal else seal
            connection.execute("UPDATE step SET edits = ?, seal = ? WHERE n = ?", (written, sealed, n))


def _rows(connection: sqlite3.Connection, name: str) -> list[tuple[Values, str]]:
    """Each row as its fields stand in JSON, with its seal."""
    names = reading.columns(KINDS[name])
    wanted = ", ".join(f'"{column}"' for column in names)
    found = connection.execute(f"SELECT {wanted}, seal FROM {name}")  # noqa: S608 - our own names
    return [(dict(zip(names, row[:-1], strict=True)), row[-1]) for row in found]


def _write_rows(connection: sqlite3.Connection, name: str, rows: Iterable[tuple[Values, str]], rule: Rule) -> None:
    for values, seal in rows:
        written = _columns(rule.after(name, values["id"], _parsed(values)) or {})
        before = _columns(_parsed(values))
        if written == before:
            continue
        sound = codec.seal(values.values()) == seal
        changed = {column: written[column] for column in values if written[column] != before[column]}
        whole = {**values, **changed}
        sets = ", ".join(f'"{column}" = ?' for column in (*changed, "seal"))
        connection.execute(
            f"UPDATE {name} SET {sets} WHERE id = ?",  # noqa: S608 - our own names
            (*changed.values(), codec.seal(whole.values()) if sound else seal, values["id"]),
        )


def _parsed(values: Values) -> Values:
    return {name: json.loads(value) if name in _PARTS else value for name, value in values.items()}


def _columns(values: Values) -> Values:
    made: Values = {}
    for name, value in values.items():
        if name in _PARTS:
            made[name] = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        else:
            made[name] = int(value) if isinstance(value, bool) else value
    return made


def _drafts(connection: sqlite3.Connection, rule: Rule) -> None:
    """Drafts that hold the words, or are about one of the ideas, are gone."""
    for key, text in connection.execute("SELECT key, text FROM draft").fetchall():
        about = any(one in key or one in text for one in rule.ids)
        if about or rule.quoted(text):
            connection.execute("DELETE FROM draft WHERE key = ?", (key,))


def _facts(connection: sqlite3.Connection, rule: Rule) -> None:
    """A fact may name a file, which is called after a plan, which began as the words."""
    query = "SELECT n, id, at, what, data, rests_on, after_step, seal FROM fact"
    for n, *values, seal in connection.execute(query).fetchall():
        data = json.loads(values[3])
        after = {name: rule.name(rule.text(one)) if isinstance(one, str) else one for name, one in data.items()}
        if after != data:
            sound = codec.seal(values) == seal
            values[3] = json.dumps(after, ensure_ascii=False, separators=(",", ":"))
            sealed = codec.seal(values) if sound else seal
            connection.execute("UPDATE fact SET data = ?, seal = ? WHERE n = ?", (values[3], sealed, n))
