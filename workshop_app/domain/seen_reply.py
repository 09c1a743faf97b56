"""What was answered to a plan, as the audience sees it: what was asked, the answer with its reason, and who gave it.

Whoever decides is named: students are owed that. How it came home, and what was withdrawn, stays behind.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SeenReply:
    """One ask with its answer: `kind` is a value of answers.Kind, `named` says it in words, `after` what comes next."""

    number: int
    what: str
    kind: str
    named: str
    reason: str
    after: str


@dataclass(frozen=True, slots=True)
class SeenAnswer:
    """The answers to one version of a plan. `by` and `on` tell who decided and when, in words."""

    title: str
    by: str
    on: str
    replies: tuple[SeenReply, ...]
