"""A returned plan: untouched, re-saved or altered; whose it is, which version, and what was answered."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from tests import programmes, returning
from tests.exchange import forms
from tests.returning import FILLED, asking_plan, in_process, next_version, put, send
from workshop_app import homecoming, inbox
from workshop_app.domain import plans, replies
from workshop_app.domain.answers import Kind
from workshop_app.domain.errors import DomainError
from workshop_app.domain.facts import Happened
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import rename_school
from workshop_app.homecoming import Arrived, How
from workshop_app.storage.errors import StorageError
from workshop_app.workspace import Workspace

DAY = date(2026, 12, 1)


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Workspace]:
    workspace = programmes.new(tmp_path / "school.workshop")
    yield workspace
    workspace.close()


@pytest.fixture
def plan(school: Workspace) -> str:
    return asking_plan(school)


def look(workspace: Workspace, tmp_path: Path, data: bytes) -> Arrived:
    place = put(tmp_path, data)
    return homecoming.look(workspace.programme, workspace.facts, place, DAY, in_process)


def refused(workspace: Workspace, tmp_path: Path, data: bytes) -> str:
    with pytest.raises(DomainError) as refusal:
        look(workspace, tmp_path, data)
    return str(refusal.value)


class TestComesHome:
    @pytest.mark.parametrize(("fill", "how"), [(forms.by_pypdf, How.UNTOUCHED), (forms.by_browser, How.RESAVED)])
    def test_filled_by_a_reader_it_says_what_was_answered(
        self, school: Workspace, plan: str, tmp_path: Path, fill, how: How
    ) -> None:
        arrived = look(school, tmp_path, fill(send(school, plan), FILLED))
        assert (arrived.how, arrived.plan_id, arrived.version, arrived.notes) == (how, plan, 1, ())
        assert [(one.what, one.asked_of, one.kind) for one in arrived.asks] == [
            (returning.ASKS[0], "The head", Kind.YES),
            (returning.ASKS[1], "The head", Kind.NOT_YET),
        ]
        second = arrived.asks[1]
        assert (second.reason, second.next_step) == (FILLED["ask2.reason"], FILLED["ask2.next"])
        assert (arrived.decided_by, arrived.decided_on) == ("Ms H., head", date(2026, 11, 27))
        answered = second.answered(DAY)
        assert answered is not None
        assert answered.due == date(2026, 12, 14)
        assert answered.action_id == plans.actions_of(school.programme, plan)[3].id

    def test_an_ask_that_is_not_answered_waits(self, school: Workspace, plan: str, tmp_path: Path) -> None:
        arrived = look(school, tmp_path, forms.by_pypdf(send(school, plan), {"ask1.answer": "yes", "decided_by": "H"}))
        taking = inbox.of(arrived, DAY)
        assert [one.ask for one in taking.answered] == [1]
        assert taking.decided_on == DAY
        inbox.take_in(school, taking)
        assert replies.waiting(school.programme, plan) == [2]

    def test_a_reason_that_was_left_out_is_seen_and_stops_it(
        self, school: Workspace, plan: str, tmp_path: Path
    ) -> None:
        arrived = look(school, tmp_path, forms.by_pypdf(send(school, plan), {**FILLED, "ask2.reason": " "}))
        assert [one.lacks_reason for one in arrived.asks] == [False, True]
        before = school.programme
        with pytest.raises(DomainError, match="reason for ask 2"):
            inbox.take_in(school, inbox.of(arrived, DAY))
        assert programmes.same(school.programme, before)
        whole = replace(arrived, asks=(arrived.asks[0], replace(arrived.asks[1], reason="After the exams")))
        inbox.take_in(school, inbox.of(whole, DAY))
        assert len(replies.replies_to(school.programme, plan)) == 2

    def test_nothing_filled_in_is_said(self, school: Workspace, plan: str, tmp_path: Path) -> None:
        assert any("Nothing is answered" in note for note in look(school, tmp_path, send(school, plan)).notes)

    @pytest.mark.parametrize("day", ["when I can", "31/31/2026", "4 May 2031"])
    def test_a_day_that_is_none_is_told_and_left_open(
        self, school: Workspace, plan: str, tmp_path: Path, day: str
    ) -> None:
        arrived = look(school, tmp_path, forms.by_pypdf(send(school, plan), {**FILLED, "decided_on": day}))
        assert arrived.decided_on is None
        assert any(day in note for note in arrived.notes)

    def test_a_day_without_a_year_is_the_last_such_day(self, school: Workspace, plan: str, tmp_path: Path) -> None:
        arrived = look(school, tmp_path, forms.by_pypdf(send(school, plan), {**FILLED, "decided_on": "27 Nov"}))
        assert arrived.decided_on == date(2026, 11, 27)

    def test_what_is_looked_at_is_what_will_be_kept(self, school: Workspace, plan: str, tmp_path: Path) -> None:
        odd = {
            "ask2.reason": "\u202eton\u202c yet\x00\rLater",
            "decided_by": "Ms\u202e H.",
            "decided_on": "\u202e7\u202d",
        }
        arrived = look(school, tmp_path, forms.by_pypdf(send(school, plan), {**FILLED, **odd}))
        assert (arrived.asks[1].reason, arrived.decided_by) == ("ton\u202c yet\nLater", "Ms H.")
        inbox.take_in(school, inbox.of(arrived, DAY))
        kept = replies.replies_to(school.programme, plan)
        assert [one.reason for one in kept] == [one.reason for one in arrived.asks]

    def test_an_older_version_may_be_answered_and_stays_with_that_version(
        self, school: Workspace, plan: str, tmp_path: Path
    ) -> None:
        pdf = send(school, plan)
        next_version(school, plan)
        arrived = look(school, tmp_path, forms.by_pypdf(pdf, FILLED))
        assert (arrived.version, school.programme.get(Plan, plan).version) == (1, 2)
        assert any("answers version 1" in note and "version 2 now" in note for note in arrived.notes)
        inbox.take_in(school, inbox.of(arrived, DAY))
        assert [one.content_hash for one in replies.replies_to(school.programme, plan)] == [arrived.content_hash] * 2
        assert replies.waiting(school.programme, plan) == [1, 2]

    def test_a_paper_that_was_sent_before_pages_were_kept(self, school: Workspace, plan: str, tmp_path: Path) -> None:
        arrived = look(school, tmp_path, forms.by_browser(send(school, plan, faces=False), FILLED))
        assert arrived.how is How.RESAVED
        assert any("can't be compared" in note for note in arrived.notes)

    def test_it_is_put_on_record_and_undo_stops_there(self, school: Workspace, plan: str, tmp_path: Path) -> None:
        arrived = look(school, tmp_path, forms.by_pypdf(send(school, plan), FILLED))
        taking = inbox.of(arrived, DAY)
        assert not inbox.is_in_already(school.programme, taking)
        inbox.take_in(school, taking)
        assert inbox.is_in_already(school.programme, taking)
        fact = school.facts[-1]
        assert fact.what is Happened.TAKEN_IN
        assert dict(fact.data) == {
            "what": "reply",
            "plan": plan,
            "hash": arrived.content_hash,
            "file": "answer.pdf",
            "how": "untouched",
        }
        with pytest.raises(DomainError, match="taken back where it is shown"):
            school.undo()

    def test_on_a_full_disk_nothing_of_it_is_taken_in(self, school: Workspace, plan: str, tmp_path: Path) -> None:
        arrived = look(school, tmp_path, forms.by_pypdf(send(school, plan), FILLED))
        before, facts = school.programme, programmes.fill_up(school)
        with pytest.raises(StorageError, match="The disk is full"):
            inbox.take_in(school, inbox.of(arrived, DAY))
        assert (school.programme, school.facts) == (before, facts)


class TestTurnedAway:
    @settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.data())
    def test_one_flipped_byte(self, school: Workspace, plan: str, tmp_path: Path, data: st.DataObject) -> None:
        pdf = send(school, plan)
        place = data.draw(st.integers(0, len(pdf) - 1))
        home = bytearray(forms.by_pypdf(pdf, {}))
        home[place] ^= data.draw(st.integers(1, 255))
        assert "was altered after it was sent" in refused(school, tmp_path, bytes(home))

    def test_other_words_in_an_ask(self, school: Workspace, plan: str, tmp_path: Path) -> None:
        pdf = send(school, plan)
        other = returning.sealed(school, plan).replace("in every class", "in no class")
        said = refused(school, tmp_path, forms.rewritten(pdf, lambda pdf: _attach(pdf, other)))
        assert "ask 1 says “May we ask halfway, in no class?”" in said
        assert "was sent as “May we ask halfway, in every class?”" in said

    def test_other_words_elsewhere_in_the_plan(self, school: Workspace, plan: str, tmp_path: Path) -> None:
        pdf = send(school, plan)
        other = returning.sealed(school, plan).replace("Fewer of us", "More of us")
        assert "says something else" in refused(school, tmp_path, forms.rewritten(pdf, lambda pdf: _attach(pdf, other)))

    def test_a_page_that_shows_something_else(self, school: Workspace, plan: str, tmp_path: Path) -> None:
        def draw(pdf: pikepdf.Pdf) -> None:
            text = pdf.pages[0].Contents.read_bytes()
            pdf.pages[0].Contents = pdf.make_stream(text.replace(b"every class", b"no class..."))

        assert "page 1 shows something else" in refused(school, tmp_path, forms.rewritten(send(school, plan), draw))

    def test_a_page_that_is_missing(self, school: Workspace, plan: str, tmp_path: Path) -> None:
        def tear(pdf: pikepdf.Pdf) -> None:
            del pdf.pages[1]

        assert "page 2 shows something else" in refused(school, tmp_path, forms.rewritten(send(school, plan), tear))

    def test_a_note_over_a_page_is_read_by_people(self, school: Workspace, plan: str, tmp_path: Path) -> None:
        def note(pdf: pikepdf.Pdf) -> None:
            one = Dictionary(Type=Name.Annot, Subtype=Name.Ink, Rect=Array([72, 640, 300, 680]))
            pdf.pages[0].Annots.append(pdf.make_indirect(one))

        said = refused(school, tmp_path, forms.rewritten(send(school, plan), note))
        assert "note or a drawing" in said
        assert "type the answer in" in said

    def test_another_plan_that_never_went_out(self, school: Workspace, plan: str, tmp_path: Path) -> None:
        send(school, plan)
        other = asking_plan(school, "Water")
        pdf = forms.made(returning.sealed(school, other), returning.ASKS)
        assert "“Water” in this form never went out" in refused(school, tmp_path, forms.by_pypdf(pdf, FILLED))

    def test_another_plans_reply_goes_to_that_plan(self, school: Workspace, plan: str, tmp_path: Path) -> None:
        send(school, plan)
        other = asking_plan(school, "Water")
        assert look(school, tmp_path, forms.by_pypdf(send(school, other), FILLED)).plan_id == other

    def test_another_schools_plan(self, school: Workspace, plan: str, tmp_path: Path) -> None:
        elsewhere = programmes.new(tmp_path / "else.workshop")
        elsewhere.perform("rename-school", rename_school, "Ysgol y Bryn", "2026–27")
        for _ in range(3):  # or its ids were those of this school
            elsewhere.new_id()
        pdf = send(elsewhere, asking_plan(elsewhere))
        elsewhere.close()
        send(school, plan)
        assert (
            refused(school, tmp_path, forms.by_pypdf(pdf, FILLED))
            == "This is a plan of Ysgol y Bryn. It belongs there."
        )

    def test_a_plan_of_another_programme_of_this_school(self, school: Workspace, tmp_path: Path) -> None:
        elsewhere = programmes.new(tmp_path / "else.workshop")
        pdf = send(elsewhere, asking_plan(elsewhere))
        elsewhere.close()
        assert "none of this programme" in refused(school, tmp_path, pdf)

    def test_a_pdf_without_a_plan(self, school: Workspace, plan: str, tmp_path: Path) -> None:
        def leave_out(pdf: pikepdf.Pdf) -> None:
            del pdf.attachments["plan.json"]

        said = refused(school, tmp_path, forms.rewritten(send(school, plan), leave_out))
        assert "no plan of ours" in said and "type the answer in" in said

    def test_words_that_were_taken_out_since(self, school: Workspace, plan: str, tmp_path: Path) -> None:
        pdf = send(school, plan)
        [idea] = school.programme.get(Plan, plan).idea_ids
        school.take_unseen(idea)
        school.purge([idea])
        assert "taken out since" in refused(school, tmp_path, forms.by_pypdf(pdf, FILLED))


def _attach(pdf: pikepdf.Pdf, text: str) -> None:
    del pdf.attachments["plan.json"]
    pdf.attachments["plan.json"] = pikepdf.AttachedFileSpec(pdf, text.encode(), filename="plan.json")
