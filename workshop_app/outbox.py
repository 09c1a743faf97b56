"""What leaves the app: written whole or not at all, and then put on record."""

import contextlib
import os
import tempfile
from datetime import date
from pathlib import Path

from workshop_app import papers
from workshop_app.domain.facts import Happened
from workshop_app.papers import PlanFile
from workshop_app.storage.errors import StorageError
from workshop_app.words import translate
from workshop_app.workspace import Workspace


def today(workspace: Workspace) -> date:
    """The day it is, where the laptop is."""
    return workspace.now().astimezone().date()


def send_plan(workspace: Workspace, plan_id: str, path: Path) -> PlanFile:
    """Write a signed plan's PDF to `path`; DomainError if it is not signed, StorageError if it can't be written."""
    paper = papers.plan_pdf(workspace.programme, plan_id, today(workspace))
    write_whole(path, paper.pdf)
    workspace.record(
        Happened.EXPORTED,
        {"what": "plan", "plan": plan_id, "file": path.name, "hash": paper.content_hash, "size": len(paper.pdf)},
        paper.rests_on,
    )
    return paper


def send_ideas(workspace: Workspace, path: Path) -> None:
    """Write the ideas on the board to `path` as a table; StorageError if it can't be written."""
    write_whole(path, papers.ideas_csv(workspace.programme))
    workspace.record(Happened.EXPORTED, {"what": "ideas", "file": path.name})


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a full disk or a pulled plug leaves what was there before. StorageError if it fails."""
    try:
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=".workshop-", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(part, 0o666 & ~_umask())  # noqa: PTH101 - mkstemp's file is for its owner alone
            Path(part).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(part).unlink()
            raise
    except OSError as error:
        why = error.strerror or str(error)
        sentence = translate(
            "outbox", "{name} can't be written there ({why}). Choose another folder.", name=path.name, why=why
        )
        raise StorageError(sentence) from error


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
