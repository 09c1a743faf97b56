"""Purging a programme: every backup first, then its own file, then a fresh backup.

The backups come first because the programme goes on listing what is to be purged until all of it is done: whoever is
interrupted does it once more.
"""

import contextlib
import shutil
import sqlite3
from collections.abc import Collection
from pathlib import Path

from workshop_app.domain.facts import Fact
from workshop_app.storage import backups, opening, purge
from workshop_app.storage.errors import StorageError
from workshop_app.storage.purge_rule import Rule
from workshop_app.storage.purged import Purged
from workshop_app.storage.store import Store, insert_fact
from workshop_app.words import translate

ROOM = 3  # times the file's size that must be free: it is written anew, and so is a backup


def run(store: Store, folder: Path | None, ids: Collection[str], fact: Fact) -> Purged:
    """Purge these ideas and record the fact. StorageError if the programme itself could not be rewritten."""
    _want_room(store.path)
    with opening.world(store.path):
        rule = purge.known(store.connection, ids)
    rewritten, deleted, left = _backups(folder, rule, ids) if folder else (0, 0, ())
    with store.writing() as connection:
        purge.rewrite(connection, rule)
        insert_fact(connection, fact)
    with contextlib.suppress(sqlite3.Error):  # the words are gone already; this is for what lies between the rows
        purge.clear_room(store.connection)
    backed_up = False
    if folder:
        with contextlib.suppress(StorageError):
            backups.make(store.connection, folder, fact.at)
            backed_up = True
    return Purged(rewritten, deleted, left, backed_up)


def _backups(folder: Path, rule: Rule, ids: Collection[str]) -> tuple[int, int, tuple[str, ...]]:
    rewritten = deleted = 0
    left: list[str] = []
    for backup in backups.existing(folder):
        try:
            _rewrite(backup, rule, ids)
            rewritten += 1
        except (StorageError, OSError, sqlite3.Error):
            if _gone(backup):
                deleted += 1
            else:
                left.append(backup.name)
    for part in folder.glob("*.part"):  # a backup that was never finished
        if not _gone(part):
            left.append(part.name)
    return rewritten, deleted, tuple(left)


def _rewrite(path: Path, rule: Rule, ids: Collection[str]) -> None:
    copy = Store.open(path)  # an older one is brought up to date on the way
    try:
        own = purge.known(copy.connection, ids)
        own.words |= rule.words  # it may hold as a draft what was only said later
        own.about |= rule.about
        own.drawings += rule.drawings
        own.ready()
        with copy.writing() as connection:
            purge.rewrite(connection, own)
        purge.clear_room(copy.connection)
    finally:
        copy.close()


def _gone(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _want_room(path: Path) -> None:
    with contextlib.suppress(OSError):
        if shutil.disk_usage(path.parent).free < ROOM * path.stat().st_size:
            raise StorageError(
                translate("storage", "There is too little room on the disk. Make some, then do it again.")
            )
