"""The board as a poster and as cards to cut out: gathered from what the audience sees, and from nothing else."""

from datetime import date

from workshop_app.documents.board_paper import BoardPaper, PaperCard, PaperGround, PaperTheme
from workshop_app.domain import audience
from workshop_app.domain.audience import Card
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import Session
from workshop_app.words import translate


def board_poster(programme: Programme, on: date, session_id: str | None = None) -> bytes:
    """A session's board, or that of all sessions, as a poster of A3."""
    from workshop_app.documents.poster import build

    return build(_board(programme, on, session_id))


def board_cards(programme: Programme, on: date, session_id: str | None = None) -> bytes:
    """The cards of a session's board, or of all sessions, to cut out."""
    from workshop_app.documents.cut_cards import build

    return build(_board(programme, on, session_id))


def _board(programme: Programme, on: date, session_id: str | None) -> BoardPaper:
    """What the audience sees of a board, as it lies there."""
    seen = audience.board_of(programme, session_id)
    layout = audience.layout(seen.cards, seen.themes, seen.grounds)
    inside: dict[str, list[Card]] = {theme.id: [] for theme in seen.themes}
    loose: dict[str, list[Card]] = {ground.id: [] for ground in seen.grounds}
    for card in seen.cards:
        if card.theme_id in inside:
            inside[card.theme_id].append(card)
        else:
            loose.setdefault(card.ground, []).append(card)
    themes = []
    for theme in audience.by_place(seen.themes):
        box, own = layout.themes[theme.id], audience.by_place(inside[theme.id])
        cards = tuple(_paper_card(one, layout.cards[one.id], theme.name) for one in own)
        themes.append(PaperTheme(theme.name, box.x, box.y, box.w, box.h, cards))
    names = {ground.id: ground.name for ground in seen.grounds}
    alone = translate("papers", "Not in a theme yet") if themes else ""
    grounds = tuple(
        PaperGround(names.get(ground, alone), tuple(_paper_card(one, layout.cards[one.id]) for one in own))
        for ground, own in loose.items()
        if own
    )
    about, session = programme.about, programme.all(Session).get(session_id or "")
    meeting, day = "", on
    if session is not None:
        meeting, day = translate("papers", "Session {n}", n=session.number), session.held_on
    return BoardPaper(about.school, meeting, day, tuple(themes), grounds, about.practice)


def _paper_card(card: Card, spot: tuple[float, float], theme: str = "") -> PaperCard:
    adults = {
        "staff": translate("roles on paper", "staff"),
        "family": translate("roles on paper", "family"),
        "community": translate("roles on paper", "community"),
    }
    return PaperCard(
        text=card.text,
        x=spot[0],
        y=spot[1],
        family=card.family,
        label=card.label,
        said_by=adults.get(card.role, ""),
        translation=card.translation,
        drawing=card.drawing,
        theme=theme,
        students_back=card.students_back,
        adults_back=card.adults_back,
        forward=card.forward,
        both=card.both,
        answer=card.answer,
    )
