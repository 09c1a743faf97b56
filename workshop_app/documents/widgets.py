"""The fields of a paper's form as a file has them: filled in with any reader, and each of them said aloud.

Their typeface is embedded whole, for what is typed later: Latin letters with every accent, Vietnamese, Cyrillic.
"""

from collections.abc import Sequence
from functools import cache

from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from reportlab.pdfbase.ttfonts import TTFontFace

from workshop_app import assets
from workshop_app.documents import to_unicode
from workshop_app.documents.fields import Field, TextField, Tick
from workshop_app.documents.tagged_canvas import Reacts

_LINES, _RADIO = 1 << 12, 1 << 15  # flags of fields (ISO 32000-1, tables 228 and 226)
_PRINT = 4  # a flag of annotations: it is there on paper too
_FONT = "/Form"
_INK = "0.106 0.125 0.188 rg"
_SIZE = 10
_DOT = 0.5523  # of a circle's radius, to where its curves are drawn


class Form:
    """The form of a file while it is made."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._groups: dict[str, Object] = {}
        self._fields = Array()
        self._looks: dict[tuple[bytes, tuple[float, float]], Object] = {}
        self._font = _typeface(pdf)

    def widget(self, placed: Reacts, field: Field) -> Object:
        """What a person clicks on a page; its field is made with it, unless another tick made it before."""
        made = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                Rect=Array([round(side, 2) for side in placed.box]),
                P=self._pdf.pages[placed.page].obj,
                F=_PRINT,
                TU=String(field.says),
            )
        )
        left, bottom, right, top = placed.box
        size = (round(right - left, 2), round(top - bottom, 2))
        if isinstance(field, Tick):
            self._tick(made, field, size)
        elif isinstance(field, TextField):
            self._text(made, field)
        else:
            made[Name.FT] = Name.Sig
            self._hang(made, field.name)
        return made

    def written(self) -> None:
        """Put the form into the file."""
        self._pdf.Root[Name.AcroForm] = self._pdf.make_indirect(
            Dictionary(
                Fields=self._fields,
                DR=Dictionary(Font=Dictionary({_FONT: self._font})),
                DA=String(f"{_FONT} {_SIZE} Tf {_INK}"),
            )
        )

    def _text(self, made: Object, field: TextField) -> None:
        made[Name.FT] = Name.Tx
        made[Name.Ff] = _LINES if field.lines else 0
        size_of = 0 if field.lines else _SIZE  # 0: as large as all of it fits
        made[Name.DA] = String(f"{_FONT} {size_of} Tf {_INK}")
        self._hang(made, field.name)

    def _tick(self, made: Object, field: Tick, size: tuple[float, float]) -> None:
        if field.name not in self._groups:
            group = Dictionary(FT=Name.Btn, Ff=_RADIO, TU=String(field.question), V=Name.Off, Kids=Array())
            self._groups[field.name] = self._pdf.make_indirect(group)
            self._hang(self._groups[field.name], field.name)
        parent = self._groups[field.name]
        made[Name.Parent] = parent
        made[Name.AS] = Name.Off
        made[Name.MK] = Dictionary(CA=String("l"))
        looks = {f"/{field.value}": self._look(_dot(*size), size), "/Off": self._look(b"", size)}
        made[Name.AP] = Dictionary(N=Dictionary(looks))
        parent[Name.Kids].append(made)

    def _hang(self, field: Object, name: str) -> None:
        """Give a field its name, below the group that its name begins with."""
        group, _, own = name.rpartition(".")
        field[Name.T] = String(own)
        if not group:
            self._fields.append(field)
            return
        if group not in self._groups:
            self._groups[group] = self._pdf.make_indirect(Dictionary(Kids=Array()))
            self._hang(self._groups[group], group)
        field[Name.Parent] = self._groups[group]
        self._groups[group][Name.Kids].append(field)

    def _look(self, content: bytes, size: tuple[float, float]) -> Object:
        """What a tick looks like; all ticks of one size share it. A field that is empty looks like nothing."""
        if (content, size) not in self._looks:
            look = self._pdf.make_stream(content)
            look[Name.Type], look[Name.Subtype] = Name.XObject, Name.Form
            look[Name.BBox] = Array([0, 0, *size])
            self._looks[content, size] = look
        return self._looks[content, size]


def made(pdf: Pdf, placed: Sequence[Reacts]) -> dict[int, Object]:
    """The fields among what reacts, each by its place; the form is in the file then, if there is any field."""
    fields = [(place, one) for place, one in enumerate(placed) if isinstance(one.target, Field)]
    if not fields:
        return {}
    form = Form(pdf)
    widgets = {place: form.widget(one, one.target) for place, one in fields if isinstance(one.target, Field)}
    form.written()
    return widgets


def _dot(width: float, height: float) -> bytes:
    """A filled circle in the middle."""
    x, y, r = width / 2, height / 2, min(width, height) / 2 - 3.4
    k = r * _DOT
    curves = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    lines = " ".join(" ".join(f"{one:.2f}" for one in curve) + " c" for curve in curves)
    return f"{_INK} {x + r:.2f} {y:.2f} m {lines} f".encode()


@cache
def _face() -> tuple[bytes, TTFontFace]:
    path = assets.find("fonts/WorkshopForm.ttf")
    return path.read_bytes(), TTFontFace(str(path))


def _typeface(pdf: Pdf) -> Object:
    """The fields' typeface, each glyph by its own number."""
    data, face = _face()
    file = pdf.make_stream(data)
    file[Name.Length1] = len(data)
    name = Name("/WorkshopForm")
    descriptor = pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=4,
            FontBBox=Array([round(one) for one in face.bbox]),
            ItalicAngle=0,
            Ascent=round(face.ascent),
            Descent=round(face.descent),
            CapHeight=round(face.capHeight),
            StemV=80,
            FontFile2=file,
        )
    )
    glyphs = sorted((glyph, code) for code, glyph in face.charToGlyph.items() if code >= 0x20 and code != 0xA0)
    widths = Array()
    for glyph, code in glyphs:
        widths.append(glyph)
        widths.append(Array([round(face.charWidths[code])]))
    descendant = pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            FontDescriptor=descriptor,
            W=widths,
            CIDToGIDMap=Name.Identity,
        )
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([descendant]),
            ToUnicode=pdf.make_stream(_characters(glyphs)),
        )
    )


def _characters(glyphs: Sequence[tuple[int, int]]) -> bytes:
    return to_unicode.table([(glyph, chr(code)) for glyph, code in glyphs], digits=4)
