"""Everything that leaves the app: awkward names in all scripts as they were written, spoken, embedded, not private."""

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.documents.reading import poppler, spoken_errors, text
from tests.school_year import HEAD, SchoolYear
from workshop_app import papers
from workshop_app.domain import ideas
from workshop_app.domain.answers import Kind
from workshop_app.domain.errors import DomainError
from workshop_app.domain.facts import Happened
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Hands, plans
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import in_order
from workshop_app.domain.triggers import waiting
from workshop_app.outbox import send_paper
from workshop_app.papers.catalogue import Paper, Wish, make

AWKWARD = ("Siân", "Łukasz", "Nguyễn", "Дар'я", "عائشہ", "\N{SEEDLING}")
ALL = " ".join(AWKWARD)
ON = date(2026, 12, 12)
NAMED = "Zuzanna"  # who gave an idea and wished to be named on the board
STAFF_ALONE = "CANARYuncomfortable"


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SchoolYear]:
    """A session with everything in it, whose words are all awkward."""
    made = SchoolYear(tmp_path_factory.mktemp("year"), date(2026, 11, 6))
    for name in (*AWKWARD, NAMED):
        made.person(name)
    made.person("Mr A.", Role.STAFF)
    made.promise(protected_time=ALL, who_decides=ALL, answer_days=21, budget=ALL, told_when_overdue=ALL, backers=3)
    first = made.session(f"What of {ALL}?", "And what else?")
    seen, demanded, refused, planned = made.given(first, f"Ask {ALL}", f"Open {ALL}", f"More {ALL}", f"Plan {ALL}")
    made.given(first, "Said by somebody", person=NAMED)
    made.theme(f"About {ALL}", seen)
    made.forward(demanded, planned)
    made.object(planned, f"Not so {ALL}", met=f"Met {ALL}")
    made.answer(refused, Kind.NOT_YET, f"Because {ALL}")
    made.back(demanded, students=4, adults=1)
    made.demand(demanded, date(2026, 12, 1), decider=f"Head {ALL}")
    made.count(first, "help/heard", 3, 2, 1, 0, 0)
    made.reflect(first, STAFF_ALONE, f"We wait {ALL}")
    plan_id = made.plan(f"Plan {ALL}", planned, how_we_know=ALL)
    made.action(plan_id, f"Do {ALL}", Hands.OURS, AWKWARD[0], by=date(2026, 12, 4))
    made.action(plan_id, f"May we {ALL}", Hands.DECISION, by=date(2026, 12, 20), asked_of=HEAD)
    made.sign(plan_id, *AWKWARD[:2], "Mr A.")
    made.end(first)
    yield made
    made.close()


def wish_of(programme: Programme) -> Wish:
    return Wish(session_id=in_order(programme)[-1].id, trigger_id=waiting(programme)[0].id)


def of(paper: Paper) -> Callable[[Programme], bytes]:
    return lambda programme: make(paper, programme, ON, wish_of(programme)).pdf


def plan_in(way: papers.Way) -> Callable[[Programme], bytes]:
    return lambda programme: papers.plan_pdf(programme, plans(programme)[0].id, ON, way=way).pdf


EVERY: dict[str, Callable[[Programme], bytes]] = {
    **{paper.value: of(paper) for paper in Paper},
    **{f"plan-{way}": plan_in(way) for way in papers.Way},
    "board-poster": lambda programme: papers.board_poster(programme, ON),
    "board-cards": lambda programme: papers.board_cards(programme, ON),
}
GENERIC = {Paper.ANSWERS.value}  # nobody's words are in it but the school's name


@pytest.mark.parametrize("what", EVERY)
def test_every_paper_carries_names_in_all_scripts_and_can_be_read_aloud(what: str, year: SchoolYear) -> None:
    pdf = EVERY[what](year.programme)
    said = poppler(pdf)
    for name in AWKWARD if what not in GENERIC else ("Ysgol Siân",):
        assert name in said
    assert "�" not in said
    assert spoken_errors(pdf) == []
    assert b"Helvetica" not in pdf
    assert all(embedded for _, embedded in fonts(pdf))
    assert EVERY[what](year.programme) == pdf


def fonts(pdf: bytes) -> list[tuple[str, bool]]:
    """Every font of a file, and whether it is embedded."""
    found = []
    with pikepdf.open(BytesIO(pdf)) as file:
        for one in file.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
                found.append((str(one.FontName), any(f"/FontFile{n}" in one for n in ("", "2", "3"))))
    assert found
    return found


@pytest.mark.parametrize("paper", Paper)
def test_no_paper_names_who_gave_an_idea_or_tells_what_staff_said_among_themselves(
    paper: Paper, year: SchoolYear
) -> None:
    pdf = of(paper)(year.programme)
    said = text(pdf)
    assert NAMED not in said
    assert STAFF_ALONE not in said
    assert STAFF_ALONE not in pdf.decode("latin-1")


def test_what_left_the_app_is_on_record_and_a_letter_that_went_out_stays_asked(year: SchoolYear) -> None:
    space, wish = year.workspace, wish_of(year.programme)
    for paper in (Paper.RECORD, Paper.LETTER):
        place = year.folder / f"{paper}.pdf"
        send_paper(space, place, paper, make(paper, space.programme, ON, wish))
        assert place.read_bytes().startswith(b"%PDF")
        fact = space.facts[-1]
        assert (fact.what, dict(fact.data)) == (Happened.EXPORTED, {"what": paper.value, "file": place.name})
        assert (wish.trigger_id in fact.rests_on) == (paper is Paper.LETTER)
    with pytest.raises(DomainError, match=r"the letter went out as letter\.pdf"):
        while space.labels()[0] is not None:
            space.undo()


def test_what_is_not_there_is_said_in_a_sentence(year: SchoolYear) -> None:
    for paper in (Paper.RECORD, Paper.LETTER):
        with pytest.raises(DomainError):
            make(paper, year.programme, ON, Wish(session_id="none", trigger_id="none"))


def test_what_needs_no_answer_any_more_has_no_letter(tmp_path: Path) -> None:
    made = SchoolYear(tmp_path, date(2026, 11, 6))
    made.person("Siân")
    made.promise(backers=1)
    (idea,) = made.given(made.session("What?"), "A quiet room")
    made.back(idea, students=1)
    wish = Wish(trigger_id=made.demand(idea, date(2026, 12, 1)))
    assert "A quiet room" in text(make(Paper.LETTER, made.programme, ON, wish).pdf)
    made.do("set-aside-unseen", ideas.take_unseen, idea)
    with pytest.raises(DomainError, match="needs no answer any more"):
        make(Paper.LETTER, made.programme, ON, wish)
    made.close()


def test_an_empty_programme_has_papers_too(tmp_path: Path) -> None:
    made = SchoolYear(tmp_path, date(2026, 9, 1))
    said = text(make(Paper.YOU_SAID, made.programme, ON, Wish()).pdf)
    assert "Nothing was said yet." in said
    assert "What would you change, or keep?" in text(make(Paper.SLIPS, made.programme, ON, Wish()).pdf)
    assert "Protected time" in text(make(Paper.PROMISE, made.programme, ON, Wish()).pdf)
    made.close()
