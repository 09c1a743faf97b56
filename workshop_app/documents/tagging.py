"""Writes what a paper says into its file as a structure tree, so that it can be read aloud (PDF/UA-1)."""

from collections.abc import Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from workshop_app.documents.structure import Element, Kind, Marks, Placed
from workshop_app.documents.tagged_canvas import Drawn


class _Tree:
    """The structure tree while it is made: pages, annotations by their place, and what each page's marks belong to."""

    def __init__(self, pdf: Pdf, annotations: Mapping[int, Object]) -> None:
        self.pdf = pdf
        self.pages = [page.obj for page in pdf.pages]
        self.annotations = annotations
        self.marked: list[dict[int, Object]] = [{} for _ in self.pages]
        self.owners: dict[int, Object] = {}  # of annotations, by their place

    def written(self, element: Element, parent: Object) -> Object:
        """The element and all below it, as objects of the file."""
        first = element.first
        made = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.kind}"), P=parent))
        own = first.page if first is not None else 0
        made[Name.Pg] = self.pages[own]
        _describe(made, element)
        kids = Array()
        for kid in element.kids:
            if isinstance(kid, Marks):
                self.marked[kid.page][kid.number] = made
                kids.append(kid.number if kid.page == own else self._elsewhere(kid))
            elif isinstance(kid, Placed):
                self.owners[kid.place] = made
                thing = self.annotations[kid.place]
                kids.append(Dictionary(Type=Name.OBJR, Pg=self.pages[kid.page], Obj=thing))
            elif kid.is_said or kid.kind in (Kind.CELL, Kind.HEADER):
                kids.append(self.written(kid, made))
        made[Name.K] = kids
        return made

    def _elsewhere(self, marks: Marks) -> Dictionary:
        return Dictionary(Type=Name.MCR, Pg=self.pages[marks.page], MCID=marks.number)

    def parents(self) -> Dictionary:
        """Which element a page's marks and each annotation belong to; numbers the pages and annotations for it."""
        numbers = Array()
        for number, (page, marked) in enumerate(zip(self.pages, self.marked, strict=True)):
            page[Name.StructParents] = number
            numbers.append(number)
            numbers.append(self.pdf.make_indirect(Array([marked[one] for one in sorted(marked)])))
        for place, owner in sorted(self.owners.items()):
            number = len(self.pages) + place
            self.annotations[place][Name.StructParent] = number
            numbers.append(number)
            numbers.append(owner)
        return Dictionary(Nums=numbers)


def write(pdf: Pdf, drawn: Drawn, annotations: Mapping[int, Object]) -> None:
    """Put the structure tree into `pdf`; `annotations` are what the paper's links and fields became, by their place."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    tree = _Tree(pdf, annotations)
    root[Name.K] = Array([tree.written(drawn.root, root)])
    root[Name.ParentTree] = pdf.make_indirect(tree.parents())
    root[Name.ParentTreeNextKey] = len(pdf.pages) + len(annotations)
    pdf.Root[Name.StructTreeRoot] = root
    pdf.Root[Name.MarkInfo] = Dictionary(Marked=True)
    for page in pdf.pages:
        page.obj[Name.Tabs] = Name.S


def outline(pdf: Pdf, drawn: Drawn) -> None:
    """The headings as an outline to move by: the title, and the others below it."""
    with pdf.open_outline() as whole:
        level = whole.root
        for element in drawn.root.walk():
            first = element.first
            if id(element) not in drawn.tops or first is None or not element.words:
                continue
            top = drawn.tops[id(element)]
            item = pikepdf.OutlineItem(sayable(element.words), first.page, "XYZ", top=top)
            if element.kind is Kind.TITLE:
                whole.root.append(item)
                level = item.children
            else:
                level.append(item)


def sayable(words: str) -> str:
    """What a person wrote, without what no file can hold: halves of characters, and what steers machines."""
    whole = words.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "replace")
    return "".join(one if one.isprintable() or one == " " else " " for one in whole)


def _describe(made: Object, element: Element) -> None:
    if element.alt:
        made[Name.Alt] = String(sayable(element.alt))
    if element.lang:
        made[Name.Lang] = String(element.lang)
    if element.actual:
        made[Name.ActualText] = String(sayable(element.actual))
    attributes: dict[str, Any] = {}
    if element.scope:
        attributes = {"/O": Name.Table, "/Scope": Name(f"/{element.scope}")}
    elif element.box is not None:
        box = Array([round(one, 2) for one in element.box])
        attributes = {"/O": Name.Layout, "/Placement": Name.Block, "/BBox": box}
    if attributes:
        made[Name.A] = Dictionary(attributes)
