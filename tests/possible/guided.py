"""The guided session: its agenda and jobs, the decision space, and what becomes of an idea on its way to an answer."""

from collections.abc import Iterator
from functools import partial
from itertools import product
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.possible.people import asked, meetings, students
from tests.possible.registry import NOW, PRIVATE_CARE, Do, fresh, line, one_of, operation, typed
from workshop_app.domain import (
    agenda,
    answers,
    care,
    consent,
    expertise,
    honest_no,
    ideas,
    jobs,
    openness,
    reflections,
    sessions,
)
from workshop_app.domain.agenda import Phase
from workshop_app.domain.answers import Answer
from workshop_app.domain.consent import Objection
from workshop_app.domain.honest_no import HonestNo
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Person, Role
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import Asked, Session

spans = st.integers(1, agenda.LONGEST)


def every(kind: type[Any]) -> Any:
    """Whatever there is of one kind."""
    return lambda programme: list(programme.all(kind).values())


def paths(programme: Programme) -> list[HonestNo]:
    return [path for path in programme.all(HonestNo).values() if not path.dropped]


def settling(programme: Programme) -> list[HonestNo]:
    return [path for path in paths(programme) if path.need and path.students_say]


def standing_answers(programme: Programme) -> list[Answer]:
    return list(answers.by_idea(programme).values())


def standing_objections(programme: Programme) -> list[Objection]:
    return [one for own in consent.objections_by_idea(programme).values() for one in own]


def work_for_students(programme: Programme) -> list[tuple[str, Person]]:
    return list(product(programme.all(Session), students(programme)))


@operation("change-agenda", every(Session))
def change_agenda(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Session) -> Do:
    parts = draw(st.lists(st.sampled_from(agenda.Part), min_size=1, max_size=5, unique=True))
    phases = [Phase(fresh(counter), one.id, part, draw(spans), place) for place, part in enumerate(parts)]
    return partial(sessions.change_agenda, session_id=one.id, phases=phases)


@operation("pick-aspect", every(Session))
def pick(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Session) -> Do:
    return partial(sessions.pick, asked=_one_more(draw, programme, counter, one))


@operation("ask-also", every(Session))
def ask_also(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Session) -> Do:
    return partial(sessions.ask_also, asked=_one_more(draw, programme, counter, one))


@operation("pass-on", every(Asked))
def pass_on(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Asked) -> Do:
    return partial(sessions.pass_on, asked_id=one.id, on=draw(st.booleans()))


@operation("go-on-with-session", meetings)
def go_on(draw: DrawFn, programme: Programme, counter: Iterator[int], one: tuple[str, Person]) -> Do:
    session_id, student = one
    minutes = draw(st.integers(sessions.SHORTEST, sessions.LONGEST))
    return partial(sessions.go_on, session_id=session_id, minutes=minutes, present=[student.id])


@operation("end-session", every(Session))
def end(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Session) -> Do:
    return partial(sessions.end, session_id=one.id, on=draw(st.booleans()))


@operation("give-job", work_for_students)
def give_job(draw: DrawFn, programme: Programme, counter: Iterator[int], one: tuple[str, Person]) -> Do:
    session_id, student = one
    task, person_id = one_of(draw, list(jobs.Task)), one_of(draw, [student.id, student.id, None])
    return partial(jobs.give, new_id=fresh(counter), session_id=session_id, task=task, person_id=person_id)


@operation("declare-openness")
def declare(draw: DrawFn, programme: Programme, counter: Iterator[int], _one: None) -> Do:
    number = draw(st.integers(0, 2))
    return partial(
        openness.declare,
        new_id=fresh(counter),
        at=NOW,
        aspect_id=f"aspect-{number}",
        aspect=f"Aspect {number}",
        family="days",
        how=one_of(draw, list(openness.How)),
        whose=line(draw, counter),
        why=line(draw, counter),
    )


@operation("translate-idea", ideas.on_board)
def translated(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    return partial(ideas.translated, idea_id=one.id, translation=draw(typed))


@operation("note-expertise", ideas.on_board)
def note(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    whose = one_of(draw, list(expertise.FIELDS))
    return partial(expertise.note, new_id=fresh(counter), at=NOW, idea_id=one.id, whose=whose, text=draw(typed))


@operation("answer-idea", every(Idea))
def answer(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    path = honest_no.path_of(programme, one.id)
    kinds = [kind for kind in answers.Kind if kind is not answers.Kind.NO or (path and path.settled)]
    return partial(answers.answer, idea_id=one.id, **_answer(draw, counter, kinds))


@operation("withdraw-answer", standing_answers)
def withdraw_answer(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Answer) -> Do:
    return partial(answers.withdraw_answer, answer_id=one.id)


@operation("open-path", every(Idea))
def open_path(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    because = one_of(draw, list(honest_no.Because))
    return partial(honest_no.open_path, new_id=fresh(counter), at=NOW, idea_id=one.id, because=because)


@operation("fill-path", paths)
def fill_path(draw: DrawFn, programme: Programme, counter: Iterator[int], one: HonestNo) -> Do:
    # The steps that an answer waits for come up more often, so that some paths can be settled.
    step = one_of(draw, (*honest_no.STEPS, "need", "students_say"))
    return partial(honest_no.fill, path_id=one.id, step=step, text=draw(typed))


@operation("settle-path", settling)
def settle(draw: DrawFn, programme: Programme, counter: Iterator[int], one: HonestNo) -> Do:
    return partial(honest_no.settle, path_id=one.id, **_answer(draw, counter, list(answers.Kind)))


@operation("drop-path", paths)
def drop_path(draw: DrawFn, programme: Programme, counter: Iterator[int], one: HonestNo) -> Do:
    return partial(honest_no.drop_path, path_id=one.id)


@operation("count-consent", every(Idea))
def count_consent(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    which, by = one_of(draw, consent.COUNTS), draw(st.integers(-1, 3))
    return partial(consent.count, new_id=fresh(counter), at=NOW, idea_id=one.id, which=which, by=by)


@operation("object-to-idea", every(Idea))
def object_to(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Idea) -> Do:
    text, role = line(draw, counter), one_of(draw, list(Role))
    return partial(consent.object_to, new_id=fresh(counter), at=NOW, idea_id=one.id, role=role, text=text)


@operation("meet-objection", standing_objections)
def meet(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Objection) -> Do:
    return partial(consent.meet, objection_id=one.id, how=draw(typed))


@operation("withdraw-objection", standing_objections)
def withdraw_objection(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Objection) -> Do:
    return partial(consent.withdraw_objection, objection_id=one.id)


@operation("name-whom-to-tell")
def name_whom_to_tell(draw: DrawFn, programme: Programme, counter: Iterator[int], _one: None) -> Do:
    told = {name: f"{PRIVATE_CARE} {draw(typed)}" for name in ("lead", "about_staff", "about_head")}
    return partial(care.name_whom_to_tell, **told)


@operation("reflect", every(Session))
def reflect(draw: DrawFn, programme: Programme, counter: Iterator[int], one: Session) -> Do:
    kept = {"uncomfortable": f"{PRIVATE_CARE} {draw(typed)}", "we_change": draw(typed)}
    return partial(reflections.reflect, new_id=fresh(counter), at=NOW, session_id=one.id, **kept)


def _one_more(draw: DrawFn, programme: Programme, counter: Iterator[int], session: Session) -> Asked:
    return asked(counter, session.id, draw(st.integers(7, 12)), draw(st.integers(0, 4)))


def _answer(draw: DrawFn, counter: Iterator[int], kinds: list[answers.Kind]) -> dict[str, Any]:
    return {
        "new_id": fresh(counter),
        "at": NOW,
        "kind": one_of(draw, kinds),
        "reason": line(draw, counter),
        "by": one_of(draw, ["", "The head", "Mr Okoro"]),
        "passed_to": one_of(draw, ["The governors", "The council"]),
    }
