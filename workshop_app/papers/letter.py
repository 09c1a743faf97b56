"""The letter of a bottom-up trigger, to whoever was named to answer."""

from datetime import date

from workshop_app.domain import school_promise, triggers
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea
from workshop_app.domain.programme import Programme
from workshop_app.domain.triggers import Trigger
from workshop_app.words import translate


def trigger_letter(programme: Programme, trigger_id: str, on: date) -> bytes:
    """The letter, dated `on`; DomainError if nothing waits for that answer any more."""
    from workshop_app.documents.trigger_letter import LetterPaper, build

    trigger = programme.get(Trigger, trigger_id)
    if trigger not in triggers.waiting(programme):
        raise DomainError(translate("papers", "That needs no answer any more, so there is no letter."))
    idea = programme.get(Idea, trigger.idea_id)
    promised, about = school_promise.promise(programme), programme.about
    return build(
        LetterPaper(
            school=about.school,
            on=on,
            decider=trigger.decider,
            due=trigger.due,
            idea=idea.text,
            needed=trigger.needed,
            students_back=idea.students_back,
            adults_back=idea.adults_back,
            pulled_on=trigger.added_at.date(),
            translation=idea.translation,
            drawing=idea.drawing,
            promised=promised.answer_days if promised is not None else 0,
            hears=promised.told_when_overdue if promised is not None else "",
            practice=about.practice,
        )
    )
