"""Prompts of one's own by hand, down to the files on the laptop and the bank that is asked from."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.ui import rich
from tests.ui.bench import Bench, settle
from tests.ui.looking import SIZES, unreadable
from workshop_app.facilitation import pack_out
from workshop_app.facilitation.bank import Prompt
from workshop_app.facilitation.pack_in import read
from workshop_app.facilitation.packs import Pack
from workshop_app.prompt_shelf import PACKS
from workshop_app.storage.library import Library
from workshop_app.ui.lettering import Words
from workshop_app.ui.picks import Pick
from workshop_app.ui.tour import gestures

FIRST = "Think of a lesson you still remember. What was going on in the room?"
QUESTION, ASPECT = "The question", "Which aspect of school life"
SHORT = 30  # milliseconds between two presses that could be a double click
HINT = "This leads to one answer. Ask so that a “no” is as easy to say, such as “What if …?”"


@pytest.fixture
def bench(bench: Bench) -> Iterator[Bench]:
    rich.board_of_six(bench.home).close()
    bench.start()
    bench.press("Carry on")
    bench.desk.going.emit("prompts")
    settle()
    yield bench


def own_files(bench: Bench) -> dict[str, str]:
    return Library(bench.home).texts(PACKS)


def asked(bench: Bench, aspect_id: str = "teaching") -> list[str]:
    return [prompt.text for prompt in bench.desk.bank.aspect(aspect_id).prompts]


def begin(bench: Bench, name: str = "Our garden") -> None:
    bench.press("New pack")
    bench.type(name, enter=True)


def add(bench: Bench, text: str) -> None:
    """Write one more prompt; the editor of a new pack is open already."""
    if any(one.accessibleName() == "Add a prompt" for one in bench.stage.widgets("Add a prompt")):
        bench.press("Add a prompt")
    bench.type(text, into=QUESTION)
    bench.press("Keep this prompt")


def pick(bench: Bench, field: str, words: str) -> None:
    """Choose from a list what begins so, by mouse."""
    combo = next(one for one in bench.seen(Pick) if one.accessibleName() == field)
    before = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(SHORT)
    bench.press(field)
    view, row = combo.view(), combo.findText(words, Qt.MatchFlag.MatchStartsWith)
    assert row >= 0
    view.scrollTo(combo.model().index(row, 0))
    QTest.qWait(2 * SHORT)  # or Qt takes it for the press that opened the list
    gestures.click(view.viewport(), view.visualRect(combo.model().index(row, 0)).center())
    settle()
    QApplication.setDoubleClickInterval(before)
    assert combo.currentText().startswith(words)


def lines(bench: Bench, into: str, *texts: str) -> None:
    """Type lines, each on its own."""
    bench.press(into)
    for text in texts:
        bench.type(text, enter=True)


def text_in(bench: Bench, name: str) -> str:
    return next(one.toPlainText() for one in bench.seen(QPlainTextEdit) if one.accessibleName() == name)


def test_a_prompt_is_hidden_and_shown_again_and_the_keyboard_stays(bench: Bench) -> None:
    before = bench.desk.bank
    told: list[object] = []
    bench.desk.bank_changed.connect(lambda: told.append(bench.desk.bank))
    bench.press(f"Hide: {FIRST}")
    assert FIRST not in asked(bench)
    assert told == [bench.desk.bank]
    assert "Hidden · It opens · 4 min" in bench.texts()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == f"Show again: {FIRST}"
    bench.key(Qt.Key.Key_Space)
    assert bench.desk.bank == before
    assert "Hidden · It opens · 4 min" not in bench.texts()


def test_the_last_prompt_of_an_aspect_stays_and_the_map_is_named(bench: Bench) -> None:
    texts = asked(bench)
    for text in texts:
        bench.press(f"Hide: {text}")
    assert asked(bench) == texts[-1:]
    assert "To keep a whole aspect out, say on the map who decided it and why." in bench.said()
    assert bench.stage.widget(f"Hide: {texts[-1]}").isVisible()


def test_what_is_hidden_stays_hidden_after_a_restart_and_in_another_programme(bench: Bench) -> None:
    bench.press(f"Hide: {FIRST}")
    bench.restart()
    bench.press("Carry on")
    assert bench.page.name == "prompts"
    assert FIRST not in asked(bench)
    assert bench.stage.widget(f"Show again: {FIRST}").isVisible()


def test_a_pack_is_begun_and_a_question_is_enough(bench: Bench) -> None:
    begin(bench)
    bench.type("What grows here?")  # one may type at once
    bench.press("Keep this prompt")
    assert asked(bench)[-1] == "What grows here?"
    [pack] = bench.desk.prompts.packs
    assert (pack.name, [one.minutes for one in pack.prompts]) == ("Our garden", [5])
    assert list(own_files(bench)) == ["our-garden"]
    assert "What grows here?" in bench.texts()
    assert not bench.stage.widgets(QUESTION)


def test_everything_that_a_prompt_can_have_is_kept(bench: Bench) -> None:
    begin(bench)
    lines(bench, QUESTION, "  Which lessons", "belong outside?  ")
    pick(bench, ASPECT, "People: F")
    pick(bench, "What it is for", "It turns")
    bench.over("12", into="Minutes")
    bench.type("What can we learn outside?", into="In plain words, for those new to English")
    lines(bench, "Questions to follow, one on each line", "And in winter?", "", " And in rain? ")
    lines(bench, "Note for the facilitator, never on the shared screen", "Ask for one.", "Listen.")
    bench.press("Keep this prompt")
    [found] = bench.desk.prompts.packs[0].prompts
    assert found == Prompt(
        id="our-garden-which-lessons-belong-outside",
        aspect_id="friendships",
        kind="tables",
        text="Which lessons belong outside?",
        plain="What can we learn outside?",
        follow_ups=("And in winter?", "And in rain?"),
        note="Ask for one.\nListen.",
        minutes=12,
    )
    bench.press("Edit: Which lessons belong outside?")
    assert text_in(bench, "Questions to follow, one on each line") == "And in winter?\nAnd in rain?"
    bench.over("Where do lessons belong?", into=QUESTION)
    bench.press("Keep this prompt")
    [changed] = bench.desk.prompts.packs[0].prompts
    assert (changed.id, changed.text, changed.minutes) == (found.id, "Where do lessons belong?", 12)


def test_an_aspect_of_our_own_comes_after_those_of_its_family(bench: Bench) -> None:
    begin(bench)
    bench.type("What grows here?")
    pick(bench, ASPECT, "A new")
    bench.press("Keep this prompt")
    assert "The aspect's name is still empty." in bench.said()
    bench.type("The school garden", into="What the aspect is called")
    bench.press("Keep this prompt")
    assert "The short name for cards is still empty." in bench.said()
    bench.type("Garden", into="Short, for cards")
    pick(bench, "Which family it belongs to", "People")
    bench.press("Keep this prompt")
    own = bench.desk.bank.in_family("people")[-1]
    assert (own.name, own.short, [one.text for one in own.prompts]) == (
        "The school garden",
        "Garden",
        ["What grows here?"],
    )
    bench.press("Add a prompt")
    pick(bench, ASPECT, "People: The school g")
    bench.type("Who digs?", into=QUESTION)
    bench.press("Keep this prompt")
    assert asked(bench, own.id) == ["What grows here?", "Who digs?"]


def test_choosing_a_pack_leaves_the_keyboard_on_it(bench: Bench) -> None:
    begin(bench)
    bench.press("Leave it")
    for name in ("Learning", "Our garden"):
        bench.press(name)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.accessibleName() == name


def test_an_empty_question_is_told_and_stays_open(bench: Bench) -> None:
    begin(bench)
    bench.press("Keep this prompt")
    assert bench.said() == "The question is still empty."
    assert bench.stage.widget(QUESTION).isVisible()
    bench.press("Leave it")
    assert "No prompts yet. One question is enough to begin with." in bench.texts()


def test_a_leading_question_gets_a_quiet_hint_that_blocks_nothing(bench: Bench) -> None:
    begin(bench)
    bench.type("Lunch is short.")
    assert HINT not in bench.texts()
    bench.over("Don't you think lunch is too short?", into=QUESTION)
    assert HINT in bench.texts()
    bench.press("Keep this prompt")
    assert asked(bench)[-1] == "Don't you think lunch is too short?"


def test_what_is_half_typed_survives_other_pages_packs_and_prompts(bench: Bench) -> None:
    begin(bench)
    add(bench, "What grows here?")
    bench.press("Add a prompt")
    bench.type("Half a")
    bench.work.go("people")
    bench.work.go("prompts")
    assert text_in(bench, QUESTION) == "Half a"
    bench.press("Learning")
    assert not bench.stage.widgets(QUESTION)
    begin(bench, "Another")
    assert text_in(bench, QUESTION) == ""
    bench.press("Our garden")
    assert text_in(bench, QUESTION) == "Half a"
    bench.press("Edit: What grows here?")
    bench.type(" And why?")
    bench.press("Another name…")
    bench.over("The yard", into="What is the pack called?", enter=True)
    assert text_in(bench, QUESTION) == "What grows here? And why?"
    bench.press("Leave it")
    bench.press("Add a prompt")
    assert text_in(bench, QUESTION) == "Half a"
    assert asked(bench)[-1] == "What grows here?"


def test_a_prompt_is_removed_once_that_was_confirmed(bench: Bench) -> None:
    begin(bench)
    add(bench, "What grows here?")
    add(bench, "Who digs?")
    bench.press("Remove: What grows here?")
    bench.press("Leave it")
    assert asked(bench)[-2:] == ["What grows here?", "Who digs?"]
    bench.press("Remove: What grows here?")
    bench.press("Remove it")
    assert asked(bench)[-2:] == [rich.bank().aspect("teaching").prompts[-1].text, "Who digs?"]


def test_a_pack_is_removed_and_nothing_half_typed_turns_up_in_the_next_one(bench: Bench) -> None:
    begin(bench)
    bench.type("Half a")
    bench.press("Learning")
    bench.press("Our garden")
    bench.press("Remove this pack…")
    bench.press("Remove it")
    assert own_files(bench) == {}
    assert "None yet. A pack holds prompts that fit your school." in bench.texts()
    begin(bench)
    assert text_in(bench, QUESTION) == ""


def test_a_pack_goes_out_and_comes_in_elsewhere(bench: Bench, tmp_path: Path) -> None:
    begin(bench)
    add(bench, "What grows here?")
    bench.files.to_save = bench.files.to_open = tmp_path / "pack.toml"
    bench.press("Export…")
    assert bench.files.suggested == "our-garden.toml"
    assert bench.said() == "The pack is in pack.toml."
    [pack] = bench.desk.prompts.packs
    text = (tmp_path / "pack.toml").read_text(encoding="utf-8")
    assert read(text, "pack.toml", rich.bank()) == pack
    bench.press("Remove this pack…")
    bench.press("Remove it")
    bench.press("Bring a pack in…")
    assert bench.said() == "“Our garden” came in with 1 prompt."
    assert bench.desk.prompts.packs == (pack,)
    assert "What grows here?" in bench.texts()


def test_a_pack_that_is_here_already_is_kept_beside_it_or_left(bench: Bench, tmp_path: Path) -> None:
    begin(bench)
    add(bench, "What grows here?")
    bench.files.to_save = bench.files.to_open = tmp_path / "pack.toml"
    bench.press("Export…")
    before = own_files(bench)
    bench.press("Bring a pack in…")
    bench.press("Leave it")
    assert own_files(bench) == before
    bench.press("Bring a pack in…")
    bench.press("Keep both")
    assert [pack.name for pack in bench.desk.prompts.packs] == ["Our garden", "Our garden (2)"]
    assert own_files(bench).items() >= before.items()
    assert asked(bench)[-2:] == ["What grows here?"] * 2


def test_a_bad_file_is_one_sentence_that_stays_and_nothing_is_lost(bench: Bench, tmp_path: Path) -> None:
    begin(bench)
    bench.type("Half a")
    before = own_files(bench)
    bench.files.to_open = tmp_path / "from a friend.toml"
    bench.files.to_open.write_text('[pack]\nid = "x"\nnmae = "X"\n', encoding="utf-8")
    bench.press("Bring a pack in…")
    sentence = "from a friend.toml, line 3: “nmae” is not known here. Did you mean “name”?"
    assert sentence in bench.texts()
    assert (own_files(bench), text_in(bench, QUESTION)) == (before, "Half a")
    bench.work.go("people")
    bench.work.go("prompts")
    assert sentence in bench.texts()
    bench.press("All right")
    assert sentence not in bench.texts()
    bench.files.to_open = tmp_path / "gone.toml"
    bench.press("Bring a pack in…")
    assert "gone.toml, line 1: The file can't be opened. Check that you may read it." in bench.texts()


def test_a_broken_pack_does_not_stop_the_app_and_is_taken_in_once_it_is_mended(bench: Bench) -> None:
    Library(bench.home).keep(PACKS, "broken", '[pack]\nid = "x"\nnmae = "X"\n')
    bench.restart()
    bench.press("Carry on")
    assert "broken.toml, line 3: “nmae” is not known here. Did you mean “name”?" in bench.texts()
    bench.press("Show the folder")
    assert bench.files.shown == [bench.home / "library" / PACKS]
    Library(bench.home).keep(PACKS, "broken", '[pack]\nid = "x"\nname = "Mended"\n')
    bench.press("←  Back to Prepare")
    assert bench.page.name == "prepare"
    bench.work.go("prompts")
    assert not [one for one in bench.texts() if "broken.toml" in one]
    bench.press("Mended")
    assert "No prompts yet. One question is enough to begin with." in bench.texts()


def test_a_disk_that_refuses_loses_nothing_that_was_typed(bench: Bench) -> None:
    begin(bench)
    bench.type("What grows here?")
    (bench.home / "library" / PACKS / "our-garden.part").mkdir()
    bench.press("Keep this prompt")
    assert bench.said() == "This can't be kept on this laptop now. What was there before is safe."
    assert text_in(bench, QUESTION) == "What grows here?"
    (bench.home / "library" / PACKS / "our-garden.part").rmdir()
    bench.press("Keep this prompt")
    assert asked(bench)[-1] == "What grows here?"


def test_a_teachers_words_are_never_markup(bench: Bench) -> None:
    begin(bench, "<b>Bold</b> & more")
    add(bench, "<i>What</i> & <a href='x'>why</a>?")
    assert "<i>What</i> & <a href='x'>why</a>?" in [one.text() for one in bench.seen(Words)]
    assert "<b>Bold</b> & more" in [one.text() for one in bench.seen(Words)]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_all_words_can_be_read_however_long_they_are(bench: Bench, size: tuple[int, int]) -> None:
    long = "W" * 300
    prompts = (
        Prompt("long-a", "teaching", "tables", long, long[1:], (), "", 60),
        Prompt("long-b", "food", "others", "If we could start again, " * 10, "Why? " * 40, (), "", 60),
    )
    library = Library(bench.home)
    library.keep(PACKS, "long", pack_out.write(Pack("long", "How we want to be asked " * 3, (), prompts)))
    library.keep(PACKS, "broken", f'[pack]\nid = "{"x" * 200}"\n')
    bench.window.resize(*size)
    bench.work.go("people")
    bench.work.go("prompts")
    settle()
    assert unreadable(bench.window) == []
    bench.press("How we want to be asked " * 2 + "How we want to be asked")
    settle()
    assert unreadable(bench.window) == []
    bench.press("Add a prompt")
    bench.type("Don't you know which teacher is the worst?")
    pick(bench, ASPECT, "A new")
    assert unreadable(bench.window) == []
