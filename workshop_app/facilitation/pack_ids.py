"""Ids for what teachers write, made of their own words, so that a file stays readable."""

import re
import unicodedata
from collections.abc import Collection

LONGEST = 40  # characters


def slug(words: str, otherwise: str) -> str:
    """An id in kebab-case; `otherwise` where no Latin letter or digit is in the words."""
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    found = "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))
    if len(found) > LONGEST:
        found = found[: LONGEST + 1].rpartition("-")[0] or found[:LONGEST]
    return found or otherwise


def free(first: str, taken: Collection[str]) -> str:
    """`first`, or with the lowest number behind it that is not taken."""
    found, number = first, 2
    while found in taken:
        found, number = f"{first}-{number}", number + 1
    return found
