"""Days as people say them, in the user's language and not in the system's."""

from datetime import date

from workshop_app.words import translate


def months() -> tuple[str, ...]:
    """The names of the twelve."""
    return (
        translate("dates", "January"),
        translate("dates", "February"),
        translate("dates", "March"),
        translate("dates", "April"),
        translate("dates", "May"),
        translate("dates", "June"),
        translate("dates", "July"),
        translate("dates", "August"),
        translate("dates", "September"),
        translate("dates", "October"),
        translate("dates", "November"),
        translate("dates", "December"),
    )


def long_date(day: date) -> str:
    """Such as "27 November 2026"."""
    return translate("dates", "{day} {month} {year}", day=day.day, month=months()[day.month - 1], year=day.year)


def day_and_month(day: date) -> str:
    """Such as "27 November"."""
    return translate("dates", "{day} {month}", day=day.day, month=months()[day.month - 1])


def short_date(day: date) -> str:
    """Such as "27 Nov"."""
    return translate("dates", "{day} {month}", day=day.day, month=months()[day.month - 1][:3])
