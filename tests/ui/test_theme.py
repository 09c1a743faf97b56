"""What can be pressed is large enough for a finger, and what can't looks so in every look."""

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.bench import settle
from tests.ui.looking import contrast
from workshop_app.ui import pieces, theme
from workshop_app.ui.theme import Look
from workshop_app.ui.tick import TickBox

LOOKS = (Look.LIGHT, Look.DARK, Look.CONTRAST)


@pytest.mark.parametrize(
    ("kind", "least"), [("", 46), ("primary", 46), ("small", 40), ("quiet", 46), ("row", 46), ("next", 46)]
)
def test_a_finger_finds_it(qapp: QApplication, kind: str, least: int) -> None:
    theme.apply(qapp, Look.LIGHT)
    made = pieces.button("Move to…", kind=kind)
    made.ensurePolished()
    assert made.sizeHint().height() >= least


@pytest.mark.parametrize("look", LOOKS)
def test_a_box_to_tick_is_seen_before_and_after(qapp: QApplication, look: Look) -> None:
    theme.apply(qapp, look)
    box = TickBox("Less motion")
    box.ensurePolished()
    box.resize(box.sizeHint())
    ground = QColor(theme.tokens().raised)

    def seen() -> float:
        picture = QPixmap(box.size())
        picture.fill(ground)
        box.render(picture)
        across, middle = picture.toImage(), box.height() // 2
        return max(contrast(across.pixelColor(x, middle).name(), ground.name()) for x in range(6))

    assert seen() >= 3  # its edge
    box.setChecked(True)
    assert seen() >= 3


ALL = {"light": theme.LIGHT, "dark": theme.DARK, "contrast": theme.CONTRAST}
TINTS = [
    pytest.param(tokens, ground, edge, id=f"{look} {name}")
    for look, tokens in ALL.items()
    for name, ground, edge in (
        *((field, getattr(tokens, field), tokens.accent) for field in ("paper", "board", "raised")),
        *((f"family {key}", tint.ground, tint.edge) for key, tint in tokens.families.items()),
        *((f"role {key}", tint.ground, tint.edge) for key, tint in tokens.roles.items()),
    )
]


@pytest.mark.parametrize(("tokens", "ground", "edge"), TINTS)
def test_all_words_of_a_card_reach_seven_to_one_on_every_tint(tokens: theme.Tokens, ground: str, edge: str) -> None:
    assert contrast(tokens.ink, ground) >= 7
    assert contrast(theme.beneath(tokens), ground) >= 7  # a translation
    assert contrast(edge, ground) >= 3


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("kind", ["", "small", "primary"])
def test_what_is_disabled_has_softer_words_and_where_lines_are_black_a_broken_edge(
    qapp: QApplication, kind: str, look: Look
) -> None:
    theme.apply(qapp, look)
    made = pieces.button("Redo", kind=kind)
    made.resize(120, 46)
    made.setEnabled(False)
    made.show()
    settle()
    edge = [QColor(made.grab().toImage().pixel(x, 0)).name() for x in range(20, 100)]
    assert (len(set(edge)) > 1) == (look is Look.CONTRAST)
    assert made.palette().buttonText().color() != QColor(theme.tokens().ink)


@pytest.mark.parametrize("look", LOOKS)
def test_the_heading_of_a_menu_is_small_and_soft(qapp: QApplication, look: Look) -> None:
    theme.apply(qapp, look)
    menu = QMenu()
    heading, entry = menu.addAction("Move to…"), menu.addAction("Move to…")
    heading.setEnabled(False)
    menu.popup(menu.pos())
    settle()
    assert menu.actionGeometry(heading).height() < menu.actionGeometry(entry).height()
    picture = menu.grab().toImage()
    dark = [
        sum(
            QColor(picture.pixel(x, y)) == QColor(theme.tokens().ink)
            for x in range(spot.left(), spot.right())
            for y in range(spot.top(), spot.bottom())
        )
        for spot in (menu.actionGeometry(heading), menu.actionGeometry(entry))
    ]
    assert dark[0] == 0 < dark[1]
    menu.close()


def test_the_measure_is_right() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("t", ALL.values(), ids=ALL)
def test_whatever_is_written_can_be_read_on_its_ground(t: theme.Tokens) -> None:
    grounds = (t.paper, t.board, t.raised, t.accent_soft, t.notice_ground)
    tints = [tint.ground for tint in t.families.values()]
    pairs = {("ink", ground): contrast(t.ink, ground) / 7 for ground in grounds}
    pairs |= {("soft", ground): contrast(t.soft, ground) / 4.5 for ground in (*grounds, *tints)}
    pairs |= {("accent", ground): contrast(t.accent, ground) / 4.5 for ground in (t.paper, t.raised, t.accent_soft)}
    pairs |= {("notice", ground): contrast(t.notice, ground) / 4.5 for ground in (t.paper, t.raised, t.notice_ground)}
    pairs[("on_accent", t.accent)] = contrast(t.on_accent, t.accent) / 4.5
    pairs[("hide", t.ink)] = contrast(t.paper, t.ink) / 4.5
    # What is no word but tells something: the ring of what has the keyboard.
    pairs |= {("ring", ground): contrast(t.accent, ground) / 3 for ground in grounds}
    assert {pair: round(share, 2) for pair, share in pairs.items() if share < 1} == {}
