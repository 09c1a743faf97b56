"""A session on paper: what was asked, said and chosen, what some objected to, which answers there are, what is open."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether, Spacer

from workshop_app.dates import long_date
from workshop_app.documents import idea_said, look
from workshop_app.documents.answer_words import decided, named
from workshop_app.documents.counts import backing, days, ideas
from workshop_app.documents.heads import Heads, in_words
from workshop_app.documents.ledger_paper import PaperSaid
from workshop_app.documents.page import Sheet, render
from workshop_app.documents.paper import PaperObjection
from workshop_app.documents.record_paper import RecordAsked, RecordIdea, RecordPaper, RecordPicture, RecordPromise
from workshop_app.documents.setting import Typesetter
from workshop_app.documents.wording import giver, head_count
from workshop_app.words import translate

_WHOLE = 160.0  # points of an entry that stays on one page


def build(paper: RecordPaper) -> bytes:
    """The PDF; the same paper gives the same bytes."""
    group = translate("record", "{school} coproduction group", school=paper.school)
    title = translate("record", "Session {n}", n=paper.number)
    sheet = Sheet(
        title=translate("record", "{title}, {date}", title=title, date=long_date(paper.held_on)),
        author=group,
        subject=translate("record", "What a session asked, said and chose"),
        on=paper.on,
        foot=group,
        reference=translate("record", "session {n}, {date}", n=paper.number, date=long_date(paper.held_on)),
        practice=paper.practice,
    )
    return render(sheet, lambda: _story(paper, Typesetter()))


def _story(paper: RecordPaper, setter: Typesetter) -> list[Flowable]:
    line = [paper.school, translate("record", "coproduction group"), long_date(paper.held_on)]
    title = translate("record", "Session {n}: what we asked, said and chose", n=paper.number)
    minutes = translate("record", "{n} minutes.", n=paper.minutes)
    here = translate("record", "{whom} were here.", whom=head_count(paper.roles)) if paper.roles else ""
    story: list[Flowable] = [
        setter.text(" · ".join(line), look.KICKER),
        setter.title(title),
        setter.text(" ".join(part for part in (here, minutes) if part), look.LEAD),
    ]
    for asked in paper.asked:
        story += _asked(setter, asked) if asked.ideas else []
    story += _also_asked(setter, [one for one in paper.asked if not one.ideas])
    story += _besides(setter, paper)
    story += _chosen(setter, paper.chosen)
    story += _objected(setter, paper.objections)
    story += _answered(setter, paper.answered)
    story += _open(setter, paper)
    if paper.we_change:
        story += setter.sections((translate("record", "What the adults will change"), (paper.we_change,)))
    story += _pictures(setter, paper.pictures, paper.limits)
    if paper.power:
        heading = translate("record", "Who held what this year, by role")
        story += [*setter.heading(heading), *setter.items(paper.power)]
    return [*story, *setter.lacking()]


def _asked(setter: Typesetter, asked: RecordAsked) -> list[Flowable]:
    story: list[Flowable] = [*setter.heading(asked.text or translate("record", "Said besides"))]
    if asked.aspect:
        story.append(setter.text(asked.aspect, look.SMALL))
    return [*story, *_list(setter, [_idea(setter, idea) for idea in asked.ideas])]


def _also_asked(setter: Typesetter, asked: Sequence[RecordAsked]) -> list[Flowable]:
    """Prompts to which no words were kept."""
    if not asked:
        return []
    passed = translate("record", "We passed on it.")
    nothing = translate("record", "Nothing was written down.")
    lines = [
        translate("record", "{question} {what}", question=one.text, what=passed if one.passed else nothing)
        for one in asked
    ]
    return [*setter.heading(translate("record", "Also asked")), *setter.items(lines)]


def _list(setter: Typesetter, groups: Sequence[list[Flowable]]) -> list[Flowable]:
    """Entries of one list, each kept on one page where it is short."""
    setter.listed(groups)
    return [one for group in groups for one in _whole(group)]


def _whole(group: list[Flowable]) -> list[Flowable]:
    high = sum(one.wrap(look.WIDTH, look.PAGE_HEIGHT)[1] for one in group)
    return [KeepTogether(group)] if high <= _WHOLE else group


def _idea(setter: Typesetter, idea: RecordIdea, below: str = "") -> list[Flowable]:
    made = idea_said.said(setter, idea.text, idea.translation, idea.drawing)
    return [*made, setter.text(below, look.GIVEN_BY) if below else Spacer(0, 2)]


def _besides(setter: Typesetter, paper: RecordPaper) -> list[Flowable]:
    """How it was put together, and how many were set aside; their words are read nowhere."""
    story: list[Flowable] = []
    if paper.themes:
        lines = [
            translate("record", "{theme}: {ideas}", theme=name, ideas=ideas(count)) for name, count in paper.themes
        ]
        story += [*setter.heading(translate("record", "What we put together")), *setter.items(lines)]
    if paper.aside == 1:
        story.append(setter.text(translate("record", "One idea was set aside, for a reason that the group saw.")))
    elif paper.aside:
        said = translate("record", "{n} ideas were set aside, each for a reason that the group saw.", n=paper.aside)
        story.append(setter.text(said))
    return story


def _chosen(setter: Typesetter, chosen: Sequence[RecordIdea]) -> list[Flowable]:
    if not chosen:
        return []
    groups = [_idea(setter, idea, _agreed(idea)) for idea in chosen]
    return [*setter.heading(translate("record", "What we take forward")), *_list(setter, groups)]


def _agreed(idea: RecordIdea) -> str:
    parts = []
    if idea.students_back or idea.adults_back:
        parts.append(translate("record", "backed by {whom}", whom=backing(idea.students_back, idea.adults_back)))
    if idea.agree:
        parts.append(translate("record", "{n} agree", n=idea.agree))
    if idea.live_with:
        parts.append(translate("record", "{n} can live with it", n=idea.live_with))
    if idea.insisted:
        parts.append(translate("record", "the group insists on it"))
    return " · ".join(parts)


def _objected(setter: Typesetter, objections: Sequence[PaperObjection]) -> list[Flowable]:
    if not objections:
        return []
    groups: list[list[Flowable]] = []
    for one in objections:
        whose = giver(one.role)
        stands = translate("record", "{whose} · it stands", whose=whose)
        met = translate("record", "{whose} · how we met it: {how}", whose=whose, how=one.met)
        quote = translate("record", "“{words}”", words=one.text)
        groups.append([setter.text(quote, look.QUOTE), setter.text(met if one.met else stands, look.GIVEN_BY)])
    return [*setter.heading(translate("record", "What some of us object to")), *_list(setter, groups)]


def _answered(setter: Typesetter, answered: Sequence[PaperSaid]) -> list[Flowable]:
    if not answered:
        return []
    groups: list[list[Flowable]] = []
    for said in answered:
        title = said.title
        if said.ideas > 1:
            title = translate("record", "{theme} ({ideas})", theme=said.title, ideas=ideas(said.ideas))
        group: list[Flowable] = [setter.text(title, look.NAME)]
        for one in said.verdicts:
            words = named(one)
            if one.asked:
                words = translate("record", "{asked} – {answer}", asked=one.asked, answer=words)
            group.append(setter.text(words, look.SAID))
            below = " · ".join(part for part in (one.reason, decided(one), one.done, one.students) if part)
            if below:
                group.append(setter.text(below, look.SAID_BY))
        groups.append(group)
    return [*setter.heading(translate("record", "What was answered")), *_list(setter, groups)]


def _open(setter: Typesetter, paper: RecordPaper) -> list[Flowable]:
    if not paper.open:
        return []
    groups: list[list[Flowable]] = [
        [setter.text(one.what, look.SAID), setter.text(_stands(one), look.SAID_BY)] for one in paper.open
    ]
    story = [*setter.heading(translate("record", "Promises that are still open")), *_list(setter, groups)]
    if paper.more_open == 1:
        story.append(setter.text(translate("record", "One more is in the promise ledger."), look.SMALL))
    elif paper.more_open:
        more = translate("record", "{n} more are in the promise ledger.", n=paper.more_open)
        story.append(setter.text(more, look.SMALL))
    return story


def _stands(one: RecordPromise) -> str:
    parts = [one.who, one.plan and translate("record", "plan “{title}”", title=one.plan)]
    if one.by is not None:
        parts.append(translate("record", "by {date}", date=long_date(one.by)))
    if one.over:
        parts.append(translate("record", "overdue by {days}", days=days(one.over)))
    return " · ".join(part for part in (*parts, one.said) if part) or translate("record", "no day was named")


def _pictures(setter: Typesetter, pictures: Sequence[RecordPicture], limits: Sequence[str]) -> list[Flowable]:
    if not pictures:
        return []
    story = setter.heading(translate("record", "How it was, by head-count"))
    for one in pictures:
        heads = setter.figure(Heads(one.counts, look.WIDTH), in_words(one.counts))
        words = translate("record", "{question} ({who})", question=one.question, who=one.who)
        story.append(KeepTogether([setter.text(words, look.SAID), heads, Spacer(0, 6)]))
    return [*story, *(setter.text(sentence, look.SMALL) for sentence in limits)]
