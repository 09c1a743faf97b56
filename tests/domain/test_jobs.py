"""Jobs are held by students who are in the group, one holder each."""

import pytest
from hypothesis import given

from tests.domain.small import small
from tests.strategies import History, calm, histories
from workshop_app.domain import jobs
from workshop_app.domain.errors import DomainError
from workshop_app.domain.jobs import Job, Task, holder, of_session
from workshop_app.domain.people import Person, leave_group
from workshop_app.domain.programme import Outcome, Programme
from workshop_app.domain.sessions import Session


def given_to(programme: Programme, new_id: str, task: Task, person: str | None) -> Outcome:
    return jobs.give(programme, new_id=new_id, session_id="s", task=task, person_id=person)


@calm
@given(histories())
def test_each_job_is_in_a_session_once(past: History):
    for programme in past.states:
        for session in programme.all(Session):
            tasks = [job.task for job in of_session(programme, session)]
            assert len(set(tasks)) == len(tasks)


def test_a_job_goes_from_hand_to_hand():
    programme = given_to(small(), "one", Task.READER, "ana").programme
    programme = given_to(programme, "two", Task.MOVER, "ana").programme
    assert (holder(programme, "s", Task.READER), holder(programme, "s", Task.TIMEKEEPER)) == (
        programme.get(Person, "ana"),
        None,
    )
    programme = given_to(programme, "three", Task.READER, "bo").programme
    assert [(job.id, job.person_id) for job in of_session(programme, "s")] == [("one", "bo"), ("two", "ana")]
    programme = given_to(programme, "four", Task.READER, None).programme
    assert holder(programme, "s", Task.READER) is None
    assert holder(programme, "s", Task.MOVER).id == "ana"
    assert holder(programme, "t", Task.MOVER) is None


def test_jobs_are_for_students_who_are_there_in_sessions_that_are():
    for session, person in (("s", "mr b"), ("s", "nobody"), ("t", "ana"), ("t", None)):
        with pytest.raises(DomainError):
            jobs.give(small(), new_id="one", session_id=session, task=Task.READER, person_id=person)
    assert given_to(small(), "one", Task.READER, None).edits == ()


def test_who_left_holds_nothing():
    programme = given_to(small(), "one", Task.READER, "ana").programme
    gone = leave_group(programme, "ana").programme
    assert holder(gone, "s", Task.READER) is None
    assert gone.get(Job, "one").person_id == "ana"  # so that it is hers when she comes back


def test_every_job_has_a_name_of_its_own():
    assert len({jobs.name(task) for task in Task}) == len(Task)
