"""How a card looks: rendered once into a pixmap, at just the size it is shown in, with its shadow baked in.

A card is paper in its family's tint with a patterned edge. Short text is large, longer text smaller, and what still
does not fit ends in an ellipsis and opens in full.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap

from workshop_app.domain.audience import Card
from workshop_app.domain.board import CARD_H, CARD_W
from workshop_app.ui import lettering, theme
from workshop_app.ui.shared import marks
from workshop_app.words import translate

SHADOW = 14  # room around the card for its shadow, board units
EDGE = 7.0
FOOT = 28.0
TEXT_W = CARD_W - EDGE - 24
TEXT_H = CARD_H - FOOT - 11.5
SIZES = (21, 19, 17, 15)


def paint(card: Card, scale: float, *, held: bool = False) -> QPixmap:
    """The card at `scale` device pixels a board unit, shadow included; lifted, with the accent's outline, if held."""
    width, height = (CARD_W + 2 * SHADOW) * scale, (CARD_H + 2 * SHADOW) * scale
    pixmap = QPixmap(max(1, round(width)), max(1, round(height)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(SHADOW, SHADOW)
    _ground(painter, card, held=held)
    _words(painter, card)
    _foot(painter, card)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def role_words(role: str) -> str:
    """How a card says who gave it; students' cards say nothing, for the board is theirs."""
    return {
        "staff": translate("card", "staff"),
        "family": translate("card", "family"),
        "community": translate("card", "community"),
    }.get(role, "")


def spoken(card: Card, theme_name: str) -> str:
    """The card in one sentence, for assistive technology."""
    where = theme_name or translate("card", "not in a theme")
    who = role_words(card.role) or translate("card", "student")
    backed = translate(
        "card",
        "backed by {students} students and {adults} adults",
        students=card.students_back,
        adults=card.adults_back,
    )
    return ", ".join(part for part in (card.text, card.label, who, where, backed) if part)


def _ground(painter: QPainter, card: Card, *, held: bool) -> None:
    t = theme.tokens()
    tint = t.families.get(card.family, t.families[""])
    body = QRectF(0, 0, CARD_W, CARD_H)
    depth, strength = (11, 13) if held else (5, 9)
    painter.setPen(Qt.PenStyle.NoPen)
    for ring in range(depth, 0, -1):
        shade = QColor(t.shadow)
        shade.setAlpha(max(1, strength - ring))
        painter.setBrush(shade)
        spread = ring * 0.9
        painter.drawRoundedRect(body.adjusted(-spread * 0.6, -spread * 0.2, spread * 0.6, spread), 9, 9)
    painter.setBrush(QColor(tint.ground))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(body, theme.RADIUS_CARD, theme.RADIUS_CARD)
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(body, theme.RADIUS_CARD, theme.RADIUS_CARD)
    painter.setClipPath(clip)
    marks.edge(painter, card.family, QRectF(0, 0, EDGE, CARD_H), QColor(tint.edge))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if held:
        painter.setPen(QPen(QColor(t.accent), 3))
        painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), theme.RADIUS_CARD, theme.RADIUS_CARD)
    elif t is theme.CONTRAST or card.family == "":
        painter.setPen(QPen(QColor(t.line), 1))
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS_CARD, theme.RADIUS_CARD)


def _words(painter: QPainter, card: Card) -> None:
    painter.setPen(QColor(theme.tokens().ink))
    for size in SIZES:
        font = theme.font(size)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # the same line breaks at every zoom
        most = int(TEXT_H // (size * lettering.LEADING))
        lines = lettering.broken(card.text, font, TEXT_W, most)
        if lines.whole:
            break
    painter.setFont(font)
    lettering.draw(painter, lines, EDGE + 11, 9)


def _foot(painter: QPainter, card: Card) -> None:
    t = theme.tokens()
    tint = t.families.get(card.family, t.families[""])
    middle = CARD_H - FOOT / 2 - 2
    painter.setFont(theme.font(13))
    painter.setPen(QColor(t.ink))
    said = [part for part in (card.label, role_words(card.role)) if part]
    if said:
        marks.symbol(painter, card.family, QRectF(EDGE + 11, middle - 7, 14, 14), QColor(t.ink))
        painter.drawText(QRectF(EDGE + 31, middle - 12, 116, 24), Qt.AlignmentFlag.AlignVCenter, " · ".join(said))
    if card.students_back or card.adults_back:
        marks.backing(painter, (card.students_back, card.adults_back), QPointF(CARD_W - 8, middle), QColor(t.ink))
    if card.forward:
        painter.setPen(QPen(QColor(tint.edge), 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([QPointF(CARD_W - 20, 13), QPointF(CARD_W - 16, 17), QPointF(CARD_W - 9, 8)])
