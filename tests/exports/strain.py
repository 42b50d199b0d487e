"""Records with far more in them, and with anything at all in them."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

# What is short by its nature: set by the program or limited where it is typed.
SHORT = frozenset(
    (
        *("centre", "number", "case_number", "order_number", "check_code", "code", "phone"),
        *("masked_phone", "staff_number", "title", "kind", "ending", "rating", "aspects"),
        *("outcome", "grounds", "amount", "role", "meeting", "receipt", "states", "done_word"),
        "villages",
    )
)
_WORDS = 11  # a text so long may become much longer


def stretched(record: Any, times: int) -> Any:
    """Every free text so many times as long, every list with so many times the entries."""

    def longer(text: str) -> str:
        return text * (times if len(text) > _WORDS else min(times, 3))

    return _changed(record, longer, times)


def filled(record: Any, text: str) -> Any:
    """Every free text replaced."""
    return _changed(record, lambda _: text, 1)


def _changed(record: Any, change: Callable[[str], str], times: int) -> Any:
    changes = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name not in SHORT:
            changes[field.name] = _other(value, change, times)
    if "claims" in changes:  # two sides, never more
        changes["claims"] = changes["claims"][:2]
    return replace(record, **changes)


def _other(value: Any, change: Callable[[str], str], times: int) -> Any:
    if isinstance(value, str) and not isinstance(value, Enum):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_other(one, change, times) for one in value) * times
    return _changed(value, change, times) if is_dataclass(value) else value


def texts(part: Any, left_out: frozenset[str] = frozenset()) -> Iterator[str]:
    """Every text of a record, however deep, but for the fields left out; a choice is no text."""
    if isinstance(part, str):
        if not isinstance(part, Enum):
            yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from texts(one, left_out)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in left_out:
                yield from texts(getattr(part, field.name), left_out)
