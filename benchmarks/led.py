"""A made-up year that was led by agendas: its facts, and a session that is on."""

from pathlib import Path

from benchmarks import sample
from workshop_app.domain import sessions
from workshop_app.domain.facts import Happened
from workshop_app.domain.sessions import Session, in_order, prompts_of
from workshop_app.facilitation import agendas
from workshop_app.facilitation.clock import START
from workshop_app.workspace import Workspace

MINUTES = 100


def write(path: Path, count: int, *, meetings: int, facts: int) -> None:
    """As `sample.write`, with `facts` of the sessions on record. The last session has an agenda, and its clock ran."""
    sample.write(path, count, meetings=meetings, page="people")
    workspace = sample.opened(path)
    try:
        held = in_order(workspace.programme)
        for number, session in enumerate(held):
            _put(workspace, session, facts * (number + 1) // meetings - facts * number // meetings)
        template = agendas.for_minutes(agendas.load(), MINUTES)
        phases = agendas.phases(template, held[-1].id, sample.new_id)
        workspace.perform("agenda", sessions.change_agenda, held[-1].id, phases)
    finally:
        workspace.close()


def _put(workspace: Workspace, session: Session, count: int) -> None:
    """What a session leaves on record: its clock started, then its prompts were asked, some of them twice."""
    asked = prompts_of(workspace.programme, session.id)
    workspace.record(Happened.CLOCK, {"session": session.id, "what": START, "elapsed": 0.0})
    for number in range(1, count):
        put = asked[min(number * len(asked) // count, len(asked) - 1)]
        elapsed = session.minutes * 60.0 * number / count
        workspace.record(Happened.ASKED, {"session": session.id, "asked": put.id, "elapsed": elapsed})
