"""The pages by their names. A page's module is read when the page is first wanted: the window is there sooner.

Each import is written out, so that the type checker, the layers contract and the frozen app see it.
"""

from collections.abc import Callable, Mapping

from workshop_app.ui.desk import Desk
from workshop_app.ui.going import IDEA_PAGE
from workshop_app.ui.pages.page import Page


def _people(desk: Desk) -> Page:
    from workshop_app.ui.pages.people import PeoplePage

    return PeoplePage(desk)


def _map(desk: Desk) -> Page:
    from workshop_app.ui.pages.map import MapPage

    return MapPage(desk)


def _prepare(desk: Desk) -> Page:
    from workshop_app.ui.pages.prepare import PreparePage

    return PreparePage(desk)


def _prompts(desk: Desk) -> Page:
    from workshop_app.ui.pages.prompts import PromptsPage

    return PromptsPage(desk)


def _lead(desk: Desk) -> Page:
    from workshop_app.ui.pages.lead import LeadPage

    return LeadPage(desk)


def _board(desk: Desk) -> Page:
    from workshop_app.ui.pages.board import BoardPage

    return BoardPage(desk)


def _bring_in(desk: Desk) -> Page:
    from workshop_app.ui.pages.bring_in import BringInPage

    return BringInPage(desk)


def _choose(desk: Desk) -> Page:
    from workshop_app.ui.pages.choose import ChoosePage

    return ChoosePage(desk)


def _idea(desk: Desk) -> Page:
    from workshop_app.ui.pages.idea import IdeaPage

    return IdeaPage(desk)


def _plan(desk: Desk) -> Page:
    from workshop_app.ui.pages.plan import PlanPage

    return PlanPage(desk)


def _reply(desk: Desk) -> Page:
    from workshop_app.ui.pages.reply import ReplyPage

    return ReplyPage(desk)


def _promises(desk: Desk) -> Page:
    from workshop_app.ui.pages.promises import PromisesPage

    return PromisesPage(desk)


def _assets(desk: Desk) -> Page:
    from workshop_app.ui.pages.assets import AssetsPage

    return AssetsPage(desk)


def _hand_over(desk: Desk) -> Page:
    from workshop_app.ui.pages.hand_over import HandOverPage

    return HandOverPage(desk)


def _slips(desk: Desk) -> Page:
    from workshop_app.ui.pages.slips import SlipsPage

    return SlipsPage(desk)


def _private_backing(desk: Desk) -> Page:
    from workshop_app.ui.pages.private_backing import PrivateBackingPage

    return PrivateBackingPage(desk)


PAGES: Mapping[str, Callable[[Desk], Page]] = {
    "people": _people,
    "map": _map,
    "prepare": _prepare,
    "prompts": _prompts,
    "lead": _lead,
    "board": _board,
    "bring-in": _bring_in,
    "choose": _choose,
    IDEA_PAGE: _idea,
    "plan": _plan,
    "reply": _reply,
    "assets": _assets,
    "promises": _promises,
    "hand-over": _hand_over,
    "slips": _slips,
    "back-in-private": _private_backing,
}
