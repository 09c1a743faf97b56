"""The promise ledger as paper has it: without authors, with what became of each answer."""

from collections.abc import Iterable

from workshop_app.dates import long_date
from workshop_app.documents.ledger_paper import PaperSaid, PaperVerdict
from workshop_app.domain import progress, replies
from workshop_app.domain.ledger import Entry, Stands, Verdict
from workshop_app.domain.plans import Hands, actions_of
from workshop_app.domain.programme import Programme
from workshop_app.domain.progress import How, Progress, Really
from workshop_app.domain.replies import Reply, Says
from workshop_app.words import translate


def said(programme: Programme, entries: Iterable[Entry], promised: int) -> tuple[PaperSaid, ...]:
    """The entries as paper has them; `promised` are the days until an answer that the school promised."""
    heard = progress.by_promise(programme)
    return tuple(_said(programme, one, promised, heard) for one in entries)


def _said(programme: Programme, entry: Entry, promised: int, heard: dict[str, Progress]) -> PaperSaid:
    ours = entry.stands is Stands.OURS
    trigger = entry.trigger if entry.stands is Stands.WAITING else None
    return PaperSaid(
        title=entry.title,
        ideas=len(entry.idea_ids),
        given_on=entry.given_on,
        days=entry.days,
        verdicts=tuple(_verdict(programme, one, entry, heard) for one in entry.verdicts),
        ours=ours,
        done=_of_plan(programme, entry.plan_id, heard) if ours else "",
        decider=trigger.decider if trigger is not None else "",
        due=trigger.due if trigger is not None else None,
        promised=promised if entry.stands is Stands.WAITING else 0,
    )


def _verdict(programme: Programme, verdict: Verdict, entry: Entry, heard: dict[str, Progress]) -> PaperVerdict:
    """An answer with what became of it: of what was promised in a reply, else of the plan that the idea is in."""
    replied = [one for key in verdict.source_ids if (one := programme.all(Reply).get(key)) is not None]
    done = " ".join(_of_reply(one, heard.get(one.id)) for one in replied)
    if not replied and entry.plan_id:
        done = _of_plan(programme, entry.plan_id, heard)
    return PaperVerdict(
        verdict.kind.value,
        verdict.reason,
        verdict.by,
        verdict.on,
        verdict.passed_to,
        verdict.asked,
        done,
        " ".join(dict.fromkeys(_students_say(programme, one) for one in replied)),
    )


def _students_say(programme: Programme, reply: Reply) -> str:
    """What students said to the answers to that version of the plan; "" while they have not."""
    said = replies.response_to(programme, reply.plan_id, reply.content_hash)
    if said is None:
        return ""
    words = {
        Says.ACCEPT: translate("papers", "Students accept it."),
        Says.COUNTER: translate("papers", "Students offer instead:"),
        Says.MEET: translate("papers", "Students ask to meet."),
    }[said.says]
    return " ".join(part for part in (words, _stopped(said.words)) if part)


def _of_reply(reply: Reply, last: Progress | None) -> str:
    """What was said to happen next, or what happened."""
    if last is not None and last.how is not How.GOING:
        return told(last)
    if not reply.next_step:
        return ""
    when = long_date(reply.due) if reply.due is not None else reply.by_when
    if when:
        return translate("papers", "Next: {step} By {when}.", step=_stopped(reply.next_step), when=when)
    return translate("papers", "Next: {step}", step=_stopped(reply.next_step))


def _of_plan(programme: Programme, plan_id: str, heard: dict[str, Progress]) -> str:
    """How the actions of a plan that are ours go, in one sentence; "" while nothing was said of them."""
    own = [one for one in actions_of(programme, plan_id) if one.hands is not Hands.DECISION]
    known = [heard[one.id] for one in own if one.id in heard]
    if not known:
        return ""
    if len(own) == 1:
        return told(known[0])
    done = sum(one.how is How.DONE and one.really is not Really.NO for one in known)
    return translate("papers", "Done so far: {done} of {all} steps.", done=done, all=len(own))


def told(last: Progress) -> str:
    """What was said of a promise last, with the students' own word on it."""
    how = {
        How.DONE: translate("papers", "Done."),
        How.GOING: translate("papers", "Going."),
        How.STUCK: translate("papers", "Stuck."),
        How.DROPPED: translate("papers", "Dropped."),
    }[last.how]
    really = ""
    if last.really is not None:
        really = {
            Really.YES: translate("papers", "Students say: it really happened."),
            Really.PARTLY: translate("papers", "Students say: only in part."),
            Really.NO: translate("papers", "Students say: it did not happen."),
        }[last.really]
    return " ".join(part for part in (how, _stopped(last.words), really) if part)


def _stopped(words: str) -> str:
    """Somebody's words as a sentence."""
    line = " ".join(words.split())
    return line if not line or line[-1] in ".!?…؟۔" else f"{line}."
