"""What a group has talked about and who spoke, as one small picture: squares that are full or not, bars with numbers.

It says nothing by colour alone, and all of its values again in words (`in_words`).
"""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from workshop_app.documents import look, scripts
from workshop_app.documents.fitting import cut
from workshop_app.documents.fonts import REGULAR
from workshop_app.documents.paper import PaperCoverage, PaperFamily
from workshop_app.documents.tagged_canvas import TaggedCanvas
from workshop_app.documents.wording import voices
from workshop_app.words import translate

_ROW = 15.5
_SIZE = 9.0
_SQUARE, _STEP = 8.0, 10.5
_NAME = 170.0  # points of a family's name at the most
_ROLE = 62.0
_BAR = 9.0


def in_words(coverage: PaperCoverage) -> str:
    """All that the picture shows, in two sentences."""
    asked = [
        translate("coverage picture", "{family} {n} of {all}", family=one.name, n=one.explored, all=one.whole)
        for one in coverage.families
    ]
    spoken = [translate("coverage picture", "{role} {n}", role=name, n=count) for name, count in voices(coverage)]
    sentences = []
    if asked:
        parts = ", ".join(asked)
        sentences.append(
            translate("coverage picture", "Parts of school life that we asked about: {parts}.", parts=parts)
        )
    if spoken:
        sentences.append(translate("coverage picture", "Ideas given: {parts}.", parts=", ".join(spoken)))
    return " ".join(sentences)


class CoveragePicture(Flowable):
    """A row for each family of aspects, and beside them one for each role that gave ideas."""

    canv: TaggedCanvas

    def __init__(self, coverage: PaperCoverage) -> None:
        super().__init__()
        self._families = coverage.families
        self._voices = voices(coverage)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as there is room, as high as the longer of both columns."""
        self.width = width
        self.height = _ROW * max(len(self._families), len(self._voices), 1) + 2
        return self.width, self.height

    def draw(self) -> None:
        """Both columns, from the top."""
        half = (self.width - look.GUTTER) / 2
        self._draw_families(self._families, half + 20)
        self._draw_voices(half + look.GUTTER + 20, half - 20)

    def _draw_families(self, families: Sequence[PaperFamily], wide: float) -> None:
        canvas = self.canv
        most = max((one.whole for one in families), default=1)
        widest = max((scripts.width(one.name, (REGULAR, _SIZE)) for one in families), default=0.0)
        named = min(_NAME, widest + 8)
        step = min(_STEP, (wide - named - 38) / most)
        square = min(_SQUARE, step - 2)
        for row, one in enumerate(families):
            y = self.height - _ROW * (row + 1) + 4
            canvas.setFillColor(look.INK)
            scripts.draw(canvas, (0, y), cut(one.name, named - 6, _SIZE), (REGULAR, _SIZE))
            canvas.setStrokeColor(look.ACCENT)
            canvas.setFillColor(look.ACCENT)
            canvas.setLineWidth(0.8)
            for place in range(one.whole):
                canvas.rect(named + place * step, y - 0.5, square, square, stroke=1, fill=int(place < one.explored))
            canvas.setFillColor(look.INK)
            number = translate("coverage picture", "{n} of {all}", n=one.explored, all=one.whole)
            scripts.draw(canvas, (named + one.whole * step + 4, y), number, (REGULAR, _SIZE))

    def _draw_voices(self, left: float, wide: float) -> None:
        canvas = self.canv
        most = max((count for _, count in self._voices), default=1)
        for row, (name, count) in enumerate(self._voices):
            y = self.height - _ROW * (row + 1) + 4
            canvas.setFillColor(look.INK)
            scripts.draw(canvas, (left, y), name, (REGULAR, _SIZE))
            length = max(1.0, (wide - _ROLE - 26) * count / most)
            canvas.setFillColor(look.ACCENT)
            canvas.rect(left + _ROLE, y - 1, length, _BAR, stroke=0, fill=1)
            canvas.setFillColor(look.INK)
            scripts.draw(canvas, (left + _ROLE + length + 5, y), str(count), (REGULAR, _SIZE))
