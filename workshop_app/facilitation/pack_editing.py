"""Changing a pack of one's own. Packs are values: each function gives the next one."""

from dataclasses import replace

from workshop_app.facilitation.bank import Aspect, Prompt
from workshop_app.facilitation.packs import Pack


def with_prompt(pack: Pack, prompt: Prompt) -> Pack:
    """The pack with a prompt: in the place of the one with its id, or at the end of its aspect."""
    before = next((one for one in pack.all_prompts() if one.id == prompt.id), None)
    if before is not None and before.aspect_id == prompt.aspect_id:
        return replace(
            pack,
            aspects=tuple(replace(one, prompts=_swapped(one.prompts, prompt)) for one in pack.aspects),
            prompts=_swapped(pack.prompts, prompt),
        )
    pack = without_prompt(pack, prompt.id)
    if all(aspect.id != prompt.aspect_id for aspect in pack.aspects):
        return replace(pack, prompts=(*pack.prompts, prompt))
    aspects = (
        replace(one, prompts=(*one.prompts, prompt)) if one.id == prompt.aspect_id else one for one in pack.aspects
    )
    return replace(pack, aspects=tuple(aspects))


def with_aspect(pack: Pack, aspect: Aspect) -> Pack:
    """The pack with one more aspect of its own, which brings at least one prompt. A prompt of that id moves there."""
    for prompt in aspect.prompts:
        pack = without_prompt(pack, prompt.id)
    return replace(pack, aspects=(*pack.aspects, aspect))


def without_prompt(pack: Pack, prompt_id: str) -> Pack:
    """The pack without a prompt; an own aspect goes with its last one."""
    aspects = (replace(aspect, prompts=_but(aspect.prompts, prompt_id)) for aspect in pack.aspects)
    return replace(
        pack,
        aspects=tuple(aspect for aspect in aspects if aspect.prompts),
        prompts=_but(pack.prompts, prompt_id),
    )


def _swapped(prompts: tuple[Prompt, ...], prompt: Prompt) -> tuple[Prompt, ...]:
    return tuple(prompt if one.id == prompt.id else one for one in prompts)


def _but(prompts: tuple[Prompt, ...], prompt_id: str) -> tuple[Prompt, ...]:
    return tuple(one for one in prompts if one.id != prompt_id)
