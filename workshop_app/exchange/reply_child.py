"""What the child does: read a returned PDF from standard input, and say what it holds. Nothing else imports this."""

import hashlib
import json
import sys
from typing import Any

import pikepdf

from workshop_app.exchange import found, head_signature, pdf_face, pdf_safe, reply_form
from workshop_app.exchange.found import Ask, Attached, Fault, Found, Signature
from workshop_app.exchange.pdf_safe import Budget, RefusedError

_ASKS = "decision"  # the hands of an action that waits for somebody's decision
_LONGEST = 4000  # characters of any text of the plan that is passed on
_MOST_ASKS = 200


def main(size: int) -> int:
    """Read, answer on standard output, and end; 0 also where the answer is a fault."""
    data = sys.stdin.buffer.read()
    try:
        answer = read(data, size)
    except RefusedError as refused:
        answer = Found(fault=refused.fault)
    except (MemoryError, RecursionError):
        answer = Found(fault=Fault.TOO_MUCH)
    except (pikepdf.PikepdfError, ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError):
        answer = Found(fault=Fault.BROKEN)  # an object that is not what its place asks for
    sys.stdout.buffer.write(found.encoded(answer))
    return 0


def read(data: bytes, size: int = 0) -> Found:
    """What a returned PDF holds. Its first `size` bytes are those that were sent, 0 where they are not.

    RefusedError, or an error of pikepdf's or Python's, where it is not what it should be.
    """
    budget = Budget()
    with pdf_safe.opened(data) as pdf:
        faces = pdf_face.faces(pdf, budget)
        text = pdf_safe.plan_text(pdf, budget)
        changed: tuple[int, ...] = ()
        was = text
        if 0 < size < len(data):
            with pdf_safe.opened(data[:size]) as sent:
                was = pdf_safe.plan_text(sent, budget)
                changed = _changed(pdf_face.faces(sent, Budget()), faces)
        signature, signer = Signature.NONE, ""
        if reply_form.is_signed(pdf):
            signature, signer = head_signature.checked(data, reply_form.HEAD)
        return Found(
            attached=_attached(was) if was is not None else None,
            faces=faces,
            noted=pdf_face.noted(pdf),
            changed=changed,
            plan_changed=was != text,
            values=reply_form.values(pdf, budget),
            signature=signature,
            signer=signer,
        )


def _changed(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[int, ...]:
    longest = max(len(before), len(after))
    return tuple(n + 1 for n in range(longest) if before[n : n + 1] != after[n : n + 1])


def _attached(text: bytes) -> Attached:
    """What the plan says of itself, for a sentence; whatever it says, its hash counts."""
    own = hashlib.sha256(text).hexdigest()
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return Attached(own)
    if not isinstance(said, dict):
        return Attached(own)
    version = said.get("version")
    actions = said.get("actions")
    asks = [
        Ask(_text(one, "what"), _text(one, "asked_of"))
        for one in (actions if isinstance(actions, list) else [])
        if isinstance(one, dict) and one.get("hands") == _ASKS
    ]
    return Attached(
        own,
        _text(said, "plan"),
        _text(said, "school"),
        _text(said, "title"),
        version if isinstance(version, int) and 0 <= version < 10**6 else 0,
        tuple(asks[:_MOST_ASKS]),
    )


def _text(said: dict[str, Any], key: str) -> str:
    value = said.get(key)
    return value[:_LONGEST] if isinstance(value, str) else ""
