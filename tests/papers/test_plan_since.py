"""A new version for a head who knows an earlier one: what was decided, what students offer, and what is otherwise."""

from datetime import timedelta

from tests.documents.reading import pages, spoken_errors, text
from tests.papers.test_plan import AT, ON, signed
from workshop_app import papers
from workshop_app.domain import plans, replies, signing
from workshop_app.domain.answers import Kind
from workshop_app.domain.facts import Fact, Happened
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import Programme
from workshop_app.domain.replies import Answered, Came, Says

LATER = AT + timedelta(days=1)
NO = Answered(1, "ask", Kind.NOT_YET, reason="After the exams")


def hash_of(programme: Programme) -> str:
    return signing.content_hash(programme.get(Plan, "plan").sealed or "")


def anew(programme: Programme, *changes: str) -> Programme:
    """Closed again with other words in as many fields, and signed."""
    if programme.get(Plan, "plan").sealed is not None:
        programme = signing.reopen(programme, "plan").programme
    for field in changes:
        programme = plans.write(programme, "plan", field, f"Otherwise: {field}").programme
    programme = signing.close_for_signing(programme, "plan").programme
    for one in programme.all(signing.Signature).values():
        programme = sign_again(programme, one.person_id)
    return programme


def sign_again(programme: Programme, person_id: str) -> Programme:
    return signing.sign(
        programme, "plan", person_id, new_id=f"again-{person_id}", at=LATER, strokes=(), words="Again"
    ).programme


def answered(says: Says = Says.COUNTER, offer: str = "Five minutes") -> Programme:
    programme = signed()
    about = {"plan_id": "plan", "content_hash": hash_of(programme)}
    programme = replies.take_in(
        programme, new_ids=["reply"], at=AT, answered=[NO], decided_by="Ms Patel", decided_on=ON, came=Came.PDF, **about
    ).programme
    return replies.respond(programme, new_id="says", at=AT, says=says, words=offer, **about).programme


def test_an_answer_and_the_offer_to_it_stand_before_what_is_asked_now() -> None:
    made = papers.plan_pdf(anew(answered(), "change"), "plan", ON)
    words = " ".join(text(made.pdf).split())
    first = words.index("New since version 1")
    assert first < words.index("The answer was: not yet · Ms Patel, 13 November 2026.") < words.index("Asked of Ms")
    assert "What we offer instead: “Five minutes”" in words
    assert "We changed the change." in words
    assert {"reply", "says"} <= made.rests_on
    assert spoken_errors(made.pdf) == []


def test_a_long_offer_leaves_what_is_asked_on_the_first_page() -> None:
    programme = anew(answered(offer="We would rather try it our own way " * 50), "change")
    assert "Asked of Ms Patel" in pages(papers.plan_pdf(programme, "plan", ON).pdf)[0]


def test_what_the_first_page_has_no_room_for_is_counted() -> None:
    programme = anew(answered(Says.ACCEPT), "change", "how_we_know", "why", "students_know", "staff_know")
    words = " ".join(text(papers.plan_pdf(programme, "plan", ON).pdf).split())
    assert "2 more things are otherwise below." in words
    assert "instead" not in words  # they accepted it


def test_a_head_who_saw_no_earlier_version_is_told_nothing_of_it() -> None:
    programme = signed()
    about = {"what": "plan", "plan": "plan", "hash": hash_of(programme)}
    sent = Fact("sent", AT, Happened.EXPORTED, about, frozenset(), 0)
    programme = anew(programme, "change")
    assert "New since" not in text(papers.plan_pdf(programme, "plan", ON).pdf)
    assert "New since version 1" in text(papers.plan_pdf(programme, "plan", ON, facts=[sent]).pdf)
