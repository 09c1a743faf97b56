"""The school promise as a page: to be signed by hand where nobody has signed it, or printed as it was signed."""

from dataclasses import replace
from datetime import date

from workshop_app.domain import school_promise
from workshop_app.domain.programme import Programme


def promise_page(programme: Programme, on: date) -> bytes:
    """The page of the promise that counts; one with lines for everything where nothing is promised yet."""
    from workshop_app.documents.promise_page import PromisePaper, build

    about, promised = programme.about, school_promise.promise(programme)
    said = tuple(
        (school_promise.name(field), school_promise.said(promised, field) if promised is not None else "")
        for field in school_promise.FIELDS
    )
    paper = PromisePaper(about.school, about.year, on, said, practice=about.practice)
    if promised is None or promised.signed_at is None:
        return build(paper)
    return build(
        replace(
            paper,
            signed_by=promised.signed_by,
            post=promised.post,
            signed_on=promised.signed_at.date(),
            strokes=promised.strokes,
            words=promised.words,
        )
    )
