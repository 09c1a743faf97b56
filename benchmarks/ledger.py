"""The ledger of a whole year: 20,000 ideas, a third of them in themes, half of them answered and half of those told.

It is read in one pass, and so is its floor: every idea is put into a group by its theme, and nothing else is known.
"""

from datetime import UTC, date, datetime
from typing import Any

from benchmarks import sample
from benchmarks.report import Figures, in_turns, median
from workshop_app.domain import ledger
from workshop_app.domain.answers import Answer, Kind
from workshop_app.domain.ideas import Idea, Theme
from workshop_app.domain.people import Role
from workshop_app.domain.programme import About, Programme
from workshop_app.domain.told import Told

COUNT, EACH = 20_000, 20
AT = datetime(2026, 11, 6, 10, tzinfo=UTC)


def measure(*, small: bool) -> Figures:
    """All figures of the ledger."""
    count, rounds = (400, 2) if small else (COUNT, 15)
    programme = _year(count)

    def floor() -> dict[str, list[Idea]]:
        groups: dict[str, list[Idea]] = {}
        for idea in programme.all(Idea).values():
            groups.setdefault(idea.theme_id or idea.id, []).append(idea)
        return groups

    read, alone = in_turns(rounds, lambda: ledger.of(programme, date(2027, 3, 1)), floor)
    return {
        "ledger_20000_ms": median(read),
        "ledger_20000_worst_ms": max(read),
        "ledger_20000_floor_ms": median(alone),
        "ledger_20000_over_floor": median(read) / median(alone),
    }


def _year(count: int) -> Programme:
    words = sample.texts(count)
    themes = [Theme(f"theme-{n}", f"What we share, part {n}", float(n), AT) for n in range(count // 3 // EACH)]
    given = [
        Idea(f"idea-{n}", words[n], Role.STUDENT, AT, theme_id=themes[n % len(themes)].id if n % 3 == 0 else None)
        for n in range(count)
    ]
    answered = [
        Answer(f"answer-{n}", one.id, Kind.NOT_YET, f"It waits for the budget of year {n % 7}.", "The head", "", AT)
        for n, one in enumerate(given)
        if n % 2
    ]
    told = [Told(f"told-{n}", one.id, "Mr B.", AT.date(), AT) for n, one in enumerate(answered) if n % 2]
    tables: dict[type, list[Any]] = {Theme: themes, Idea: given, Answer: answered, Told: told}
    about = About("Riverside School", "2026–27")
    return Programme({About: {about.id: about}, **{kind: {one.id: one for one in own} for kind, own in tables.items()}})
