"""Reading a TOML file that a person may have written, with errors that say where the mistake is and what to do."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from workshop_app.facilitation.pack_errors import PromptPackError, did_you_mean
from workshop_app.facilitation.toml_lines import Where, line_of
from workshop_app.words import translate

_KNOT = re.compile(r"^[\s\[]*[\w\"'-]+(?:\s*\.\s*[\w\"'-]+){9,}")  # ten names with dots between them begin a line
_LONGEST_NAME = 2000  # characters before an equals sign or in brackets
LARGEST = 1_000_000  # bytes; a pack of a thousand prompts has a third of that
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Table:
    """One table of a TOML file. Each reading method checks the value and raises PromptPackError if it won't do."""

    def __init__(self, file: Path, text: str, where: Where, values: Mapping[str, object]) -> None:
        self.file, self.where = file, where
        self._text, self._values = text, values

    @property
    def line(self) -> int:
        """The line on which this table starts."""
        return line_of(self._text, self.where)

    def wrong(self, key: str, problem: str, remedy: str) -> PromptPackError:
        """The error to raise about `key` (or about the table itself, where it has no such key)."""
        return PromptPackError(self.file, line_of(self._text, (*self.where, key)), problem, remedy)

    def allow(self, *keys: str) -> None:
        """Refuse keys that nothing would read: they are nearly always a slip of the pen."""
        for key in self._values:
            if key not in keys:
                raise self.wrong(
                    key, translate("prompts", "“{key}” is not known here.", key=key), did_you_mean(key, keys)
                )

    def text(self, key: str, *, longest: int | None = None, default: str | None = None) -> str:
        """Words, without space around them and not empty; at most `longest` characters."""
        value = self._get(key, default)
        if not isinstance(value, str) or (not value.strip() and value != default):
            raise self._unfit(key, translate("prompts", "Write words between quotation marks."))
        if longest is not None and len(value.strip()) > longest:
            raise self._unfit(key, translate("prompts", "Use at most {longest} characters.", longest=longest))
        return value.strip()

    def ident(self, key: str, *, default: str | None = None) -> str:
        """An id in kebab-case."""
        value = self.text(key, default=default)
        if not _ID.fullmatch(value):
            remedy = translate("prompts", "Use small letters, digits and hyphens, such as first-week.")
            raise self._unfit(key, remedy)
        return value

    def choice(self, key: str, known: Collection[str], *, default: str | None = None) -> str:
        """One of the `known` words."""
        value = self.text(key, default=default)
        if value not in known:
            raise self._unfit(key, did_you_mean(value, known))
        return value

    def number(self, key: str, low: int, high: int, *, default: int | None = None) -> int:
        """A whole number from `low` to `high`."""
        value = self._get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            remedy = translate("prompts", "Use a whole number from {low} to {high}.", low=low, high=high)
            raise self._unfit(key, remedy)
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self._get(key, default)
        if not isinstance(value, bool):
            raise self._unfit(key, translate("prompts", "Write true or false, without quotation marks."))
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of words, empty if the key is not there."""
        value = self._get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self._unfit(
                key, translate("prompts", "Write a list, such as [“…”, “…”] with straight quotation marks.")
            )
        return tuple(item.strip() for item in value)

    def table(self, key: str, default: Mapping[str, object] | None = None) -> "Table":
        """A table inside this one."""
        value = self._get(key, default)
        if not isinstance(value, Mapping):
            raise self._unfit(key, translate("prompts", "Write [{key}] on a line of its own.", key=self._dotted(key)))
        return Table(self.file, self._text, (*self.where, key), value)

    def tables(self, key: str, *, needed: bool = True) -> list["Table"]:
        """A list of tables, each of which starts with the key in double square brackets. At least one if `needed`."""
        if not needed and key not in self._values:
            return []
        value = self._get(key)
        if not isinstance(value, list) or not value or not all(isinstance(item, Mapping) for item in value):
            raise self._unfit(key, translate("prompts", "Start each one with [[{key}]].", key=self._dotted(key)))
        return [Table(self.file, self._text, (*self.where, key, place), item) for place, item in enumerate(value)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def _get(self, key: str, default: object = None) -> object:
        value = self._values.get(key, default)
        if value is None:
            problem = translate("prompts", "“{key}” is missing.", key=key)
            raise self.wrong(key, problem, translate("prompts", "Add it below this line."))
        return value

    def _dotted(self, key: str) -> str:
        return ".".join([*(part for part in self.where if isinstance(part, str)), key])

    def _unfit(self, key: str, remedy: str) -> PromptPackError:
        return self.wrong(key, translate("prompts", "The value of “{key}” can't be used.", key=key), remedy)


def read_toml(file: Path) -> Table:
    """The whole file as one table. PromptPackError if it can't be opened or is not TOML in UTF-8."""
    return parsed(contents(file), file)


def contents(file: Path) -> str:
    """The file's text. PromptPackError if it can't be opened, is no text in UTF-8, or is larger than any pack."""
    try:
        if file.exists() and not file.is_file():  # a pipe would have us wait for ever
            raise IsADirectoryError(file)
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        problem = translate("prompts", "The file can't be opened.")
        raise PromptPackError(file, 1, problem, translate("prompts", "Check that you may read it.")) from error
    if len(data) > LARGEST:
        problem = translate("prompts", "The file is too large for prompts.")
        raise PromptPackError(file, 1, problem, translate("prompts", "Choose a pack that was exported here."))
    try:
        return data.decode("utf-8-sig")  # Notepad puts a mark in front that TOML does not know
    except UnicodeDecodeError as error:
        problem = translate("prompts", "A letter here is not saved as UTF-8.")
        remedy = translate("prompts", "Save the file again, with UTF-8 as its encoding.")
        raise PromptPackError(file, data.count(b"\n", 0, error.start) + 1, problem, remedy) from error


def parsed(text: str, file: Path) -> Table:
    """A whole text as one table; `file` is what errors call it. PromptPackError if it is not TOML, or too knotted."""
    _refuse_knots(text, file)
    try:
        return Table(file, text, (), tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        at = re.search(r"\(at line (\d+)", str(error))
        line = int(at[1]) if at else max(1, len(text.splitlines()))
        reason = re.sub(r"\s*\(at .*\)$", "", str(error))
        problem = translate("prompts", "This is not TOML ({reason}).", reason=reason)
        remedy = translate("prompts", "Look here and just above for a missing quotation mark, bracket or equals sign.")
        raise PromptPackError(file, line, problem, remedy) from error


def _refuse_knots(text: str, file: Path) -> None:
    """Keys of many parts keep the parser busy for minutes; nobody needs them."""
    for number, line in enumerate(text.splitlines(), start=1):
        named = line.partition("=")[0]
        if _KNOT.match(named[:_LONGEST_NAME]) or (len(named) > _LONGEST_NAME and named.count(".") > _LONGEST_NAME // 4):
            problem = translate("prompts", "A name has too many parts.")
            raise PromptPackError(file, number, problem, translate("prompts", "Write tables one in another instead."))
