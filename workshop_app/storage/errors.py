"""Errors of the world around the file. Each message says in a sentence what is safe and what to do."""


class StorageError(Exception):
    """Something outside the app is in the way: the disk, the file, another window."""


class InUseError(StorageError):
    """The file is open in another window or another program."""


class UnreadableError(StorageError):
    """There is no file, or it is no programme, or this app is too old for it."""


class DamagedError(StorageError):
    """The file is a programme, but what it says can't be trusted."""
