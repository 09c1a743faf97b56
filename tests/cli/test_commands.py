"""What each command does, and that what it did is there afterwards."""

import csv
import hashlib
import io
import json
from pathlib import Path

import pytest

from tests.cli.typed import LONDON, Commands, bytes_of, inside, needs_london, sign, signed_plan, write_plan
from tests.documents.reading import poppler, text
from tests.programmes import spoken
from workshop_app import cli
from workshop_app.domain import plans, signing
from workshop_app.domain.errors import DomainError
from workshop_app.domain.facts import Happened
from workshop_app.domain.ideas import Idea, Source
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import school_year
from workshop_app.exchange import returned
from workshop_app.storage import backups, health
from workshop_app.storage.shelf import Shelf


def test_the_board_as_a_poster_as_cards_and_as_a_picture(
    run: Commands, hill: Path, table: Path, tmp_path: Path
) -> None:
    run.done("import", table, "--programme", hill)
    for name, words, begins in (
        ("board.pdf", (), b"%PDF"),
        ("cards.pdf", ("--as", "cards"), b"%PDF"),
        ("board.PNG", (), b"\x89PNG"),
    ):
        out = tmp_path / name
        assert run.done("export", "board", "--programme", hill, "--out", out, *words) == f"The board is in {out}.\n"
        assert out.read_bytes().startswith(begins)
    assert "page 1 of 1" in text((tmp_path / "cards.pdf").read_bytes())
    assert "A quiet room" in text((tmp_path / "board.pdf").read_bytes())


def test_new_makes_a_sound_and_empty_programme(run: Commands, tmp_path: Path) -> None:
    place = tmp_path / "not" / "there yet" / "a.workshop"
    assert run.done("new", place, "--school", "  Łódź   Primary ") == f"{place} is ready for Łódź Primary.\n"
    with inside(place) as workspace:
        about = workspace.programme.about
        assert (about.school, about.practice) == ("Łódź Primary", False)
        assert about.year == school_year(cli.now().astimezone().date())
        assert workspace.labels() == (None, None)
    assert run.done("check", "--programme", place) == f"{place} is sound.\n"


def test_two_new_programmes_are_told_apart(run: Commands, hill: Path, tmp_path: Path) -> None:
    run.done("new", tmp_path / "other.workshop", "--school", "Hillside School")
    with inside(hill) as one, inside(tmp_path / "other.workshop") as other:
        assert one.store.uid != other.store.uid


@needs_london
def test_the_statements_of_young_londoners_come_in_once(run: Commands, hill: Path) -> None:
    assert run.done("import", LONDON, "--programme", hill) == "39 ideas came in.\n"
    first, *rest = run.done("import", LONDON, "--programme", hill).splitlines()
    assert first == "0 ideas came in."
    assert len(rest) == 39
    assert rest[0].startswith("Row 2 is there already: ")
    with inside(hill) as workspace:
        with LONDON.open(encoding="utf-8-sig", newline="") as file:
            said = [row["comment-body"] for row in csv.DictReader(file)]
        assert spoken(workspace.programme) == [" ".join(text.split()) for text in said]
    assert run.done("check", "--programme", hill).endswith("is sound.\n")


@needs_london
def test_london_again_with_its_column_named_or_counted(run: Commands, hill: Path, tmp_path: Path) -> None:
    assert run.done("import", LONDON, "--programme", hill, "--column", "Comment-Body") == "39 ideas came in.\n"
    run.done("new", tmp_path / "b.workshop", "--school", "B")
    assert run.done("import", LONDON, "--programme", tmp_path / "b.workshop", "--column", 8) == "39 ideas came in.\n"


def test_an_import_is_one_step_of_students_ideas_each_on_a_spot_of_its_own(
    run: Commands, hill: Path, table: Path
) -> None:
    run.done("import", table, "--programme", hill)
    more = table.with_name("more.csv")
    more.write_text("A garden\nFewer tests\n", encoding="utf-8")
    assert run.done("import", more, "--programme", hill) == "2 ideas came in.\n"
    with inside(hill) as workspace:
        found = list(workspace.programme.all(Idea).values())
        assert {(idea.role, idea.source) for idea in found} == {(Role.STUDENT, Source.IMPORTED)}
        assert len({(idea.x, idea.y) for idea in found}) == len(found) == 5
        workspace.undo()
        assert spoken(workspace.programme) == ["Longer breaks for everyone", "A quiet room", "Teach us to cook"]
        workspace.undo()
        assert spoken(workspace.programme) == []


def test_one_idea_is_one_idea(run: Commands, hill: Path, table: Path) -> None:
    table.write_text("Longer breaks\n", encoding="utf-8")
    assert run.done("import", table, "--programme", hill) == "One idea came in.\n"


def test_nothing_new_is_no_step_and_no_backup(run: Commands, hill: Path, table: Path, home: Path) -> None:
    run.done("import", table, "--programme", hill)
    before, kept = hill.read_bytes(), bytes_of(home)
    assert "0 ideas came in." in run.done("import", table, "--programme", hill)
    assert (hill.read_bytes(), bytes_of(home)) == (before, kept)


def test_rows_that_can_not_be_read_are_named_and_the_rest_comes_in(run: Commands, hill: Path, table: Path) -> None:
    table.write_text(f'number,idea\n1,"Longer breaks\n2,A quiet room\n3,{"x" * 2001}\n', encoding="utf-8")
    said = run("import", table, "--programme", hill)
    assert (said.code, said.out) == (0, "One idea came in.\n")
    assert said.err.splitlines() == [
        "Row 2 was left out: A quotation mark is opened and never closed.",
        "Row 4 was left out: The text is longer than 2,000 characters.",
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_however_they_are_written(run: Commands, hill: Path, table: Path, encoding: str, delimiter: str) -> None:
    rows = [["nr", "Idée"], ["1", "Größere Pausen für alle"], ["2", "Un café, s’il vous plaît"], ["3", "Mañana"]]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    table.write_bytes(text.getvalue().encode(encoding))
    assert run.done("import", table, "--programme", hill) == "3 ideas came in.\n"
    with inside(hill) as workspace:
        assert spoken(workspace.programme) == [row[1] for row in rows[1:]]


def test_each_change_leaves_a_backup_of_its_own_programme(
    run: Commands, table: Path, tmp_path: Path, home: Path
) -> None:
    places = [tmp_path / "one" / "same.workshop", tmp_path / "two" / "same.workshop"]
    for number, place in enumerate(places):
        run.done("new", place, "--school", f"School {number}")
        run.done("import", table, "--programme", place)
    folders = [Shelf(home).backups_of(place) for place in places]
    assert folders[0] != folders[1]
    for folder, place in zip(folders, places, strict=True):
        [backup] = backups.existing(folder)
        assert health.check(backup) == []
        with inside(backup) as copy, inside(place) as original:
            assert copy.programme == original.programme
            assert len(spoken(copy.programme)) == 3


def test_ideas_go_out_and_come_into_another_programme_as_they_were(run: Commands, hill: Path, tmp_path: Path) -> None:
    texts = [
        "=1+1 is not a formula",
        "“Quoted”, with a comma; and more",
        "ናይ ትምህርቲ ቤት",
        "'tis ours",
        "@everyone: listen",
    ]
    lines = tmp_path / "lines.csv"
    lines.write_text("idea\n" + "\n".join(f'"{text}"' for text in texts), encoding="utf-8")
    run.done("import", lines, "--programme", hill, "--column", "idea")
    out = tmp_path / "out.csv"
    assert run.done("export", "ideas", "--programme", hill, "--out", out) == f"The ideas are in {out}.\n"
    run.done("new", tmp_path / "b.workshop", "--school", "B")
    assert run.done("import", out, "--programme", tmp_path / "b.workshop", "--column", "Idea") == "5 ideas came in.\n"
    with inside(hill) as one, inside(tmp_path / "b.workshop") as other:
        assert spoken(one.programme) == spoken(other.programme) == texts
        assert [(fact.what, fact.data["what"], fact.data["file"]) for fact in one.facts] == [
            (Happened.EXPORTED, "ideas", "out.csv")
        ]


def test_ideas_of_an_empty_board_are_a_table_of_headings(run: Commands, hill: Path, tmp_path: Path) -> None:
    run.done("export", "ideas", "--programme", hill, "--out", tmp_path / "out.csv")
    assert len((tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()) == 1


def exported(place: Path) -> list[tuple[object, frozenset[str]]]:
    with inside(place) as workspace:
        return [(fact.data.get("plan"), fact.rests_on) for fact in workspace.facts]


def test_no_plan_no_paper(run: Commands, hill: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    words = ("export", "plan", "--programme", hill, "--out", out)
    assert run.refused(*words) == "There is no plan in this programme yet."
    with inside(hill) as workspace:
        workspace.perform("drop-plan", plans.drop_plan, write_plan(workspace))
    assert run.refused(*words) == "There is no plan in this programme yet."
    assert not out.exists()


def test_a_plan_that_is_not_signed_does_not_leave(run: Commands, hill: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    words = ("export", "plan", "--programme", hill, "--out", out)
    with inside(hill) as workspace:
        plan_id = write_plan(workspace)
    assert run.refused(*words).startswith("Close the plan for signing first.")
    with inside(hill) as workspace:
        sign(workspace, plan_id, "Siân", "Łukasz")
    assert run.refused(*words).startswith("At least one student and one member of staff sign")
    assert not out.exists()
    assert exported(hill) == []


def test_a_signed_plan_leaves_with_its_names_and_that_is_on_record(run: Commands, hill: Path, tmp_path: Path) -> None:
    with inside(hill) as workspace:
        plan_id = signed_plan(workspace)
    out = tmp_path / "plan for the head.pdf"
    said = run.done("export", "plan", "--programme", hill, "--out", out)
    assert said == f"The plan “Ask us halfway” is in {out}.\n"
    words = " ".join(poppler(out.read_bytes()).split())
    for part in ("Ask us halfway", "Make three questions", "Siân and Łukasz", "Nguyễn", "Mr A.", "Plan a lesson ✓"):
        assert part in words
    with inside(hill) as workspace:
        [fact] = workspace.facts
        sealed = workspace.programme.get(Plan, plan_id).sealed
        assert sealed is not None
        assert fact.what is Happened.EXPORTED
        assert dict(fact.data) == {
            "what": "plan",
            "plan": plan_id,
            "file": out.name,
            "hash": signing.content_hash(sealed),
            "version": 1,
            **returned.on_record(out.read_bytes()),
        }
        assert fact.data["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
        assert fact.data["size"] == out.stat().st_size
        assert plan_id in fact.rests_on
        with pytest.raises(DomainError, match=r"Undo stops here: this went out as plan for the head\.pdf"):
            workspace.undo()
    assert run.done("check", "--programme", hill).endswith("is sound.\n")


def test_of_several_plans_the_latest_signed_one_leaves(run: Commands, hill: Path, tmp_path: Path) -> None:
    with inside(hill) as workspace:
        signed_plan(workspace, "First")
        second = signed_plan(workspace, "Second")
        write_plan(workspace, "Third")
    assert "“Second”" in run.done("export", "plan", "--programme", hill, "--out", tmp_path / "plan.pdf")
    assert [plan for plan, _ in exported(hill)] == [second]


def test_a_reopened_plan_is_signed_again_first(run: Commands, hill: Path, tmp_path: Path) -> None:
    with inside(hill) as workspace:
        plan_id = signed_plan(workspace)
    words = ("export", "plan", "--programme", hill, "--out", tmp_path / "plan.pdf")
    run.done(*words)
    first = (tmp_path / "plan.pdf").read_bytes()
    with inside(hill) as workspace:
        workspace.perform("reopen", signing.reopen, plan_id)
    assert run.refused(*words).startswith("Close the plan for signing first.")
    assert (tmp_path / "plan.pdf").read_bytes() == first
    with inside(hill) as workspace:
        sign(workspace, plan_id, "Siân", "Mr A.")
    run.done(*words)
    assert "version 2" in poppler((tmp_path / "plan.pdf").read_bytes())
    assert [plan for plan, _ in exported(hill)] == [plan_id, plan_id]


def test_no_folder_of_this_laptop_is_on_the_paper(run: Commands, hill: Path, tmp_path: Path) -> None:
    with inside(hill) as workspace:
        signed_plan(workspace)
    run.done("export", "plan", "--programme", hill, "--out", tmp_path / "plan.pdf")
    paper = (tmp_path / "plan.pdf").read_bytes()
    assert str(tmp_path).encode() not in paper
    assert str(tmp_path) not in poppler(paper)


def test_check_changes_nothing(run: Commands, hill: Path, table: Path, home: Path) -> None:
    run.done("import", table, "--programme", hill)
    before, kept = bytes_of(hill.parent), bytes_of(home)
    run.done("check", "--programme", hill)
    assert (bytes_of(hill.parent), bytes_of(home)) == (before, kept)


def test_help_says_every_command(run: Commands, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["--help"])
    assert left.value.code == 0
    helped = capsys.readouterr().out
    assert all(word in helped for word in ("new", "import", "export", "check", "rehearse", "--programme"))


def test_the_prompt_bank_and_the_coverage_are_told_as_json(tmp_path, capsys):
    assert cli.main(["prompts", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["aspects"]) >= 18
    programme = tmp_path / "a.workshop"
    cli.main(["new", str(programme), "--school", "Hillside"])
    capsys.readouterr()
    assert cli.main(["coverage", "--programme", str(programme), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["familiar_ground"]["share"] == 0
