"""Each way to do something with the whole board."""

from PySide6.QtCore import QPoint, Qt

from tests.ui.bench import settle
from tests.ui.board_world import CTRL, F, H, World, by_button, by_more, check, way
from workshop_app.domain import board, ideas
from workshop_app.domain.face_down import Entry
from workshop_app.domain.people import Role
from workshop_app.ui.shared.alike_sheet import TogetherSheet
from workshop_app.ui.shared.keys_sheet import KeysSheet


def untidy(world: World) -> None:
    world.bench.desk.do("move-idea", ideas.lay, world.id(F), 5.0, 700.0)


by_more("tidy", "Tidy up", first=untidy)


@check("tidy")
def they_lie_in_rows(world: World) -> None:
    lying = world.loose().values()
    assert all(x % board.PITCH_X == y % board.PITCH_Y == 0 for x, y in lying)


by_more("belong-together", "What could belong together?…")


@check("belong-together")
def groups_are_offered(world: World) -> None:
    assert len(world.bench.seen(TogetherSheet)) == 1


ALL = "Ideas of all sessions"


def everything(world: World) -> None:
    world.bench.desk.looking.show_everything(True)


by_more("all-sessions", ALL)
by_more("this-session", ALL, first=everything)


@check("all-sessions")
def every_session_is_shown(world: World) -> None:
    assert world.bench.desk.looking.session_id is None


@check("this-session")
def one_session_is_shown(world: World) -> None:
    assert world.bench.desk.looking.session_id == world.bench.desk.session.id


ROLES = "Colour by who said it"


def by_role(world: World) -> None:
    world.bench.desk.looking.colour_by_role(True)


by_more("colour-roles", ROLES)
by_more("colour-aspects", ROLES, first=by_role)


@check("colour-roles")
def roles_have_colours(world: World) -> None:
    assert world.view.board.by_role


@check("colour-aspects")
def aspects_have_colours(world: World) -> None:
    assert not world.view.board.by_role


by_more("bring-in", "Add ideas…", but="keyboard")


@way("bring-in", "keyboard")
def bring_in_by_n(world: World) -> None:
    world.keys(Qt.Key.Key_N)


@check("bring-in")
def ideas_can_be_brought_in(world: World) -> None:
    assert world.bench.page.name == "bring-in"


def file_to(action: str, name: str, ending: str) -> None:
    """Ways to save or print in one form."""

    def ready(world: World) -> None:
        world.bench.files.to_save = world.bench.home / f"{action}{ending}"
        world.bench.files.to_save.unlink(missing_ok=True)

    by_more(action, "Save or print…", name, first=ready)

    @check(action)
    def it_is_there(world: World) -> None:
        world.bench.until(lambda: world.bench.files.shown, "the file")
        (made,) = world.bench.files.shown
        assert made.read_bytes()[:4] == (b"\x89PNG" if ending == ".png" else b"%PDF")


file_to("save-picture", "Picture (PNG)", ".png")
file_to("save-poster", "Poster on A3 (PDF)", ".pdf")
file_to("save-cards", "Cards to cut out (PDF)", ".pdf")

SILENT = "Said in silence"


def silently(world: World) -> None:
    world.spoiled = True  # undo stops there
    asked = world.asked
    world.bench.desk.workspace.put_private(Entry(asked.session_id, asked.id, Role.STUDENT, SILENT))
    settle()


def lead(world: World) -> None:
    silently(world)
    world.bench.press("Lead")
    world.bench.stage.still()


def board_again(world: World) -> None:
    world.bench.press("Board")
    world.bench.stage.still()


by_button("reveal", "Reveal", "mouse", "touch", first=lead, then=board_again)


@way("reveal", "keyboard")
def reveal_by_keys(world: World) -> None:
    silently(world)
    world.board_menu_by_keys("More", "Reveal what lies face down")


@way("reveal", "menu")
def reveal_by_menu(world: World) -> None:
    silently(world)
    world.board_menu()
    world.pick("More", "Reveal what lies face down")


@check("reveal")
def it_lies_face_up(world: World) -> None:
    world.bench.stage.still()
    assert world.bench.card(SILENT).card.role == "student"
    assert world.view.board.face_down.stack.count == 0


def near(world: World) -> None:
    world.view.see_all()


by_button("read-size", "Size to read in", "mouse", "touch", first=near)


@way("read-size", "keyboard")
def close_up_by_keys(world: World) -> None:
    near(world)
    world.board_menu_by_keys("Close up")


@way("read-size", "menu")
def close_up_by_menu(world: World) -> None:
    near(world)
    world.board_menu()
    world.pick("Close up")


@check("read-size")
def its_width_fits(world: World) -> None:
    room, wide = world.view.viewport().width(), world.view.sceneRect().width() * world.view.zoom
    assert world.view.sight.fitting == "width"
    assert wide > room * 0.9 or world.view.zoom > 1


def taken_back(world: World) -> None:
    untidy(world)
    world.bench.desk.undo()


by_button("redo", "Redo", "mouse", "touch", first=taken_back)


@way("redo", "keyboard")
def control_y(world: World) -> None:
    taken_back(world)
    world.keys(Qt.Key.Key_Y, modifiers=CTRL)


@way("redo", "menu")
def redo_by_menu(world: World) -> None:
    taken_back(world)
    world.board_menu()
    world.pick("More", "Redo")


@check("redo")
def it_lies_there_once_more(world: World) -> None:
    assert world.loose()[F] == (5.0, 700.0)


@way("keys", "mouse", "menu")
def keys_by_menu(world: World) -> None:
    world.board_menu()
    world.pick("Keys…")


@way("keys", "touch")
def keys_by_touch(world: World) -> None:
    world.long_press(world.empty())
    world.tap("Keys…")


@way("keys", "keyboard")
def keys_by_f1(world: World) -> None:
    world.keys(Qt.Key.Key_F1)


@check("keys")
def the_keys_are_told(world: World) -> None:
    assert len(world.bench.seen(KeysSheet)) == 1


def hands_off(world: World) -> None:
    world.bench.desk.lock.turn(True)


by_button("hands-off", "Hands off", "mouse", "touch")
by_button("hands-on", "Hands off", "mouse", "touch", first=hands_off)


@way("hands-off", "keyboard")
def off_by_key(world: World) -> None:
    world.keys(Qt.Key.Key_F7)


@way("hands-on", "keyboard")
def on_by_key(world: World) -> None:
    hands_off(world)
    world.keys(Qt.Key.Key_F7)


@way("hands-off", "menu")
def off_by_menu(world: World) -> None:
    world.board_menu()
    world.pick("More", "Hands off while we talk")


@way("hands-on", "menu")
def on_by_menu(world: World) -> None:
    hands_off(world)
    world.bench.press("More…")
    world.pick("Hands off while we talk")


@check("hands-off")
def nothing_moves(world: World) -> None:
    assert (world.bench.desk.lock.on, world.view.lock.is_open) == (True, False)
    world.drag(world.spot(H), world.spot(H) + QPoint(180, 0))
    assert world.bench.programme == world.first


@check("hands-on")
def it_moves_again(world: World) -> None:
    world.drag(world.spot(H), world.spot(H) + QPoint(180, 0))
    assert world.bench.programme != world.first
