"""The board leaves the app as a picture and on paper, while the window lives on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QMenu

from tests.documents.reading import text
from tests.ui import rich
from tests.ui.bench import Bench
from workshop_app.domain import ideas
from workshop_app.domain.audience import BoardSeen, Card, ThemeFrame
from workshop_app.domain.board import CARD_H, CARD_W
from workshop_app.domain.facts import Happened
from workshop_app.domain.lenses import Lens
from workshop_app.ui import theme
from workshop_app.ui.board_picture import LEAST_W, MOST, MOST_SIDE, BoardPicture, scale_for
from workshop_app.ui.theme import Look


def seen(count: int, *, far: float = 0.0) -> BoardSeen:
    cards = tuple(
        Card(f"{n}", f"Idea {n}", "voice", "", "staff", None, 0, n % 30 * 216 + far, n // 30 * 140, 0, 0, False)
        for n in range(count)
    )
    return BoardSeen(cards, (ThemeFrame("t", "Lessons", 1.0),) if count else ())


@pytest.mark.parametrize("count", [0, 1, 60])
def test_a_picture_is_wide_enough_and_light_whatever_the_app_looks_like(qapp: QApplication, count: int) -> None:
    theme.apply(qapp, Look.DARK)
    made = BoardPicture(seen(count))
    steps = 1
    while not made.paint(0.0005):
        steps += 1
        assert theme.tokens() is theme.DARK
    assert steps > 1 or count < 60
    picture = QImage.fromData(made.png())
    assert LEAST_W <= picture.width() < 16_000
    assert picture.width() * picture.height() <= MOST
    assert QColor(picture.pixel(2, 2)).name().upper() == theme.LIGHT.board
    if count:
        assert theme.LIGHT.families["voice"].ground in {
            QColor(picture.pixel(across, down)).name().upper()
            for across in range(0, picture.width(), 40)
            for down in range(0, picture.height(), 40)
        }


@pytest.mark.parametrize("lens", list(Lens))
def test_a_picture_shows_every_card_through_the_lens_that_is_on(qapp: QApplication, lens: Lens) -> None:
    theme.apply(qapp, Look.LIGHT)
    made = BoardPicture(seen(12), lens)
    empty = QImage(made.image)
    made.paint()
    assert made.image.width() >= LEAST_W
    drawn = {
        (x, y)
        for x in range(0, empty.width(), 30)
        for y in range(0, empty.height(), 30)
        if empty.pixel(x, y) != made.image.pixel(x, y)
    }
    whole = 12 * CARD_W * CARD_H * made.scale**2 / 900  # so many points of a grid of 30 pixels lie on twelve cards
    assert len(drawn) > whole * (0.9 if lens is not Lens.REACH else 0.3)  # there they may lie on each other


def test_by_role_a_picture_has_the_roles_colours(qapp: QApplication) -> None:
    theme.apply(qapp, Look.LIGHT)
    pictures = []
    for by_role in (False, True):
        made = BoardPicture(seen(4), by_role=by_role)
        made.paint()
        pictures.append(made.png())
    assert pictures[0] != pictures[1]


@pytest.mark.parametrize("size", [(920, 140), (1448, 900), (6700, 4100), (1448, 200_000), (1e7, 140), (1e7, 1e7)])
def test_a_picture_is_never_larger_than_memory_bears(size: tuple[float, float]) -> None:
    scale = scale_for(*size)
    width, height = size[0] * scale, size[1] * scale
    assert width * height <= MOST + 1
    assert max(width, height) <= MOST_SIDE + 1
    assert width >= LEAST_W - 1 or width * height > MOST * 0.99 or height > MOST_SIDE * 0.99


class TestFromTheWindow:
    @pytest.fixture
    def bench(self, bench: Bench) -> Iterator[Bench]:
        rich.board_of_six(bench.home).close()
        bench.start()
        bench.press("Carry on")
        yield bench

    def choose(self, bench: Bench, name: str) -> None:
        """The way through the menus that a teacher takes."""
        bench.press("More…")
        bench.menu("Save or print…")
        bench.menu(name)

    def leave(self, bench: Bench, name: str, path: Path) -> None:
        """Choose a way out of the menu; wait until it has been said what became of it."""
        bench.files.to_save = path
        before = len(bench.files.shown)
        self.choose(bench, name)
        bench.until(lambda: len(bench.files.shown) > before or "be written" in bench.said(), "it left the app")

    def test_picture_poster_and_cards(self, bench: Bench, tmp_path: Path) -> None:
        ways = (
            ("Picture (PNG)", "Our board.png", "The picture is in"),
            ("Poster on A3 (PDF)", "Our board.pdf", "The poster is in"),
            ("Cards to cut out (PDF)", "Cards to cut out.pdf", "The cards are in"),
        )
        for name, suggested, said in ways:
            self.leave(bench, name, tmp_path / suggested)
            assert bench.files.suggested == suggested
            assert said in bench.said()
        picture = QImage(str(tmp_path / "Our board.png"))
        assert picture.width() >= LEAST_W
        for path in (tmp_path / "Our board.pdf", tmp_path / "Cards to cut out.pdf"):
            assert all(idea in text(path.read_bytes()) for idea in (*rich.IDEAS, "Learning"))
        facts = [fact for fact in bench.desk.workspace.facts if fact.what is Happened.EXPORTED]
        assert [fact.data["what"] for fact in facts] == ["picture", "poster", "cards"]
        assert all(not fact.rests_on for fact in facts)
        bench.undo()  # none of them stands in the way
        assert "Taken back" in bench.said()

    @pytest.mark.parametrize("name", ["Picture (PNG)", "Poster on A3 (PDF)", "Cards to cut out (PDF)"])
    def test_what_leaves_the_board_meanwhile_is_not_in_it(self, bench: Bench, tmp_path: Path, name: str) -> None:
        path = bench.files.to_save = tmp_path / "made"
        self.choose(bench, name)
        (gone,) = [one for one in ideas.on_board(bench.programme) if one.text == rich.IDEAS[3]]
        bench.desk.workspace.take_unseen(gone.id)
        assert not path.exists()
        said: list[str] = []
        bench.desk.said.connect(lambda sentence, _kind: said.append(sentence))
        bench.until(lambda: bench.files.shown, "it left the app")
        assert said[0] == "Something was taken off the board, so it is made once more."
        assert len(said) == 2
        if name != "Picture (PNG)":
            written = text(path.read_bytes())
            assert rich.IDEAS[0] in written
            assert rich.IDEAS[3] not in written

    def test_where_it_can_not_be_written_it_says_so(self, bench: Bench, tmp_path: Path) -> None:
        self.leave(bench, "Poster on A3 (PDF)", tmp_path / "nowhere" / "a.pdf")
        assert "can't be written there" in bench.said()
        assert bench.files.shown == []
        assert not [fact for fact in bench.desk.workspace.facts if fact.what is Happened.EXPORTED]

    def test_it_is_thrown_away_when_the_window_goes(self, bench: Bench, tmp_path: Path) -> None:
        bench.files.to_save = tmp_path / "late.png"
        self.choose(bench, "Picture (PNG)")
        bench.stop()
        for _ in range(20):
            QApplication.processEvents()
        assert list(tmp_path.glob("late*")) == []

    def test_all_of_it_fits_on_a_small_screen(self, bench: Bench) -> None:
        button = bench.button("More…")
        bench.press("More…")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert menu.geometry().bottom() <= button.mapToGlobal(QPoint(0, 0)).y() + 2
        bench.menu("Save or print…")
        assert len(bench.entries()) == 3
        for open_now in (QApplication.activePopupWidget(), menu):
            assert open_now is not None
            open_now.close()
