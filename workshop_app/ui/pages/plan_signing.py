"""Signing a closed plan: its words in large type to be read aloud, and a place to sign for everybody who is here."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLayout, QMenu, QSizePolicy, QWidget

from workshop_app import sealed
from workshop_app.domain import signing
from workshop_app.domain.facts import Happened
from workshop_app.domain.people import Person, group
from workshop_app.domain.plans import Plan
from workshop_app.domain.signing import Signature, Standing
from workshop_app.papers import Way
from workshop_app.ui import pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages import plan_words
from workshop_app.ui.pages.plan_export import export_plan
from workshop_app.ui.role_words import role_name
from workshop_app.ui.shared.confirming import Confirming
from workshop_app.ui.shared.sign_sheet import SignSheet
from workshop_app.ui.shared.signature_pad import draw_strokes
from workshop_app.words import translate

MOST_NAME = 200  # logical pixels of a name on a button


class PlanSigning(QWidget):
    """The closed plan. What is shown is exactly what was closed, not what is in the programme now."""

    def __init__(self, desk: Desk, plan_id: str) -> None:
        super().__init__()
        self.desk, self.plan_id = desk, plan_id
        self._words = pieces.column(6)
        words = QWidget()
        words.setLayout(self._words)
        self._words.setContentsMargins(34, 22, 24, 22)
        self._side = pieces.column(10)
        side = QWidget()
        side.setLayout(self._side)
        self._side.setContentsMargins(10, 22, 34, 22)
        line: QLayout
        if theme.scale() == 1:
            line = pieces.row(pieces.scroller(words), pieces.scroller(side), spacing=0)
            line.setStretch(0, 11)
            line.setStretch(1, 10)
        else:  # one below the other, and the page scrolls
            line = pieces.column(0)
            line.addWidget(words)
            line.addWidget(side)
        foot = pieces.frame("foot", margins=(34, 10, 34, 10))
        self._said = Words(size=15, colour="soft", middle=True)
        reopen = pieces.button(translate("signing", "Reopen to change it"), self._reopen)
        self._pdf = pieces.button(
            translate("signing", "PDF for the head"), partial(export_plan, desk, self, plan_id), kind="primary"
        )
        self._copies = pieces.button(translate("signing", "For everybody…"), self._offer_copies)
        line_below = pieces.row(self._said, reopen, self._copies, self._pdf)
        line_below.setStretch(0, 1)
        pieces.fill(foot, line_below)
        outer = pieces.column(0)
        outer.addLayout(line, 1)
        outer.addWidget(foot)
        self.setLayout(outer)
        self._shown = ""
        self._places: list[_Place] = []
        self.refresh()

    def refresh(self) -> None:
        """Show the plan and where its signing stands."""
        plan = self.desk.programme.all(Plan).get(self.plan_id)
        if plan is None or plan.sealed is None:
            return
        if plan.sealed != self._shown:
            self._shown = plan.sealed
            plan_words.show(self._words, sealed.read(plan.sealed))
        standing = signing.standing(self.desk.programme, self.plan_id)
        self._show_side(standing)
        self._pdf.setEnabled(standing.is_signed_off)
        self._copies.setEnabled(standing.is_signed_off)
        sent = [
            fact
            for fact in self.desk.workspace.facts
            if fact.what is Happened.EXPORTED and fact.data.get("hash") == signing.content_hash(plan.sealed)
        ]
        if sent:
            said = translate("signing", "Exported as {file}.", file=Path(str(sent[-1].data["file"])).name)
            if standing.to_sign:
                said += " " + translate("signing", "More can sign; then export it again.")
            self._said.set_text(said)
        elif standing.is_signed_off:
            self._said.set_text(translate("signing", "Signed. It can go to the head, or wait for more names."))
        else:
            self._said.set_text(translate("signing", "At least one student and one member of staff sign."))

    def _offer_copies(self) -> None:
        """The plan on paper for those who made it and those who will live with it: nobody answers these."""
        menu = QMenu(self)
        ways = {
            Way.PLAIN: translate("signing", "In plain words (PDF)"),
            Way.LARGE: translate("signing", "In large print (PDF)"),
        }
        for way, name in ways.items():
            menu.addAction(name, partial(export_plan, self.desk, self, self.plan_id, way))
        pieces.open_below(menu, self._copies)

    def begin(self) -> None:
        """The plan comes up. Once somebody signed, the next is at hand; before, a letter that is typed signs nobody."""
        QTimer.singleShot(0, self, self._focus_next)

    def _focus_next(self) -> None:
        waiting = next((place for place in self._places if place.waits), None)
        begun = any(not place.waits for place in self._places)
        now = self.window().focusWidget()
        if self.isVisible() and not (now in self._places and not begun):
            (waiting if waiting is not None and begun else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_side(self, standing: Standing) -> None:
        column = self._side
        pieces.clear(column)
        absent = ", ".join(person.name for person in standing.absent)
        heading = translate("signing", "Signed by {n}", n=len(standing.signed))
        if absent:
            heading = translate("signing", "{signed} · absent: {names}", signed=heading, names=absent)
        column.addWidget(Words(heading, size=15, colour="soft"))
        if standing.void:
            void = pieces.frame("notice")
            names = ", ".join(dict.fromkeys(signature.name for signature in standing.void))
            told = translate("signing", "For an earlier version, no longer counted: {names}.", names=names)
            pieces.fill(void, Words(told, size=15, colour="notice"))
            column.addWidget(void)
        grid = QGridLayout()
        grid.setSpacing(10)
        self._places = self._in_order(standing)
        for number, place in enumerate(self._places):
            place.pressed.connect(partial(self._press, place))
            grid.addWidget(place, number // 2, number % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        note = pieces.frame("accent")
        words = translate(
            "signing", "A signature belongs to exactly these words. Reopening the plan asks everyone again."
        )
        pieces.fill(note, Words(words, size=16))
        column.addWidget(note)
        for person in standing.absent:
            here = partial(self.desk.do, "mark-absent", signing.mark_absent, self.plan_id, person.id, False)
            short = self.fontMetrics().elidedText(person.name, Qt.TextElideMode.ElideRight, theme.px(MOST_NAME))
            words, said = (translate("signing", "{name} is here after all", name=name) for name in (short, person.name))
            column.addLayout(pieces.row(pieces.button(words, here, kind="quiet", name=said), None))
        column.addStretch(1)

    def _press(self, place: QWidget, person_id: str, signature_id: str) -> None:
        if signature_id:
            self._offer_back(place, signature_id)
            return
        person = self.desk.programme.get(Person, person_id)
        workspace = self.desk.workspace
        sheet = SignSheet(
            self.window(),
            person.name,
            lambda strokes, words: self.desk.do(
                "sign",
                signing.sign,
                self.plan_id,
                person_id,
                new_id=workspace.new_id(),
                at=workspace.now(),
                strokes=strokes,
                words=words,
            ),
            lambda: self.desk.do("mark-absent", signing.mark_absent, self.plan_id, person_id, True),
        )
        sheet.closed.connect(self.begin)

    def _offer_back(self, place: QWidget, signature_id: str) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        back = menu.addAction(translate("signing", "Take this signature back"))
        back.triggered.connect(lambda: self.desk.do("withdraw", signing.withdraw, signature_id))
        pieces.open_below(menu, place)

    def _in_order(self, standing: Standing) -> list["_Place"]:
        """A place for each, in the group's order: nobody changes seats by signing."""
        signed = {signature.person_id: signature for signature in standing.signed}
        waiting = {person.id for person in (*standing.to_sign, *standing.deciders)}
        places = [
            _Place(signature=signed.pop(person.id)) if person.id in signed else _Place(person=person)
            for person in group(self.desk.programme)
            if person.id in signed or person.id in waiting
        ]
        return places + [_Place(signature=signature) for signature in signed.values()]  # of who has left since

    def _reopen(self) -> None:
        count = len(signing.standing(self.desk.programme, self.plan_id).signed)
        if not count:
            self._reopen_now()
            return
        Confirming(
            self.window(),
            translate("signing", "Reopen the plan?"),
            translate("signing", "It becomes the next version. The {n} who signed are asked again.", n=count)
            if count > 1
            else translate("signing", "It becomes the next version. Who signed is asked again."),
            translate("signing", "Reopen it"),
            self._reopen_now,
        )

    def _reopen_now(self) -> None:
        self.desk.do("reopen-plan", signing.reopen, self.plan_id)


class _Place(QWidget):
    """Where one person signs, or has signed."""

    pressed = Signal(str, str)

    def __init__(self, *, person: Person | None = None, signature: Signature | None = None) -> None:
        super().__init__()
        self._person, self._signature = person, signature
        name, role = (
            (signature.name, signature.role) if signature else (person.name, person.role) if person else ("", None)
        )
        self._caption = f"{name} · {role_name(role).lower()}" if role else name
        self.setFixedHeight(theme.px(116))
        self.setMinimumWidth(theme.px(200))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = (
            translate("signing", "{name} has signed", name=name)
            if signature
            else translate("signing", "{name} signs here", name=name)
        )
        self.setAccessibleName(said)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def waits(self) -> bool:
        """Whether nobody has signed here yet."""
        return self._signature is None

    def sizeHint(self) -> QSize:
        """Qt: a card to sign on."""
        return QSize(theme.px(230), theme.px(116))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: it was pressed."""
        self._press()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Space and Enter press it."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the card with the signature or the place for it."""
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(t.accent if self.hasFocus() else t.line), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(t.raised))
        painter.drawRoundedRect(body, theme.RADIUS, theme.RADIUS)
        area = QRectF(body.left() + 14, body.top() + 6, theme.px(196), theme.px(73.5))
        painter.setFont(theme.font(17))
        if self.waits:
            painter.setPen(QColor(t.soft))
            painter.drawText(
                body.adjusted(0, 0, 0, -theme.px(26)), Qt.AlignmentFlag.AlignCenter, translate("signing", "sign here")
            )
        elif self._signature is not None and self._signature.strokes:
            draw_strokes(painter, self._signature.strokes, area, QColor(t.ink))
        elif self._signature is not None:
            painter.setPen(QColor(t.ink))
            painter.setFont(theme.font(20, bold=True))
            agreed = translate("signing", "{words} ✓", words=self._signature.words)
            elided = painter.fontMetrics().elidedText(agreed, Qt.TextElideMode.ElideRight, round(body.width() - 28))
            painter.drawText(body.adjusted(14, 0, -14, -theme.px(26)), Qt.AlignmentFlag.AlignVCenter, elided)
        painter.setPen(QColor(t.soft))
        painter.setFont(theme.font(15))
        caption = painter.fontMetrics().elidedText(self._caption, Qt.TextElideMode.ElideRight, round(body.width() - 28))
        line = QRectF(body.left() + 16, body.bottom() - theme.px(32), body.width() - 28, theme.px(26))
        painter.drawText(line, caption)
        painter.end()

    def _press(self) -> None:
        if self._person is not None:
            self.pressed.emit(self._person.id, "")
        elif self._signature is not None:
            self.pressed.emit(self._signature.person_id, self._signature.id)
