"""A page's one column: no wider than an eye can follow, in the middle of the page or at its left."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from workshop_app.ui import pieces, theme

COLUMN_W = 760  # logical pixels


def centred(page: QWidget) -> QVBoxLayout:
    """A column in the middle of a page, wide enough to read in comfort."""
    inner = QWidget()
    inner.setMaximumWidth(theme.px(COLUMN_W))
    column = pieces.column(18)
    inner.setLayout(column)
    across = pieces.row()
    across.addStretch(1)
    across.addWidget(inner, 20)
    across.addStretch(1)
    outer = pieces.column(0)
    outer.setContentsMargins(40, 24, 40, 24)
    outer.addStretch(2)
    outer.addLayout(across)
    outer.addStretch(3)
    page.setLayout(outer)
    return column


def scrolled(column: QVBoxLayout, widest: int) -> QScrollArea:
    """A column at the left, at most `widest` logical pixels wide, which scrolls where it is longer than the page."""
    inside, body = QWidget(), QWidget()
    inside.setMaximumWidth(theme.px(widest))
    inside.setLayout(column)
    beside = pieces.row(spacing=0)
    beside.addWidget(inside, 1000)
    beside.addStretch(1)
    body.setLayout(beside)
    return pieces.scroller(body)
