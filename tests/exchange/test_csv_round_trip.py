"""Whatever texts there are, they come back from a file as they went into it."""

import csv
import io
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop_app.exchange.csv_in import Layout, UnreadableError, guess, preview, read
from workshop_app.exchange.csv_out import without_guard, write
from workshop_app.exchange.tidy import TEXT_LIMIT, clean, fold

calm = settings(deadline=None, max_examples=60)
anything = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufffd"), max_size=40)
awkward = st.text(st.sampled_from(list("ab,;\t\n\r\"'=+-@ |é’”\\")), max_size=12)
words = st.sampled_from(["more", "Trips,", "lunch", "é", "fête", "it’s", '24"', "please;", "(warm)", "10", "Why?", "-"])
texts_of = {
    "utf-8": anything,
    "utf-8-sig": anything | awkward,
    "utf-16": anything | awkward,
    "utf-16-le": anything,
    "utf-16-be": anything,
    "cp1252": st.text(st.characters(codec="cp1252", exclude_characters="\x00"), max_size=40),
}


def firsts(texts: list[str]) -> list[str]:
    """What should come in: cleaned, no blanks, no repetition."""
    found: dict[str, str] = {}
    for text in filter(None, map(clean, texts)):
        found.setdefault(fold(text), text)
    return list(found.values())


def wish(parts: list[str]) -> str:
    return f"We want {' '.join(parts)} for us"


def ideas(data: bytes, layout: Layout) -> list[str]:
    arrived = read(data, layout)
    assert arrived.damaged == ()
    return [idea.text for idea in arrived.ideas]


@settings(calm, max_examples=150)
@given(st.sampled_from(list(texts_of)), st.sampled_from([",", ";", "\t", "|"]), st.data())
def test_each_encoding_and_delimiter(codec, delimiter, data):
    texts = data.draw(st.lists(texts_of[codec], max_size=6))
    out = io.StringIO(newline="")
    writer = csv.writer(
        out, delimiter=delimiter, quoting=data.draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    )
    writer.writerow(["id", "idea", "votes"])
    writer.writerows([number, text, 3] for number, text in enumerate(texts, start=1))
    encoding = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(codec, codec)
    found = ideas(out.getvalue().encode(codec), Layout(encoding, delimiter, has_header=True, column=1))
    assert found == firsts([without_guard(text) for text in texts])


@calm
@given(st.lists(st.tuples(anything | awkward, st.integers()), max_size=8))
def test_what_is_written_is_read_again(rows):
    data = write(["idea", "votes"], rows)
    assert ideas(data, Layout("utf-8", ",", has_header=True, column=0)) == firsts([text for text, _ in rows])


@calm
@given(
    st.lists(
        st.lists(words, min_size=3, max_size=9).map(wish),
        min_size=3,
        max_size=12,
    ),
    st.sampled_from(["utf-8-sig", "utf-16", "cp1252"]),
)
def test_a_table_of_sentences_needs_no_help(sentences, codec):
    data = write(["date", "idea", "backing"], [["2024-05-01 10:30", text, 4] for text in sentences])
    assert ideas(data, guess(data)) == firsts(sentences)
    recoded = data.decode("utf-8-sig").encode(codec)
    layout = guess(recoded)
    assert (layout.delimiter, layout.has_header, layout.column) == (",", True, 1)
    assert ideas(recoded, layout) == firsts(sentences)


@calm
@given(st.lists(st.lists(words, min_size=2, max_size=9).map(wish), min_size=1, max_size=12))
def test_a_plain_list_loses_no_idea(sentences):
    data = "\n".join(sentences).encode()
    layout = guess(data)
    assert not layout.has_header
    if layout.delimiter == "":  # a comma in every line may well be a delimiter; that is for a person to see
        assert ideas(data, layout) == firsts(sentences)


@calm
@given(st.text())
def test_clean_text_is_safe_and_stays_as_it_is(text):
    line = clean(text)
    assert clean(line) == line
    assert unicodedata.is_normalized("NFC", line)
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in line)
    assert fold(line) == fold(text)


def test_lone_surrogates_and_hidden_signs_do_not_survive():
    assert clean("a\ud83d b\x00\x1b\u202e\ufeff c\u2028d\te") == "a b cd e".replace("cd", "c d")
    assert clean("👩‍🏫 🏴󠁧󠁢󠁷󠁬󠁳󠁿") == "👩‍🏫 🏴󠁧󠁢󠁷󠁬󠁳󠁿"
    assert clean("Z" + "\u0301" * 500 + "oë") == "Ź" + "\u0301" * 5 + "oë"


@pytest.mark.parametrize("data", [st.binary(max_size=300), awkward.map(str.encode)])
@given(st.data())
@calm
def test_no_bytes_at_all_bring_it_down(data, draw):
    raw = draw.draw(data)
    try:
        layout = guess(raw)
    except UnreadableError as error:
        assert str(error).endswith(".")
        return
    shown = preview(raw, layout)
    arrived = read(raw, layout)
    assert all(len(row) == len(shown.columns) for row in shown.rows)
    assert all(idea.text == clean(idea.text) and 0 < len(idea.text) <= TEXT_LIMIT for idea in arrived.ideas)
