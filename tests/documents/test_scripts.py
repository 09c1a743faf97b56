"""Every script that a school writes in is set, in its own order, and reads back as it was written."""

import shutil
import subprocess
import tempfile
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.reading import poppler, spoken_errors
from tests.documents.samples import ORDINARY
from workshop_app.documents import scripts, to_unicode
from workshop_app.documents.fitting import line_up
from workshop_app.documents.fonts import ARABIC, BOLD, EMOJI, REGULAR, printable, register
from workshop_app.documents.plan import build

URDU = "ہر سبق میں استاد آدھے راستے میں پوچھتے ہیں کہ ہمیں کیا سمجھ نہیں آیا، اور اگلا سبق بدلتے ہیں۔"
ARABIC_WORDS = "نحن نقرر معا في مدرستنا كل يوم"
MIXED = "We asked سارة محمد and she said \U0001f44d yes."
SENTENCES = (
    "Gŵyl ŷ Łódź ąęź Nguyễn Việt ở đây Більше часу ✓ →",
    URDU,
    ARABIC_WORDS,
    MIXED,
    "\U0001f600 \U0001f3eb \U0001f9d1\U0001f3eb ⭐",
)


@pytest.fixture(scope="module")
def paper() -> bytes:
    voices = replace(ORDINARY, change=URDU, how_we_know=ARABIC_WORDS, why=MIXED)
    return build(
        replace(voices, students_know=SENTENCES[0], staff_know=SENTENCES[-1], title=f"{ARABIC_WORDS} \U0001f600")
    )


def test_it_can_be_read_aloud(paper: bytes) -> None:
    assert spoken_errors(paper) == []


@pytest.mark.parametrize("sentence", SENTENCES)
def test_another_program_finds_the_words_as_they_were_written(paper: bytes, sentence: str) -> None:
    marks = dict.fromkeys(map(ord, "\u202a\u202b\u202c"), None)  # how it shows which way words run
    for said in (poppler(paper).translate(marks), pdfium(paper)):
        words = (word.strip("،۔") for word in sentence.split())  # it moves stops about a line from the right
        assert [word for word in words if word not in said] == []


def test_words_from_the_right_stand_in_their_order_over_lines(paper: bytes) -> None:
    assert "ہر سبق میں استاد آدھے راستے میں پوچھتے ہیں کہ" in pdfium(paper)
    assert URDU in " ".join(pdfium(paper).split())


def test_what_is_read_aloud_is_what_was_written_in_its_language(paper: bytes) -> None:
    said = []

    def walk(element: pikepdf.Object) -> None:
        if "/ActualText" in element:
            said.append((str(element.Lang), str(element.ActualText)))
        for kid in element.get("/K", ()):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                walk(kid)

    with pikepdf.open(BytesIO(paper)) as file:
        walk(file.Root.StructTreeRoot)
    read = "".join(words for language, words in said if language == "ur")
    assert URDU in read
    assert [one for one in said if one[1].strip() in MIXED] == [("ar", "سارة"), ("ar", " محمد")]


def test_each_letter_comes_from_a_typeface_that_has_it() -> None:
    register()
    assert [face for face, _ in scripts.runs("a\U0001f600b", BOLD)] == [BOLD, EMOJI, BOLD]
    assert [*scripts.runs("\u0645\u200c\u4f60", REGULAR)] == [(ARABIC, "\u0645"), (REGULAR, "\ufffd")]
    assert scripts.width("\U0001f600", (REGULAR, 10)) > scripts.width("i", (REGULAR, 10)) > 0


@pytest.mark.parametrize(
    ("text", "begins", "language"),
    [(URDU, True, "ur"), (ARABIC_WORDS, True, "ar"), ("پچ", True, "fa"), (MIXED, False, "ar"), ("12 – 3", False, "ar")],
)
def test_which_way_and_in_which_language(text: str, begins: bool, language: str) -> None:
    assert scripts.begins_right(text) == begins
    assert scripts.language(text) == language


def test_a_table_of_characters_is_utf_16_and_has_only_real_ones() -> None:
    table = to_unicode.mended(b"<00> <0000>\n<01> <0041>\n<02> <1F600>\n<03> <FEFB>\n<04> <FEFF>\n<05> <FE8D>").decode()
    assert "<01> <0041>\n<02> <D83DDE00>\n<03> <06270644>\n<05> <0627>" in table
    assert "4 beginbfchar" in table
    assert "<00> <0000>" not in table


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120), st.floats(0.5, 30))
def test_lines_hold_all_that_was_written(text: str, room: float) -> None:
    register()
    shown = printable(text)
    lines = line_up(shown, room, REGULAR)
    back = "".join(line + gap for line, gap in lines)
    assert [line.split() for line in back.removesuffix("\n").split("\n")] == [
        line.split() for line in shown.split("\n")
    ]
    for line, _ in lines:
        assert len(line) <= 1 or scripts.width(line, (REGULAR, 1)) <= room + 0.01 or scripts.runs_from_right(line)


def pdfium(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as file:
        return " ".join(page.get_textpage().get_text_bounded() for page in file)


def test_no_two_words_run_together_where_a_line_ends() -> None:
    words = "We ask halfway, and not at the end, and each of us hears what became of it. " * 60
    assert words.strip() in aloud(build(replace(ORDINARY, why=words)))


def aloud(pdf: bytes) -> str:
    """What stands in each element, in the order of the tree."""
    program = shutil.which("pdfinfo")
    if program is None:
        pytest.skip("pdfinfo (poppler-utils) is not installed here")
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        done = subprocess.run([program, "-struct-text", file.name], capture_output=True, check=True)
    return done.stdout.decode().replace('"\n    "', "")  # two stretches of one element stand below each other
