"""A signed plan as a paper that a head reads in two minutes: first what waits for a decision, then all the rest."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from workshop_app.dates import long_date
from workshop_app.documents import asks, look, said
from workshop_app.documents.fonts import UNKNOWN, printable
from workshop_app.documents.page import Sheet, render
from workshop_app.documents.paper import Begins, PaperAction, PlanPaper
from workshop_app.documents.setting import Cell, Typesetter
from workshop_app.documents.signed import signed
from workshop_app.documents.tables import Style
from workshop_app.documents.wording import head_count, people
from workshop_app.words import translate

_LEAD = 240  # characters of the change that page one has room for in big type
_LEAST = 30  # characters of a first sentence: a stop before that may be an abbreviation's


def build(paper: PlanPaper) -> bytes:
    """The PDF of a plan; the same paper gives the same bytes."""
    group = translate("plan paper", "{school} coproduction group", school=paper.school)
    version = translate("plan paper", "version {number}", number=paper.version)
    content = translate("plan paper", "content {digits}", digits=fingerprint(paper.content_hash))
    sheet = Sheet(
        title=printable(paper.title),
        author=printable(group),
        subject=translate("plan paper", "A plan that students and staff have agreed and signed"),
        on=paper.on,
        foot=paper.title,
        reference=f"{version} · {content}",
        practice=paper.practice,
    )
    return render(sheet, lambda: _story(paper, Typesetter()), lambda: _story(paper, Typesetter(tight=True)))


def fingerprint(content_hash: str) -> str:
    """The first twelve digits in groups of four, such as "7f3a 91c2 0b4e": enough to compare by eye."""
    return " ".join(content_hash[start : start + 4] for start in (0, 4, 8))


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
        *asks.first_page(setter, waiting),
        *_going(setter, going),
        *asks.others(setter, waiting),
        *_about(setter, paper),
        *signed(setter, paper.signatures, paper.absent, paper.to_sign),
    ]
    if setter.lacks_characters:
        sentence = translate("plan paper", "{mark} stands for a character that this paper can't show.", mark=UNKNOWN)
        story.append(setter.text(sentence, look.SMALL))
    return story


def _head(setter: Typesetter, paper: PlanPaper) -> list[Flowable]:
    line = [paper.school, translate("plan paper", "coproduction group"), long_date(paper.on)]
    whom = head_count(signature.who.role for signature in paper.signatures)
    agreed = translate("plan paper", "✓ Agreed and signed by {whom}.", whom=whom)
    return [
        setter.text(" · ".join(line), look.KICKER),
        setter.title(paper.title),
        setter.text(in_brief(paper.change), look.LEAD),
        setter.text(agreed, look.AGREED),
    ]


def _going(setter: Typesetter, actions: Sequence[PaperAction]) -> list[Flowable]:
    heading = setter.heading(translate("plan paper", "What begins without you"))
    if not actions:
        return [*heading, setter.text(translate("plan paper", "Nothing yet. The plan waits for the answer above."))]
    columns = (translate("plan paper", "Action"), translate("plan paper", "Who"), translate("plan paper", "By"))
    style: Style = [
        ("RIGHTPADDING", (0, 0), (-2, -1), 14),
        ("TOPPADDING", (0, 0), (-1, -1), 2 if setter.tight else 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3 if setter.tight else 5),
        ("LINEBELOW", (0, 0), (-1, 0), 1, look.INK),
        ("LINEBELOW", (0, 1), (-1, -1), 0.6, look.RULE),
    ]
    by = 98.0
    who = 0.42 * (look.WIDTH - by)
    widths = [look.WIDTH - by - who, who, by]
    return [*heading, setter.table(columns, [_action_row(setter, action) for action in actions], widths, style)]


def _action_row(setter: Typesetter, action: PaperAction) -> list[Cell]:
    who: list[Flowable] = [setter.text(people(action.who) or "–", look.CELL)]
    if action.begins is Begins.WITH_ADULT:
        who.append(setter.text(translate("plan paper", "with an adult"), look.MARK))
    by = long_date(action.by) if action.by else "–"
    return [[setter.text(action.what, look.CELL)], who, [setter.text(by, look.CELL)]]


def _about(setter: Typesetter, paper: PlanPaper) -> list[Flowable]:
    """All that is not asked of anybody; the whole change again where page one had room for its beginning only."""
    full = paper.change if in_brief(paper.change) != " ".join(paper.change.split()) else ""
    review = ""
    if paper.review_on:
        review = translate("plan paper", "We look at it again on {date}.", date=long_date(paper.review_on))
    know = (translate("plan paper", "How we will know"), (paper.how_we_know, review))
    first_step = (translate("plan paper", "First small step"), (paper.first_step,))
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
