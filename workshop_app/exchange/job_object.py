"""Windows: a job object around a child process, as rlimits are elsewhere. It dies with us, and starts no other."""

import ctypes
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_PROCESS_TIME, _ACTIVE_PROCESS, _PROCESS_MEMORY = 0x0002, 0x0008, 0x0100
_NO_FAULT_DIALOG, _KILL_ON_CLOSE = 0x0400, 0x2000
_EXTENDED = 9  # JobObjectExtendedLimitInformation
_TICKS = 10_000_000  # of 100 nanoseconds in a second


class _Basic(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION, with IO_COUNTERS as six numbers."""

    _fields_ = (
        ("BasicLimitInformation", _Basic),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def limits(memory: int, seconds: int) -> _Extended:
    """The limits as Windows takes them: `memory` in bytes, `seconds` of the processor."""
    made = _Extended()
    basic = made.BasicLimitInformation
    basic.LimitFlags = _PROCESS_TIME | _ACTIVE_PROCESS | _PROCESS_MEMORY | _NO_FAULT_DIALOG | _KILL_ON_CLOSE
    basic.PerProcessUserTimeLimit = seconds * _TICKS
    basic.ActiveProcessLimit = 1
    made.ProcessMemoryLimit = memory
    return made


@contextmanager
def around(child: "subprocess.Popen[bytes]", memory: int, seconds: int) -> Iterator[None]:
    """Hold a child that waits for its first byte within limits; OSError, and it is ended, where Windows won't have it.

    Elsewhere the child confines itself.
    """
    if sys.platform == "win32":
        with _held(child, limits(memory, seconds)):
            yield
    else:
        yield


if sys.platform == "win32":

    @contextmanager
    def _held(child: "subprocess.Popen[bytes]", wanted: _Extended) -> Iterator[None]:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, ctypes.c_wchar_p)
        kernel.SetInformationJobObject.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32)
        kernel.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
        kernel.CloseHandle.argtypes = (ctypes.c_void_p,)
        job = kernel.CreateJobObjectW(None, None)
        try:
            held = (
                job
                and kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(wanted), ctypes.sizeof(wanted))
                and kernel.AssignProcessToJobObject(job, int(child._handle))
            )
            if not held:
                child.kill()
                raise OSError(ctypes.get_last_error(), "no job object")
            yield
        finally:
            if job:
                kernel.CloseHandle(job)  # and whatever is still in it ends
