"""The hint on a teacher's own prompt: what it finds, and that good questions are left in peace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import often
from workshop_app.facilitation import advice, prompts
from workshop_app.facilitation.familiar import vocabulary

LEADS, NAMES, CLOSED = "leads to one answer", "a person’s name", "yes or no"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Don't you think lunch is too short?", [LEADS]),
        ("Don’t you think lunch is too short?", [LEADS]),
        ("  WOULDN'T IT be better to start later?", [LEADS]),
        ("We have a field. Isn't it sad that nobody uses it?", [LEADS]),
        ("Surely homework helps?", [LEADS]),
        ("Do you agree that phones should go?", [LEADS]),
        ("Lunch is too short, isn't it?", [LEADS]),
        ("The toilets are bad, right?", [LEADS]),
        ("Which teacher explains best?", [NAMES]),
        ("Which of the teachers shouts?", [NAMES]),
        ("Who is the worst at listening?", [NAMES]),
        ("Who's the strictest?", [NAMES]),
        ("Name one student who is left out.", [NAMES]),
        ("Whose fault is it when a lesson goes wrong?", [NAMES]),
        ("Don't you know which pupil is to blame?", [LEADS, NAMES]),
        ("Do you like school?", [CLOSED]),
        ("Do you like school", [CLOSED]),
        ("Lunch is at noon. Should it be later?", [CLOSED]),
        ("So, would you come earlier?", [CLOSED]),
        ("Is it fair or not?", [CLOSED]),
    ],
)
def test_what_may_be_better_asked_in_another_way(text: str, found: list[str]) -> None:
    said = advice.hints(text)
    assert len(said) == len(found)
    assert all(part in one for part, one in zip(found, said, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "What would you show a new teacher first?",
        "Is a good lesson loud or quiet?",
        "Do you feel safe at the gate? Where do you feel safest?",
        "Do you feel safe at the gate? Say what makes it so.",
        "Think of a lesson you still remember.",
        "Who else could help?",
        "Who decides the rules here?",
        "What do students here think?",
        "What could the student council do?",
        "Have a guess: how long is lunch?",
        "How would you want it to be, and why?",
        "Wenn du entscheiden könntest: was wäre anders?",
        "",
        "?",
    ],
)
def test_what_is_asked_well_is_left_in_peace(text: str) -> None:
    assert advice.hints(text) == ()


def test_the_built_in_prompts_their_follow_ups_and_what_goes_underneath_are_left_in_peace() -> None:
    prompted = [prompt for aspect in prompts.load().aspects for prompt in aspect.prompts]
    asked = [text for one in prompted for text in (one.text, one.plain, *one.follow_ups)]
    asked += [text for ground in vocabulary().grounds for text in (ground.underneath, ground.plain)]
    assert [text for text in asked if advice.hints(text)] == []
    assert len(asked) >= 600


@often
@given(st.text(max_size=300))
def test_any_text_gets_an_answer(text: str) -> None:
    assert len(advice.hints(text)) <= 2
