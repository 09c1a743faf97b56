"""What students do on their screen is answered there: that it can't be done, or what was taken back.

Only what the app says to the commands of that screen is said on it, never what it says to whoever leads.
"""

from collections.abc import Callable
from typing import TypeVar, cast

from workshop_app.ui.desk import Desk
from workshop_app.ui.shared.commands import BoardCommands
from workshop_app.words import translate

_Done = TypeVar("_Done")  # what was done, false where it was refused

# What anybody may take back, whoever did it: steps at the board.
AT_THE_BOARD = frozenset(
    (
        *("move-idea", "lay-many", "gather", "tidy", "add-idea", "say-too", "said-by"),
        *("new-theme", "start-theme", "rename-theme", "dissolve-theme", "merge-themes", "order-theme"),
        *("to-aspect", "to-stage", "weigh"),
    )
)
# What is taken back here only if it was done here: an adult may have had a reason.
IF_DONE_HERE = frozenset(("set-aside", "reword"))


class Aloud:
    """Hears what the desk says while something is done for the shared screen; `say` gets the last of it."""

    def __init__(self, desk: Desk, say: Callable[[str, str], object]) -> None:
        self._desk, self.say = desk, say
        self._done_here: set[int] = set()

    def hear(self, act: Callable[[], _Done]) -> _Done:
        """Do something, and say what the desk says of it."""
        heard: list[tuple[str, str]] = []
        before = self._desk.workspace.store.last_step()

        def listen(sentence: str, kind: str) -> None:
            heard.append((sentence, kind))

        self._desk.said.connect(listen)
        try:
            done = act()
        finally:
            self._desk.said.disconnect(listen)
        self._done_here.update(range(before + 1, self._desk.workspace.store.last_step() + 1))
        if heard:
            self.say(*heard[-1])  # of what goes before, some may be for who leads
        return done

    def undo(self) -> bool:
        """Take the last step back, if it was one at the board."""
        step = self._desk.workspace.store.last_done()
        if step is not None and not self._may_go(step.label, step.n):
            self.say(translate("shared", "What was done last was not done here. Ask who leads to take it back."), "")
            return False
        self._desk.flushing.emit()  # what that says is for who leads
        self.hear(self._undone)
        return True

    def redo(self) -> bool:
        """Bring the last undone step back, if it was one at the board."""
        step = self._desk.workspace.store.next_undone()
        if step is not None and not self._may_go(step.label, step.n):
            self.say(translate("shared", "What was taken back last was not done here. Ask who leads."), "")
            return False
        self.hear(self._redone)
        return True

    def commands(self, own: BoardCommands) -> BoardCommands:
        """The same commands, heard."""
        return cast("BoardCommands", _Heard(own, self))

    def _may_go(self, label: str, n: int) -> bool:
        return label in AT_THE_BOARD or (label in IF_DONE_HERE and n in self._done_here)

    def _undone(self) -> bool:
        self._desk.undo()
        return True

    def _redone(self) -> bool:
        self._desk.redo()
        return True


class _Heard:
    """Every command of the board, whichever there are."""

    def __init__(self, own: BoardCommands, aloud: Aloud) -> None:
        self._own, self._aloud = own, aloud

    def __getattr__(self, name: str) -> Callable[..., bool]:
        if name == "undo":
            return self._aloud.undo
        act: Callable[..., bool] = getattr(self._own, name)
        return lambda *args, **kwargs: self._aloud.hear(lambda: act(*args, **kwargs))
