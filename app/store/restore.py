"""Putting a backup in the store's place. What was there is kept under another name."""

import os
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.attachments import FOLDER as ATTACHMENTS
from app.errors import AppError
from app.files import appearing, cannot_write
from app.folders import STORE
from app.store.backup_folder import Backup, is_good, mirror_attachments
from models import database, dialect

_BESIDE = ("-wal", "-shm")  # what SQLite keeps beside an open store


def restore(folder: Path, backup: Backup, now: datetime) -> Path | None:
    """Bring the store of the data folder back to the backup; give where the former one now lies.

    Nothing is deleted. Afterwards the store is closed: `start` it again.
    """
    database.close()
    if not is_good(backup):
        raise AppError("这份备份已损坏或读不出来，不能用来恢复，请换一份备份。")
    store = folder / STORE
    aside = folder / f"bandecheng-replaced-{now:%Y%m%d-%H%M%S}.db"
    with appearing(store) as part:
        shutil.copyfile(backup.path, part)
        _look_at(part)
        kept = _set_aside(store, aside)
    try:
        mirror_attachments(backup.path.parent / ATTACHMENTS, folder / ATTACHMENTS)
    except OSError as error:
        raise cannot_write(store, error) from error
    return kept


def _look_at(part: Path) -> None:
    try:
        trouble = dialect.trouble_in(part)
    except dialect.ERRORS as error:
        raise AppError("这份备份读不出来，不能用来恢复，请换一份备份。") from error
    if trouble:
        raise AppError("这份备份里的数据有损坏，不能用来恢复，请换一份备份。")


def _set_aside(store: Path, aside: Path) -> Path | None:
    """Give the store a second name before it is replaced, so that at no moment there is none.

    Its log must be gone before: SQLite would write it into the file that comes in its place.
    """
    if not store.exists():
        return None
    try:
        os.link(store, aside)
    except OSError:
        shutil.copyfile(store, aside)  # a stick's file system knows no second names
    for ending in _BESIDE:
        with suppress(FileNotFoundError):
            os.replace(f"{store}{ending}", f"{aside}{ending}")
    return aside
