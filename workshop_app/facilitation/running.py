"""A session that runs, in one place: its rounds, what each has taken, how the rest is shared, and where we stand."""

from workshop_app.facilitation.replan import DONE, NEXT, NOW, TO_COME, Allotted, replan
from workshop_app.facilitation.rounds import Round, now, rounds, spent
from workshop_app.facilitation.standing import standing

__all__ = ["DONE", "NEXT", "NOW", "TO_COME", "Allotted", "Round", "now", "replan", "rounds", "spent", "standing"]
