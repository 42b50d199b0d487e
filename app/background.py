"""What a thread needs before it may call the app."""

from collections.abc import Callable
from typing import TypeVar

from models.base import database

T = TypeVar("T")


def in_thread(work: Callable[[], T]) -> T:
    """Do the work with a connection of this thread's own."""
    with database.connection_context():
        return work()


def close_store() -> None:
    """For the end of the program: SQLite then writes its log into the store."""
    database.close()
