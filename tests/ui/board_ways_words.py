"""Each way to change what a card says, and to say more about it."""

from PySide6.QtCore import Qt

from tests.ui.board_world import (
    CTRL,
    EMPTY,
    FULL,
    ONE,
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    World,
    by_button,
    by_card_menu,
    check,
    way,
)
from workshop_app.domain import ideas
from workshop_app.domain.ideas import Idea
from workshop_app.domain.people import Role
from workshop_app.ui.shared.alike_sheet import AlikeSheet
from workshop_app.ui.shared.story_sheet import StorySheet


def type_better(world: World) -> None:
    world.keys(Qt.Key.Key_A, modifiers=CTRL)
    world.bench.type("Better")


@way("reword", "mouse")
def reword_by_mouse(world: World) -> None:
    world.double_click(world.spot(G))
    type_better(world)
    world.bench.press("Say it like this")


@way("reword", "touch")
def reword_by_touch(world: World) -> None:
    world.tap_twice(world.spot(G))
    type_better(world)
    world.tap_button("Say it like this")


@way("reword", "keyboard")
def reword_by_keys(world: World) -> None:
    world.walk_to(G)
    world.keys(Qt.Key.Key_Return)
    type_better(world)
    world.keys(Qt.Key.Key_Return)


@way("reword", "menu")
def reword_by_menu(world: World) -> None:
    world.move_to(G)
    world.pick("Read or change it…")
    type_better(world)
    world.bench.press("Say it like this")


@check("reword")
def it_says_it_better(world: World) -> None:
    assert sorted(idea.text for idea in ideas.on_board(world.bench.programme)) == ["Better", A, B, C, D, E, F, H]


def say_it(world: World) -> None:
    world.bench.type("The same", enter=True)


by_card_menu("say-too", F, "Say it in English too…", then=say_it)


@check("say-too")
def it_stands_beneath(world: World) -> None:
    assert world.idea(F).translation == world.bench.card(F).card.translation == "The same"


by_card_menu("said-by", F, "Said by", "Staff")


@check("said-by")
def staff_said_it(world: World) -> None:
    assert world.idea(F).role is Role.STAFF
    assert world.bench.card(F).card.role == "staff"


by_card_menu("story", F, "Its story…")


@check("story")
def its_story_is_open(world: World) -> None:
    assert len(world.bench.seen(StorySheet)) == 1
    assert F in world.bench.texts()


by_card_menu("close-to", F, "What is close to it?…")


@check("close-to")
def what_is_close_is_open(world: World) -> None:
    assert len(world.bench.seen(AlikeSheet)) == 1
    assert f"Close to: {F}" in world.bench.texts()


by_card_menu("answer", F, "Answer it…")


@check("answer")
def it_is_open_where_answers_are_given(world: World) -> None:
    assert world.bench.page.name == "idea"
    assert F in world.bench.texts()


def spoil(world: World) -> None:
    world.spoiled = True  # undo stops there


by_card_menu("unseen", F, "Take it off, for the safeguarding lead", then=spoil)


@check("unseen")
def it_is_off_the_board_without_a_word(world: World) -> None:
    assert F not in [item.card.text for item in world.view.board.cards.values()]
    assert [idea.text for idea in ideas.unseen(world.bench.programme)] == [F]


def name_it(world: World) -> None:
    world.bench.type("Rest", enter=True)


by_button("new-theme", "New theme", "mouse", "touch", then=name_it)


@way("new-theme", "keyboard")
def theme_by_keys(world: World) -> None:
    world.board_menu_by_keys("A new theme…")
    name_it(world)


@way("new-theme", "menu")
def theme_by_menu(world: World) -> None:
    world.board_menu()
    world.pick("A new theme…")
    name_it(world)


@check("new-theme")
def there_is_one_more(world: World) -> None:
    assert list(world.themes()) == [FULL, ONE, EMPTY, "Rest"]


def set_aside(world: World) -> None:
    world.bench.desk.do("set-aside", ideas.set_idea_aside, world.id(F), "Said twice")


BACK = f"Bring back: {F}"


@way("bring-back", "mouse")
def back_by_mouse(world: World) -> None:
    set_aside(world)
    world.bench.press("Set aside")
    world.bench.press(BACK)


@way("bring-back", "touch")
def back_by_touch(world: World) -> None:
    set_aside(world)
    world.tap_button("Set aside")
    world.tap_button(BACK)


@way("bring-back", "keyboard")
def back_by_keys(world: World) -> None:
    set_aside(world)
    world.board_menu_by_keys("More", "What was set aside…")
    world.tab_to(BACK)
    world.keys(Qt.Key.Key_Space)


@way("bring-back", "menu")
def back_by_menu(world: World) -> None:
    set_aside(world)
    world.board_menu()
    world.pick("More", "What was set aside…")
    world.bench.press(BACK)


@check("bring-back")
def it_lies_there_again(world: World) -> None:
    assert F in [item.card.text for item in world.view.board.cards.values()]
    assert all(not idea.set_aside for idea in world.bench.programme.all(Idea).values())
