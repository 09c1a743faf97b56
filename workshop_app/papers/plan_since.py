"""What lies behind a new version of a plan: which one the head knows, what was decided, and what is otherwise."""

from collections.abc import Sequence

from workshop_app import sealed, versions
from workshop_app.dates import long_date
from workshop_app.documents.paper import PaperSince
from workshop_app.domain import answers, replies, signing
from workshop_app.domain.errors import DomainError
from workshop_app.domain.facts import Fact, Happened
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import Programme
from workshop_app.domain.replies import Reply, Says
from workshop_app.words import translate


def since(programme: Programme, plan: Plan, facts: Sequence[Fact]) -> tuple[PaperSince | None, frozenset[str]]:
    """What to say of the newest earlier version that went out or was answered, and the ids that this shows.

    None where the head knows no earlier one, or where the words of it can't be read here.
    """
    if plan.sealed is None:
        return None, frozenset()
    sent = {fact.data.get("hash") for fact in facts if fact.what is Happened.EXPORTED}
    for text in reversed(plan.earlier):
        words = signing.content_hash(text)
        given = replies.replies_to(programme, plan.id, words)
        if words not in sent and not given:
            continue
        try:
            before, now = sealed.read(text), sealed.read(plan.sealed)
        except DomainError:
            return None, frozenset()
        said = replies.response_to(programme, plan.id, words)
        offer = said.words if said is not None and said.says is Says.COUNTER else ""
        shown = {one.id for one in given} | ({said.id} if said is not None and offer else set())
        return PaperSince(before.version, _decided(given), offer, versions.changed(before, now)), frozenset(shown)
    return None, frozenset()


def _decided(given: Sequence[Reply]) -> str:
    """Who decided what and when, such as "yes with changes · Ms Price, Head, 3 December 2026"."""
    if not given:
        return ""
    kinds = ", ".join(dict.fromkeys(answers.name(one.kind) for one in given))
    last = max(given, key=lambda one: (one.added_at, one.id))
    return translate(
        "papers", "{answer} · {who}, {date}", answer=kinds, who=last.decided_by, date=long_date(last.decided_on)
    )
