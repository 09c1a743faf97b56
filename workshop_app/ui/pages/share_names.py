"""The second step: look for what may still be a name, hide it, and fix the pack so that students can approve it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workshop_app import share_packs
from workshop_app.domain import sharing
from workshop_app.domain.errors import DomainError
from workshop_app.domain.sharing import Sharing
from workshop_app.exchange import share_pack
from workshop_app.exchange.unreadable import UnreadableError
from workshop_app.facilitation.left_over import LeftOver, in_other_scripts
from workshop_app.ui import pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.flow import Flow
from workshop_app.ui.lettering import Words
from workshop_app.ui.shared.asking import Asking as AskingLine
from workshop_app.words import translate


class NamesStep(QWidget):
    """Names of the group are roles by now. What the list shows is for a person who knows the school to judge."""

    def __init__(self, desk: Desk, pack: Sharing, back: Callable[[], object]) -> None:
        super().__init__()
        self._desk, self._pack, self._draft = desk, pack, None
        column = pieces.column(14)
        try:
            self._draft = share_packs.draft(desk.programme, pack, desk.prompts.whole, desk.prompts.built_in)
        except (DomainError, UnreadableError) as error:
            notice = pieces.frame("notice")
            pieces.fill(notice, Words(str(error), size=17, colour="notice"))
            column.addWidget(notice)
            column.addLayout(pieces.row(pieces.button(translate("share", "←  Choose again"), back), None))
            column.addStretch(1)
            self.setLayout(column)
            return
        column.addWidget(Words(_told(len(self._draft.left_over)), size=17))
        if in_other_scripts(share_pack.texts(self._draft.pack)):
            more = translate(
                "share", "Some of it is in a script without capitals. There we can’t look: read it through yourselves."
            )
            column.addWidget(Words(more, size=17))
        column.addLayout(self._hidden())
        if self._draft.left_over:
            panel = pieces.frame("panel", margins=(18, 8, 12, 8), spacing=2)
            for one in self._draft.left_over:
                pieces.fill(panel, self._row(one))
            column.addWidget(panel)
        fix = pieces.button(translate("share", "We have looked. Close the pack  →"), self._fix, kind="primary")
        again = pieces.button(translate("share", "←  Choose again"), back, kind="quiet")
        column.addLayout(pieces.row(fix, again, None))
        column.addStretch(1)
        self.setLayout(column)

    def _hidden(self) -> Flow:
        flow = Flow()
        for word in self._pack.hidden:
            name = translate("share", "Show {word} again", word=word)
            flow.addWidget(pieces.chip(f"{word}  ✕", partial(self._hide, word, False), name=name))
        more = pieces.button(translate("share", "Hide another word…"), self._ask, kind="small")
        flow.addWidget(more)
        return flow

    def _row(self, one: LeftOver) -> QWidget:
        words = pieces.column(0)
        often = translate("share", "  · {n} times", n=one.times) if one.times > 1 else ""
        words.addWidget(Words(f"{one.word}{often}", size=17, bold=True))
        words.addWidget(Words(f"{one.before}{one.word}{one.after}".replace("\n", " "), size=15, colour="soft"))
        name = translate("share", "Hide {word}", word=one.word)
        hide = pieces.button(
            translate("share", "Hide it"), partial(self._hide, one.word, True), kind="small", name=name
        )
        line = pieces.row(spacing=12)
        line.addLayout(words, 1)
        line.addWidget(hide, alignment=Qt.AlignmentFlag.AlignVCenter)
        made = QWidget()
        made.setLayout(line)
        made.setMinimumHeight(theme.TARGET + 6)
        return made

    def _hide(self, word: str, on: bool) -> None:
        self._desk.do("hide-word", sharing.hide_word, self._pack.id, word, on)

    def _ask(self) -> None:
        AskingLine(
            self.window(),
            translate("share", "Which word is a name?"),
            "",
            translate("share", "Hide it"),
            lambda word: self._desk.do("hide-word", sharing.hide_word, self._pack.id, word, True),
        )

    def _fix(self) -> None:
        if self._draft is not None:
            self._desk.do("seal-sharing", sharing.seal_sharing, self._pack.id, self._draft.text)


def _told(count: int) -> str:
    roles = translate("share", "Everybody of our group is a role in this pack: “a student”, “a member of staff”.")
    if not count:
        return roles + " " + translate("share", "We found nothing else that looks like a name.")
    return roles + " " + translate("share", "These words may still be names. Hide what is one; the rest stays.")
