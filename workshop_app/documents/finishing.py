"""The last pass over a drawn paper: what it says as a tree, what it is called, and nothing in it that is not used."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from workshop_app.documents import tagging, to_unicode, widgets
from workshop_app.documents.tagged_canvas import Drawn, Reacts


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself. Texts are printable; `lang` is a language tag such as "en-GB"."""

    title: str
    author: str
    subject: str
    on: date
    lang: str = "en-GB"


@dataclass(frozen=True, slots=True)
class Attached:
    """A file within the file, which the paper was made from. `kind` is its MIME type, `says` what it is in words."""

    name: str
    kind: str
    says: str
    data: bytes


def finish(data: bytes, drawn: Drawn, about: About, attached: Attached | None = None) -> bytes:
    """The same pages, tagged, named and with only what they use; the same input gives the same bytes."""
    with pikepdf.open(BytesIO(data)) as pdf:
        _fonts(pdf)
        tagging.write(pdf, drawn, _annotations(pdf, drawn.reacts))
        tagging.outline(pdf, drawn)
        _says(pdf, about)
        if attached is not None:
            _attach(pdf, attached)
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
    """Everything that reacts, by its place, each on its page."""
    made = widgets.made(pdf, reacts)
    for place, one in enumerate(reacts):
        if place not in made:
            made[place] = pdf.make_indirect(_link(one))
        page = pdf.pages[one.page].obj
        if Name.Annots not in page:
            page[Name.Annots] = Array()
        page[Name.Annots].append(made[place])
    return made


def _link(one: Reacts) -> Dictionary:
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array([round(side, 2) for side in one.box]),
        Border=Array([0, 0, 0]),
        Contents=String(tagging.sayable(one.element.alt)),
        A=Dictionary(S=Name.URI, URI=String(str(one.target))),
        F=4,
    )


def _attach(pdf: Pdf, attached: Attached) -> None:
    whole = pikepdf.AttachedFileSpec(
        pdf,
        attached.data,
        filename=attached.name,
        description=attached.says,
        mime_type=attached.kind,
        relationship=Name.Source,
    )
    pdf.attachments[attached.name] = whole
    pdf.Root[Name.AF] = Array([whole.obj])


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
                cmap.write(to_unicode.mended(cmap.read_bytes()))


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
