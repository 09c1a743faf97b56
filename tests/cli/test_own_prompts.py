"""A teacher's own packs in what the commands print."""

import json
from pathlib import Path

from tests.cli.typed import Commands
from workshop_app.facilitation import hiding
from workshop_app.prompt_shelf import HIDDEN, PACKS, WHICH
from workshop_app.storage.library import Library

OWN = """[pack]
id = "garden"
name = "Our garden"
[[aspect]]
id = "soil"
family = "world"
name = "The soil"
short = "Soil"
[[aspect.prompt]]
id = "food"
text = "What grows here?"
[[prompt]]
aspect = "teaching"
text = "Which lessons belong outside?"
"""


def prompts_of(told: str) -> dict[str, dict[str, object]]:
    return {one["id"]: one for aspect in json.loads(told)["aspects"] for one in aspect["prompts"]}


def test_built_in_prompts_belong_to_no_pack(run: Commands) -> None:
    told = prompts_of(run.done("prompts", "--json"))
    assert {(one["pack"], one["hidden"]) for one in told.values()} == {(None, False)}


def test_own_prompts_are_printed_with_their_pack_and_hidden_ones_as_hidden(run: Commands, home: Path) -> None:
    library = Library(home)
    library.keep(PACKS, "garden", OWN)
    library.keep(HIDDEN, WHICH, hiding.write({"teaching-being-stuck"}))
    told = run.done("prompts", "--json")
    found = prompts_of(told)
    own = {key: one["text"] for key, one in found.items() if one["pack"] == "Our garden"}
    assert own == {"food": "What grows here?", "garden-which-lessons-belong-outside": "Which lessons belong outside?"}
    assert [key for key, one in found.items() if one["hidden"]] == ["teaching-being-stuck"]
    aspects = {one["id"]: one["pack"] for one in json.loads(told)["aspects"]}
    assert (aspects["soil"], aspects["food"], aspects["teaching"]) == ("Our garden", None, None)


def test_a_broken_pack_is_named_and_the_rest_is_printed(run: Commands, home: Path) -> None:
    library = Library(home)
    library.keep(PACKS, "garden", OWN)
    library.keep(PACKS, "broken", OWN.replace("short", "shrt"))
    said = run("prompts", "--json")
    assert said.code == 0
    assert said.err == "broken.toml, line 8: “shrt” is not known here. Did you mean “short”?\n"
    assert "food" in prompts_of(said.out)


def test_an_own_aspect_is_on_the_map(run: Commands, home: Path, hill: Path) -> None:
    Library(home).keep(PACKS, "garden", OWN)
    assert "soil" in json.loads(run.done("coverage", "--programme", hill, "--json"))["never_asked"]
