"""Text that the app paints itself: every line fits, nothing is lost, and what is left out is said by an ellipsis."""

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from workshop_app.ui import lettering, theme
from workshop_app.ui.theme import Look

TEXTS = (
    "Ask us halfway through a topic what we still don't get",
    "W" * 300,
    "Größere Fenster\n\nund weniger Durchsagen",
    "Ngũgĩ 👩🏽‍🏫 und 🏳️‍🌈 " * 12,
    "e\u0301" * 90,
    "العربية والأردية في المدرسة",
    " leading and  double  spaces ",
    "",
)


@pytest.fixture(autouse=True, scope="module")
def fonts(qapp: QApplication) -> None:
    theme.apply(qapp, Look.LIGHT)


@pytest.mark.parametrize("width", [70.0, 110.0, 600.0])
@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:12])
def test_every_line_fits_and_nothing_is_lost(text: str, width: float) -> None:
    font = theme.font(15)
    lines = lettering.broken(text, font, width)
    metrics = QFontMetricsF(font)
    assert lines.whole
    assert all(metrics.horizontalAdvance(line) <= width + 1 for line in lines.lines)
    assert "".join("".join(lines.lines).split()) == "".join(text.split())
    assert lines.height == pytest.approx(len(lines.lines) * lines.step)


@pytest.mark.parametrize("text", TEXTS[:4], ids=lambda text: text[:12])
def test_what_is_left_out_ends_in_an_ellipsis(text: str) -> None:
    font = theme.font(15)
    lines = lettering.broken(text, font, 90, 1)
    assert not lines.whole
    [line] = lines.lines
    assert line.endswith("…")
    assert QFontMetricsF(font).horizontalAdvance(line) <= 91


def test_words_are_as_high_as_their_lines(qapp: QApplication) -> None:
    words = lettering.Words("Ask us halfway " * 20, size=17)
    assert words.heightForWidth(200) > words.heightForWidth(400) > words.heightForWidth(2000)
    words.set_text("Short")
    assert words.heightForWidth(200) == words.heightForWidth(2000)
    assert words.accessibleName() == "Short"
