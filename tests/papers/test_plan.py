"""From a programme to what leaves the app: the sealed words, whole, and nothing private."""

import csv
import io
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.documents.reading import everything, pages, text
from workshop_app import papers
from workshop_app.domain import choosing, ideas, people, plans, replies, sessions, signing
from workshop_app.domain.answers import Kind
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Given
from workshop_app.domain.people import Person, Role
from workshop_app.domain.plans import Hands, Plan
from workshop_app.domain.programme import About, Programme, empty, rename_school
from workshop_app.domain.sessions import Asked
from workshop_app.domain.signing import Signature

AT = datetime(2026, 11, 13, 10, tzinfo=UTC)
ON = date(2026, 11, 13)
CANARY = "canary"
PEOPLE = {
    "id-sian": ("Siân", Role.STUDENT),
    "id-lukasz": ("Łukasz", Role.STUDENT),
    "id-nguyen": ("Nguyễn", Role.STUDENT),
    "id-mr-a": ("Mr A.", Role.STAFF),
    "id-mum": ("Dan’s mum", Role.FAMILY),
}
STROKES = (((0.1, 0.5), (0.5, 0.1), (0.9, 0.7)),)


def closed(*, practice: bool = False) -> Programme:
    """A programme with one session, three ideas, and one plan that is closed for signing; Łukasz was not there."""
    programme = empty(About("Hillside School", "2026–27", practice))
    for place, (key, (name, role)) in enumerate(PEOPLE.items()):
        at = AT + timedelta(minutes=place)
        programme = people.add_person(programme, new_id=key, at=at, name=name, role=role).programme
    asked = Asked(
        "id-asked", "id-session", "prompt", "learning", "How we learn", f"{CANARY} label", "days", "What?", "What?",
        f"{CANARY} facilitator's note", 0,
    )  # fmt: skip
    programme = sessions.prepare(
        programme,
        new_id="id-session",
        at=AT,
        held_on=ON,
        minutes=60,
        present=[key for key in PEOPLE if key != "id-lukasz"],
        prompts=[asked],
    ).programme
    given = [
        Given(
            "It’s too late to say you were lost.", Role.STUDENT, asked_id="id-asked", aspect_id="learning", label=CANARY
        ),
        Given("Ask on slips.", Role.STAFF, person_id="id-mr-a"),
        Given(f"={CANARY}", Role.FAMILY),
    ]
    spots = [(0.0, 0.0), (200.0, 0.0), (400.0, 0.0)]
    programme = ideas.add(programme, new_ids=["idea-1", "idea-2", "idea-3"], at=AT, given=given, spots=spots).programme
    programme = ideas.new_theme(programme, new_id="id-theme", at=AT, name="Lessons", idea_ids=["idea-1"]).programme
    programme = choosing.back(programme, "idea-1", students=6, adults=1).programme
    programme = choosing.take_forward(programme, ["idea-1", "idea-2"]).programme
    programme = plans.start(
        programme, new_id="plan", at=AT, title="Ask us: halfway?", idea_ids=["idea-1", "idea-2"]
    ).programme
    programme = plans.write(programme, "plan", "how_we_know", "Fewer of us are lost.").programme
    programme = plans.review(programme, "plan", date(2027, 3, 12)).programme
    actions = [
        ("ask", "Ten minutes in the staff meeting", Hands.DECISION, ["id-sian"], "Ms Patel"),
        ("make", "Make three questions", Hands.OURS, ["id-sian", "id-lukasz"], ""),
        ("plan-it", "Plan a lesson ✓", Hands.WITH_ADULT, ["id-nguyen", "id-mr-a"], ""),
        ("gone", f"{CANARY} dropped", Hands.OURS, ["id-sian"], ""),
    ]
    for key, what, hands, owners, asked_of in actions:
        programme = plans.add_action(
            programme,
            "plan",
            new_id=key,
            what=what,
            hands=hands,
            owner_ids=owners,
            asked_of=asked_of,
            by=date(2026, 12, 4),
        ).programme
    programme = plans.drop_action(programme, "gone").programme
    return signing.close_for_signing(programme, "plan").programme


def sign(programme: Programme, person_id: str, minutes: int = 0, words: str = "") -> Programme:
    return signing.sign(
        programme,
        "plan",
        person_id,
        new_id=f"signature-{person_id}",
        at=AT + timedelta(minutes=minutes),
        strokes=() if words else STROKES,
        words=words,
    ).programme


def signed(**about) -> Programme:
    programme = sign(closed(**about), "id-mr-a", 1)
    return sign(sign(programme, "id-nguyen", 2), "id-sian", 3, words="Siân E.")


@pytest.fixture(scope="module")
def file() -> papers.PlanFile:
    return papers.plan_pdf(signed(), "plan", ON)


def test_the_paper_carries_actions_owners_and_names(file):
    words = text(file.pdf)
    for sentence in (
        "Hillside School · coproduction group · 13 November 2026",
        "✓ Agreed and signed by 2 students and 1 member of staff.",
        "Asked of Ms Patel · by 4 December 2026",
        "Siân and Łukasz (students)",
        "Nguyễn (student), Mr A. (staff)",
        "Plan a lesson ✓",
        "We look at it again on 12 March 2027.",
        "A student · backed by 6 students, 1 adult",
        "“Ask on slips.” A member of staff",
        "Absent: Łukasz (student)",
        "Still asked to sign: Dan’s mum (family)",
        "Siân E.",
    ):
        assert sentence in words


def test_students_come_first_under_signed_whenever_they_signed(file):
    words = text(file.pdf)
    after = words[words.index("Siân E.") :]
    assert after.index("Nguyễn student") < after.index("Siân student · typed") < after.index("Mr A. staff")


def test_the_number_at_the_foot_is_that_of_the_sealed_words(file):
    sealed = signed().get(Plan, "plan").sealed
    assert file.content_hash == signing.content_hash(sealed)
    grouped = " ".join(file.content_hash[start : start + 4] for start in (0, 4, 8))
    assert all(f"version 1 · content {grouped}" in sheet for sheet in pages(file.pdf))


def test_paper_holds_the_words_that_were_signed_not_those_of_today(file):
    later = rename_school(signed(), "Another School", "2027–28").programme
    later = people.rename_person(later, "id-mr-a", "Mr B.").programme
    later = ideas.reword(later, "idea-1", "Something else.").programme
    later = choosing.back(later, "idea-1", students=9).programme
    assert papers.plan_pdf(later, "plan", ON) == file


def test_nothing_private_is_in_it(file):
    programme = signed()
    whole = everything(file.pdf) + file.file_name
    assert CANARY not in whole
    ids = [*programme.all(Person), *programme.all(Signature), "idea-1", "id-asked", "id-session", "id-theme"]
    assert "Fewer of us are lost." in whole  # what is attached was looked at too
    assert [one for one in ids if one in whole] == []


def test_what_it_rests_on(file):
    assert file.rests_on == {
        *("plan", "ask", "make", "plan-it", "idea-1", "idea-2"),
        *PEOPLE,
        *("signature-id-sian", "signature-id-nguyen", "signature-id-mr-a"),
    }


def test_it_rests_on_whoever_signed_also_without_an_action():
    assert "id-mum" in papers.plan_pdf(sign(signed(), "id-mum"), "plan", ON).rests_on


def test_the_same_plan_is_the_same_file(file):
    assert papers.plan_pdf(signed(), "plan", ON) == file


def test_practice_says_so_on_paper_and_in_the_files_name():
    file = papers.plan_pdf(signed(practice=True), "plan", ON)
    assert all("Practice" in sheet for sheet in pages(file.pdf))
    assert file.file_name == "Practice - Plan - Ask us halfway - version 1.pdf"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ask us: halfway?", "Plan - Ask us halfway - version 1.pdf"),
        ('../..\\a<b>|"*', "Plan - a b - version 1.pdf"),
        ("???", "Plan - version 1.pdf"),
        ("Siân & Łukasz.", "Plan - Siân & Łukasz - version 1.pdf"),
        ("x" * 80, f"Plan - {'x' * 40} - version 1.pdf"),
    ],
)
def test_a_name_that_every_file_system_takes(title, name):
    programme = signing.reopen(closed(), "plan").programme
    programme = plans.name_plan(programme, "plan", title).programme
    plan = replace(programme.get(Plan, "plan"), version=1)
    programme = Programme({**programme.tables, Plan: {"plan": plan}})
    programme = signing.close_for_signing(programme, "plan").programme
    programme = sign(sign(programme, "id-sian"), "id-mr-a")
    assert papers.plan_pdf(programme, "plan", ON).file_name == name


def test_an_open_plan_does_not_leave():
    programme = signing.reopen(signed(), "plan").programme
    with pytest.raises(DomainError, match="Close the plan for signing first"):
        papers.plan_pdf(programme, "plan", ON)


@pytest.mark.parametrize("signers", [(), ("id-sian", "id-nguyen"), ("id-mr-a", "id-mum")])
def test_a_plan_leaves_when_a_student_and_a_member_of_staff_have_signed(signers):
    programme = closed()
    for person_id in signers:
        programme = sign(programme, person_id)
    with pytest.raises(DomainError, match="At least one student and one member of staff sign"):
        papers.plan_pdf(programme, "plan", ON)


def test_a_signature_for_earlier_words_is_not_on_the_paper():
    programme = signing.reopen(signed(), "plan").programme
    programme = signing.close_for_signing(programme, "plan").programme
    programme = signing.sign(programme, "plan", "id-nguyen", new_id="again", at=AT, strokes=STROKES).programme
    programme = signing.sign(programme, "plan", "id-mr-a", new_id="again-2", at=AT, strokes=STROKES).programme
    file = papers.plan_pdf(programme, "plan", ON)
    assert "signed by 1 student and 1 member of staff" in text(file.pdf)
    assert "Siân E." not in text(file.pdf)
    assert "version 2" in text(file.pdf)


def test_ideas_as_a_table():
    programme = ideas.set_idea_aside(signed(), "idea-2", "Said twice").programme
    data = papers.ideas_csv(programme)
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows == [
        [
            *("Idea", "Aspect", "Theme", "Given by", "Backed by students", "Backed by adults", "Goes forward"),
            *("In English", "Answered", "Reason"),
        ],
        ["It’s too late to say you were lost.", "How we learn", "Lessons", "Student", "6", "1", "yes", "", "", ""],
        ["'=canary", "", "", "Family", "0", "0", "no", "", "", ""],
    ]


def test_what_was_replied_to_a_plan_answers_its_ideas_in_the_table():
    programme = signed()
    said = replies.Answered(1, "ask", Kind.WITH_CHANGES, reason="Five minutes")
    told = {"decided_by": "Ms Patel", "decided_on": ON, "came": replies.Came.PAPER, "new_ids": ["r"], "at": AT}
    words = signing.content_hash(programme.get(Plan, "plan").sealed)
    programme = replies.take_in(programme, plan_id="plan", content_hash=words, answered=[said], **told).programme
    rows = list(csv.reader(io.StringIO(papers.ideas_csv(programme).decode("utf-8-sig"))))
    answered = ["yes with changes", "Five minutes"]
    assert [row[-2:] for row in rows[1:]] == [answered, answered, ["", ""]]


def test_a_drawing_and_a_translation_stand_in_the_table():
    drawn = ideas.Given("", Role.STUDENT, drawing=(((0.1, 0.1), (0.9, 0.9)),))
    more = ideas.Given("Більше часу", Role.STUDENT, translation="More time")
    programme = ideas.add(
        signed(), new_ids=["drawn", "more"], at=AT, given=[drawn, more], spots=[(0, 0), (0, 1)]
    ).programme
    rows = list(csv.reader(io.StringIO(papers.ideas_csv(programme).decode("utf-8-sig"))))
    assert [(row[0], row[7]) for row in rows[-2:]] == [("(a drawing)", ""), ("Більше часу", "More time")]


def test_a_dissolved_theme_is_no_theme_in_the_table():
    programme = ideas.dissolve_theme(signed(), "id-theme", [(0.0, 200.0)]).programme
    assert b"Lessons" not in papers.ideas_csv(programme)


def test_the_app_starts_without_the_paper_machine():
    code = "import sys, workshop_app.papers; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("way", [papers.Way.LARGE, papers.Way.PLAIN])
def test_a_version_for_everybody_is_of_the_same_sealed_words(way):
    made = papers.plan_pdf(signed(), "plan", ON, way=way)
    assert "Ten minutes in the staff meeting" in text(made.pdf)
    assert CANARY not in text(made.pdf) + made.pdf.decode("latin-1")
    assert made.file_name == papers.plan_file_name(signed(), "plan", way)
    assert made.file_name != papers.plan_file_name(signed(), "plan")
