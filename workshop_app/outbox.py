"""What leaves the app: written whole or not at all, and then put on record."""

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from workshop_app import papers, share_packs
from workshop_app.domain import signing
from workshop_app.domain.errors import DomainError
from workshop_app.domain.facts import Fact, Happened
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import Programme
from workshop_app.domain.sharing import Sharing
from workshop_app.exchange import returned
from workshop_app.facilitation.bank import Bank
from workshop_app.papers import PlanFile, Way
from workshop_app.papers.catalogue import Made, Paper
from workshop_app.storage import opening
from workshop_app.storage.errors import InUseError, StorageError
from workshop_app.storage.identity import Identity
from workshop_app.words import translate
from workshop_app.workspace import Workspace

_LARGEST = 50_000_000  # bytes of an earlier paper that is put back


def send_plan(workspace: Workspace, plan_id: str, path: Path, identity: Identity, bank: Bank | None = None) -> PlanFile:
    """Write a signed plan's PDF to `path`; DomainError if it is not signed, StorageError if it can't be written.

    It is certified with this installation's `identity`. What was sent is on record by its size and its SHA-256, so
    that what comes back is known again. With the prompts of a `bank` it shows what the group was asked about.
    """
    paper = make_plan(
        workspace.programme, plan_id, workspace.today(), facts=workspace.facts, identity=identity, bank=bank
    )
    return keep_plan(workspace, plan_id, path, paper)


def make_plan(
    programme: Programme,
    plan_id: str,
    on: date,
    *,
    facts: Sequence[Fact],
    identity: Identity,
    bank: Bank | None = None,
    way: Way = Way.HEAD,
) -> PlanFile:
    """The certified paper of a signed plan, for `keep_plan`. Takes its time, and can be made in a thread of its own."""
    paper = papers.plan_pdf(programme, plan_id, on, facts=facts, bank=bank, way=way)
    if way is not Way.HEAD:
        return paper  # nobody answers it
    from workshop_app.documents.certifying import certified
    from workshop_app.documents.reply_form import WORKSHOP

    return replace(paper, pdf=certified(paper.pdf, identity.key, identity.certificate, WORKSHOP))


def keep_plan(workspace: Workspace, plan_id: str, path: Path, paper: PlanFile, way: Way = Way.HEAD) -> PlanFile:
    """Write what `make_plan` made, and put it on record. DomainError if the plan is another one by now.

    What went to the head is on record so that its answer is known again; a version for everybody is only named.
    """
    plan = workspace.programme.all(Plan).get(plan_id)
    if plan is None or plan.sealed is None or signing.content_hash(plan.sealed) != paper.content_hash:
        raise DomainError(translate("outbox", "The plan was changed meanwhile. Nothing has gone out."))
    sent: dict[str, str | int] = {"what": "plan", "plan": plan_id, "file": path.name, "version": paper.version}
    if way is Way.HEAD:
        sent["hash"] = paper.content_hash
        sent.update(returned.on_record(paper.pdf))
    else:
        sent["what"] = f"plan-{way}"
    with _left(path, paper.pdf):
        workspace.record(Happened.EXPORTED, sent, paper.rests_on)
    return paper


def send_ideas(workspace: Workspace, path: Path) -> None:
    """Write the ideas on the board to `path` as a table; StorageError if it can't be written."""
    with _left(path, papers.ideas_csv(workspace.programme)):
        workspace.record(Happened.EXPORTED, {"what": "ideas", "file": path.name})


def send_board(workspace: Workspace, path: Path, what: str, made: bytes) -> None:
    """Write what was made of the board ("poster", "cards", "picture") to `path`; StorageError if that can't be done."""
    with _left(path, made):
        workspace.record(Happened.EXPORTED, {"what": what, "file": path.name})


def send_pack(workspace: Workspace, sharing_id: str, path: Path) -> None:
    """Write a pack that students approved to `path`; DomainError says what is missing, StorageError why it can't be."""
    sharing = workspace.programme.get(Sharing, sharing_id)
    data = share_packs.whole_file(workspace.programme, sharing)
    fingerprint = signing.content_hash(sharing.sealed or "")
    sent: dict[str, str | int] = {"what": "pack", "sharing": sharing_id, "file": path.name, "hash": fingerprint}
    sent["size"] = len(data)
    with _left(path, data):
        workspace.record(Happened.EXPORTED, sent, {sharing_id, *sharing.plan_ids})


def send_paper(workspace: Workspace, path: Path, paper: Paper, made: Made) -> None:
    """Write any other paper to `path`, and put it on record; StorageError if it can't be written."""
    with _left(path, made.pdf):
        workspace.record(Happened.EXPORTED, {"what": paper.value, "file": path.name}, made.rests_on)


@contextlib.contextmanager
def _left(path: Path, data: bytes) -> Iterator[None]:
    """Write a file, and take it back if what follows fails: an answer to what is not on record would be turned away."""
    before = _held(path)
    write_whole(path, data)
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError, StorageError):
            Path(os.path.realpath(path)).unlink(missing_ok=True)  # first, for the disk may be full
            if before is not None:
                write_whole(path, before)
        raise


def _held(path: Path) -> bytes | None:
    """An earlier paper of that name; None where there is none."""
    try:
        return path.read_bytes() if path.is_file() and path.stat().st_size <= _LARGEST else None
    except (OSError, ValueError):
        return None


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a full disk or a pulled plug leaves what was there before. StorageError if it fails.

    A link stays a link: what it leads to is written. A programme, a folder or a device is never replaced.
    """
    try:
        place = Path(os.path.realpath(path))
        _refuse(place, path.name)
        handle, part = tempfile.mkstemp(dir=place.parent, prefix=".workshop-", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            with contextlib.suppress(OSError):  # mkstemp's file is for its owner alone; some sticks know no owners
                os.chmod(part, 0o666 & ~_umask())  # noqa: PTH101
            Path(part).replace(place)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(part).unlink()
            raise
    except (OSError, ValueError) as error:  # ValueError: no file can have such a name
        why = getattr(error, "strerror", None) or str(error)
        sentence = translate(
            "outbox", "{name} can't be written there ({why}). Choose another folder.", name=path.name, why=why
        )
        raise StorageError(sentence) from error


def _refuse(place: Path, name: str) -> None:
    """StorageError if what is at `place` is more than an earlier paper. Called `name` by whoever chose it."""
    try:
        found = place.stat()
    except FileNotFoundError:
        return
    if not stat.S_ISREG(found.st_mode):
        raise StorageError(
            translate("outbox", "{name} is no file that can be replaced. Choose another name.", name=name)
        )
    if not os.access(place, os.W_OK):  # replacing would ignore that somebody protected it
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if _is_programme(place):
        raise StorageError(
            translate("outbox", "{name} is a programme, and stays as it is. Choose another name.", name=name)
        )


def _is_programme(place: Path) -> bool:
    try:
        return opening.header(place).application_id == opening.APPLICATION_ID
    except InUseError:  # it is the one that is open
        return True
    except StorageError:
        return False


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
