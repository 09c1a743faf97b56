"""What Windows is told of a child's limits. The layout is Microsoft's; only that can be looked at everywhere."""

import ctypes
import subprocess
import sys

import pytest

from workshop_app.exchange import job_object

SIXTY_FOUR = ctypes.sizeof(ctypes.c_void_p) == 8


@pytest.mark.skipif(not SIXTY_FOUR, reason="the sizes are those of 64 bits")
def test_the_limits_lie_where_windows_looks_for_them() -> None:
    made = job_object.limits(256 * 1024 * 1024, 4)
    assert ctypes.sizeof(made) == 144  # JOBOBJECT_EXTENDED_LIMIT_INFORMATION
    assert ctypes.sizeof(made.BasicLimitInformation) == 64  # JOBOBJECT_BASIC_LIMIT_INFORMATION
    raw = bytes(made)
    assert int.from_bytes(raw[:8], "little") == 40_000_000  # 4 seconds of 100 nanoseconds
    assert int.from_bytes(raw[16:20], "little") == 0x2000 | 0x0400 | 0x0100 | 0x0008 | 0x0002
    assert int.from_bytes(raw[40:44], "little") == 1  # itself, and no other
    assert int.from_bytes(raw[112:120], "little") == 256 * 1024 * 1024


@pytest.mark.skipif(sys.platform == "win32", reason="there it is held")
def test_elsewhere_the_child_is_left_to_confine_itself() -> None:
    with subprocess.Popen([sys.executable, "-c", "pass"]) as child, job_object.around(child, 1, 1):
        assert child.wait(timeout=30) == 0
