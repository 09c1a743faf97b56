"""Nothing that a person can write is clipped, becomes markup or stops the paper."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.reading import joined, pages, spoken_errors, text, words_outside
from tests.documents.samples import ORDINARY, WAVE, students
from workshop_app.documents.fonts import UNKNOWN, printable
from workshop_app.documents.paper import (
    Begins,
    PaperAction,
    PaperAnswer,
    PaperIdea,
    PaperLimit,
    PaperObjection,
    PaperPerson,
    PaperSignature,
)
from workshop_app.documents.plan import build

AROUND = 6  # an idea, its translation and its answer, an objection and how it was met, a limit
FIELDS = ("change", "how_we_know", "why", "students_know", "staff_know", "objection", "help_we_have", "first_step")
MARKUP = "<b>hello <img src='/etc/hostname'/> & <a href=\"x\">&amp; ]]> <para> </para> <br/> %s {name}"


def everywhere(words: str, name: str):
    """A paper with the same words in every place that a person writes in."""
    who = students(name)
    fields = dict.fromkeys(FIELDS, words)
    actions = tuple(PaperAction(words, begins, who, date(2026, 12, 1), name) for begins in Begins)
    signatures = (
        PaperSignature(who[0], WAVE),
        PaperSignature(PaperPerson(name, "staff"), (), name),
    )
    ideas = (PaperIdea(words, "student", translation=words, answer=PaperAnswer("passed-on", words, name, name)),)
    paper = replace(ORDINARY, school=name, title=name, actions=actions, signatures=signatures, ideas=ideas, absent=who)
    objections = (PaperObjection(words, "family", words),)
    limits = (PaperLimit(name, "kept-out", name, words),)
    return replace(paper, to_sign=who, objections=objections, not_open=limits, **fields)


def test_markup_is_printed_as_it_was_typed():
    pdf = build(everywhere(MARKUP, "<i>N</i> & <b>"))
    words = text(pdf)
    assert words.count("%s {name}") == len(FIELDS) + len(Begins) + AROUND
    assert words.count("<b>hello") == len(FIELDS) + len(Begins) + AROUND
    assert words.count("&amp; ]]>") == len(FIELDS) + len(Begins) + AROUND
    assert "<i>N</i> & <b> (student)" in words
    assert words_outside(pdf) == []


@pytest.mark.parametrize("length", [300, 2000])
def test_a_word_without_end_is_broken_and_stays_on_the_page(length):
    pdf = build(everywhere("Ŵ" * length, "M" * 80))
    assert words_outside(pdf) == []
    brief = 240  # page one shows that much of the change, and all of it comes later
    assert joined(pdf).count("Ŵ") == length * (len(FIELDS) + len(Begins) + AROUND) + brief


def test_long_fields_are_there_to_the_last_word():
    ending = "and that is the end."
    words = ("We talk about it in every lesson. " * 60)[: 2000 - len(ending)] + ending
    pdf = build(everywhere(words, "Siân"))
    assert words_outside(pdf) == []
    assert text(pdf).count("is the end.") == len(FIELDS) + len(Begins) + AROUND


def test_many_lines_stay_many_lines():
    pdf = build(replace(ORDINARY, objection="x\n" * 900 + "last line"))
    assert "last line" in text(pdf)
    assert words_outside(pdf) == []


def test_sixty_actions_and_forty_signatures():
    names = [f"Student {number}" for number in range(38)]
    actions = tuple(
        PaperAction(f"Thing {number} that we do", Begins.NOW, students(*names[: number % 9 + 1]), date(2027, 1, 5))
        for number in range(60)
    )
    signatures = tuple(PaperSignature(who, WAVE) for who in (*students(*names), *[PaperPerson("Ms O.", "staff")] * 2))
    pdf = build(replace(ORDINARY, actions=actions, signatures=signatures))
    sheets = pages(pdf)
    words = " ".join(sheets)
    assert "✓ Agreed and signed by 38 students and 2 staff." in words
    assert all(f"Thing {number} that we do" in words for number in range(60))
    assert all(f"{name} student" in words for name in names)
    with_actions = [sheet for sheet in sheets if "that we do" in sheet]
    assert len(with_actions) > 2
    assert all("Action Who By" in sheet for sheet in with_actions)
    assert words_outside(pdf) == []


def test_an_action_with_more_people_than_a_page_holds():
    crowd = students(*(f"{number} {'x' * 70}" for number in range(60)))
    pdf = build(replace(ORDINARY, actions=(PaperAction("All of us", Begins.WITH_ADULT, crowd, date(2027, 1, 5)),)))
    assert joined(pdf).count("x" * 20) >= 60
    assert words_outside(pdf) == []


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Siân Łukasz Nguyễn Жанна ✓ → “…”", "Siân Łukasz Nguyễn Жанна ✓ → “…”"),
        (
            "\U0001f44d\U0001f3fd \U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f",
            "\U0001f44d \U0001f468\U0001f469\U0001f467 \u2764",
        ),
        ("مرحبا 你好", f"مرحبا {UNKNOWN * 2}"),
        ("می\u200cخواهم ـ٣", "می\u200cخواهم ـ٣"),
        ("\U0001f1ec\U0001f1e7 1\ufe0f\u20e3", "\U0001f1ec\U0001f1e7 1"),
        ("\U0001d407i\u3000\u202eyou\u202c\u00ad", "Hi you"),
        ("a\nb", "a\nb"),
        ("\x00\ud800", UNKNOWN),
    ],
)
def test_characters_that_the_typeface_lacks_are_neutral_boxes(written, printed):
    assert printable(written) == printed


def test_a_paper_that_lacks_characters_says_so():
    note = "stands for a character that this paper can't show."
    assert note in text(build(replace(ORDINARY, why="\u4f60")))
    assert note not in text(build(ORDINARY))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (MARKUP, "<i>N</i> & <b>"),
        ("\u200b", "\u202e\u200b"),  # nothing that is seen, as a name and as a title
        ("\x00\ud800", "\ud800\x00"),
        ("مرحبا (abc) 12 – " * 30, "محمد 3"),
        ("ش" * 300, "ا\u200d\xad)3\U0001f468>Ŵ3<(\U0001f1ec2ا\u202e)\ud800س\ufeff"),
    ],
)
def test_whatever_is_written_it_can_be_read_aloud(words, name):
    assert spoken_errors(build(everywhere(words, name))) == []


@pytest.mark.parametrize("lines", range(40, 64, 2))
def test_a_row_a_little_higher_than_a_page_goes_on_over_two(lines):
    action = PaperAction("Do it. \n" * lines + "last line", Begins.NOW, students("A"), None)
    assert "last line" in text(build(replace(ORDINARY, actions=(action,))))


@settings(max_examples=25, deadline=None)
@given(words=st.text(min_size=1, max_size=400), name=st.text(min_size=1, max_size=80))
def test_whatever_is_written_a_paper_comes_of_it(words, name):
    assert words_outside(build(everywhere(words, name))) == []
