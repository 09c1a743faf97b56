"""What the built-in bank asks: complete, short, open, kind, and answering to every framework."""

import re
import time
import tomllib
from collections import Counter
from collections.abc import Callable
from itertools import chain

import pytest

from tests.facilitation.reading_age import sentences, words
from workshop_app.assets import find
from workshop_app.facilitation import prompts
from workshop_app.facilitation.familiar import Ground, vocabulary
from workshop_app.facilitation.prompts import Aspect, Prompt

BANK = prompts.load()
PROMPTS = [prompt for aspect in BANK.aspects for prompt in aspect.prompts]

# The aspects that the product promises, in the words of its plan.
PROMISED = {
    "teaching", "curriculum", "assessment", "homework", "behaviour", "attendance", "staff-relationships",
    "friendships", "inclusion", "mental-health", "decisions", "money", "staffing", "families", "community",
    "transitions", "careers", "digital", "school-day", "spaces", "food", "uniform", "safety",
}  # fmt: skip

NAMES_A_PERSON = re.compile(
    r"\b(who (is|was|are|were|told|did|made)|whose fault|who .*\b(best|worst)"
    r"|(which|what|name an?|name the|name one|favourite|best|worst|nicest)"
    r" (teacher|adult|student|pupil|person|friend|member of staff|classmate))\b",
    re.IGNORECASE,
)
LEADS = re.compile(
    r"\b((do|did|is|are|was|would|should|could|ca)n[’']t (you|it|they|we|there)|surely|obviously|of course|"
    r"everyone knows|agree that|wrong with|too much|boring|awful|terrible|hate|pointless|rubbish|stupid|useless)\b",
    re.IGNORECASE,
)

OPINES = re.compile(r"\b(often|always|never|usually|says a lot|wish)\b", re.IGNORECASE)


def spoken(prompt: Prompt) -> list[str]:
    """Everything of a prompt that students hear or read."""
    return [prompt.text, prompt.plain, *prompt.follow_ups]


def written(aspect: Aspect) -> list[str]:
    """Every text of an aspect that a person reads."""
    return [
        aspect.name,
        aspect.short,
        *chain.from_iterable((*spoken(prompt), prompt.note) for prompt in aspect.prompts),
    ]


def test_five_families_hold_every_promised_aspect() -> None:
    assert [family.id for family in BANK.families] == ["learning", "people", "voice", "wellbeing", "world"]
    assert {aspect.id for aspect in BANK.aspects} >= PROMISED
    assert all(len(BANK.in_family(family.id)) >= 4 for family in BANK.families)


@pytest.mark.parametrize("aspect", BANK.aspects, ids=lambda aspect: aspect.id)
def test_an_aspect_opens_digs_turns_the_tables_and_asks_for_everyone(aspect: Aspect) -> None:
    assert [prompt.kind for prompt in aspect.prompts] == ["opener", "dig", "dig", "tables", "ours", "others"]
    assert all(prompt.id.startswith(f"{aspect.id}-") and prompt.aspect_id == aspect.id for prompt in aspect.prompts)
    assert len(aspect.name) <= 40
    assert aspect.name[0].isupper() and aspect.name[1:] == aspect.name[1:].lower()


def test_ids_labels_symbols_and_sentences_are_each_used_once() -> None:
    lists = [
        [prompt.id for prompt in PROMPTS],
        [aspect.id for aspect in BANK.aspects],
        [aspect.short for aspect in BANK.aspects],
        [aspect.symbol for aspect in BANK.aspects],
        [prompt.note for prompt in PROMPTS],
        [text for prompt in PROMPTS for text in spoken(prompt)],
    ]
    for texts in lists:
        assert [text for text, times in Counter(texts).items() if times > 1] == []


def test_prompts_do_not_all_start_alike() -> None:
    openings = Counter(" ".join(words(prompt.text)[:3]).lower() for prompt in PROMPTS)
    assert max(openings.values()) <= 4
    by_kind = Counter((prompt.kind, " ".join(words(prompt.text)[:2]).lower()) for prompt in PROMPTS)
    assert max(by_kind.values()) <= 5


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.id)
def test_a_prompt_is_short_and_comes_with_all_it_needs(prompt: Prompt) -> None:
    assert 5 <= len(words(prompt.text)) <= 18
    assert len(words(prompt.plain)) <= 18
    assert prompt.text.endswith("?") and prompt.plain.endswith(("?", "."))
    assert prompt.text != prompt.plain
    assert len(prompt.follow_ups) == 2
    assert all(len(words(follow_up)) <= 14 for follow_up in prompt.follow_ups)
    assert 1 <= len(sentences(prompt.note)) <= 4 and len(words(prompt.note)) <= 42
    assert 3 <= prompt.minutes <= 8


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.id)
def test_a_prompt_neither_leads_nor_asks_for_a_name(prompt: Prompt) -> None:
    for text in spoken(prompt):
        assert not LEADS.search(text)
        assert not NAMES_A_PERSON.search(text)


@pytest.mark.parametrize("ground", vocabulary().grounds, ids=lambda ground: ground.id)
def test_what_goes_underneath_familiar_ground_asks_and_neither_leads_nor_asks_for_a_name(ground: Ground) -> None:
    for text in (ground.underneath, ground.plain):
        assert text.endswith("?")
        assert len(words(text)) <= 18
        assert not LEADS.search(text)
        assert not NAMES_A_PERSON.search(text)
    # What comes first says what was heard, and not what it is “often” about: that would lead.
    said = sentences(ground.underneath)[0]
    assert re.fullmatch(r"You (said|noticed) (the )?\w+", said.strip())
    assert not OPINES.search(ground.underneath)


@pytest.mark.parametrize(
    "text", ["Which teacher helps you?", "Who is the worst at it?", "Name a person you trust.", "Who told you?"]
)
def test_the_rule_against_names_would_notice(text: str) -> None:
    assert NAMES_A_PERSON.search(text)


@pytest.mark.parametrize("text", ["Don’t you think lunch is slow?", "What is wrong with homework?", "Isn't it late?"])
def test_the_rule_against_leading_would_notice(text: str) -> None:
    assert LEADS.search(text)


def test_typing_is_calm_and_british() -> None:
    texts = list(chain.from_iterable(written(aspect) for aspect in BANK.aspects))
    unwanted = re.compile(r"[!—–'\"_*<>]|  |\b(behavior|color|favorite|center|program|math|grade|principal)s?\b", re.I)
    assert [text for text in texts if unwanted.search(text)] == []


@pytest.mark.parametrize("aspect_id", ["friendships", "mental-health", "families", "safety", "staff-relationships"])
def test_where_a_disclosure_is_likely_a_note_says_what_to_do(aspect_id: str) -> None:
    assert any("safeguarding card" in prompt.note for prompt in BANK.aspect(aspect_id).prompts)


def test_the_familiar_ground_is_marked_and_small() -> None:
    assert {aspect.id for aspect in BANK.aspects if aspect.familiar} == {"food", "uniform", "spaces"}


def test_every_framework_element_has_prompts() -> None:
    assert {framework.id: len(framework.elements) for framework in BANK.frameworks} == {
        "hgioos": 9,
        "inspection": 6,
        "lundy": 4,
    }
    for framework in BANK.frameworks:
        reached = Counter(element for aspect in BANK.aspects for element in aspect.frameworks.get(framework.id, ()))
        assert [element for element in framework.elements if reached[element] < 2] == []


def test_every_aspect_answers_to_both_school_frameworks() -> None:
    assert all(aspect.frameworks["hgioos"] and aspect.frameworks["inspection"] for aspect in BANK.aspects)


def test_the_bank_finds_by_id() -> None:
    food = BANK.aspect("food")
    assert BANK.prompt(food.prompts[0].id) is food.prompts[0]
    assert food in BANK.in_family("wellbeing")
    assert BANK.in_family("no-such-family") == ()
    with pytest.raises(KeyError):
        BANK.aspect("no-such-aspect")
    with pytest.raises(KeyError):
        BANK.prompt("no-such-prompt")


def test_checking_costs_less_than_parsing() -> None:
    """Parsing took 11 ms and checking 2 ms on the slowest machine so far; a ratio holds on a busy one too."""
    texts = [file.read_text(encoding="utf-8") for file in find("prompts").glob("*.toml")]

    def best(work: Callable[[], object]) -> float:
        times = []
        for _ in range(7):
            start = time.process_time()
            work()
            times.append(time.process_time() - start)
        return min(times)

    assert best(prompts.load) < 2 * best(lambda: [tomllib.loads(text) for text in texts])
