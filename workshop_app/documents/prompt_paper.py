"""What paper for asking is made from: plain, frozen values. Texts are as people wrote them, never markup."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PaperPrompt:
    """One prompt as the students see it: its words, the plainer ones, and the aspect with its symbol and family."""

    text: str
    plain: str = ""
    aspect: str = ""
    symbol: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class PromptPaper:
    """Prompts to print, in the order in which they are asked; `session` says for which meeting, "" for none."""

    school: str
    session: str
    on: date
    prompts: tuple[PaperPrompt, ...] = ()
    practice: bool = False

    @property
    def words(self) -> Iterator[str]:
        """All that people wrote."""
        for one in self.prompts:
            yield from (one.text, one.plain, one.aspect)
