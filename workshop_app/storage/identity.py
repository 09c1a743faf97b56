"""This installation's own certificate: it certifies what leaves as paper, so that what comes back can be told apart.

A key and a certificate lie in one file in the laptop's home, which only its owner can read. They are made when they
are first needed, name nobody, and leave the laptop only as the certificate in each certified paper.
"""

import contextlib
import hashlib
import os
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from workshop_app.storage.errors import StorageError
from workshop_app.words import translate

_FILE = "identity.pem"
_YEARS = 20
_NAME = "Workshop app, this installation"
_OWNER_ONLY = 0o600
_BEGINS = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Identity:
    """A private key (PKCS #8) and its self-signed certificate (X.509), both DER."""

    key: bytes
    certificate: bytes

    def __repr__(self) -> str:
        """The key is in no message and no report."""
        return f"Identity({self.fingerprint[:12]}…)"

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the certificate, as 64 hexadecimal digits."""
        return fingerprint(self.certificate)


def fingerprint(certificate: bytes) -> str:
    """SHA-256 of a certificate (DER), as 64 hexadecimal digits."""
    return hashlib.sha256(certificate).hexdigest()


def identity(home: Path) -> Identity:
    """The identity kept in the laptop's home, made there if there is none; StorageError if that can't be done."""
    path = home / _FILE
    try:
        if not path.exists():
            _make(path)
        data = path.read_bytes()
    except OSError as error:
        raise StorageError(
            translate(
                "identity",
                "This laptop's own certificate can't be kept ({why}), so no plan can go out. All else is safe.",
                why=error.strerror or str(error),
            )
        ) from error
    with contextlib.suppress(OSError):
        if os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(_OWNER_ONLY)
    return _read(path, data)


def _read(path: Path, data: bytes) -> Identity:
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
        PublicFormat,
        load_pem_private_key,
    )

    try:
        key = load_pem_private_key(data, None)
        certificate = x509.load_pem_x509_certificate(data)
        shapes = [
            one.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
            for one in (key.public_key(), certificate.public_key())
        ]
        if shapes[0] != shapes[1]:
            raise ValueError("the certificate is of another key")
    except (ValueError, TypeError) as error:
        raise StorageError(
            translate(
                "identity",
                "{file} in {folder} is no certificate of this app. Move it away, and a new one is made.",
                file=path.name,
                folder=path.parent,
            )
        ) from error
    der = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return Identity(der, certificate.public_bytes(Encoding.DER))


def _make(path: Path) -> None:
    """Write a new key and certificate, whole or not at all; another window's that came first stays."""
    data = _new()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{_FILE}.", suffix=".part")  # for its owner alone
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            _name(part, path)
    finally:
        part.unlink(missing_ok=True)


def _name(part: Path, path: Path) -> None:
    """Give a file its name unless the name is taken; some sticks know no second name for a file."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:
        if not path.exists():
            part.replace(path)


def _new() -> bytes:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, _NAME)])
    now = datetime.now(UTC)
    begins = min(now - timedelta(days=1), _BEGINS)  # a laptop's clock may be ahead, and is set right later
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(max(now, _BEGINS) + timedelta(days=365 * _YEARS))
        .add_extension(usage, critical=True)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + certificate.public_bytes(Encoding.PEM)
