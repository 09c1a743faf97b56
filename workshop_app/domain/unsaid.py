"""What becomes of plans, and of what followed them, when an idea is set aside unseen: they say its words no more."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from workshop_app.domain import consent, expertise, quoting
from workshop_app.domain.ideas import Idea
from workshop_app.domain.plans import TEXTS, Action, Plan, quote
from workshop_app.domain.programme import Editing, Programme
from workshop_app.domain.progress import Progress
from workshop_app.domain.replies import Reply, Response
from workshop_app.domain.sharing import let_go

_NO_WORDS = ("format", "hands", "how", "id", "kind", "plan", "role")  # of a sealed text: nobody wrote them
# What is said to plans and promises may quote an idea.
_FOLLOWED: dict[type[Any], tuple[str, ...]] = {
    Progress: ("words",),
    Reply: ("reason", "next_step"),
    Response: ("words",),
}


def take_out(editing: Editing, programme: Programme, idea: Idea, former: Sequence[str] = ()) -> None:
    """Take an idea, its words and what was said about it out of every plan; a closed one opens as its next version.

    Nor is it quoted any more in what was said to plans and promises. `former` are words that it said before. Earlier
    versions that say any of them are kept no longer, and packs for other schools are to be looked at anew.
    """
    let_go(editing, programme)
    words = [idea.text, idea.translation, *former, *_said_about(programme, idea.id)]
    for plan in programme.all(Plan).values():
        editing.set(plan, earlier=tuple(one for one in plan.earlier if not _says(one, words)))
        if idea.id in plan.idea_ids:
            rest = tuple(idea_id for idea_id in plan.idea_ids if idea_id != idea.id)
            texts = {field: _rid_of(words, getattr(plan, field)) for field in TEXTS}
            texts["title"] = _rid_of(words, plan.title) or quoting.CUT
            reopened: dict[str, Any] = {"sealed": None, "version": plan.version + 1, "absent": ()}
            editing.set(plan, idea_ids=rest, **texts, **(reopened if plan.sealed is not None else {}))
            for action in [one for one in programme.all(Action).values() if one.plan_id == plan.id]:
                what = _rid_of(words, action.what) or quoting.CUT
                editing.set(action, what=what, done_looks=_rid_of(words, action.done_looks))
    for kind, names in _FOLLOWED.items():
        for one in programme.all(kind).values():
            editing.set(one, **{name: _without(words, getattr(one, name)) for name in names})


def _says(sealed: str, words: Sequence[str]) -> bool:
    """Whether a sealed text says any of the words; short ones only count where they are all that is said."""
    try:
        said = list(_texts(json.loads(sealed)))
    except ValueError:
        said = [sealed]
    return any(quoting.holds(text, one) for text in said for one in words)


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for one in [value[name] for name in value if name not in _NO_WORDS] if isinstance(value, dict) else value:
            yield from _texts(one)


def _said_about(programme: Programme, idea_id: str) -> list[str]:
    known = expertise.about(programme, idea_id)
    sides = [getattr(known, field) for field in expertise.FIELDS.values()] if known else []
    objections = consent.objections(programme, idea_id)
    return [*sides, *(one.text for one in objections), *(one.met for one in objections)]


def _without(words: Sequence[str], text: str) -> str:
    for one in words:
        text = quoting.without(text, one)
    return text


def _rid_of(words: Sequence[str], text: str) -> str:
    """A text without the lines that quote these words, and without the words; nothing where only signs are left."""
    quotes = [quote(one) for one in words if one]
    kept = [line for line in text.splitlines() if not any(quote in line for quote in quotes)]
    left = "\n".join(kept) if len(kept) < len(text.splitlines()) else text
    left = _without(words, left)
    return left if left == text or any(letter.isalnum() for letter in left) else ""
