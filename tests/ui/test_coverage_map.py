"""The wheel: names that never overlap and are never cut off; a picture for mouse and finger, for keys and ears."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.strategies import NOW, nothing_yet
from tests.ui.bench import bank, settle
from workshop_app.domain.openness import How, Openness
from workshop_app.facilitation import coverage
from workshop_app.facilitation.bank import Aspect
from workshop_app.facilitation.coverage import Explored
from workshop_app.ui import theme, wheel
from workshop_app.ui.coverage_map import CoverageMap
from workshop_app.ui.theme import Look
from workshop_app.ui.wheel import Wheel
from workshop_app.ui.wheel_name import WheelName

SIZES = ((704, 540), (890, 620), (1444, 930))  # what the page has at 1180×700, 1366×768 and 1920×1080
LONG = "A very long name that a teacher gave to an aspect of her own"


def year(**depths: int) -> list[Explored]:
    """The bank's own map, with some depths."""
    map_ = coverage.explored(nothing_yet(), (), bank())
    return [replace(one, depth=depths.get(one.aspect.id, 0)) for one in map_]


def with_own(count: int) -> list[Explored]:
    """As many more aspects, with long names, in two families."""
    own = [
        Aspect(f"own-{n}", ("learning", "world")[n % 2], f"{LONG} {n}", "Own", "", False, {}, ()) for n in range(count)
    ]
    return year() + [Explored(aspect, 0, 0, 0, (), 0) for aspect in own]


def shown(qapp: QApplication, map_: list[Explored], size: tuple[int, int] = SIZES[1]) -> CoverageMap:
    theme.apply(qapp, Look.LIGHT)
    made = CoverageMap()
    made.show_map(map_)
    made.resize(*size)
    made.show()
    made.activateWindow()
    settle()
    return made


def names(map_: CoverageMap) -> list[WheelName]:
    return map_.findChildren(WheelName)


def name(map_: CoverageMap, words: str) -> WheelName:
    return next(one for one in names(map_) if one.text() == words)


def told(widget: WheelName) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def laid(size: tuple[int, int], families: list[int], high: float = 40) -> Wheel:
    return wheel.layout(QSize(*size), families, lambda _number, _wide: high)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("families", [[5, 5, 5, 6, 4], [1], [12, 0, 3], [9, 5, 5, 6, 9]], ids=str)
def test_names_and_discs_have_places_of_their_own(size: tuple[int, int], families: list[int]) -> None:
    made = laid(size, families)
    area = QRectF(0, 0, *size)
    assert len(made.wedges) == sum(families)
    for one in made.wedges:
        assert area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(one.name), one.name
        assert one.name.height() >= wheel.LEAST_SLOT
        for other in made.wedges:
            near = QPointF(
                min(max(other.disc.x(), one.name.left()), one.name.right()),
                min(max(other.disc.y(), one.name.top()), one.name.bottom()),
            )
            away = near - other.disc
            assert away.x() ** 2 + away.y() ** 2 >= made.disc**2, "a name lies on a disc"
    for one, other in combinations(made.wedges, 2):
        shared = one.name & other.name
        assert shared.width() <= 0.01 or shared.height() <= 0.01, "two names lie on each other"
        away = one.disc - other.disc
        assert away.x() ** 2 + away.y() ** 2 >= (2 * made.disc) ** 2, "two discs lie on each other"


def test_names_stand_at_the_height_of_their_wedge_where_there_is_room() -> None:
    made = laid((1400, 1000), [2, 2])
    for one in made.wedges:
        assert abs(one.name.center().y() - one.disc.y()) < 1


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("own", [0, 12])
def test_every_name_is_written_in_full(qapp: QApplication, size: tuple[int, int], own: int) -> None:
    map_ = shown(qapp, with_own(own), size)
    assert len(names(map_)) == 25 + own
    for one in names(map_):
        font, lines = one.lettered()
        if own == 0:
            assert lines.whole and font.pixelSize() >= 13, one.text()
            assert " ".join(lines.lines) == one.text(), "a word is broken"
        assert one.height() >= 30 and one.width() >= 44
        assert lines.height <= one.height() + 1


def test_each_wedge_says_what_it_shows(qapp: QApplication) -> None:
    map_ = year(teaching=2, food=3, money=1)
    said = Openness("o", "teaching", "", "learning", How.LIMITED, "the trust", "it is", NOW)
    by_id = {one.aspect.id: number for number, one in enumerate(map_)}
    map_[by_id["teaching"]] = replace(map_[by_id["teaching"]], openness=said)
    map_[by_id["money"]] = replace(map_[by_id["money"]], picked=(1,), openness=replace(said, how=How.OPEN))
    map_[by_id["uniform"]] = replace(map_[by_id["uniform"]], openness=replace(said, how=How.KEPT_OUT))
    made = shown(qapp, map_)
    assert told(name(made, "Homework")) == "Homework: never asked"
    assert told(name(made, "How lessons are taught")) == "How lessons are taught: explored, depth 2 of 3, limited"
    assert told(name(made, "Food and eating together")).endswith(": explored deeply, depth 3 of 3")
    assert told(name(made, "Money and what it is spent on")).endswith(": asked, depth 1 of 3, picked by the students")
    assert told(name(made, "Uniform and appearance")).endswith(": never asked, kept out")
    made.show_map(map_, session=True)
    assert told(name(made, "Homework")) == "Homework: not asked this time"


def test_arrows_go_round_and_enter_chooses(qapp: QApplication) -> None:
    map_ = shown(qapp, year())
    chosen: list[str] = []
    map_.chosen.connect(chosen.append)
    name(map_, "How lessons are taught").setFocus(Qt.FocusReason.TabFocusReason)

    def press(key: Qt.Key) -> str:
        QTest.keyClick(map_.focusWidget(), key)
        now = map_.focusWidget()
        assert isinstance(now, WheelName)
        return now.text()

    assert press(Qt.Key.Key_Right) == "What is taught"
    assert press(Qt.Key.Key_Down) == "Assessment and marking"
    assert press(Qt.Key.Key_Left) == "What is taught"
    assert press(Qt.Key.Key_Up) == "How lessons are taught"
    assert press(Qt.Key.Key_Left) == "Digital life"
    assert chosen == []
    press(Qt.Key.Key_Return)
    assert chosen == ["digital"]
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Space)
    assert chosen == ["digital", "transitions"]
    assert [one.text() for one in names(map_) if one.isChecked()] == ["Joining, choosing and moving on"]


def test_tab_comes_to_the_wheel_once_where_it_is_chosen(qapp: QApplication) -> None:
    map_ = shown(qapp, year())
    for aspect_id, words in (("", "How lessons are taught"), ("food", "Food and eating together")):
        map_.choose(aspect_id)
        stops = [one.text() for one in names(map_) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert stops == [words]


def test_a_press_on_a_wedge_a_disc_or_a_name_chooses_and_one_beside_them_lets_go(qapp: QApplication) -> None:
    map_ = shown(qapp, year())
    chosen: list[str] = []
    map_.chosen.connect(chosen.append)
    made = laid((map_.width(), map_.height()), [5, 5, 5, 6, 4])
    homework = made.wedges[3]

    def click(point: QPointF) -> None:
        QTest.mouseClick(map_, Qt.MouseButton.LeftButton, pos=point.toPoint())

    click(made.at((made.hub + made.rim) / 2, homework.middle))
    click(homework.disc)
    click(made.centre)
    click(made.at(made.hub + 4, made.wedges[-1].middle))
    QTest.mouseClick(name(map_, "Homework"), Qt.MouseButton.LeftButton)
    assert chosen == ["homework", "homework", "", "digital", "homework"]


def test_a_wedge_lights_up_with_its_name_and_a_chosen_one_stays_lit(qapp: QApplication) -> None:
    map_ = shown(qapp, year(teaching=3))
    QTest.mouseMove(map_.windowHandle(), QPoint(2, 2))
    settle()
    plain = map_.grab().toImage()
    made = laid((map_.width(), map_.height()), [5, 5, 5, 6, 4])
    spot = made.at((made.hub + made.rim) / 2, made.wedges[7].middle)
    QTest.mouseMove(map_.windowHandle(), spot.toPoint())
    settle()
    lit = map_.grab().toImage()
    assert changed_at(plain, lit, made.cell(made.wedges[7], 1, 3, gap=0).boundingRect()) > 200
    QTest.mouseMove(map_.windowHandle(), QPoint(2, 2))
    settle()
    assert map_.grab().toImage() == plain
    map_.choose(bank().aspects[7].id)
    assert map_.grab().toImage() != plain


def test_depth_is_told_without_colour(qapp: QApplication) -> None:
    """Each depth, and each mark, looks another way in shades of grey too."""
    pictures = []
    for depth in range(4):
        map_ = shown(qapp, year(homework=depth))
        pictures.append(map_.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8))
    assert all(one != other for one, other in combinations(pictures, 2))
    made = laid((890, 620), [5, 5, 5, 6, 4])
    dark = [darkness(picture, made, 3) for picture in pictures[1:]]
    assert dark == sorted(dark)


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
def test_a_filled_ring_has_the_familys_tint_and_its_pattern(qapp: QApplication, look: Look) -> None:
    map_ = shown(qapp, year(**{one.id: 1 for one in bank().aspects}))
    theme.apply(qapp, look)
    settle()
    picture = map_.grab().toImage()
    made = laid((map_.width(), map_.height()), [5, 5, 5, 6, 4])
    for number, aspect in enumerate(bank().aspects):
        inner, outer = made.ring(1)
        tint = theme.tokens().families[aspect.family]
        middle = made.at(inner + 12, made.wedges[number].middle)
        assert QColor(picture.pixel(middle.toPoint())) == QColor(tint.ground)
        band = {
            QColor(picture.pixel(made.at(outer - 5, made.wedges[number].middle + step / 100).toPoint())).name()
            for step in range(-9, 10)
        }
        assert QColor(tint.edge).name() in band
        assert (QColor(tint.ground).name() in band) is (aspect.family != "people")
    theme.apply(qapp, Look.LIGHT)


def changed_at(before: QImage, after: QImage, box: QRectF) -> int:
    area = box.toRect()
    return sum(
        before.pixel(x, y) != after.pixel(x, y)
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    )


def darkness(picture: QImage, made: Wheel, number: int) -> int:
    """How much of a wedge is not as light as the paper."""
    paper = picture.pixelColor(3, 300).value()
    spots = (
        made.at(made.hub + (made.rim - made.hub) * step / 60, made.wedges[number].middle + turn / 50)
        for step in range(2, 58)
        for turn in range(-3, 4)
    )
    return sum(picture.pixelColor(spot.toPoint()).value() < paper - 12 for spot in spots)
