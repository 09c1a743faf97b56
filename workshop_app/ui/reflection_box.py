"""The staff's closing question after a session. Half of it stays with the adults, half is read to the students."""

from functools import partial

from PySide6.QtWidgets import QWidget

from workshop_app.domain import reflections
from workshop_app.domain.sessions import Session
from workshop_app.ui import pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.noted import NotedField
from workshop_app.words import translate


class ReflectionBox(QWidget):
    """Two fields that write themselves down when they are left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session_id = ""
        self._fields: dict[str, NotedField] = {}
        self._column = pieces.column(6)
        self.setLayout(self._column)
        desk.flushing.connect(self.flush)

    def show_session(self, session_id: str) -> None:
        """Ask about this session; what is being typed stays."""
        if session_id == self._session_id:
            for field in self._fields.values():
                field.show_saved()
            return
        self.flush()
        self._session_id = session_id
        self._fields = {}
        pieces.clear(self._column)
        for name, question, told in (
            (
                "uncomfortable",
                translate("reflection", "What was uncomfortable?"),
                translate("reflection", "This stays with the adults."),
            ),
            (
                "we_change",
                translate("reflection", "What will we change?"),
                translate("reflection", "We read this to the students next time."),
            ),
        ):
            self._column.addLayout(
                pieces.row(
                    pieces.label(question, size=17, bold=True),
                    pieces.label(told, tone="soft", size=15),
                    None,
                    spacing=12,
                )
            )
            field = NotedField(
                self._desk,
                f"reflection/{session_id}/{name}",
                question,
                partial(self._saved, session_id, name),
                partial(self._write, session_id, name),
                height=60,
            )
            self._fields[name] = field
            self._column.addWidget(field)

    def flush(self) -> None:
        """Write down what is typed."""
        for field in self._fields.values():
            field.flush()

    def _saved(self, session_id: str, name: str) -> str | None:
        if session_id not in self._desk.programme.all(Session):
            return None
        known = reflections.after(self._desk.programme, session_id)
        return str(getattr(known, name)) if known else ""

    def _write(self, session_id: str, name: str, text: str) -> bool:
        known = reflections.after(self._desk.programme, session_id)
        before = {"uncomfortable": known.uncomfortable, "we_change": known.we_change} if known else {}
        said = {"uncomfortable": "", "we_change": "", **before, name: text}
        new_id, at = self._desk.workspace.new_id(), self._desk.workspace.now()
        return self._desk.do("reflect", reflections.reflect, new_id=new_id, at=at, session_id=session_id, **said)
