"""Several schools' packs: counts by aspect, answer, role and outcome, and what they can't say."""

import msgspec

from tests import packs
from workshop_app.domain.progress import How
from workshop_app.exchange.pack_picture import MOST_ROWS, Table, picture


def rows(table: Table) -> dict[str, tuple[int, ...]]:
    return {row.words: row.counts for row in table.rows}


def test_it_counts_by_school() -> None:
    one = packs.pack(plans=[packs.plan(number=1), packs.plan(number=2, how=How.STUCK)])
    two = packs.pack("Bridge School", plans=[packs.plan(number=3, how=None)])
    made = picture([one, two])
    assert [(school.name, school.plans) for school in made.schools] == [("Hillside School", 2), ("Bridge School", 1)]
    about, answers, who, became = made.tables
    assert rows(about) == {"How we are taught": (2, 1)}
    assert rows(answers) == {"yes with changes": (2, 1)}
    assert rows(who) == {"students": (2, 1), "the one who decides": (2, 1)}
    assert rows(became) == {"done": (1, 0), "stuck": (1, 0), "not said yet": (2, 2)}
    assert about.rows[0].total == 3


def test_the_same_pack_or_plan_counts_once() -> None:
    older, newer = packs.pack(plans=[packs.plan(number=1)]), packs.pack(plans=[packs.plan(number=1, how=How.STUCK)])
    again = packs.pack(plans=[packs.plan(number=1, how=How.STUCK)], pack="another")
    made = picture([older, newer, again])
    assert [school.plans for school in made.schools] == [1]
    assert rows(made.tables[3]) == {"stuck": (1,), "not said yet": (1,)}


def test_it_says_what_it_cannot_say() -> None:
    assert len(picture([packs.pack()]).cannot) == 3
    assert any("practice" in one for one in picture([packs.pack(practice=True)]).cannot)
    assert picture([]).schools == ()


def test_of_many_aspects_the_rest_is_one_row() -> None:
    idea = packs.plan().ideas[0]
    many = tuple(msgspec.structs.replace(idea, aspect=f"Aspect {n:02}") for n in range(40))
    about = picture([packs.pack(plans=[msgspec.structs.replace(packs.plan(), ideas=many)])]).tables[0]
    assert len(about.rows) == MOST_ROWS
    assert (about.rows[-1].words, sum(row.total for row in about.rows)) == ("something else", 40)
