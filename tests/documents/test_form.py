"""A plan's paper is answered in it: each ask by itself, with any program, and it says what each field is for."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from asn1crypto import x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from tests.documents.filling import by_browser, by_pypdf, fields
from tests.documents.reading import poppler, spoken, spoken_errors
from tests.documents.samples import NO_DECISION, ORDINARY, decision
from workshop_app.documents import plan
from workshop_app.documents.certifying import certified
from workshop_app.documents.reply_form import WORKSHOP
from workshop_app.domain.answers import Kind
from workshop_app.storage.identity import Identity

SOURCE = '{"format":"workshop-plan-3","title":"Gŵyl Łódź"}'
ASKS = tuple(decision(f"Ask number {number}") for number in range(1, 5))
EACH = ("answer", "passed_to", "reason", "next", "by_whom", "by_when")
ANSWERS = {
    "ask1.answer": "yes-with-changes",
    "ask1.reason": "Nguyễn asked, and Łukasz: ten minutes is right.",
    "ask1.by_when": "12 January",
    "ask4.answer": "passed-on",
    "ask4.passed_to": "Gwenllïan, the governors",
    "decided_by": "Ms Patel, head",
}


@pytest.fixture(scope="module")
def made() -> bytes:
    return plan.build(replace(ORDINARY, actions=(*ASKS, *ORDINARY.actions[1:]), source=SOURCE))


@pytest.fixture(scope="module")
def sent(made: bytes, own: Identity) -> bytes:
    return certified(made, own.key, own.certificate, WORKSHOP)


def names(pdf: bytes) -> dict[str, pikepdf.Object]:
    """Each field by its whole name."""
    found = {}

    def walk(field: pikepdf.Object, above: str) -> None:
        if "/T" not in field:
            return
        name = f"{above}{field.T}"
        if "/FT" in field:
            found[name] = (str(field.FT), str(field.TU), int(field.get("/Ff", 0)))
        for kid in field.get("/Kids", ()):
            walk(kid, f"{name}.")

    with pikepdf.open(BytesIO(pdf)) as file:
        for field in file.Root.AcroForm.Fields:
            walk(field, "")
        assert "/NeedAppearances" not in file.Root.AcroForm
        return found


def test_each_ask_has_its_fields_also_beyond_the_third(made: bytes) -> None:
    found = names(made)
    wanted = {f"ask{number}.{part}" for number in range(1, 5) for part in EACH}
    assert set(found) == wanted | {"decided_by", "decided_on", "head", "workshop"}
    assert {found[f"ask{number}.answer"][0] for number in range(1, 5)} == {"/Btn"}
    assert found["ask2.reason"] == ("/Tx", "Ask 2: Reason, for the students to read (needed unless “yes”)", 1 << 12)
    assert found["head"][0] == found["workshop"][0] == "/Sig"
    assert all(says for _kind, says, _flags in found.values())


def test_the_ticks_of_an_ask_are_the_one_list_of_answers(made: bytes) -> None:
    with pikepdf.open(BytesIO(made)) as file:
        [answer] = [field for field in file.Root.AcroForm.Fields[0].Kids if str(field.T) == "answer"]
        values = [next(key[1:] for key in kid.AP.N if key != "/Off") for kid in answer.Kids]
    assert values == [kind.value for kind in Kind]


def test_a_plan_that_asks_nothing_has_no_form_but_the_certificate() -> None:
    assert set(names(plan.build(NO_DECISION))) == {"workshop"}


def test_every_field_is_read_aloud(sent: bytes) -> None:
    assert spoken_errors(sent) == []
    kinds = [kind for kind, _ in spoken(sent)]
    assert kinds.count("Form") == 4 * (len(Kind) + 5) + 4


def test_what_was_sent_begins_with_what_was_made_and_any_change_shows(made: bytes, sent: bytes, own: Identity) -> None:
    assert sent.startswith(made)
    assert len(sent) - len(made) < 12_000
    assert intact(sent, own)
    flipped = bytearray(sent)
    flipped[len(made) // 2] ^= 1
    assert not intact(bytes(flipped), own)


def test_answers_can_be_appended_and_all_else_stays(sent: bytes) -> None:
    filled = by_pypdf(sent, ANSWERS)
    assert filled.startswith(sent)
    assert fields(filled) == ANSWERS
    assert_whole(filled)
    assert "Nguyễn asked, and Łukasz" in poppler(filled)


def test_a_browser_takes_and_keeps_the_answers(sent: bytes) -> None:
    filled = by_browser(sent, ANSWERS)
    assert fields(filled) == ANSWERS
    assert_whole(filled)


def test_the_plan_itself_goes_with_it_as_it_was_sealed(sent: bytes) -> None:
    assert_whole(sent)
    with pikepdf.open(BytesIO(sent)) as file:
        whole = file.Root.AF[0]
        assert (str(whole.AFRelationship), str(whole.EF.F.Subtype)) == ("/Source", "/application/json")
        assert str(whole.Desc)


def assert_whole(pdf: bytes) -> None:
    """It is still read aloud, and the plan is still in it."""
    with pikepdf.open(BytesIO(pdf)) as file:
        assert file.attachments["plan.json"].get_file().read_bytes() == SOURCE.encode()
        assert file.Root.MarkInfo.Marked
        assert len(file.Root.StructTreeRoot.K[0].K) > 10


def intact(pdf: bytes, own: Identity) -> bool:
    """Whether the certificate still covers the file, and is the one that this installation has."""
    with suppress(PdfError, SignatureValidationError, ValueError):  # harmed so much that it is no signature any more
        [signature] = [one for one in PdfFileReader(BytesIO(pdf)).embedded_signatures if one.field_name == "workshop"]
        known = ValidationContext(trust_roots=[x509.Certificate.load(own.certificate)], allow_fetching=False)
        status = asyncio.run(async_validate_pdf_signature(signature, known))
        return bool(status.intact and status.valid and status.trusted)
    return False
