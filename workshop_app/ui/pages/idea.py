"""One idea on a page of its own: what is known of it on the left, its answer on the right, or the way to one."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_app.domain import answers, honest_no, openness, through_plans, triggers
from workshop_app.domain.answers import Answer, Kind
from workshop_app.domain.expertise import Expertise
from workshop_app.domain.honest_no import Because, HonestNo
from workshop_app.domain.ideas import Idea
from workshop_app.domain.openness import How
from workshop_app.domain.replies import Reply
from workshop_app.domain.school_promise import SchoolPromise
from workshop_app.domain.triggers import Trigger
from workshop_app.ui import pieces, theme
from workshop_app.ui.answer_form import AnswerForm
from workshop_app.ui.desk import Desk
from workshop_app.ui.going import IDEA_PAGE, OPEN_IDEA
from workshop_app.ui.honest_path import HonestPath
from workshop_app.ui.idea_known import IdeaKnown
from workshop_app.ui.lettering import Words
from workshop_app.ui.must_box import must_box
from workshop_app.ui.pages.page import CAME_FROM, Page
from workshop_app.words import translate
from workshop_app.workspace import Changes

PATH = "path"  # on the right: the honest no, or the form for an answer, begun with one kind or with none
ANSWER = "answer"
REFUSE = "refuse"  # or what it is that stands in the way, before the honest no


class IdeaPage(Page):
    """It asks one thing at a time, and leads back to where one came from."""

    name = IDEA_PAGE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._idea_id = ""
        self._shown: tuple[str, ...] = ()
        self._view: HonestPath | AnswerForm | None = None
        back = pieces.button(translate("idea", "←  Back"), self._leave, kind="quiet", name=translate("idea", "Back"))
        self._known = IdeaKnown(desk)
        side = pieces.frame("panel", margins=(26, 20, 26, 20), spacing=10)
        self._side = QVBoxLayout()
        self._side.setSpacing(10)
        inside = QWidget()
        inside.setLayout(self._side)
        pieces.fill(side, pieces.scroller(inside))
        across = pieces.row(pieces.scroller(self._known), side, spacing=28)
        across.setStretch(0, 5)
        across.setStretch(1, 6)
        column = pieces.column(6)
        column.setContentsMargins(theme.PAGE_MARGIN - 10, 8, theme.PAGE_MARGIN, 22)
        column.addLayout(pieces.row(back, None))
        column.addLayout(across, 1)
        self.setLayout(column)

    def enter(self) -> None:
        """The page comes up, perhaps for another idea."""
        self._stale = True
        super().enter()

    def take(self, changes: Changes) -> None:
        """Something on record about the idea changed."""
        if changes.touches(Idea, Answer, Reply, HonestNo, Expertise, Trigger, SchoolPromise):
            self.refresh()

    def refresh(self) -> None:
        """The idea that is open; back to where one came from if it is gone."""
        self._idea_id = self.desk.workspace.draft(OPEN_IDEA)
        idea = self.desk.programme.all(Idea).get(self._idea_id)
        if idea is None or idea.set_aside:
            QTimer.singleShot(0, self, self._leave)  # not while the page is still coming up
            return
        self._known.show_idea(idea)
        self._show_side(idea)

    def _show_side(self, idea: Idea) -> None:
        path = honest_no.path_of(self.desk.programme, idea.id)
        mode = self._mode()
        if mode == PATH and (path is None or path.settled):
            mode = ""
        elif mode == REFUSE and path is not None and not path.settled:
            mode = PATH  # somebody said already what stands in the way
        answer = answers.answer_to(self.desk.programme, idea.id)
        begun = path if path is not None and not path.settled else None
        must = triggers.pulled(self.desk.programme, idea.id)
        due = must.id if must is not None else str(triggers.may_be_pulled(self.desk.programme, idea))
        heard = answer is None and idea.id in through_plans.by_idea(self.desk.programme)
        shown = (idea.id, mode, begun.id if begun else "", answer.id if answer else str(heard), due)
        if shown == self._shown:
            if isinstance(self._view, HonestPath):
                self._view.refresh()
            return
        self._shown = shown
        pieces.clear(self._side)
        self._view = None
        if mode == PATH and path is not None:
            self._walk(path)
        elif mode.startswith(ANSWER):
            self._form(idea, mode.removeprefix(ANSWER), walked=path is not None and path.settled)
        elif mode == REFUSE:
            self._refuse()
        else:
            limit = openness.of_aspect(self.desk.programme, idea.aspect_id or "")
            in_the_way = begun is not None or (limit is not None and limit.how is not How.OPEN)
            answered = answer is not None or heard
            self._offer(begun, answered=answered, in_the_way=in_the_way)

    def _offer(self, path: HonestNo | None, *, answered: bool, in_the_way: bool) -> None:
        """The ways there are: answer, park, or say what stands in the way."""
        side = self._side
        box = must_box(self.desk, self.desk.programme.get(Idea, self._idea_id))
        if box is not None:
            side.addWidget(box)
            side.addSpacing(6)
        asked = translate("idea", "Answer it anew?") if answered else translate("idea", "What do we answer?")
        side.addWidget(Words(asked, size=26, bold=True))
        at_once = pieces.button(
            translate("idea", "Answer it straight away"),
            partial(self._go, ANSWER),
            kind="" if answered or in_the_way else "primary",
        )
        park = pieces.button(translate("idea", "Park it"), partial(self._go, f"{ANSWER}{Kind.NOT_YET.value}"))
        side.addLayout(pieces.row(at_once, park, None))
        parked = translate("idea", "To park it is to answer “not yet”, with a reason that the students will read.")
        side.addWidget(Words(parked, size=15, colour="soft"))
        side.addSpacing(10)
        if path is not None:
            side.addWidget(Words(translate("idea", "Something stands in the way"), size=20, bold=True))
            name = translate("idea", "Go on: {because}", because=honest_no.name(path.because))
            side.addLayout(pieces.row(pieces.button(name, partial(self._go, PATH), kind="primary"), None))
            side.addWidget(Words(translate("idea", "Or is it something else?"), size=15, colour="soft"))
        else:
            side.addWidget(Words(translate("idea", "Does something stand in the way?"), size=20, bold=True))
        self._becauses(path.because if path is not None else None)
        side.addStretch(1)

    def _refuse(self) -> None:
        """A no takes the honest path: first what it is that stands in the way."""
        side = self._side
        side.addWidget(Words(translate("idea", "What stands in the way?"), size=26, bold=True))
        asked = translate("idea", "Then we ask what need is underneath, who could change it, and what students say.")
        side.addWidget(Words(asked, size=16, colour="soft"))
        self._becauses(None)
        leave = pieces.button(translate("idea", "Leave it for now"), partial(self._go, ""), kind="quiet")
        side.addLayout(pieces.row(leave, None))
        side.addStretch(1)

    def _becauses(self, said: Because | None) -> None:
        for because in Because:
            if because is not said:
                chip = pieces.button(honest_no.name(because), partial(self._begin, because), kind="row")
                self._side.addWidget(chip)

    def _walk(self, path: HonestNo) -> None:
        view = HonestPath(self.desk, path)
        view.left.connect(partial(self._go, ""))
        view.settled.connect(partial(self._go, ""))
        self._view = view
        self._side.addWidget(view, 1)
        view.begin()

    def _form(self, idea: Idea, first: str, *, walked: bool) -> None:
        heading = translate("idea", "Park it") if first else translate("idea", "What do we answer?")
        self._side.addWidget(Words(heading, size=26, bold=True))
        refuse = None if walked else partial(self._go, REFUSE)
        form = AnswerForm(self.desk, idea.id, self._give, first=Kind(first) if first else None, refuse=refuse)
        self._view = form
        self._side.addWidget(form)
        leave = pieces.button(translate("idea", "Leave it for now"), partial(self._go, ""), kind="quiet")
        self._side.addLayout(pieces.row(leave, None))
        self._side.addStretch(1)
        form.begin()

    def _begin(self, because: Because) -> None:
        new_id, at = self.desk.workspace.new_id(), self.desk.workspace.now()
        if self.desk.do("honest-no", honest_no.open_path, new_id=new_id, at=at, idea_id=self._idea_id, because=because):
            self._go(PATH)

    def _give(self, kind: Kind, reason: str, by: str, passed_to: str) -> bool:
        new_id, at = self.desk.workspace.new_id(), self.desk.workspace.now()
        said = {"reason": reason, "by": by, "passed_to": passed_to}
        self._keep_mode("")  # before the answer is announced: then the way to one is shown no more
        done = self.desk.do("answer", answers.answer, new_id=new_id, at=at, idea_id=self._idea_id, kind=kind, **said)
        if not done:
            self._keep_mode(f"{ANSWER}{kind.value}")
        return done

    def _mode(self) -> str:
        return self.desk.workspace.draft(f"idea/{self._idea_id}/mode")

    def _keep_mode(self, mode: str) -> None:
        self.desk.keep_draft(f"idea/{self._idea_id}/mode", mode)

    def _go(self, mode: str) -> None:
        self.desk.flushing.emit()
        self._keep_mode(mode)
        self._shown = ()
        self.refresh()

    def _leave(self) -> None:
        before = self.desk.workspace.draft(CAME_FROM)
        self.desk.going.emit(before if before and before != self.name else "choose")
