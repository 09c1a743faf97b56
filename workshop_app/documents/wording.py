"""Counts and lists of people as a sentence has them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from workshop_app.documents.paper import PaperCoverage, PaperIdea, PaperPerson
from workshop_app.words import translate

ROLES = ("student", "staff", "family", "community")


def role_name(role: str) -> str:
    """What one person with this role is, as it stands under a name."""
    return {
        "student": translate("roles on paper", "student"),
        "staff": translate("roles on paper", "staff"),
        "family": translate("roles on paper", "family"),
        "community": translate("roles on paper", "community"),
    }[role]


def listed(parts: Sequence[str]) -> str:
    """Such as "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return translate("lists", "{first} and {last}", first=", ".join(parts[:-1]), last=parts[-1])


def people(them: Iterable[PaperPerson]) -> str:
    """Such as "Siân and Łukasz (students), Mr A. (staff)": neighbours with one role share its name."""
    groups = [(role, [person.name for person in some]) for role, some in groupby(them, key=lambda one: one.role)]
    return ", ".join(
        translate("lists", "{names} ({role})", names=listed(names), role=_role_of(role, len(names)))
        for role, names in groups
    )


def head_count(roles: Iterable[str]) -> str:
    """Such as "7 students and 2 staff", students first."""
    counts = Counter(roles)
    return listed([_counted(role, counts[role]) for role in ROLES if counts[role]])


def giver(role: str) -> str:
    """Who said something, without a name."""
    return {
        "student": translate("roles on paper", "A student"),
        "staff": translate("roles on paper", "A member of staff"),
        "family": translate("roles on paper", "A family member"),
        "community": translate("roles on paper", "A community partner"),
    }[role]


def given_by(idea: PaperIdea) -> str:
    """Who gave an idea and who stood behind it, such as "A student · backed by 6 students, 1 adult"."""
    backing = [_counted("student", idea.students_back)] if idea.students_back else []
    if idea.adults_back == 1:
        backing.append(translate("roles on paper", "1 adult"))
    elif idea.adults_back:
        backing.append(translate("roles on paper", "{count} adults", count=idea.adults_back))
    parts = [giver(idea.role)]
    if backing:
        parts.append(translate("plan paper", "backed by {whom}", whom=", ".join(backing)))
    if idea.insisted:
        parts.append(translate("plan paper", "the group insists on it"))
    return " · ".join(parts)


def voices(coverage: PaperCoverage) -> list[tuple[str, int]]:
    """Who gave how many ideas: the role in words, students first; others that gave none are left out."""
    words = {
        "student": translate("roles on paper", "Students"),
        "staff": translate("roles on paper", "Staff"),
        "family": translate("roles on paper", "Families"),
        "community": translate("roles on paper", "Community"),
    }
    counts = dict(coverage.voices)
    return [(words[role], counts.get(role, 0)) for role in ROLES if counts.get(role) or role == "student"]


def _role_of(role: str, count: int) -> str:
    if role == "student" and count > 1:
        return translate("roles on paper", "students")
    return role_name(role)


def _counted(role: str, count: int) -> str:
    one, more = {
        "student": (translate("roles on paper", "1 student"), translate("roles on paper", "{count} students")),
        "staff": (translate("roles on paper", "1 member of staff"), translate("roles on paper", "{count} staff")),
        "family": (
            translate("roles on paper", "1 family member"),
            translate("roles on paper", "{count} family members"),
        ),
        "community": (
            translate("roles on paper", "1 community partner"),
            translate("roles on paper", "{count} community partners"),
        ),
    }[role]
    return one if count == 1 else more.format(count=count)
