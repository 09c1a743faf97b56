"""Commands as a person types them: in this process, where that is enough, or in one of their own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from tests import programmes
from workshop_app import cli
from workshop_app.domain import people, plans, signing
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Hands
from workshop_app.storage.store import Store
from workshop_app.workspace import Workspace

REPOSITORY = Path(__file__).resolve().parents[2]
LONDON = REPOSITORY.parent / "shared" / "data" / "london-youth-policing.csv"
MODULE = (sys.executable, "-m", "workshop_app")
OPEN_AND_WAIT = """
import sys
from pathlib import Path
from workshop_app.storage.store import Store
store = Store.open(Path(sys.argv[1]))
print("opened", flush=True)
sys.stdin.readline()
store.close()
"""
GROUP = (
    ("Siân", Role.STUDENT),
    ("Łukasz", Role.STUDENT),
    ("Nguyễn", Role.STUDENT),
    ("Mr A.", Role.STAFF),
    ("Dan’s mum", Role.FAMILY),
)
STROKES = (((0.1, 0.5), (0.5, 0.1), (0.9, 0.7)),)

needs_london = pytest.mark.skipif(not LONDON.is_file(), reason="the London statements are not beside this checkout")


class Said(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str


class Commands:
    """Runs commands in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: object) -> Said:
        self._capsys.readouterr()
        code = cli.main([str(word) for word in words])
        said = Said(code, *self._capsys.readouterr())
        assert "fault of the app" not in said.err
        return said

    def done(self, *words: object) -> str:
        """What a command that succeeds says."""
        said = self(*words)
        assert (said.code, said.err) == (0, "")
        return said.out

    def refused(self, *words: object, code: int = 1) -> str:
        """The one sentence of a command that fails, and nothing else."""
        said = self(*words)
        assert (said.code, said.out) == (code, "")
        return one_sentence(said.err)


def one_sentence(err: str) -> str:
    assert err.endswith("\n")
    line = err.removesuffix("\n")
    assert line.splitlines() == [line]
    assert line.endswith(".") and "  " not in line
    return line


def process(*words: object, front: tuple[str, ...] = MODULE, env: dict[str, str] | None = None, **options) -> Said:
    """A command in a process of its own."""
    done = subprocess.run(
        [*front, *(word if isinstance(word, bytes) else str(word) for word in words)],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONUNBUFFERED": "", **(env or {})},  # buffered, as for a person
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8", **options},
    )
    return Said(done.returncode, done.stdout or "", done.stderr or "")


def obedient(*words: object, **options) -> Said:
    """A command that has to obey what files say of who may use them: root gives up the right to ignore it."""
    front = MODULE
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("root may do everything here, and setpriv is not installed")
        front = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", *MODULE)
    return process(*words, front=front, **options)


@contextmanager
def open_elsewhere(place: Path) -> Iterator[None]:
    """The programme is open in another process."""
    command = [sys.executable, "-c", OPEN_AND_WAIT, str(place)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=REPOSITORY, stdin=pipe, stdout=pipe, text=True) as holder:
        assert holder.stdout and holder.stdout.readline() == "opened\n"
        yield
        holder.communicate("done\n", timeout=30)
    assert holder.returncode == 0


@contextmanager
def inside(place: Path) -> Iterator[Workspace]:
    """The programme of a file, looked into or worked on between two commands."""
    workspace = Workspace(Store.open(place), programmes.Clock(), cli.new_id)
    try:
        yield workspace
    finally:
        workspace.close()


def write_plan(workspace: Workspace, title: str = "Ask us halfway") -> str:
    """Write a plan from a new idea, with a group to sign it; its id. It is still open."""
    names = {person.name: person.id for person in people.group(workspace.programme)}
    for name, role in GROUP:
        if name not in names:
            names[name] = key = workspace.new_id()
            workspace.perform("add-person", people.add_person, new_id=key, at=workspace.now(), name=name, role=role)
    [idea_id] = programmes.say(workspace, f"{title}: it’s too late to say you were lost")
    plan_id = workspace.new_id()
    workspace.perform("start-plan", plans.start, new_id=plan_id, at=workspace.now(), title=title, idea_ids=[idea_id])
    workspace.perform("write-plan", plans.write, plan_id, "how_we_know", "Fewer of us are lost.")
    for what, owners in (("Make three questions", ["Siân", "Łukasz"]), ("Plan a lesson ✓", ["Nguyễn", "Mr A."])):
        workspace.perform(
            "add-action",
            plans.add_action,
            plan_id,
            new_id=workspace.new_id(),
            what=what,
            hands=Hands.OURS,
            owner_ids=[names[name] for name in owners],
            by=date(2026, 12, 4),
        )
    return plan_id


def sign(workspace: Workspace, plan_id: str, *names: str) -> None:
    """Close a plan for signing and have these people sign it."""
    workspace.perform("close-plan", signing.close_for_signing, plan_id)
    for person in people.group(workspace.programme):
        if person.name in names:
            workspace.perform(
                "sign",
                signing.sign,
                plan_id,
                person.id,
                new_id=workspace.new_id(),
                at=workspace.now(),
                strokes=STROKES,
            )


def signed_plan(workspace: Workspace, title: str = "Ask us halfway") -> str:
    """A plan that is signed off; its id."""
    plan_id = write_plan(workspace, title)
    sign(workspace, plan_id, "Siân", "Nguyễn", "Mr A.")
    return plan_id


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, byte for byte."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
