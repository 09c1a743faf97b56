"""A reading age for short texts: the Flesch-Kincaid grade plus five, the age at which a pupil reaches that grade.

    grade = 0.39 * words per sentence + 11.8 * syllables per word - 15.59      (Kincaid and others, 1975)

Below five the figure means nothing more, so five is the least. The formula sees long words and long sentences only,
so the tests also look at words of three syllables and at sentence length. It is written here because the usual
library fetches a dictionary from the network when it runs.
"""

import re

# Words of the bank that the rules below would count wrongly.
_EXCEPTIONS = {
    "anyone": 3, "area": 3, "being": 2, "beyond": 2, "bullying": 3, "choices": 2, "copying": 3, "curious": 3,
    "diet": 2, "doing": 2, "easier": 3, "evening": 2, "everybody": 4, "everyone": 3, "going": 2, "homework": 2,
    "idea": 3, "ideas": 3, "paying": 2, "people": 2, "quiet": 2, "real": 1, "really": 2, "safer": 2, "safety": 2,
    "somebody": 3, "someone": 2, "something": 2, "somewhere": 2, "timetable": 3, "tired": 2, "useful": 2,
}  # fmt: skip


def words(text: str) -> list[str]:
    """The words of a text; numbers and signs do not count."""
    return re.findall(r"[^\W\d_]+(?:[’'][^\W\d_]+)*", text)


def sentences(text: str) -> list[str]:
    """The sentences of a text, each at least one word long."""
    return [part for part in re.split(r"[.?]+", text) if words(part)]


def syllables(word: str) -> int:
    """Groups of vowels, less the silent ones, with a short list of exceptions. At least one."""
    word = re.sub(r"[’'].*", "", word.lower())
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    count = len(re.findall(r"[aeiouy]+", word))
    if re.search(r"[^aeiouy](?:e|es|ed)$", word) and not re.search(
        r"(?:[^aeiouy]le|[td]ed|(?:[sxz]|ch|sh|[cg])es)$", word
    ):
        count -= 1  # the e of “make”, “makes” and “asked”, but not of “little”, “needed” and “boxes”
    return max(1, count)


def reading_age(text: str) -> float:
    """The reading age of a text in years, at least five."""
    found = words(text)
    per_sentence = len(found) / len(sentences(text))
    per_word = sum(map(syllables, found)) / len(found)
    return max(5.0, 0.39 * per_sentence + 11.8 * per_word - 15.59 + 5)
