"""Agenda templates: the built-in ones hold together, own ones come back as they were saved, any length can be met."""

import itertools
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import NOW, nothing_yet, often
from workshop_app.domain import sessions
from workshop_app.domain.agenda import LONGEST as LONGEST_PHASE
from workshop_app.domain.agenda import Part, Phase, phases_of
from workshop_app.domain.people import Role, add_person
from workshop_app.domain.programme import Programme
from workshop_app.facilitation import agendas
from workshop_app.facilitation.agendas import Template
from workshop_app.facilitation.pack_errors import PromptPackError

BUILT_IN = agendas.load()
SINGLE = [one for one in BUILT_IN if not one.series and one.fits]
SIX = [one for one in BUILT_IN if one.series == "six"]

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(
    lambda one: one == one.strip()
)
idents = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
agendas_of_phases = st.lists(
    st.tuples(st.sampled_from(list(Part)), st.integers(1, LONGEST_PHASE)),
    min_size=1,
    max_size=9,
    unique_by=lambda one: one[0],
).map(tuple)
lengths = st.integers(sessions.SHORTEST, sessions.LONGEST)


@st.composite
def templates(draw: st.DrawFn) -> Template:
    series = draw(st.just("") | idents)
    return Template(
        draw(idents),
        draw(words),
        draw(st.just("") | words),
        draw(lengths),
        draw(agendas_of_phases),
        draw(st.integers(0, agendas.MOST_PROMPTS)),
        series,
        draw(st.integers(1, agendas.MOST_PLACES)) if series else 0,
        draw(st.booleans()),
        tuple(draw(st.lists(words, max_size=3))),
    )


class TestBuiltIn:
    def test_there_is_one_for_each_usual_length_and_a_series_of_six(self) -> None:
        assert [one.minutes for one in SINGLE] == [10, 20, 50, 100]
        assert [one.place for one in SIX] == [1, 2, 3, 4, 5, 6]
        assert {one.minutes for one in SIX} == {50}
        assert len({one.id for one in BUILT_IN}) == len({one.purpose for one in BUILT_IN}) == len(BUILT_IN) == 11

    @pytest.mark.parametrize("one", BUILT_IN, ids=lambda one: one.id)
    def test_its_phases_fill_its_minutes_and_it_ends_with_the_check_out(self, one: Template) -> None:
        assert sum(minutes for _, minutes in one.phases) == one.minutes
        assert one.phases[-1][0] is Part.CHECK_OUT

    def test_ten_minutes_hold_one_promise_and_one_prompt(self) -> None:
        assert [part for part, _ in SINGLE[0].phases] == [Part.LAST_TIME, Part.EXPLORE, Part.CHECK_OUT]
        assert SINGLE[0].prompts == 1

    def test_planning_waits_for_another_day_in_twenty_minutes(self) -> None:
        parts = [part for part, _ in SINGLE[1].phases]
        assert Part.CHOOSE in parts
        assert not {Part.PLAN, Part.SIGN_OFF} & set(parts)

    def test_the_one_that_brings_all_to_one_board_is_chosen_by_name_alone(self) -> None:
        [one] = [one for one in BUILT_IN if not one.fits]
        assert (one.id, len(one.notes)) == ("redesign", 5)
        assert {Part.LAST_TIME, Part.EXPLORE, Part.CHOOSE, Part.PLAN} <= {part for part, _ in one.phases}
        assert agendas.for_minutes(BUILT_IN, one.minutes).id == "fifty-minutes"

    def test_every_session_but_the_first_of_six_opens_with_what_came_of_it(self) -> None:
        opening = [next(part for part, _ in one.phases if part is not Part.WELCOME) for one in SIX]
        assert opening == [Part.CHECK_IN, *[Part.LAST_TIME] * 5]


class TestOwn:
    @often
    @given(templates())
    def test_what_is_saved_comes_back_the_same(self, one: Template) -> None:
        assert agendas.read(agendas.write(one), "own.toml") == one

    def test_a_folder_may_be_named(self, tmp_path: Path) -> None:
        (tmp_path / "own.toml").write_text(agendas.write(SIX[2]), encoding="utf-8")
        assert agendas.load(tmp_path) == (SIX[2],)


SOUND = """[agenda]
id = "short"
name = "Short"
minutes = 10

[[phase]]
part = "explore"
minutes = 8

[[phase]]
part = "check-out"
minutes = 2
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('"check-out"', '"checkout"', 11, "check-out"),
        ('"check-out"', '"explore"', 11, "line 6"),
        ("minutes = 8", "minutes = 0", 8, "1 to 240"),
        ("minutes = 10", "minutes = 4", 4, "5 to 480"),
        ("minutes = 10", "minutes = 10\nplace = 2", 5, "series"),
        ("minutes = 10", 'minutes = 10\nseries = "six"', 1, "place"),
        ("minutes = 10", "minuets = 10", 4, "minutes"),
        ('name = "Short"\n', "", 1, "name"),
        ("minutes = 8\n", "", 6, "minutes"),
        ('"short"', '"Short one"', 2, "small letters"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_remedy(old: str, new: str, line: int, says: str) -> None:
    assert agendas.read(SOUND, "mine.toml").minutes == 10
    with pytest.raises(PromptPackError) as caught:
        agendas.read(SOUND.replace(old, new, 1), "mine.toml")
    assert (caught.value.file.name, caught.value.line) == ("mine.toml", line)
    assert says in str(caught.value)
    assert caught.value.remedy


class TestForMinutes:
    @often
    @given(lengths)
    def test_any_length_is_filled(self, minutes: int) -> None:
        found = agendas.for_minutes(BUILT_IN, minutes)
        assert found.minutes == minutes == sum(own for _, own in found.phases)
        assert all(1 <= own <= LONGEST_PHASE for _, own in found.phases)
        assert not found.series

    @pytest.mark.parametrize(("minutes", "name"), [(5, "ten"), (10, "ten"), (19, "ten"), (20, "twenty"), (99, "fifty")])
    def test_the_nearest_from_below_is_taken(self, minutes: int, name: str) -> None:
        assert agendas.for_minutes(BUILT_IN, minutes).id == f"{name}-minutes"

    def test_a_length_that_is_built_in_stays_as_it_is(self) -> None:
        assert [agendas.for_minutes(BUILT_IN, one.minutes) for one in SINGLE] == SINGLE

    def test_more_time_holds_more_prompts(self) -> None:
        found = [agendas.for_minutes(BUILT_IN, minutes).prompts for minutes in (5, 10, 19, 20, 35, 49, 50)]
        assert found == [1, 1, 1, 2, 3, 4, 0]

    @often
    @given(agendas_of_phases, lengths)
    def test_phases_keep_their_order_and_none_is_lost(self, phases: tuple[tuple[Part, int], ...], minutes: int) -> None:
        found = agendas.fitted(Template("a", "A", "", 60, phases), minutes)
        assert [part for part, _ in found.phases] == [part for part, _ in phases]
        assert sum(own for _, own in found.phases) == max(minutes, len(phases))

    def test_without_a_single_template_there_is_none(self) -> None:
        with pytest.raises(ValueError, match="stands alone"):
            agendas.for_minutes(SIX, 50)


def met(*held: tuple[str, bool]) -> Programme:
    """A programme with sessions made from templates, done or not."""
    programme = add_person(nothing_yet(), new_id="ana", at=NOW, name="Ana", role=Role.STUDENT).programme
    for number, (template, done) in enumerate(held):
        programme = sessions.prepare(
            programme,
            new_id=f"s{number}",
            at=NOW,
            held_on=date(2026, 11, 6),
            minutes=50,
            present=["ana"],
            prompts=[],
            phases=[Phase(f"p{number}", "", Part.CHECK_IN, 5, 0)],
            template=template,
        ).programme
        programme = sessions.end(programme, f"s{number}", done).programme
    return programme


class TestSeries:
    @pytest.mark.parametrize(
        ("held", "expected"),
        [
            ([], None),
            ([("six-open", False)], None),
            ([("six-open", True)], "six-dig"),
            ([("six-open", True), ("ten-minutes", True)], "six-dig"),
            ([("six-open", True), ("six-dig", False)], "six-dig"),
            ([("six-open", True), ("six-plan", True)], "six-sign"),
            ([("six-look-back", True)], None),
            ([("ten-minutes", True), ("", True), ("somebody-elses", True)], None),
        ],
    )
    def test_the_next_one_follows_the_last_that_is_done(
        self, held: list[tuple[str, bool]], expected: str | None
    ) -> None:
        found = agendas.next_in_series(met(*held), BUILT_IN)
        assert (found.id if found else None) == expected

    def test_another_series_is_another_matter(self) -> None:
        other = replace(SIX[3], id="ours-4", series="ours")
        assert agendas.next_in_series(met(("six-open", True)), [other]) is None


def test_the_phases_of_a_session_come_from_its_template() -> None:
    ids = itertools.count()
    found = agendas.phases(SINGLE[1], "s", lambda: f"phase-{next(ids)}")
    assert [(one.part, one.minutes, one.place, one.session_id) for one in found] == [
        (Part.LAST_TIME, 2, 0, "s"),
        (Part.EXPLORE, 11, 1, "s"),
        (Part.CHOOSE, 5, 2, "s"),
        (Part.CHECK_OUT, 2, 3, "s"),
    ]
    programme = add_person(nothing_yet(), new_id="ana", at=NOW, name="Ana", role=Role.STUDENT).programme
    made = sessions.prepare(
        programme,
        new_id="s",
        at=NOW,
        held_on=date(2026, 11, 6),
        minutes=50,
        present=["ana"],
        prompts=[],
        phases=agendas.phases(SIX[3], "s", lambda: f"phase-{next(ids)}"),
        template=SIX[3].id,
    ).programme
    assert tuple((one.part, one.minutes) for one in phases_of(made, "s")) == SIX[3].phases


@pytest.mark.parametrize("minutes", [10, 20, 35, 50, 100])
def test_a_first_session_has_a_welcome_and_nothing_that_came_of_it(minutes: int) -> None:
    template = agendas.for_first_session(agendas.for_minutes(agendas.load(), minutes))
    parts = [part for part, _ in template.phases]
    assert Part.WELCOME in parts
    assert Part.LAST_TIME not in parts
    assert sum(own for _, own in template.phases) == minutes


@pytest.mark.parametrize("minutes", [10, 20, 35, 50, 100])
@pytest.mark.parametrize("name", ["six-open", "own"])
def test_a_later_session_opens_with_what_came_of_it_whatever_its_agenda_says(minutes: int, name: str) -> None:
    own = Template("own", "Own", "", 40, ((Part.EXPLORE, 30), (Part.CHECK_OUT, 10)))
    chosen = {"six-open": SIX[0], "own": own}[name]
    template = agendas.for_later_session(agendas.fitted(chosen, minutes))
    opening = next(part for part, _ in template.phases if part is not Part.WELCOME)
    assert opening is Part.LAST_TIME
    assert sum(minutes for _, minutes in template.phases) == minutes
    assert [part for part, _ in template.phases if part is not Part.LAST_TIME] == [part for part, _ in chosen.phases]
    assert agendas.for_later_session(template) == template
