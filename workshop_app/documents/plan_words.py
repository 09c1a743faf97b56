"""What every paper of a plan says of it in the same words: its version and number, and who agreed."""

from workshop_app.documents.paper import PlanPaper
from workshop_app.documents.wording import head_count
from workshop_app.words import translate


def fingerprint(content_hash: str) -> str:
    """The first twelve digits in groups of four, such as "7f3a 91c2 0b4e": enough to compare by eye."""
    return " ".join(content_hash[start : start + 4] for start in (0, 4, 8))


def reference(paper: PlanPaper) -> str:
    """Which words these are, such as "version 2 · content 7f3a 91c2 0b4e"."""
    version = translate("plan paper", "version {number}", number=paper.version)
    content = translate("plan paper", "content {digits}", digits=fingerprint(paper.content_hash))
    return f"{version} · {content}"


def agreed(paper: PlanPaper) -> str:
    """Who has signed, by role, and whether who decides for the school has too."""
    whom = head_count(signature.who.role for signature in paper.signatures)
    sentence = translate("plan paper", "✓ Agreed and signed by {whom}.", whom=whom)
    if paper.head_agreed:
        by = paper.head_agreed
        name = translate("plan paper", "{name} ({post})", name=by.who.name, post=by.post) if by.post else by.who.name
        sentence = f"{sentence} {translate('plan paper', '{name} has agreed too.', name=name)}"
    return sentence
