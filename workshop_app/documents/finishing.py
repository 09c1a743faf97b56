"""The last pass over a drawn paper: what it says as a tree, what it is called, and nothing in it that is not used."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from workshop_app.documents import tagging
from workshop_app.documents.fonts import is_arabic
from workshop_app.documents.tagged_canvas import Drawn, Reacts

_CODE = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]+)>")
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_BLOCK = 100  # entries that a viewer takes in one go


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself. Texts are printable; `lang` is a language tag such as "en-GB"."""

    title: str
    author: str
    subject: str
    on: date
    lang: str = "en-GB"


def finish(data: bytes, drawn: Drawn, about: About) -> bytes:
    """The same pages, tagged, named and with only what they use; the same input gives the same bytes."""
    with pikepdf.open(BytesIO(data)) as pdf:
        _fonts(pdf)
        tagging.write(pdf, drawn, _annotations(pdf, drawn.reacts))
        tagging.outline(pdf, drawn)
        _says(pdf, about)
        out = BytesIO()
        pdf.save(
            out,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
    return out.getvalue()


def _annotations(pdf: Pdf, reacts: Sequence[Reacts]) -> dict[int, Object]:
    made: dict[int, Object] = {}
    for place, one in enumerate(reacts):
        page = pdf.pages[one.page].obj
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(side, 2) for side in one.box]),
            Border=Array([0, 0, 0]),
            Contents=String(one.element.alt),
            A=Dictionary(S=Name.URI, URI=String(str(one.target))),
            P=page,
            F=4,
        )
        made[place] = pdf.make_indirect(annotation)
        if Name.Annots not in page:
            page[Name.Annots] = Array()
        page[Name.Annots].append(made[place])
    return made


def _fonts(pdf: Pdf) -> None:
    """Leave out fonts that are not embedded (nothing is set in them), and say of each glyph which character it is."""
    seen = set()
    for page in pdf.pages:
        fonts = page.obj.Resources.get(Name.Font)
        if fonts is None or fonts.objgen in seen:
            continue
        seen.add(fonts.objgen)
        for name in list(fonts.keys()):
            if Name.FontDescriptor not in fonts[name]:
                del fonts[name]
            elif Name.ToUnicode in fonts[name]:
                cmap = fonts[name].ToUnicode
                cmap.write(to_unicode(cmap.read_bytes()))


def to_unicode(cmap: bytes) -> bytes:
    """A font's table from codes to characters as it should be: UTF-16, also above U+FFFF, and only real characters."""
    codes = [(int(code, 16), int(value, 16)) for code, value in _CODE.findall(cmap)]
    entries = [
        f"<{code:02X}> <{_written(value).encode('utf-16-be').hex().upper()}>" for code, value in codes if _real(value)
    ]
    some = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    blocks = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in some)
    return _CMAP.format(blocks=blocks).encode("ascii")


def _written(value: int) -> str:
    """What a person writes for a character: the letter itself for one of the shapes that Arabic letters take.

    Glyphs stand from left to right, and whoever copies them turns such a line round, also what is within one glyph.
    So the letters of a ligature stand from left to right too.
    """
    character = chr(value)
    return unicodedata.normalize("NFKC", character)[::-1] if is_arabic(character) else character


def _real(value: int) -> bool:
    return value >= 0x20 and value not in (0xFEFF, 0xFFFE) and not 0xD800 <= value < 0xE000


def _says(pdf: Pdf, about: About) -> None:
    root = pdf.Root
    root[Name.Lang] = String(about.lang)
    root[Name.ViewerPreferences] = Dictionary(DisplayDocTitle=True)
    stamp = f"{about.on:%Y%m%d}000000Z"
    pdf.trailer[Name.Info] = pdf.make_indirect(
        Dictionary(
            Title=String(about.title),
            Author=String(about.author),
            Subject=String(about.subject),
            Creator=String("Workshop"),
            Producer=String("Workshop"),
            CreationDate=String(f"D:{stamp}"),
            ModDate=String(f"D:{stamp}"),
        )
    )
    metadata = pdf.make_stream(_xmp(about).encode())
    metadata[Name.Type] = Name.Metadata
    metadata[Name.Subtype] = Name.XML
    root[Name.Metadata] = metadata


def _xmp(about: About) -> str:
    """Also claims PDF/UA-1, which every paper here is built to."""
    day = f"{about.on.isoformat()}T00:00:00Z"

    def words(name: str, text: str, group: str) -> str:
        lang = ' xml:lang="x-default"' if group == "Alt" else ""
        return f"<dc:{name}><rdf:{group}><rdf:li{lang}>{escape(text)}</rdf:li></rdf:{group}></dc:{name}>"

    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
        ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
        + words("title", about.title, "Alt")
        + words("creator", about.author, "Seq")
        + words("description", about.subject, "Alt")
        + words("language", about.lang, "Bag")
        + f"<pdf:Producer>Workshop</pdf:Producer><xmp:CreatorTool>Workshop</xmp:CreatorTool>"
        f"<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>"
        '<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
