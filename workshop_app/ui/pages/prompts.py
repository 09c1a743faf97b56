"""Prompts of one's own: packs for this laptop, beside the built-in ones, which stay as they are."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop_app import outbox
from workshop_app.domain.errors import DomainError
from workshop_app.domain.texts import wanted
from workshop_app.facilitation import pack_out
from workshop_app.facilitation.bank import Aspect
from workshop_app.facilitation.pack_editing import with_aspect, with_prompt, without_prompt
from workshop_app.facilitation.pack_errors import PromptPackError
from workshop_app.facilitation.pack_in import LONGEST_NAME
from workshop_app.facilitation.packs import Pack, PackIsHereError
from workshop_app.storage.errors import StorageError
from workshop_app.storage.names import stem_of
from workshop_app.ui import pieces, theme
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.pack_list import BUILT_IN, OWN, Chosen, PackList
from workshop_app.ui.pages.page import Page
from workshop_app.ui.pages.prompt_editor import PromptEditor, Written
from workshop_app.ui.pages.prompt_rows import AspectPanel
from workshop_app.ui.shared.asking import Asking
from workshop_app.ui.shared.confirming import Confirming
from workshop_app.words import translate
from workshop_app.workspace import Changes


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
        self._list = PackList(families, partial(desk.going.emit, "prepare"), self._ask_name, self._ask_file)
        self._list.chosen.connect(self._choose)
        self._editor = PromptEditor(families, self._keep, self._leave)
        self._problems = pieces.frame("notice", margins=(16, 12, 16, 12), spacing=6)
        self._head = QHBoxLayout()
        self._rows = pieces.column(12)
        body = QWidget()
        column = pieces.column(14)
        column.setContentsMargins(34, 20, theme.PAGE_MARGIN, 24)
        body.setLayout(column)
        column.addWidget(self._problems)
        column.addLayout(self._head)
        column.addLayout(self._rows)
        column.addStretch(1)
        self._area = pieces.scroller(body)
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
            self._show_head()
            self._show_rows()
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
        told = [*([self._complaint] if self._complaint else []), *self._shelf.problems]
        for sentence in told:
            pieces.fill(self._problems, Words(sentence, size=16, colour="notice"))
        if self._complaint:
            away = pieces.button(translate("own-prompts", "All right"), partial(self._complain, ""), kind="small")
            pieces.fill(self._problems, pieces.row(away, None))
        self._problems.setVisible(bool(told))

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
        for text, then, kind in (
            (translate("own-prompts", "Another name…"), self._ask_other_name, "quiet"),
            (translate("own-prompts", "Remove this pack…"), self._ask_remove_pack, "quiet"),
            (translate("own-prompts", "Export…"), self._export, ""),
            (translate("own-prompts", "Add a prompt"), self._add, "primary"),
        ):
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
        there = opened == "" or any(opened in panel.rows for panel in self._panels)
        return opened if there else None

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

    def _try(self, act: Callable[[], object]) -> bool:
        """Do something that may be refused; False, with the reason said, if it was."""
        try:
            act()
        except (DomainError, StorageError, PromptPackError) as error:
            self.desk.said.emit(str(error), "notice")
            return False
        return True

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
        self._try(partial(self._shelf.show if hidden else self._shelf.hide, prompt_id))

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
        if pack is not None and self._try(lambda: self._shelf.keep(self._with(pack, self._open[pack.id], written))):
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
            self._try(partial(self._shelf.keep, without_prompt(pack, prompt_id)))

    # Packs

    def _ask_name(self) -> None:
        asking = Asking(
            self.window(),
            translate("own-prompts", "What is the pack called?"),
            "",
            translate("own-prompts", "Begin it"),
            self._begin,
        )
        asking.closed.connect(self._type_on)

    def _begin(self, name: str) -> bool:
        before = self._chosen
        done = self._try(lambda: self._choose((OWN, self._shelf.begin(_named(name)).id)))
        if done and before != self._chosen:
            self._add()
        return done

    def _type_on(self) -> None:
        if self._editor.isVisible():
            self._editor.begin_typing()

    def _ask_other_name(self) -> None:
        pack = self._pack
        if pack is not None:
            Asking(
                self.window(),
                translate("own-prompts", "What is the pack called?"),
                pack.name,
                translate("own-prompts", "Keep this name"),
                lambda name: self._try(lambda: self._shelf.keep(replace(pack, name=_named(name)))),
            )

    def _ask_remove_pack(self) -> None:
        pack = self._pack
        if pack is not None:
            Confirming(
                self.window(),
                translate("own-prompts", "Remove this pack from the laptop?"),
                translate(
                    "own-prompts",
                    "Its prompts are asked no more; where they were asked, they stay. Export it first if somebody may "
                    "want it again.",
                ),
                translate("own-prompts", "Remove it"),
                partial(self._remove_pack, pack.id),
            )

    def _remove_pack(self, pack_id: str) -> None:
        if self._try(partial(self._shelf.remove, pack_id)):
            self._open.pop(pack_id, None)  # or what was half typed would turn up in the next pack of that id
            self._drafts = {key: written for key, written in self._drafts.items() if key[0] != pack_id}

    def _ask_file(self) -> None:
        kinds = translate("own-prompts", "Prompt packs (*.toml)")
        self.desk.files.open_one(self, translate("own-prompts", "Bring a pack in"), kinds, self._bring)

    def _bring(self, path: Path) -> None:
        self._complain("")
        try:
            self._came(self._shelf.bring_in(path))
        except PackIsHereError as error:
            Confirming(
                self.window(),
                translate("own-prompts", "This pack, or a part of it, is here already"),
                translate(
                    "own-prompts", "Both can be kept: the new one gets a name of its own. Nothing is overwritten."
                ),
                translate("own-prompts", "Keep both"),
                partial(self._keep_both, error.pack),
            )
        except PromptPackError as error:
            self._complain(str(error))
        except StorageError as error:
            self.desk.said.emit(str(error), "notice")

    def _keep_both(self, pack: Pack) -> None:
        self._try(lambda: self._came(self._shelf.keep_apart(pack)))

    def _came(self, pack: Pack) -> None:
        self._choose((OWN, pack.id))
        count = sum(1 for _ in pack.all_prompts())
        self.desk.said.emit(
            translate("own-prompts", "“{name}” came in with {n} prompts.", name=pack.name, n=count)
            if count != 1
            else translate("own-prompts", "“{name}” came in with 1 prompt.", name=pack.name),
            "",
        )

    def _export(self) -> None:
        pack = self._pack
        if pack is not None:
            suggested = stem_of(pack.name, "pack") + ".toml"
            title = translate("own-prompts", "Export the pack")
            self.desk.files.save_as(self, title, suggested, partial(self._send, pack))

    def _send(self, pack: Pack, path: Path) -> None:
        if self._try(lambda: outbox.write_whole(path, pack_out.write(pack).encode())):
            self.desk.said.emit(translate("own-prompts", "The pack is in {file}.", file=path.name), "")


def _named(name: str) -> str:
    return wanted(name, translate("own-prompts", "The pack's name"), LONGEST_NAME)
