"""Reading a PDF back, as a person's reader would."""

import shutil
import subprocess
import tempfile
from html import unescape
from io import BytesIO
from pathlib import Path
from re import findall

import outloud
import pikepdf
import pytest
from pypdf import PdfReader

A4 = (595.2756, 841.8898)


def text(pdf: bytes) -> str:
    """All words in reading order, on one line: where lines break is no matter here."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def joined(pdf: bytes) -> str:
    """All characters without white space, for words that had to be broken. Feet of pages are in it too."""
    return "".join(text(pdf).split())


def poppler(pdf: bytes, *options: str) -> str:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed here")
    done = subprocess.run([program, *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode(errors="replace")  # poppler writes the title of a file in halves, if it has emoji


def words_outside(pdf: bytes, margin: float = 12, size: tuple[float, float] = A4) -> list[str]:
    """Words of which any part is nearer than `margin` points to the edge of the page, or beyond it."""
    pattern = r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
    found = findall(pattern, poppler(pdf, "-bbox"))
    assert found, "there are no words to look at"
    width, height = size
    return [
        unescape(word)
        for left, top, right, bottom, word in found
        if float(left) < margin
        or float(top) < margin
        or float(right) > width - margin
        or float(bottom) > height - margin
    ]


def spoken_errors(pdf: bytes) -> list[str]:
    """What stands in the way of having a paper read aloud, one sentence each; [] where nothing does."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(pdf)
        result = outloud.check(str(path))
    assert result.error is None, result.error
    return [f"{one.rule} {one.message} {one.location}" for one in result.findings if one.severity == "error"]


def spoken(pdf: bytes) -> list[tuple[str, str]]:
    """What is announced, in reading order: each element's type, and the words that stand for a picture or a field."""
    said: list[tuple[str, str]] = []

    def walk(element: pikepdf.Object) -> None:
        said.append((str(element.S)[1:], str(element.get("/Alt", ""))))
        for kid in element.get("/K", ()):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                walk(kid)

    with pikepdf.open(BytesIO(pdf)) as file:
        walk(file.Root.StructTreeRoot.K[0])
    return said[1:]


def everything(pdf: bytes) -> str:
    """Whatever stands in a file for a person or a program to find: pages, strings, streams, what is attached."""
    found = [text(pdf)]

    def walk(one: pikepdf.Object) -> None:
        if isinstance(one, pikepdf.String):
            found.append(str(one))
        elif isinstance(one, pikepdf.Array):
            for part in one:
                walk(part)
        elif isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            for _name, part in one.items():
                if not (isinstance(part, pikepdf.Object) and part.is_indirect):
                    walk(part)

    with pikepdf.open(BytesIO(pdf)) as file:
        for one in file.objects:
            walk(one)
            if isinstance(one, pikepdf.Stream) and "/Length1" not in one:
                data = one.read_bytes()
                found += [data.decode("utf-8", "replace"), data.decode("latin-1")]
    return "\n".join(found)
