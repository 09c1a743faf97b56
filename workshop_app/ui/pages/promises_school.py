"""What the school promises first: one page of six lines that the head signs before students give anything."""

from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIntValidator, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from workshop_app.dates import long_date
from workshop_app.domain import people, school_promise
from workshop_app.domain.school_promise import FIELDS, TEXTS, SchoolPromise
from workshop_app.ui import drafts, pieces, theme
from workshop_app.ui.across import Across
from workshop_app.ui.desk import SCHOOL, Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.noted import NotedField
from workshop_app.ui.pages.promises_part import PromisesPart
from workshop_app.ui.shared.sign_sheet import SignSheet
from workshop_app.ui.shared.signature_pad import draw_strokes
from workshop_app.words import translate

SIDE_W = 400  # logical pixels


class SchoolPart(PromisesPart):
    """The lines at the left, to be written or to be read; at the right who signs, or has signed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: object = None
        self._changing = False  # one that is signed is being written anew
        self._fields: dict[str, NotedField] = {}
        self._numbers: dict[str, QLineEdit] = {}
        self._lines = pieces.column(12)
        self._lines.setContentsMargins(0, 0, 14, 0)
        lines = QWidget()
        lines.setLayout(self._lines)
        self._form = self._to_sign()
        self._signed_by = pieces.column(12)
        side = QWidget()
        beside = pieces.column(12)
        beside.addWidget(self._form)
        beside.addLayout(self._signed_by)
        self._show = pieces.button("", self._turn_shown)
        beside.addLayout(pieces.row(self._show, None))
        beside.addStretch(1)
        side.setLayout(beside)
        column = pieces.column(0)
        column.addWidget(
            Across(pieces.scroller(side), pieces.scroller(lines), SIDE_W, least=1000, first=False, spacing=28)
        )
        self.setLayout(column)
        desk.flushing.connect(self._flush)
        desk.counting.moved.connect(self._mark_shown)
        self._mark_shown()

    def refresh(self) -> None:
        """The promise as it is now. A field under somebody's hand is not replaced."""
        one = school_promise.promise(self.desk.programme)
        reading = one is not None and one.signed_at is not None and not self._changing
        shown = (reading, one.id if one is not None and reading else "")
        if shown != self._shown:
            self._shown = shown
            pieces.clear(self._lines)
            self._fields, self._numbers = {}, {}
            if one is not None and reading:
                self._read(one)
            else:
                self._write()
        if not reading:
            self._show_saved(one)
        self._show_side(one, reading=reading)

    # The lines

    def _read(self, one: SchoolPromise) -> None:
        self._lines.addWidget(Words(translate("school promise", "What our school promises"), size=30, bold=True))
        for field in FIELDS:
            made = pieces.frame("panel", margins=(18, 12, 18, 12), spacing=2)
            said = school_promise.said(one, field)
            pieces.fill(made, pieces.label(school_promise.name(field), tone="soft", size=15))
            gap = translate("school promise", "Still open.")
            pieces.fill(made, Words(said or gap, size=19, colour="ink" if said else "notice"))
            self._lines.addWidget(made)
        self._lines.addStretch(1)

    def _write(self) -> None:
        first = translate("school promise", "The school promises first")
        why = translate(
            "school promise",
            "Six lines that the head signs before students give anything. A line may stay open; then it shows.",
        )
        self._lines.addWidget(Words(first, size=30, bold=True))
        self._lines.addWidget(Words(why, size=17, colour="soft"))
        for field in FIELDS:
            self._lines.addWidget(self._line(field))
        self._lines.addStretch(1)
        entries = [self._fields.get(field) or self._numbers[field] for field in FIELDS]
        order = [*entries, self._name, self._post, self._sign_button]  # the side was there before the lines
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _line(self, field: str) -> QFrame:
        made = QFrame()
        column = pieces.column(4)
        made.setLayout(column)
        name = school_promise.name(field)
        column.addWidget(pieces.label(name, size=16, bold=True))
        column.addWidget(Words(_hint(field), size=15, colour="soft"))
        if field in TEXTS:
            high = 84 if field == "who_decides" else 52
            saved, write = partial(self._saved, field), partial(self._put, field)
            entry = NotedField(self.desk, f"promise/{field}", name, saved, write, height=high)
            self._fields[field] = entry
            column.addWidget(entry)
        else:
            number = QLineEdit()
            number.setFont(theme.font(19, bold=True))
            number.setFixedWidth(theme.px(90))
            number.setValidator(QIntValidator(0, _most(field), number))
            number.setAccessibleName(name)
            number.editingFinished.connect(partial(self._count, field))
            self._numbers[field] = number
            unit = {
                "answer_days": translate("school promise", "days"),
                "backers": translate("school promise", "of us, students and adults together"),
            }[field]
            column.addLayout(pieces.row(number, pieces.label(unit, tone="soft", size=16), None))
        return made

    def _show_saved(self, one: SchoolPromise | None) -> None:
        for field in self._fields.values():
            field.show_saved()
        for name, number in self._numbers.items():
            count = getattr(one, name) if one is not None else 0
            if not number.isModified():
                number.setText(str(count or ""))

    def _saved(self, field: str) -> str:
        one = school_promise.promise(self.desk.programme)
        return str(getattr(one, field)) if one is not None else ""

    def _put(self, field: str, value: str | int) -> bool:
        one = school_promise.promise(self.desk.programme)
        said: dict[str, Any] = {name: getattr(one, name) for name in FIELDS} if one is not None else {}
        new: dict[str, Any] = {"new_id": self.desk.workspace.new_id(), "at": self.desk.workspace.now()}
        return self.desk.do("write-promise", school_promise.write_promise, **{**said, field: value}, **new)

    def _count(self, field: str) -> None:
        number = self._numbers[field]
        if number.isModified():
            number.setModified(False)
            self._put(field, int(number.text() or 0))

    # Who signs

    def _show_side(self, one: SchoolPromise | None, *, reading: bool) -> None:
        column = self._signed_by
        pieces.clear(column)
        signed = one is not None and one.signed_at is not None
        self._form.setVisible(not signed)
        self._show_who_decides()
        self._sign_button.setEnabled(one is not None and bool(school_promise.items(one)))
        self._show.setEnabled(one is not None and bool(school_promise.items(one)))
        if one is not None and signed:
            self._signed(one, reading=reading)
        gaps = school_promise.gaps(one)
        if one is not None and not signed and 0 < len(gaps) < len(FIELDS):
            note = pieces.frame("notice", margins=(18, 12, 18, 12), spacing=4)
            names = " · ".join(school_promise.name(field) for field in gaps)
            said = translate("school promise", "Still open, and that may be so: {names}.", names=names)
            pieces.fill(note, Words(said, size=15, colour="notice"))
            column.addWidget(note)
        before = [it for it in school_promise.signed(self.desk.programme) if one is None or it.id != one.id]
        for it in reversed(before):
            day = long_date(it.signed_at.date()) if it.signed_at else ""
            said = translate("school promise", "Signed before: {who}, {day}", who=it.signed_by, day=day)
            column.addWidget(Words(said, size=15, colour="soft"))

    def _signed(self, one: SchoolPromise, *, reading: bool) -> None:
        made = pieces.frame("panel", margins=(22, 18, 22, 18), spacing=8)
        pieces.fill(made, pieces.label(translate("school promise", "Signed"), size=20, bold=True))
        if one.strokes:
            pieces.fill(made, _Signature(one))
        else:
            pieces.fill(made, Words(translate("school promise", "{words} ✓", words=one.words), size=24, bold=True))
        day = long_date(one.signed_at.date()) if one.signed_at else ""
        who = translate("school promise", "{who}, {post}", who=one.signed_by, post=one.post)
        pieces.fill(made, Words(who, size=17), pieces.label(day, tone="soft", size=15))
        self._signed_by.addWidget(made)
        if reading:
            change = pieces.button(translate("school promise", "Change it"), partial(self._change, on=True))
            self._signed_by.addLayout(pieces.row(change, None))
        else:
            leave = pieces.button(
                translate("school promise", "Leave it as it is signed"), partial(self._change, on=False)
            )
            said = translate("school promise", "As soon as a line changes, the head signs again.")
            self._signed_by.addWidget(Words(said, size=15, colour="soft"))
            self._signed_by.addLayout(pieces.row(leave, None))

    def _to_sign(self) -> QFrame:
        made = pieces.frame("panel", margins=(22, 18, 22, 18), spacing=10)
        pieces.fill(made, pieces.label(translate("school promise", "Who signs?"), size=20, bold=True))
        self._name, self._post = QLineEdit(), QLineEdit()
        self._usual = self._who_decides()
        given = (
            (self._name, translate("school promise", "The head’s name"), self._usual[0], "name"),
            (self._post, translate("school promise", "Post"), self._usual[1], "post"),
        )
        for field, name, usual, key in given:
            field.setAccessibleName(name)
            field.setText(usual)
            field.setFont(theme.font(17))
            drafts.keep(field, f"promise/sign/{key}", self.desk)
            pieces.fill(made, pieces.label(name, tone="soft", size=15), field)
        self._sign_button = pieces.button(
            translate("school promise", "Read it aloud and sign  →"), self._sign, kind="primary"
        )
        pieces.fill(made, pieces.row(self._sign_button, None))
        return made

    def _who_decides(self) -> tuple[str, str]:
        """The name and the post of who decides for the school, as far as the group has said it."""
        head = next((person for person in people.group(self.desk.programme) if person.post), None)
        return (head.name, head.post) if head is not None else ("", _head())

    def _show_who_decides(self) -> None:
        """Somebody decides now who did not when the page was laid. What was typed stays."""
        before, self._usual = self._usual, self._who_decides()
        for field, was, now in zip((self._name, self._post), before, self._usual, strict=True):
            if field.text() == was != now:
                field.setText(now)

    def _turn_shown(self) -> None:
        """On the screen that all see, or away from it again."""
        self._flush()
        if self.desk.counting.school:
            self.desk.counting.show_school(on=False)
        else:
            self.desk.for_all_wanted.emit(SCHOOL, "")

    def _mark_shown(self) -> None:
        """Whether everybody sees it now."""
        shown = self.desk.counting.school
        words = translate("power", "Take it away") if shown else translate("power", "Show to everybody")
        self._show.setText(words)
        what = translate("school promise", "What our school promises")
        self._show.setAccessibleName(translate("school promise", "{words}: {what}", words=words, what=what))

    def _change(self, *, on: bool) -> None:
        self._changing = on
        self.refresh()
        if on:
            self._fields[FIELDS[0]].setFocus()

    def _sign(self) -> None:
        self._flush()
        one = school_promise.promise(self.desk.programme)
        name, post = self._name.text(), self._post.text()
        if one is None:
            return
        if not name.strip() or not post.strip():
            said = translate("school promise", "Write down first who signs, and their post.")
            self.desk.said.emit(said, "notice")
            (self._post if name.strip() else self._name).setFocus()
            return
        promise_id = one.id
        SignSheet(
            self.window(),
            name,
            lambda strokes, words: (
                self.desk.do(
                    "sign-promise",
                    school_promise.sign_promise,
                    promise_id,
                    at=self.desk.workspace.now(),
                    signed_by=name,
                    post=post,
                    strokes=strokes,
                    words=words,
                )
                and self._done()
            ),
            read=_aloud(one),
        )

    def _done(self) -> bool:
        self._changing = False
        for key in ("name", "post"):
            self.desk.keep_draft(f"promise/sign/{key}", "")
        self.refresh()
        return True

    def _flush(self) -> None:
        for field in self._fields.values():
            field.flush()
        for name in self._numbers:
            self._count(name)


class _Signature(QWidget):
    """What the head drew."""

    def __init__(self, one: SchoolPromise) -> None:
        super().__init__()
        self._one = one
        self.setAccessibleName(translate("school promise", "The signature of {who}", who=one.signed_by))
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Qt: a pad of 8 to 3."""
        return QSize(theme.px(280), theme.px(105))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the strokes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_strokes(painter, self._one.strokes, QRectF(self.rect()), QColor(theme.tokens().ink))
        painter.end()


def _most(field: str) -> int:
    return school_promise.MOST_DAYS if field == "answer_days" else school_promise.MOST_BACKERS


def _aloud(one: SchoolPromise) -> list[str]:
    """What the head signs, a line for each promise; where one has several lines they follow each other."""
    return [
        translate(
            "school promise",
            "{name}: {promise}",
            name=school_promise.name(field),
            promise=" · ".join(school_promise.said(one, field).splitlines()),
        )
        for field in school_promise.items(one)
    ]


def _head() -> str:
    return translate("school promise", "Head")


def _hint(field: str) -> str:
    """What a line is asked for."""
    return {
        "protected_time": translate("school promise", "When do we meet, and nothing else takes that time?"),
        "who_decides": translate("school promise", "What, then who, a line each. “Lunch: the caterer.”"),
        "answer_days": translate("school promise", "How long may an idea wait at most?"),
        "budget": translate("school promise", "What may we spend without asking again?"),
        "told_when_overdue": translate("school promise", "Somebody above whoever did not answer, such as a governor."),
        "backers": translate("school promise", "When so many back an idea, somebody named must answer it by a day."),
    }[field]
