"""What is private leaves the app in nothing that it exports: no note, no reflection, no names of whom to tell."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.documents.reading import everything, text
from tests.ui.bench import DAY, bank
from tests.ui.rich import Rich
from workshop_app import outbox, papers, share_packs
from workshop_app.domain import (
    care,
    choosing,
    ideas,
    people,
    plans,
    reflections,
    school_promise,
    sharing,
    triggers,
)
from workshop_app.domain.face_down import Entry
from workshop_app.domain.ideas import Given
from workshop_app.domain.people import Role
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import Asked, in_order
from workshop_app.exchange import pack_file
from workshop_app.facilitation import telling
from workshop_app.papers.catalogue import Paper, Wish, make
from workshop_app.storage.identity import Identity
from workshop_app.workspace import Workspace

PRIVATE = (NOTE, UNSEEN, STAFF, LEAD, ABOUT_STAFF, ABOUT_HEAD, FACE_DOWN) = (
    "CANARYnote", "CANARYunseen", "CANARYuncomfortable", "CANARYlead", "CANARYstaff", "CANARYhead", "CANARYface"
)  # fmt: skip
SEEN = "Ask us halfway"


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    """A signed plan beside everything private; what worries was in that plan until it was taken off."""
    made = Rich(tmp_path)
    group = [made.person("Siân"), made.person("Ms Okoye", Role.STAFF)]
    session_id = made.session(note=NOTE)
    good, bad = made.ideas(SEEN, UNSEEN)
    plan_id = made.plan(good, group[0], title="Halfway")
    first = made.plan(bad, group[0], title=UNSEEN, what="Talk")
    made.signed(first, *group)
    space = made.workspace
    space.perform("set-aside-unseen", ideas.take_unseen, bad)
    names = {"lead": LEAD, "about_staff": ABOUT_STAFF, "about_head": ABOUT_HEAD}
    space.perform("care", care.name_whom_to_tell, **names)
    said = {"uncomfortable": STAFF, "we_change": "We wait longer"}
    space.perform("reflect", reflections.reflect, new_id=space.new_id(), at=space.now(), session_id=session_id, **said)
    made.signed(plan_id, *group)
    space.perform("write-plan", plans.write, first, "change", "We try it")  # nothing was left of it
    made.signed(first, *group)
    yield space
    space.close()


def clean(said: str) -> bool:
    found = [one for one in PRIVATE if one.casefold() in said.casefold()]
    assert not found
    return True


def test_everything_private_is_there_to_be_found(space: Workspace) -> None:
    private_writing(space)
    said = repr(space.programme) + repr(space.private(Entry))
    assert all(one in said for one in PRIVATE)


@pytest.mark.parametrize("way", papers.Way)
def test_the_papers_of_a_plan_tell_nothing_private(space: Workspace, own: Identity, way: papers.Way) -> None:
    private_writing(space)
    for plan in plans.plans(space.programme):
        whole = {"facts": space.facts, "identity": own, "bank": bank(), "way": way}
        file = outbox.make_plan(space.programme, plan.id, DAY.date(), **whole)
        assert SEEN in everything(file.pdf) or plan.title != "Halfway"
        assert clean(everything(file.pdf))
        assert clean(file.file_name)
        assert clean(plan.sealed or "")


def test_the_table_of_ideas_tells_nothing_private(space: Workspace) -> None:
    table = papers.ideas_csv(space.programme).decode("utf-8-sig")
    assert SEEN in table
    assert clean(table)


def test_a_pack_for_other_schools_tells_nothing_private_and_nobodys_name(space: Workspace, tmp_path: Path) -> None:
    private_writing(space)
    chosen = plans.plans(space.programme)
    signed = [one.id for one in chosen if sharing.is_signed(space.programme, one)]
    asked = [one.prompt_id for one in space.programme.all(Asked).values()]
    what = {"title": "For Siân and Ms Okoye", "plan_ids": signed, "prompt_ids": asked, "question": "Siân?"}
    space.perform("begin-sharing", sharing.begin_sharing, new_id="pack", at=space.now(), **what)
    draft = share_packs.draft(space.programme, space.programme.get(sharing.Sharing, "pack"), bank(), bank())
    space.perform("seal-sharing", sharing.seal_sharing, "pack", draft.text)
    space.perform("approve", sharing.approve, "pack", people.group(space.programme)[0].id)
    path = tmp_path / "ours.workshoppack"
    outbox.send_pack(space, "pack", path)
    found = pack_file.contents(path)
    assert "Halfway" in [one.title for one in found.pack.plans]
    said = repr(found.pack)
    assert clean(said)
    assert clean(repr(space.facts))
    assert "Siân" not in said
    assert "Okoye" not in said


@pytest.mark.parametrize("make", [papers.board_poster, papers.board_cards])
def test_the_board_on_paper_tells_nothing_private(space: Workspace, make: Callable[..., bytes]) -> None:
    private_writing(space)
    for session_id in (None, in_order(space.programme)[0].id):
        pdf = make(space.programme, DAY.date(), session_id)
        assert SEEN in text(pdf)
        assert clean(everything(pdf))
        assert clean(pdf.decode("latin-1"))
        assert "Siân" not in everything(pdf)  # she gave it, and did not wish to be named on it


@pytest.mark.parametrize("paper", Paper)
def test_every_other_paper_tells_nothing_private(space: Workspace, paper: Paper) -> None:
    private_writing(space)
    with_letter(space)
    programme = space.programme
    wish = Wish(session_id=in_order(programme)[0].id, trigger_id=triggers.waiting(programme)[0].id)
    pdf = make(paper, programme, DAY.date(), wish).pdf
    assert clean(everything(pdf))
    assert "Siân" not in everything(pdf)


def with_letter(space: Workspace) -> None:
    """Enough back an idea, and it must be answered."""
    (seen, *_rest) = ideas.on_board(space.programme)
    new = {"new_id": space.new_id(), "at": space.now()}
    space.perform("write-promise", school_promise.write_promise, **new, backers=2, answer_days=7)
    space.perform("back", choosing.back, seen.id, students=3)
    new = {"new_id": space.new_id(), "at": space.now()}
    pulled = {"idea_id": seen.id, "decider": "The head", "due": DAY.date()}
    space.perform("pull-trigger", triggers.pull, **new, **pulled)


def private_writing(space: Workspace) -> None:
    """Something lies face down, something was set aside in the open, and an idea has its author's name."""
    programme = space.programme
    (session,) = in_order(programme)
    asked = next(one for one in programme.all(Asked).values() if one.session_id == session.id)
    space.put_private(Entry(session.id, asked.id, Role.STUDENT, FACE_DOWN))
    sian = people.group(programme)[0].id
    given = [Given(f"Aside {NOTE}", Role.STUDENT), Given("Named", Role.STUDENT, person_id=sian)]
    keys = [space.new_id(), space.new_id()]
    space.perform("bring-in", ideas.add, new_ids=keys, at=space.now(), given=given, spots=[(0.0, 300.0)] * 2)
    space.perform("set-aside", ideas.set_idea_aside, keys[0], f"Because {NOTE}")


def test_the_map_tells_nothing_private(space: Workspace) -> None:
    told = telling.coverage(space.programme, space.facts, bank())
    assert '"aspects"' in told
    assert clean(told)


def test_facts_and_the_names_of_steps_tell_nothing_private(space: Workspace) -> None:
    assert clean(repr(space.facts))
    while (label := space.labels()[0]) is not None:
        assert clean(label)
        if label == "add-person":
            break
        space.undo()


def test_what_worries_counts_nowhere(space: Workspace) -> None:
    programme: Programme = space.programme
    assert [idea.text for idea in ideas.on_board(programme)] == [SEEN]
    (session,) = in_order(programme)
    assert not [idea for idea in ideas.of_session(programme, session.id) if idea.unseen]
    assert len(people.group(programme)) == 2
