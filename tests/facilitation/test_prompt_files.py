"""What a person is told when a prompt file has a mistake: the file, the line and what to do."""

from pathlib import Path

import pytest

from workshop_app.facilitation import prompts
from workshop_app.facilitation.prompts import PromptPackError

SOUND = """[family]
id = "garden"
name = "Garden"

[[aspect]]
id = "soil"
name = "The soil"
short = "Soil"
symbol = "spade"
frameworks.lundy = ["voice"]

[[aspect.prompt]]
id = "soil-first"
kind = "opener"
text = "What grows here?"
plain = "What grows?"
follow_ups = ["Where?"]
note = ""
minutes = 4

[[aspect.prompt]]
id = "soil-second"
kind = "dig"
text = "What grows there?"
plain = "What else grows?"
minutes = 5

[[aspect]]
id = "water"
name = "Water"
short = "Water"
symbol = "can"
familiar = true

[[aspect.prompt]]
id = "water-first"
kind = "ours"
text = "Who waters it?"
plain = "Who gives it water?"
minutes = 3
"""


def fault(folder: Path, text: str | bytes, name: str = "garden.toml") -> PromptPackError:
    """The error that loading a folder with this one more file ends in."""
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(PromptPackError) as caught:
        prompts.load(folder)
    return caught.value


def test_a_sound_file_loads(tmp_path: Path) -> None:
    (tmp_path / "garden.toml").write_text(SOUND, encoding="utf-8")
    bank = prompts.load(tmp_path)
    assert [aspect.id for aspect in bank.aspects] == ["soil", "water"]
    assert bank.aspect("soil").frameworks == {"lundy": ("voice",)}
    assert bank.aspect("water").familiar and not bank.aspect("soil").familiar
    first, second = bank.aspect("soil").prompts
    assert (first.follow_ups, first.note, first.minutes) == (("Where?",), "", 4)
    assert (second.follow_ups, second.note, second.aspect_id) == ((), "", "soil")


def test_a_file_from_notepad_loads(tmp_path: Path) -> None:
    (tmp_path / "garden.toml").write_bytes(b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode())
    assert len(prompts.load(tmp_path).aspects) == 2


def test_an_empty_folder_is_an_empty_bank(tmp_path: Path) -> None:
    assert prompts.load(tmp_path).aspects == ()


@pytest.mark.parametrize(
    "mistake",
    [
        ('plain = "What grows?"\n', "", 12, "“plain” is missing.", "Add it"),
        ('plain = "What grows?"', 'plian = "What grows?"', 16, "“plian” is not known", "Did you mean “plain”?"),
        ('symbol = "can"', 'symbol = "can"\nzzz = 1', 33, "“zzz” is not known", "Known here: id, name"),
        ('kind = "dig"', 'kind = "digs"', 23, "The value of “kind”", "Did you mean “dig”?"),
        ("minutes = 5", 'minutes = "5"', 26, "The value of “minutes”", "whole number from 1 to 60"),
        ("minutes = 5", "minutes = true", 26, "The value of “minutes”", "whole number from 1 to 60"),
        ("minutes = 5", "minutes = 0", 26, "The value of “minutes”", "whole number from 1 to 60"),
        ('text = "What grows there?"', 'text = "  "', 24, "The value of “text”", "Write words"),
        ('text = "What grows there?"', "text = 7", 24, "The value of “text”", "Write words"),
        ('follow_ups = ["Where?"]', 'follow_ups = "Where?"', 17, "The value of “follow_ups”", "Write a list"),
        ('short = "Water"', 'short = "Water in the can"', 31, "The value of “short”", "at most 12 characters"),
        ("familiar = true", 'familiar = "yes"', 33, "The value of “familiar”", "true or false"),
        ('id = "water-first"', 'id = "Water First"', 36, "The value of “id”", "small letters"),
        ('["voice"]', '["voise"]', 10, "“voise” is not part of lundy", "Did you mean “voice”?"),
        ("frameworks.lundy", "frameworks.lundi", 10, "“lundi” is not known", "Did you mean “lundy”?"),
        ('[family]\nid = "garden"\nname = "Garden"\n', "", 1, "“family” is missing", "Add it"),
        ('[[aspect]]\nid = "water"', '[[aspekt]]\nid = "water"', 28, "“aspekt” is not known", "Did you mean “aspect”?"),
        ("[family]", "[famly]", 1, "“famly” is not known", "Did you mean “family”?"),
        ('id = "water"', 'id = "soil"', 29, "The id “soil” is also in garden.toml, line 5.", "another id"),
        ('id = "water-first"', 'id = "soil-first"', 36, "“soil-first” is also in garden.toml, line 12", "another id"),
        ('text = "Who waters it?"', 'text = "Who waters it?', 38, "This is not TOML", "missing quotation mark"),
        ("[[aspect.prompt]]\nid = \"water", "[aspect.prompt]\nid = \"water", 35, "“prompt”", "[[aspect.prompt]]"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line_and_remedy(tmp_path: Path, mistake: tuple[str, str, int, str, str]) -> None:
    old, new, line, problem, remedy = mistake
    assert old in SOUND
    error = fault(tmp_path, SOUND.replace(old, new))
    assert error.line == line
    assert problem in error.problem
    assert remedy in error.remedy
    assert str(error) == f"garden.toml, line {line}: {error.problem} {error.remedy}"
    assert str(tmp_path) not in str(error)


def test_lines_are_right_after_a_text_that_looks_like_a_table(tmp_path: Path) -> None:
    lookalike = 'text = """\n[[aspect]]\n[[aspect.prompt]]\nkind = 3\n"""'
    text = SOUND.replace('text = "What grows here?"', lookalike).replace("minutes = 5", "minutes = 500")
    assert fault(tmp_path, text).line == 30


def test_an_id_used_in_two_files_names_both(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(SOUND, encoding="utf-8")
    other = SOUND.replace('"garden"', '"yard"').replace('"soil"', '"sand"').replace('"water"', '"rain"')
    error = fault(tmp_path, other, "b.toml")
    assert (error.file.name, error.line) == ("b.toml", 13)
    assert "a.toml, line 12" in error.problem


def test_two_files_for_one_family_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(SOUND, encoding="utf-8")
    error = fault(tmp_path, SOUND, "b.toml")
    assert (error.file.name, error.line) == ("b.toml", 2)
    assert "“garden” is also in a.toml, line 1" in error.problem


def test_a_file_in_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    error = fault(tmp_path, SOUND.replace("Who waters it?", "Who waters the café?").encode("cp1252"))
    assert error.line == 38
    assert "UTF-8" in error.remedy


def test_a_file_cut_short_points_at_its_end(tmp_path: Path) -> None:
    error = fault(tmp_path, SOUND + 'note = """and then\n')
    assert error.line == len(SOUND.splitlines()) + 1


def test_a_folder_that_looks_like_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").mkdir()
    with pytest.raises(PromptPackError, match=r"odd\.toml, line 1: The file can't be opened."):
        prompts.load(tmp_path)


def test_a_folder_may_bring_its_own_frameworks(tmp_path: Path) -> None:
    own = '[[framework]]\nid = "lundy"\nname = "Ours"\nelements = [{ id = "voice", name = "Voice" }]\n'
    (tmp_path / "frameworks.toml").write_text(own, encoding="utf-8")
    (tmp_path / "garden.toml").write_text(SOUND, encoding="utf-8")
    assert [framework.name for framework in prompts.load(tmp_path).frameworks] == ["Ours"]
    error = fault(tmp_path, own.replace("name = \"Voice\"", "nmae = \"Voice\""), "frameworks.toml")  # fmt: skip
    assert (error.line, error.remedy) == (4, "Did you mean “name”?")
