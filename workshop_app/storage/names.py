"""File names that every operating system takes, made of what a person called a thing."""

import unicodedata

LONGEST = 40  # characters; four bytes each at most, so that an ending and a number still fit on any disk
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}  # on Windows


def stem_of(name: str, otherwise: str) -> str:
    """A file name without its ending: small letters and digits of any script, and hyphens.

    `otherwise` is used where nothing is left, and goes in front where Windows keeps the name for itself.
    """
    whole = unicodedata.normalize("NFKC", name).casefold()
    stem = "".join(letter if letter.isalnum() else "-" for letter in whole).strip("-")[:LONGEST].strip("-")
    return f"{otherwise}-{stem}" if stem in _DEVICES else stem or otherwise
