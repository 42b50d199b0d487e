"""A store whose writes do not wait for the disk: no test pulls the plug, and waiting takes as long
as all the rest."""

from pathlib import Path

from models import database
from models.store import open_store


def open_unsynced(path: Path) -> None:
    open_store(path)
    database.execute_sql("PRAGMA synchronous = OFF")
