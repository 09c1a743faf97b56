"""Loading the prompt bank from a folder of TOML files, one file per family."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from workshop_app.assets import find
from workshop_app.facilitation.bank import KINDS, Aspect, Bank, Family, Framework, Prompt
from workshop_app.facilitation.pack_errors import PromptPackError, did_you_mean
from workshop_app.facilitation.toml_table import Table, read_toml
from workshop_app.words import translate

__all__ = ["KINDS", "Aspect", "Bank", "Family", "Framework", "Prompt", "PromptPackError", "load"]

FRAMEWORKS_FILE = "frameworks.toml"
LONGEST_SHORT = 12  # characters that fit a card's label
LONGEST_MINUTES = 60


def load(folder: Path | None = None) -> Bank:
    """The bank in `folder`, or the built-in one. Files come in the order of their names.

    A folder without a frameworks file may use the ids of the built-in one; one that holds no files gives an empty bank.
    PromptPackError names the file, the line and what to do, at the first mistake. The built-in bank is read once.
    """
    return _built_in() if folder is None else _all_in(folder)


@cache
def _built_in() -> Bank:
    return _all_in(find("prompts"))


def _all_in(folder: Path) -> Bank:
    own = folder / FRAMEWORKS_FILE
    frameworks = _frameworks(read_toml(own if own.exists() else find(f"prompts/{FRAMEWORKS_FILE}")))
    packs = [_pack(file, frameworks) for file in sorted(folder.glob("*.toml")) if file.name != FRAMEWORKS_FILE]
    _refuse_twins(packs)
    return Bank(
        families=tuple(pack.family for pack in packs),
        aspects=tuple(aspect for pack in packs for aspect in pack.aspects),
        frameworks=frameworks,
    )


@dataclass(frozen=True, slots=True)
class _Pack:
    source: Table
    family: Family
    aspects: tuple[Aspect, ...]

    def ids(self) -> Iterator[tuple[str, str, Table]]:
        """What each id names, the id, and the table it stands in."""
        yield "family", self.family.id, self.source.table("family")
        for aspect, table in zip(self.aspects, self.source.tables("aspect"), strict=True):
            yield "aspect", aspect.id, table
            for prompt, inner in zip(aspect.prompts, table.tables("prompt"), strict=True):
                yield "prompt", prompt.id, inner


def _pack(file: Path, frameworks: Sequence[Framework]) -> _Pack:
    source = read_toml(file)
    source.allow("family", "aspect")
    heading = source.table("family")
    heading.allow("id", "name")
    family = Family(heading.ident("id"), heading.text("name"))
    aspects = tuple(_aspect(table, family.id, frameworks) for table in source.tables("aspect"))
    return _Pack(source, family, aspects)


def _aspect(table: Table, family_id: str, frameworks: Sequence[Framework]) -> Aspect:
    table.allow("id", "name", "short", "symbol", "familiar", "frameworks", "prompt")
    aspect_id = table.ident("id")
    return Aspect(
        id=aspect_id,
        family=family_id,
        name=table.text("name"),
        short=table.text("short", longest=LONGEST_SHORT),
        symbol=table.ident("symbol"),
        familiar=table.flag("familiar", default=False),
        frameworks=mapping(table.table("frameworks", default={}), frameworks),
        prompts=tuple(_prompt(inner, aspect_id) for inner in table.tables("prompt")),
    )


def _prompt(table: Table, aspect_id: str) -> Prompt:
    table.allow("id", "kind", "text", "plain", "follow_ups", "note", "minutes")
    return Prompt(
        id=table.ident("id"),
        aspect_id=aspect_id,
        kind=table.choice("kind", KINDS),
        text=table.text("text"),
        plain=table.text("plain"),
        follow_ups=table.texts("follow_ups"),
        note=table.text("note", default=""),
        minutes=table.number("minutes", 1, LONGEST_MINUTES),
    )


def mapping(table: Table, frameworks: Sequence[Framework]) -> dict[str, tuple[str, ...]]:
    """What an aspect answers to: ids of elements by the id of their framework."""
    known = {framework.id: framework.elements for framework in frameworks}
    table.allow(*known)
    found = {framework_id: table.texts(framework_id) for framework_id in table}
    for framework_id, element_ids in found.items():
        for element_id in element_ids:
            if element_id not in known[framework_id]:
                problem = translate("prompts", "“{id}” is not part of {name}.", id=element_id, name=framework_id)
                raise table.wrong(framework_id, problem, did_you_mean(element_id, known[framework_id]))
    return found


def _frameworks(source: Table) -> tuple[Framework, ...]:
    source.allow("framework")
    return tuple(_framework(table) for table in source.tables("framework"))


def _framework(table: Table) -> Framework:
    table.allow("id", "name", "elements")
    elements = {}
    for element in table.tables("elements"):
        element.allow("id", "name")
        elements[element.ident("id")] = element.text("name")
    return Framework(table.ident("id"), table.text("name"), elements)


def _refuse_twins(packs: Sequence[_Pack]) -> None:
    seen: dict[tuple[str, str], Table] = {}
    for pack in packs:
        for what, name, table in pack.ids():
            first = seen.setdefault((what, name), table)
            if first is not table:
                where = translate("prompts", "{file}, line {line}", file=first.file.name, line=first.line)
                problem = translate("prompts", "The id “{id}” is also in {where}.", id=name, where=where)
                raise table.wrong("id", problem, translate("prompts", "Give one of the two another id."))
