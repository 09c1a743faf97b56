"""The prompt bank: what can be asked about school life, in families of aspects, with the frameworks they answer to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# What a prompt is for: it opens, it digs, it turns the tables, it asks for students' own part, or for who else helps.
KINDS = ("opener", "dig", "tables", "ours", "others")


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question; `plain` says it in plainer words, `note` is for the facilitator alone, `minutes` a suggestion.

    `own` tells that it came from a teacher's pack: among its kind it is asked first.
    """

    id: str
    aspect_id: str
    kind: str
    text: str
    plain: str
    follow_ups: tuple[str, ...]
    note: str
    minutes: int
    own: bool = False


@dataclass(frozen=True, slots=True)
class Aspect:
    """One aspect of school life.

    `short` fits a card (12 characters), `symbol` names a simple drawing, `familiar` marks the ground that
    consultations usually end on. `frameworks` maps a framework's id to ids of its elements.
    """

    id: str
    family: str
    name: str
    short: str
    symbol: str
    familiar: bool
    frameworks: Mapping[str, tuple[str, ...]] = field(hash=False)
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """A group of aspects, for colour and overview."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Framework:
    """A recognised framework; `elements` maps the id of each part to its name, in the framework's own order."""

    id: str
    name: str
    elements: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Bank:
    """All prompts that were loaded together. Every id is unique among its kind."""

    families: tuple[Family, ...]
    aspects: tuple[Aspect, ...]
    frameworks: tuple[Framework, ...] = ()

    def aspect(self, aspect_id: str) -> Aspect:
        """The aspect with this id; KeyError if the bank has none."""
        for aspect in self.aspects:
            if aspect.id == aspect_id:
                return aspect
        raise KeyError(aspect_id)

    def prompt(self, prompt_id: str) -> Prompt:
        """The prompt with this id; KeyError if the bank has none."""
        for aspect in self.aspects:
            for prompt in aspect.prompts:
                if prompt.id == prompt_id:
                    return prompt
        raise KeyError(prompt_id)

    def in_family(self, family_id: str) -> tuple[Aspect, ...]:
        """The aspects of one family, in the order of its file; empty if the bank has no such family."""
        return tuple(aspect for aspect in self.aspects if aspect.family == family_id)
