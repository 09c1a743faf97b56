"""Between the board and the workspace: gestures go in as commands, news comes out as cards and frames."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workshop_app.domain import audience, ideas, making_sense, stage
from workshop_app.domain.answers import Answer
from workshop_app.domain.audience import Card, Seeing
from workshop_app.domain.expertise import Expertise
from workshop_app.domain.face_down import Entry
from workshop_app.domain.ideas import Idea, Theme
from workshop_app.domain.lenses import Lens
from workshop_app.domain.people import Role
from workshop_app.domain.plans import Plan
from workshop_app.domain.programme import Outcome, Programme
from workshop_app.domain.sessions import Asked, Session
from workshop_app.domain.stage import Stage
from workshop_app.ui import board_menu, drafts, prompt_on
from workshop_app.ui.alike import show_alike
from workshop_app.ui.aloud import Aloud
from workshop_app.ui.desk import Desk
from workshop_app.ui.going import to_idea
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared import board_lock
from workshop_app.ui.shared.asking import Asking
from workshop_app.ui.shared.board_view import BoardView
from workshop_app.ui.shared.drawing import Picture
from workshop_app.ui.shared.holding import Holds
from workshop_app.ui.shared.why_aside import WhyAside
from workshop_app.ui.story_desk import open_story
from workshop_app.words import translate
from workshop_app.workspace import Changes

P = ParamSpec("P")
REVEAL = "reveal"  # the label of the step that turns over what lay face down


class BoardDesk:
    """The board's commands, done at the desk."""

    def __init__(self, desk: Desk, *, shared: bool = False) -> None:
        self._desk, self._shared = desk, shared

    def lay(self, card_id: str, x: float, y: float) -> bool:
        """See BoardCommands."""
        return self._lie(card_id) and self._do("move-idea", ideas.lay, card_id, x, y)

    def put_in_theme(self, card_id: str, theme_id: str, before: str | None) -> bool:
        """See BoardCommands."""
        return self._lie(card_id) and self._do("move-idea", ideas.put_in_theme, card_id, theme_id, before)

    def new_theme(self, name: str, card_ids: tuple[str, ...]) -> bool:
        """See BoardCommands."""
        workspace = self._desk.workspace
        return self._do(
            "new-theme",
            ideas.new_theme,
            new_id=workspace.new_id(),
            at=workspace.now(),
            name=name,
            idea_ids=card_ids,
            session_id=self._session_id(),
        )

    def rename_theme(self, theme_id: str, name: str) -> bool:
        """See BoardCommands."""
        return self._stands(theme_id) and self._do("rename-theme", ideas.rename_theme, theme_id, name)

    def dissolve_theme(self, theme_id: str) -> bool:
        """See BoardCommands."""
        programme = self._desk.programme
        free = ideas.homes(programme, [idea.id for idea in ideas.in_theme(programme, theme_id)])
        return self._stands(theme_id) and self._do("dissolve-theme", ideas.dissolve_theme, theme_id, free)

    def lay_many(self, spots: tuple[tuple[str, float, float], ...]) -> bool:
        """See BoardCommands."""
        return self._do("lay-many", making_sense.lay_many, spots)

    def gather(self, card_ids: tuple[str, ...], theme_id: str, before: str | None) -> bool:
        """See BoardCommands."""
        return self._do("gather", making_sense.gather, card_ids, theme_id, before)

    def start_theme(self, card_ids: tuple[str, ...]) -> bool:
        """See BoardCommands."""
        space = self._desk.workspace
        return self._do(
            "start-theme", making_sense.start_theme, space.new_id(), space.now(), card_ids, self._session_id()
        )

    def merge_themes(self, theme_id: str, into: str) -> bool:
        """See BoardCommands."""
        done = self._do("merge-themes", making_sense.merge, theme_id, into)
        if done:
            name = self._desk.programme.get(Theme, into).name
            self._desk.said.emit(
                translate("board", "Two themes are one now: “{name}”. Undo parts them.", name=name), ""
            )
        return done

    def order_theme(self, theme_id: str, before: str | None) -> bool:
        """See BoardCommands."""
        return self._do("order-theme", making_sense.order, theme_id, before)

    def undo(self) -> bool:
        """See BoardCommands."""
        if self._hands_are_off():
            return False
        self._desk.undo()
        return True

    def to_aspect(self, card_ids: tuple[str, ...], aspect_id: str) -> bool:
        """See BoardCommands."""
        found = [one for one in self._desk.programme.all(Asked).values() if one.aspect_id == aspect_id]
        # As it is called in the session that is on, or else was called last.
        asked = max(found, key=lambda one: (one.session_id == self._session_id(), one.id), default=None)
        about = (aspect_id, asked.label, asked.family) if asked is not None else (None, "", "")
        return self._each("to-aspect", card_ids, lambda now, one: ideas.to_aspect(now, one, *about))

    def to_stage(self, card_ids: tuple[str, ...], to: str) -> bool:
        """See BoardCommands."""
        if to == Stage.ANSWERED and len(card_ids) == 1 and not self._shared:
            return self.answer(card_ids[0])  # with its reason, where answers are given
        return self._each("to-stage", card_ids, lambda now, one: stage.move(now, one, Stage(to)))

    def weigh(self, weights: tuple[tuple[str, float | None, float | None], ...]) -> bool:
        """See BoardCommands."""
        by_id = {card_id: weight for card_id, *weight in weights}
        return self._each("weigh", tuple(by_id), lambda now, one: ideas.weigh(now, one, *by_id[one]))

    def reword(self, card_id: str, text: str) -> bool:
        """See BoardCommands."""
        return self._lie(card_id) and self._do("reword", ideas.reword, card_id, text)

    def say_too(self, card_id: str, text: str) -> bool:
        """See BoardCommands."""
        return self._lie(card_id) and self._do("say-too", ideas.translated, card_id, text)

    def said_by(self, card_id: str, role: str) -> bool:
        """See BoardCommands."""
        return self._lie(card_id) and self._do("said-by", ideas.said_by, card_id, Role(role))

    def answer(self, card_id: str) -> bool:
        """See BoardCommands."""
        to_idea(self._desk, card_id)
        return True

    def set_aside(self, card_id: str, because: str) -> bool:
        """See BoardCommands."""
        return self._do("set-aside", ideas.set_idea_aside, card_id, because)

    def take_unseen(self, card_id: str) -> bool:
        """See BoardCommands."""
        for key in (f"card/{card_id}", f"aside/{card_id}"):
            self._desk.keep_draft(key, "")
        return self._desk.attempt(lambda: self._desk.workspace.take_unseen(card_id)) is not None

    def _session_id(self) -> str | None:
        """The session that is on."""
        session = self._desk.session
        return session.id if session is not None else None

    def _do(
        self,
        label: str,
        change: Callable[Concatenate[Programme, P], Outcome],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        return not self._hands_are_off() and self._desk.do(label, change, *args, **kwargs)

    def _each(self, label: str, card_ids: tuple[str, ...], change: Callable[[Programme, str], Outcome]) -> bool:
        return self._lie(*card_ids) and self._do(label, making_sense.each, card_ids, change)

    def _lie(self, *card_ids: str) -> bool:
        """Whether these cards still lie on the board: an open menu or sheet may not know yet that one was set aside."""
        return all(_lying(self._desk, card_id) is not None for card_id in card_ids)

    def _stands(self, theme_id: str) -> bool:
        theme = self._desk.programme.all(Theme).get(theme_id)
        return theme is not None and not theme.dissolved

    def _hands_are_off(self) -> bool:
        """Whether hands are off the boards: what was open before still asks. Then that is said."""
        if self._desk.lock.on:
            self._desk.said.emit(board_lock.sentence(), "notice")
        return self._desk.lock.on


def _lying(desk: Desk, card_id: str) -> Idea | None:
    """An idea that was not set aside."""
    idea = desk.programme.all(Idea).get(card_id)
    return idea if idea is not None and not idea.set_aside else None


def make_board(desk: Desk, *, aloud: Aloud | None = None) -> BoardView:
    """A board that shows the desk's programme from now on.

    One with `aloud` is touched by students: what becomes of that is said there, and what the leader has half typed is
    never given back there.
    """
    own = BoardDesk(desk, shared=aloud is not None)
    view = BoardView(own if aloud is None else aloud.commands(own))
    view.is_shared = aloud is not None
    desk.lock.turned.connect(view.lock.turn)
    view.lock.turn(desk.lock.on)
    say = desk.said.emit if aloud is None else aloud.say
    view.lock.refused.connect(lambda sentence: say(sentence, "notice"))
    News(desk, view)
    board_menu.offer_on(desk, view)
    view.opened.connect(partial(_open_card, desk, view))
    view.named.connect(partial(_rename, view))
    view.aside_wanted.connect(partial(_ask_why, desk, view))
    view.theme_wanted.connect(partial(ask_for_theme, view))
    view.translation_wanted.connect(partial(_say_too, desk, view))
    view.story_wanted.connect(partial(_tell_story, desk, view))
    view.alike_wanted.connect(partial(show_alike, desk, view))
    return view


def ask_for_theme(view: BoardView, card_id: str = "") -> None:
    """Ask what a new theme is called; `card_id` goes into it."""
    if view.lock.holds_back():
        return
    cards = view.choice.together(card_id) if card_id else ()
    asking = Asking(
        view.window(),
        translate("board", "What do these ideas have in common?"),
        "",
        translate("board", "Make the theme"),
        lambda name: view.commands.new_theme(name, cards),
    )
    view.lock.keep(asking)


def _rename(view: BoardView, theme_id: str) -> None:
    frame = view.board.themes.get(theme_id)
    if frame is None or view.lock.holds_back():
        return
    asking = Asking(
        view.window(),
        translate("board", "What is this theme called?"),
        frame.name if frame.named else "",
        translate("board", "Call it that"),
        lambda name: view.commands.rename_theme(theme_id, name) or theme_id not in view.board.themes,
    )
    view.lock.keep(asking)


def _say_too(desk: Desk, view: BoardView, card_id: str) -> None:
    idea = _lying(desk, card_id)
    if idea is not None and not view.lock.holds_back():
        asking = Asking(
            view.window(),
            translate("board", "What does it say in English?"),
            idea.translation,
            translate("board", "Write it beneath"),
            lambda text: view.commands.say_too(card_id, text),
            shown=_shown(idea),
        )
        view.lock.keep(asking)
        Holds(view, asking, (card_id,))


def _ask_why(desk: Desk, view: BoardView, card_id: str) -> None:
    idea = _lying(desk, card_id)
    if idea is not None and not view.lock.holds_back():
        why = WhyAside(
            view.window(),
            lambda because: view.commands.set_aside(card_id, because),
            answer=None if view.is_shared else lambda: view.commands.answer(card_id),
            worry=None if view.is_shared else lambda: view.commands.take_unseen(card_id),
        )
        view.lock.keep(why)
        Holds(view, why, (card_id,))
        if view.is_shared:
            return
        key = f"aside/{card_id}"
        drafts.keep(why.field, key, desk)
        if why.field.text():
            why.open_field()
        why.closed.connect(lambda: desk.keep_draft(key, ""))


def _tell_story(desk: Desk, view: BoardView, card_id: str) -> None:
    sheet = open_story(desk, view.window(), card_id)
    if sheet is not None:
        Holds(view, sheet, (card_id,))


def _shown(idea: Idea) -> QWidget:
    """What is to be translated: the drawing, or the words."""
    return Picture(idea.drawing) if idea.drawing else Words(idea.text, size=18, most=4)


def _open_card(desk: Desk, view: BoardView, card_id: str) -> None:
    idea = _lying(desk, card_id)
    if idea is not None:
        asking = Asking(
            view.window(),
            translate("board", "The idea"),
            idea.text,
            translate("board", "Say it like this"),
            lambda text: view.commands.reword(card_id, text),
            lines=True,
            shown=Picture(idea.drawing) if idea.drawing else None,
            more=((translate("board", "Set aside…"), lambda: view.aside_wanted.emit(card_id)),),
        )
        view.lock.keep(asking)
        Holds(view, asking, (card_id,))
        if view.is_shared:
            return
        key = f"card/{card_id}"
        drafts.keep(asking.field, key, desk)
        asking.closed.connect(lambda: desk.keep_draft(key, ""))


class News(QObject):
    """Brings a board what changed: cards and frames by id, and all of it where another session is shown."""

    def __init__(self, desk: Desk, view: BoardView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._shown: str | None = None
        self._show_all()
        desk.changed.connect(self._take)
        desk.looking.changed.connect(self._look)
        view.lens_wanted.connect(self._want)

    def _want(self, lens: Lens) -> None:
        if not self._view.lock.holds_back():
            self._desk.looking.through(lens)

    def _look(self) -> None:
        looking = self._desk.looking
        if looking.session_id != self._shown:
            self._show_all()
        self._view.look_through(looking.lens)
        self._view.colour_by_role(looking.by_role)

    def _show_all(self) -> None:
        looking = self._desk.looking
        self._shown = looking.session_id
        self._view.look_through(looking.lens)
        self._view.colour_by_role(looking.by_role)
        seen = audience.board_of(self._desk.programme, self._shown)
        self._view.show_board(replace(seen, face_down=self._face_down()))

    def _take(self, changes: Changes) -> None:
        if changes.touches(Session, Asked):
            if self._desk.looking.session_id != self._shown:
                self._show_all()
                return
            self._view.show_aspects(Seeing(self._desk.programme, self._shown).aspects())
        if changes.touches(Entry):
            if changes.label == REVEAL:
                seeing = Seeing(self._desk.programme, self._shown)  # ids come in the order that was drawn by lot
                self._view.turn_over({one: seeing.card(one) for one in changes.of(Idea)}, self._face_down())
                return
            self._view.show_face_down(self._face_down())
        if not changes.touches(Idea, Theme, Answer, Plan, Expertise):
            return
        seeing = Seeing(self._desk.programme, self._shown)
        cards = {idea_id: seeing.card(idea_id) for idea_id in changes.of(Idea)}
        if changes.touches(Answer, Plan, Expertise):  # an answer that was undone leaves no other trace
            lying = ((card_id, item.card) for card_id, item in self._view.board.cards.items())
            now = ((card_id, before, seeing.card(card_id)) for card_id, before in lying if card_id not in cards)
            cards |= {card_id: card for card_id, before, card in now if card != before}
        theme_ids = dict.fromkeys((*changes.of(Theme), *self._themes_of(cards)))
        self._view.change(cards, {theme_id: seeing.frame(theme_id) for theme_id in theme_ids})

    def _face_down(self) -> int:
        """How many cards lie face down in the session that is on; nothing else of them goes to the board."""
        session = self._desk.session
        if session is None:
            return 0
        return sum(one.session == session.id for one in prompt_on.face_down(self._desk).values())

    def _themes_of(self, cards: Mapping[str, Card | None]) -> list[str]:
        """The themes that cards came from or go to, where a board shows some of their cards only."""
        if self._shown is None:
            return []
        lying, themes = self._view.board.cards, self._desk.programme.all(Theme)
        before = [lying[card_id].card.theme_id for card_id in cards if card_id in lying]
        now = [card.theme_id for card in cards.values() if card is not None]
        return [theme_id for theme_id in (*before, *now) if theme_id is not None and theme_id in themes]
