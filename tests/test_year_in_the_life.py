"""A year in the life: six sessions and two plans, on a real file, with days that only pass where it says so.

One answer is "yes with changes" and meets a counter-offer, one is "not yet" with its reason; a signature is void, an
action and a demanded answer are overdue. The ledger, the poster, the record and the pictures say exactly that.
"""

from collections.abc import Iterator
from datetime import date

import pytest

from tests.documents.reading import pages
from tests.programmes import opened
from tests.school_year import HEAD, SchoolYear
from workshop_app.domain import answers, headcounts, ledger, plans, power, replies, signing, triggers
from workshop_app.domain.answers import Kind
from workshop_app.domain.headcounts import Side
from workshop_app.domain.ledger import Entry
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Hands, Plan
from workshop_app.domain.programme import Programme
from workshop_app.domain.progress import How, Really
from workshop_app.domain.replies import Says
from workshop_app.facilitation import promises, questions
from workshop_app.homecoming import How as Came
from workshop_app.papers.catalogue import Paper, Wish, make

CHANGES = "Five minutes, and only in science."
TODAY = date(2027, 1, 15)
SUMMER = "The pipes are mended in summer. We look again in May."
LEAF = "\N{SEEDLING}"
TOP = "Ysgol Siân · school year 2026–27 You said – we did – why not You said We did Why, or why not"
OFFER = "Ten minutes once, then we ask again"
ASK = "Ten minutes in one staff meeting"


class Year(SchoolYear):
    """The year as it goes, session by session."""

    def september(self) -> None:
        """The school promises first; the first ideas are given."""
        for name in ("Siân", "Łukasz", "Nguyễn", "Дар'я", "عائشہ"):
            self.person(name)
        self.person("Mr A.", Role.STAFF)
        self.promise(
            protected_time="Fifty minutes every third Friday",
            who_decides="Everything else: the head",
            answer_days=21,
            told_when_overdue="the chair of governors",
            backers=5,
        )
        self.first = self.session("What happens when you are lost in a lesson?")
        self.lost, self.late = self.given(self.first, "Ask us halfway", "By the test it is too late")
        self.quiet, self.water, self.phones = self.given(
            self.first, "A quiet room at lunch", f"Drinking water on every floor {LEAF}", "A phone hour on Fridays"
        )
        self.theme("Lessons", self.lost, self.late)
        self.count(self.first, "help/heard", 2, 2, 1, 0, 0)
        self.count(self.first, "help/heard", 0, 1, 0, 0, 0, side=Side.STAFF)  # of one: nobody ever sees it
        self.end(self.first)

    def october(self) -> None:
        """They choose and plan; Łukasz's signature becomes void; the paper goes to the head and comes back."""
        self.go_to(date(2026, 10, 9))
        session = self.session("Which of these helps most?")
        self.back(self.lost, students=5, adults=1)
        self.back(self.quiet, students=3)
        self.back(self.phones, students=4, adults=1)
        self.object(self.lost, "It takes time from the topic.", met="One subject first.")
        self.forward(self.lost, self.late, self.quiet)
        self.halfway = self.plan("Ask us halfway", self.lost, self.late)
        self.cards = self.action(
            self.halfway, "Make three halfway questions", Hands.OURS, "Siân", by=date(2026, 10, 23)
        )
        self.ask = self.action(self.halfway, ASK, Hands.DECISION, by=date(2026, 10, 30), asked_of=HEAD)
        self.sign(self.halfway, "Łukasz")
        self.do("reopen-plan", signing.reopen, self.halfway)
        self.do("write-plan", plans.write, self.halfway, "why", "By the test it is too late.")
        self.sign(self.halfway, "Siân", "Mr A.")
        self.void = [one.name for one in signing.standing(self.programme, self.halfway).void]
        self.answer(self.water, Kind.NOT_YET, SUMMER)
        self.end(session)
        sent = self.send(self.halfway)
        self.go_to(date(2026, 10, 23))
        filled = {"ask1.answer": "yes-with-changes", "ask1.reason": CHANGES, "ask1.next": "I put it on the list"}
        told = {"ask1.by_when": "6 nov", "decided_by": HEAD, "decided_on": "22/10/2026"}
        self.came = self.comes_back(sent, filled | told)

    def november(self) -> None:
        """Students make a counter-offer, and demand an answer; they are heard on the one, and not on the other."""
        self.go_to(date(2026, 11, 6))
        session = self.session("What do we say to the answer?")
        self.tell(*[one.id for one in replies.replies_to(self.programme, self.halfway)], session_id=session)
        self.respond(self.halfway, self.came.content_hash, Says.COUNTER, OFFER)
        self.demand(self.phones, due=date(2026, 11, 27))
        self.progress(self.cards, How.DONE, "They are on the wall", Really.YES)
        self.count(session, "help/heard", 4, 1, 0, 0, 0)
        self.end(session)

    def winter(self) -> None:
        """The counter-offer is signed and heard; the second plan is all in their own hands, and a sign is late."""
        what = {"what": f"{ASK}, then we ask again", "hands": Hands.DECISION, "owner_ids": (), "asked_of": HEAD}
        self.do("change-action", plans.change_action, self.ask, **what, by=date(2026, 11, 20))
        self.sign(self.halfway, "Siân", "Łukasz", "Mr A.")
        sent = self.send(self.halfway)
        self.go_to(date(2026, 11, 13))
        filled = {"ask1.answer": "yes", "ask1.next": "Siân opens the meeting", "ask1.by_when": "27 nov"}
        self.comes_back(sent, filled | {"decided_by": HEAD, "decided_on": "13/11/2026"})
        self.go_to(date(2026, 11, 20))
        session = self.session("Who can help with a quiet room?")
        (reply,) = replies.replies_to(self.programme, self.halfway, self.hash_of(self.halfway))
        self.tell(reply.id, *[one.id for one in answers.by_idea(self.programme).values()], session_id=session)
        self.progress(reply.id, How.DONE, "Siân spoke", Really.PARTLY)
        room = self.plan("A quiet room", self.quiet)
        talk = self.action(room, "Ask the library", Hands.OURS, "Nguyễn", by=date(2026, 12, 4))
        self.action(room, "Make a sign for the door", Hands.WITH_ADULT, "Дар'я", "Mr A.", by=date(2026, 12, 11))
        self.sign(room, "Nguyễn", "Дар'я", "Mr A.")
        self.progress(talk, How.DONE, "They said yes", Really.YES)
        self.end(session)
        self.go_to(date(2026, 12, 18))
        session = self.session("What became of it?", minutes=20)
        self.count(session, "ladder", 0, 0, 0, 0, 2, 2, 1, 0)
        self.end(session)

    def january(self) -> None:
        """They look back, and a new idea is given."""
        self.go_to(date(2027, 1, 15))
        self.last = self.session("What do we ask next?")
        self.given(self.last, "Mentors from year eleven")
        self.end(self.last)


def stands(programme: Programme, today: date) -> list[str]:
    """The ledger, a line for each entry."""
    return [_line(one) for one in ledger.of(programme, today).entries]


def paper(what: Paper, programme: Programme, today: date, **wish: str) -> str:
    """The words of a paper, without its foot."""
    made = make(what, programme, today, Wish(**wish))
    return " ".join(page.rpartition(" page ")[0] for page in pages(made.pdf))


def _line(one: Entry) -> str:
    said = [f"{verdict.kind.value}: {verdict.reason or '–'} ({verdict.by}, {verdict.on})" for verdict in one.verdicts]
    heard = [f"told by {one.told.by} on {one.told.on}"] if one.told else []
    due = [f"due {one.trigger.due}"] if one.trigger else []
    parts = [f"{one.title} ×{len(one.idea_ids)}", f"{one.stands.value}, {one.days} days", *said, *heard, *due]
    return " | ".join(parts)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    """The whole year. `autumn` is the programme as it was when the counter-offer was made."""
    made = Year(tmp_path_factory.mktemp("year"), date(2026, 9, 18))
    made.september()
    made.october()
    made.november()
    made.autumn = made.programme
    made.winter()
    made.january()
    yield made
    made.close()


def test_a_yes_with_changes_meets_a_counter_offer_and_a_signature_is_void(year: Year) -> None:
    then = date(2026, 11, 6)
    assert (year.came.how, year.came.version, year.came.notes) == (Came.UNTOUCHED, 2, ())
    assert year.void == ["Łukasz"]
    assert year.autumn.get(Plan, year.halfway).version == 3
    assert stands(year.autumn, then) == [
        "A quiet room at lunch ×1 | waiting, 49 days",
        "A phone hour on Fridays ×1 | waiting, 49 days | due 2026-11-27",
        f"Drinking water on every floor {LEAF} ×1 | answered, 49 days | not-yet: {SUMMER} ({HEAD}, 2026-10-09)",
        f"Lessons ×2 | told, 49 days | yes-with-changes: {CHANGES} ({HEAD}, 2026-10-22) | told by Mr A. on 2026-11-06",
    ]
    since = "No answer yet Waiting since 18 September: 49 days. The school promised 21 days."
    assert paper(Paper.YOU_SAID, year.autumn, then) == (
        f"{TOP} Lessons 2 ideas {ASK} Yes with changes Next: I put it on the list. By 6 November 2026. "
        f"Students offer instead: {OFFER}. {CHANGES} {HEAD} · 22 October 2026 "
        f"Drinking water on every floor {LEAF} Not yet {SUMMER} {HEAD} · 9 October 2026 "
        f"A phone hour on Fridays {since} The answer is due by 27 November, from {HEAD}. "
        f"A quiet room at lunch {since}"
    )


def test_the_ledger_says_exactly_what_became_of_everything(year: Year) -> None:
    assert stands(year.programme, TODAY) == [
        "A phone hour on Fridays ×1 | waiting, 119 days | due 2026-11-27",
        "Mentors from year eleven ×1 | waiting, 0 days",
        f"Lessons ×2 | told, 119 days | yes: – ({HEAD}, 2026-11-13) | told by Mr A. on 2026-11-20",
        f"Drinking water on every floor {LEAF} ×1 | told, 119 days | not-yet: {SUMMER} ({HEAD}, 2026-10-09)"
        " | told by Mr A. on 2026-11-20",
        "A quiet room at lunch ×1 | ours, 119 days",
    ]


def test_the_last_session_opens_with_what_is_overdue(year: Year) -> None:
    told = promises.opening(year.programme, year.last, TODAY)
    assert [(one.why.name, one.said, one.who, one.over) for one in told] == [
        ("OVERDUE", "A phone hour on Fridays", (HEAD,), 49),
        ("OVERDUE", "“Siân opens the meeting”", (HEAD,), 49),
        ("OVERDUE", "Make a sign for the door", ("Дар'я", "Mr A."), 35),
    ]


def test_the_poster_says_exactly_that(year: Year) -> None:
    assert paper(Paper.YOU_SAID, year.programme, TODAY) == (
        f"{TOP} Lessons 2 ideas {ASK}, then we ask again Yes Done. Siân spoke. Students say: only in part. "
        f"{HEAD} · 13 November 2026 "
        f"Drinking water on every floor {LEAF} Not yet {SUMMER} {HEAD} · 9 October 2026 "
        "A quiet room at lunch We do it ourselves Done so far: 1 of 2 steps. It needs nobody’s decision. "
        "A phone hour on Fridays No answer yet Waiting since 18 September 2026: 119 days. "
        f"The school promised 21 days. The answer is due by 27 November 2026, from {HEAD}. That day has passed. "
        "Mentors from year eleven No answer yet Waiting since today."
    )


def test_the_record_of_the_first_session_says_exactly_that(year: Year) -> None:
    limits = " ".join(questions.limits())
    assert paper(Paper.RECORD, year.programme, TODAY, session_id=year.first) == (
        "Ysgol Siân · coproduction group · 18 September 2026 Session 1: what we asked, said and chose "
        "5 students and 1 member of staff were here. 50 minutes. "
        "What happens when you are lost in a lesson? How lessons are taught “Ask us halfway” “By the test it is too "
        f"late” “A quiet room at lunch” “Drinking water on every floor {LEAF}” “A phone hour on Fridays” "
        "What we put together • Lessons: 2 ideas "
        "What we take forward “Ask us halfway” backed by 5 students and 1 adult “By the test it is too late” "
        "“A quiet room at lunch” backed by 3 students "
        "What some of us object to “It takes time from the topic.” A student · how we met it: One subject first. "
        f"What was answered Lessons (2 ideas) {ASK}, then we ask again – Yes {HEAD} · 13 November 2026 · "
        "Done. Siân spoke. Students say: only in part. "
        f"Drinking water on every floor {LEAF} Not yet {SUMMER} · {HEAD} · 9 October 2026 "
        f"Promises that are still open A phone hour on Fridays {HEAD} · by 27 November 2026 · overdue by 49 days "
        f"“Siân opens the meeting” {HEAD} · plan “Ask us halfway” · by 27 November 2026 · overdue by 49 days · "
        "Done. Siân spoke. Students say: only in part. "
        "Make a sign for the door plan “A quiet room” · by 11 December 2026 · overdue by 35 days "
        "How it was, by head-count Do you feel heard here? (5 students) "
        f"2 Very much 2 Quite 1 In between Not much Not at all {limits} "
        "Who held what this year, by role • Proposed, in ideas: students 6, staff 0, families 0, community 0. "
        "• Chose, in hands for what went forward: students 8, adults 1. "
        "• Own, in actions: students 3, staff 1, families 0, community 0. "
        "• Did, in actions: students 2, staff 0, families 0, community 0."
    )


def test_the_letter_says_that_its_day_has_passed(year: Year) -> None:
    (trigger,) = triggers.overdue(year.programme, TODAY)
    said = paper(Paper.LETTER, year.programme, TODAY, trigger_id=trigger.id)
    assert said.startswith(
        f"Ysgol Siân · coproduction group · 15 January 2027 Please answer by 27 November 2026 To {HEAD} "
        "This idea is ours: “A phone hour on Fridays” "
        "Backed by 4 students and 1 adult. Our school agreed that 5 are enough to get an answer. "
        "We asked for the answer on 6 November 2026. The school promised an answer within 21 days. "
        "That day has passed. We still wait, and tell the chair of governors."
    )


def test_the_pictures_say_exactly_that(year: Year) -> None:
    found = headcounts.pictures(year.programme)
    assert [(one.question, one.side, len(one.points), one.unshown) for one in found] == [
        ("ladder", Side.STUDENTS, 1, 0),
        ("help/heard", Side.STUDENTS, 2, 0),
        ("help/heard", Side.STAFF, 0, 1),
    ]
    (ladder,), heard = questions.in_words(found[0]), questions.in_words(found[1])
    assert ladder.startswith("Session 5, 18 Dec: 0 ")
    assert "2 They ask us first, then they decide, 2 Adults begin. We decide with them, 1 We begin it" in ladder
    assert heard == (
        "Session 1, 18 Sep: 2 Very much, 2 Quite, 1 In between, 0 Not much, 0 Not at all.",
        "Session 3, 6 Nov: 4 Very much, 1 Quite, 0 In between, 0 Not much, 0 Not at all.",
    )
    assert power.in_words(power.year(year.programme)) == (
        "Proposed, in ideas: students 6, staff 0, families 0, community 0.",
        "Chose, in hands for what went forward: students 8, adults 1.",
        "Own, in actions: students 3, staff 1, families 0, community 0.",
        "Did, in actions: students 2, staff 0, families 0, community 0.",
    )


def test_all_of_it_is_in_the_file(year: Year) -> None:
    year.close()
    again = opened(year.folder / "year.workshop")
    assert again.programme == year.programme
    again.close()
