"""The year's counts as pictures: what of each family of questions may be shown, and power by role."""

from workshop_app.domain import headcounts, power
from workshop_app.domain.count_chart import Cell, Column, CountChart, Row
from workshop_app.domain.headcounts import KEYS, Family, Side
from workshop_app.domain.people import Role
from workshop_app.domain.programme import Programme
from workshop_app.facilitation import questions
from workshop_app.words import translate


def of_family(programme: Programme, family: Family) -> tuple[CountChart, int]:
    """The picture of a family of questions, with the number of counts that are too small to be in it."""
    asked = questions.question(KEYS[family][0])
    columns = tuple(Column(one.words, one.symbol) for one in asked.answers)
    rows, said, unshown = [], [], 0
    for picture in headcounts.pictures(programme):
        if headcounts.family_of(picture.question) is not family:
            continue
        name, staff = questions.question(picture.question).name, picture.side is Side.STAFF
        words = translate("count charts", "{name}: adults", name=name) if staff else name
        unshown += picture.unshown
        for point, sentence in zip(picture.points, questions.in_words(picture), strict=True):
            cells = tuple(Cell(number) for number in point.counts)
            rows.append(Row(words, cells, questions.when(point), other=staff))
            said.append(f"{words}. {sentence}")
    return CountChart(questions.family_name(family), columns, tuple(rows), tuple(said)), unshown


def of_power(programme: Programme) -> CountChart:
    """Who proposed, chose, owns and did what; without rows while nothing has happened."""
    held = power.year(programme)
    title = translate("count charts", "Who held what this year?")
    columns = tuple(Column(power.role_name(role).capitalize()) for role in Role)
    if held.is_empty:
        return CountChart(title, columns, (), ())
    adults = translate("count charts", "all adults")
    rows = (
        Row(
            translate("count charts", "Proposed"),
            tuple(Cell(held.proposed[role]) for role in Role),
            translate("count charts", "ideas"),
        ),
        Row(
            translate("count charts", "Chose"),
            (Cell(held.chose_students), Cell(held.chose_adults, len(Role) - 1, adults)),
            translate("count charts", "hands for what went on"),
        ),
        Row(
            translate("count charts", "Own"),
            tuple(Cell(held.owns[role]) for role in Role),
            translate("count charts", "actions"),
        ),
        Row(
            translate("count charts", "Did"),
            tuple(Cell(held.did[role]) for role in Role),
            translate("count charts", "actions that are done"),
        ),
    )
    return CountChart(title, columns, rows, power.in_words(held))
