"""A rehearsal leads a whole workshop through the real windows and leaves a plan, a programme and pictures."""

import random
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

import tests.ui  # noqa: F401 - offscreen
from tests.documents.reading import poppler
from tests.programmes import new_ids, opened
from workshop_app.domain.facts import Fact, Happened
from workshop_app.domain.ideas import Idea, Source, themes
from workshop_app.domain.people import Person, Role, group
from workshop_app.domain.plans import actions_of, plans
from workshop_app.domain.programme import Programme
from workshop_app.domain.signing import standing
from workshop_app.exchange import csv_guess, csv_in
from workshop_app.storage import health
from workshop_app.ui.tour.player import Player
from workshop_app.ui.tour.rehearsal import rehearse
from workshop_app.ui.tour.script import Click, Press
from workshop_app.ui.tour.stage import NotThereError

LONDON = Path(__file__).resolve().parents[2] / "shared" / "data" / "london-youth-policing.csv"
SIZE = (1366, 768)
THREE = 'idea;who\r\n"Straße zur Schule; sicherer";a\r\nŁąka zamiast parkingu;b\r\n"=2+2 und ""mehr""";c\r\n'
TOPICS = ("school", "learn", "trust", "ask", "panel", "teach", "lunch", "corridor", "football", "quiet", "bus", "choir")


@dataclass(frozen=True)
class Rehearsed:
    """What a rehearsal has left."""

    out: Path
    programme: Programme
    facts: tuple[Fact, ...]

    @property
    def imported(self) -> list[str]:
        ideas = self.programme.all(Idea).values()
        return [idea.text for idea in ideas if idea.source is Source.IMPORTED]


def rehearsed(out: Path, table: Path | None, *, size: tuple[int, int] = SIZE, look: str = "light") -> Rehearsed:
    """Rehearse, and check what every rehearsal has to leave."""
    plan = rehearse(out, table, size=size, look=look, new_id=new_ids())
    programme_file = out / "programme.workshop"
    assert health.check(programme_file) == []
    workspace = opened(programme_file)
    found = Rehearsed(out, workspace.programme, workspace.facts)
    workspace.close()
    assert plan == out / "plan.pdf"
    check_plan(found, plan)
    check_pictures(out, size)
    return found


def check_plan(found: Rehearsed, plan: Path) -> None:
    """The paper carries the plan's actions, their owners and dates, and the names of those who signed."""
    programme = found.programme
    [made] = plans(programme)
    signing = standing(programme, made.id)
    assert signing.is_signed_off
    paper = " ".join(poppler(plan.read_bytes(), "-raw").split())
    squeezed = paper.replace(" ", "")
    actions = actions_of(programme, made.id)
    assert len(actions) == 3
    wanted = [made.title, made.change, made.how_we_know, programme.about.school]
    for action in actions:
        assert action.by is not None
        owners = [programme.get(Person, owner).name for owner in action.owner_ids]
        wanted += [action.what, *owners, str(action.by.year)]
    wanted += [signature.name for signature in signing.signed] + [person.name for person in signing.absent]
    missing = [words for words in wanted if words.replace(" ", "").replace("\n", "") not in squeezed]
    assert not missing, paper
    assert {signature.role for signature in signing.signed} >= {Role.STUDENT, Role.STAFF}
    assert any(signature.strokes for signature in signing.signed)
    assert [fact.data["file"] for fact in found.facts if fact.what is Happened.EXPORTED] == ["plan.pdf"]


def check_pictures(out: Path, size: tuple[int, int]) -> None:
    """They are numbered without a gap, of the window's size, and each shows something else."""
    pictures = sorted(out.glob("*.png"))
    assert [int(picture.name[:2]) for picture in pictures] == list(range(1, len(pictures) + 1))
    assert len(pictures) >= 15
    seen = [QImage(str(picture)) for picture in pictures]
    assert {(image.width(), image.height()) for image in seen} == {size}
    assert not any(one == other for one, other in pairwise(seen))
    left_over = {path.name for path in out.iterdir()} - {picture.name for picture in pictures}
    assert left_over == {"plan.pdf", "programme.workshop"}


def test_a_rehearsal_with_slips(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "77-old-picture.png").write_bytes(b"from another time")
    found = rehearsed(tmp_path, None)
    assert not found.imported
    sources = [idea.source for idea in found.programme.all(Idea).values()]
    assert sources.count(Source.TYPED) >= 5
    assert sources.count(Source.PASTED) >= 5
    assert len(themes(found.programme)) == 4
    assert [person.name for person in group(found.programme)][:3] == ["Siân", "Łukasz", "Nguyễn"]


def test_a_rehearsal_with_what_young_londoners_said(qapp: QApplication, tmp_path: Path) -> None:
    if not LONDON.is_file():
        pytest.skip(f"there is no {LONDON.name} beside the project; it is open data that stays outside of it")
    found = rehearsed(tmp_path, LONDON, size=(1280, 800), look="dark")
    assert len(found.imported) == 39
    data = LONDON.read_bytes()
    assert found.imported == [one.text for one in csv_in.read(data, csv_guess.guess(data), []).ideas]
    in_themes = [idea for idea in found.programme.all(Idea).values() if idea.theme_id]
    assert len(in_themes) >= 10


def test_a_rehearsal_with_three_ideas_from_an_odd_table(qapp: QApplication, tmp_path: Path) -> None:
    table = tmp_path / "drei.csv"
    table.write_bytes(THREE.encode("utf-16"))
    found = rehearsed(tmp_path / "out", table, look="contrast")
    assert found.imported == ["Straße zur Schule; sicherer", "Łąka zamiast parkingu", '=2+2 und "mehr"']


def test_a_rehearsal_with_two_hundred_ideas(qapp: QApplication, tmp_path: Path) -> None:
    draw = random.Random(7)
    rows = [f"{n}\tIdea {n}: {' '.join(draw.choices(TOPICS, k=draw.randint(1, 14)))}" for n in range(200)]
    table = tmp_path / "many.tsv"
    table.write_text("\n".join(["number\tidea", *rows]), encoding="utf-8")
    found = rehearsed(tmp_path / "out", table)
    assert len(found.imported) == 200


def test_a_tour_that_can_not_go_on_says_where(qapp: QApplication) -> None:
    window = QWidget()
    window.show()
    player = Player(window, lambda _name: None, has_table=False, patience=0.1)
    with pytest.raises(NotThereError, match=r"Step 2.*Carry on"):
        player.play([Press(key="Escape"), Click(on="Carry on")])
    window.close()
