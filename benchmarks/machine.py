"""What only the operating system can say."""

import os
import platform
from pathlib import Path

MB = 2**20


def memory() -> float | None:
    """The memory that this process has in use (RSS), in MB; None where the system has no simple way to say."""
    if platform.system() == "Linux":
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / MB
    if platform.system() == "Darwin":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MB
    return None
