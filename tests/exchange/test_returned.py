"""A plan's PDF comes home: what is in it, and whether it is what was sent."""

import io
import json
import os
import sys
import time
import zlib
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from tests.exchange import forms
from workshop_app.exchange import apart, found, reply_child, returned
from workshop_app.exchange.found import Signature
from workshop_app.exchange.pdf_safe import RefusedError
from workshop_app.exchange.returned import Returned, Same
from workshop_app.exchange.unreadable import UnreadableError

PLAN = json.dumps(
    {
        "plan": "p1",
        "school": "Ysgol y Bryn",
        "title": "Ask us halfway",
        "version": 2,
        "actions": [
            {"hands": "ours", "what": "Make three questions"},
            {"hands": "decision", "what": "May we ask halfway?", "asked_of": "The head"},
        ],
    }
)
PDF = forms.made(PLAN)
SENT = forms.sending(PDF, PLAN)
FACES = tuple(SENT.faces.split())


def in_process(command, data, limits):
    """The child's own code, in this process: for many cases, of which none is hostile."""
    try:
        return found.encoded(reply_child.read(data, int(command[2])))
    except (RefusedError, pikepdf.PikepdfError, ValueError, TypeError, AttributeError, LookupError) as error:
        fault = error.fault if isinstance(error, RefusedError) else found.Fault.BROKEN
        return found.encoded(found.Found(fault=fault))


@pytest.fixture
def home(tmp_path: Path):
    def look(data: bytes, sendings=(SENT,), ask=in_process) -> Returned:
        place = tmp_path / "home.pdf"
        place.write_bytes(data)
        return returned.read(place, sendings, ask)

    return look


class TestComesHome:
    def test_filled_incrementally_it_begins_with_what_was_sent(self, home) -> None:
        came = home(forms.by_pypdf(PDF, forms.answers()), ask=apart.ask)
        assert (came.same, came.sending, came.found.changed, came.found.plan_changed) == (Same.BEGINS, 0, (), False)
        assert came.found.values == forms.answers()
        assert came.found.attached is not None
        assert (came.found.attached.hash, came.found.attached.version) == (SENT.content_hash, 2)
        assert [one.what for one in came.found.attached.asks] == ["May we ask halfway?"]

    def test_filled_by_a_browser_it_is_another_file_with_the_same_plan_and_pages(self, home) -> None:
        came = home(forms.by_browser(PDF, forms.answers()), ask=apart.ask)
        assert (came.same, came.sending) == (Same.OTHER, None)
        assert came.found.values == forms.answers()
        assert came.found.attached is not None
        assert came.found.attached.hash == SENT.content_hash
        assert came.found.faces == FACES

    def test_empty_as_it_was_sent(self, home) -> None:
        came = home(PDF)
        assert (came.same, came.found.values, came.found.signature) == (Same.BEGINS, {}, Signature.NONE)

    def test_the_newest_of_several_sendings_is_meant(self, home) -> None:
        assert home(PDF, (SENT, SENT)).sending == 1

    def test_one_that_never_went_out_is_another(self, home) -> None:
        assert home(PDF, ()).same is Same.OTHER

    def test_circles_that_only_their_looks_tell(self, home) -> None:
        def mark(pdf) -> None:
            for one in pdf.pages[0].Annots:
                if str(one.get("/AP", {}).get("/N", {}).get("/no", "")):
                    one.AS = Name("/no")

        assert home(forms.rewritten(PDF, mark)).found.values == {"ask1.answer": "no"}

    def test_a_signature_by_certificate_fits_and_changes_no_face(self, home, tmp_path: Path) -> None:
        signed = forms.signed_by_head(forms.by_pypdf(PDF, forms.answers()), tmp_path)
        came = home(signed, ask=apart.ask)
        assert (came.same, came.found.changed) == (Same.BEGINS, ())
        assert (came.found.signature, came.found.signer) == (Signature.FITS, "Workshop app, this installation")
        added = home(forms.by_pypdf(signed, {"ask1.answer": "no"}))
        assert (added.same, added.found.signature) == (Same.BEGINS, Signature.ADDED_TO)
        forged = signed.replace(b"(Ms H)", b"(Ms X)")
        assert home(forged).found.signature is Signature.BROKEN


class TestChanged:
    @settings(max_examples=30)
    @given(st.integers(0, len(PDF) - 1), st.integers(1, 255), st.booleans())
    def test_one_flipped_byte_is_never_what_was_sent(self, tmp_path_factory, place: int, by: int, filled: bool) -> None:
        data = bytearray(forms.by_pypdf(PDF, forms.answers()) if filled else PDF)
        data[place] ^= by
        home = tmp_path_factory.mktemp("flip") / "home.pdf"
        home.write_bytes(data)
        assert returned.read(home, (SENT,), in_process).same is Same.TOUCHED

    def test_a_page_that_was_changed_afterwards(self, home) -> None:
        came = home(_appended(lambda pdf: _draw_over(pdf, 1)))
        assert (came.same, came.found.changed) == (Same.BEGINS, (2,))

    def test_a_note_that_was_laid_over_a_page(self, home) -> None:
        def lay(pdf) -> None:
            note = Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([72, 640, 300, 680]), F=4)
            pdf.pages[0].Annots.append(pdf.make_indirect(note))

        came = home(forms.rewritten(PDF, lay))
        assert came.found.noted == (1,)
        assert came.found.faces[0] != FACES[0]

    def test_another_plan_that_was_attached_afterwards(self, home) -> None:
        came = home(_appended(_attach_other))
        assert came.found.plan_changed
        assert came.found.attached is not None
        assert came.found.attached.hash == SENT.content_hash  # what was sent is what is read

    @pytest.mark.parametrize("change", ["rect", "name", "words"])
    def test_a_form_that_asks_something_else_shows_another_face(self, home, change: str) -> None:
        def alter(pdf) -> None:
            field = pdf.pages[0].Annots[6]
            if change == "rect":
                field.Rect = Array([72, 650, 252, 676])
            elif change == "name":
                field.T = String("next")
            else:
                field.TU = String("Something else")

        assert home(forms.rewritten(PDF, alter)).found.faces[0] != FACES[0]

    @settings(max_examples=20)
    @given(st.text(max_size=30))
    def test_whatever_is_filled_in_the_face_stays(self, text: str) -> None:
        with pikepdf.open(io.BytesIO(PDF)) as pdf:
            for one in pdf.pages[0].Annots:
                if one.get("/FT") == Name.Tx:
                    one.V = String(text)
            out = io.BytesIO()
            pdf.save(out)
        assert reply_child.read(out.getvalue()).faces == FACES


class TestTricks:
    """What was seen on the page is what is read, or nothing is."""

    def test_a_circle_that_says_another_answer_than_its_words_shows_another_face(self, home) -> None:
        def swap(pdf) -> None:
            yes, no = (_circle(pdf, one) for one in ("/yes", "/no"))
            for one, says in ((yes, "/no"), (no, "/yes")):
                [on] = set(one.AP.N.keys()) - {"/Off"}
                one.AP.N = Dictionary({says: one.AP.N[on], "/Off": one.AP.N.Off})

        came = home(forms.by_browser(forms.rewritten(PDF, swap), {"ask1.answer": "yes"}))
        assert came.found.values["ask1.answer"] == "yes"
        assert came.found.faces[0] != FACES[0]

    def test_a_second_field_that_no_page_shows_is_not_read(self, home) -> None:
        def hide(pdf) -> None:
            group = pdf.make_indirect(Dictionary(T=String("ask1"), Kids=Array()))
            field = Dictionary(FT=Name.Btn, T=String("answer"), V=Name("/yes"), Ff=1 << 15, Parent=group)
            group.Kids.append(pdf.make_indirect(field))
            pdf.Root.AcroForm.Fields.insert(0, group)

        filled = forms.by_pypdf(PDF, forms.answers(ask1__answer="no"))
        came = home(forms.rewritten(filled, hide))
        assert (came.found.faces, came.found.values["ask1.answer"]) == (FACES, "no")
        assert "ask1.answer" not in home(forms.rewritten(PDF, hide)).found.values

    def test_a_circle_that_looks_filled_while_its_field_says_another_answer_says_nothing(self, home) -> None:
        def contradict(pdf) -> None:
            circle = _circle(pdf, "/no")
            circle.AS = Name("/no")
            circle.Parent.V = Name("/yes")

        assert home(forms.rewritten(PDF, contradict)).found.values == {}


def _circle(pdf, says: str):
    return next(one for one in pdf.pages[0].Annots if says in one.get("/AP", {}).get("/N", {}))


class TestHostile:
    """Each is refused in a sentence, soon, whatever it wants."""

    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (b"", "is empty"),
            (b"hello", "is not a PDF"),
            (PDF[: len(PDF) // 2], "is damaged"),
            (b"%PDF-1.7\n" + b"[" * 100_000, "is damaged"),
            (b"%PDF-1.7\n%%EOF\n", "is damaged"),
        ],
    )
    def test_no_sound_pdf(self, home, data: bytes, why: str) -> None:
        assert why in _refused(home, data, apart.ask)

    @pytest.mark.parametrize(
        "make",
        [
            lambda: Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")),
            lambda: Dictionary(S=Name.Launch, F=String("cmd.exe")),
            lambda: Dictionary(S=Name.SubmitForm, F=String("http://x")),
            lambda: Dictionary(S=Name.Hide, T=String("ask1.reason"), H=True),
        ],
    )
    @pytest.mark.parametrize("where", ["/OpenAction", "/A", "/Nobody"])
    def test_what_acts_by_itself(self, home, make, where: str) -> None:
        def add(pdf) -> None:
            holder = pdf.pages[0].obj if where == "/A" else pdf.Root
            holder[where] = make()

        assert "acts by itself" in _refused(home, forms.rewritten(PDF, add))

    @pytest.mark.parametrize("key", ["/AA", "/XFA"])
    def test_forms_of_another_kind(self, home, key: str) -> None:
        def add(pdf) -> None:
            pdf.Root.AcroForm[key] = Dictionary(C=Dictionary())

        assert "acts by itself" in _refused(home, forms.rewritten(PDF, add))

    def test_other_files(self, home) -> None:
        def add(pdf) -> None:
            pdf.attachments["run.exe"] = pikepdf.AttachedFileSpec(pdf, b"MZ", filename="run.exe")

        assert "Other files" in _refused(home, forms.rewritten(PDF, add))

    def test_a_password(self, home) -> None:
        with pikepdf.open(io.BytesIO(PDF)) as pdf:
            out = io.BytesIO()
            pdf.save(out, encryption=pikepdf.Encryption(owner="x", user="y"))
        assert "password" in _refused(home, out.getvalue())

    @pytest.mark.parametrize("where", ["page", "plan", "objects"])
    def test_what_unfolds_to_far_too_much(self, home, where: str) -> None:
        assert "more time or memory" in _refused(home, _bomb(where), apart.ask) or where == "objects"

    def test_deep_nesting(self, home) -> None:
        def nest(pdf) -> None:
            deep = Array([])
            for _ in range(300):
                deep = Array([deep])
            pdf.Root.Deep = deep

        assert "more time or memory" in _refused(home, forms.rewritten(PDF, nest))

    def test_a_huge_file_is_not_even_opened(self, tmp_path: Path) -> None:
        place = tmp_path / "huge.pdf"
        with place.open("wb") as file:
            file.write(PDF)
            file.truncate(300 * 1024 * 1024)
        with pytest.raises(UnreadableError, match="larger than any plan"):
            returned.read(place, (SENT,), _never)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
    def test_what_is_no_file(self, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe.pdf"
        os.mkfifo(pipe)
        for place, why in (
            (tmp_path, "not a file"),
            (pipe, "not a file"),
            (tmp_path / "x.pdf", "no file"),
            (Path("a\0b"), "can't be read"),
        ):
            with pytest.raises(UnreadableError, match=why):
                returned.read(place, (SENT,), _never)


class TestTheChild:
    LIMITS = apart.Limits(memory=256 * apart.MEGABYTE, seconds=1, patience=0.8, answer=1000)

    @pytest.mark.parametrize(
        "code",
        [
            "import time; time.sleep(60)",
            "while True: pass",
            "b = bytearray(10**9)",
            "import os; os.kill(os.getpid(), 9)",
            "import sys; sys.stdout.write('x' * 10**6)",
            "raise SystemExit(3)",
        ],
    )
    def test_it_hangs_eats_dies_or_babbles(self, code: str) -> None:
        confined = "import sys; from workshop_app.exchange import apart; apart.confine(apart.Limits(2**28, 1)); "
        begun = time.monotonic()
        with pytest.raises(apart.ApartError):
            apart.ask((), b"x" * 10**6, self.LIMITS, (sys.executable, "-c", confined + code))
        assert time.monotonic() - begun < 6

    def test_it_can_write_nothing(self, tmp_path: Path) -> None:
        code = (
            "from workshop_app.exchange import apart; apart.confine(apart.Limits()); open('x', 'w').write('x' * 9999)"
        )
        with pytest.raises(apart.ApartError):
            apart.ask((), b"", self.LIMITS, (sys.executable, "-c", f"import os; os.chdir({str(tmp_path)!r}); {code}"))
        assert (tmp_path / "x").read_bytes() == b""

    def test_nonsense_for_an_answer_is_a_sentence(self, home) -> None:
        for answer in (b"", b"[]", b'{"values": 3}'):
            assert "more time or memory" in _refused(home, PDF, ask=lambda *_, answer=answer: answer)

    def test_a_computer_that_can_start_no_process(self, home) -> None:
        def unable(*_: object) -> bytes:
            raise OSError("no more processes")

        assert "just now" in _refused(home, PDF, ask=unable)


def _refused(home, data: bytes, ask=in_process) -> str:
    begun = time.monotonic()
    with pytest.raises(UnreadableError) as refused:
        home(data, (SENT,), ask)
    assert time.monotonic() - begun < 6  # alone on a machine it is one
    sentence = str(refused.value)
    assert sentence.endswith(".") and "\n" not in sentence
    return sentence


def _never(*_: object) -> bytes:
    raise AssertionError("it was read")


def _appended(change) -> bytes:
    """Changed as by an incremental save: the first bytes are those that were sent, the newest revision is another."""
    import pypdf

    other = forms.rewritten(PDF, change)
    with pikepdf.open(io.BytesIO(other)) as pdf:
        texts = [page.Contents.read_bytes() for page in pdf.pages]
        plan = bytes(pdf.attachments["plan.json"].get_file().read_bytes())
    writer = pypdf.PdfWriter(io.BytesIO(PDF), incremental=True)
    for page, text in zip(writer.pages, texts, strict=True):
        stream = page.get("/Contents").get_object()
        if stream.get_data() != text:
            stream.set_data(text)
    files = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    held = files[1].get_object()["/EF"]["/F"].get_object()
    if held.get_data() != plan:
        held.set_data(plan)
    out = io.BytesIO()
    writer.write(out)
    assert out.getvalue().startswith(PDF)
    return out.getvalue()


def _draw_over(pdf, page: int) -> None:
    text = pdf.pages[page].Contents.read_bytes()
    pdf.pages[page].Contents = pdf.make_stream(text.replace(b"The plan", b"The ploy"))


def _attach_other(pdf) -> None:
    del pdf.attachments["plan.json"]
    pdf.attachments["plan.json"] = pikepdf.AttachedFileSpec(pdf, b"{}", filename="plan.json")


@cache
def _packed() -> bytes:
    packer = zlib.compressobj(1)
    block = bytes(1024 * 1024)
    return b"".join(packer.compress(block) for _ in range(80)) + packer.flush()


def _bomb(where: str) -> bytes:
    """A little that unfolds to 80 megabytes, as a page, as the plan, or as what tells where objects are."""
    raw = _packed()
    if where == "objects":
        head = b"%PDF-1.7\n1 0 obj<</Type/XRef/Size 9/W[1 2 1]/Root 2 0 R/Filter/FlateDecode/Length "
        return head + str(len(raw)).encode() + b">>stream\n" + raw + b"\nendstream endobj\nstartxref\n9\n%%EOF\n"

    def swell(pdf) -> None:
        stream = pikepdf.Stream(pdf, raw)
        stream.Filter = Name.FlateDecode
        if where == "page":
            pdf.pages[0].Contents = pdf.make_indirect(stream)
        else:
            pdf.Root.Names.EmbeddedFiles.Names[1].EF.F = pdf.make_indirect(stream)

    with pikepdf.open(io.BytesIO(PDF)) as pdf:
        swell(pdf)
        out = io.BytesIO()
        pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()
