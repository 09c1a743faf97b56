"""The laptop's prompts: every change is on the disk first, a broken file is told and harms nothing."""

from functools import cache
from pathlib import Path

import pytest

from workshop_app.domain.errors import DomainError
from workshop_app.facilitation import prompts
from workshop_app.facilitation.bank import Prompt
from workshop_app.facilitation.pack_editing import with_prompt, without_prompt
from workshop_app.facilitation.pack_errors import PromptPackError
from workshop_app.facilitation.packs import Pack, PackIsHereError
from workshop_app.prompt_shelf import PromptShelf
from workshop_app.storage.errors import StorageError
from workshop_app.storage.library import Library

bank = cache(prompts.load)


class Laptop:
    """A shelf on a folder, and how often it said that something changed."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.told = 0
        self.shelf = self.again()

    def again(self) -> PromptShelf:
        self.shelf = PromptShelf(bank(), Library(self.home), self._tell)
        return self.shelf

    def put(self, place: str, text: str) -> None:
        path = self.home / "library" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def files(self) -> dict[str, str]:
        found = (self.home / "library").rglob("*.*")
        return {path.name: path.read_text(encoding="utf-8", errors="replace") for path in found if path.is_file()}

    def _tell(self) -> None:
        self.told += 1


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path)


def prompt(shelf: PromptShelf, pack: Pack, text: str, aspect_id: str = "teaching") -> Prompt:
    return Prompt(shelf.new_prompt_id(pack, text), aspect_id, "opener", text, text, (), "", 5)


def test_without_packs_the_bank_is_the_built_in_one(laptop: Laptop) -> None:
    assert laptop.shelf.bank == laptop.shelf.whole == bank()
    assert (laptop.shelf.packs, laptop.shelf.hidden, laptop.shelf.problems) == ((), frozenset(), ())


def test_a_pack_is_begun_filled_and_there_after_a_restart(laptop: Laptop) -> None:
    pack = laptop.shelf.begin("Year 9: food & more")
    assert (pack.id, laptop.told) == ("year-9-food-more", 1)
    pack = with_prompt(pack, prompt(laptop.shelf, pack, "What helps?"))
    laptop.shelf.keep(pack)
    assert laptop.told == 2
    assert laptop.shelf.bank.aspect("teaching").prompts[-1].text == "What helps?"
    assert laptop.again().packs == (pack,)
    assert list(laptop.files()) == ["year-9--food---more.toml"]
    assert laptop.shelf.pack_names() == {("prompt", "year-9-food-more-what-helps"): "Year 9: food & more"}


def test_two_packs_of_one_name_are_two(laptop: Laptop) -> None:
    first, second, third = laptop.shelf.begin("Ours"), laptop.shelf.begin("Ours"), laptop.shelf.begin("مدرسة")
    assert [first.id, second.id, third.id] == ["ours", "ours-2", "own"]
    assert len(laptop.again().packs) == 3
    laptop.shelf.remove("ours")
    assert laptop.again().packs == (second, third)


def test_what_is_hidden_is_not_asked_and_can_be_shown_again(laptop: Laptop) -> None:
    first, *others, last = [one.id for one in bank().aspect("teaching").prompts]
    for prompt_id in (first, *others):
        laptop.shelf.hide(prompt_id)
    assert [one.id for one in laptop.again().bank.aspect("teaching").prompts] == [last]
    assert laptop.shelf.hidden == {first, *others}
    with pytest.raises(DomainError, match="To keep a whole aspect out"):
        laptop.shelf.hide(last)
    laptop.shelf.show(first)
    assert [one.id for one in laptop.again().bank.aspect("teaching").prompts] == [first, last]
    assert laptop.shelf.whole == bank()


def test_an_own_prompt_that_was_hidden_and_removed_does_not_hide_the_next_one(laptop: Laptop) -> None:
    pack = laptop.shelf.begin("Ours")
    laptop.shelf.keep(with_prompt(pack, one := prompt(laptop.shelf, pack, "What helps?")))
    laptop.shelf.hide(one.id)
    laptop.shelf.keep(without_prompt(pack, one.id))
    laptop.shelf.keep(with_prompt(pack, again := prompt(laptop.shelf, pack, "What helps?")))
    assert again.id != one.id
    assert laptop.shelf.hidden == frozenset()


def test_broken_files_are_left_out_named_and_left_as_they_are(laptop: Laptop) -> None:
    laptop.shelf.begin("Sound")
    laptop.put("packs/broken.toml", '[pack]\nid = "broken"\nnmae = "B"\n')
    laptop.put("packs/none.toml", "not at all [")
    laptop.put("hidden/hidden-prompts.toml", "hidden = 3")
    (laptop.home / "library/packs/latin.toml").write_bytes(b'[pack]\nname = "\xe9"')
    shelf = laptop.again()
    assert [pack.name for pack in shelf.packs] == ["Sound"]
    assert shelf.bank == bank()
    assert [one.split(":")[0] for one in shelf.problems[:2]] == ["broken.toml, line 3", "none.toml, line 1"]
    assert shelf.problems[2:] == (
        "latin.toml can't be read. It is left out, and stays as it is.",
        "hidden-prompts.toml, line 1: The value of “hidden” can't be used. "
        "Write a list, such as [“…”, “…”] with straight quotation marks.",
    )
    shelf.begin("Broken")  # beside it
    assert "nmae" in laptop.files()["broken.toml"]
    told = laptop.told
    laptop.put("packs/broken.toml", '[pack]\nid = "mended"\nname = "B"\n')
    shelf.look_again()
    assert [pack.id for pack in shelf.packs] == ["mended", "broken", "sound"]
    assert laptop.told == told + 1
    shelf.look_again()
    assert laptop.told == told + 1


def test_a_pack_comes_in_once_and_again_only_beside_itself(laptop: Laptop, tmp_path: Path) -> None:
    pack = laptop.shelf.begin("Ours")
    pack = with_prompt(pack, prompt(laptop.shelf, pack, "What helps?"))
    laptop.shelf.keep(pack)
    out = tmp_path / "from a friend.toml"
    out.write_text(laptop.files()["ours.toml"], encoding="utf-8")
    before = laptop.files()
    with pytest.raises(PackIsHereError) as caught:
        laptop.shelf.bring_in(out)
    assert laptop.files() == before
    renewed = laptop.shelf.keep_apart(caught.value.pack)
    assert (renewed.id, renewed.name) == ("ours-2", "Ours (2)")
    assert laptop.again().packs == (pack, renewed)
    laptop.shelf.remove("ours")
    assert laptop.shelf.bring_in(out) == pack


@pytest.mark.parametrize("data", [b"", b"[pack", b"\xff\xfe", b"\0" * 99, b"#" * 1_000_001, b"a = " + b"[" * 9_999])
def test_a_bad_file_is_one_sentence_and_changes_nothing(laptop: Laptop, tmp_path: Path, data: bytes) -> None:
    laptop.shelf.begin("Ours")
    before, told = laptop.files(), laptop.told
    bad = tmp_path / "bad.toml"
    bad.write_bytes(data)
    with pytest.raises(PromptPackError, match=r"^bad\.toml, line 1: "):
        laptop.shelf.bring_in(bad)
    with pytest.raises(PromptPackError, match=r"^gone\.toml, line 1: The file can't be opened"):
        laptop.shelf.bring_in(tmp_path / "gone.toml")
    assert (laptop.files(), laptop.told) == (before, told)


def test_a_change_that_can_not_be_kept_does_not_show(laptop: Laptop) -> None:
    pack = laptop.shelf.begin("Ours")
    (laptop.home / "library/packs/ours.part").mkdir()
    (laptop.home / "library/hidden").write_text("in the way")
    changed = with_prompt(pack, prompt(laptop.shelf, pack, "What helps?"))
    for act in (lambda: laptop.shelf.keep(changed), lambda: laptop.shelf.hide("teaching-being-stuck")):
        with pytest.raises(StorageError, match="What was there before is safe"):
            act()
    assert laptop.shelf.packs == (pack,)
    assert laptop.shelf.bank == bank()
    assert laptop.told == 1


def test_what_is_not_sound_is_not_kept(laptop: Laptop) -> None:
    pack = laptop.shelf.begin("Ours")
    built_in = bank().aspect("teaching").prompts[0]
    with pytest.raises(PromptPackError, match="is a built-in one, which stays as it is"):
        laptop.shelf.keep(with_prompt(pack, built_in))
    with pytest.raises(PromptPackError, match="at most 80 characters"):
        laptop.shelf.begin("x" * 81)
    assert laptop.shelf.packs == (pack,)


def test_without_a_place_nothing_is_kept() -> None:
    shelf = PromptShelf(bank())
    for act in (lambda: shelf.hide("teaching-being-stuck"), lambda: shelf.begin("Ours"), lambda: shelf.remove("x")):
        with pytest.raises(StorageError, match="no place here"):
            act()
    assert shelf.bank == bank()
