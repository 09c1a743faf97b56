"""What the domain says to a person: short calm sentences that a translator can find."""

import ast
import string
from pathlib import Path

import pytest

import workshop_app.domain
from workshop_app.domain.errors import DomainError

MODULES = sorted(Path(workshop_app.domain.__file__).parent.glob("*.py"))


def calls(module: Path, name: str) -> list[ast.Call]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [call for call in found if isinstance(call.func, ast.Name) and call.func.id == name]


every_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)


@every_module
def test_sentences_are_literals_and_their_places_are_filled(module):
    for call in calls(module, "translate"):
        context, text = (argument.value for argument in call.args if isinstance(argument, ast.Constant))
        assert context == module.stem
        places = {name for _, name, _, _ in string.Formatter().parse(text) if name}
        assert places == {keyword.arg for keyword in call.keywords}, text


@every_module
def test_sentences_are_calm(module):
    for call in calls(module, "translate"):
        text = ast.literal_eval(call.args[1])
        assert "!" not in text
        assert max(len(sentence.split()) for sentence in text.split(".")) <= 15, text


@every_module
def test_an_error_says_a_whole_sentence(module):
    for call in calls(module, "DomainError"):
        (said,) = call.args
        if isinstance(said, ast.Call):
            assert ast.literal_eval(said.args[1]).endswith(".")


def test_there_are_errors_to_look_at():
    assert sum(len(calls(module, "DomainError")) for module in MODULES) > 15
    assert issubclass(DomainError, Exception)
