"""Every kind of entity with the name it has on file and in history."""

from typing import Any

from workshop_app.domain.agenda import Phase
from workshop_app.domain.answers import Answer
from workshop_app.domain.asset_map import Asset
from workshop_app.domain.care import Care
from workshop_app.domain.consent import Consent, Objection
from workshop_app.domain.expertise import Expertise
from workshop_app.domain.headcounts import Headcount
from workshop_app.domain.honest_no import HonestNo
from workshop_app.domain.ideas import Idea, Theme
from workshop_app.domain.jobs import Job
from workshop_app.domain.openness import Openness
from workshop_app.domain.people import Person
from workshop_app.domain.plans import Action, Plan
from workshop_app.domain.programme import About
from workshop_app.domain.progress import Handover, Progress
from workshop_app.domain.reflections import Reflection
from workshop_app.domain.replies import Reply, Response
from workshop_app.domain.school_promise import SchoolPromise
from workshop_app.domain.sessions import Asked, Session
from workshop_app.domain.sharing import Sharing
from workshop_app.domain.signing import Signature
from workshop_app.domain.told import Told
from workshop_app.domain.triggers import Trigger

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
    "phase": Phase,
    "job": Job,
    "openness": Openness,
    "expertise": Expertise,
    "answer": Answer,
    "honest_no": HonestNo,
    "consent": Consent,
    "objection": Objection,
    "care": Care,
    "reflection": Reflection,
    "asset": Asset,
    "progress": Progress,
    "handover": Handover,
    "promise": SchoolPromise,
    "headcount": Headcount,
    "trigger": Trigger,
    "told": Told,
    "reply": Reply,
    "response": Response,
    "sharing": Sharing,
}
NAMES: dict[type[Any], str] = {kind: name for name, kind in KINDS.items()}
