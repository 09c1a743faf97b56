"""The card for when a student tells something worrying: what to do, and whom to tell. There is no place to write it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from workshop_app.domain import care, ideas
from workshop_app.domain.care import Care
from workshop_app.facilitation import care_words
from workshop_app.ui import drafts, pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.veil import Veil
from workshop_app.words import translate

NAMES = ("lead", "about_staff", "about_head")
_WIDE = 760
_NUMBER_W = 26


class CareCard(Veil):
    """What to do, step by step, and the three names, which are asked for here when they are first needed."""

    def __init__(self, host: QWidget, desk: Desk, show_kept: Callable[[], object]) -> None:
        super().__init__(host, strength=225)
        self._desk, self._show_kept = desk, show_kept
        self._fields: dict[str, QLineEdit] = {}
        panel = pieces.frame("panel", margins=(30, 22, 30, 20), spacing=9)
        panel.setFixedWidth(theme.px(_WIDE))
        heading = translate("care", "If a student tells you something that worries you")
        pieces.fill(panel, pieces.label(heading, size=22, bold=True), *map(_step, *_numbered()))
        self._whom = pieces.frame("accent", margins=(18, 14, 18, 14), spacing=8)
        close = pieces.button(translate("care", "Close"), self.leave)
        count = len(ideas.unseen(desk.programme))
        kept = pieces.button(_kept_words(count), self._to_kept, kind="quiet", name=translate("care", "What is kept"))
        pieces.fill(panel, self._whom, pieces.row(close, None, *([kept] if count else [])))
        self.hold(panel)
        known = care.of(desk.programme)
        drafted = any(desk.workspace.draft(_key(name)) for name in NAMES)
        if known is None or not known.lead or drafted:
            self._ask(known)
        else:
            self._tell(known)
        self.rise(next((one for one in self._fields.values() if not one.text()), close))

    def _ask(self, known: Care | None) -> None:
        """Fields for the names; what is typed is kept while it is typed."""
        self._clear()
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        for line, (name, (words, _)) in enumerate(_lines().items()):
            field = QLineEdit(getattr(known, name) if known else "")
            field.setFont(theme.font(17))
            field.setAccessibleName(words)
            field.returnPressed.connect(self._save)
            drafts.keep(field, _key(name), self._desk)
            grid.addWidget(pieces.label(words, size=16), line, 0)
            grid.addWidget(field, line, 1)
            self._fields[name] = field
        grid.setColumnStretch(1, 1)
        save = pieces.button(translate("care", "Keep these names"), self._save, kind="primary")
        hint = pieces.label(
            translate("care", "The names stay in this programme and leave it in no paper."),
            tone="soft",
            size=14,
            wrap=True,
        )
        foot = pieces.row(save, hint)
        foot.setStretch(1, 1)
        pieces.fill(self._whom, grid, foot)

    def _tell(self, known: Care) -> None:
        """Whom to tell, in large letters."""
        self._clear()
        for name, (_, words) in _lines().items():
            person = getattr(known, name) or translate("care", "not named yet")
            line = pieces.row(pieces.label(words, size=16), Words(person, size=18, bold=True, most=2), spacing=12)
            line.setStretch(1, 1)
            pieces.fill(self._whom, line)
        change = pieces.button(translate("care", "Change the names"), lambda: self._change(known), kind="quiet")
        pieces.fill(self._whom, pieces.row(change, None))

    def _change(self, known: Care) -> None:
        self._ask(known)
        self._fields["lead"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        said = {name: field.text() for name, field in self._fields.items()}
        if not self._desk.do("care", care.name_whom_to_tell, **said):
            return
        for name in NAMES:
            drafts.done(self._fields[name], _key(name), self._desk)
        known = care.of(self._desk.programme)
        if known is not None and known.lead:
            self._tell(known)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.leave()

    def _clear(self) -> None:
        self._fields.clear()
        layout = self._whom.layout()
        if layout is not None:
            pieces.clear(layout)

    def _to_kept(self) -> None:
        self.leave()
        self._show_kept()


def _numbered() -> tuple[list[int], list[str]]:
    steps = list(care_words.disclosure())
    return list(range(1, len(steps) + 1)), steps


def _step(number: int, words: str) -> QWidget:
    figure = Words(str(number), size=18, bold=True, colour="accent")
    figure.setFixedWidth(theme.px(_NUMBER_W))
    made = QWidget()
    line = pieces.row(figure, Words(words, size=18), spacing=4)
    line.setAlignment(figure, Qt.AlignmentFlag.AlignTop)
    line.setStretch(1, 1)
    made.setLayout(line)
    return made


def _lines() -> dict[str, tuple[str, str]]:
    """For each name: what its field is called, and what stands before it."""
    return {
        "lead": (translate("care", "The safeguarding lead"), translate("care", "Tell the safeguarding lead today:")),
        "about_staff": (
            translate("care", "If it is about a member of staff"),
            translate("care", "If it is about a member of staff:"),
        ),
        "about_head": (translate("care", "If it is about the head"), translate("care", "If it is about the head:")),
    }


def _kept_words(count: int) -> str:
    if count == 1:
        return translate("care", "1 entry is kept for the safeguarding lead")
    return translate("care", "{n} entries are kept for the safeguarding lead", n=count)


def _key(name: str) -> str:
    return f"care/{name}"
