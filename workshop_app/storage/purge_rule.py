"""What each value becomes when ideas are purged. Rows and history follow the same rule, so they go on agreeing.

A closed plan that quotes the words gets another seal; its signatures were given for other words and are void from
then on, which the plan shows.
"""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, get_type_hints

from workshop_app.domain import quoting
from workshop_app.domain.kinds import KINDS
from workshop_app.domain.texts import tidy

Values = dict[str, Any]  # fields as they stand in JSON

_OWN: Values = {"text": "", "translation": "", "drawing": [], "because": "", "person_id": None}
_FOR_EVER = {"set_aside": True, "unseen": True}
_SEALED_KEEP = ("idea", "kind", "role")  # of what a closed plan says of an idea: numbers and names of kinds
# People, prompts and other ideas keep their own words, though they be the same.
_NEVER_QUOTE = ("about", "person", "session", "asked", "idea", "care", "signature")
_TEXTS = {
    name: {field for field, hint in get_type_hints(kind).items() if hint in (str, str | None)} - {"id", "idea_id"}
    for name, kind in KINDS.items()
}
_SEALED = ("sealed", "earlier")  # a closed plan's text, and those of its earlier versions
_LISTS = ("idea_ids", "hidden")  # less these ideas; a pack hides no words any more that say them, and is fixed anew
_SAID = ("students", "staff", "families", "text", "met", "need", "students_say")  # by those who spoke about an idea
_PLANS = ("plan", "action", "sharing", "reply", "response", "progress")  # and what was said to them
# A file's name, and what a browser or a computer puts behind it: "Water (2).workshoppack".
_NAMED = re.compile(r"(?P<name>.*?)(?P<ending>(?: ?\(\d{1,4}\))?\.\w{1,12})", re.DOTALL)
_OF_IDEAS = {name for name, kind in KINDS.items() if "idea_id" in get_type_hints(kind)}


@dataclass
class Rule:
    """What becomes of each value.

    `owned` are (kind, id) of what was written about the ideas; `words` is what the ideas say, `about` what was said
    about them, which plans take over.
    """

    ids: Collection[str]
    owned: set[tuple[str, str]] = field(default_factory=set)
    words: dict[str, None] = field(default_factory=dict)
    about: dict[str, None] = field(default_factory=dict)
    drawings: list[Any] = field(default_factory=list)

    def learn(self, kind: str, entity_id: str, values: Values | None) -> None:
        """Take in what an entity is, or once was."""
        if values is None:
            return
        if kind == "idea" and entity_id in self.ids:
            for said in (values.get("text"), values.get("translation")):
                if said and tidy(said):
                    self.words[said] = None
            if values.get("drawing"):
                self.drawings.append(_plain(values["drawing"]))
        elif kind in _OF_IDEAS and values.get("idea_id") in self.ids:
            self.owned.add((kind, entity_id))
        if (kind, entity_id) in self.owned:
            self.about |= {values[name]: None for name in _SAID if values.get(name)}

    def ready(self) -> None:
        """All is known: longer words go first, or a part of them would be left."""
        self.words = dict.fromkeys(sorted(self.words, key=len, reverse=True))
        self.about = dict.fromkeys(sorted(self.about, key=len, reverse=True))

    def after(self, kind: str, entity_id: str, values: Values | None) -> Values | None:
        """The fields with what they become."""
        if values is None:
            return None
        return {name: self._value(kind, entity_id, name, value) for name, value in values.items()}

    def text(self, text: str, *, plan: bool = False) -> str:
        """A text without the words; in a plan also without what was said about them."""
        for words in (*self.words, *self.about) if plan else self.words:
            text = quoting.without(text, words)
        return text

    def quoted(self, text: str) -> bool:
        """Whether a text holds the words, or is no more than their beginning, however short."""
        mine = tidy(text).casefold()
        begun = len(mine) > 2 and any(tidy(words).casefold().startswith(mine) for words in self.words)
        return begun or any(quoting.holds(text, words) for words in (*self.words, *self.about))

    def name(self, text: str) -> str:
        """A file's name without the words: its parts stand between dashes, and its ending stays."""
        whole = _NAMED.fullmatch(text)
        name, ending = (whole["name"], whole["ending"]) if whole else (text, "")
        return " - ".join(quoting.CUT if self._begins(part) else part for part in name.split(" - ")) + ending

    def _begins(self, part: str) -> bool:
        mine = _letters(part)
        return len(mine) >= quoting.LEAST and any(_letters(words).startswith(mine) for words in self.words)

    def _value(self, kind: str, entity_id: str, name: str, value: Any) -> Any:  # noqa: ANN401 - any field
        if kind == "idea" and entity_id in self.ids:
            return (_OWN | _FOR_EVER).get(name, value)
        if (kind, entity_id) in self.owned:
            return "" if name in _TEXTS[kind] else value
        if kind in _NEVER_QUOTE or value is None:
            return value
        if name in _LISTS:
            return [one for one in value if one not in self.ids and (name == "idea_ids" or not self._says(one))]
        if name in _SEALED:
            # Roles stand in a pack where names were: the words can't be found in it, so it is fixed anew.
            seal = self._sealed if kind != "sharing" else lambda _: ""
            return seal(value) if isinstance(value, str) else [seal(one) for one in value]
        return self.text(value, plan=kind in _PLANS) if name in _TEXTS[kind] else value

    def _says(self, text: str) -> bool:
        return self.text(text, plan=True) != text

    def _sealed(self, text: str) -> str:
        try:
            content = json.loads(text)
            gone = {n for n, idea in enumerate(content["ideas"], start=1) if self._is_one(idea)}
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return self.text(text, plan=True)
        for n in gone:
            content["ideas"][n - 1] |= {name: _OWN[name] for name in ("text", "translation", "drawing")}
        for part in ("objections", "answers"):
            for one in content.get(part, ()):
                if one.get("idea") in gone:
                    one |= {name: "" for name, value in one.items() if name not in _SEALED_KEEP and value}
        written = self._everywhere(content)
        if not gone and written == content:
            return text  # byte for byte as it was signed
        return json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def _is_one(self, idea: Values) -> bool:
        said = {tidy(words).casefold() for words in self.words}
        mine = {tidy(idea.get(name) or "").casefold() for name in ("text", "translation")} - {""}
        return bool(said & mine) or (bool(idea.get("drawing")) and idea["drawing"] in self.drawings)

    def _everywhere(self, value: Any) -> Any:  # noqa: ANN401 - any JSON
        if isinstance(value, str):
            return self.text(value, plan=True)
        if isinstance(value, list):
            return [self._everywhere(one) for one in value]
        if isinstance(value, dict):
            return {name: self._everywhere(one) for name, one in value.items()}
        return value


def _plain(drawing: Any) -> Any:  # noqa: ANN401 - JSON, as text from a column or as it is from a step
    return json.loads(drawing) if isinstance(drawing, str) else drawing


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
