"""Opening another school's pack, whether it was chosen, dropped on the window or named when the app was started."""

from pathlib import Path

from workshop_app import packs_in
from workshop_app.exchange import pack_file
from workshop_app.exchange.unreadable import UnreadableError
from workshop_app.pack_shelf import PackShelf
from workshop_app.storage.errors import StorageError
from workshop_app.storage.pack_library import PackLibrary
from workshop_app.ui.desk import Desk
from workshop_app.ui.going import to_promises
from workshop_app.words import translate

OPEN = "share/open"  # the draft that remembers what is open among packs: its kind and name, see SharePart
PART = "share"
ENDING = pack_file.ENDING


def shelf_of(desk: Desk) -> PackShelf:
    """The packs that are kept on this laptop."""
    return PackShelf(PackLibrary(desk.library) if desk.library is not None else None)


def open_pack(desk: Desk, path: Path) -> bool:
    """Read a pack's file, keep it and show it; False, with the reason said, if it is none."""
    try:
        kept = packs_in.open_pack(shelf_of(desk), path, desk.workspace)
    except (UnreadableError, StorageError) as error:
        desk.said.emit(str(error), "notice")
        return False
    desk.keep_draft(OPEN, f"read/{kept.stem}")
    to_promises(desk, PART)
    desk.said.emit(translate("packs", "A pack of {school} came in.", school=kept.file.pack.school), "")
    return True
