"""Which prompts a laptop does not want to ask. They stay in the bank, and can be shown again."""

from collections.abc import Collection
from pathlib import Path

import tomli_w

from workshop_app.domain.errors import DomainError
from workshop_app.facilitation.bank import Bank
from workshop_app.facilitation.toml_table import parsed
from workshop_app.words import translate


def read(text: str, file_name: str) -> frozenset[str]:
    """The ids in a text that `write` made; PromptPackError names `file_name`, the line and what to do."""
    source = parsed(text, Path(file_name))
    source.allow("hidden")
    return frozenset(source.texts("hidden"))


def write(hidden: Collection[str]) -> str:
    """The text to keep."""
    return tomli_w.dumps({"hidden": sorted(hidden)})


def hide(whole: Bank, hidden: Collection[str], prompt_id: str) -> frozenset[str]:
    """What is hidden once this prompt is too. DomainError if no other prompt of its aspect would be left.

    `whole` is the bank with everything that is hidden in it.
    """
    aspect = whole.aspect(whole.prompt(prompt_id).aspect_id)
    if all(prompt.id in hidden or prompt.id == prompt_id for prompt in aspect.prompts):
        raise DomainError(
            translate(
                "prompts",
                "This is the last prompt of its aspect. To keep a whole aspect out, say on the map who decided it "
                "and why.",
            )
        )
    return frozenset({*hidden, prompt_id})
