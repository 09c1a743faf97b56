"""A signed plan as a paper that a head reads in two minutes: first what waits for a decision, then all the rest."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether, Spacer

from workshop_app.dates import long_date
from workshop_app.documents import asks, look, said
from workshop_app.documents.coverage_picture import CoveragePicture, in_words
from workshop_app.documents.finishing import Attached
from workshop_app.documents.fonts import printable
from workshop_app.documents.page import Sheet, render
from workshop_app.documents.paper import Begins, PaperAction, PaperCoverage, PaperSince, PlanPaper
from workshop_app.documents.plan_words import agreed, reference
from workshop_app.documents.setting import Cell, Typesetter
from workshop_app.documents.signed import signed
from workshop_app.documents.tables import Style
from workshop_app.documents.wording import people
from workshop_app.words import translate

_LEAD = 240  # characters of the change that page one has room for in big type
_NAMED = 14  # who signed, that the first page has room to name
_CHANGES = 3  # of a new version, that the first page has room for
_LEAST = 30  # characters of a first sentence: a stop before that may be an abbreviation's


def build(paper: PlanPaper) -> bytes:
    """The PDF of a plan; the same paper gives the same bytes."""
    group = translate("plan paper", "{school} coproduction group", school=paper.school)
    sheet = Sheet(
        title=printable(paper.title),
        author=printable(group),
        subject=translate("plan paper", "A plan that students and staff have agreed and signed"),
        on=paper.on,
        foot=paper.title,
        reference=reference(paper),
        practice=paper.practice,
    )
    stories = (lambda: _story(paper, Typesetter()), lambda: _story(paper, Typesetter(tight=True)))
    return render(sheet, *stories, attached=_source(paper))


def _source(paper: PlanPaper) -> Attached | None:
    """The words that were signed, as the number at the foot was counted from them."""
    if not paper.source:
        return None
    says = translate("plan paper", "The plan that was signed, for a program to read")
    return Attached("plan.json", "application/json", says, paper.source.encode())


def in_brief(change: str) -> str:
    """The change in a sentence: all of it if it is short, else its first sentence, cut between words if it must be."""
    whole = " ".join(change.split())
    if len(whole) <= _LEAD:
        return whole
    ends = [whole.find(f"{mark} ") + 1 for mark in ".?!" if _LEAST < whole.find(f"{mark} ") < _LEAD]
    if ends:
        return whole[: min(ends)]
    cut = whole[:_LEAD]
    return f"{cut.rsplit(' ', 1)[0].rstrip(' ,;:–-')}…"


def _story(paper: PlanPaper, setter: Typesetter) -> list[Flowable]:
    waiting = [action for action in paper.actions if action.begins is Begins.DECISION]
    going = [action for action in paper.actions if action.begins is not Begins.DECISION]
    story = [
        *_head(setter, paper),
        *_since(setter, paper.since),
        *asks.overdue(setter, paper.overdue),
        *asks.first_page(setter, waiting),
        *_going(setter, going),
        *asks.others(setter, waiting),
        *_about(setter, paper),
        *_talked(setter, paper.coverage),
        *signed(setter, paper),
    ]
    return [*story, *setter.lacking()]


def _head(setter: Typesetter, paper: PlanPaper) -> list[Flowable]:
    line = [paper.school, translate("plan paper", "coproduction group"), long_date(paper.on)]
    began = translate("plan paper", "This plan began at {school}.", school=paper.came_from)
    return [
        setter.text(" · ".join(line), look.KICKER),
        setter.title(paper.title),
        setter.text(in_brief(paper.change), look.LEAD),
        setter.text(agreed(paper), look.AGREED),
        *_signers(setter, paper),
        *([setter.text(began, look.SMALL)] if paper.came_from else []),
    ]


def _since(setter: Typesetter, since: PaperSince | None) -> list[Flowable]:
    """For a head who answered before: that it is a new version, what was decided, and what is otherwise now."""
    if since is None:
        return []
    said = []
    if since.answered:
        said.append(translate("plan paper", "The answer was: {answer}.", answer=since.answered))
    if since.offer:
        said.append(translate("plan paper", "What we offer instead: “{words}”", words=in_brief(since.offer)))
    said += since.changed[:_CHANGES]
    if more := len(since.changed) - _CHANGES:
        if more == 1:
            said.append(translate("plan paper", "One more thing is otherwise below."))
        elif more > 1:
            said.append(translate("plan paper", "{n} more things are otherwise below.", n=more))
    if not since.changed:
        said.append(translate("plan paper", "The words of the plan are the same."))
    heading = setter.heading(translate("plan paper", "New since version {n}", n=since.version))
    return [*heading, *(setter.text(line) for line in said)]


def _signers(setter: Typesetter, paper: PlanPaper) -> list[Flowable]:
    """Who they are, by name, where their signatures stand on another page than the asks."""
    who = [signature.who for signature in paper.signatures]
    if setter.tight or not 0 < len(who) <= _NAMED:
        return []
    return [setter.text(people(who), look.SMALL)]


def _going(setter: Typesetter, actions: Sequence[PaperAction]) -> list[Flowable]:
    heading = setter.heading(translate("plan paper", "What begins without you"))
    if not actions:
        return [*heading, setter.text(translate("plan paper", "Nothing yet. The plan waits for the answer above."))]
    columns = [translate("plan paper", "Action"), translate("plan paper", "Who"), translate("plan paper", "By")]
    with_done = any(action.done_looks for action in actions)
    if with_done:
        columns.append(translate("plan paper", "Done looks like"))
    style: Style = [
        ("RIGHTPADDING", (0, 0), (-2, -1), 14),
        ("TOPPADDING", (0, 0), (-1, -1), 2 if setter.tight else 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3 if setter.tight else 5),
        ("LINEBELOW", (0, 0), (-1, 0), 1, look.INK),
        ("LINEBELOW", (0, 1), (-1, -1), 0.6, look.RULE),
    ]
    by, done = (90.0, 116.0) if with_done else (98.0, 0.0)
    who = (0.38 if with_done else 0.42) * (look.WIDTH - by - done)
    widths = [look.WIDTH - by - who - done, who, by, *([done] if with_done else [])]
    return [
        *heading,
        setter.table(columns, [_action_row(setter, action, with_done=with_done) for action in actions], widths, style),
    ]


def _action_row(setter: Typesetter, action: PaperAction, *, with_done: bool) -> list[Cell]:
    who: list[Flowable] = [setter.text(people(action.who) or "–", look.CELL)]
    if action.begins is Begins.WITH_ADULT:
        who.append(setter.text(translate("plan paper", "with an adult"), look.MARK))
    by = long_date(action.by) if action.by else "–"
    what: list[Flowable] = [setter.text(action.what, look.CELL)]
    if help_ := asks.besides(action, done=False):
        what.append(setter.text(help_, look.SMALL))
    return [what, who, by, *([action.done_looks] if with_done else [])]


def _talked(setter: Typesetter, coverage: PaperCoverage | None) -> list[Flowable]:
    """What the group was asked about and who spoke, as a picture."""
    if coverage is None or not (coverage.families or coverage.voices):
        return []
    picture = setter.figure(CoveragePicture(coverage), in_words(coverage))
    heading = setter.under(translate("plan paper", "What we talked about, and who gave ideas"))
    return [KeepTogether([heading, Spacer(0, 2), picture])]


def _about(setter: Typesetter, paper: PlanPaper) -> list[Flowable]:
    """All that is not asked of anybody; the whole change again where page one had room for its beginning only."""
    full = paper.change if in_brief(paper.change) != " ".join(paper.change.split()) else ""
    review = ""
    if paper.review_on:
        review = translate("plan paper", "We look at it again on {date}.", date=long_date(paper.review_on))
    know = (translate("plan paper", "How we will know"), (paper.how_we_know, review))
    step_by = ""
    if paper.first_step and paper.first_step_by:
        step_by = translate("plan paper", "By {date}.", date=long_date(paper.first_step_by))
    first_step = (translate("plan paper", "First small step"), (paper.first_step, step_by))
    return [
        *setter.sections((translate("plan paper", "The whole change"), (full,))),
        *said.known_and_why(setter, paper, know, first_step),
        *setter.sections(
            (translate("plan paper", "What students know"), (paper.students_know,)),
            (translate("plan paper", "What staff know"), (paper.staff_know,)),
            (translate("plan paper", "Kept: an objection"), (paper.objection,)),
            (translate("plan paper", "Help we have"), (paper.help_we_have,)),
        ),
        *said.against(setter, paper.objections, paper.not_open),
    ]
