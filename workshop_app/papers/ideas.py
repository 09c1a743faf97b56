"""The ideas on the board as a table for a spreadsheet."""

from collections.abc import Sequence

from workshop_app.domain import answers, through_plans
from workshop_app.domain.answers import Answer
from workshop_app.domain.ideas import Theme, on_board
from workshop_app.domain.people import Role
from workshop_app.domain.programme import Programme
from workshop_app.domain.replies import Reply
from workshop_app.domain.sessions import Asked
from workshop_app.words import translate


def ideas_csv(programme: Programme) -> bytes:
    """The ideas on the board as a table for a spreadsheet, in the order in which they were given."""
    from workshop_app.exchange import csv_out

    headings = (
        translate("papers", "Idea"),
        translate("papers", "Aspect"),
        translate("papers", "Theme"),
        translate("papers", "Given by"),
        translate("papers", "Backed by students"),
        translate("papers", "Backed by adults"),
        translate("papers", "Goes forward"),
        translate("papers", "In English"),
        translate("papers", "Answered"),
        translate("papers", "Reason"),
    )
    roles = {
        Role.STUDENT: translate("papers", "Student"),
        Role.STAFF: translate("papers", "Staff"),
        Role.FAMILY: translate("papers", "Family"),
        Role.COMMUNITY: translate("papers", "Community"),
    }
    goes = {True: translate("papers", "yes"), False: translate("papers", "no")}
    answered, through = answers.by_idea(programme), through_plans.by_idea(programme)
    aspects = {asked.aspect_id: asked.aspect for asked in programme.all(Asked).values()}
    themes = {theme.id: theme.name for theme in programme.all(Theme).values()}
    rows = (
        (
            idea.text or translate("papers", "(a drawing)"),
            aspects.get(idea.aspect_id or "", ""),
            themes.get(idea.theme_id or "", ""),
            roles[idea.role],
            idea.students_back,
            idea.adults_back,
            goes[idea.forward],
            idea.translation,
            *_answer_cells([answered[idea.id]] if idea.id in answered else through.get(idea.id, ())),
        )
        for idea in on_board(programme)
    )
    return csv_out.write(headings, rows)


def _answer_cells(given: Sequence[Answer | Reply]) -> tuple[str, str]:
    """Which answers an idea has, its own or one to each ask of its plan, and the reasons."""
    words = dict.fromkeys(answers.named(one) for one in given)
    reasons = dict.fromkeys(one.reason for one in given if one.reason)
    return " · ".join(words), " · ".join(reasons)
