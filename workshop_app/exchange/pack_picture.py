"""Several schools' packs side by side: what their plans were about, what was answered, and who did what, by role.

It counts and never compares: no rank, no share, no average. `cannot` says what such a picture can't say.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from workshop_app.domain import answers
from workshop_app.domain.answers import Kind
from workshop_app.domain.people import Role
from workshop_app.domain.progress import How
from workshop_app.exchange.share_pack import PackPlan, SharePack
from workshop_app.words import translate

NO_WORD = "no-word"
MOST_ROWS = 15  # of one table: the rest is one row


@dataclass(frozen=True, slots=True)
class School:
    """One column: a school and a year. `plans` counts its plans, over all its packs."""

    name: str
    year: str
    plans: int
    practice: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its words, and a count for each school."""

    words: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """All schools together."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one heading. `explained` says what is counted."""

    heading: str
    explained: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The programme's picture over `schools`, in their order."""

    schools: tuple[School, ...]
    tables: tuple[Table, ...]
    cannot: tuple[str, ...]


def picture(packs: Iterable[SharePack]) -> Picture:
    """Put packs side by side. The same pack twice, or an older one of the same id, counts once (the last one)."""
    newest = {pack.pack: pack for pack in packs}
    by_school: dict[tuple[str, str, bool], list[SharePack]] = {}
    for pack in newest.values():
        by_school.setdefault((pack.school, pack.year, pack.practice), []).append(pack)
    groups = [_plans(own) for own in by_school.values()]
    schools = tuple(
        School(name, year, len(own), practice) for (name, year, practice), own in zip(by_school, groups, strict=True)
    )
    tables = (_aspects(groups), _answers(groups), _who(groups), _became(groups))
    return Picture(schools, tables, _cannot(schools))


def _plans(packs: Sequence[SharePack]) -> list[PackPlan]:
    """A school's plans; one that is in several of its packs counts once."""
    return list({plan.hash: plan for pack in packs for plan in pack.plans}.values())


def _aspects(groups: Sequence[Sequence[PackPlan]]) -> Table:
    def of(plan: PackPlan) -> Iterator[str]:
        named = {idea.aspect for idea in plan.ideas if idea.aspect}
        yield from sorted(named) or [translate("pack-picture", "not said")]

    return Table(
        translate("pack-picture", "What it was about"),
        translate("pack-picture", "Plans, by aspect of school life. A plan may be about several."),
        _rows(groups, of),
    )


def _answers(groups: Sequence[Sequence[PackPlan]]) -> Table:
    def of(plan: PackPlan) -> Iterator[Kind]:
        yield from (one.kind for one in plan.replies)
        yield from (one.kind for one in plan.answers)

    return Table(
        translate("pack-picture", "What was answered"),
        translate("pack-picture", "Answers to ideas and to what was asked for."),
        _rows(groups, of, list(Kind), answers.name),
    )


def _who(groups: Sequence[Sequence[PackPlan]]) -> Table:
    def of(plan: PackPlan) -> Iterator[Role | str]:
        for action in plan.actions:
            found: list[Role | str] = [role for role in Role if action.owners.of(role)]
            yield from found or [NO_WORD]

    names: dict[Role | str, str] = {
        Role.STUDENT: translate("pack-picture", "students"),
        Role.STAFF: translate("pack-picture", "staff"),
        Role.FAMILY: translate("pack-picture", "families"),
        Role.COMMUNITY: translate("pack-picture", "community"),
        NO_WORD: translate("pack-picture", "the one who decides"),
    }
    return Table(
        translate("pack-picture", "Who took it on"),
        translate("pack-picture", "Actions, by who carries them. One that several carry counts for each."),
        _rows(groups, of, list(names), names.__getitem__),
    )


def _became(groups: Sequence[Sequence[PackPlan]]) -> Table:
    def of(plan: PackPlan) -> Iterator[How | str]:
        yield from (action.became.how or NO_WORD for action in plan.actions)

    names: dict[How | str, str] = {
        How.DONE: translate("pack-picture", "done"),
        How.GOING: translate("pack-picture", "going"),
        How.STUCK: translate("pack-picture", "stuck"),
        How.DROPPED: translate("pack-picture", "dropped"),
        NO_WORD: translate("pack-picture", "not said yet"),
    }
    return Table(
        translate("pack-picture", "What became of it"),
        translate("pack-picture", "Actions, as was said of them last."),
        _rows(groups, of, list(names), names.__getitem__),
    )


def _rows(
    groups: Sequence[Sequence[PackPlan]],
    of: "Callable[[PackPlan], Iterator[object]]",
    order: Sequence[object] = (),
    name: "Callable[..., str]" = str,
) -> tuple[Row, ...]:
    """A row for each thing that is counted: in the order given, or the most frequent first."""
    counted = [Counter(thing for plan in plans for thing in of(plan)) for plans in groups]
    total: Counter[object] = sum(counted, Counter())
    things = order or sorted(total, key=lambda thing: (-total[thing], str(thing)))
    rows = tuple(Row(name(thing), tuple(one[thing] for one in counted)) for thing in things if total[thing])
    if len(rows) <= MOST_ROWS:
        return rows
    rest = zip(*(row.counts for row in rows[MOST_ROWS - 1 :]), strict=True)
    return (*rows[: MOST_ROWS - 1], Row(translate("pack-picture", "something else"), tuple(map(sum, rest))))


def _cannot(schools: Sequence[School]) -> tuple[str, ...]:
    said = [
        translate(
            "pack-picture",
            "These are the plans that schools chose to share. What they did not share is not here, so no row says how "
            "often anything happens in schools.",
        ),
        translate(
            "pack-picture", "The numbers are small and each school is its own: they are not for ranking schools."
        ),
        translate(
            "pack-picture",
            "“Done” is what was said of it. Whether it helped the students is told by them, at their school.",
        ),
    ]
    if any(school.practice for school in schools):
        said.append(translate("pack-picture", "A practice programme is among them. Nothing in it happened."))
    return tuple(said)
