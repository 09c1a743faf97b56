"""Teachers' own packs: prompts for aspects that are known, and aspects of their own, merged into the bank."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from workshop_app.facilitation.bank import Aspect, Bank, Prompt
from workshop_app.facilitation.pack_errors import PromptPackError
from workshop_app.facilitation.pack_ids import free


@dataclass(frozen=True, slots=True)
class Pack:
    """`aspects` are the pack's own, with their prompts; `prompts` add to aspects that it does not own."""

    id: str
    name: str
    aspects: tuple[Aspect, ...] = ()
    prompts: tuple[Prompt, ...] = ()

    def all_prompts(self) -> Iterator[Prompt]:
        """Every prompt, wherever it stands."""
        for aspect in self.aspects:
            yield from aspect.prompts
        yield from self.prompts


class PackIsHereError(PromptPackError):
    """Sound, but its ids are those of another own pack. `pack` is what was read: it may be kept with ids of its own."""

    def __init__(self, error: PromptPackError, pack: Pack) -> None:
        super().__init__(error.file, error.line, error.problem, error.remedy)
        self.pack = pack


def merged(bank: Bank, packs: Iterable[Pack], hidden: Collection[str] = ()) -> Bank:
    """The bank with all packs and without the prompts (ids) that are hidden.

    Own aspects come after the built-in ones of their family, own prompts after those of their aspect. What has an id
    that is there already is passed over. An aspect of which every prompt is hidden keeps its first.
    """
    packs = tuple(packs)
    aspects = {aspect.id: replace(aspect, prompts=()) for aspect in bank.aspects}
    prompts = {prompt.id: prompt for aspect in bank.aspects for prompt in aspect.prompts}
    for pack in packs:
        for aspect in pack.aspects:
            aspects.setdefault(aspect.id, replace(aspect, prompts=()))
    for pack in packs:
        for prompt in pack.all_prompts():
            prompts.setdefault(prompt.id, replace(prompt, own=True))
    theirs: dict[str, list[Prompt]] = {aspect_id: [] for aspect_id in aspects}
    for prompt in prompts.values():
        theirs.get(prompt.aspect_id, []).append(prompt)
    whole = (replace(aspect, prompts=_shown(theirs[aspect.id], hidden)) for aspect in aspects.values())
    asked = [aspect for aspect in whole if aspect.prompts]
    by_family = (aspect for family in bank.families for aspect in asked if aspect.family == family.id)
    return replace(bank, aspects=tuple(by_family))


def apart(pack: Pack, bank: Bank, beside: Sequence[Pack]) -> Pack:
    """The same pack with new ids, and a new name, where those are taken: it can stand beside the others."""
    whole = merged(bank, beside)
    aspect_ids = _renewed((aspect.id for aspect in pack.aspects), {aspect.id for aspect in whole.aspects})
    taken = {prompt.id for aspect in whole.aspects for prompt in aspect.prompts}
    prompt_ids = _renewed((prompt.id for prompt in pack.all_prompts()), taken)

    def renewed(prompt: Prompt) -> Prompt:
        aspect_id = aspect_ids.get(prompt.aspect_id, prompt.aspect_id)
        return replace(prompt, id=prompt_ids[prompt.id], aspect_id=aspect_id)

    return Pack(
        id=free(pack.id, {one.id for one in beside}),
        name=_free_name(pack.name, {one.name for one in beside}),
        aspects=tuple(
            replace(aspect, id=aspect_ids[aspect.id], prompts=tuple(map(renewed, aspect.prompts)))
            for aspect in pack.aspects
        ),
        prompts=tuple(map(renewed, pack.prompts)),
    )


def _shown(prompts: Sequence[Prompt], hidden: Collection[str]) -> tuple[Prompt, ...]:
    return tuple(prompt for prompt in prompts if prompt.id not in hidden) or tuple(prompts[:1])


def _renewed(ids: Iterable[str], taken: Collection[str]) -> dict[str, str]:
    own = list(ids)
    used = {*taken, *own}
    new: dict[str, str] = {}
    for one in own:
        new[one] = free(one, used) if one in taken else one
        used.add(new[one])
    return new


def _free_name(name: str, taken: Collection[str]) -> str:
    found, number = name, 2
    while found in taken:
        found, number = f"{name} ({number})", number + 1
    return found
