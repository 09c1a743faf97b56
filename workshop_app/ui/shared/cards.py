"""How a card looks: rendered once into a pixmap, at just the size it is shown in, with its shadow baked in.

A card is paper in its family's tint with a patterned edge. Short text is large, longer text smaller, and what still
does not fit ends in an ellipsis and opens in full.

Cards are rendered by the hundred after each zoom, so what they share is kept: the paper of each kind of card in the
size in use, and where each text breaks, which is the same in every size.
"""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache

from workshop_app.domain.audience import Card
from workshop_app.domain.board import CARD_H, CARD_W
from workshop_app.ui import lettering, theme
from workshop_app.ui.shared import answer_mark, drawing, marks
from workshop_app.words import translate

SHADOW = 14  # room around the card for its shadow, board units
EDGE = 7.0
FOOT = 28.0
TEXT_W = CARD_W - EDGE - 28
TEXT_H = CARD_H - FOOT - 11.5
LEFT, TOP = EDGE + 11, 9.0  # where the words begin
SIZES = (19, 17, 15)
BENEATH = 13  # a translation
BENEATH_STEP = BENEATH * lettering.LEADING
DRAWN_LEAST = 38.0  # room that a drawing keeps beside words, board units


def paint(card: Card, scale: float, *, held: bool = False) -> QPixmap:
    """The card at `scale` device pixels a board unit, shadow included; lifted, with the accent's outline, if held."""
    pixmap = QPixmap(_paper(card, scale, held=held))
    painter = QPainter(pixmap)
    _to_board_units(painter, scale)
    bare = not (card.label or role_words(card.role) or card.students_back or card.adults_back)
    if card.drawing or card.translation:
        _said(painter, card, TEXT_H + (FOOT - 8 if bare else 0.0))
    else:
        _words(painter, card.text, FOOT - 8 if bare else 0.0)
    if card.students_back or card.adults_back or card.forward:
        _counted(painter, card)
    if card.answer:
        answer_mark.paint(painter, card.answer)
    painter.end()
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
    answered = translate("card", "answered: {answer}", answer=card.answer) if card.answer else ""
    return ", ".join(part for part in (said_words(card), card.label, who, where, backed, answered) if part)


def said_words(card: Card) -> str:
    """What a card says, for assistive technology: its words, its translation, and that it is a drawing."""
    said = ". ".join(part for part in (card.text, card.translation) if part)
    if card.drawing:
        drawn = translate("card", "A drawing")
        return f"{drawn}: {said}" if said else drawn
    return said


def _paper(card: Card, scale: float, *, held: bool) -> QPixmap:
    """A card without its own words: many cards have the same. Qt keeps those that are in use, and lets others go."""
    said = " · ".join(part for part in (card.label, role_words(card.role)) if part)
    key = f"card {id(theme.tokens())} {scale} {held} {card.family} {said}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = QPixmap(_pixels(CARD_W, scale), _pixels(CARD_H, scale))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _to_board_units(painter, scale)
        _ground(painter, card.family, held=held)
        if said:
            _foot(painter, card.family, said)
        painter.end()
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _pixels(side: float, scale: float) -> int:
    return max(1, round((side + 2 * SHADOW) * scale))


def _to_board_units(painter: QPainter, scale: float) -> None:
    painter.scale(scale, scale)
    painter.translate(SHADOW, SHADOW)


def _ground(painter: QPainter, family: str, *, held: bool) -> None:
    t = theme.tokens()
    tint = t.families.get(family, t.families[""])
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
    marks.edge(painter, family, QRectF(0, 0, EDGE, CARD_H), QColor(tint.edge))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if held:
        painter.setPen(QPen(QColor(t.accent), 3))
        painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), theme.RADIUS_CARD, theme.RADIUS_CARD)
    elif t is theme.CONTRAST or family == "":
        painter.setPen(QPen(QColor(t.line), 1))
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS_CARD, theme.RADIUS_CARD)


def _words(painter: QPainter, text: str, more: float) -> None:
    size, lines = _broken(text, TEXT_H + more, QFontMetricsF(_font(SIZES[0])).xHeight())
    painter.setPen(QColor(theme.tokens().ink))
    painter.setFont(_font(size))
    lettering.draw(painter, lines, LEFT, TOP, TEXT_W)


def _said(painter: QPainter, card: Card, height: float) -> None:
    """Words in up to `height`, their translation beneath, smaller and softer, and in the room that is left a drawing.

    The room is shared out by what there is to say, so that none of the three is ever left out.
    """
    t = theme.tokens()
    painter.setPen(QColor(t.ink))
    top, left = TOP, height
    if card.text:
        for_drawing = DRAWN_LEAST + (BENEATH_STEP if card.translation else 0)
        for_words = left - (for_drawing if card.drawing else _beneath_least(card.translation))
        size, lines = _broken(card.text, for_words, QFontMetricsF(_font(SIZES[0])).xHeight())
        painter.setFont(_font(size))
        lettering.draw(painter, lines, LEFT, top, TEXT_W)
        top, left = top + lines.height, left - lines.height
    if card.translation:
        font = _font(BENEATH)
        most = max(1, int((left - (DRAWN_LEAST if card.drawing else 0)) // BENEATH_STEP))
        beneath = lettering.broken(card.translation, font, TEXT_W, most)
        # Half-way to the ink: on every tint and in every look 7:1 or better, which plain soft is not.
        painter.setPen(QColor(theme.between(t.soft, t.ink)))
        painter.setFont(font)
        lettering.draw(painter, beneath, LEFT, top, TEXT_W)
        top, left = top + beneath.height, left - beneath.height
    if card.drawing:
        drawing.paint(painter, card.drawing, QRectF(LEFT, top + 3, TEXT_W, left - 3), QColor(t.ink))


def _beneath_least(translation: str) -> float:
    """The height of a translation's first two lines, or of its only one."""
    return min(2, len(lettering.broken(translation, _font(BENEATH), TEXT_W).lines)) * BENEATH_STEP


@lru_cache(maxsize=8192)
def _broken(text: str, height: float, _x_height: float) -> tuple[int, lettering.Lines]:
    """The largest size in which a text fits, and its lines; the height of an x tells one typeface from another."""
    metrics = QFontMetricsF(_font(SIZES[-1]))
    long, space = metrics.horizontalAdvance(text), metrics.horizontalAdvance(" ")
    for size in SIZES:
        most = int(height // (size * lettering.LEADING))
        # Clearly wider than all lines together, spaces at their ends included: no need to break it to know.
        larger = size / SIZES[-1]
        if larger > 1 and long * larger > most * (TEXT_W + space * larger) * 1.05:
            continue
        lines = lettering.broken(text, _font(size), TEXT_W, most)
        if lines.whole:
            break
    return size, lines


def _font(size: int) -> QFont:
    font = theme.font(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # the same line breaks at every zoom
    return font


def _foot(painter: QPainter, family: str, said: str) -> None:
    ink = QColor(theme.tokens().ink)
    middle = CARD_H - FOOT / 2 - 2
    painter.setFont(theme.font(13))
    painter.setPen(ink)
    marks.symbol(painter, family, QRectF(EDGE + 11, middle - 7, 14, 14), ink)
    painter.drawText(QRectF(EDGE + 31, middle - 12, 116, 24), Qt.AlignmentFlag.AlignVCenter, said)


def _counted(painter: QPainter, card: Card) -> None:
    t = theme.tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font(13))
    painter.setPen(QColor(t.ink))
    if card.students_back or card.adults_back:
        middle = CARD_H - FOOT / 2 - 2
        marks.backing(painter, (card.students_back, card.adults_back), QPointF(CARD_W - 8, middle), QColor(t.ink))
    if card.forward:
        tint = t.families.get(card.family, t.families[""])
        painter.setPen(QPen(QColor(tint.edge), 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([QPointF(CARD_W - 14, 9), QPointF(CARD_W - 11, 12), QPointF(CARD_W - 5, 5)])
