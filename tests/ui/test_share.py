"""Other schools: a pack of ours in three steps, theirs read, taken over and answered, and all of them side by side."""

import json
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QScrollArea

from tests import packs
from tests.ui.bench import Bench, bank
from tests.ui.looking import unreadable
from tests.ui.rich import Rich
from tests.ui.test_dropped_files import drop
from workshop_app.domain import sharing
from workshop_app.domain.facts import Happened
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Plan, actions_of
from workshop_app.domain.sharing import Sharing
from workshop_app.exchange import pack_file, pack_words
from workshop_app.storage.library import Library
from workshop_app.storage.pack_library import PackLibrary
from workshop_app.ui.pack_opening import OPEN
from workshop_app.ui.pages.share_passages import AT_ONCE

WHY = "What worked for us"
MARKUP = "Water <b>on</b> <img src=x> every floor &amp;"


def begin(bench: Bench, *files: bytes, open_at: str = "", text_size: int = 100) -> None:
    """A programme with a signed plan, on the part of other schools, with packs that came in before."""
    bench.home.mkdir(exist_ok=True)
    (bench.home / "settings.json").write_text(json.dumps({"text_size": text_size}))
    library = PackLibrary(Library(bench.home))
    stems = [library.keep(data) for data in files]
    made = Rich(bench.home)
    group = [
        made.person(name, role) for name, role in (("Siân", Role.STUDENT), ("Ade", Role.STUDENT), ("Ms O", Role.STAFF))
    ]
    made.session()
    (idea,) = made.given("Ask us halfway")
    plan = made.plan(idea, group[0], title="Ask us", what="Siân asks Mrs Adeyemi in science")
    made.signed(plan, *group)
    made.page("promises")
    made.workspace.save_draft("promises/part", "share")
    made.workspace.save_draft(OPEN, open_at or (f"read/{stems[-1]}" if stems else "make/"))
    made.close()
    bench.start()
    bench.press("Carry on")


def test_with_nothing_there_both_ways_on_stand_below_the_words_and_only_there(bench: Bench) -> None:
    begin(bench, open_at="none/")
    ways = [one for one in bench.seen(QPushButton) if one.text() in ("Make a pack", "Open a pack…")]
    assert [one.property("kind") == "primary" for one in ways] == [True, False]
    bench.press("Make a pack")
    assert [one.property("kind") for one in bench.seen(QPushButton) if one.text() == "Make a pack"] == [""]


def test_a_pack_leaves_in_three_steps(bench: Bench, tmp_path: Path) -> None:
    begin(bench)
    bench.press("Look for names  →")
    assert "empty" in bench.said()  # it has no name yet
    bench.type(f"{WHY}: Siân", "The pack’s name")
    bench.type("Who listens at your school?", "A question for the students who will read it")
    bench.press("Look for names  →")
    assert any("asks Mrs Adeyemi" in one for one in bench.texts())
    bench.press("Hide Adeyemi")
    assert not any("Adeyemi" in one for one in bench.texts())
    bench.press("We have looked. Close the pack  →")
    assert "A student asks somebody in science" in bench.texts()
    assert not bench.button("Save the pack…").isEnabled()
    bench.press("Siân approves")
    now = bench.work.focusWidget()
    assert now is not None
    assert now.accessibleName() == "Take back: Siân approves"  # the keyboard stays where it was
    bench.press("Ade approves")
    path = tmp_path / "ours.workshoppack"
    bench.files.to_save = path
    bench.press("Save the pack…")
    found = pack_file.contents(path)
    assert (found.pack.title, found.approved, found.of) == (f"{WHY}: a student", 2, 2)
    assert found.pack.question == "Who listens at your school?"
    assert "Siân" not in repr(found.pack)
    assert bench.files.suggested == "what-worked-for-us--a-student.workshoppack"
    assert bench.desk.workspace.facts[-1].data["what"] == "pack"
    bench.undo()
    assert "a pack went out as ours.workshoppack" in bench.said()


def test_a_pack_that_is_changed_is_approved_anew(bench: Bench) -> None:
    begin(bench)
    bench.type(WHY, "The pack’s name")
    bench.press("Look for names  →")
    bench.press("We have looked. Close the pack  →")
    bench.press("Siân approves")
    bench.press("Change it")
    (pack,) = sharing.sharings(bench.programme)
    assert (pack.sealed, pack.approved) == (None, ())
    bench.undo()
    assert bench.programme.get(Sharing, pack.id).approved != ()


def test_theirs_is_read_as_plain_text_and_taken_over(bench: Bench) -> None:
    own = packs.prompt(aspect_id=bank().aspects[0].id)
    begin(bench, packs.file(packs.pack(plans=[packs.plan(MARKUP)], prompts=[own])))
    assert MARKUP in bench.texts()  # as it was written
    assert not [one for one in bench.seen(QLabel) if "<b>" in one.text() and one.textFormat().name != "PlainText"]
    bench.press(f"Take over the prompt {own.text}")
    assert [one.name for one in bench.desk.prompts.packs] == ["From Hillside School"]
    bench.press(f"Take over the plan {MARKUP}")
    (taken,) = [one for one in bench.programme.all(Plan).values() if one.came_from]
    assert taken.came_from == "Hillside School"
    assert [one.owner_ids for one in actions_of(bench.programme, taken.id)] == [(), ()]
    assert type(bench.page).__name__ == "PlanPage"
    assert "nobody yet" in bench.texts()
    assert any(MARKUP in one for one in bench.texts())


def test_a_pack_with_much_in_it_is_read_part_by_part(bench: Bench) -> None:
    first = packs.plan()
    ideas = tuple(msgspec.structs.replace(first.ideas[0], text=f"Idea {n}") for n in range(42))
    plans = [msgspec.structs.replace(packs.plan(f"Plan {n}", number=n), ideas=ideas) for n in range(5)]
    begin(bench, packs.file(packs.pack(plans=plans)))
    said = bench.texts()
    assert (said.count("Idea 1"), said.count("Idea 41")) == (3, 0)
    more = f"Show {len(pack_words.of_plan(plans[0])) - AT_ONCE} more"
    bench.press(more)
    assert bench.texts().count("Idea 41") == 1
    bench.press("Read the plan Plan 4")
    assert bench.texts().count("Idea 1") == 4


def test_their_question_is_answered_with_a_pack_of_ours(bench: Bench) -> None:
    begin(bench, packs.file())
    bench.press("Answer with a pack of ours")
    bench.type("Nobody did, until we asked", "Our answer")
    bench.type("An answer", "The pack’s name")
    for box in bench.seen(QCheckBox):
        box.setChecked(False)
    bench.press("Look for names  →")
    (pack,) = sharing.sharings(bench.programme)
    assert (pack.answers_pack, pack.answer, pack.plan_ids) == ("pack-of-hillside", "Nobody did, until we asked", ())


def test_an_answer_to_our_own_question_is_told_so(bench: Bench) -> None:
    begin(bench)
    bench.type(WHY, "The pack’s name")
    bench.type("And you?", "A question for the students who will read it")
    bench.press("Look for names  →")
    (pack,) = sharing.sharings(bench.programme)
    path = bench.home / "theirs.workshoppack"
    path.write_bytes(packs.file(packs.pack(answers=pack.id, answer="We too")))
    bench.press("People")
    assert drop(bench, path)
    assert "They answer our question “And you?”" in bench.texts()
    assert [fact.what for fact in bench.desk.workspace.facts][-1] is Happened.TAKEN_IN


def test_what_is_no_pack_is_said_in_a_sentence(bench: Bench, tmp_path: Path) -> None:
    begin(bench)
    path = tmp_path / "bad.workshoppack"
    path.write_bytes(b"PK no")
    bench.files.to_open = path
    bench.press("Open a pack…")
    assert bench.said().startswith("This file is no pack")
    assert PackLibrary(Library(bench.home)).stems() == []


def test_a_pack_is_removed_once_that_was_confirmed(bench: Bench) -> None:
    begin(bench, packs.file())
    bench.press("Remove this pack…")
    bench.press("Remove it")
    assert PackLibrary(Library(bench.home)).stems() == []
    assert "They ask the students who read this" not in bench.texts()


def test_every_step_can_be_read_in_the_largest_words(bench: Bench) -> None:
    other = packs.pack(
        "Johann-Wolfgang-von-Goethe-Gesamtschule Llanfairpwllgwyngyll", plans=[packs.plan(MARKUP * 3, number=2)]
    )
    begin(bench, packs.file(), packs.file(other), text_size=200)
    problems = {"read": unreadable(bench.window)}
    for press in ("Side by side", "Make a pack"):
        bench.press(press)
        problems[press] = unreadable(bench.window)
    bench.type(WHY, "The pack’s name")
    for press in ("Look for names  →", "We have looked. Close the pack  →"):
        bench.press(press)
        problems[press] = unreadable(bench.window)
    areas = [one for one in bench.seen(QScrollArea) if one.widget().width() > one.viewport().width()]
    assert not areas
    assert bench.seen(QPushButton)
    assert not [f"{step}: {one}" for step, found in problems.items() for one in found]
