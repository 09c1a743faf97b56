"""The lines that scissors follow."""

from reportlab.pdfgen.canvas import Canvas

from workshop_app.documents import look


def scissors(canvas: Canvas, corner: tuple[float, float], cell: tuple[float, float], cells: tuple[int, int]) -> None:
    """Dashed lines around so many cells across and down, from the upper left `corner`; all in points."""
    (left, top), (wide, high), (across, down) = corner, cell, cells
    canvas.saveState()
    canvas.setStrokeColor(look.CUT)
    canvas.setLineWidth(0.7)
    canvas.setDash(4, 3)
    for column in range(across + 1):
        canvas.line(left + column * wide, top - down * high, left + column * wide, top)
    for row in range(down + 1):
        canvas.line(left, top - row * high, left + across * wide, top - row * high)
    canvas.restoreState()
