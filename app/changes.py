"""Saving, and telling whoever watches what was saved."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum, auto

import peewee as pw

from app.store.trouble import in_plain_words
from models.base import database


class Kind(Enum):
    CASES = auto()
    RECEPTIONS = auto()
    PAPERS = auto()
    VISITS = auto()  # and who goes on them, with what
    PARTIES = auto()
    DIRECTORY = auto()  # units, villages, matters
    STAFF = auto()
    CENTRE = auto()
    RULES = auto()  # how long each thing may take
    WORDING = auto()  # reasons to say no, remedies, own names of what is in the fixed lists
    CALENDAR = auto()
    DRAFTS = auto()
    ATTACHMENTS = auto()
    EXPORTS = auto()
    STORIES = auto()  # what is said of a month
    APPRAISAL = auto()  # what was said of the points of units
    MAIL = auto()  # its settings, and what went or was to go
    LOCKS = auto()  # months that were closed or opened again


Listener = Callable[[frozenset[Kind]], None]
_listeners: list[Listener] = []
# A thread begins with none of another's pending kinds, so two of them never mix.
_pending: ContextVar[set[Kind] | None] = ContextVar("pending", default=None)


@contextmanager
def saving(*kinds: Kind) -> Iterator[None]:
    """One transaction; the outermost one announces every kind once it has been committed.

    A saving within a saving joins it; if it fails and the outer one goes on, only what the inner
    one wrote is taken back. A busy, full or read-only store ends as an AppError.
    """
    outer = _pending.get()
    if outer is not None:
        with database.atomic():
            yield
        outer.update(kinds)
        return
    pending = set(kinds)
    token = _pending.set(pending)
    try:
        with _explained(), database.atomic("IMMEDIATE"):
            yield
    finally:
        _pending.reset(token)
    _announce(frozenset(pending))


def subscribe(listener: Listener) -> Callable[[], None]:
    """Have the listener told, in the thread that saved; the answer ends it."""
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except pw.DatabaseError as error:
        if trouble := in_plain_words(error):
            raise trouble from error
        raise


def _announce(saved: frozenset[Kind]) -> None:
    for listener in tuple(_listeners):
        listener(saved)
