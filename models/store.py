"""Opens the store: is it ours, is it readable, is it of a version we know; brings it up to date."""

from pathlib import Path
from secrets import token_hex

import peewee as pw
from playhouse.migrate import SqliteMigrator

from models import TABLES, dialect
from models.base import database
from models.disk import put_in_place
from models.migrations import STEPS


class Unopenable(Exception):
    """A file that cannot be used as the store."""


class TooNew(Unopenable):
    """It was written by a later version of the program."""


class NotOurs(Unopenable):
    """It belongs to another program."""


class Damaged(Unopenable):
    """It is ours, or was, but cannot be read any more."""


class CannotUpgrade(Unopenable):
    """A step to the present version failed; the store is as it was before that step."""


def open_store(path: Path, patience: int = 5) -> None:
    """Open, after a look that costs nothing; an older store is copied, then brought up to date.

    Patience is how many seconds this, and every later write, waits for another program's to end.
    Raises Unopenable, or peewee's own error where the disk or another program refuses.
    """
    database.init(str(path), timeout=patience)
    try:
        database.connect()
        _recognise()
        _bring_up_to_date(path)
        _look_for_tables()
    except BaseException as error:
        database.close()
        if dialect.is_damage(error):
            raise Damaged(str(error)) from error
        raise


def _recognise() -> None:
    tables, version, mark = set(database.get_tables()), dialect.version(), dialect.mark()
    if not tables and version == 0 and mark in (0, dialect.MARK):
        return  # a new file, or one that stopped before its first step
    if mark != dialect.MARK and "case_event" not in tables:
        raise NotOurs(f"mark {mark:#x}")
    if mark != dialect.MARK or version <= 0:
        raise Damaged(f"mark {mark:#x}, version {version}")
    if version > len(STEPS):
        raise TooNew(f"version {version}")


def _bring_up_to_date(path: Path) -> None:
    if 0 < (version := dialect.version()) < len(STEPS):
        backups = path.parent / "backups"
        backups.mkdir(exist_ok=True)
        part = backups / f"{token_hex(4)}.part"  # another program may be doing the same
        dialect.copy_store(path, part)
        put_in_place(part, backups / f"{path.stem}-v{version}.db")
    while (version := dialect.version()) < len(STEPS):
        _step(version)


def _step(version: int) -> None:
    migrator = SqliteMigrator(database)
    # The context turns foreign keys off: rebuilding a table must not delete its children.
    with migrator.migration_context(atomic=False), database.atomic("EXCLUSIVE"):
        if dialect.version() != version:
            return  # another program that was opening the store took the step meanwhile
        try:
            STEPS[version](migrator)
        except pw.DatabaseError as error:
            if dialect.refusal(error) in ("SQLITE_ERROR", "SQLITE_CONSTRAINT"):
                raise CannotUpgrade(f"step {version + 1}: {error}") from error
            raise
        if broken := dialect.broken_links():
            raise CannotUpgrade(f"step {version + 1} broke links in {', '.join(broken)}")
        dialect.set_mark()
        dialect.set_version(version + 1)


def _look_for_tables() -> None:
    expected = {table._meta.table_name for table in TABLES}
    if missing := expected - set(database.get_tables()):
        raise Damaged(f"without {', '.join(sorted(missing))}")
