"""The one list of answers, from card to paper: yes, yes with changes, not yet, no, passed on.

Each but "yes" carries a reason that the students will see. An idea that is parked is one answered "not yet".
A "no" is only given where the path of honest_no.py was walked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.texts import LONG, SHORT, optional_line, wanted
from workshop_app.words import translate


class Kind(StrEnum):
    """The answers there are."""

    YES = "yes"
    WITH_CHANGES = "yes-with-changes"
    NOT_YET = "not-yet"
    NO = "no"
    PASSED_ON = "passed-on"

    @property
    def needs_reason(self) -> bool:
        """Every answer but a plain yes."""
        return self is not Kind.YES


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to an idea. `by` names who gives it, `passed_to` to whom it went on (only for "passed on")."""

    id: str
    idea_id: str
    kind: Kind
    reason: str
    by: str
    passed_to: str
    added_at: datetime
    withdrawn: bool = False


def answer(
    programme: Programme,
    *,
    new_id: str,
    at: datetime,
    idea_id: str,
    kind: Kind,
    reason: str = "",
    by: str = "",
    passed_to: str = "",
) -> Outcome:
    """Answer an idea; an earlier answer stays on record and no longer counts.

    DomainError for a "no" whose path is not settled: `honest_no.settle` gives the first one.
    """
    from workshop_app.domain import honest_no  # a path ends with an answer, so it can't be known any earlier

    if kind is Kind.NO and honest_no.walked(programme, idea_id) is None:
        raise DomainError(
            translate(
                "answers",
                "A no takes the honest path first: the need, the rule, and what students say.",
            )
        )
    editing = Editing(programme)
    add_to(
        editing, programme, new_id=new_id, at=at, idea_id=idea_id, kind=kind, reason=reason, by=by, passed_to=passed_to
    )
    return editing.outcome()


def add_to(
    editing: Editing,
    programme: Programme,
    *,
    new_id: str,
    at: datetime,
    idea_id: str,
    kind: Kind,
    reason: str,
    by: str,
    passed_to: str,
) -> None:
    """As `answer`, as part of a larger change."""
    programme.get(Idea, idea_id)
    reason_line, to_line = translate("answers", "The reason"), translate("answers", "To whom it goes on")
    checked = Answer(
        new_id,
        idea_id,
        kind,
        wanted(reason, reason_line, LONG) if kind.needs_reason else optional_line(reason, reason_line, LONG),
        optional_line(by, translate("answers", "Who answers"), SHORT),
        wanted(passed_to, to_line, SHORT) if kind is Kind.PASSED_ON else "",
        at,
    )
    before = answer_to(programme, idea_id)
    if before is not None:
        editing.set(before, withdrawn=True)
    editing.add(checked)


def answer_theme(
    programme: Programme,
    *,
    new_ids: Sequence[str],
    at: datetime,
    idea_ids: Sequence[str],
    kind: Kind,
    reason: str = "",
    by: str = "",
    passed_to: str = "",
) -> Outcome:
    """Give ideas of a theme that wait for an answer one and the same, in one step; `new_ids` holds two ids for each.

    DomainError where one of them has an answer meanwhile. For a "no" one idea of the theme has walked the honest path:
    it stands for all of them, and is written to each, so that every "no" has its own (see docs/adr/0017).
    """
    from workshop_app.domain import honest_no  # as above

    answered = by_idea(programme)
    if any(idea_id in answered for idea_id in idea_ids):
        raise DomainError(translate("answers", "One of them was answered meanwhile. Look again."))
    editing = Editing(programme)
    if kind is Kind.NO:
        honest_no.walk_together(editing, programme, new_ids=new_ids[len(idea_ids) :], at=at, idea_ids=idea_ids)
    for new_id, idea_id in zip(new_ids[: len(idea_ids)], idea_ids, strict=True):
        said = {"kind": kind, "reason": reason, "by": by, "passed_to": passed_to}
        add_to(editing, programme, new_id=new_id, at=at, idea_id=idea_id, **said)  # type: ignore[arg-type]
    return editing.outcome()


def withdraw_answer(programme: Programme, answer_id: str) -> Outcome:
    """Take an answer back: the idea waits for one again, and so does its path if the answer had settled it."""
    from workshop_app.domain import honest_no  # as above

    editing = Editing(programme)
    withdrawn = programme.get(Answer, answer_id)
    editing.set(withdrawn, withdrawn=True)
    path = honest_no.path_of(programme, withdrawn.idea_id)
    if path is not None and answer_to(programme, withdrawn.idea_id) == withdrawn:
        editing.set(path, settled=False)
    return editing.outcome()


def answer_to(programme: Programme, idea_id: str) -> Answer | None:
    """The answer that counts for an idea; None while it waits."""
    own = [one for one in programme.all(Answer).values() if one.idea_id == idea_id and not one.withdrawn]
    return own[-1] if own else None


def by_idea(programme: Programme) -> dict[str, Answer]:
    """The answer that counts for each idea that has one, by the idea's id: for lists, in one pass."""
    return {one.idea_id: one for one in programme.all(Answer).values() if not one.withdrawn}


def name(kind: Kind) -> str:
    """An answer in words."""
    names = {
        Kind.YES: translate("answers", "yes"),
        Kind.WITH_CHANGES: translate("answers", "yes with changes"),
        Kind.NOT_YET: translate("answers", "not yet"),
        Kind.NO: translate("answers", "no"),
        Kind.PASSED_ON: translate("answers", "passed on"),
    }
    return names[kind]


class Given(Protocol):
    """An answer to an idea, or the reply to an ask of a plan."""

    @property
    def kind(self) -> Kind: ...  # noqa: D102
    @property
    def passed_to(self) -> str: ...  # noqa: D102
    @property
    def reason(self) -> str: ...  # noqa: D102


def named(answer: Given) -> str:
    """An answer with the one whom it went on to, such as "passed on to the governors"."""
    words = name(answer.kind)
    if answer.passed_to:
        return translate("answers", "{answer} to {whom}", answer=words, whom=answer.passed_to)
    return words
