"""Which role somebody has: a chip for each, students' first, and on until another is pressed."""

from collections.abc import Callable

from workshop_app.domain.people import Role
from workshop_app.ui import pieces
from workshop_app.ui.role_words import role_name, roles_name


class RoleChoice(pieces.Choice):
    """`name` says what it asks for; `several` names all of a role rather than one of it."""

    def __init__(
        self, name: str, chosen: Callable[[], object] | None = None, *, several: bool = False, kind: str = ""
    ) -> None:
        words = roles_name if several else role_name
        options = [(role.value, words(role)) for role in Role]
        super().__init__(options, (lambda _key: chosen()) if chosen is not None else None, name=name, kind=kind)
        self.choose(Role.STUDENT.value)

    def role(self) -> Role:
        """The role that is on."""
        return Role(self.key())
