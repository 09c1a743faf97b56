"""Where a session stands, in one sentence for the person who leads it."""

from collections.abc import Mapping, Sequence

from workshop_app.facilitation.replan import DONE, KEEPS, NOW, Allotted
from workshop_app.words import translate


def standing(plan: Sequence[Allotted], spent: Mapping[str, float], elapsed_s: float, minutes: float, ends: str) -> str:
    """How the `plan` of now, as `replan` makes it, goes with what was planned. A minute more or less is on time.

    `ends` is the time of day at which the session's `minutes` are over, as it is written here.
    """
    left = minutes - elapsed_s / 60
    check_out = next((one.round for one in plan if one.round.part is KEEPS and one.state not in (DONE, NOW)), None)
    if left <= (check_out.planned if check_out else 0):
        return (
            translate("standing", "Time is up: check-out is next.")
            if check_out
            else translate("standing", "Time is up.")
        )
    needed = sum(max(0.0, one.round.planned - spent.get(one.round.id, 0.0) / 60) for one in plan if one.state != DONE)
    over = int(needed - left)
    if any(one.leave_out for one in plan):
        sentence = _counted(
            over,
            translate("standing", "1 minute behind: something can wait for another day."),
            translate("standing", "{n} minutes behind: something can wait for another day."),
        )
    elif over > 0:
        sentence = _counted(
            over,
            translate("standing", "1 minute behind: the rest is shorter now."),
            translate("standing", "{n} minutes behind: the rest is shorter now."),
        )
    elif over < 0:
        sentence = _counted(
            -over,
            translate("standing", "1 minute in hand. Ends {time}."),
            translate("standing", "{n} minutes in hand. Ends {time}."),
        )
    else:
        sentence = translate("standing", "On time. Ends {time}.")
    return sentence.format(n=abs(over), time=ends)


def _counted(n: int, one: str, many: str) -> str:
    return one if n == 1 else many
