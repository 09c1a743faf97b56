"""What is done with a whole pack: begin, rename, remove, bring in, export. Each asks first where it has to."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from workshop_app import outbox
from workshop_app.domain.errors import DomainError
from workshop_app.domain.texts import wanted
from workshop_app.facilitation import pack_out
from workshop_app.facilitation.pack_errors import PromptPackError
from workshop_app.facilitation.pack_in import LONGEST_NAME
from workshop_app.facilitation.packs import Pack, PackIsHereError
from workshop_app.storage.errors import StorageError
from workshop_app.storage.names import stem_of
from workshop_app.ui.desk import Desk
from workshop_app.ui.shared.asking import Asking
from workshop_app.ui.shared.confirming import Confirming
from workshop_app.words import translate


class PackDeeds:
    """`begun` and `came` get the pack that is new, `gone` the id of one that was removed.

    `complain` gets what is wrong with a file, to be shown for as long as it takes to mend it.
    """

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        *,
        begun: Callable[[Pack], object],
        came: Callable[[Pack], object],
        gone: Callable[[str], object],
        complain: Callable[[str], object],
    ) -> None:
        self._desk, self._page = desk, page
        self._begun, self._came, self._gone, self._complain = begun, came, gone, complain

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something that may be refused; False, with the reason said, if it was."""
        try:
            act()
        except (DomainError, StorageError, PromptPackError) as error:
            self._desk.said.emit(str(error), "notice")
            return False
        return True

    def begin(self) -> Asking:
        """Ask for the name of a new pack."""
        shelf = self._desk.prompts
        return Asking(
            self._page.window(),
            translate("own-prompts", "What is the pack called?"),
            "",
            translate("own-prompts", "Begin it"),
            lambda name: self.attempt(lambda: self._begun(shelf.begin(_named(name)))),
        )

    def rename(self, pack: Pack) -> None:
        """Ask for another name."""
        shelf = self._desk.prompts
        Asking(
            self._page.window(),
            translate("own-prompts", "What is the pack called?"),
            pack.name,
            translate("own-prompts", "Keep this name"),
            lambda name: self.attempt(lambda: shelf.keep(replace(shelf.pack(pack.id) or pack, name=_named(name)))),
        )

    def remove(self, pack: Pack) -> None:
        """Remove a pack, once that was confirmed."""
        Confirming(
            self._page.window(),
            translate("own-prompts", "Remove this pack from the laptop?"),
            translate(
                "own-prompts",
                "Its prompts are asked no more; where they were asked, they stay. Export it first if somebody may "
                "want it again.",
            ),
            translate("own-prompts", "Remove it"),
            partial(self._remove, pack.id),
        )

    def bring_in(self) -> None:
        """Have a file chosen and take in the pack that it holds."""
        kinds = translate("own-prompts", "Prompt packs (*.toml)")
        self._desk.files.open_one(self._page, translate("own-prompts", "Bring a pack in"), kinds, self._bring)

    def export(self, pack: Pack) -> None:
        """Have a place chosen and write the pack there."""
        suggested = stem_of(pack.name, "pack") + ".toml"
        title = translate("own-prompts", "Export the pack")
        self._desk.files.save_as(self._page, title, suggested, partial(self._send, pack))

    def _remove(self, pack_id: str) -> None:
        if self.attempt(partial(self._desk.prompts.remove, pack_id)):
            self._gone(pack_id)

    def _bring(self, path: Path) -> None:
        self._complain("")
        try:
            self._arrived(self._desk.prompts.bring_in(path))
        except PackIsHereError as error:
            Confirming(
                self._page.window(),
                translate("own-prompts", "This pack, or a part of it, is here already"),
                translate("own-prompts", "Both can be kept: the new one gets a name of its own. Nothing is lost."),
                translate("own-prompts", "Keep both"),
                partial(self._keep_both, error.pack),
            )
        except PromptPackError as error:
            self._complain(str(error))
        except StorageError as error:
            self._desk.said.emit(str(error), "notice")

    def _keep_both(self, pack: Pack) -> None:
        self.attempt(lambda: self._arrived(self._desk.prompts.keep_apart(pack)))

    def _arrived(self, pack: Pack) -> None:
        self._came(pack)
        count = sum(1 for _ in pack.all_prompts())
        said = translate("own-prompts", "“{name}” came in with {n} prompts.", name=pack.name, n=count)
        if count == 1:
            said = translate("own-prompts", "“{name}” came in with 1 prompt.", name=pack.name)
        self._desk.said.emit(said, "")

    def _send(self, pack: Pack, path: Path) -> None:
        if self.attempt(lambda: outbox.write_whole(path, pack_out.write(pack).encode())):
            self._desk.said.emit(translate("own-prompts", "The pack is in {file}.", file=path.name), "")


def _named(name: str) -> str:
    return wanted(name, translate("own-prompts", "The pack's name"), LONGEST_NAME)
