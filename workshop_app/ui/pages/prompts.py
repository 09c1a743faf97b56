"""Prompts of one's own: packs for this laptop, beside the built-in ones, which stay as they are."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from workshop_app.facilitation.bank import Aspect
from workshop_app.facilitation.pack_editing import with_aspect, with_prompt, without_prompt
from workshop_app.facilitation.packs import Pack
from workshop_app.prompt_shelf import PACKS
from workshop_app.ui import columns, pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.pack_deeds import PackDeeds
from workshop_app.ui.pages.pack_list import BUILT_IN, OWN, Chosen, PackList
from workshop_app.ui.pages.page import Page
from workshop_app.ui.pages.prompt_editor import PromptEditor, Written
from workshop_app.ui.pages.prompt_rows import AspectPanel
from workshop_app.ui.shared.confirming import Confirming
from workshop_app.words import translate
from workshop_app.workspace import Changes

WIDEST = 1160  # logical pixels, so that on a large screen a row's buttons stay near its words


class PromptsPage(Page):
    """What is half typed stays, for each prompt on its own, until it is kept or left."""

    name = "prompts"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shelf = desk.prompts
        families = self._shelf.built_in.families
        self._chosen: Chosen = (BUILT_IN, families[0].id if families else "")
        self._drafts: dict[tuple[str, str], Written] = {}  # by pack and prompt, "" for one that is new
        self._open: dict[str, str] = {}  # by pack, the prompt that is being written
        self._complaint = ""
        self._panels: list[AspectPanel] = []
        self._shown: object = None
        self._deeds = PackDeeds(
            desk, self, begun=self._begun, came=self._came, gone=self._gone, complain=self._complain
        )
        back = partial(desk.going.emit, "prepare")
        self._list = PackList(families, back, self._ask_name, self._deeds.bring_in)
        self._list.chosen.connect(self._choose)
        self._editor = PromptEditor(families, self._keep, self._leave)
        self._problems = pieces.frame("notice", margins=(16, 12, 16, 12), spacing=6)
        self._head = QHBoxLayout()
        self._rows = pieces.column(12)
        column = pieces.column(14)
        column.setContentsMargins(34, 20, theme.PAGE_MARGIN, 24)
        column.addWidget(self._problems)
        column.addLayout(self._head)
        column.addLayout(self._rows)
        column.addStretch(1)
        self._area = columns.scrolled(column, WIDEST)
        across = pieces.row(spacing=0)
        across.addWidget(self._list)
        across.addWidget(self._area, 1)
        self.setLayout(across)
        desk.bank_changed.connect(self._bank_changed)

    def enter(self) -> None:
        """The page comes up: a file may have been mended by hand."""
        self._stow()
        self._shelf.look_again()
        super().enter()

    def take(self, changes: Changes) -> None:
        """Nothing here is of the programme."""

    def refresh(self) -> None:
        """What is chosen, and all there is to choose from."""
        if self._chosen[0] == OWN and self._pack is None:
            self._chosen = (BUILT_IN, self._shelf.built_in.families[0].id)
        self._show_problems()
        showing = (self._chosen, self._shelf.packs, self._open.get(self._chosen[1]))
        if showing != self._shown:
            self._shown = showing
            self._list.show_packs(self._shelf.packs)
            self._list.choose(self._chosen)
            self._show_rows()
            self._show_head()
        for panel in self._panels:
            for prompt_id, row in panel.rows.items():
                row.show_hidden(prompt_id in self._shelf.hidden)

    @property
    def _pack(self) -> Pack | None:
        return self._shelf.pack(self._chosen[1]) if self._chosen[0] == OWN else None

    def _bank_changed(self) -> None:
        self._stow()
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    # What is shown

    def _show_problems(self) -> None:
        layout = self._problems.layout()
        if isinstance(layout, QVBoxLayout):
            pieces.clear(layout)
        if self._complaint:
            away = pieces.button(translate("own-prompts", "All right"), partial(self._complain, ""), kind="small")
            line = pieces.row(spacing=12)
            line.addWidget(Words(self._complaint, size=16, colour="notice", middle=True), 1)
            line.addWidget(away)
            pieces.fill(self._problems, line)
        if self._shelf.problems:
            left_out = translate("own-prompts", "Left out until it is put right:")
            show = pieces.button(translate("own-prompts", "Show the folder"), self._show_folder, kind="small")
            line = pieces.row(spacing=12)
            line.addWidget(Words(left_out, size=15, bold=True, colour="notice", middle=True), 1)
            line.addWidget(show)
            pieces.fill(self._problems, line)
        for sentence in self._shelf.problems:
            pieces.fill(self._problems, Words(sentence, size=16, colour="notice"))
        self._problems.setVisible(bool(self._complaint or self._shelf.problems))

    def _show_head(self) -> None:
        pieces.clear(self._head)
        self._head.setSpacing(8)
        pack = self._pack
        if pack is None:
            family = next((one for one in self._shelf.built_in.families if one.id == self._chosen[1]), None)
            words = pieces.column(2)
            words.addWidget(Words(family.name if family else "", size=24, bold=True))
            stays = translate(
                "own-prompts", "Built-in prompts stay as they are. Hide what does not fit; add your own in a pack."
            )
            words.addWidget(Words(stays, size=16, colour="soft"))
            self._head.addLayout(words, 1)
            return
        self._head.addWidget(Words(pack.name, size=24, bold=True, middle=True), 1)
        buttons: list[tuple[str, Callable[[], object], str]] = [
            (translate("own-prompts", "Another name…"), partial(self._with_pack, self._deeds.rename), "quiet"),
            (translate("own-prompts", "Remove this pack…"), partial(self._with_pack, self._deeds.remove), "quiet"),
            (translate("own-prompts", "Export…"), partial(self._with_pack, self._deeds.export), ""),
        ]
        if pack.id not in self._open:  # one thing at a time
            buttons.append((translate("own-prompts", "Add a prompt"), self._add, "primary"))
        for text, then, kind in buttons:
            self._head.addWidget(pieces.button(text, then, kind=kind), alignment=Qt.AlignmentFlag.AlignTop)

    def _show_rows(self) -> None:
        self._editor.hide()
        self._editor.setParent(self)  # out of the rows before they go
        pieces.clear(self._rows)
        pack = self._pack
        if pack is None:
            self._panels = [
                AspectPanel(aspect, self._turn) for aspect in self._shelf.built_in.in_family(self._chosen[1])
            ]
        else:
            self._panels = [
                AspectPanel(aspect, self._turn, self._edit, self._ask_remove) for aspect in self._aspects_of(pack)
            ]
        opened = self._opened(pack)
        if pack is not None and opened is not None:
            self._editor.offer(self._to_choose_from(pack))
            self._editor.show_written(self._drafts[pack.id, opened])
        if opened == "":
            self._rows.addWidget(self._editor)
        for panel in self._panels:
            self._rows.addWidget(panel)
            if opened is not None and opened in panel.rows:
                panel.put_instead(opened, self._editor)
        if opened is not None:
            self._editor.show()
        elif pack is not None and not self._panels:
            none = translate("own-prompts", "No prompts yet. One question is enough to begin with.")
            self._rows.addWidget(Words(none, size=17, colour="soft"))

    def _opened(self, pack: Pack | None) -> str | None:
        """The prompt of a pack that is being written, "" for a new one; None for none, or where it is gone."""
        opened = self._open.get(pack.id) if pack is not None else None
        if pack is not None and opened and all(opened not in panel.rows for panel in self._panels):
            self._open.pop(pack.id)
            return None
        return opened

    def _aspects_of(self, pack: Pack) -> list[Aspect]:
        """The aspects that a pack has prompts for, with those alone."""
        theirs = list(pack.all_prompts())
        found = (
            replace(aspect, prompts=tuple(one for one in theirs if one.aspect_id == aspect.id))
            for aspect in self._shelf.whole.aspects
        )
        return [aspect for aspect in found if aspect.prompts]

    def _to_choose_from(self, pack: Pack) -> list[Aspect]:
        own = {aspect.id for aspect in pack.aspects}
        built_in = {aspect.id for aspect in self._shelf.built_in.aspects}
        used = {prompt.aspect_id for prompt in pack.prompts}
        return [aspect for aspect in self._shelf.whole.aspects if aspect.id in own | built_in | used]

    # What is done

    def _show_folder(self) -> None:
        if self.desk.library is not None:
            self.desk.files.show(self.desk.library.folder(PACKS))

    def _complain(self, sentence: str) -> None:
        """Say what is wrong with a file, for as long as it takes to mend it."""
        self._complaint = sentence
        self._show_problems()
        self._area.verticalScrollBar().setValue(0)

    def _choose(self, chosen: Chosen) -> None:
        self._stow()
        self._chosen = chosen
        self.refresh()
        self._area.verticalScrollBar().setValue(0)

    def _turn(self, prompt_id: str) -> None:
        hidden = prompt_id in self._shelf.hidden
        self._deeds.attempt(partial(self._shelf.show if hidden else self._shelf.hide, prompt_id))

    # Writing a prompt

    def _stow(self) -> None:
        """Keep in mind what is half typed."""
        pack = self._pack
        if pack is not None and (opened := self._open.get(pack.id)) is not None:
            self._drafts[pack.id, opened] = self._editor.written()

    def _add(self) -> None:
        pack = self._pack
        if pack is not None:
            first = next((aspect.id for aspect in self._to_choose_from(pack)), "")
            self._write(pack, "", Written(first, family=self._shelf.built_in.families[0].id))
            self._area.verticalScrollBar().setValue(0)

    def _edit(self, prompt_id: str) -> None:
        pack = self._pack
        if pack is not None:
            self._write(pack, prompt_id, Written.of(next(one for one in pack.all_prompts() if one.id == prompt_id)))

    def _write(self, pack: Pack, prompt_id: str, fresh: Written) -> None:
        self._stow()
        self._drafts.setdefault((pack.id, prompt_id), fresh)
        self._open[pack.id] = prompt_id
        self.refresh()
        self._editor.begin_typing()

    def _leave(self) -> None:
        pack = self._pack
        if pack is not None and (opened := self._open.pop(pack.id, None)) is not None:
            self._drafts.pop((pack.id, opened), None)
        self.refresh()

    def _keep(self) -> None:
        pack, written = self._pack, self._editor.written()
        if pack is not None and self._deeds.attempt(
            lambda: self._shelf.keep(self._with(pack, self._open[pack.id], written))
        ):
            self._leave()

    def _with(self, pack: Pack, prompt_id: str, written: Written) -> Pack:
        prompt_id = prompt_id or self._shelf.new_prompt_id(pack, written.text)
        if written.aspect_id:
            return with_prompt(pack, written.prompt(prompt_id))
        return with_aspect(pack, written.aspect(self._shelf.new_aspect_id(pack, written.name), prompt_id))

    def _ask_remove(self, prompt_id: str) -> None:
        Confirming(
            self.window(),
            translate("own-prompts", "Remove this prompt?"),
            translate("own-prompts", "It goes from this pack. Where it was asked, it stays."),
            translate("own-prompts", "Remove it"),
            partial(self._remove, prompt_id),
        )

    def _remove(self, prompt_id: str) -> None:
        pack = self._pack
        if pack is not None:
            self._deeds.attempt(partial(self._shelf.keep, without_prompt(pack, prompt_id)))

    # Packs

    def _ask_name(self) -> None:
        self._deeds.begin().closed.connect(self._type_on)

    def _begun(self, pack: Pack) -> None:
        self._choose((OWN, pack.id))
        self._add()

    def _type_on(self) -> None:
        if self._editor.isVisible():
            self._editor.begin_typing()

    def _came(self, pack: Pack) -> None:
        self._choose((OWN, pack.id))

    def _gone(self, pack_id: str) -> None:
        """What was half typed for it goes along, or it would turn up in the next pack of that id."""
        self._open.pop(pack_id, None)
        self._drafts = {key: written for key, written in self._drafts.items() if key[0] != pack_id}

    def _with_pack(self, act: Callable[[Pack], object]) -> None:
        if (pack := self._pack) is not None:
            act(pack)
