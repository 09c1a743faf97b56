"""Writing a teacher's own pack as TOML that a person can read on: what reading would fill in by itself is left out."""

import tomli_w

from workshop_app.facilitation.bank import Aspect, Prompt
from workshop_app.facilitation.pack_in import USUAL_SYMBOL
from workshop_app.facilitation.packs import Pack


def write(pack: Pack) -> str:
    """The text that `pack_in.read` makes the same pack of."""
    parts = ["[pack]\n" + tomli_w.dumps({"id": pack.id, "name": pack.name})]
    for aspect in pack.aspects:
        parts.append(_aspect(aspect))
        parts += ["[[aspect.prompt]]\n" + _prompt(prompt) for prompt in aspect.prompts]
    for prompt in pack.prompts:
        parts.append("[[prompt]]\n" + tomli_w.dumps({"aspect": prompt.aspect_id}) + _prompt(prompt))
    return "\n".join(parts)


def _aspect(aspect: Aspect) -> str:
    """The headings are written here: the library would put short tables on one line, which few could correct."""
    found: dict[str, object] = {
        "id": aspect.id,
        "family": aspect.family,
        "name": aspect.name,
        "short": aspect.short,
    }
    if aspect.symbol != USUAL_SYMBOL:
        found["symbol"] = aspect.symbol
    if aspect.familiar:
        found["familiar"] = True
    mapping = (tomli_w.dumps({name: list(elements)}) for name, elements in aspect.frameworks.items())
    return "[[aspect]]\n" + tomli_w.dumps(found) + "".join(f"frameworks.{one}" for one in mapping)


def _prompt(prompt: Prompt) -> str:
    found: dict[str, object] = {"id": prompt.id, "kind": prompt.kind, "text": prompt.text}
    if prompt.plain != prompt.text:
        found["plain"] = prompt.plain
    if prompt.follow_ups:
        found["follow_ups"] = list(prompt.follow_ups)
    if prompt.note:
        found["note"] = prompt.note
    return tomli_w.dumps(found | {"minutes": prompt.minutes})
