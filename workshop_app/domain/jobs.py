"""Jobs that students hold in a session, so that the adult is not the only one who runs it."""

from dataclasses import dataclass
from enum import StrEnum

from workshop_app.domain.errors import DomainError
from workshop_app.domain.people import Person
from workshop_app.domain.programme import Editing, Outcome, Programme
from workshop_app.domain.sessions import Session
from workshop_app.words import translate


class Task(StrEnum):
    """What there is to do."""

    TIMEKEEPER = "timekeeper"
    READER = "reader"
    MOVER = "mover"


@dataclass(frozen=True, slots=True)
class Job:
    """Who holds a job in a session; `person_id` is None where nobody holds it any more."""

    id: str
    session_id: str
    task: Task
    person_id: str | None


def give(programme: Programme, *, new_id: str, session_id: str, task: Task, person_id: str | None) -> Outcome:
    """Give a job to a student, or to nobody. One person may hold several."""
    programme.get(Session, session_id)
    if person_id is not None and not programme.get(Person, person_id).role.is_student:
        raise DomainError(translate("jobs", "Jobs are for students. Adults have enough of them."))
    known = next((job for job in of_session(programme, session_id) if job.task is task), None)
    editing = Editing(programme)
    if known is not None:
        editing.set(known, person_id=person_id)
    elif person_id is not None:
        editing.add(Job(new_id, session_id, task, person_id))
    return editing.outcome()


def of_session(programme: Programme, session_id: str) -> list[Job]:
    """The jobs that were given in a session."""
    return [job for job in programme.all(Job).values() if job.session_id == session_id]


def holder(programme: Programme, session_id: str, task: Task) -> Person | None:
    """Who holds a job in a session; None where nobody does, or who held it left the group."""
    for job in of_session(programme, session_id):
        if job.task is task and job.person_id is not None:
            person = programme.all(Person).get(job.person_id)
            return person if person is not None and not person.left else None
    return None


def name(task: Task) -> str:
    """What a job is called."""
    names = {
        Task.TIMEKEEPER: translate("jobs", "Timekeeper"),
        Task.READER: translate("jobs", "Reader"),
        Task.MOVER: translate("jobs", "Mover"),
    }
    return names[task]
