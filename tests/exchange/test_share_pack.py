"""A pack says what it said when it was fixed, to the byte; anything that is written otherwise is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import packs
from tests.strategies import often
from workshop_app.domain.texts import tidy_lines
from workshop_app.exchange import pack_file, share_pack
from workshop_app.exchange.unreadable import UnreadableError

texts = st.text(st.characters(codec="utf-8"), max_size=60).map(tidy_lines)


@often
@given(texts, texts, texts, st.integers(0, 40), st.integers(0, 40))
def test_any_pack_comes_back_as_it_left(title: str, question: str, said: str, approved: int, more: int) -> None:
    made = packs.pack(
        plans=[packs.plan(title, number=2)], prompts=[packs.prompt(text=said)], title=title, question=question
    )
    text = share_pack.write(made)
    data = pack_file.write(text, approved, approved + more)
    found = pack_file.read(data)
    assert found.pack == made
    assert found.hash == share_pack.content_hash(text)
    assert (found.approved, found.of) == (approved, approved + more)
    assert data == pack_file.write(text, approved, approved + more)  # no clock in it


odd = st.sampled_from(
    ["\n", " ", "\t", "\x85", "\u2028", "\u202e", "\ud800", "e\u0301", "\u00a0", "\x1c", "a", "\u3000"]
)


@often
@given(st.lists(odd | st.characters(), max_size=8).map("".join))
def test_a_text_is_tidy_where_tidying_changes_nothing(text: str) -> None:
    assert share_pack.is_tidy(text) == (text == tidy_lines(text))
    assert share_pack.is_tidy(tidy_lines(text))


def changed(**parts: object) -> bytes:
    content = json.loads(share_pack.write(packs.pack()))
    content.update(parts)
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@pytest.mark.parametrize(
    "data",
    [
        changed(title=7),
        changed(title=None),
        changed(title="t" * 241),
        changed(title="a\u202eb"),
        changed(title="a\x07b"),
        changed(title=" a"),
        changed(title="e\u0301"),
        changed(format="workshop-pack-2"),
        changed(script="alert(1)"),
        changed(plans="none"),
        changed(plans=[{}]),
        changed(practice="yes"),
        changed(answers="../../etc"),
        changed(pack="C:\\x y"),
        changed(prompts=[1] * 5),
        changed().replace(b'"title"', b'"title":"","title"'),
        changed().replace(b"{", b"{ ", 1),
        changed(title="X").replace(b'"X"', b'"\\ud800"'),
        changed(title="X").replace(b'"X"', b'"\\u0041"'),
        changed() + b" ",
        changed()[:-1],
        b"{}",
        b"[]",
        b"null",
        b'"' + b"a" * 100 + b'"',
        b"[" * 500_000,
        b'{"x":' * 100_000,
        changed(title="X").replace(b'"X"', b"[" * 300_000 + b"]" * 300_000),
        changed(title="X").replace(b'"X"', b"9" * 300_000),
        b"\xff\xfe",
        b"",
    ],
)
def test_what_is_not_as_we_write_it_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="This pack is damaged, was changed, or comes from a newer version"):
        share_pack.read(data)


def test_the_same_way_of_changing_nothing_is_read() -> None:
    assert share_pack.read(changed()) == packs.pack()


def test_a_pack_that_is_too_large_is_not_written() -> None:
    many = [packs.plan("t", number=n) for n in range(12)]
    with pytest.raises(UnreadableError, match="Choose fewer"):
        share_pack.write(packs.pack(plans=[*many, packs.plan()]))  # it could not be read again
    big = [packs.prompt(id=f"p-{n}", follow_ups=("x" * 4000,) * 40) for n in range(60)]
    with pytest.raises(UnreadableError, match="Choose fewer"):
        share_pack.write(packs.pack(plans=many, prompts=big))
