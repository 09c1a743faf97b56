"""Every idea that may be seen is in the ledger once; an answer moves it, a telling moves it on, and days only grow."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.promised import DUE, answered, promised, pulled, refused
from tests.domain.small import small, undone
from tests.strategies import NOW, TODAY, History, calm, histories
from workshop_app.domain import answers, honest_no, ideas, ledger, told
from workshop_app.domain.answers import Answer, Kind
from workshop_app.domain.errors import DomainError
from workshop_app.domain.honest_no import HonestNo
from workshop_app.domain.ideas import Idea
from workshop_app.domain.ledger import Age, Entry, Stands
from workshop_app.domain.programme import Outcome, Programme

SAID = {"at": NOW, "kind": Kind.NOT_YET, "reason": "After the summer", "by": "The head"}
NEW = ["n1", "n2", "n3", "n4"]


def entries(programme: Programme, today: date = TODAY) -> list[Entry]:
    return list(ledger.of(programme, today).entries)


def together(programme: Programme, **other: object) -> Outcome:
    return answers.answer_theme(programme, **{"new_ids": NEW, "idea_ids": ["a", "b"], **SAID, **other})


def test_ideas_of_a_theme_that_stand_alike_are_one_entry():
    [one] = entries(promised())
    assert (one.title, one.theme, one.idea_ids, one.stands) == ("Calm", "Calm", ("a", "b"), Stands.WAITING)
    both = {one.key: one for one in entries(small())}
    assert {(one.title, one.theme) for one in both.values()} == {("Quiet", ""), ("Water", "")}


def test_an_answer_moves_one_and_the_same_answer_to_a_theme_moves_all():
    alone = {one.title: one.stands for one in entries(answered(promised()))}
    assert alone == {"Quiet": Stands.ANSWERED, "Water": Stands.WAITING}
    outcome = together(promised())
    [one] = entries(outcome.programme)
    assert (one.stands, one.idea_ids, one.source_ids) == (Stands.ANSWERED, ("a", "b"), ("n1", "n2"))
    [verdict] = one.verdicts
    assert (verdict.kind, verdict.reason, verdict.by, verdict.on) == (Kind.NOT_YET, SAID["reason"], "The head", TODAY)
    assert undone(outcome) == promised()


def test_what_was_answered_meanwhile_is_not_answered_over():
    with pytest.raises(DomainError, match="answered meanwhile"):
        together(answered(promised()))


def test_telling_all_of_it_moves_it_on_and_another_answer_brings_it_back():
    programme = together(promised()).programme
    how = {"at": NOW, "by": "Mr B.", "on": TODAY}
    half = told.tell(programme, new_id="t", answer_id="n1", **how).programme
    assert sorted(one.stands for one in entries(half)) == [Stands.ANSWERED, Stands.TOLD]
    whole = told.tell(half, new_id="u", answer_id="n2", **how).programme
    [one] = entries(whole)
    assert one.stands is Stands.TOLD
    assert one.told is not None
    assert (one.told.by, one.told.on) == ("Mr B.", TODAY)
    anew = answers.answer(whole, new_id="x", at=NOW, idea_id="a", kind=Kind.YES).programme
    assert sorted(one.stands for one in entries(anew)) == [Stands.ANSWERED, Stands.TOLD]


def test_a_no_to_a_theme_takes_one_walk_and_every_no_has_its_own_path():
    with pytest.raises(DomainError, match="honest path first"):
        answers.answer_theme(promised(), new_ids=NEW, idea_ids=["b"], **{**SAID, "kind": Kind.NO})
    programme = refused(promised())
    outcome = answers.answer_theme(programme, new_ids=["n", "p"], idea_ids=["b"], **{**SAID, "kind": Kind.NO})
    path = outcome.programme.get(HonestNo, "p")
    assert (path.idea_id, path.need, path.students_say) == ("b", "about need", "about students_say")
    assert honest_no.walked(outcome.programme, "b") == path
    assert undone(outcome) == programme
    dropped = honest_no.drop_path(outcome.programme, "p").programme
    assert answers.answer_to(dropped, "b") is None
    assert answers.answer_to(dropped, "a") is not None


def test_an_idea_with_words_of_its_own_on_the_path_keeps_them():
    programme = honest_no.open_path(
        refused(promised()), new_id="own", at=NOW, idea_id="b", because=honest_no.Because.TIME
    ).programme
    programme = honest_no.fill(programme, "own", "need", "Its own need").programme
    said = {**SAID, "kind": Kind.NO}
    after = answers.answer_theme(programme, new_ids=["n", "p"], idea_ids=["b"], **said).programme
    path = honest_no.walked(after, "b")
    assert path is not None
    assert (path.id, path.need, path.students_say) == ("own", "Its own need", "about students_say")


def test_ideas_of_other_themes_or_none_are_not_refused_along():
    programme = ideas.lay(refused(promised()), "b", 5, 5).programme
    with pytest.raises(DomainError, match="honest path first"):
        answers.answer_theme(programme, new_ids=NEW[:2], idea_ids=["b"], **{**SAID, "kind": Kind.NO})


def test_what_waits_is_late_after_the_promised_days_and_ages_in_words():
    now = ledger.of(promised(), TODAY + timedelta(days=10))
    assert [now.is_late(one) for one in now.entries] == [False]
    later = ledger.of(promised(), TODAY + timedelta(days=11))
    assert [later.is_late(one) for one in later.entries] == [True]
    assert not any(map(ledger.of(promised(answer_days=0), date(2027, 7, 1)).is_late, entries(promised())))
    assert [ledger.since(days) for days in (0, 1, 12)] == ["since today", "1 day", "12 days"]
    assert [ledger.age(days) for days in (7, 8, 32, 101)] == [Age.WEEK, Age.MONTH, Age.TERM, Age.LONGER]
    assert all(ledger.age_name(one) for one in Age)


def test_what_was_set_aside_tells_its_reason_and_what_nobody_may_see_is_not_there():
    programme = ideas.set_idea_aside(promised(), "b", "It was said twice").programme
    assert [(one.stands, one.because) for one in entries(programme)] == [
        (Stands.WAITING, ""),
        (Stands.ASIDE, "It was said twice"),
    ]
    assert [one.idea_ids for one in entries(ideas.take_unseen(programme, "a").programme)] == [("b",)]


def test_what_is_demanded_stands_alone_with_its_letter_until_it_is_answered():
    programme = pulled(promised())
    assert [(one.title, one.trigger is not None) for one in entries(programme)] == [("Quiet", True), ("Water", False)]
    [letter] = ledger.letters(programme, DUE + timedelta(days=2))
    assert (letter.words, letter.theme, letter.decider) == ("Quiet", "Calm", "The head")
    assert (letter.students, letter.adults, letter.needed, letter.days_left) == (2, 1, 3, -2)
    assert letter.hears == "The chair of governors"
    assert ledger.letters(answered(programme), DUE) == []


@calm
@given(histories(), st.dates(date(2026, 9, 1), date(2027, 7, 31)))
def test_every_idea_that_may_be_seen_is_in_exactly_one_entry(past: History, today: date):
    for programme in past.states:
        book = ledger.of(programme, today)
        listed = Counter(key for one in book.entries for key in one.idea_ids)
        assert listed == Counter(key for key, one in programme.all(Idea).items() if not one.unseen)
        answered_ = answers.by_idea(programme)
        for one in book.entries:
            aside = {programme.get(Idea, key).set_aside for key in one.idea_ids}
            assert aside == {one.stands is Stands.ASIDE}
            assert one.days >= 0
            assert bool(one.verdicts) is (one.stands in (Stands.ANSWERED, Stands.TOLD))
            assert (one.told is not None) is (one.stands is Stands.TOLD)
            if one.stands in (Stands.WAITING, Stands.OURS):
                assert not any(key in answered_ for key in one.idea_ids)
        waiting = [one.given_on for one in book.standing(Stands.WAITING)]
        assert waiting == sorted(waiting)
        assert ledger.untold(programme, today) == book.standing(Stands.ANSWERED)
        for one in book.entries:
            assert ledger.with_ideas(programme, one.idea_ids[-1:], today) == {one.idea_ids[-1]: one}


@calm
@given(histories(), st.data())
def test_an_answer_moves_its_idea_and_undo_brings_it_back(past: History, data: st.DataObject):
    waiting = ledger.of(past.end, TODAY).standing(Stands.WAITING)
    if not waiting:
        return
    one = data.draw(st.sampled_from(waiting))
    new = [f"new-{n}" for n in range(2 * len(one.idea_ids))]
    outcome = answers.answer_theme(past.end, new_ids=new, idea_ids=one.idea_ids, **SAID)
    after = {key: it.stands for it in entries(outcome.programme) for key in it.idea_ids}
    assert {after[key] for key in one.idea_ids} == {Stands.ANSWERED}
    assert ledger.of(undone(outcome), TODAY) == ledger.of(past.end, TODAY)


@calm
@given(histories())
def test_every_no_has_walked_its_path(past: History):
    for programme in past.states:
        refused_ = [one for one in programme.all(Answer).values() if one.kind is Kind.NO and not one.withdrawn]
        assert all(honest_no.path_of(programme, one.idea_id) is not None for one in refused_)
