"""Small PDFs with the reply form of a plan, and the ways in which readers fill and save one."""

import ctypes
import hashlib
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
from asn1crypto import keys, x509
from pikepdf import Array, Dictionary, Name, Pdf, String
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko_certvalidator.registry import SimpleCertificateStore
from pypdfium2 import raw
from reportlab.pdfgen.canvas import Canvas

from workshop_app.exchange import marks, pdf_face
from workshop_app.exchange.returned import Sending
from workshop_app.storage.identity import identity

KINDS = ("yes", "yes-with-changes", "not-yet", "no", "passed-on")
TEXTS = ("passed_to", "reason", "next", "by_whom", "by_when")


def made(plan: str, asks: Sequence[str] = ("May we ask halfway?",), pages: int = 2) -> bytes:
    """A paper with the plan attached, and on its first page the form for these asks."""
    drawn = io.BytesIO()
    canvas = Canvas(drawn, invariant=True)
    for number in range(pages):
        canvas.drawString(72, 700, f"Page {number + 1}")
        for place, ask in enumerate(asks):
            canvas.drawString(72, 660 - 20 * place, ask if number == 0 else "The plan")
        canvas.showPage()
    canvas.save()
    with pikepdf.open(drawn) as pdf:
        _form(pdf, len(asks))
        attachment = pikepdf.AttachedFileSpec(pdf, plan.encode(), filename="plan.json", mime_type="application/json")
        pdf.attachments["plan.json"] = attachment
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def sending(pdf: bytes, plan: str) -> Sending:
    """How a paper is on record once it is sent."""
    own = hashlib.sha256(plan.encode()).hexdigest()
    return Sending(own, len(pdf), hashlib.sha256(pdf).hexdigest(), marks.of(pdf), pdf_face.of(pdf))


def answers(**more: str) -> dict[str, str]:
    """What a head fills in for one ask."""
    said = {
        "ask1.answer": "yes-with-changes",
        "ask1.reason": "Only in two classes — Nguyễn’s first",
        "decided_by": "Ms H",
    }
    return {**said, **{name.replace("__", "."): text for name, text in more.items()}}


def by_pypdf(pdf: bytes, filled: Mapping[str, str]) -> bytes:
    """Filled as pypdf does it incrementally, as many readers do: what was there stays, the rest is appended."""
    writer = pypdf.PdfWriter(io.BytesIO(pdf), incremental=True)
    told = {name: f"/{text}" if name.endswith(".answer") else text for name, text in filled.items()}
    for page in writer.pages:
        writer.update_page_form_field_values(page, told, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def by_browser(pdf: bytes, filled: Mapping[str, str]) -> bytes:
    """Filled by keys and clicks in the engine of a browser, which writes the whole file anew."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    for number in range(len(document)):
        page = document[number]
        for place in range(raw.FPDFPage_GetAnnotCount(page)):
            annot = raw.FPDFPage_GetAnnot(page, place)
            name = _utf16(raw.FPDFAnnot_GetFormFieldName, document.formenv, annot)
            if name in filled:
                _fill(document.formenv, page, annot, name, filled[name])
            raw.FPDFPage_CloseAnnot(annot)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def _fill(form: object, page: object, annot: object, name: str, text: str) -> None:
    box = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annot, box)
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    if name.endswith(".answer") and _utf16(raw.FPDFAnnot_GetFormFieldExportValue, form, annot) != text:
        return
    raw.FORM_OnMouseMove(form, page, 0, x, y)
    raw.FORM_OnLButtonDown(form, page, 0, x, y)
    raw.FORM_OnLButtonUp(form, page, 0, x, y)
    if not name.endswith(".answer"):
        for letter in text:
            raw.FORM_OnChar(form, page, ord(letter), 0)
        raw.FORM_ForceToKillFocus(form)


def _utf16(ask: object, form: object, annot: object) -> str:
    size = ask(form, annot, None, 0)
    buffer = ctypes.create_string_buffer(size)
    ask(form, annot, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: size - 2].decode("utf-16-le")


def rewritten(pdf: bytes, change: object = None) -> bytes:
    """Written anew as a whole, after `change` was made to it."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        if change is not None:
            change(opened)
        out = io.BytesIO()
        opened.save(out, linearize=True)
    return out.getvalue()


def _form(pdf: Pdf, asks: int) -> None:
    helvetica = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    fields = Array()
    for number in range(1, asks + 1):
        top = 600 - 150 * (number - 1)
        kids = [_circle(pdf, 72 + 40 * place, top, kind) for place, kind in enumerate(KINDS)]
        answer = pdf.make_indirect(
            Dictionary(FT=Name.Btn, Ff=1 << 15 | 1 << 14, T=String("answer"), TU=String(f"Answer {number}"), Kids=kids)
        )
        for kid in kids:
            kid.Parent = answer
        texts = [_line(pdf, 72, top - 20 * (place + 1), name) for place, name in enumerate(TEXTS)]
        ask = pdf.make_indirect(Dictionary(T=String(f"ask{number}"), Kids=Array([answer, *texts])))
        for kid in (answer, *texts):
            kid.Parent = ask
        fields.append(ask)
    ends = [_line(pdf, 72 + 200 * place, 100, name) for place, name in enumerate(("decided_by", "decided_on"))]
    head = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String("head"), Rect=Array([72, 40, 200, 80]), F=4
        )
    )
    for one in (*ends, head):
        fields.append(one)
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(Fields=fields, DR=Dictionary(Font=Dictionary(Helv=helvetica)), DA=String("/Helv 10 Tf 0 g"))
    )
    page = pdf.pages[0].obj
    page.Annots = Array([one for one in pdf.objects if isinstance(one, Dictionary) and "/Rect" in one])
    for one in page.Annots:
        one.P = page


def _line(pdf: Pdf, x: float, y: float, name: str) -> pikepdf.Object:
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String(name),
            TU=String(name),
            Rect=Array([x, y, x + 180, y + 16]),
            F=4,
            DA=String("/Helv 10 Tf 0 g"),
        )
    )


def _circle(pdf: Pdf, x: float, y: float, kind: str) -> pikepdf.Object:
    states = Dictionary()
    for state in (kind, "Off"):
        look = pdf.make_stream(b"0 0 12 12 re S" if state == "Off" else b"0 0 12 12 re f")
        look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 12, 12])
        states[f"/{state}"] = look
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            Rect=Array([x, y, x + 12, y + 12]),
            F=4,
            AS=Name.Off,
            AP=Dictionary(N=states),
            MK=Dictionary(CA=String("l")),
        )
    )


def signed_by_head(pdf: bytes, home: Path) -> bytes:
    """Signed by certificate in the field for it, as a head with a certificate of their own does."""
    own = identity(home)
    signer = signers.SimpleSigner(
        signing_cert=x509.Certificate.load(own.certificate),
        signing_key=keys.PrivateKeyInfo.load(own.key),
        cert_registry=SimpleCertificateStore(),
    )
    out = io.BytesIO()
    meta = signers.PdfSignatureMetadata(field_name="head", md_algorithm="sha256")
    signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), meta, signer, existing_fields_only=True, output=out)
    return out.getvalue()
