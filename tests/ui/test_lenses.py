"""Through each lens a card is moved by hand, and just the property that the lens shows is another one afterwards."""

from dataclasses import fields

import pytest
from PySide6.QtCore import QPoint

from tests.ui import rich
from tests.ui.bench import Bench
from workshop_app.domain import ideas, lenses, plans
from workshop_app.domain.ideas import Idea
from workshop_app.domain.lenses import Lens
from workshop_app.domain.plans import Plan

OWN = {
    Lens.ASPECTS: {"aspect_id", "label", "family"},
    Lens.STAGE: {"talked", "forward"},
    Lens.REACH: {"reach", "effort"},
}


@pytest.fixture
def bench(bench: Bench) -> Bench:
    """The board is up, with six ideas, one of them in the first of two themes."""
    rich.board_of_six(bench.home).close()
    bench.start()
    bench.press("Carry on")
    bench.press("See all")
    return bench


def look(bench: Bench, lens: Lens) -> None:
    bench.desk.looking.through(lens)
    bench.stage.still()


def middle_of(bench: Bench, column: str) -> QPoint:
    box = bench.view.board.layout.themes[column]
    return bench.view.mapFromScene(box.x + box.w / 2, box.y + box.h / 2)


def changed(before: Idea, after: Idea) -> set[str]:
    return {field.name for field in fields(Idea) if getattr(before, field.name) != getattr(after, field.name)}


@pytest.mark.parametrize(
    ("lens", "column"), [(Lens.ASPECTS, "decisions"), (Lens.STAGE, "talked"), (Lens.STAGE, "chosen"), (Lens.REACH, "1")]
)
def test_a_drag_changes_just_what_the_lens_shows(bench: Bench, lens: Lens, column: str) -> None:
    look(bench, lens)
    item = bench.card("Tell us why")
    before = bench.programme.get(Idea, item.card.id)
    bench.drag("Tell us why", middle_of(bench, column))
    after = bench.programme.get(Idea, item.card.id)
    assert changed(before, after)
    assert changed(before, after) <= OWN[lens]
    assert bench.view.board.layout.theme_at(item.home.x() + 90, item.home.y() + 60) == column
    bench.undo()
    bench.stage.still()
    assert bench.programme.get(Idea, item.card.id) == before


@pytest.mark.parametrize(
    ("lens", "entry"),
    [(Lens.ASPECTS, "Decisions"), (Lens.STAGE, "Talked about"), (Lens.REACH, "Helps many, little effort")],
)
def test_taps_alone_do_the_same(bench: Bench, lens: Lens, entry: str) -> None:
    look(bench, lens)
    card_id = bench.card("Tell us why").card.id
    before = bench.programme.get(Idea, card_id)
    bench.choose("Tell us why")
    bench.press("Move to…")
    entry = next(action.text() for action in bench.entries() if action.text().startswith(entry))
    bench.menu(entry)
    bench.stage.still()
    assert changed(before, bench.programme.get(Idea, card_id)) <= OWN[lens]
    assert changed(before, bench.programme.get(Idea, card_id))


@pytest.mark.parametrize(("lens", "column"), [(Lens.ASPECTS, "decisions"), (Lens.STAGE, "chosen"), (Lens.REACH, "0")])
def test_several_go_in_one_step_by_hand_and_by_taps(bench: Bench, lens: Lens, column: str) -> None:
    look(bench, lens)
    ids = [bench.card(text).card.id for text in ("Tell us why", "Talk first", "A budget of our own")]
    before = [bench.programme.get(Idea, one) for one in ids]
    for by_hand in (True, False):
        bench.view.choose_many(ids)
        if by_hand:
            bench.drag("Talk first", middle_of(bench, column))
        else:
            name = bench.view.board.frames[column].frame.name
            bench.press("Move all…")
            bench.menu(name)
            bench.stage.still()
        after = [bench.programme.get(Idea, one) for one in ids]
        assert all(
            changed(one, other) and changed(one, other) <= OWN[lens] for one, other in zip(before, after, strict=True)
        )
        bench.undo()
        bench.stage.still()
        assert [bench.programme.get(Idea, one) for one in ids] == before


def test_what_was_weighed_goes_back_to_the_tray(bench: Bench) -> None:
    look(bench, Lens.REACH)
    bench.drag("Tell us why", middle_of(bench, "0"))
    idea = bench.programme.get(Idea, bench.card("Tell us why").card.id)
    assert idea.reach is not None and idea.reach > 0.5 and idea.effort is not None and idea.effort < 0.5
    tray = lenses.tray_x(bench.view.board.layout)
    bench.drag("Tell us why", bench.view.mapFromScene(tray + 100, 300))
    assert bench.programme.get(Idea, idea.id).reach is None


def test_a_plan_is_joined_by_hand_and_an_answer_is_given_with_its_reason(bench: Bench) -> None:
    first, second, *_ = ideas.on_board(bench.programme)
    space = bench.desk.workspace
    space.perform("start-plan", plans.start, new_id="p", at=space.now(), title="Ours", idea_ids=[first.id])
    look(bench, Lens.STAGE)
    assert bench.card(first.text).card.stage == "planned"
    bench.drag(second.text, middle_of(bench, "planned"))
    assert bench.programme.get(Plan, "p").idea_ids == (first.id, second.id)
    bench.drag("Tell us why", middle_of(bench, "answered"))
    assert bench.page.name == "idea"
    assert bench.desk.workspace.draft("idea/open") == next(
        idea.id for idea in ideas.on_board(bench.programme) if idea.text == "Tell us why"
    )


def test_every_board_looks_through_the_same_lens_at_the_same_session(bench: Bench) -> None:
    bench.work.go("lead")
    other = bench.view
    bench.work.go("board")
    assert other is not bench.view
    look(bench, Lens.STAGE)
    bench.desk.looking.colour_by_role(True)
    assert other.lens is bench.view.lens is Lens.STAGE
    assert other.board.by_role and bench.view.board.by_role


def test_a_new_session_has_a_board_of_its_own_and_all_can_be_seen(bench: Bench) -> None:
    space = bench.desk.workspace
    ids = [idea.id for idea in ideas.on_board(bench.programme)]

    def of_the_first(programme):  # ideas of the session that was on
        from workshop_app.domain.programme import Editing

        editing = Editing(programme)
        for key in ids:
            editing.set(programme.get(Idea, key), session_id=bench.desk.session.id)
        return editing.outcome()

    space.perform("bring-in", of_the_first)
    rich_session(bench)
    bench.stage.still()
    assert bench.view.board.cards == {}
    bench.desk.looking.show_everything(True)
    bench.stage.still()
    assert set(bench.view.board.cards) == set(ids)
    bench.undo()  # the second session goes: the first one's board is there again
    bench.desk.looking.show_everything(False)
    assert set(bench.view.board.cards) == set(ids)


def rich_session(bench: Bench) -> None:
    from tests.ui.bench import bank
    from workshop_app.domain import people, sessions
    from workshop_app.facilitation import asking

    space, key = bench.desk.workspace, bench.desk.workspace.new_id()
    space.perform(
        "prepare",
        sessions.prepare,
        new_id=key,
        at=space.now(),
        held_on=space.today(),
        minutes=50,
        present=[person.id for person in people.group(space.programme)],
        prompts=asking.copies(asking.chosen(bank(), ["food"], 50), key, space.new_id),
    )
