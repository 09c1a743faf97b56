"""Wherever a text names somebody of the group, it says their role instead."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import often
from workshop_app.domain.names import PARTICLES, TITLES, WORDS, Naming, fold
from workshop_app.domain.people import Role

GROUP = Naming(
    (
        ("Siân Morgan", Role.STUDENT),
        ("Ms Okoye", Role.STAFF),
        ("A. K.", Role.STUDENT),
        ("Will", Role.STUDENT),
        ("James", Role.STUDENT),
        ("JT", Role.FAMILY),
        ("李明", Role.STUDENT),
        ("Nguyễn", Role.COMMUNITY),
        ("Øystein", Role.STUDENT),
    )
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I asked Siân.", "I asked a student."),
        ("Siân's idea", "A student’s idea"),
        ("SIAN and sian morgan agree", "A student and a student agree"),
        ("it was James' plan", "it was a student’s plan"),
        ("Sians locker", "A students locker"),
        ("Mrs. Okoye and ms okoye said no", "A member of staff and a member of staff said no"),
        ("with AK, A.K. and A K", "with a student, a student and a student"),
        ("a k is not a name", "a k is not a name"),
        ("We will ask Will", "We will ask a student"),
        ("jt is not JT", "jt is not a family member"),
        ("我和李明去", "我和a student去"),
        ("Nguye\u0302\u0303n and nguyen", "A neighbour and a neighbour"),
        ("oystein, Si\u00adân, sian_2010", "A student, a student, a student_2010"),
        ("Jameson and Siânna are others", "Jameson and Siânna are others"),
        ("nobody", "nobody"),
        ("", ""),
    ],
)
def test_obvious_forms_become_a_role(text: str, said: str) -> None:
    assert GROUP.without(text) == said


def test_a_name_that_two_roles_share_is_somebody() -> None:
    both = Naming((("Sam", Role.STUDENT), ("Sam", Role.STAFF)))
    assert both.without("ask Sam") == "ask somebody"


def test_hidden_words_are_somebody_too() -> None:
    assert Naming((), ("Kofi", "07700 900123", "kofi@x.org")).without("Kofi, kofi@x.org, 07700 900123") == (
        "Somebody, somebody, somebody"
    )


def test_what_is_left_as_it_is_is_known() -> None:
    assert GROUP.unclear() == {"will"}
    assert Naming((("A", Role.STUDENT), ("7", Role.STUDENT))).without("A pupil of year 7") == "A pupil of year 7"


letters = st.text(st.characters(categories=("Lu", "Ll", "Lo"), codec="utf-8"), min_size=2, max_size=8)
given_names = letters.filter(
    lambda name: len(fold(name)) > 1 and fold(name) not in WORDS | PARTICLES and fold(name) not in TITLES
).filter(lambda name: fold(name) not in {"student", "somebody", "member", "family", "neighbour", "staff"})


@often
@given(
    st.lists(given_names, min_size=1, max_size=3, unique_by=fold),
    st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["", "’s", "'s", ",", "!", ".", ")"])), max_size=6),
    st.sampled_from([str, str.upper, str.title]),
)
def test_no_name_of_the_group_is_left(own: list[str], told: list[tuple[int, str]], cased: "type[str]") -> None:
    text = "We asked " + " and ".join(cased(own[at % len(own)]) + end for at, end in told) + " about it"
    left = Naming(tuple((name, Role.STUDENT) for name in own)).without(text)
    words = {fold(word) for word in re.findall(r"[^\W\d_]+", left)}
    longer = [name for name in own if len(name) > 3 or not name.isupper()]  # initials are only initials in capitals
    assert not words & {fold(name) for name in longer} - {"we", "asked", "and", "about", "it"}


@often
@given(
    st.lists(
        letters | st.sampled_from(["A. K.", "JT", "Will", "Ms Okoye", "Ann Lee", "李明", "Jo", "Student"]), max_size=4
    ),
    st.lists(
        st.sampled_from(
            ["Will", "will", "jt", "JT", "A.K.", "ann", "LEES", "Jo’s", "a", "student", "A", ".", "s", "李明", " "]
        ),
        max_size=9,
    ),
)
def test_what_was_replaced_holds_no_name_any_more(own: list[str], said: list[str]) -> None:
    naming = Naming(tuple((name, role) for name, role in zip(own, Role, strict=False)))
    assert not naming.holds(naming.without(" ".join([*own, *said])))
