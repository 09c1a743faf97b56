"""What comes in from other schools' packs: opened, and put on record; taken over as a plan or a prompt of our own."""

from dataclasses import replace
from pathlib import Path

from workshop_app.domain import taking_over
from workshop_app.domain.errors import DomainError
from workshop_app.domain.facts import Happened
from workshop_app.domain.plans import TEXTS
from workshop_app.domain.taking_over import Work
from workshop_app.domain.texts import SHORT, tidy, tidy_lines
from workshop_app.exchange.pack_file import PackFile
from workshop_app.exchange.share_pack import PackPrompt
from workshop_app.facilitation.bank import KINDS, Aspect, Bank, Prompt
from workshop_app.facilitation.pack_editing import with_aspect, with_prompt
from workshop_app.facilitation.pack_ids import free, slug
from workshop_app.facilitation.pack_in import LONGEST_NAME, LONGEST_TEXT, USUAL_KIND, USUAL_SYMBOL
from workshop_app.facilitation.packs import Pack
from workshop_app.facilitation.prompts import LONGEST_MINUTES, LONGEST_SHORT
from workshop_app.pack_shelf import Kept, PackShelf
from workshop_app.prompt_shelf import PromptShelf
from workshop_app.words import translate
from workshop_app.workspace import Workspace


def open_pack(shelf: PackShelf, path: Path, workspace: Workspace | None = None) -> Kept:
    """Read and keep a pack; put on record that it came in, once. UnreadableError or StorageError if that can't be."""
    kept = shelf.open(path)
    if workspace is not None and not any(
        fact.what is Happened.TAKEN_IN and fact.data.get("hash") == kept.file.hash for fact in workspace.facts
    ):
        workspace.record(Happened.TAKEN_IN, {**_about(kept.file), "file": path.name})
    return kept


def take_plan(workspace: Workspace, file: PackFile, place: int) -> str:
    """Make a plan of our own of the one at `place`, from 0; its id. DomainError if that can't be done."""
    plan = file.pack.plans[place]
    plan_id = workspace.new_id()
    took = {**_about(file), "file": "", "took": "plan", "plan": plan_id}
    workspace.perform_on_record(
        "take-plan-over",
        workspace.fact(Happened.TAKEN_IN, took),
        taking_over.take_over,
        new_id=plan_id,
        action_ids=[workspace.new_id() for _ in plan.actions],
        at=workspace.now(),
        title=plan.title,
        came_from=file.pack.school,
        texts={name: getattr(plan, name) for name in TEXTS},
        work=[Work(one.what, one.hands, one.asked_of, one.done_looks) for one in plan.actions],
    )
    return plan_id


def take_prompt(shelf: PromptShelf, file: PackFile, prompt: PackPrompt) -> Pack:
    """Put a prompt into our own library, in a pack named after the school; that pack as it is now.

    DomainError for a built-in one, which is here already; PromptPackError or StorageError if it can't be kept.
    """
    if prompt.built_in or not tidy(prompt.text):
        raise DomainError(translate("packs", "This prompt is on every laptop already."))
    name = _short(translate("packs", "From {school}", school=file.pack.school), LONGEST_NAME)
    pack = next((one for one in shelf.packs if one.name == name), None)
    pack = pack or Pack(free(slug(name, "shared"), {one.id for one in shelf.packs}), name)
    if any(one.text == _short(prompt.text, LONGEST_TEXT) for one in pack.all_prompts()):
        raise DomainError(translate("packs", "This prompt is in “{name}” already.", name=name))
    made = _prompt(prompt, shelf.new_prompt_id(pack, prompt.text))
    known = {aspect.id for aspect in shelf.built_in.aspects}
    if prompt.aspect_id in known:
        pack = with_prompt(pack, replace(made, aspect_id=prompt.aspect_id))
    else:
        pack = _in_own_aspect(shelf, pack, prompt, made)
    shelf.keep(pack)
    return pack


def is_known(bank: Bank, prompt: PackPrompt) -> Prompt | None:
    """The built-in prompt that a pack names by its id; None where this app has none of it."""
    found = (one for aspect in bank.aspects for one in aspect.prompts if one.id == prompt.id)
    return next(found, None) if prompt.built_in else None


def _in_own_aspect(shelf: PromptShelf, pack: Pack, prompt: PackPrompt, made: Prompt) -> Pack:
    families = [family.id for family in shelf.built_in.families]
    name = _short(prompt.aspect or translate("packs", "Other questions"), LONGEST_NAME)
    there = next((one for one in pack.aspects if one.name == name), None)
    if there is not None:
        return with_prompt(pack, replace(made, aspect_id=there.id))
    aspect = Aspect(
        id=shelf.new_aspect_id(pack, name),
        family=prompt.family if prompt.family in families else families[0],
        name=name,
        short=tidy(prompt.short or name)[:LONGEST_SHORT].strip(),
        symbol=USUAL_SYMBOL,
        familiar=False,
        frameworks={},
        prompts=(),
    )
    return with_aspect(pack, replace(aspect, prompts=(replace(made, aspect_id=aspect.id),)))


def _prompt(prompt: PackPrompt, new_id: str) -> Prompt:
    text = _short(prompt.text, LONGEST_TEXT)
    return Prompt(
        id=new_id,
        aspect_id="",
        kind=prompt.kind if prompt.kind in KINDS else USUAL_KIND,
        text=text,
        plain=_short(prompt.plain, LONGEST_TEXT) or text,
        follow_ups=tuple(tidy(one) for one in prompt.follow_ups if tidy(one)),
        note="",
        minutes=min(LONGEST_MINUTES, max(1, prompt.minutes)),
    )


def _short(text: str, most: int) -> str:
    line = tidy(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _about(file: PackFile) -> dict[str, str]:
    pack = file.pack
    return {"what": "pack", "pack": pack.pack, "hash": file.hash, "school": _short(tidy_lines(pack.school), SHORT)}
