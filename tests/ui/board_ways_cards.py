"""Each way to choose, open, move and set aside cards."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.board_world import CTRL, EMPTY, FULL, ONE, A, B, D, E, F, G, H, World, check, way
from tests.ui.looking import Words
from workshop_app.domain import board, ideas
from workshop_app.ui.shared.asking import Asking


@way("choose", "mouse")
def click(world: World) -> None:
    world.click(world.spot(F))


@way("choose", "touch")
def tap(world: World) -> None:
    world.hands.tap(world.spot(F))


@way("choose", "keyboard")
def walk(world: World) -> None:
    world.walk_to(F)


@way("choose", "menu")
def choose_by_menu(world: World) -> None:
    world.right_click(world.spot(F))
    QApplication.activePopupWidget().close()


@check("choose")
def one_is_chosen(world: World) -> None:
    assert world.chosen() == [F]
    assert world.view.chosen_id == world.id(F)


@way("choose-several", "mouse")
def control_click(world: World) -> None:
    for text in (A, B, D, D, "Idea C"):  # D is clicked once more, and out again
        world.click(world.spot(text), CTRL)


@way("choose-several", "touch")
def taps(world: World) -> None:
    world.long_press(world.spot(A))
    world.tap("Choose several")
    for text in (B, D, D, "Idea C"):  # D is tapped once more, and out again
        world.hands.tap(world.spot(text))


@way("choose-several", "keyboard")
def control_space(world: World) -> None:
    world.walk_to(A)
    world.keys(Qt.Key.Key_Space, modifiers=CTRL)
    for text in (B, "Idea C"):
        world.walk_to(text)
        world.keys(Qt.Key.Key_Space, modifiers=CTRL)


@way("choose-several", "menu")
def by_theme_menu(world: World) -> None:
    world.right_click(world.head(FULL))
    world.pick("Choose all its cards")


@check("choose-several")
def several_are_chosen(world: World) -> None:
    assert sorted(world.chosen()) == [A, B, "Idea C"]
    assert [one.text() for one in world.bench.seen(Words) if "chosen" in one.text()] == ["3 cards chosen"]


def some_chosen(world: World, *texts: str) -> None:
    world.view.choose_many(world.id(text) for text in texts)


@way("let-go-of-choice", "mouse")
def click_empty(world: World) -> None:
    some_chosen(world, A, B)
    world.click(world.empty())


@way("let-go-of-choice", "touch")
def tap_done(world: World) -> None:
    some_chosen(world, A, B)
    world.view.choice.choose_by_taps(True)
    world.tap_button("Done")


@way("let-go-of-choice", "keyboard")
def escape(world: World) -> None:
    some_chosen(world, A, B)
    world.keys(Qt.Key.Key_Escape)


@way("let-go-of-choice", "menu")
def let_go_by_menu(world: World) -> None:
    some_chosen(world, A, B)
    world.view.choice.choose_by_taps(True)
    world.right_click(world.spot(A))
    world.pick("Let go of the choice")


@check("let-go-of-choice")
def none_is_chosen(world: World) -> None:
    assert (world.chosen(), world.view.choice.choosing) == ([], False)


@way("open", "mouse")
def double_click(world: World) -> None:
    world.double_click(world.spot(G))


@way("open", "touch")
def double_tap(world: World) -> None:
    world.tap_twice(world.spot(G))


@way("open", "keyboard")
def enter(world: World) -> None:
    world.walk_to(G)
    world.keys(Qt.Key.Key_Return)


@way("open", "menu")
def open_by_menu(world: World) -> None:
    world.move_to(G)
    world.pick("Read or change it…")


@check("open")
def it_is_open(world: World) -> None:
    (asking,) = world.bench.seen(Asking)
    assert asking.field.toPlainText() == G
    world.keys(Qt.Key.Key_Escape)


@way("menu", "mouse")
def right_click(world: World) -> None:
    world.right_click(world.spot(G))


@way("menu", "touch")
def long_press(world: World) -> None:
    world.long_press(world.spot(G))


@way("menu", "keyboard")
def press_m(world: World) -> None:
    world.walk_to(G)
    world.keys(Qt.Key.Key_M)


@way("menu", "menu")
def press_button(world: World) -> None:
    world.move_to(G)


@check("menu")
def its_menu_is_open(world: World) -> None:
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    assert {FULL, ONE, EMPTY, "Together with…"} <= {action.text() for action in world.bench.entries()}
    assert world.view.chosen_id == world.id(G)


@way("lay", "mouse")
def drag_loose(world: World) -> None:
    world.drag(world.spot(H), world.spot(H) + QPoint(180, 0))


@way("lay", "touch")
def finger_loose(world: World) -> None:
    world.finger(world.spot(H), world.spot(H) + QPoint(180, 0))


@way("lay", "keyboard")
def carry_loose(world: World) -> None:
    world.walk_to(H)
    item = world.bench.card(H)
    world.keys(Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Escape)  # back once
    world.bench.stage.still()
    assert item.pos() == item.home
    world.keys(Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space)
    world.bench.stage.still()


@way("lay", "menu")
def lay_by_menu(world: World) -> None:
    world.move_to(H)
    world.pick("One place on", "Right")


@check("lay")
def it_lies_further_right(world: World) -> None:
    before = {idea.text: idea.x for idea in ideas.loose(world.first)}
    lying = world.loose()
    assert lying[H][0] > before[H] + board.CARD_W / 2
    assert {text: x for text, (x, _) in lying.items() if text != H} == {
        text: x for text, x in before.items() if text != H
    }


@way("place", "mouse")
def drag_into(world: World) -> None:
    world.drag(world.spot(E), world.bench.stage.spot_of_theme(ONE))


@way("place", "touch")
def finger_into(world: World) -> None:
    world.finger(world.spot(E), world.bench.stage.spot_of_theme(ONE))


@way("place", "keyboard")
def carry_into(world: World) -> None:
    world.walk_to(E)
    box = world.view.board.layout.themes[world.theme_id(ONE)]
    world.keys(Qt.Key.Key_Space)
    for _ in range(8):
        middle = world.bench.card(E).pos() + QPointF(board.CARD_W / 2, board.CARD_H / 2)
        if box.holds(middle.x(), middle.y()):
            break
        if middle.x() < box.x:
            world.keys(Qt.Key.Key_Right)
        else:
            world.keys(Qt.Key.Key_Left if middle.x() > box.x + box.w else Qt.Key.Key_Up)
    world.keys(Qt.Key.Key_Space)
    world.bench.stage.still()


@way("place", "menu")
def into_by_menu(world: World) -> None:
    world.move_to(E)
    world.pick(ONE)


@check("place")
def it_is_in_the_theme(world: World) -> None:
    assert world.themes() == {FULL: [A, B, "Idea C"], ONE: [D, E], EMPTY: []}


@way("take-out", "mouse")
def drag_out(world: World) -> None:
    world.drag(world.spot(D), world.spot(H) + QPoint(180, 0))


@way("take-out", "touch")
def finger_out(world: World) -> None:
    world.finger(world.spot(D), world.spot(H) + QPoint(180, 0))


@way("take-out", "keyboard")
def carry_out(world: World) -> None:
    world.walk_to(D)
    world.carry_down(D)


@way("take-out", "menu")
def out_by_menu(world: World) -> None:
    world.move_to(D)
    world.pick("Out of its theme")


@check("take-out")
def it_is_loose(world: World) -> None:
    assert world.themes() == {FULL: [A, B, "Idea C"], ONE: [], EMPTY: []}
    assert sorted(world.loose()) == [D, E, F, G, H]


@way("move-several", "mouse")
def drag_several(world: World) -> None:
    some_chosen(world, E, G)
    world.drag(world.spot(E), world.bench.stage.spot_of_theme(EMPTY))


@way("move-several", "touch")
def finger_several(world: World) -> None:
    some_chosen(world, E, G)
    world.finger(world.spot(E), world.bench.stage.spot_of_theme(EMPTY))


@way("move-several", "keyboard")
def carry_several(world: World) -> None:
    world.view.choose_many([world.id(G), world.id(E)], lead=world.id(E))
    box = world.view.board.layout.themes[world.theme_id(EMPTY)]
    item = world.bench.card(E)
    world.keys(Qt.Key.Key_Space)
    while item.pos().x() + 100 < box.x:
        world.keys(Qt.Key.Key_Right)
    while item.pos().y() + 62 > box.y + box.h:
        world.keys(Qt.Key.Key_Up)
    world.keys(Qt.Key.Key_Space)
    world.bench.stage.still()


@way("move-several", "menu")
def several_by_menu(world: World) -> None:
    some_chosen(world, E, G)
    world.bench.press("Move all…")
    world.pick(EMPTY)


@check("move-several")
def both_are_there_in_one_step(world: World) -> None:
    assert sorted(world.themes()[EMPTY]) == [E, G]
    world.keys(Qt.Key.Key_Z, modifiers=CTRL)
    assert world.bench.programme == world.first


@way("set-aside", "mouse")
def aside_by_mouse(world: World) -> None:
    world.right_click(world.spot(F))
    world.pick("Set aside…")
    world.bench.press("Said twice")


@way("set-aside", "touch")
def aside_by_touch(world: World) -> None:
    world.long_press(world.spot(F))
    world.tap("Set aside…")
    world.tap_button("Said twice")


@way("set-aside", "keyboard")
def aside_by_keys(world: World) -> None:
    world.walk_to(F)
    world.keys(Qt.Key.Key_Delete, Qt.Key.Key_Space)


@way("set-aside", "menu")
def aside_by_menu(world: World) -> None:
    world.move_to(F)
    world.pick("Set aside…")
    world.bench.press("Said twice")


@check("set-aside")
def it_is_set_aside(world: World) -> None:
    assert [(idea.text, idea.because) for idea in ideas.aside(world.bench.programme)] == [(F, "Said twice")]


def moved(world: World) -> None:
    world.bench.desk.do("move-idea", ideas.lay, world.id(F), 5.0, 700.0)


@way("undo", "mouse")
def click_undo(world: World) -> None:
    moved(world)
    world.bench.press("Undo")


@way("undo", "touch")
def tap_undo(world: World) -> None:
    moved(world)
    world.tap_button("Undo")


@way("undo", "keyboard")
def control_z(world: World) -> None:
    moved(world)
    world.keys(Qt.Key.Key_Z, modifiers=CTRL)


@way("undo", "menu")
def undo_by_menu(world: World) -> None:
    moved(world)
    world.board_menu()
    world.pick("Undo")


@check("undo")
def it_is_as_before(world: World) -> None:
    assert world.bench.programme == world.first
