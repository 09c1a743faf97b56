"""The table of what was written in private: nothing in it tells the order, the time or the author."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from random import Random

import pytest

from tests.programmes import ABOUT, in_memory
from tests.strategies import NOW
from workshop_app.domain.face_down import Backing, Capture, Entry
from workshop_app.domain.people import Role
from workshop_app.storage import backups, health, private
from workshop_app.storage.errors import DamagedError
from workshop_app.storage.private import Chance
from workshop_app.storage.store import Store


def entry(text: str, asked: str = "a") -> Entry:
    return Entry("s", asked, Role.STUDENT, text, drawing=(((0.25, 0.5), (1.0, 0.0)),))


@pytest.fixture
def store(place: Path) -> Iterator[Store]:
    made = Store.create(place, ABOUT, uid="u")
    yield made
    made.close()


def texts(store: Store) -> list[str]:
    return sorted(one.text for one in store.private(Entry).values())


def test_it_comes_back_as_it_was_written_after_a_restart(store: Store, place: Path) -> None:
    said = entry("שלום, zwölf Ideen 🙂"), Backing("s", "idea", Role.STAFF)
    store.put_private(said, Chance())
    store.close()
    again = Store.open(place)
    assert list(again.private(Entry).values()) == [said[0]]
    assert list(again.private(Backing).values()) == [said[1]]
    again.close()
    assert health.check(place) == []


def test_it_knows_no_author_and_no_time(store: Store) -> None:
    columns = [name for _, name, *_ in store.connection.execute("PRAGMA table_info(private)")]
    assert columns == ["id", "kind", "body", "seal"]
    assert {part.name for part in fields(Entry)} == {
        "session",
        "asked",
        "role",
        "text",
        "translation",
        "drawing",
        "source",
    }
    assert {part.name for part in fields(Backing)} == {"session", "idea", "role"}


def test_a_row_from_before_entries_had_a_source_was_a_slip(store: Store) -> None:
    store.put_private([replace(entry("old"), source=Capture.HAND_OVER)], Chance())
    store.connection.execute("UPDATE private SET body = replace(body, ',\"source\":\"hand-over\"', '')")
    assert list(store.private(Entry).values()) == [entry("old")]
    assert entry("old").source is Capture.SLIP


def test_ids_are_random(store: Store) -> None:
    store.put_private([entry(str(number)) for number in range(20)], Chance())
    ids = list(store.private(Entry))
    assert {one[14] for one in ids} == {"4"}  # a UUID's version; 7 would begin with the time
    assert len({one[:8] for one in ids}) == 20


def test_it_leaves_no_step_no_fact_and_no_draft(store: Store) -> None:
    store.put_private([entry("one")], Chance())
    for table in ("step", "fact", "draft"):
        assert store.connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_one_is_replaced_and_another_deleted_for_good(store: Store, place: Path) -> None:
    store.put_private([entry("misread word"), entry("typed twice"), entry("stays")], Chance())
    found = {one.text: key for key, one in store.private(Entry).items()}
    store.put_private([entry("well read word")], Chance(), [found["misread word"]])
    store.put_private([], Chance(), [found["typed twice"]])
    assert texts(store) == ["stays", "well read word"]
    store.close()
    raw = place.read_bytes()
    assert b"misread" not in raw
    assert b"typed twice" not in raw


def test_a_flipped_bit_is_found(store: Store, place: Path) -> None:
    store.put_private([entry("sound")], Chance())
    store.connection.execute("UPDATE private SET body = replace(body, 'sound', 'soumd')")
    store.put_private([entry("another")], Chance())  # laying the table out anew must not make it look sound
    store.close()
    assert health.check(place) == ["Row 1 of private is not as it was saved."] or health.check(place) == [
        "Row 2 of private is not as it was saved."
    ]


@pytest.mark.parametrize("body", ["[]", "{}", "nonsense", '{"session":"s","asked":"a","role":"king","text":"x"}'])
def test_what_can_t_be_read_is_damage(store: Store, body: str) -> None:
    store.put_private([entry("x")], Chance())
    store.connection.execute("UPDATE private SET body = ?", (body,))
    with pytest.raises(DamagedError):
        store.private(Entry)


def order_in_file(place: Path, names: list[str]) -> list[str]:
    """The texts by where they lie in the raw file."""
    raw = place.read_bytes()
    where = {name: raw.find(f'"text":"{name}"'.encode()) for name in names}
    assert -1 not in where.values()
    return sorted(names, key=lambda name: where[name])


def test_where_rows_lie_in_the_file_tells_nothing_of_what_was_written_first() -> None:
    names, runs = ["first", "second", "third", "fourth"], 160
    ranks: Counter[tuple[str, int]] = Counter()
    with in_memory() as folder:
        store = Store.create(folder / "a.workshop", ABOUT, uid="u")
        for seed in range(runs):
            random = Random(seed)
            chance = Chance(lambda random=random: f"{random.getrandbits(64):016x}", random.shuffle)  # type: ignore[misc]
            for name in names:
                store.put_private([entry(name)], chance)
            ranks.update((name, rank) for rank, name in enumerate(order_in_file(store.path, names)))
            store.put_private([], chance, list(store.private(Entry)))
        store.close()
    # 16 cells of 40 expected: far outside these bounds if order shone through (then some hold all 160 or none).
    assert min(ranks[name, rank] for name in names for rank in range(4)) > 18
    assert max(ranks.values()) < 66


def test_a_long_text_or_drawing_that_went_is_nowhere_in_the_file(store: Store, place: Path) -> None:
    long = [entry(f"canary{number} " + "z" * 900 * number) for number in range(1, 12)]
    for one in long:
        store.put_private([one], Chance())
    store.put_private([], Chance(), list(store.private(Entry)))
    store.close()
    assert b"canary" not in place.read_bytes()


def test_a_copy_holds_nothing_that_is_still_face_down(store: Store, place: Path) -> None:
    store.put_private([entry("canary")], Chance())
    copy = backups.make(store.connection, place.parent / "backups", NOW)
    assert b"canary" in place.read_bytes()
    assert [path.name for path in copy.parent.iterdir() if b"canary" in path.read_bytes()] == []
    assert texts(store) == ["canary"]
    store.close()
    assert health.check(copy) == []


def test_nothing_is_kept_if_something_goes_wrong_half_way(store: Store) -> None:
    store.put_private([entry("safe")], Chance())

    def gives_out(_rows: list[object]) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.put_private([entry("late")], Chance(shuffle=gives_out))
    assert texts(store) == ["safe"]
    assert private.of_kind(store.connection, Backing) == {}
