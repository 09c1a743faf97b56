"""A programme in which everything that students must not see says CANARY, found by walking the domain's dataclasses.

Every text field of every kind is decided here, one way or the other: a field that is new has to be put in one of the
two lists before the tests pass again.
"""

from dataclasses import fields, replace
from typing import Any

from tests.storage import followed, guided
from tests.ui.rich import Rich
from workshop_app.domain import choosing, ideas, openness, people, sessions, signing
from workshop_app.domain.face_down import Backing, Entry
from workshop_app.domain.kinds import KINDS
from workshop_app.domain.people import Role
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.sessions import Asked
from workshop_app.domain.sharing import Sharing
from workshop_app.domain.signing import Signature

CANARY = "CANARY"
KINDS_TO_WALK: dict[str, type[Any]] = {**KINDS, "entry": Entry, "backing": Backing}

# What students see on the shared screen, at some time or other.
SHOWN = {
    "about": {"school", "year"},  # the school's name is on its door
    "asked": {"aspect", "label", "family", "text", "plain", "symbol"},  # of a prompt that is on
    "theme": {"name"},
    "idea": {"text", "label", "family", "translation"},  # of one that lies on the board
    "openness": {"aspect", "family", "whose", "why"},  # of the aspect that is asked about
    "asset": {"what"},  # of one that is on the map; never who would ask
    "promise": {"protected_time", "who_decides", "budget", "told_when_overdue"},  # while we ask whether it was kept
}
# What they never see there. Names, because nobody was asked whether theirs may stand on a wall; plans, signatures,
# answers' reasons and objections have their own place, which is not beside the board.
HIDDEN = {
    "person": {"name", "post"},
    "asked": {"note", "follow_ups"},
    "idea": {"because"},
    "plan": {
        *("title", "change", "how_we_know", "why", "students_know", "staff_know", "help_we_have", "objection"),
        *("first_step", "sealed", "earlier", "came_from"),
    },
    "action": {"what", "asked_of", "done_looks"},
    "signature": {"name", "words", "post"},
    "expertise": {"students", "staff", "families"},
    "answer": {"reason", "by", "passed_to"},
    "honest_no": {"need", "who_could_change", "small_try", "students_say"},
    "objection": {"text", "met"},
    "care": {"lead", "about_staff", "about_head"},
    "reflection": {"uncomfortable", "we_change"},
    "progress": {"words"},
    "promise": {"signed_by", "post", "words"},
    "headcount": {"question"},
    "trigger": {"decider"},
    "told": {"by"},
    "reply": {"reason", "passed_to", "next_step", "by_whom", "by_when", "decided_by"},
    "response": {"words"},
    "sharing": {"title", "question", "answer", "sealed", "hidden"},
    "entry": {"text", "translation"},  # until it is revealed
}
# Keys, hashes and names of the app's own things: nobody wrote them.
KEYS = {
    *("id", "session", "asked", "idea", "aspects", "present", "template", "picked", "content_hash", "idea_ids"),
    *("owner_ids", "absent", "asset_ids", "plan_ids", "prompt_ids", "approved", "answers_pack"),
}
MADE = {"because", "sealed", "earlier"}  # canaries come into these by what is done, not by being put there
DRAFTS = (
    *("people/name", "reply/by", "bring-in/paste", "lead/capture", "prepare/openness"),
    *("lead/capture/{asked}", "card/{idea}", "aside/{idea}", "answer/{idea}/reason", "answer/{idea}/by"),
    *("answer/{idea}/to", "objection/{idea}", "honest-no/{idea}"),
    *("answer/together/{idea}/reason", "answer/together/{idea}/by", "must/{idea}/who", "told/by", "promise/sign/name"),
)


def texts_of(kind: type[Any]) -> set[str]:
    """The fields of a kind that hold text, without keys."""
    named = {one.name for one in fields(kind) if "str" in str(one.type) and "Stroke" not in str(one.type)}
    return {name for name in named if name not in KEYS and not name.endswith("_id")}


def undecided() -> list[str]:
    """Text fields of which nobody has said whether students may see them, and fields that are there no more."""
    found = []
    for name, kind in KINDS_TO_WALK.items():
        said = SHOWN.get(name, set()) | HIDDEN.get(name, set())
        found += [f"{name}.{field}" for field in texts_of(kind) ^ said]
    return found


def programme(made: Rich) -> str:
    """Fill a programme with canaries; the id of its session, which is on. Still open."""
    space = made.workspace
    roles = (*(Role.STUDENT,) * 3, Role.STAFF, Role.FAMILY, Role.COMMUNITY)
    group = [made.person(f"{CANARY} {letter}", role) for letter, role in zip("ABCDEF", roles, strict=True)]
    session = made.session(("teaching", "decisions", "food"))
    asked = [one.id for one in sessions.prompts_of(space.programme, session)]
    kept = made.ideas(*(f"Idea tok{number}z of ours" for number in range(14)))
    guided.guide(space, session, asked, kept, group)
    space.perform("back", choosing.back, kept[0], students=3, adults=1)
    followed.follow_through(space, session, kept, group)
    space.perform("end-session", sessions.end, session, False)
    made.theme("Learning", *kept[:3])
    made.theme("Being well", kept[3])
    _gone(made, kept)
    plan = made.plan(kept[5], group[0])
    space.perform("fill", _fill)
    space.perform("change-role", people.change_role, group[0], Role.STUDENT)  # who has no post, and signs at once
    _closed_twice(made, plan)
    pen = [[(0.1 + n / 40, 0.5 + (n % 5) / 20) for n in range(30)]]
    space.perform("sign", signing.sign, plan, group[0], new_id=space.new_id(), at=space.now(), strokes=pen)
    space.perform("fill", _fill, only=Signature)
    entry = Entry(session, asked[1], Role.STUDENT, f"{CANARY} entry", f"{CANARY} entry.translation")
    space.put_private(entry, entry, Backing(session, kept[6], Role.STUDENT))
    for key in DRAFTS:
        for one in asked:
            for idea in kept[:8]:
                space.save_draft(key.format(asked=one, idea=idea), f"{CANARY} draft {key}")
    made.page("lead")
    return session


def _closed_twice(made: Rich, plan: str) -> None:
    """What was closed before is kept with the plan, and a pack that students approve holds plans too."""
    space = made.workspace
    space.perform("close-plan", signing.close_for_signing, plan)
    space.perform("reopen-plan", signing.reopen, plan)
    space.perform("close-plan", signing.close_for_signing, plan)
    pack = next(iter(space.programme.all(Sharing).values()))
    space.perform("fill", _adding(replace(pack, id=space.new_id(), sealed=f"{CANARY} sharing.sealed")))


def _gone(made: Rich, kept: list[str]) -> None:
    """What was taken off the board, a theme that was dissolved, a prompt that was dropped, another aspect's limits."""
    space = made.workspace
    space.perform("reword", ideas.reword, kept[12], f"{CANARY} aside")
    space.perform("say-too", ideas.translated, kept[12], f"{CANARY} aside.translation")
    space.perform("set-aside", ideas.set_idea_aside, kept[12], f"{CANARY} because")
    space.perform("reword", ideas.reword, kept[13], f"{CANARY} unseen")
    space.take_unseen(kept[13])
    dissolved = made.theme(f"{CANARY} dissolved", kept[4])
    space.perform("dissolve-theme", ideas.dissolve_theme, dissolved, [(0.0, 0.0)])
    dropped = next(iter(space.programme.all(Asked).values()))
    extra = replace(dropped, id=space.new_id(), text=f"{CANARY} dropped", plain=f"{CANARY} dropped", dropped=True)
    space.perform("fill", _adding(extra))
    space.perform(
        "declare",
        openness.declare,
        new_id=space.new_id(),
        at=space.now(),
        aspect_id="toilets",
        aspect=f"{CANARY} aspect",
        family="days",
        how=openness.How.FIXED,
        whose=f"{CANARY} whose",
        why=f"{CANARY} why",
    )


def _adding(entity: object) -> Any:
    def add(programme: Programme) -> Outcome:
        editing = Editing(programme)
        editing.add(entity)
        return editing.outcome()

    return add


def _fill(programme: Programme, only: type[Any] | None = None) -> Outcome:
    """A canary in every hidden text field of every entity there is."""
    editing = Editing(programme)
    for name, hidden in HIDDEN.items():
        kind = KINDS.get(name)
        if kind is None or (only is not None and kind is not only):
            continue
        for entity in programme.all(kind).values():
            said = {field: f"{CANARY} {name}.{field}" for field in hidden if field not in MADE}
            editing.set(entity, **{field: _like(getattr(entity, field), text) for field, text in said.items()})
    return editing.outcome()


def _like(before: object, text: str) -> object:
    return (text,) if isinstance(before, tuple) else text


def missing(programme: Programme) -> list[str]:
    """Hidden fields of which there is no canary in a programme: the test would be blind to them."""
    found = []
    for name, hidden in HIDDEN.items():
        if name in KINDS:
            there = list(programme.all(KINDS[name]).values())
            found += [f"{name}.{one}" for one in hidden if not any(CANARY in str(getattr(it, one)) for it in there)]
    return found
