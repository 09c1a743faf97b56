"""The signature by certificate of whoever answers: whether it fits the file, and whose name it bears.

Whose it really is can't be known here; nobody vouches for a head's certificate to a classroom. Runs in a process of its
own, and only where there is such a signature, since what checks it takes its time to load.
"""

from io import BytesIO

from workshop_app.exchange.found import Signature

LONGEST = 120  # characters of a name


def checked(data: bytes, field: str) -> tuple[Signature, str]:
    """How the signature in a field fits the whole file, and the name that its certificate bears."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    try:
        found = [one for one in PdfFileReader(BytesIO(data)).embedded_signatures if one.field_name == field]
        [signature] = found
        signature.compute_integrity_info(skip_diff=True)
        intact, valid = validate_sig_integrity(
            signature.signer_info, signature.signer_cert, "data", signature.compute_digest()
        )
        name = str(signature.signer_cert.subject.native.get("common_name", ""))[:LONGEST]
    except Exception:
        return Signature.BROKEN, ""
    if not (intact and valid):
        return Signature.BROKEN, name
    whole = signature.coverage is SignatureCoverageLevel.ENTIRE_FILE
    return Signature.FITS if whole else Signature.ADDED_TO, name
