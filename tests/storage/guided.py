"""What schema 2 added to the small programme of `filled`: something in every new table and every new field."""

from workshop_app.domain import (
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
from workshop_app.domain.agenda import Part, Phase
from workshop_app.domain.face_down import Backing, Entry
from workshop_app.domain.ideas import Given
from workshop_app.domain.people import Role
from workshop_app.domain.sessions import Asked
from workshop_app.workspace import Workspace

FIELDS = {  # that schema 2 added to kinds there were already; what is `unseen` goes for good, so no file is full of it
    sessions.Session: ("template", "picked", "done"),
    sessions.Asked: ("follow_ups", "minutes", "symbol", "passed"),
    ideas.Idea: ("because", "translation", "drawing"),
}
DRAWN = "Ein Garten"  # an idea with words, a translation and a drawing
HIDDEN = "Draußen essen"  # written in private and not yet turned over
PEN = (((0.1, 0.5), (0.25, 0.125), (0.4, 0.75)), ((0.6, 0.5),))


def guide(workspace: Workspace, session: str, asked: list[str], kept: list[str], group: list[str]) -> None:
    """Lead the session by its agenda, weigh an idea from every side, and answer it."""
    _agenda(workspace, session, asked, group)
    _decision_space(workspace)
    _drawn(workspace, session)
    _expertise(workspace, kept[0])
    _answers(workspace, kept)
    _consent(workspace, kept[0])
    _closing(workspace, session)
    workspace.put_private(
        Entry(session, asked[0], Role.STUDENT, HIDDEN, "Eat outside", PEN), Backing(session, kept[0], Role.STAFF)
    )


def _agenda(workspace: Workspace, session: str, asked: list[str], group: list[str]) -> None:
    parts = ((Part.WELCOME, 3), (Part.EXPLORE, 30), (Part.CHOOSE, 10), (Part.CHECK_OUT, 2))
    phases = [Phase(workspace.new_id(), session, part, minutes, place) for place, (part, minutes) in enumerate(parts)]
    workspace.perform(
        "rearrange-session",
        sessions.rearrange,
        session,
        held_on=workspace.programme.get(sessions.Session, session).held_on,
        minutes=50,
        present=group[:4],
        prompts=sessions.prompts_of(workspace.programme, session),
        phases=phases,
        template="fifty-minutes",
    )
    workspace.perform("change-agenda", sessions.change_agenda, session, [*phases[:2], phases[3]])
    picked = Asked(
        workspace.new_id(),
        session,
        *("p-3", "money", "Money", "money", "how-run", "Who decides what money is for?", "Who picks?", "Wait."),
        place=2,
        follow_ups=("And who else?", "Since when?"),
        minutes=7,
        symbol="coins",
    )
    workspace.perform("pick-aspect", sessions.pick, picked)
    workspace.perform("pass-on", sessions.pass_on, asked[1], True)
    give = {"session_id": session, "task": jobs.Task.READER, "person_id": group[1]}
    workspace.perform("give-job", jobs.give, new_id=workspace.new_id(), **give)
    workspace.perform("end-session", sessions.end, session)


def _decision_space(workspace: Workspace) -> None:
    for aspect_id, how, whose, why in (
        ("food", openness.How.OPEN, "", ""),
        ("rules", openness.How.LIMITED, "The governors", "They review the rules each spring"),
    ):
        workspace.perform(
            "declare-openness",
            openness.declare,
            new_id=workspace.new_id(),
            at=workspace.now(),
            aspect_id=aspect_id,
            aspect=aspect_id.title(),
            family="rules",
            how=how,
            whose=whose,
            why=why,
        )


def _drawn(workspace: Workspace, session: str) -> None:
    given = [Given(DRAWN, Role.STUDENT, session_id=session, translation="A garden", drawing=PEN)]
    new = {"new_ids": [workspace.new_id()], "at": workspace.now()}
    workspace.perform("add-ideas", ideas.add, **new, given=given, spots=[(0.0, 280.0)])


def _expertise(workspace: Workspace, idea: str) -> None:
    for whose, text in ((Role.STUDENT, "It is loud"), (Role.STAFF, "Room 12\nis free"), (Role.FAMILY, "She eats less")):
        workspace.perform(
            "note-expertise",
            expertise.note,
            new_id=workspace.new_id(),
            at=workspace.now(),
            idea_id=idea,
            whose=whose,
            text=text,
        )


def _answers(workspace: Workspace, kept: list[str]) -> None:
    path = workspace.new_id()
    because = honest_no.Because.MONEY
    workspace.perform(
        "open-path", honest_no.open_path, new_id=path, at=workspace.now(), idea_id=kept[1], because=because
    )
    for step, text in (
        ("need", "A drink at hand"),
        ("who_could_change", "The caretaker"),
        ("small_try", "One floor"),
        ("students_say", "One floor is a start"),
    ):
        workspace.perform("fill-path", honest_no.fill, path, step, text)
    workspace.perform(
        "settle-path",
        honest_no.settle,
        path,
        new_id=workspace.new_id(),
        at=workspace.now(),
        kind=answers.Kind.PASSED_ON,
        reason="It is not ours to decide",
        by="Mr Okoro",
        passed_to="The governors",
    )


def _consent(workspace: Workspace, idea: str) -> None:
    for which, by in (("students_agree", 3), ("students_live_with", 1), ("adults_agree", 1)):
        workspace.perform(
            "count-consent",
            consent.count,
            new_id=workspace.new_id(),
            at=workspace.now(),
            idea_id=idea,
            which=which,
            by=by,
        )
    objection = workspace.new_id()
    workspace.perform(
        "object",
        consent.object_to,
        new_id=objection,
        at=workspace.now(),
        idea_id=idea,
        role=Role.STUDENT,
        text="Then nobody is outside",
    )
    workspace.perform("meet-objection", consent.meet, objection, "Only on rainy days")


def _closing(workspace: Workspace, session: str) -> None:
    told = {"lead": "Ms Adeyemi", "about_staff": "The head", "about_head": "The chair"}
    workspace.perform("name-whom-to-tell", care.name_whom_to_tell, **told)
    workspace.perform(
        "reflect",
        reflections.reflect,
        new_id=workspace.new_id(),
        at=workspace.now(),
        session_id=session,
        uncomfortable="How little we knew",
        we_change="We ask before we write rules",
    )
