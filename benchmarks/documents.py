"""What goes on paper and comes in as a table.

The first paper of a process loads reportlab, so it is timed in a process of its own. A paper's floor is reportlab
alone, setting the same words in the same typeface as paragraphs, with no tags, form or signatures; a table's is
Python's own csv module. What is promised: a plan of 31 pages within a second and 200 KB.
"""

import csv
import io
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import sample
from benchmarks.report import Figures, in_turns, median, timed
from workshop_app.documents.paper import (
    Begins,
    PaperAction,
    PaperCoverage,
    PaperFamily,
    PaperIdea,
    PaperPerson,
    PaperSignature,
    PlanPaper,
)

IDEAS = 1000
_IDEAS_A_PAGE = 15.0  # fewer than fit, so that the last page is not far beyond
FIRST = "from benchmarks.documents import first; print(first())"


def measure(*, small: bool) -> Figures:
    """All figures of papers and tables."""
    rounds, count = (2, 50) if small else (9, IDEAS)
    figures = {"plan_first_ms": float(_elsewhere(FIRST))}
    lengths = {"plan": 0, "plan_31": 3 if small else 31, "plan_201": 6 if small else 201}
    for name, pages in lengths.items():
        figures |= _papers(name, _paper(pages), min(rounds, 3) if pages > 100 else rounds)
    figures |= _certified(_paper(0), rounds)
    figures |= _tables(count, rounds)
    return figures


def first() -> float:
    """The first paper of this process, in milliseconds, reportlab's import included."""

    def build() -> None:
        from workshop_app.documents.plan import build

        build(_plan(4))

    return timed(build)


def _papers(name: str, paper: PlanPaper, rounds: int) -> Figures:
    from workshop_app.documents.plan import build

    made = build(paper)
    app_ms, floor_ms = in_turns(rounds, lambda: build(paper), _bare(paper))
    return {
        f"{name}_ms": median(app_ms),
        f"{name}_floor_ms": median(floor_ms),
        f"{name}_over_floor": median(app_ms) / median(floor_ms),
        f"{name}_kb": len(made) / 1024,
        f"{name}_pages": _pages(made),
    }


def _certified(paper: PlanPaper, rounds: int) -> Figures:
    """What the certificate adds to a paper."""
    from workshop_app.documents.certifying import certified
    from workshop_app.documents.plan import build
    from workshop_app.documents.reply_form import WORKSHOP
    from workshop_app.storage.identity import identity

    made = build(paper)
    with TemporaryDirectory() as home:
        own = identity(Path(home))
    certified(made, own.key, own.certificate, WORKSHOP)
    [ms] = in_turns(rounds, lambda: certified(made, own.key, own.certificate, WORKSHOP))
    added = len(certified(made, own.key, own.certificate, WORKSHOP)) - len(made)
    return {"certify_ms": median(ms), "certify_kb": added / 1024}


def _bare(paper: PlanPaper) -> Callable[[], object]:
    """The same words set by reportlab alone: paragraphs in the same typeface, with no tags, form or marks."""
    from xml.sax.saxutils import escape

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    from workshop_app.documents import look

    style = ParagraphStyle("bare", fontName=look.BODY.fontName, fontSize=10.5, leading=14.5)
    words = [paper.title, paper.change, paper.how_we_know, *(action.what for action in paper.actions)]
    words += [line for idea in paper.ideas for line in (idea.text, f"{idea.role} {idea.students_back}")]
    words += [f"{one.who.name} {one.words}" for one in paper.signatures]

    def write() -> None:
        whole = BaseDocTemplate(io.BytesIO(), initialFontName=style.fontName, pageCompression=1)
        whole.addPageTemplates(PageTemplate(frames=[Frame(48, 48, look.WIDTH, 760)]))
        whole.build([Paragraph(escape(line), style) for line in words])

    return write


def _pages(pdf: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as file:
        return len(file.pages)


def _tables(count: int, rounds: int) -> Figures:
    """A table of ideas read in, and the same ideas written out."""
    from workshop_app.exchange import csv_guess, csv_in, csv_out

    rows = [["Number", "Idea", "Given by"]]
    rows += [[str(number), text, "student"] for number, text in enumerate(sample.texts(count), start=1)]
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    data = text.getvalue().encode()

    def read() -> None:
        if len(csv_in.read(data, csv_guess.guess(data)).ideas) != count:
            raise RuntimeError("ideas were lost on the way in")

    def read_bare() -> None:
        list(csv.reader(io.StringIO(data.decode(), newline="")))

    def write() -> None:
        csv_out.write(tuple(rows[0]), rows[1:])

    def write_bare() -> None:
        csv.writer(io.StringIO(newline="")).writerows(rows)

    read_ms, read_floor, write_ms, write_floor = in_turns(rounds, read, read_bare, write, write_bare)
    return {
        "csv_read_1000_ms": median(read_ms),
        "csv_read_1000_floor_ms": median(read_floor),
        "csv_read_1000_over_floor": median(read_ms) / median(read_floor),
        "csv_write_1000_ms": median(write_ms),
        "csv_write_1000_floor_ms": median(write_floor),
        "csv_write_1000_over_floor": median(write_ms) / median(write_floor),
    }


def _paper(pages: int) -> PlanPaper:
    """A plan that was signed by fourteen, with three asks; with as many ideas behind it as fill so many pages."""
    from workshop_app.documents.plan import build

    plan = _plan(4)
    count, filled = 4, 2
    while filled < pages:
        count += max(1, round((pages - filled) * _IDEAS_A_PAGE))
        plan = _plan(count)
        filled = _pages(build(plan))
    return plan


def _plan(ideas: int) -> PlanPaper:
    words = sample.texts(ideas + 12)
    wave = tuple((step / 60, 0.5 + 0.4 * ((step * 7) % 11 - 5) / 5) for step in range(60))
    people = [PaperPerson(f"Student {number}", "student") for number in range(1, 13)]
    families = tuple(PaperFamily(f"Family {number}", number, 8) for number in range(5))
    return PlanPaper(
        school="Riverside School",
        on=date(2026, 11, 20),
        title="Ask us halfway",
        change=" ".join(words[:2]),
        how_we_know=words[2],
        actions=tuple(
            PaperAction(
                text, list(Begins)[number % 3], (person,), date(2026, 12, 1 + number), "the head", words[number]
            )
            for number, (text, person) in enumerate(zip(words[:9], people, strict=False))
        ),
        signatures=(
            *(PaperSignature(person, (wave,)) for person in people),
            PaperSignature(PaperPerson("Ms P.", "staff"), (), "Ms P."),
            PaperSignature(PaperPerson("Mr A.", "staff"), (wave,)),
        ),
        version=1,
        content_hash="0123456789abcdef" * 4,
        ideas=tuple(PaperIdea(text, "student", number % 9, number % 3) for number, text in enumerate(words[12:])),
        coverage=PaperCoverage(families, (("student", ideas), ("staff", 3))),
        source="{}",
    )


def _elsewhere(script: str) -> str:
    """What a script prints in a process of its own."""
    top = Path(__file__).resolve().parent.parent
    return subprocess.run([sys.executable, "-c", script], cwd=top, capture_output=True, text=True, check=True).stdout
