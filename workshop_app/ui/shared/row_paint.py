"""How a row of the list looks: its family's edge, an idea's words on up to four lines, and what is known of it."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget

from workshop_app.domain.audience import Card
from workshop_app.ui import lettering, theme
from workshop_app.ui.shared import drawing, idea_words, marks
from workshop_app.words import translate

ID, GROUP = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1  # a row's id; how much is in a group
MOST = 4  # lines
SIZE, BENEATH, HEAD = 18, 14, 18  # pixels of the typeface
GAP = 3  # pixels between the words and what is known
EDGE, LEFT, TOP, DRAWN_H = 7, 24, 8, 64
BOX, BOX_ROOM = 24, 56  # the mark of a row, and the room that takes a finger
MEASURE = 900  # pixels: longer lines are hard to read

Index = QModelIndex | QPersistentModelIndex


def font() -> QFont:
    """What an idea's words are set in."""
    return theme.font(SIZE)


def words_width(width: int) -> int:
    """How wide words may be in a list of this width."""
    return max(80, min(MEASURE, width - LEFT - BOX_ROOM))


def height(card: Card, said: str, width: int) -> int:
    """How high a row is that says this, in words this wide."""
    set_in, beneath = font(), theme.font(BENEATH)
    length = QFontMetricsF(set_in).horizontalAdvance(said)
    lines = 1
    if length > width:
        # Lines end at words, so they are shorter than the room: it is broken to be sure, unless it is long for certain.
        lines = MOST if length > (MOST + 1) * width else len(_broken(said, width, MOST, theme.scale()).lines)
    step = (lines * set_in.pixelSize() + beneath.pixelSize()) * lettering.LEADING
    drawn = DRAWN_H + 4 if card.drawing else 0
    return max(theme.TARGET, round(2 * TOP + step + drawn + GAP))


class RowPaint(QStyledItemDelegate):
    """Paints rows. `card` gives the card of an id, None if it is not there any more; `by_role` tells its colours."""

    def __init__(self, rows: QTreeWidget, card: Callable[[str], Card | None], by_role: Callable[[], bool]) -> None:
        super().__init__(rows)
        self._rows, self._card, self._by_role = rows, card, by_role

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: a row."""
        t = theme.tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, QColor(t.accent_soft if chosen else t.raised))
        painter.setPen(QPen(QColor(t.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if index.parent().isValid():
            card = self._card(str(index.data(ID)))
            if card is not None:
                self._idea(painter, area, card)
                self._mark(painter, area, on=index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value)
        else:
            self._group(painter, area, index)
        if chosen:
            focused = self._rows.hasFocus()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(t.accent), 2 if focused else 1))
            painter.drawRoundedRect(QRectF(area).adjusted(1.5, 1.5, -1.5, -2.5), 6, 6)
        painter.restore()

    def _idea(self, painter: QPainter, area: QRect, card: Card) -> None:
        t = theme.tokens()
        by_role = self._by_role()
        tint = theme.tint(t, card.family, card.role, by_role=by_role)
        edge = QRectF(area.left(), area.top() + 1, EDGE, area.height() - 2)
        painter.fillRect(edge, QColor(tint.ground))
        marks.edge(painter, card.role if by_role else card.family, edge, QColor(tint.edge))
        width = words_width(self._rows.viewport().width())
        top = float(area.top() + TOP)
        painter.setFont(font())
        painter.setPen(QColor(t.ink))
        said = " ".join((card.text or card.translation).split())
        if said or not card.drawing:
            lines = _broken(said, width, MOST, theme.scale())
            lettering.draw(painter, lines, area.left() + LEFT, top, width)
            top += lines.height
        else:
            lettering.draw(painter, _broken(_drawn(), width, 1, theme.scale()), area.left() + LEFT, top, width)
            top += font().pixelSize() * lettering.LEADING
        if card.drawing:
            drawing.paint(painter, card.drawing, QRectF(area.left() + LEFT, top + 2, width, DRAWN_H), QColor(t.ink))
            top += DRAWN_H + 4
        top += GAP
        small = theme.font(BENEATH)
        painter.setFont(small)
        ink = QColor(theme.between(t.soft, t.ink))
        painter.setPen(ink)
        step = small.pixelSize() * lettering.LEADING
        marks.symbol(painter, card.family, QRectF(area.left() + LEFT, top + step / 2 - 7, 14, 14), ink)
        room = QRectF(area.left() + LEFT + 21, top, width - 21, step)
        about = painter.fontMetrics().elidedText(
            " · ".join(idea_words.about(card)), Qt.TextElideMode.ElideRight, round(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, about)

    def _mark(self, painter: QPainter, area: QRect, *, on: bool) -> None:
        t = theme.tokens()
        box = QRectF(mark_area(area))
        box = QRectF(box.center().x() - BOX / 2, box.center().y() - BOX / 2, BOX, BOX)
        painter.setPen(QPen(QColor(t.accent if on else theme.between(t.line, t.soft)), 1.5))
        painter.setBrush(QColor(t.accent) if on else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 6, 6)
        if on:
            painter.setPen(QPen(QColor(t.on_accent), 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline([box.topLeft() + QPointF(x, y) for x, y in ((6, 12.5), (10.5, 17), (18.5, 7.5))])

    def _group(self, painter: QPainter, area: QRect, index: Index) -> None:
        t = theme.tokens()
        model = self._rows.model()
        item = self._rows.itemFromIndex(model.index(index.row(), 0))
        middle, ink = area.center().y() + 4.0, QColor(t.ink)
        path = QPainterPath()
        corners = ((-4, -2), (0, 2), (4, -2)) if item.isExpanded() else ((-2, -4), (2, 0), (-2, 4))
        for number, (x, y) in enumerate(corners):
            spot = QPointF(area.left() + 13 + x, middle + y)
            path.moveTo(spot) if number == 0 else path.lineTo(spot)
        painter.setPen(QPen(ink, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPath(path)
        painter.setFont(theme.font(BENEATH))
        counted = str(index.data(GROUP))
        right = painter.fontMetrics().horizontalAdvance(counted)
        painter.setPen(QColor(theme.between(t.soft, t.ink)))
        count = QRectF(area.right() - right - 18, area.top() + 3, right + 4, area.height())
        painter.drawText(count, Qt.AlignmentFlag.AlignVCenter, counted)
        painter.setFont(theme.font(HEAD, bold=True))
        painter.setPen(ink)
        room = QRectF(area.left() + LEFT + 4, area.top() + 3, count.left() - area.left() - LEFT - 16, area.height())
        name = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, max(10, round(room.width()))
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)


def mark_area(area: QRect) -> QRect:
    """The part of a row where it is marked by a tap."""
    return QRect(area.right() - BOX_ROOM + 1, area.top(), BOX_ROOM, area.height())


def _drawn() -> str:
    return translate("audience", "(a drawing)")


@lru_cache(maxsize=4096)
def _broken(text: str, width: int, most: int, _scale: float = 1.0) -> lettering.Lines:
    return lettering.broken(text, font(), width, most)
