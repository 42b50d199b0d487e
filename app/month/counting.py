"""How many rows there are, and of how many of them something holds, in one pass."""

from typing import Any

import peewee as pw
from peewee import fn


def counts(query: Any, *conditions: Any) -> tuple[int, ...]:
    each = (fn.COUNT(pw.Case(None, ((one, 1),))) for one in conditions)
    found: tuple[int, ...] = query.select(fn.COUNT(pw.SQL("*")), *each).tuples().get()
    return found
