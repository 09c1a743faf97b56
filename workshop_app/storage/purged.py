"""What came of a purge."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Purged:
    """How many backups were rewritten, and deleted because they could not be; names of those that are still there.

    `backed_up` says whether a fresh backup stands in.
    """

    rewritten: int = 0
    deleted: int = 0
    left: tuple[str, ...] = ()
    backed_up: bool = False
