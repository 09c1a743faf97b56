"""Making a pack in three quiet steps: choose, look for names, students approve."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop_app.domain.sharing import Sharing
from workshop_app.ui import columns, pieces
from workshop_app.ui.desk import Desk
from workshop_app.ui.lettering import Words
from workshop_app.ui.pages.share_approve import ApproveStep
from workshop_app.ui.pages.share_choose import Asking, ChooseStep
from workshop_app.ui.pages.share_names import NamesStep
from workshop_app.words import translate

CHOOSE, NAMES, APPROVE = range(3)


class MakePack(QWidget):
    """`pack` is None for one that is begun; `begun` is called with its id. A fixed one is at the third step."""

    def __init__(
        self,
        desk: Desk,
        pack: Sharing | None,
        asking: Asking | None,
        begun: Callable[[str], object],
        *,
        choosing: bool,
        choose: Callable[[], object],
    ) -> None:
        super().__init__()
        step = CHOOSE if pack is None or (choosing and not pack.sealed) else APPROVE if pack.sealed else NAMES
        inner = pieces.column(16)
        inner.setContentsMargins(26, 4, 20, 24)
        title = pack.title if pack is not None else translate("share", "A pack for other schools")
        inner.addWidget(Words(title, size=24, bold=True))
        inner.addLayout(_steps(step))
        if pack is None or step == CHOOSE:
            inner.addWidget(ChooseStep(desk, pack, asking, begun))
        elif step == NAMES:
            inner.addWidget(NamesStep(desk, pack, choose))
        else:
            inner.addWidget(ApproveStep(desk, pack))
        inner.addStretch(1)
        outer = pieces.column(0)
        outer.addWidget(columns.scrolled(inner, 900))
        self.setLayout(outer)


def _steps(now: int) -> QHBoxLayout:
    names = (
        translate("share", "1  Choose"),
        translate("share", "2  Look for names"),
        translate("share", "3  Students approve"),
    )
    made = pieces.row(spacing=22)
    for number, name in enumerate(names):
        is_now = number == now
        made.addWidget(pieces.label(name, tone="accent" if is_now else "soft", size=16, bold=is_now))
    made.addStretch(1)
    return made
