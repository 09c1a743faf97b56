"""Which prompts are asked: at least one for each aspect, more where there is time, and no more than an agenda holds."""

from dataclasses import replace

import pytest

from workshop_app.facilitation import asking, packs, prompts

BANK = prompts.load()
ASPECTS = ["teaching", "decisions", "food"]


def ids(*args: object, **kwargs: object) -> list[tuple[str, str]]:
    return [(aspect.id, prompt.kind) for aspect, prompt in asking.chosen(BANK, *args, **kwargs)]


def test_each_aspect_has_its_opener_first() -> None:
    assert ids(ASPECTS, 10) == [(aspect_id, "opener") for aspect_id in ASPECTS]


@pytest.mark.parametrize("most", [1, 2, 3, 4, 7])
def test_an_agenda_holds_no_more_than_it_says(most: int) -> None:
    found = ids(ASPECTS, 200, most=most)
    assert len(found) == most
    assert [aspect_id for aspect_id, kind in found if kind == "opener"] == ASPECTS[:most]


def test_nothing_said_means_as_many_as_fit() -> None:
    assert len(ids(ASPECTS, 200)) == len(ASPECTS) * asking.MOST_EACH
    assert ids(ASPECTS, 50) == ids(ASPECTS, 50, most=0, explore_minutes=None)


def test_the_minutes_of_the_agenda_count_where_there_are_some() -> None:
    assert ids(["teaching"], 50, explore_minutes=30.0) == ids(["teaching"], 50)
    assert len(ids(["teaching"], 50, explore_minutes=5)) == 1
    assert len(ids(["teaching"], 10, explore_minutes=60)) == asking.MOST_EACH


def test_without_time_for_asking_there_is_no_prompt() -> None:
    assert ids(ASPECTS, 50, explore_minutes=0) == []


def test_own_prompts_are_asked_first_among_their_kind() -> None:
    opener = next(one for one in BANK.aspect("homework").prompts if one.kind == "opener")
    own = replace(opener, id="ours", text="What would you hand in if nobody marked it?")
    whole = packs.merged(BANK, [packs.Pack("ours-pack", "Ours", (), (own,))])
    assert asking.chosen(whole, ["homework"], 100)[0][1].id == "ours"
