"""Teachers' own packs: what they may leave out, what they are told, and that nothing built in is ever overwritten."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import often
from workshop_app.domain.errors import DomainError
from workshop_app.facilitation import hiding, pack_editing, prompts
from workshop_app.facilitation.bank import Aspect, Bank, Prompt
from workshop_app.facilitation.pack_errors import PromptPackError
from workshop_app.facilitation.pack_in import LONGEST_TEXT, load, read
from workshop_app.facilitation.packs import Pack, PackIsHereError, apart, merged

bank = cache(prompts.load)
OWN = """[pack]
id = "garden"
name = "Our garden"

[[aspect]]
id = "garden-soil"
family = "world"
name = "The school garden"
short = "Garden"
frameworks.lundy = ["voice"]

[[aspect.prompt]]
text = "What grows here?"

[[prompt]]
aspect = "teaching"
id = "garden-lessons-outside"
kind = "dig"
text = "Which lessons belong outside?"
plain = "What can we learn outside?"
follow_ups = ["And in winter?"]
note = "Ask for one."
minutes = 7

[[prompt]]
aspect = "teaching"
text = "What grows here?"
"""


def own(text: str = OWN, beside: tuple[Pack, ...] = ()) -> Pack:
    return read(text, "garden.toml", bank(), beside)


def fault(text: str, beside: tuple[Pack, ...] = ()) -> PromptPackError:
    with pytest.raises(PromptPackError) as caught:
        own(text, beside)
    return caught.value


def ids(found: Bank) -> list[str]:
    return [prompt.id for aspect in found.aspects for prompt in aspect.prompts]


def prompt(prompt_id: str, aspect_id: str = "teaching", text: str = "What else?") -> Prompt:
    return Prompt(prompt_id, aspect_id, "opener", text, text, (), "", 5)


def test_a_prompt_needs_its_text_and_no_more() -> None:
    pack = own()
    assert (pack.id, pack.name) == ("garden", "Our garden")
    [soil] = pack.aspects
    assert (soil.family, soil.frameworks, soil.familiar) == ("world", {"lundy": ("voice",)}, False)
    [grows] = soil.prompts
    assert grows == prompt("garden-what-grows-here", "garden-soil", "What grows here?")
    outside, again = pack.prompts
    assert (outside.kind, outside.plain, outside.minutes) == ("dig", "What can we learn outside?", 7)
    assert again.id == "garden-what-grows-here-2"


def test_a_pack_may_be_empty() -> None:
    assert own('[pack]\nid = "a"\nname = "A"\n') == Pack("a", "A")


@pytest.mark.parametrize(
    "mistake",
    [
        ('[pack]\nid = "garden"\nname = "Our garden"\n', "", 1, "“pack” is missing.", "Add it"),
        ('name = "Our garden"', "", 1, "“name” is missing.", "Add it"),
        ('family = "world"', 'family = "word"', 7, "The value of “family”", "Did you mean “world”?"),
        ('family = "world"\n', "", 5, "“family” is missing.", "Add it"),
        ('["voice"]', '["voise"]', 10, "“voise” is not part of lundy", "Did you mean “voice”?"),
        ('aspect = "teaching"\nid', 'aspect = "teeching"\nid', 16, "no aspect “teeching”", "Did you mean “teaching”?"),
        ('aspect = "teaching"\nid', 'aspect = "garden-soil"\nid', 16, "an aspect of this pack", "[[aspect.prompt]]"),
        ('aspect = "teaching"\nid', "id", 15, "“aspect” is missing.", "Add it"),
        ('kind = "dig"', 'kind = "digs"', 18, "The value of “kind”", "Did you mean “dig”?"),
        ("minutes = 7", "minutes = 700", 23, "The value of “minutes”", "from 1 to 60"),
        ('plain = "What can we learn outside?"', 'plian = "x"', 20, "“plian” is not known", "Did you mean “plain”?"),
        ('"Which lessons belong outside?"', f'"{"x" * (LONGEST_TEXT + 1)}"', 19, "The value of “text”", "at most 300"),
        ('id = "garden-soil"', 'id = "teaching"', 6, "“teaching” is a built-in one", "Give it another id."),
        ('"garden-lessons-outside"', '"teaching-being-stuck"', 17, "is a built-in one", "Give it another id."),
        ('"garden-lessons-outside"', '"garden-what-grows-here"', 17, "also in line 12", "Give one of the two"),
        ("[[aspect.prompt]]", "[aspect.prompt]", 12, "“prompt”", "[[aspect.prompt]]"),
        ("[[prompt]]", "[[prompts]]", 15, "“prompts” is not known", "Did you mean “prompt”?"),
        ('"Ask for one."', '"Ask for one.', 22, "This is not TOML", "missing quotation mark"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_file_line_and_remedy(mistake: tuple[str, str, int, str, str]) -> None:
    old, new, line, problem, remedy = mistake
    assert old in OWN
    error = fault(OWN.replace(old, new))
    assert error.line == line
    assert problem in error.problem
    assert remedy in error.remedy
    assert not isinstance(error, PackIsHereError)
    assert str(error).startswith(f"garden.toml, line {line}: ")


def test_a_pack_that_is_there_already_is_told_and_can_be_kept_apart() -> None:
    first = own()
    error = fault(OWN, (first,))
    assert isinstance(error, PackIsHereError)
    assert "in use by the pack “Our garden”" in str(error)
    assert error.pack == first
    second = apart(error.pack, bank(), (first,))
    third = apart(error.pack, bank(), (first, second))
    assert [(one.id, one.name) for one in (second, third)] == [
        ("garden-2", "Our garden (2)"),
        ("garden-3", "Our garden (3)"),
    ]
    found = merged(bank(), (first, second, third))
    assert len(set(ids(found))) == len(ids(found)) == len(ids(bank())) + 9
    assert [aspect.id for aspect in found.aspects if "garden" in aspect.id] == [
        "garden-soil",
        "garden-soil-2",
        "garden-soil-3",
    ]


def test_another_pack_with_the_same_prompts_is_told_too() -> None:
    error = fault(OWN.replace('"garden"', '"yard"').replace('"garden-soil"', '"yard-soil"'), (own(),))
    assert isinstance(error, PackIsHereError)
    assert error.line == 17
    renewed = apart(error.pack, bank(), (own(),))
    assert (renewed.id, renewed.name) == ("yard", "Our garden (2)")


def test_own_aspects_come_after_the_built_in_ones_of_their_family() -> None:
    found = merged(bank(), (own(),))
    for family in bank().families:
        before = [aspect.id for aspect in bank().in_family(family.id)]
        after = [aspect.id for aspect in found.in_family(family.id)]
        assert after == before + (["garden-soil"] if family.id == "world" else [])
    assert [one.id for one in found.aspect("teaching").prompts[-2:]] == [
        "garden-lessons-outside",
        "garden-what-grows-here-2",
    ]
    assert [family.id for family in found.families] == [family.id for family in bank().families]


hostile_ids = st.sampled_from([*ids(bank())[:8], "teaching", "own-a", "own-b", "own-c"])


@st.composite
def any_pack(draw: st.DrawFn) -> Pack:
    """A pack that nobody checked: its ids may be anybody's."""
    at = st.sampled_from(["teaching", "homework", "own-a", "gone"])
    made = st.builds(prompt, hostile_ids, at, st.just("Overwritten?"))
    aspects = st.builds(
        lambda one, own: Aspect(one, "world", "Mine", "Mine", "own", False, {}, tuple(own)),
        hostile_ids,
        st.lists(made, max_size=2),
    )
    return Pack("own", "Own", tuple(draw(st.lists(aspects, max_size=2))), tuple(draw(st.lists(made, max_size=4))))


@often
@given(st.lists(any_pack(), max_size=3), st.sets(hostile_ids))
def test_nothing_built_in_is_ever_overwritten(packs: list[Pack], hidden: set[str]) -> None:
    whole, shown = merged(bank(), packs), merged(bank(), packs, hidden)
    for aspect in bank().aspects:
        found = whole.aspect(aspect.id)
        assert found.prompts[: len(aspect.prompts)] == aspect.prompts
        assert replace(found, prompts=()) == replace(aspect, prompts=())
    assert len(set(ids(whole))) == len(ids(whole))
    assert all(aspect.prompts for aspect in shown.aspects)
    assert {aspect.id for aspect in shown.aspects} == {aspect.id for aspect in whole.aspects}


def test_what_is_hidden_is_left_out_but_never_a_whole_aspect() -> None:
    first, *others, last = [one.id for one in bank().aspect("teaching").prompts]
    hidden: frozenset[str] = frozenset()
    for prompt_id in (first, *others):
        hidden = hiding.hide(bank(), hidden, prompt_id)
    assert [one.id for one in merged(bank(), (), hidden).aspect("teaching").prompts] == [last]
    with pytest.raises(DomainError, match="To keep a whole aspect out, say on the map who decided it and why"):
        hiding.hide(bank(), hidden, last)
    assert [one.id for one in merged(bank(), (), {*hidden, last}).aspect("teaching").prompts] == [first]
    whole = merged(bank(), (own(),))
    assert last in hiding.hide(whole, hidden, last)  # the pack's own are left


def test_what_is_hidden_is_kept_and_read_again() -> None:
    assert hiding.read(hiding.write({"b", "a"}), "hidden.toml") == {"a", "b"}
    assert hiding.read(hiding.write(()), "hidden.toml") == set()
    for text in ("hidden = 3", "hiden = []", "hidden = ["):
        with pytest.raises(PromptPackError, match=r"hidden\.toml, line 1"):
            hiding.read(text, "hidden.toml")


def test_a_broken_pack_is_left_out_and_told_and_the_others_are_there() -> None:
    texts = {"a": OWN, "broken": OWN.replace('"dig"', '"digs"'), "twin": OWN, "z": '[pack]\nid = "z"\nname = "Z"'}
    loaded = load(texts, bank())
    assert list(loaded.packs) == ["a", "z"]
    assert [(one.file.name, one.line) for one in loaded.problems] == [("broken.toml", 18), ("twin.toml", 2)]


def test_a_pack_may_add_to_an_aspect_of_another_whatever_their_files_are_called() -> None:
    adds = '[pack]\nid = "adds"\nname = "Adds"\n[[prompt]]\naspect = "garden-soil"\ntext = "Who digs?"\n'
    loaded = load({"a-adds": adds, "garden": OWN}, bank())
    assert (list(loaded.packs), loaded.problems) == (["a-adds", "garden"], ())
    found = merged(bank(), loaded.packs.values())
    assert [one.id for one in found.aspect("garden-soil").prompts] == ["adds-who-digs", "garden-what-grows-here"]
    alone = load({"a-adds": adds}, bank())
    assert str(alone.problems[0]).startswith("a-adds.toml, line 5: There is no aspect “garden-soil”.")


def test_a_prompt_is_added_changed_moved_and_removed() -> None:
    pack = own()
    more = pack_editing.with_prompt(pack, prompt("new"))
    assert more.prompts == (*pack.prompts, prompt("new"))
    other = prompt("new", text="Other words?")
    changed = pack_editing.with_prompt(pack_editing.with_prompt(more, prompt("last")), other)
    assert changed.prompts == (*pack.prompts, other, prompt("last"))
    moved = pack_editing.with_prompt(more, prompt("new", "garden-soil"))
    assert moved.prompts == pack.prompts
    assert moved.aspects[0].prompts == (*pack.aspects[0].prompts, prompt("new", "garden-soil"))
    assert pack_editing.with_prompt(moved, prompt("new")) == more
    assert pack_editing.without_prompt(more, "new") == pack


def test_an_own_aspect_comes_with_its_first_prompt_and_goes_with_its_last() -> None:
    pack = own()
    first = prompt("garden-lessons-outside", "bees")
    bees = Aspect("bees", "world", "Bees", "Bees", "own", False, {}, (first,))
    with_bees = pack_editing.with_aspect(pack, bees)
    assert [aspect.id for aspect in with_bees.aspects] == ["garden-soil", "bees"]
    assert [one.id for one in with_bees.prompts] == ["garden-what-grows-here-2"]
    assert [aspect.id for aspect in pack_editing.without_prompt(with_bees, first.id).aspects] == ["garden-soil"]
    home = pack_editing.with_prompt(with_bees, replace(first, aspect_id="teaching"))
    assert [aspect.id for aspect in home.aspects] == ["garden-soil"]
