"""What of the year is a picture: rows and numbers, and never a person."""

from tests.domain.small import small
from tests.domain.test_headcounts import counted, rungs
from tests.domain.test_power import planned
from workshop_app.domain.count_chart import Cell
from workshop_app.domain.headcounts import Family, Side
from workshop_app.ui import count_charts


def test_adults_stand_beside_students_and_are_marked() -> None:
    programme = counted(small(), "c", "ladder", *rungs(0, 3, 3)).programme
    programme = counted(programme, "d", "ladder", *rungs(0, 0, 5), side=Side.STAFF).programme
    programme = counted(programme, "e", "lundy/space", 1, 1, 1).programme
    chart, unshown = count_charts.of_family(programme, Family.LADDER)
    assert [(row.words, row.when, row.other) for row in chart.rows] == [
        ("The ladder", "Session 1, 14 Sep", False),
        ("The ladder: adults", "Session 1, 14 Sep", True),
    ]
    assert [cell.number for cell in chart.rows[0].cells] == [0, 3, 3, 0, 0, 0, 0, 0]
    assert len(chart.said) == 2
    assert unshown == 0
    chart, unshown = count_charts.of_family(programme, Family.LUNDY)
    assert (chart.rows, chart.said, unshown) == ((), (), 1)


def test_adults_hands_are_not_told_apart_where_nobody_told_them_apart() -> None:
    chart = count_charts.of_power(planned())
    assert [row.words for row in chart.rows] == ["Proposed", "Chose", "Own", "Did"]
    assert chart.rows[1].cells == (Cell(4), Cell(1, 3, "all adults"))
    assert all(sum(cell.across for cell in row.cells) == len(chart.columns) == 4 for row in chart.rows)
    told = repr(chart)
    assert not any(name in told for name in ("ana", "mr b"))
