"""A programme that has sent a plan with two asks, and the ways in which its paper comes home."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pikepdf

from tests.cli import typed
from tests.exchange import forms
from workshop_app.domain import plans, signing
from workshop_app.domain.facts import Happened
from workshop_app.domain.plans import Hands, Plan
from workshop_app.exchange import found, reply_child, returned
from workshop_app.exchange.pdf_safe import RefusedError
from workshop_app.workspace import Workspace

ASKS = ("May we ask halfway, in every class?", "May we have ten minutes in the staff meeting?")
SIGNERS = ("Siân", "Nguyễn", "Mr A.")
FILLED = {
    "ask1.answer": "yes",
    "ask2.answer": "not-yet",
    "ask2.reason": "After the exams — Łukasz is right, but not now",
    "ask2.next": "I put it on the list",
    "ask2.by_whom": "Ms H.",
    "ask2.by_when": "14 dec",
    "decided_by": "Ms H., head",
    "decided_on": "27/11/2026",
}


def asking_plan(workspace: Workspace, title: str = "Ask us halfway") -> str:
    """A plan with two asks, signed; its id."""
    plan_id = typed.write_plan(workspace, title)
    for what in ASKS:
        asked = {"hands": Hands.DECISION, "owner_ids": [], "asked_of": "The head", "by": date(2026, 12, 20)}
        workspace.perform("add-action", plans.add_action, plan_id, new_id=workspace.new_id(), what=what, **asked)
    typed.sign(workspace, plan_id, *SIGNERS)
    return plan_id


def next_version(workspace: Workspace, plan_id: str, why: str = "We thought again") -> None:
    """Reopen a plan, change it, and have it signed anew."""
    workspace.perform("reopen-plan", signing.reopen, plan_id)
    workspace.perform("write-plan", plans.write, plan_id, "why", why)
    typed.sign(workspace, plan_id, *SIGNERS)


def sealed(workspace: Workspace, plan_id: str) -> str:
    return workspace.programme.get(Plan, plan_id).sealed or ""


def send(workspace: Workspace, plan_id: str, *, faces: bool = True) -> bytes:
    """Send a small paper of a plan, and put it on record as the outbox does; its bytes."""
    text = sealed(workspace, plan_id)
    pdf = forms.made(text, ASKS)
    about = {"what": "plan", "plan": plan_id, "file": "plan.pdf", "hash": signing.content_hash(text), "version": 1}
    kept = returned.on_record(pdf) if faces else {"size": len(pdf)}
    workspace.record(Happened.EXPORTED, {**about, **kept}, {plan_id})
    return pdf


def in_process(command, data: bytes, _limits: object) -> bytes:
    """The child's own code in this process: for the many cases of which none is hostile."""
    try:
        return found.encoded(reply_child.read(data, int(command[2])))
    except RefusedError as error:
        return found.encoded(found.Found(fault=error.fault))
    except (pikepdf.PikepdfError, ValueError, TypeError, AttributeError, LookupError):
        return found.encoded(found.Found(fault=found.Fault.BROKEN))


def put(folder: Path, data: bytes, name: str = "answer.pdf") -> Path:
    place = folder / name
    place.write_bytes(data)
    return place


Change = Callable[[pikepdf.Pdf], object]
