"""Certifies a finished paper: whoever opens it is told whether anything but its answers was changed since.

Nothing is asked of any network, and no time is taken from one: the certificate is this installation's own, and what it
proves is that the bytes are those that this app wrote (see storage/identity.py, which keeps it).
"""

from io import BytesIO


def certified(pdf: bytes, key: bytes, certificate: bytes, field: str) -> bytes:
    """The same file with a certification signature in its field of that name, which allows filling in and signing.

    `key` is a private key (PKCS #8) and `certificate` its X.509 certificate, both DER. What is returned begins with
    `pdf` itself.
    """
    from asn1crypto import keys, x509
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers
    from pyhanko.sign.fields import MDPPerm
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    signer = signers.SimpleSigner(
        signing_cert=x509.Certificate.load(certificate),
        signing_key=keys.PrivateKeyInfo.load(key),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )
    meta = signers.PdfSignatureMetadata(
        field_name=field, certify=True, docmdp_permissions=MDPPerm.FILL_FORMS, md_algorithm="sha256"
    )
    out = BytesIO()
    signers.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), meta, signer, existing_fields_only=True, output=out)
    return out.getvalue()
