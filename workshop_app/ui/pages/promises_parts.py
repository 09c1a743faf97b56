"""The parts of the page of promises, in the order of its chips. Who adds one adds a line to PARTS and its import.

A part's module is read when the part is first looked at. Each import is written out, as in `by_name`.
"""

from collections.abc import Callable
from typing import NamedTuple

from workshop_app.ui.desk import Desk
from workshop_app.ui.pages.promises_part import PromisesPart
from workshop_app.words import translate


class Part(NamedTuple):
    """One part: its key, the words on its chip, and how it is made."""

    key: str
    words: Callable[[], str]
    make: Callable[[Desk], PromisesPart]


def _ledger(desk: Desk) -> PromisesPart:
    from workshop_app.ui.pages.promises_ledger import LedgerPart

    return LedgerPart(desk)


def _school(desk: Desk) -> PromisesPart:
    from workshop_app.ui.pages.promises_school import SchoolPart

    return SchoolPart(desk)


def _power(desk: Desk) -> PromisesPart:
    from workshop_app.ui.pages.promises_power import PowerPart

    return PowerPart(desk)


def _share(desk: Desk) -> PromisesPart:
    from workshop_app.ui.pages.promises_share import SharePart

    return SharePart(desk)


PARTS = (
    Part("ledger", lambda: translate("promises", "Ledger"), _ledger),
    Part("school", lambda: translate("promises", "School promise"), _school),
    Part("power", lambda: translate("promises", "Power and help"), _power),
    Part("share", lambda: translate("promises", "Other schools"), _share),
)
