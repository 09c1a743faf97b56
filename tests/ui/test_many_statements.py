"""Some nine hundred real statements at once: they come in from a table, lie on one board, and are sorted by hand."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint

from benchmarks import sample
from tests.ui import rich
from tests.ui.bench import Bench
from workshop_app.domain import ideas
from workshop_app.domain.ideas import Idea
from workshop_app.domain.lenses import Lens

COUNT = 896
COLUMNS = ("timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body")


@pytest.fixture
def bench(bench: Bench, tmp_path: Path) -> Bench:
    """The board is up with the statements on it, sorted by nobody."""
    made = rich.Rich(bench.home)
    made.person("Siân")
    made.session(("teaching", "decisions"))
    made.page("board")
    made.close()
    table = tmp_path / "statements.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        for number, text in enumerate(sample.texts(COUNT)):
            said = f"{text} " * (1 + number % 9)  # up to as long as people write there
            rows.writerow((1658934589213 + number, "Wed Jul 27 22:09:49 WIB 2022", number, number % 40, 2, 1, 1, said))
    bench.files.to_open = table
    bench.start()
    bench.press("Carry on")
    bench.press("More…")
    bench.menu("Add ideas…")
    bench.press("Read a table (CSV)…")
    assert f"{COUNT} ideas." in bench.texts()
    bench.press("Bring in")
    bench.work.go("board")
    bench.stage.still()
    return bench


def test_they_come_in_and_are_sorted_through_every_lens(bench: Bench) -> None:
    assert len(bench.view.board.cards) == COUNT
    bench.press("See all")
    bench.stage.still()
    seen = bench.view.mapToScene(bench.view.viewport().rect()).boundingRect()
    assert all(seen.contains(item.home) for item in bench.view.board.cards.values())
    bench.desk.do(
        "new-theme", ideas.new_theme, new_id="t", at=bench.desk.workspace.now(), name="The queue", idea_ids=[]
    )
    bench.stage.still()
    first = next(iter(bench.view.board.cards.values())).card.text
    bench.drag_to_theme(first, "The queue")
    idea = bench.programme.get(Idea, bench.card(first).card.id)
    assert idea.theme_id == "t"
    for lens, column in ((Lens.ASPECTS, "decisions"), (Lens.STAGE, "talked")):
        bench.desk.looking.through(lens)
        bench.stage.still()
        box = bench.view.board.layout.themes[column]
        bench.drag(first, bench.view.mapFromScene(box.x + box.w / 2, box.y + box.h / 2))
    bench.desk.looking.through(Lens.REACH)
    bench.stage.still()
    bench.drag(first, bench.view.mapFromScene(200, 150) + QPoint(1, 1))
    after = bench.programme.get(Idea, idea.id)
    assert (after.aspect_id, after.talked) == ("decisions", True)
    assert after.reach is not None and after.reach > 0.5
    for _ in range(4):
        bench.undo()
    assert bench.programme.get(Idea, idea.id).theme_id is None
