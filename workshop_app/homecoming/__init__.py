"""A plan comes home: what went out, what came back, whether it is the same, and what was answered to each ask."""

from workshop_app.homecoming.coming import Arrived, AskBack, How, Sent, asks_of, sendings, version_of
from workshop_app.homecoming.looking import look

__all__ = ["Arrived", "AskBack", "How", "Sent", "asks_of", "look", "sendings", "version_of"]
