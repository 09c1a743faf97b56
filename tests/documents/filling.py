"""Filling in a paper's form as programs do that people have: pypdf appends, a browser's engine writes all anew."""

import ctypes
from io import BytesIO

import pypdfium2
import pypdfium2.raw as engine
from pypdf import PdfReader, PdfWriter


def fields(pdf: bytes) -> dict[str, str]:
    """What each field holds that holds anything, by its whole name; ticks without their stroke, no signatures."""
    found = PdfReader(BytesIO(pdf)).get_fields() or {}
    held = {name: field.get("/V") for name, field in found.items() if field.get("/FT") != "/Sig"}
    return {name: str(value).removeprefix("/") for name, value in held.items() if value not in (None, "", "/Off")}


def by_pypdf(pdf: bytes, values: dict[str, str]) -> bytes:
    """Filled in and appended to what was there."""
    writer = PdfWriter(BytesIO(pdf), incremental=True)
    ticked = {name: f"/{value}" if name.endswith(".answer") else value for name, value in values.items()}
    writer.update_page_form_field_values(None, ticked, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def by_browser(pdf: bytes, values: dict[str, str]) -> bytes:
    """Clicked and typed into the engine that browsers have, and saved by it, page by page."""
    spots = _spots(pdf)
    with pypdfium2.PdfDocument(pdf) as file:
        file.init_forms()
        form = file.formenv
        pages = list(file)  # each stays open until all is typed, as in a window
        for name, value in values.items():
            number, x, y = spots[name, value] if name.endswith(".answer") else spots[name, ""]
            page = pages[number]
            engine.FORM_OnMouseMove(form, page, 0, x, y)
            engine.FORM_OnLButtonDown(form, page, 0, x, y)
            engine.FORM_OnLButtonUp(form, page, 0, x, y)
            if not name.endswith(".answer"):
                typed = (value + "\0").encode("utf-16-le")
                wide = ctypes.cast(ctypes.create_string_buffer(typed), ctypes.POINTER(ctypes.c_ushort))
                engine.FORM_ReplaceSelection(form, page, wide)
            engine.FORM_ForceToKillFocus(form)
        out = BytesIO()
        file.save(out)
    return out.getvalue()


def _spots(pdf: bytes) -> dict[tuple[str, str], tuple[int, float, float]]:
    """The middle of each field, or of each tick by its value: its page from 0, and where there."""
    spots = {}
    for number, page in enumerate(PdfReader(BytesIO(pdf)).pages):
        for one in page.get("/Annots", ()):
            widget = one.get_object()
            parts, above = [], widget
            while above is not None:
                parts.insert(0, str(above["/T"])) if "/T" in above else None
                above = above["/Parent"].get_object() if "/Parent" in above else None
            states = [key[1:] for key in widget["/AP"]["/N"] if key != "/Off"] if "/AS" in widget else [""]
            left, bottom, right, top = map(float, widget["/Rect"])
            spots[".".join(parts), states[0]] = (number, (left + right) / 2, (bottom + top) / 2)
    return spots
