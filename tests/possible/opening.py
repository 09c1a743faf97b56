"""A fixed first hour, after which every operation is possible."""

from collections.abc import Iterator
from functools import partial

from tests.possible.people import a_name, asked
from tests.possible.registry import NOW, PRIVATE_CARE, TODAY, Operation, fresh
from workshop_app.domain import (
    agenda,
    answers,
    asset_map,
    board,
    care,
    choosing,
    consent,
    expertise,
    headcounts,
    honest_no,
    ideas,
    jobs,
    making_sense,
    openness,
    people,
    plans,
    progress,
    reflections,
    replies,
    school_promise,
    sessions,
    sharing,
    signing,
    told,
    triggers,
)
from workshop_app.domain.ideas import Given
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Action, Hands
from workshop_app.domain.programme import Outcome, Programme


def opening(counter: Iterator[int]) -> list[Operation]:
    """Five people of all roles, a session, ideas, themes, a plan that is signed anew, and one that could be closed."""
    student, friend, teacher, parent, neighbour = (fresh(counter) for _ in range(5))
    came = [
        (student, Role.STUDENT),
        (friend, Role.STUDENT),
        (teacher, Role.STAFF),
        (parent, Role.FAMILY),
        (neighbour, Role.COMMUNITY),
    ]
    session, plan = fresh(counter), fresh(counter)
    kept = [fresh(counter) for _ in range(5)]
    return [
        *(
            Operation("add-person", partial(people.add_person, new_id=key, at=NOW, name=a_name(key), role=role))
            for key, role in came
        ),
        Operation("leave-group", partial(people.leave_group, person_id=neighbour)),
        *_meeting(counter, session, [student, teacher]),
        *_ideas(counter, kept, student, session),
        *_guided(counter, kept, student, session),
        _counted(counter, session),
        *_plan(counter, plan, kept, student),
        Operation("close-plan", partial(signing.close_for_signing, plan_id=plan)),
        _sign(counter, plan, student),
        Operation("reopen-plan", partial(signing.reopen, plan_id=plan)),
        Operation("close-plan", partial(signing.close_for_signing, plan_id=plan)),
        _sign(counter, plan, teacher),
        *_followed(counter),
        _replied(counter, plan),
        *_told(counter, kept[2], kept[4]),
        *_plan(counter, fresh(counter), kept, friend),
    ]


def _meeting(counter: Iterator[int], key: str, present: list[str]) -> list[Operation]:
    prompts = [asked(counter, key, number, place) for place, number in enumerate((1, 2))]
    filled = partial(sessions.prepare, new_id=key, at=NOW, held_on=TODAY, minutes=45, present=present, prompts=prompts)
    return [Operation("prepare-session", filled)]


def _ideas(counter: Iterator[int], keys: list[str], person: str, session: str) -> list[Operation]:
    given = [Given(f"Idea {key[-2:]}", Role.STUDENT, person_id=person, session_id=session) for key in keys]
    spots = board.free_spots([], len(keys))
    standing, gone, other = fresh(counter), fresh(counter), fresh(counter)
    return [
        Operation("add-ideas", partial(ideas.add, new_ids=keys, at=NOW, given=given, spots=spots)),
        Operation("new-theme", partial(ideas.new_theme, new_id=standing, at=NOW, name="Days", idea_ids=keys[:2])),
        Operation("new-theme", partial(ideas.new_theme, new_id=gone, at=NOW, name="Rest")),
        Operation("dissolve-theme", partial(ideas.dissolve_theme, theme_id=gone, spots=[])),
        Operation("start-theme", partial(making_sense.start_theme, new_id=other, at=NOW, idea_ids=keys[:1])),
        Operation("set-idea-aside", partial(ideas.set_idea_aside, idea_id=keys[3], because="Said twice")),
        Operation("back-idea", partial(choosing.back, idea_id=keys[0], students=2, adults=1)),
        Operation("insist-on-idea", partial(choosing.insist, idea_id=keys[1], on=True)),
        Operation("take-forward", partial(choosing.take_forward, idea_ids=keys[:2])),
    ]


def _guided(counter: Iterator[int], keys: list[str], person: str, session: str) -> list[Operation]:
    """An agenda and a job; what is not open; and an idea on its way to an answer, with an objection."""
    parts = (agenda.Part.WELCOME, agenda.Part.EXPLORE, agenda.Part.CHOOSE)
    phases = [agenda.Phase(fresh(counter), session, part, 5, place) for place, part in enumerate(parts)]
    path, first, second = fresh(counter), keys[0], keys[1]
    new = [{"new_id": fresh(counter), "at": NOW} for _ in range(6)]
    fixed = {"aspect_id": "aspect-1", "aspect": "Aspect 1", "family": "days", "how": openness.How.FIXED}
    fixed |= {"whose": "The law", "why": "It is the same everywhere"}
    told = {"lead": f"{PRIVATE_CARE} L.", "about_staff": f"{PRIVATE_CARE} S.", "about_head": f"{PRIVATE_CARE} H."}
    said = {"uncomfortable": f"{PRIVATE_CARE} It was", "we_change": "We listen longer"}
    job = {"session_id": session, "task": jobs.Task.READER, "person_id": person}
    money = {"idea_id": first, "because": honest_no.Because.MONEY}
    passed = {"kind": answers.Kind.PASSED_ON, "reason": "It is not ours", "passed_to": "The governors"}
    agreed = {"idea_id": first, "which": "students_agree", "by": 2}
    return [
        Operation("change-agenda", partial(sessions.change_agenda, session_id=session, phases=phases)),
        Operation("give-job", partial(jobs.give, new_id=fresh(counter), **job)),
        Operation("declare-openness", partial(openness.declare, **new[0], **fixed)),
        Operation("note-expertise", partial(expertise.note, **new[1], idea_id=first, whose=Role.STAFF, text="We can")),
        Operation("open-path", partial(honest_no.open_path, new_id=path, at=NOW, **money)),
        Operation("fill-path", partial(honest_no.fill, path_id=path, step="need", text="Quiet")),
        Operation("fill-path", partial(honest_no.fill, path_id=path, step="students_say", text="It is too loud")),
        Operation("settle-path", partial(honest_no.settle, path_id=path, **new[2], **passed)),
        Operation("count-consent", partial(consent.count, **new[3], **agreed)),
        Operation(
            "object-to-idea",
            partial(consent.object_to, **new[4], idea_id=second, role=Role.STUDENT, text="Then nobody is outside"),
        ),
        Operation("name-whom-to-tell", partial(care.name_whom_to_tell, **told)),
        Operation("reflect", partial(reflections.reflect, **new[5], session_id=session, **said)),
    ]


def _counted(counter: Iterator[int], session: str) -> Operation:
    asked = {"question": "lundy/voice", "side": headcounts.Side.STUDENTS, "counts": (3, 1, 1), "session_id": session}
    return Operation("count", partial(headcounts.count, new_id=fresh(counter), at=NOW, **asked))


def _plan(counter: Iterator[int], key: str, idea_ids: list[str], owner: str) -> list[Operation]:
    start = partial(plans.start, new_id=key, at=NOW, title="A calmer day", idea_ids=idea_ids[:2])
    write = partial(plans.write, plan_id=key, field="how_we_know", text="We ask\nagain in spring.")
    add = partial(plans.add_action, plan_id=key, new_id=fresh(counter), what="Ask the others", hands=Hands.OURS)
    add = partial(add, owner_ids=[owner], by=TODAY)
    return [Operation("start-plan", start), Operation("write-plan", write), Operation("add-action", add)]


def _followed(counter: Iterator[int]) -> list[Operation]:
    """Something on the asset map, the school's promise, and a pack that waits to be approved."""
    new = [{"new_id": fresh(counter), "at": NOW} for _ in range(3)]
    asset = {"sort": asset_map.Sort.PLACE, "what": "The back room", "held_by": Role.COMMUNITY}
    pack = {"title": "What we asked", "plan_ids": [], "prompt_ids": ["prompt-1"]}
    return [
        Operation("add-asset", partial(asset_map.add_asset, **new[0], **asset)),
        Operation("write-promise", partial(school_promise.write_promise, **new[1], answer_days=14, backers=2)),
        Operation("begin-sharing", partial(sharing.begin_sharing, **new[2], **pack)),
        Operation("seal-sharing", partial(sharing.seal_sharing, sharing_id=new[2]["new_id"], text="{}")),
    ]


def _replied(counter: Iterator[int], plan_id: str) -> Operation:
    """The head says yes to what the closed plan asks."""
    key, yes = fresh(counter), replies.Answered(1, "", answers.Kind.YES)
    decided = {"decided_by": "Ms H", "decided_on": TODAY, "came": replies.Came.SPOKEN}

    def take_in(programme: Programme) -> Outcome:
        of = signing.content_hash(programme.get(plans.Plan, plan_id).sealed or "")
        about = {"plan_id": plan_id, "content_hash": of, "answered": [yes]}
        return replies.take_in(programme, new_ids=[key], at=NOW, **about, **decided)

    return Operation("take-in", take_in)


def _told(counter: Iterator[int], idea: str, demanded: str) -> list[Operation]:
    """Somebody told an answer and how an action goes, enough back an idea that waits, and another must be answered."""
    new = [{"new_id": fresh(counter), "at": NOW} for _ in range(3)]
    demand = {"idea_id": demanded, "decider": "The head", "due": TODAY}

    def tell(programme: Programme) -> Outcome:
        answer = next(iter(answers.by_idea(programme).values()))
        return told.tell(programme, **new[0], answer_id=answer.id, by="Mr B.", on=TODAY)

    def say(programme: Programme) -> Outcome:
        action = next(iter(programme.all(Action).values()))
        return progress.say_how(programme, **new[1], about_id=action.id, how=progress.How.DONE)

    return [
        Operation("tell", tell),
        Operation("say-how", say),
        Operation("back-idea", partial(choosing.back, idea_id=idea, students=2)),
        Operation("back-idea", partial(choosing.back, idea_id=demanded, students=2)),
        Operation("pull-trigger", partial(triggers.pull, **new[2], **demand)),
    ]


def _sign(counter: Iterator[int], plan: str, person: str) -> Operation:
    strokes = [[(0.1, 0.2), (0.3, 0.4)]]
    key = fresh(counter)
    return Operation(
        "sign-plan", partial(signing.sign, plan_id=plan, person_id=person, new_id=key, at=NOW, strokes=strokes)
    )
