"""Reading a teacher's own pack. It asks for less than the built-in files do: a prompt needs its text, no more."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workshop_app.facilitation.bank import KINDS, Aspect, Bank, Prompt
from workshop_app.facilitation.pack_errors import PromptPackError, did_you_mean
from workshop_app.facilitation.pack_ids import free, slug
from workshop_app.facilitation.packs import Pack, PackIsHereError
from workshop_app.facilitation.prompts import LONGEST_MINUTES, LONGEST_SHORT, mapping
from workshop_app.facilitation.toml_table import Table, parsed
from workshop_app.words import translate

MOST_PROMPTS = 400  # of one pack
LONGEST_NAME, LONGEST_TEXT, LONGEST_NOTE = 80, 300, 2000  # characters
USUAL_MINUTES, USUAL_KIND, USUAL_SYMBOL = 5, "opener", "own"


def read(text: str, file_name: str, bank: Bank, beside: Sequence[Pack] = ()) -> Pack:
    """The pack that a TOML text holds; `bank` is the built-in one, `beside` are the other own packs.

    PromptPackError names `file_name`, the line and what to do, also where a built-in id would be overwritten.
    PackIsHereError where all is well but ids are in use by one of `beside`.
    """
    return _Reading(parsed(text, Path(file_name)), bank, beside).pack()


@dataclass(frozen=True, slots=True)
class Loaded:
    """The packs that could be read, by the stem of their file, and what is wrong with the others."""

    packs: Mapping[str, Pack]
    problems: tuple[PromptPackError, ...]


def load(texts: Mapping[str, str], bank: Bank) -> Loaded:
    """Read every pack of a laptop, from text by stem of its file. One may add to an aspect of another."""
    found: dict[str, Pack] = {}
    left = dict(texts)
    while True:
        problems: dict[str, PromptPackError] = {}
        for stem, text in left.items():
            try:
                found[stem] = read(text, f"{stem}.toml", bank, tuple(found.values()))
            except PromptPackError as error:
                problems[stem] = error
        if len(problems) == len(left):  # what is left does not wait for another pack
            return Loaded({stem: found[stem] for stem in texts if stem in found}, tuple(problems.values()))
        left = {stem: left[stem] for stem in problems}


class _Reading:
    def __init__(self, source: Table, bank: Bank, beside: Sequence[Pack]) -> None:
        self._source, self._bank, self._beside = source, bank, beside
        self._built_in = set(_ids(bank.aspects, ()))
        self._places: dict[tuple[str, str], Table] = {}  # what an id names and the id, and where it stands
        self._prompt_ids: set[str] = set()
        self._pack_id = ""

    def pack(self) -> Pack:
        self._source.allow("pack", "aspect", "prompt")
        heading = self._source.table("pack")
        heading.allow("id", "name")
        self._pack_id = self._own("pack", heading, heading.ident("id"))
        found = Pack(
            id=self._pack_id,
            name=heading.text("name", longest=LONGEST_NAME),
            aspects=tuple(self._aspect(table) for table in self._source.tables("aspect", needed=False)),
            prompts=tuple(self._added(table) for table in self._source.tables("prompt", needed=False)),
        )
        if sum(1 for _ in found.all_prompts()) > MOST_PROMPTS:
            problem = translate("prompts", "A pack holds {most} prompts at most.", most=MOST_PROMPTS)
            raise heading.wrong("id", problem, translate("prompts", "Part it in two packs."))
        self._refuse_others_ids(found)
        return found

    def _aspect(self, table: Table) -> Aspect:
        table.allow("id", "family", "name", "short", "symbol", "familiar", "frameworks", "prompt")
        aspect_id = self._own("aspect", table, table.ident("id"))
        return Aspect(
            id=aspect_id,
            family=table.choice("family", [family.id for family in self._bank.families]),
            name=table.text("name", longest=LONGEST_NAME),
            short=table.text("short", longest=LONGEST_SHORT),
            symbol=table.ident("symbol", default=USUAL_SYMBOL),
            familiar=table.flag("familiar", default=False),
            frameworks=mapping(table.table("frameworks", default={}), self._bank.frameworks),
            prompts=tuple(self._prompt(inner, aspect_id) for inner in table.tables("prompt")),
        )

    def _added(self, table: Table) -> Prompt:
        known = [aspect.id for aspect in self._bank.aspects]
        known += [aspect.id for pack in self._beside for aspect in pack.aspects]
        aspect_id = table.text("aspect")
        if ("aspect", aspect_id) in self._places:
            problem = translate("prompts", "“{id}” is an aspect of this pack.", id=aspect_id)
            raise table.wrong("aspect", problem, translate("prompts", "Write it below, as [[aspect.prompt]]."))
        if aspect_id not in known:
            problem = translate("prompts", "There is no aspect “{id}”.", id=aspect_id)
            raise table.wrong("aspect", problem, did_you_mean(aspect_id, known))
        return self._prompt(table, aspect_id, "aspect")

    def _prompt(self, table: Table, aspect_id: str, *also: str) -> Prompt:
        table.allow("id", "kind", "text", "plain", "follow_ups", "note", "minutes", *also)
        text = table.text("text", longest=LONGEST_TEXT)
        named = free(f"{self._pack_id}-{slug(text, 'prompt')}", self._prompt_ids)
        prompt_id = self._own("prompt", table, table.ident("id", default=named))
        self._prompt_ids.add(prompt_id)
        return Prompt(
            id=prompt_id,
            aspect_id=aspect_id,
            kind=table.choice("kind", KINDS, default=USUAL_KIND),
            text=text,
            plain=table.text("plain", longest=LONGEST_TEXT, default=text),
            follow_ups=table.texts("follow_ups"),
            note=table.text("note", longest=LONGEST_NOTE, default=""),
            minutes=table.number("minutes", 1, LONGEST_MINUTES, default=USUAL_MINUTES),
        )

    def _own(self, what: str, table: Table, name: str) -> str:
        first = self._places.setdefault((what, name), table)
        if first is not table:
            problem = translate("prompts", "The id “{id}” is also in line {line}.", id=name, line=first.line)
            raise table.wrong("id", problem, translate("prompts", "Give one of the two another id."))
        if (what, name) in self._built_in:
            problem = translate("prompts", "The id “{id}” is a built-in one, which stays as it is.", id=name)
            raise table.wrong("id", problem, translate("prompts", "Give it another id."))
        return name

    def _refuse_others_ids(self, found: Pack) -> None:
        for other in self._beside:
            theirs = {("pack", other.id), *_ids(other.aspects, other.prompts)}
            for place, table in self._places.items():
                if place in theirs:
                    problem = translate(
                        "prompts", "The id “{id}” is in use by the pack “{name}”.", id=place[1], name=other.name
                    )
                    remedy = translate("prompts", "Give it another id, or remove the other pack first.")
                    raise PackIsHereError(table.wrong("id", problem, remedy), found)


def _ids(aspects: Collection[Aspect], prompts: Collection[Prompt]) -> Iterator[tuple[str, str]]:
    for aspect in aspects:
        yield "aspect", aspect.id
        for prompt in aspect.prompts:
            yield "prompt", prompt.id
    for prompt in prompts:
        yield "prompt", prompt.id
