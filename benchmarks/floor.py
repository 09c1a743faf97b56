"""The least that the same work could cost: a bare blit through an empty widget, a bare commit through SQLite."""

import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.room import LEFT, NONE, SIZE, window_of
from workshop_app.domain.kinds import NAMES
from workshop_app.storage.opening import PRAGMAS
from workshop_app.ui import theme


class Blit(QWidget):
    """An empty widget with one pixmap that follows the mouse, and others that lie still."""

    def __init__(self, pixmap: QPixmap, still: Sequence[tuple[QPoint, QPixmap]] = ()) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self._ground = QColor(theme.tokens().board)
        self._pixmap, self._still = pixmap, still
        self._box = QRect(QPoint(0, 0), pixmap.size())
        self.resize(*SIZE)
        self.show()
        QApplication.processEvents()

    def press(self, at: QPoint) -> None:
        """Bring the left button down."""
        self.hover(at)
        QTest.mousePress(window_of(self), LEFT, NONE, at)
        QApplication.processEvents()

    def hover(self, at: QPoint) -> None:
        """Move the mouse, and wait until what came of it is painted."""
        QTest.mouseMove(window_of(self), at)
        QApplication.processEvents()

    def release(self, at: QPoint) -> None:
        """Let go."""
        QTest.mouseRelease(window_of(self), LEFT, NONE, at)
        QApplication.processEvents()

    def repaint_all(self) -> None:
        """Paint everything anew."""
        self.update()
        QApplication.processEvents()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt: the pixmap goes where the mouse is."""
        before = self._box
        self._box = before.translated(event.position().toPoint() - before.center())
        self.update(before)
        self.update(self._box)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: blit."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._ground)
        for corner, pixmap in self._still:
            painter.drawPixmap(corner, pixmap)
        painter.drawPixmap(self._box.topLeft(), self._pixmap)
        painter.end()

    def away(self) -> None:
        """Take the window away."""
        self.hide()
        self.deleteLater()


class Commits:
    """The rows that a step writes, written by SQLite alone into a copy of the file: no checks, no app."""

    def __init__(self, file: Path) -> None:
        copy = file.with_suffix(".copy")
        shutil.copyfile(file, copy)
        self._connection = sqlite3.connect(copy, isolation_level=None)
        for pragma in PRAGMAS:
            self._connection.execute(pragma)
        # The file's last step stands for one like it.
        self._step = self._connection.execute("SELECT * FROM step ORDER BY n DESC LIMIT 1").fetchone()
        self._columns = [name for _, name, *_ in self._connection.execute("PRAGMA table_info(idea)")]
        places = ", ".join("?" * len(self._columns))
        updates = ", ".join(f'"{name}" = excluded."{name}"' for name in self._columns if name != "id")
        self._upsert = f"INSERT INTO idea VALUES ({places}) ON CONFLICT (id) DO UPDATE SET {updates}"
        self._insert = f"INSERT INTO step VALUES ({', '.join('?' * len(self._step))})"

    def ideas(self, count: int, **new: object) -> list[tuple[object, ...]]:
        """Rows of the last ideas of the file, with these columns changed; `id` is put before the old id."""
        found = self._connection.execute("SELECT * FROM idea ORDER BY rowid DESC LIMIT ?", (count,)).fetchall()
        rows = [dict(zip(self._columns, row, strict=True)) for row in found]
        begins = new.pop("id", "")
        return [tuple({**row, **new, "id": f"{begins}{row['id']}"}.values()) for row in rows]

    def commit(self, rows: Sequence[tuple[object, ...]]) -> None:
        """Write a step and these rows of ideas, and commit."""
        run = self._connection.execute
        run("BEGIN IMMEDIATE")
        run(self._insert, (None, *self._step[1:]))
        for row in rows:
            run(self._upsert, row)
        run("COMMIT")

    def read_all(self) -> None:
        """Read every row of what a programme consists of."""
        for table in NAMES.values():
            self._connection.execute(f"SELECT * FROM {table}").fetchall()

    def close(self) -> None:
        """Let go of the copy."""
        self._connection.close()
