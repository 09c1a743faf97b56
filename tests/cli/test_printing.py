"""What is printed besides the plan and the board, by command."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.typed import Commands, inside, signed_plan
from tests.documents.reading import text
from tests.school_year import SchoolYear
from workshop_app.domain.facts import Happened


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A programme with two sessions, and an idea that must be answered."""
    made = SchoolYear(tmp_path, date(2026, 11, 6))
    for name in ("Siân", "Łukasz"):
        made.person(name)
    made.promise(answer_days=21, backers=2)
    first = made.session("What of lunch?")
    (idea, _) = made.given(first, "A quiet room", "Drinking water")
    made.back(idea, students=2)
    made.demand(idea, date(2026, 12, 1))
    made.go_to(date(2026, 11, 20))
    made.session("What of breaks?")
    made.close()
    return tmp_path / "year.workshop"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("record",), "Session 2: what we asked, said and chose"),
        (("record", "--session", "1"), "Session 1: what we asked, said and chose"),
        (("poster", "--size", "A4"), "You said – we did – why not"),
        (("promise",), "Every idea is answered within 21 days."),
        (("letter",), "Please answer by 1 December 2026"),
        (("answers",), "Every idea gets an answer"),
        (("prompts", "--each", "4"), "What of breaks?"),
        (("prompts", "--aspect", "homework"), "omework"),
        (("slips", "--session", "1", "--drawing"), "What of lunch?"),
    ],
)
def test_every_paper_is_written_and_on_record(
    run: Commands, school: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    out = tmp_path / "paper.pdf"
    told = run.done("export", *words, "--programme", school, "--out", out)
    assert told == f"It is in {out}.\n"
    assert said in text(out.read_bytes())
    with inside(school) as workspace:
        assert workspace.facts[-1].what is Happened.EXPORTED
        assert workspace.facts[-1].data["what"] in ("you-said", words[0])


@pytest.mark.parametrize(("what", "said"), [("large", "Ask us halfway"), ("plain", "Ask us halfway")])
def test_a_plan_is_for_everybody_in_large_print_and_in_plain_words(
    run: Commands, hill: Path, tmp_path: Path, what: str, said: str
) -> None:
    with inside(hill) as workspace:
        signed_plan(workspace)
    out = tmp_path / "plan.pdf"
    assert run.done("export", what, "--programme", hill, "--out", out).startswith("The plan “Ask us halfway” is in")
    assert said in text(out.read_bytes())
    assert not PdfReader(out).get_fields()  # nobody answers these


def test_one_of_several_plans_is_chosen_by_its_title(run: Commands, hill: Path, tmp_path: Path) -> None:
    with inside(hill) as workspace:
        for title in ("Ask us halfway", "A quiet room"):
            signed_plan(workspace, title)
    out = tmp_path / "plan.pdf"
    for what in ("plan", "large", "plain"):
        said = run.done("export", what, "--plan", "ask us  halfway", "--programme", hill, "--out", out)
        assert said == f"The plan “Ask us halfway” is in {out}.\n"
        assert "A quiet room" not in text(out.read_bytes())
    said = run.refused("export", "plan", "--plan", "Lunch", "--programme", hill, "--out", out)
    assert said == "There is no plan “Lunch”. There are: “Ask us halfway”, “A quiet room”."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("record", "--session", "3"), "There is no session 3 in this programme."),
        (("slips", "--aspect", "nonsense"), "There is no aspect nonsense in the bank."),
        (("letter", "--number", "2"), "1 of them wait. Type a number from 1."),
    ],
)
def test_what_is_not_there_is_refused_in_a_sentence(
    run: Commands, school: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    out = tmp_path / "paper.pdf"
    assert run.refused("export", *words, "--programme", school, "--out", out) == said
    assert not out.exists()


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("record", "There is no session in this programme yet."),
        ("letter", "Nothing waits for an answer that the group asked for."),
    ],
)
def test_in_an_empty_programme_there_is_nothing_to_tell(
    run: Commands, hill: Path, tmp_path: Path, what: str, said: str
) -> None:
    assert run.refused("export", what, "--programme", hill, "--out", tmp_path / "paper.pdf") == said
    run.done("export", "slips", "--programme", hill, "--out", tmp_path / "slips.pdf")
