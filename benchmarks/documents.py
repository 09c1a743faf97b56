"""What goes on paper and comes in as a table.

The first paper of a process loads reportlab, so it is timed in a process of its own. A paper's floor is reportlab
alone, setting the same words in the same typeface on plain pages; a table's is Python's own csv module.
"""

import csv
import io
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks import sample
from benchmarks.report import Figures, in_turns, median, timed
from workshop_app.documents.paper import Begins, PaperAction, PaperIdea, PaperPerson, PaperSignature, PlanPaper

IDEAS = 1000
FIRST = "from benchmarks.documents import first; print(first())"


def measure(*, small: bool) -> Figures:
    """All figures of papers and tables."""
    rounds, count = (2, 50) if small else (15, IDEAS)
    figures = {"plan_first_ms": float(_elsewhere(FIRST))}
    for name, paper in (("plan", _paper(4)), ("plan_long", _paper(20 if small else 200))):
        figures |= _papers(name, paper, rounds)
    figures |= _tables(count, rounds)
    return figures


def first() -> float:
    """The first paper of this process, in milliseconds, reportlab's import included."""

    def build() -> None:
        from workshop_app.documents.plan import build

        build(_paper(4))

    return timed(build)


def _papers(name: str, paper: PlanPaper, rounds: int) -> Figures:
    from workshop_app.documents.plan import build

    build(paper)
    app_ms, floor_ms = in_turns(rounds, lambda: build(paper), _bare(paper))
    return {
        f"{name}_ms": median(app_ms),
        f"{name}_floor_ms": median(floor_ms),
        f"{name}_over_floor": median(app_ms) / median(floor_ms),
        f"{name}_kb": len(build(paper)) / 1024,
    }


def _bare(paper: PlanPaper) -> Callable[[], object]:
    """The same words, line by line, with nothing around them."""
    from reportlab.pdfgen.canvas import Canvas

    from workshop_app.documents.fonts import REGULAR

    words = [action.what for action in paper.actions] + [idea.text for idea in paper.ideas]
    words += [f"{one.who.name} {one.words}" for one in paper.signatures]

    def write() -> None:
        page = Canvas(io.BytesIO(), pageCompression=1)
        for start in range(0, len(words), 40):
            page.setFont(REGULAR, 11)
            for number, line in enumerate(words[start : start + 40]):
                page.drawString(50, 790 - 18 * number, line)
            page.showPage()
        page.save()

    return write


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


def _paper(actions: int) -> PlanPaper:
    """A plan with so many actions, ideas and signatures."""
    words = sample.texts(2 * actions)
    wave = tuple((step / 60, 0.5 + 0.4 * ((step * 7) % 11 - 5) / 5) for step in range(60))
    people = [PaperPerson(f"Student {number}", "student") for number in range(1, actions + 1)]
    return PlanPaper(
        school="Riverside School",
        on=date(2026, 11, 20),
        title="Ask us halfway",
        change=" ".join(words[:2]),
        how_we_know=words[-1],
        actions=tuple(
            PaperAction(text, list(Begins)[number % 3], (person,), date(2026, 12, 1 + number % 28))
            for number, (text, person) in enumerate(zip(words, people, strict=False))
        ),
        signatures=(
            *(PaperSignature(person, (wave,)) for person in people),
            PaperSignature(PaperPerson("Ms P.", "staff"), (), "Ms P."),
        ),
        version=1,
        content_hash="0123456789abcdef" * 4,
        ideas=tuple(PaperIdea(text, "student", number % 9, number % 3) for number, text in enumerate(words[actions:])),
    )


def _elsewhere(script: str) -> str:
    """What a script prints in a process of its own."""
    top = Path(__file__).resolve().parent.parent
    return subprocess.run([sys.executable, "-c", script], cwd=top, capture_output=True, text=True, check=True).stdout
