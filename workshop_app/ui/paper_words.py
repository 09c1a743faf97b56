"""What each paper is called and good for, and how its file is named, in words."""

from workshop_app.papers.catalogue import Paper
from workshop_app.words import translate


def name(paper: Paper) -> str:
    """What it is called in a list."""
    return {
        Paper.PROMPTS: translate("papers sheet", "Questions"),
        Paper.SLIPS: translate("papers sheet", "Slips to write on"),
        Paper.RECORD: translate("papers sheet", "Session record"),
        Paper.YOU_SAID: translate("papers sheet", "You said – we did – why not"),
        Paper.PROMISE: translate("papers sheet", "The school promise"),
        Paper.LETTER: translate("papers sheet", "Letter for an answer"),
        Paper.ANSWERS: translate("papers sheet", "The five answers"),
    }[paper]


def means(paper: Paper) -> str:
    """What it is good for, in a line."""
    return {
        Paper.PROMPTS: translate("papers sheet", "To hang up, or to lay on tables."),
        Paper.SLIPS: translate("papers sheet", "Four on a page, to cut. Nobody writes a name."),
        Paper.RECORD: translate("papers sheet", "What was asked, said and chosen, without names."),
        Paper.YOU_SAID: translate("papers sheet", "For the classroom wall. It shows what still waits, too."),
        Paper.PROMISE: translate("papers sheet", "One page, to be signed, or as it was signed."),
        Paper.LETTER: translate("papers sheet", "To whoever must answer, with the answers to tick."),
        Paper.ANSWERS: translate("papers sheet", "What an idea can hear, for the wall."),
    }[paper]


def file_name(paper: Paper, session: int = 0) -> str:
    """The name that a file is offered, before its ending."""
    called = name(paper).replace("–", "-")
    if session and paper in (Paper.PROMPTS, Paper.SLIPS, Paper.RECORD):
        return translate("papers sheet", "{paper}, session {n}", paper=called, n=session)
    return called
