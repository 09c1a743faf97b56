"""Paper for asking: prompts to hang up or lay on tables, and blank slips to write on."""

from collections.abc import Sequence
from datetime import date

from workshop_app.documents.prompt_paper import PaperPrompt, PromptPaper
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import Session, prompts_of
from workshop_app.facilitation.bank import Aspect, Prompt
from workshop_app.words import translate

Picked = Sequence[tuple[Aspect, Prompt]]


def prompt_sheets(programme: Programme, on: date, *, session_id: str = "", picked: Picked = (), each: int = 1) -> bytes:
    """The prompts of a session, or those that were picked from the bank; one on a page, or four."""
    from workshop_app.documents.prompt_sheets import build

    return build(_paper(programme, on, session_id, picked), each)


def slips(programme: Programme, on: date, *, session_id: str = "", picked: Picked = (), drawing: bool = False) -> bytes:
    """Slips with the words of a session's prompts, or of picked ones; without either, empty ones."""
    from workshop_app.documents.slips import build

    return build(_paper(programme, on, session_id, picked), drawing=drawing)


def _paper(programme: Programme, on: date, session_id: str, picked: Picked) -> PromptPaper:
    about, session = programme.about, programme.all(Session).get(session_id)
    meeting, day = "", on
    if session is not None:
        meeting, day = translate("papers", "Session {n}", n=session.number), session.held_on
    chosen = (
        *(
            PaperPrompt(one.text, one.plain, one.aspect, one.symbol, one.family)
            for one in prompts_of(programme, session_id)
        ),
        *(
            PaperPrompt(prompt.text, prompt.plain, aspect.name, aspect.symbol, aspect.family)
            for aspect, prompt in picked
        ),
    )
    return PromptPaper(about.school, meeting, day, chosen, about.practice)
