"""Every paper can be read aloud: what is seen is said, in order, as what it is; decoration is passed over."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from reportlab.platypus import Spacer

from tests.documents.reading import spoken, spoken_errors
from tests.documents.samples import LIMITS, NO_DECISION, OBJECTIONS, ORDINARY, WAVE, decision, signed_by, students
from workshop_app.documents.page import Sheet, render
from workshop_app.documents.paper import Begins, PaperAction, PaperIdea
from workshop_app.documents.plan import build
from workshop_app.documents.setting import Typesetter
from workshop_app.documents.signature_drawing import SignatureDrawing
from workshop_app.documents.structure import Kind
from workshop_app.documents.tagged_canvas import as_artifacts

LONG = tuple(
    PaperAction(f"Thing {number} that we do together. " * 9, Begins.NOW, students("Siân"), None) for number in range(30)
)
PLANS = {
    "ordinary": ORDINARY,
    "nothing to decide": NO_DECISION,
    "voices": replace(ORDINARY, objections=OBJECTIONS, not_open=LIMITS),
    "five asks": replace(ORDINARY, actions=tuple(decision(f"Ask {number}. " * 20) for number in range(5))),
    "many signatures": signed_by(30),
    "a table over pages": replace(ORDINARY, actions=LONG),
    "practice": replace(ORDINARY, practice=True, ideas=(PaperIdea("", "student", drawing=WAVE),)),
}


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_can_be_read_aloud(name: str) -> None:
    assert spoken_errors(build(PLANS[name])) == []


def everything() -> bytes:
    setter = Typesetter()
    rows = [["First " * 300, "one", "1"], [setter.text("Second"), "", "2"], *[["Row", "r", "3"]] * 60]
    groups = [[setter.text("Apart"), setter.text("together")], [setter.text("Alone")]]
    setter.listed(groups)
    story = [
        setter.title("A title"),
        *setter.heading("Heading"),
        setter.text("Words"),
        *setter.items(["One", "Two " * 900]),
        setter.table(("Column", "Other", "Third"), rows, (300, 60, 60), row_headers=True),
        setter.figure(SignatureDrawing(WAVE, 100, 2), "A wave"),
        setter.link("Our page", "https://example.org/"),
        Spacer(0, 10),
        *(one for group in groups for one in group),
    ]
    return render(Sheet("T", "A", "S", date(2026, 1, 1), "foot", "reference"), lambda: story)


@pytest.fixture(scope="module")
def paper() -> bytes:
    return everything()


def test_whatever_the_typesetter_makes_can_be_read_aloud(paper: bytes) -> None:
    assert spoken_errors(paper) == []


def test_it_is_read_in_order_as_what_it_is(paper: bytes) -> None:
    said = spoken(paper)
    assert said[:5] == [("H1", ""), ("H2", ""), ("P", ""), ("L", ""), ("LI", "")]
    kinds = [kind for kind, _more in said]
    counts = {"Table": 1, "TR": 63, "TH": 65, "TD": 124, "Figure": 1, "Link": 1, "L": 2}
    assert {kind: kinds.count(kind) for kind in counts} == counts
    assert ("Figure", "A wave") in said


def test_a_row_over_two_pages_and_a_head_on_each_are_said_once(paper: bytes) -> None:
    with pikepdf.open(BytesIO(paper)) as pdf:
        assert len(pdf.pages) > 2
        table = next(kid for kid in pdf.Root.StructTreeRoot.K[0].K if kid.S == "/Table")
        assert [str(cell.A.Scope) for cell in table.K[0].K] == ["/Column"] * 3
        assert [str(row.K[0].A.Scope) for row in list(table.K)[1:]] == ["/Row"] * 62


def test_a_link_is_where_its_words_are(paper: bytes) -> None:
    with pikepdf.open(BytesIO(paper)) as pdf:
        [link] = pdf.pages[-1].Annots
        assert str(link.A.URI) == "https://example.org/"
        assert str(link.Contents) == "Our page"
        assert "StructParent" in str(list(link.keys()))


def test_its_headings_are_its_outline(paper: bytes) -> None:
    with pikepdf.open(BytesIO(paper)) as pdf, pdf.open_outline() as outline:
        [title] = outline.root
        assert (title.title, [one.title for one in title.children]) == ("A title", ["Heading"])


def test_what_nobody_claimed_is_an_artifact() -> None:
    code = ["q", "1 w", "0 0 1 1 re S", "/P <</MCID 0>> BDC", "q", "BT ET", "Q", "EMC", "n 0 0 l W n", "Q"]
    assert as_artifacts(code) == [
        *("q", "/Artifact BMC", "1 w", "0 0 1 1 re S", "EMC"),
        *("/P <</MCID 0>> BDC", "q", "BT ET", "Q", "EMC", "n 0 0 l W n", "Q"),
    ]


def test_several_things_are_said_as_one() -> None:
    setter = Typesetter()
    group = setter.group(Kind.GROUP, [setter.text("a"), setter.text("b")])
    assert len({id(one.element.parent) for one in group}) == 1
