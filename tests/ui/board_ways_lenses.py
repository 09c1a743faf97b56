"""Each way to look through a lens, and to move cards through it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt

from tests.ui.board_world import CTRL, E, F, G, World, by_button, check, way
from workshop_app.domain import board, ideas, lenses
from workshop_app.domain.lenses import Lens

NUMBER = {
    Lens.THEMES: Qt.Key.Key_1,
    Lens.ASPECTS: Qt.Key.Key_2,
    Lens.STAGE: Qt.Key.Key_3,
    Lens.REACH: Qt.Key.Key_4,
}
MANY_LITTLE = "Helps many, little effort"


def _look_ways(lens: Lens) -> None:
    action, name = f"look-{lens.value}", lenses.name(lens)

    def elsewhere(world: World) -> None:
        world.look(Lens.ASPECTS if lens is Lens.THEMES else Lens.THEMES)

    by_button(action, name, "mouse", "touch", first=elsewhere)

    @way(action, "keyboard")
    def by_number(world: World) -> None:
        elsewhere(world)
        world.keys(NUMBER[lens])

    @way(action, "menu")
    def by_menu(world: World) -> None:
        elsewhere(world)
        world.board_menu()
        world.pick("Look at", name)

    @check(action)
    def it_is_looked_at(world: World) -> None:
        assert world.view.lens is lens
        assert world.bench.button(name).isChecked()


for one in Lens:
    _look_ways(one)


def middle(world: World, frame_id: str) -> QPoint:
    box = world.view.board.layout.themes[frame_id]
    return world.view.mapFromScene(box.x + box.w / 2, box.y + box.h / 2)


def carry_over(world: World, text: str, frame_id: str) -> None:
    """Space, arrow keys until the card is over a frame, Space."""
    world.walk_to(text)
    _carry(world, text, frame_id)


def _carry(world: World, text: str, frame_id: str) -> None:
    item, box = world.bench.card(text), world.view.board.layout.themes[frame_id]
    world.keys(Qt.Key.Key_Space)
    for _ in range(30):
        x, y = item.pos().x() + board.CARD_W / 2, item.pos().y() + board.CARD_H / 2
        if box.holds(x, y):
            break
        across = Qt.Key.Key_Right if x < box.x else Qt.Key.Key_Left
        down = Qt.Key.Key_Down if y < box.y else Qt.Key.Key_Up
        world.keys(down if box.x <= x <= box.x + box.w else across)
    world.keys(Qt.Key.Key_Space)
    world.bench.stage.still()


def _move_ways(action: str, lens: Lens, frame_id: str, entry: str) -> None:
    def by_hand(drag: Callable[[World, QPoint, QPoint], None]) -> Callable[[World], None]:
        def do(world: World) -> None:
            world.look(lens)
            drag(world, world.spot(F), middle(world, frame_id))

        return do

    way(action, "mouse")(by_hand(World.drag))
    way(action, "touch")(by_hand(World.finger))

    @way(action, "keyboard")
    def by_keys(world: World) -> None:
        world.look(lens)
        carry_over(world, F, frame_id)

    @way(action, "menu")
    def by_menu(world: World) -> None:
        world.look(lens)
        world.move_to(F)
        world.pick(entry)


_move_ways("to-aspect", Lens.ASPECTS, "decisions", "Decisions")
_move_ways("to-stage", Lens.STAGE, "talked", "Talked about")
_move_ways("weigh", Lens.REACH, "0", MANY_LITTLE)


@check("to-aspect")
def it_is_about_the_aspect(world: World) -> None:
    assert world.idea(F).aspect_id == "decisions"
    assert world.bench.card(F).card.aspect_id == "decisions"


@check("to-stage")
def it_was_talked_about(world: World) -> None:
    assert world.idea(F).talked
    assert world.bench.card(F).card.stage == "talked"


@check("weigh")
def it_helps_many(world: World) -> None:
    idea = world.idea(F)
    assert idea.reach is not None and idea.effort is not None
    assert idea.reach > 0.5 > idea.effort


def weighed(world: World) -> None:
    world.look(Lens.REACH)
    world.bench.desk.do("weigh", ideas.weigh, world.id(F), 0.9, 0.9)
    world.bench.stage.still()


def tray(world: World) -> QPoint:
    return world.view.mapFromScene(QPointF(lenses.tray_x(world.view.board.layout) + 100, 300))


@way("weigh-not", "mouse")
def drag_to_tray(world: World) -> None:
    weighed(world)
    world.drag(world.spot(F), tray(world))


@way("weigh-not", "touch")
def finger_to_tray(world: World) -> None:
    weighed(world)
    world.finger(world.spot(F), tray(world))


@way("weigh-not", "keyboard")
def carry_to_tray(world: World) -> None:
    weighed(world)
    world.walk_to(F)
    item, layout = world.bench.card(F), world.view.board.layout
    world.keys(Qt.Key.Key_Space)
    while lenses.weight_at(layout, item.pos().x(), item.pos().y()) is not None:
        world.keys(Qt.Key.Key_Right)
    world.keys(Qt.Key.Key_Space)
    world.bench.stage.still()


@way("weigh-not", "menu")
def not_weighed_by_menu(world: World) -> None:
    weighed(world)
    world.move_to(F)
    world.pick("Not weighed yet")


@check("weigh-not")
def it_waits_again(world: World) -> None:
    assert (world.idea(F).reach, world.idea(F).effort) == (None, None)


def several(world: World) -> None:
    world.look(Lens.STAGE)
    world.view.choose_many([world.id(G), world.id(E)], lead=world.id(E))


@way("lens-several", "mouse")
def drag_both(world: World) -> None:
    several(world)
    world.drag(world.spot(E), middle(world, "chosen"))


@way("lens-several", "touch")
def finger_both(world: World) -> None:
    several(world)
    world.finger(world.spot(E), middle(world, "chosen"))


@way("lens-several", "keyboard")
def carry_both(world: World) -> None:
    several(world)
    _carry(world, E, "chosen")


@way("lens-several", "menu")
def both_by_menu(world: World) -> None:
    several(world)
    world.bench.press("Move all…")
    world.pick("Chosen")


@check("lens-several")
def both_are_chosen_in_one_step(world: World) -> None:
    assert [world.idea(text).forward for text in (E, F, G)] == [True, False, True]
    world.keys(Qt.Key.Key_Z, modifiers=CTRL)
    assert world.bench.programme == world.first
