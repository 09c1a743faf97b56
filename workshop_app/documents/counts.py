"""Numbers as a sentence has them."""

from workshop_app.documents.wording import head_count, listed
from workshop_app.words import translate


def backing(students: int, adults: int) -> str:
    """Who stands behind something, such as "6 students and 1 adult"; "nobody yet" where nobody does."""
    parts = [head_count(["student"] * students)] if students else []
    if adults == 1:
        parts.append(translate("roles on paper", "1 adult"))
    elif adults:
        parts.append(translate("roles on paper", "{count} adults", count=adults))
    return listed(parts) or translate("roles on paper", "nobody yet")


def days(count: int) -> str:
    """Such as "1 day" or "12 days"."""
    return translate("counts", "1 day") if count == 1 else translate("counts", "{n} days", n=count)


def ideas(count: int) -> str:
    """Such as "1 idea" or "4 ideas"."""
    return translate("counts", "1 idea") if count == 1 else translate("counts", "{n} ideas", n=count)
