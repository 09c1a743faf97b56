"""What a person wrote stays as it is, less what no screen and no file can hold."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.strategies import often
from workshop_app.domain.errors import DomainError
from workshop_app.domain.texts import LONG, SHORT, optional, tidy, tidy_lines, wanted

# Every code point, lone surrogates and control characters too, and pieces that compose with each other.
anything = st.text(
    st.characters() | st.sampled_from("e\u0301\u0300a\u030a\x00\x7f\x85\r\n\t\u2028\ud800\udfff\uac00\u11a8")
)
tidied = pytest.mark.parametrize("clean", [tidy, tidy_lines])


@tidied
@often
@given(text=anything)
@example(text="e\x00\u0301")
@example(text="\u1100\ud800\u1161")
def test_what_is_left_can_be_stored_and_compared(clean, text):
    left = clean(text)
    assert unicodedata.is_normalized("NFC", left)
    assert not [character for character in left.replace("\n", "") if unicodedata.category(character) in ("Cc", "Cs")]
    assert left.encode().decode() == left
    assert left == left.strip()
    assert clean(left) == left


@often
@given(anything)
def test_one_line_has_no_line_ends_and_single_spaces(text):
    line = tidy(text)
    assert len(line.splitlines()) <= 1
    assert line.split() == line.split(" ") or line == ""


@often
@given(anything)
def test_lines_stay_and_are_the_same_words(text):
    assert tidy(tidy_lines(text)) == tidy(text)


@often
@given(st.lists(st.text("abcé ", min_size=1).map(str.strip).filter(bool), min_size=1))
def test_the_writers_line_breaks_stay(lines):
    wrote = [" ".join(line.split()) for line in lines]
    assert tidy_lines("\n".join(lines)).split("\n") == wrote
    assert tidy_lines("\r\n".join(lines)).split("\n") == wrote


@often
@given(st.text(st.characters(categories=["L", "N", "P", "S"])).map(lambda text: unicodedata.normalize("NFC", text)))
def test_plain_writing_is_kept_letter_by_letter(text):
    assert tidy(text) == text
    assert tidy_lines(text) == text


def test_names_of_our_schools_and_faces_of_several_parts_survive():
    for text in ("Siân", "Łukasz", "Nguyễn", "✓", "👩🏽\u200d🏫", "עברית", "<b>bold</b>", "{name}"):
        assert tidy(text) == text


def test_marks_that_were_typed_apart_are_put_together():
    assert tidy("Sia\u0302n") == "Siân"


@pytest.mark.parametrize("limit", [SHORT, LONG])
def test_a_text_may_be_exactly_as_long_as_the_limit(limit):
    assert wanted("x" * limit, "It", limit) == "x" * limit
    assert optional("x" * limit, "It", limit) == "x" * limit
    for take in (wanted, optional):
        with pytest.raises(DomainError, match=rf"^It can have {limit} characters at most\.$"):
            take("x" * (limit + 1), "It", limit)


def test_the_limit_counts_what_is_kept():
    assert wanted("  x" + "\x00" * 200 + " " * 200, "It", SHORT) == "x"
    assert len(wanted("e\u0301" * SHORT, "It", SHORT)) == SHORT


@pytest.mark.parametrize("nothing", ["", " ", "\t\r\n", "\x00", "\ud800", "\u2028", "\u3000"])
def test_nothing_is_refused_where_something_is_wanted(nothing):
    with pytest.raises(DomainError, match=r"^It is still empty\.$"):
        wanted(nothing, "It")
    assert optional(nothing, "It") == ""


@pytest.mark.parametrize("nothing", ["\u200b\u200b", "\u2060", "\u202e", " \u200d "])
def test_what_nobody_can_see_is_empty(nothing: str):
    with pytest.raises(DomainError, match="empty"):
        wanted(nothing, "The idea")


def test_no_letter_is_turned_round_and_joined_ones_stay_joined():
    assert wanted("\u202eabc", "The idea") == "abc"
    assert wanted("👩\u200d🏫", "The idea") == "👩\u200d🏫"
