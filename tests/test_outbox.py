"""What leaves the app is whole or not there, never lands on something precious, and is on record only if it left."""

import hashlib
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests import programmes
from tests.cli.typed import inside, sign, signed_plan, write_plan
from tests.programmes import Clock, fill_up, say
from workshop_app import outbox
from workshop_app.domain import people, plans, signing
from workshop_app.domain.errors import DomainError
from workshop_app.domain.facts import Happened
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Person
from workshop_app.domain.plans import Action
from workshop_app.papers import plan_pdf
from workshop_app.storage.errors import StorageError
from workshop_app.storage.identity import Identity
from workshop_app.workspace import Changes, Workspace

posix = pytest.mark.skipif(os.name == "nt", reason="links, rights and limits are other ones there")
OLD = b"what was there before"


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """As on a disk that fills up while a file is written."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def mask(umask: int) -> Iterator[None]:
    before = os.umask(umask)
    try:
        yield
    finally:
        os.umask(before)


@pytest.mark.parametrize("data", [b"", b"a", bytes(range(256)) * 4096])
def test_every_byte_arrives_and_nothing_else_is_left(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.pdf"
    for before in (None, OLD, OLD * 100_000):
        if before is not None:
            path.write_bytes(before)
        outbox.write_whole(path, data)
        assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.pdf", data)]


@posix
def test_a_file_that_can_not_be_written_whole_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(OLD)
    with (
        no_file_larger_than(1000),
        pytest.raises(StorageError, match=r"^a\.pdf can't be written there \(File too large"),
    ):
        outbox.write_whole(path, b"x" * 1001)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.pdf", OLD)]


@posix
@pytest.mark.parametrize("umask", [0o022, 0o077, 0o002])
def test_others_may_read_it_as_far_as_the_laptop_lets_them(tmp_path: Path, umask: int) -> None:
    with mask(umask):
        outbox.write_whole(tmp_path / "a.pdf", b"a")
        assert os.umask(umask) == umask  # it is as it was
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o666 & ~umask


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "office").mkdir()
    link = tmp_path / "plan.pdf"
    link.symlink_to(Path("office") / "shared.pdf")
    for data in (b"first", b"second"):  # there is nothing at its end yet, and then there is
        outbox.write_whole(link, data)
        assert link.is_symlink()
        assert (tmp_path / "office" / "shared.pdf").read_bytes() == data
    loop = tmp_path / "loop.pdf"
    loop.symlink_to(loop)
    with pytest.raises(StorageError, match=r"^loop\.pdf can't be written there"):
        outbox.write_whole(loop, b"a")
    assert loop.is_symlink()


@posix
def test_another_name_of_the_same_file_keeps_its_content(tmp_path: Path) -> None:
    (tmp_path / "kept.pdf").write_bytes(OLD)
    os.link(tmp_path / "kept.pdf", tmp_path / "a.pdf")
    outbox.write_whole(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "kept.pdf").read_bytes() == OLD


@pytest.mark.parametrize("name", ["x" * 256, "a\0b", "gone/a.pdf", "file/a.pdf"])
def test_places_that_are_none(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(OLD)
    with pytest.raises(StorageError, match=r"can't be written there \(.+\)\. Choose another folder\.$"):
        outbox.write_whole(tmp_path / name, b"a")
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_no_programme_folder_or_device_is_replaced(workspace: Workspace, place: Path) -> None:
    other = place.with_name("other.pdf")  # whatever it is called
    programmes.new(other).close()
    for path in (place, other):
        before = path.stat()
        with pytest.raises(StorageError, match=f"^{path.name} is a programme, and stays as it is"):
            outbox.write_whole(path, b"a")
        assert path.stat() == before
    for path in (place.parent, Path(os.devnull)):
        with pytest.raises(StorageError, match="is no file that can be replaced"):
            outbox.write_whole(path, b"a")
    say(workspace, "The programme still has its file")


def test_another_apps_database_is_a_file_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"SQLite format 3\0" + b"\0" * 200)
    outbox.write_whole(path, b"a")
    assert path.read_bytes() == b"a"


@contextmanager
def laptop_in(zone: str) -> Iterator[None]:
    before = os.environ.get("TZ")
    try:
        os.environ["TZ"] = zone
        time.tzset()
        yield
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


@posix
@pytest.mark.parametrize(("zone", "day"), [("UTC0", 31), ("EAST-14", 1), ("WEST+11", 30)])
def test_the_day_is_that_of_the_laptop(workspace: Workspace, zone: str, day: int) -> None:
    workspace.now = Clock(datetime(2026, 12, 31, 10, 30, tzinfo=UTC))
    with laptop_in(zone):
        assert workspace.today().day == day


def test_a_plan_that_left_is_on_record_and_rests_on_all_it_shows(
    workspace: Workspace, place: Path, own: Identity
) -> None:
    plan_id = signed_plan(workspace)
    told: list[Changes] = []
    workspace.subscribe(told.append)
    path = place.with_name("plan.pdf")
    paper = outbox.send_plan(workspace, plan_id, path, own)
    assert path.read_bytes() == paper.pdf
    [fact] = workspace.facts
    assert [change.fact for change in told] == [Happened.EXPORTED]
    assert (fact.what, fact.data["plan"], fact.data["file"]) == (Happened.EXPORTED, plan_id, "plan.pdf")
    assert (fact.data["hash"], fact.data["size"], fact.data["version"]) == (paper.content_hash, len(paper.pdf), 1)
    assert fact.data["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert fact.rests_on == paper.rests_on
    shown = {plan_id, *workspace.programme.all(Action), *workspace.programme.all(Idea)}
    assert (
        shown < fact.rests_on <= shown | {*workspace.programme.all(Person), *workspace.programme.all(signing.Signature)}
    )


def test_what_comes_after_can_be_undone_and_what_left_can_not(workspace: Workspace, place: Path, own: Identity) -> None:
    plan_id = signed_plan(workspace)
    outbox.send_plan(workspace, plan_id, place.with_name("plan.pdf"), own)
    say(workspace, "Something else")
    workspace.undo()
    with pytest.raises(DomainError, match=r"Undo stops here: this went out as plan\.pdf"):
        workspace.undo()
    workspace.close()
    with inside(place) as again, pytest.raises(DomainError, match=r"Undo stops here: this went out as plan\.pdf"):
        again.undo()


@pytest.mark.parametrize("stage", ["open", "closed", "signed by students", "withdrawn", "reopened"])
def test_what_is_not_signed_off_leaves_nothing_behind(
    workspace: Workspace, place: Path, stage: str, own: Identity
) -> None:
    plan_id = write_plan(workspace)
    if stage == "closed":
        sign(workspace, plan_id)
    elif stage == "signed by students":
        sign(workspace, plan_id, "Siân", "Łukasz")
    elif stage == "withdrawn":
        sign(workspace, plan_id, "Siân", "Mr A.")
        [last, *_] = reversed(workspace.programme.all(signing.Signature))
        workspace.perform("withdraw", signing.withdraw, last)
    elif stage == "reopened":
        sign(workspace, plan_id, "Siân", "Mr A.")
        workspace.perform("reopen", signing.reopen, plan_id)
    path = place.with_name("plan.pdf")
    path.write_bytes(OLD)
    with pytest.raises(DomainError):
        outbox.send_plan(workspace, plan_id, path, own)
    assert path.read_bytes() == OLD
    assert workspace.facts == ()


def test_what_could_not_be_written_is_not_on_record(workspace: Workspace, place: Path, own: Identity) -> None:
    plan_id = signed_plan(workspace)
    for path in (place, place.parent, place.parent / "gone" / "plan.pdf"):
        with pytest.raises(StorageError):
            outbox.send_plan(workspace, plan_id, path, own)
        with pytest.raises(StorageError):
            outbox.send_ideas(workspace, path)
    assert workspace.facts == ()
    assert not [one for one in place.parent.iterdir() if one.suffix in (".part", ".pdf")]
    workspace.undo()  # nothing rests on it


@pytest.mark.parametrize("before", [None, OLD])
def test_what_can_not_be_put_on_record_has_not_left(
    workspace: Workspace, place: Path, own: Identity, before: bytes | None
) -> None:
    """Or its answer would be turned away when it comes home. The file may be on a stick, and the laptop's disk full."""
    plan_id = signed_plan(workspace)
    path = place.with_name("plan.pdf")
    if before is not None:
        path.write_bytes(before)
    facts = fill_up(workspace)
    for send in (
        lambda: outbox.send_plan(workspace, plan_id, path, own),
        lambda: outbox.send_ideas(workspace, path),
        lambda: outbox.send_board(workspace, path, "poster", b"made"),
    ):
        with pytest.raises(StorageError, match="The disk is full"):
            send()
        assert (path.read_bytes() if path.exists() else None) == before
    assert workspace.facts == facts


def test_ideas_that_left_are_on_record_and_hold_nobody_back(workspace: Workspace, place: Path) -> None:
    say(workspace, "A quiet room")
    path = place.with_name("ideas.csv")
    outbox.send_ideas(workspace, path)
    assert "A quiet room" in path.read_text(encoding="utf-8-sig")
    [fact] = workspace.facts
    assert dict(fact.data) == {"what": "ideas", "file": "ideas.csv"}
    workspace.undo()


@pytest.mark.skipif(sys.platform != "linux", reason="only here may a file have any name")
def test_a_name_that_is_no_text_is_put_on_record_as_far_as_it_is(workspace: Workspace, place: Path) -> None:
    outbox.send_ideas(workspace, place.with_name("ideas \udcff\n.csv"))
    assert workspace.facts[0].data["file"] == "ideas ?\n.csv"


def test_the_paper_of_a_plan_is_the_same_wherever_it_goes(workspace: Workspace, place: Path, own: Identity) -> None:
    plan_id = signed_plan(workspace)
    papers = [outbox.send_plan(workspace, plan_id, place.with_name(name), own) for name in ("one.pdf", "two.pdf")]
    made = plan_pdf(workspace.programme, plan_id, workspace.today()).pdf
    assert [paper.pdf.startswith(made) for paper in papers] == [True, True]
    somebody = next(iter(workspace.programme.all(Person)))
    workspace.perform("rename", people.rename_person, somebody, "Somebody Else")
    assert outbox.send_plan(workspace, plan_id, place.with_name("three.pdf"), own).pdf.startswith(made)
    with pytest.raises(DomainError):
        workspace.perform("review", plans.review, plan_id, date(2027, 1, 1))
