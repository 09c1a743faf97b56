"""A pack in plain words, passage by passage, for the screen and for the terminal alike. Nothing in it is markup."""

from collections.abc import Iterator
from dataclasses import dataclass

from workshop_app.dates import long_date
from workshop_app.domain import answers
from workshop_app.domain.openness import How as Open
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Hands
from workshop_app.domain.progress import How, Really
from workshop_app.domain.replies import Says
from workshop_app.exchange.pack_file import PackFile
from workshop_app.exchange.share_pack import Outcome, PackAction, PackPlan, PackPrompt, PackReply, People
from workshop_app.words import translate


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words under a label; `soft` says more of them in passing. The label is "" where the one before goes on."""

    label: str
    text: str
    soft: str = ""


def source(file: PackFile) -> tuple[str, ...]:
    """Where a pack came from, a line each: the school and year, who approved it, its hash."""
    pack = file.pack
    approved = (
        translate("packs", "Approved by 1 student who made it.")
        if file.approved == 1
        else translate("packs", "Approved by {n} students who made it.", n=file.approved)
    )
    lines = [f"{pack.school} · {pack.year}", approved, translate("packs", "Hash: {hash}", hash=file.hash)]
    if pack.practice:
        lines.insert(1, translate("packs", "It comes from a practice programme. Nothing in it happened."))
    return tuple(lines)


def of_plan(plan: PackPlan) -> tuple[Passage, ...]:
    """All that a plan says and what became of it. Fields without words are left out."""
    return tuple(one for one in _plan(plan) if one.text or one.soft)


def of_prompt(prompt: PackPrompt, text: str) -> Passage:
    """A prompt, with `text` for its words, and what came of it."""
    came = translate(
        "packs", "asked in {n} sessions, {ideas} ideas, {forward} of them taken forward",
        n=prompt.asked, ideas=prompt.ideas, forward=prompt.forward,
    )  # fmt: skip
    return Passage(prompt.aspect, text or translate("packs", "A prompt that this app does not have."), came)


def people(who: People) -> str:
    """Such as "2 students, 1 member of staff"; "" for nobody."""
    one = {
        Role.STUDENT: translate("packs", "1 student"),
        Role.STAFF: translate("packs", "1 member of staff"),
        Role.FAMILY: translate("packs", "1 family member"),
        Role.COMMUNITY: translate("packs", "1 neighbour"),
    }
    many = {
        Role.STUDENT: translate("packs", "{n} students"),
        Role.STAFF: translate("packs", "{n} members of staff"),
        Role.FAMILY: translate("packs", "{n} family members"),
        Role.COMMUNITY: translate("packs", "{n} neighbours"),
    }
    counted = [(role, who.of(role)) for role in Role if who.of(role)]
    return ", ".join(one[role] if n == 1 else many[role].replace("{n}", str(n)) for role, n in counted)


def _plan(plan: PackPlan) -> Iterator[Passage]:
    signed = people(plan.signed)
    yield Passage(
        translate("packs", "The change"),
        plan.change,
        translate("packs", "signed by {who}", who=signed) if signed else "",
    )
    yield Passage(translate("packs", "Why it matters"), plan.why)
    for n, idea in enumerate(plan.ideas):
        label = translate("packs", "The ideas behind it") if n == 0 else ""
        words = idea.text or idea.translation or translate("packs", "A drawing, which stayed at their school.")
        backed = translate("packs", "backed by {n} students", n=idea.students_back)
        yield Passage(label, words, " · ".join(filter(None, (idea.aspect, backed if idea.students_back else ""))))
    yield Passage(translate("packs", "What students know"), plan.students_know)
    yield Passage(translate("packs", "What staff know"), plan.staff_know)
    for n, action in enumerate(plan.actions):
        yield Passage(translate("packs", "Who does what") if n == 0 else "", action.what, _action(action))
    yield Passage(translate("packs", "The first small step"), plan.first_step)
    yield Passage(translate("packs", "Help they have"), plan.help_we_have)
    yield Passage(translate("packs", "How they will know"), plan.how_we_know)
    yield Passage(translate("packs", "What was objected"), plan.objection)
    for one in plan.objections:
        yield Passage("", one.text, translate("packs", "met: {how}", how=one.met) if one.met else "")
    for answer in plan.answers:
        said = answers.name(answer.kind)
        yield Passage(translate("packs", "The answer to idea {n}", n=answer.idea), said, answer.reason)
    for reply in plan.replies:
        yield _reply(reply)
    for response in plan.says:
        yield Passage(translate("packs", "What the students said to that"), _says(response.says), response.words)
    for n, limit in enumerate(plan.not_open):
        label = translate("packs", "What was not open") if n == 0 else ""
        yield Passage(label, f"{limit.aspect}: {_open(limit.how)}", ". ".join(filter(None, (limit.whose, limit.why))))


def _action(action: PackAction) -> str:
    parts = [people(action.owners)]
    if action.hands is Hands.DECISION:
        parts.append(
            translate(
                "packs", "the decision is with: {who}", who=action.asked_of or translate("packs", "whoever decides")
            )
        )
    if action.by is not None:
        parts.append(translate("packs", "by {day}", day=long_date(action.by)))
    if action.done_looks:
        parts.append(translate("packs", "done looks like: {words}", words=action.done_looks))
    return "\n".join(filter(None, (" · ".join(filter(None, parts)), _became(action.became))))


def _reply(reply: PackReply) -> Passage:
    label = translate("packs", "The reply to ask {n}", n=reply.ask)
    more = [reply.reason, translate("packs", "It was to version {n} of the plan.", n=reply.version)]
    if reply.passed_to:
        more.append(translate("packs", "It went on to {whom}.", whom=reply.passed_to))
    if reply.next_step:
        more.append(translate("packs", "What happens next: {step} {when}", step=reply.next_step, when=reply.by_when))
    more.append(_became(reply.became))
    return Passage(label, answers.name(reply.kind), "\n".join(one.strip() for one in more if one.strip()))


def _became(became: Outcome) -> str:
    if became.how is None:
        return ""
    words = {
        How.GOING: translate("packs", "It is going."),
        How.DONE: translate("packs", "It is done."),
        How.STUCK: translate("packs", "It is stuck."),
        How.DROPPED: translate("packs", "It was dropped."),
    }
    really = {
        Really.YES: translate("packs", "Students say: it really happened."),
        Really.PARTLY: translate("packs", "Students say: it happened in part."),
        Really.NO: translate("packs", "Students say: it did not happen."),
    }
    told = really[became.really] if became.really is not None else ""
    return " ".join(filter(None, (words[became.how], became.words, told)))


def _says(says: Says) -> str:
    words = {
        Says.ACCEPT: translate("packs", "They accepted it."),
        Says.COUNTER: translate("packs", "They made a counter-offer."),
        Says.MEET: translate("packs", "They asked to meet."),
    }
    return words[says]


def _open(how: Open) -> str:
    words = {
        Open.OPEN: translate("packs", "open"),
        Open.LIMITED: translate("packs", "open in part"),
        Open.FIXED: translate("packs", "fixed"),
        Open.KEPT_OUT: translate("packs", "kept out for now"),
    }
    return words[how]
