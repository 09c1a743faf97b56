"""The reply form of a plan: the one list of answers for each ask, and who answered. Names of fields never change.

For ask n, from 1: `ask{n}.answer` (a tick whose value is a kind of domain/answers.py), `.passed_to`, `.reason`,
`.next`, `.by_whom`, `.by_when`; once `decided_by`, `decided_on` and the signature `head`; `workshop` is where the app
certifies the file.
"""

from reportlab.platypus import Flowable

from workshop_app.documents.fields import SignHere, TextField, Tick
from workshop_app.documents.pen import Boxes, Choices, Room
from workshop_app.documents.structure import Element, Kind
from workshop_app.documents.tagged_canvas import TaggedCanvas
from workshop_app.domain import answers
from workshop_app.words import translate

_TWO_LINES, _THREE_LINES, _SIGNATURE = 30.0, 43.0, 30.0
HEAD, WORKSHOP = "head", "workshop"


def answer(number: int, *, tight: bool = False) -> list[Flowable]:
    """Where ask `number` is answered: in three rows, with less room for the reason where it is `tight`."""

    def field(name: str, says: str, *, lines: bool = False) -> TextField:
        whole = translate("reply form", "Ask {number}: {field}", number=number, field=says)
        return TextField(f"ask{number}.{name}", whole, lines)

    passed_to = field("passed_to", translate("reply form", "to whom it is passed on"))
    reason = translate("reply form", "Reason, for the students to read (needed unless “yes”)")
    following = translate("reply form", "What happens next")
    by_whom, by_when = translate("reply form", "By whom"), translate("reply form", "By when")
    return [
        Choices([(_to_tick(kind), _tick(number, kind)) for kind in answers.Kind], passed_to),
        Boxes([Room(reason, 1.0, field("reason", reason, lines=True), _TWO_LINES if tight else _THREE_LINES)]),
        Boxes(
            [
                Room(following, 0.5, field("next", following)),
                Room(by_whom, 0.28, field("by_whom", by_whom)),
                Room(by_when, 0.22, field("by_when", by_when)),
            ]
        ),
    ]


def answered_by() -> Flowable:
    """Who answers, when, and with which signature: once for all asks."""
    name = translate("reply form", "Answered by (name and post)")
    day, signature = translate("reply form", "Date"), translate("reply form", "Signature, if you wish")
    says = translate("reply form", "Signature of whoever answers, by certificate; it is not needed")
    return Boxes(
        [
            Room(name, 0.45, TextField("decided_by", name)),
            Room(day, 0.2, TextField("decided_on", translate("reply form", "Date of the answer"))),
            Room(signature, 0.35, SignHere(HEAD, says)),
        ]
    )


class Certified(Flowable):
    """Where the app certifies the file: it takes no room, and is read after what says so."""

    canv: TaggedCanvas
    _ZEROSIZE = True  # reportlab draws it although it is 0 points high

    def __init__(self) -> None:
        super().__init__()
        self.element = Element(Kind.FIELD)
        self.width = self.height = 0.0

    def draw(self) -> None:
        """Note where it is."""
        says = translate("reply form", "Certified by the app that this plan was made with")
        self.canv.reacts(self.element, SignHere(WORKSHOP, says), (0, 0, 0, 0))


def _tick(number: int, kind: answers.Kind) -> Tick:
    question = translate("reply form", "Ask {number}: the answer", number=number)
    says = translate("reply form", "Ask {number}: {field}", number=number, field=answers.name(kind))
    return Tick(f"ask{number}.answer", kind.value, says, question)


def _to_tick(kind: answers.Kind) -> str:
    """The one list of answers; the last is followed by room for whom it goes on to."""
    return translate("reply form", "passed on to") if kind is answers.Kind.PASSED_ON else answers.name(kind)
