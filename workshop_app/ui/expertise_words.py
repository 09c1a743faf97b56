"""Both kinds of expertise on an idea in words: whose they are, and what is missing."""

from workshop_app.domain.people import Role
from workshop_app.words import translate


def column_name(role: Role) -> str:
    """What stands above a side's expertise."""
    return {
        Role.STUDENT: translate("expertise", "What students know"),
        Role.STAFF: translate("expertise", "What staff know"),
        Role.FAMILY: translate("expertise", "What families know"),
    }[role]


def gap_words(role: Role) -> str:
    """A gap, as it is said out loud."""
    return {
        Role.STUDENT: translate("expertise", "No student has said yet what they know about this."),
        Role.STAFF: translate("expertise", "Nobody from staff has said yet what they know about this."),
    }[role]
