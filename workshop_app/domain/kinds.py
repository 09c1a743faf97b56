"""Every kind of entity with the name it has on file and in history."""

from typing import Any

from workshop_app.domain.ideas import Idea, Theme
from workshop_app.domain.people import Person
from workshop_app.domain.plans import Action, Plan
from workshop_app.domain.programme import About
from workshop_app.domain.sessions import Asked, Session
from workshop_app.domain.signing import Signature

KINDS: dict[str, type[Any]] = {
    "about": About,
    "person": Person,
    "session": Session,
    "asked": Asked,
    "theme": Theme,
    "idea": Idea,
    "plan": Plan,
    "action": Action,
    "signature": Signature,
}
NAMES: dict[type[Any], str] = {kind: name for name, kind in KINDS.items()}
