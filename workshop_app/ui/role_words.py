"""Roles in words."""

from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Role
from workshop_app.words import translate


def role_name(role: Role) -> str:
    """One of this role."""
    return {
        Role.STUDENT: translate("people", "Student"),
        Role.STAFF: translate("people", "Staff"),
        Role.FAMILY: translate("people", "Family"),
        Role.COMMUNITY: translate("people", "Community"),
    }[role]


def roles_name(role: Role) -> str:
    """All of this role."""
    return {
        Role.STUDENT: translate("people", "Students"),
        Role.STAFF: translate("people", "Staff"),
        Role.FAMILY: translate("people", "Families"),
        Role.COMMUNITY: translate("people", "Community partners"),
    }[role]


def label_and_role(idea: Idea) -> str:
    """What an idea is about and which role gave it, such as "Homework · Student"."""
    return " · ".join(part for part in (idea.label, role_name(idea.role)) if part)
