"""The bottom of the house: every sentence a person may read goes through `translate`.

Lower layers know no Qt. They speak in English source text with a context; ui and cli install a translator
(`install`) that looks the pair up. lupdate finds the calls by their name and first two arguments.
"""

from collections.abc import Callable

Translator = Callable[[str, str], str]

_translator: list[Translator] = []


def install(translator: Translator) -> None:
    """Use `translator(context, text)` for every sentence from now on."""
    _translator[:] = [translator]


def translate(context: str, text: str, /, **values: object) -> str:
    """The sentence in the user's language, with `{name}` places filled from `values`."""
    sentence = _translator[0](context, text) if _translator else text
    return sentence.format(**values) if values else sentence
