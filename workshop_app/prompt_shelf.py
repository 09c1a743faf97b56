"""The prompts of this laptop: the built-in bank, teachers' own packs, and what is hidden. No Qt here."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workshop_app.facilitation import hiding, pack_out
from workshop_app.facilitation.bank import Bank
from workshop_app.facilitation.pack_errors import PromptPackError
from workshop_app.facilitation.pack_ids import free, slug
from workshop_app.facilitation.pack_in import load, read
from workshop_app.facilitation.packs import Pack, apart, merged
from workshop_app.facilitation.toml_table import contents
from workshop_app.storage.errors import StorageError
from workshop_app.storage.library import Library
from workshop_app.words import translate

PACKS = "packs"
HIDDEN, WHICH = "hidden", "hidden-prompts"  # kind and stem of the one file that says what is hidden


@dataclass(frozen=True, slots=True)
class _Found:
    """What lies on the laptop: packs by the stem of their file, ids that are hidden, a sentence for each bad file."""

    packs: dict[str, Pack]
    hidden: frozenset[str]
    problems: tuple[str, ...]


class PromptShelf:
    """Every change is on the disk before it shows; `changed` is called then. Without a library nothing can be kept.

    A file that can't be read is left out, stays as it is, and is named in `problems`.
    """

    def __init__(
        self, built_in: Bank, library: Library | None = None, changed: Callable[[], object] = lambda: None
    ) -> None:
        self.built_in = built_in
        self._library, self._changed = library, changed
        self._found = _Found({}, frozenset(), ())
        self.bank = self.whole = built_in  # what may be asked, and the same with what is hidden
        self._take_in(self._look())

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The own packs, by name."""
        return tuple(sorted(self._found.packs.values(), key=lambda pack: (pack.name.casefold(), pack.id)))

    @property
    def hidden(self) -> frozenset[str]:
        """Ids of the prompts that are not asked now."""
        shown = {prompt.id for aspect in self.bank.aspects for prompt in aspect.prompts}
        return frozenset(
            prompt.id for aspect in self.whole.aspects for prompt in aspect.prompts if prompt.id not in shown
        )

    @property
    def problems(self) -> tuple[str, ...]:
        """A sentence with file, line and remedy for each file that had to be left out."""
        return self._found.problems

    def pack(self, pack_id: str) -> Pack | None:
        """One of the own packs."""
        return next((pack for pack in self.packs if pack.id == pack_id), None)

    def pack_names(self) -> dict[tuple[str, str], str]:
        """The name of the pack of all that is own, by "aspect" or "prompt" and the id."""
        found: dict[tuple[str, str], str] = {}
        for pack in self.packs:
            found |= {("aspect", aspect.id): pack.name for aspect in pack.aspects}
            found |= {("prompt", prompt.id): pack.name for prompt in pack.all_prompts()}
        return found

    def new_prompt_id(self, pack: Pack, text: str) -> str:
        """An id for one more prompt of a pack; not one that was hidden, or it would be hidden at once."""
        taken = {prompt.id for aspect in self.whole.aspects for prompt in aspect.prompts} | self._found.hidden
        return free(f"{pack.id}-{slug(text, 'prompt')}", taken)

    def new_aspect_id(self, pack: Pack, name: str) -> str:
        """An id for one more aspect of a pack."""
        return free(f"{pack.id}-{slug(name, 'aspect')}", {aspect.id for aspect in self.whole.aspects})

    def look_again(self) -> None:
        """See what lies on the disk now: somebody may have mended a file by hand."""
        found = self._look()
        if found != self._found:
            self._take_in(found)
            self._changed()

    def hide(self, prompt_id: str) -> None:
        """Ask a prompt no more. DomainError for the last one of its aspect, StorageError if it can't be kept."""
        self._keep_hidden(hiding.hide(self.whole, self._found.hidden, prompt_id))

    def show(self, prompt_id: str) -> None:
        """Ask it again; StorageError if that can't be kept."""
        self._keep_hidden(self._found.hidden - {prompt_id})

    def begin(self, name: str) -> Pack:
        """A new and empty pack; PromptPackError if the name won't do, StorageError if it can't be kept."""
        pack = Pack(free(slug(name, "own"), {pack.id for pack in self.packs}), name)
        self.keep(pack)
        return pack

    def keep(self, pack: Pack) -> None:
        """Keep a pack as it is now, in the place of the one with its id.

        PromptPackError if it is not sound (nothing built in is overwritten), StorageError if the disk refuses.
        """
        library = self._needed()
        stem = next((stem for stem, one in self._found.packs.items() if one.id == pack.id), "")
        text = pack_out.write(pack)
        read(text, f"{stem or pack.id}.toml", self.built_in, self._others(pack.id))
        library.keep(PACKS, stem or library.free_stem(PACKS, pack.name), text)
        self.look_again()

    def remove(self, pack_id: str) -> None:
        """Take a pack off this laptop; StorageError if the disk refuses. What was asked stays where it was asked."""
        library = self._needed()
        for stem, pack in self._found.packs.items():
            if pack.id == pack_id:
                library.remove(PACKS, stem)
        self.look_again()

    def bring_in(self, path: Path) -> Pack:
        """Read a pack from a file and keep it.

        PackIsHereError, with the pack in it for `keep_apart`, if its ids are those of another own pack;
        PromptPackError for any other mistake, StorageError if it can't be kept.
        """
        pack = read(contents(path), path.name, self.built_in, self.packs)
        self.keep(pack)
        return pack

    def keep_apart(self, pack: Pack) -> Pack:
        """Keep a pack beside the one whose ids it had, with ids and a name of its own."""
        renewed = apart(pack, self.built_in, self.packs)
        self.keep(renewed)
        return renewed

    def _others(self, pack_id: str) -> tuple[Pack, ...]:
        return tuple(pack for pack in self.packs if pack.id != pack_id)

    def _needed(self) -> Library:
        if self._library is None:
            raise StorageError(translate("prompts", "There is no place here to keep prompts of our own."))
        return self._library

    def _keep_hidden(self, hidden: frozenset[str]) -> None:
        self._needed().keep(HIDDEN, WHICH, hiding.write(hidden))
        self.look_again()

    def _look(self) -> _Found:
        if self._library is None:
            return self._found
        loaded = load(self._library.texts(PACKS), self.built_in)
        problems = [str(error) for error in loaded.problems]
        for kind in (PACKS, HIDDEN):
            problems += [
                translate("prompts", "{name} can't be read. It is left out, and stays as it is.", name=name)
                for name in self._library.unreadable(kind)
            ]
        hidden: frozenset[str] = frozenset()
        try:
            text = self._library.texts(HIDDEN).get(WHICH)
            hidden = hidden if text is None else hiding.read(text, f"{WHICH}.toml")
        except PromptPackError as error:
            problems.append(str(error))
        return _Found(dict(loaded.packs), hidden, tuple(problems))

    def _take_in(self, found: _Found) -> None:
        self._found = found
        self.whole = merged(self.built_in, self.packs)
        self.bank = merged(self.built_in, self.packs, found.hidden)
