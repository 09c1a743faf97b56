"""How a card looks: rendered once into a pixmap, at just the size it is shown in, with its shadow baked in.

A card is paper in the tint of its family, or of the role that gave it, with a patterned edge. Short text is large,
longer text smaller, and what still does not fit ends in an ellipsis and opens in full.

In larger words a card stays as large as it is, so that a board keeps its order: up to half as much again its words grow
within it (three lines are left), and beyond that one comes nearer.

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
FOOT = 25.0
LEFT, TOP = EDGE + 10, 7.0  # where the words begin
TEXT_W = CARD_W - LEFT - 8
TEXT_H = CARD_H - FOOT - TOP
FOOT_Y = CARD_H - FOOT / 2 - 2  # the middle of what stands there
TICK_W = 17.0
BARE_MORE = FOOT - 9  # what a card without a foot has for its words besides
LEADING = 1.2  # closer than elsewhere: a line more is a size more
SIZES = (24, 21, 19, 17, 15)
SMALL = 13  # the foot
BENEATH = 13  # a translation
LONG_WORD = 8  # letters; a shorter one fits in every size
DRAWN_LEAST = 38.0  # room that a drawing keeps beside words, board units


def paint(card: Card, scale: float, *, held: bool = False, by_role: bool = False) -> QPixmap:
    """The card at `scale` device pixels a board unit, shadow included; lifted, with the accent's outline, if held.

    It has the colour, edge and symbol of its family; `by_role` those of the role that gave it.
    """
    right = _right_width(card)
    pixmap = QPixmap(_paper(card, scale, right, held=held, by_role=by_role))
    painter = QPainter(pixmap)
    _to_board_units(painter, scale)
    bare = not (right or _foot_words(card, by_role=by_role))
    if card.drawing or card.translation:
        _said(painter, card, TEXT_H + (BARE_MORE if bare else 0.0))
    else:
        _words(painter, card.text, BARE_MORE if bare else 0.0)
    if right:
        _right(painter, card)
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
    both = translate("card", "what students know and what staff know are both there") if card.both else ""
    answered = translate("card", "answered: {answer}", answer=card.answer) if card.answer else ""
    return ", ".join(part for part in (said_words(card), card.label, who, where, backed, both, answered) if part)


def said_words(card: Card) -> str:
    """What a card says, for assistive technology: its words, its translation, and that it is a drawing."""
    said = ". ".join(part for part in (card.text, card.translation) if part)
    if card.drawing:
        drawn = translate("card", "A drawing")
        return f"{drawn}: {said}" if said else drawn
    return said


def _paper(card: Card, scale: float, right: float, *, held: bool, by_role: bool) -> QPixmap:
    """A card without its own words: many cards have the same. Qt keeps those that are in use, and lets others go."""
    said = _foot_words(card, by_role=by_role)
    room = round(CARD_W - EDGE - 31 - 8 - right)
    kind = card.role if by_role else card.family
    key = f"card {id(theme.tokens())} {scale} {theme.scale()} {held} {by_role} {kind} {room} {said}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = QPixmap(_pixels(CARD_W, scale), _pixels(CARD_H, scale))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _to_board_units(painter, scale)
        _ground(painter, kind, theme.tint(theme.tokens(), card.family, card.role, by_role=by_role), held=held)
        if said:
            _foot(painter, kind, said, room)
        painter.end()
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _foot_words(card: Card, *, by_role: bool) -> str:
    """What stands at the foot: the aspect and who gave it. Where roles are told by colour, the role always, first."""
    who = role_words(card.role)
    if by_role:
        who = translate("card", "student") if card.role == "student" else who
        return " · ".join(part for part in (who, card.label) if part)
    return " · ".join(part for part in (card.label, who) if part)


def _pixels(side: float, scale: float) -> int:
    return max(1, round((side + 2 * SHADOW) * scale))


def _to_board_units(painter: QPainter, scale: float) -> None:
    painter.scale(scale, scale)
    painter.translate(SHADOW, SHADOW)


def _ground(painter: QPainter, kind: str, tint: theme.Tint, *, held: bool) -> None:
    t = theme.tokens()
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
    marks.edge(painter, kind, QRectF(0, 0, EDGE, CARD_H), QColor(tint.edge))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if held:
        painter.setPen(QPen(QColor(t.accent), 3))
        painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), theme.RADIUS_CARD, theme.RADIUS_CARD)
    elif t is theme.CONTRAST or kind == "":
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
        for_drawing = DRAWN_LEAST + (_beneath_step() if card.translation else 0)
        for_words = left - (for_drawing if card.drawing else _beneath_least(card.translation))
        size, lines = _broken(card.text, for_words, QFontMetricsF(_font(SIZES[0])).xHeight())
        painter.setFont(_font(size))
        lettering.draw(painter, lines, LEFT, top, TEXT_W)
        top, left = top + lines.height, left - lines.height
    if card.translation:
        font = _font(BENEATH)
        most = max(1, int((left - (DRAWN_LEAST if card.drawing else 0)) // _beneath_step()))
        beneath = lettering.broken(card.translation, font, TEXT_W, most, LEADING)
        painter.setPen(QColor(theme.beneath(t)))
        painter.setFont(font)
        lettering.draw(painter, beneath, LEFT, top, TEXT_W)
        top, left = top + beneath.height, left - beneath.height
    if card.drawing:
        drawing.paint(painter, card.drawing, QRectF(LEFT, top + 3, TEXT_W, left - 3), QColor(t.ink))


def _beneath_step() -> float:
    return BENEATH * theme.board_scale() * LEADING


def _beneath_least(translation: str) -> float:
    """The height of a translation's first two lines, or of its only one."""
    return min(2, len(lettering.broken(translation, _font(BENEATH), TEXT_W, leading=LEADING).lines)) * _beneath_step()


@lru_cache(maxsize=8192)
def _broken(text: str, height: float, _x_height: float) -> tuple[int, lettering.Lines]:
    """The largest size in which a text fits, no word cut, and its lines.

    The height of an x tells one typeface from another.
    """
    metrics = QFontMetricsF(_font(SIZES[-1]))
    long, space = metrics.horizontalAdvance(text), metrics.horizontalAdvance(" ")
    word = max((metrics.horizontalAdvance(one) for one in text.split() if len(one) > LONG_WORD), default=0.0)
    for size in SIZES:
        most = int(height // (size * theme.board_scale() * LEADING))
        # Clearly wider than all lines together, spaces at their ends included: no need to break it to know.
        larger = size / SIZES[-1]
        if larger > 1 and (long * larger > most * (TEXT_W + space * larger) * 1.05 or word * larger > TEXT_W):
            continue
        lines = lettering.broken(text, _font(size), TEXT_W, most, LEADING)
        if lines.whole:
            break
    return size, lines


def _font(size: int) -> QFont:
    font = theme.on_board(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # the same line breaks at every zoom
    return font


def _foot(painter: QPainter, kind: str, said: str, room: float) -> None:
    ink = QColor(theme.tokens().ink)
    painter.setFont(theme.on_board(SMALL))
    painter.setPen(ink)
    marks.symbol(painter, kind, QRectF(LEFT, FOOT_Y - 7, 14, 14), ink)
    shown = QFontMetricsF(painter.font()).elidedText(said, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QRectF(EDGE + 31, FOOT_Y - 14, room + 2, 28), Qt.AlignmentFlag.AlignVCenter, shown)


def _right_width(card: Card) -> float:
    """The room that the marks at the right of the foot take."""
    counts = (card.students_back, card.adults_back)
    return (
        (_backing_width(counts, theme.board_scale()) if any(counts) else 0.0)
        + (TICK_W if card.forward else 0.0)
        + (marks.BOTH_W if card.both else 0.0)
    )


@lru_cache(maxsize=1024)
def _backing_width(counts: tuple[int, int], _scale: float) -> float:
    return marks.backing_width(counts, QFontMetricsF(theme.on_board(SMALL)))


def _right(painter: QPainter, card: Card) -> None:
    """At the right of the foot: that both kinds of expertise are there, who backs it, that it goes forward."""
    counts = (card.students_back, card.adults_back)
    ink, x = QColor(theme.tokens().ink), CARD_W - 8
    painter.setFont(theme.on_board(SMALL))
    painter.setPen(ink)
    if card.forward:
        marks.tick(painter, QPointF(x, FOOT_Y), ink)
        x -= TICK_W
    if any(counts):
        marks.backing(painter, counts, QPointF(x, FOOT_Y), ink)
        x -= _backing_width(counts, theme.board_scale())
    if card.both:
        marks.both(painter, QPointF(x, FOOT_Y), ink)
