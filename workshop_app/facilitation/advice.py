"""A quiet hint on a teacher's own prompt, where it leads, asks for a person, or can be answered by yes or no.

It reads English, looks at how a question begins and at a few turns of phrase, and never blocks: it may be wrong.
"""

import re

from workshop_app.words import translate

_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
_NOT = r"(?:do|does|did|is|are|was|were|would|could|should|ca|wo|have|has|had)n['’]?t"
_LEADING = re.compile(
    rf"^(?:{_NOT}\s+(?:you|we|it|this|that|they|there|everyone|everybody)\b|surely\b|obviously\b"
    r"|(?:do|would|wouldn['’]?t)\s+you\s+(?:not\s+)?agree\b|we\s+all\s+(?:know|agree)\b)"
)
_TAG = re.compile(rf",\s*(?:{_NOT}\s+(?:you|we|it|they|he|she|there)|right|correct|yes|no)\s*\?$")
_ROLE = r"(?:teacher|student|pupil|person|adult|classmate|friend|child|kid|boy|girl|head|tutor|member of staff)"
_PERSON = re.compile(
    rf"\b(?:which|what)\s+(?:of\s+(?:the|your|our)\s+)?{_ROLE}\b(?!\s+(?:voice|council|body))"
    rf"|\bwhich\s+(?:of\s+(?:the|your|our)\s+)?(?:{_ROLE}s|staff)\b"
    rf"|\bname\s+(?:a|an|one|the|your)\s+(?:\w+\s+)?{_ROLE}\b"
    r"|\bwho(?:['’]s|\s+is|\s+are|\s+was)\s+(?:the\s+)?(?:\w+\s+)?(?:best|worst|most|least|nicest|strictest|meanest"
    r"|rudest|laziest|favou?rite)\b"
    r"|\bwhose\s+fault\b|\bwho\s+(?:is|was|are)\s+to\s+blame\b"
)
_CLOSED = re.compile(
    r"^(?:(?:and|so|but|then|now|well)[, ]+)?(?:do|does|did|is|are|was|were|am|can|could|will|would|shall|should|may"
    r"|might|must|has|have|had)\s+(?!an?\b)\w+"
)
_CHOICE = re.compile(r"\bor\b(?!\s+not\b)")
_OPEN = re.compile(r"\b(?:what|how|where|when|who|whom|whose|why|which)\b")


def hints(text: str) -> tuple[str, ...]:
    """A sentence for each thing that may be better asked in another way; none for most prompts."""
    sentences = [found.strip().casefold() for found in _SENTENCE.findall(text) if found.strip()]
    said = []
    if any(_LEADING.search(one) or _TAG.search(one) for one in sentences):
        said.append(
            translate("advice", "This leads to one answer. Ask so that a “no” is as easy to say, such as “What if …?”")
        )
    if any(_PERSON.search(one) for one in sentences):
        said.append(
            translate("advice", "This may end in a person’s name. Ask what is done, or what would help, and not who.")
        )
    if not said and _is_closed(sentences):
        said.append(
            translate("advice", "This can be answered by yes or no. “What …” and “How …” let students say more.")
        )
    return tuple(said)


def _is_closed(sentences: list[str]) -> bool:
    """Whether nothing in it asks for more than a yes or a no."""
    if not sentences or any(one.endswith("?") and not _CLOSED.search(one) for one in sentences):
        return False
    asked = [one for one in sentences if _CLOSED.search(one)]
    return bool(asked) and not any(_CHOICE.search(one) for one in asked) and not _asks_on(sentences)


def _asks_on(sentences: list[str]) -> bool:
    """Whether a sentence goes on from there, as “Say where.” does."""
    return any(not _CLOSED.search(one) and _OPEN.search(one) for one in sentences)
