"""This installation's certificate: made once, kept for its owner alone, and never half."""

import os
import stat
from pathlib import Path

import pytest
from cryptography import x509

from workshop_app.storage.errors import StorageError
from workshop_app.storage.identity import Identity, fingerprint, identity

FILE = "identity.pem"
posix = pytest.mark.skipif(os.name == "nt", reason="rights are other ones there")


def test_it_is_made_once_and_stays_the_same(tmp_path: Path) -> None:
    home = tmp_path / "not" / "there yet"
    made = identity(home)
    assert identity(home) == made
    assert [one.name for one in home.iterdir()] == [FILE]
    assert made.fingerprint == fingerprint(made.certificate)
    assert len(made.fingerprint) == 64
    assert identity(tmp_path) != made


def test_it_names_nobody_and_its_key_is_in_no_message(own: Identity) -> None:
    certificate = x509.load_der_x509_certificate(own.certificate)
    assert certificate.subject.rfc4514_string().startswith("CN=Workshop app")
    assert certificate.issuer == certificate.subject
    assert own.key.hex() not in repr(own)
    assert str(own.key) not in repr(own)


@posix
def test_its_owner_alone_can_read_it(tmp_path: Path) -> None:
    identity(tmp_path)
    path = tmp_path / FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    identity(tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("held", [b"", b"not a key", "of another"])
def test_what_is_no_certificate_is_left_alone_and_said(tmp_path: Path, held: bytes | str) -> None:
    identity(tmp_path)
    path = tmp_path / FILE
    if isinstance(held, str):
        other = identity(tmp_path / "other")
        assert other
        mine, theirs = path.read_bytes(), (tmp_path / "other" / FILE).read_bytes()
        begin = b"-----BEGIN CERTIFICATE"
        held = mine[: mine.index(begin)] + theirs[theirs.index(begin) :]
    path.write_bytes(held)
    with pytest.raises(StorageError, match=r"identity\.pem in .* is no certificate of this app"):
        identity(tmp_path)
    assert path.read_bytes() == held


@pytest.mark.parametrize("what", ["a file for a home", "a folder for a file"])
def test_a_home_that_takes_nothing_is_said_in_a_sentence(tmp_path: Path, what: str) -> None:
    home = tmp_path / "home"
    if what == "a file for a home":
        home.write_text("")
    else:
        (home / FILE).mkdir(parents=True)
    with pytest.raises(StorageError, match="own certificate can't be kept"):
        identity(home)
