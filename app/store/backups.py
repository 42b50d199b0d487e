"""Backups of the store: whole, checked, thinned, and a second copy elsewhere if so set."""

import json
import os
import secrets
import shutil
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.attachments import FOLDER as ATTACHMENTS
from app.errors import AppError, CannotWrite
from app.files import appearing, cannot_write, fingerprint, put_in_place
from app.store.backup_folder import (
    FOLDER,
    Backup,
    describe,
    list_in,
    manifest_of,
    mirror_attachments,
    name_at,
    thin_out,
)
from app.store.trouble import StoreTrouble, in_plain_words
from models import Centre, database, dialect

__all__ = ["Backup", "Reason", "back_up", "back_up_to", "last_backup", "list_backups"]
NO_BACKUP = (
    "备份没有做成：数据文件可能已损坏。请先不要继续录入，用最近一份完好的备份恢复，并联系管理员。"
)


class Reason(StrEnum):
    START = "start"
    INTERVAL = "interval"
    EXIT = "exit"
    ASKED = "asked"


# By backup: the state of the store's files when it was made, so that an idle hour costs nothing.
_copied: dict[Path, tuple[int, ...]] = {}
# Windows may set the times of an open file only when it is closed: there each copy is compared.
_STATE_TELLS = sys.platform != "win32"


def back_up(reason: Reason, now: datetime) -> Backup | None:
    """Make a backup beside the store; None where nothing has changed since the last one.

    The second folder (设置—备份文件夹) gets a copy; that it could not is a warning, not a failure.
    Takes its own connection for copying, so that it may run in the worker.
    """
    folder, state = _store().parent / FOLDER, _state()
    last = next(iter(list_backups()), None)
    made = None
    if last is None or _copied.get(last.path) != state or not _STATE_TELLS:
        made = _make(folder, reason, now, unlike=last.sha256 if last else "")
        thin_out(folder, now)
    newest = made or last
    if newest is None:
        return None
    _copied[newest.path] = state
    warning = _second_copy(newest, now)
    return replace(newest, warning=warning) if made or warning else None


def back_up_to(directory: Path, now: datetime) -> Backup:
    """A backup into any folder, with the attachments; compared there with what was copied."""
    made = _make(_store().parent / FOLDER, Reason.ASKED, now)
    if made is None:
        raise AssertionError("a backup unlike no other is always made")
    return _carry(made, directory)


def list_backups() -> list[Backup]:
    """Those beside the open store, newest first."""
    return list_in(_store().parent / FOLDER)


def last_backup() -> datetime | None:
    return next((one.made_at for one in list_backups()), None)


def _make(folder: Path, reason: Reason, now: datetime, unlike: str = "") -> Backup | None:
    """Copy, look at the copy, and only then give it a name; None where it is like that other."""
    target = folder / name_at(now)
    part = folder / f"{secrets.token_hex(4)}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        dialect.copy_store(_store(), part)
        sha256 = fingerprint(part)
        if sha256 == unlike:
            return None
        if dialect.trouble_in(part):
            raise StoreTrouble(NO_BACKUP)
        told = {"sha256": sha256, "cases": dialect.count_cases(part), "reason": reason.value}
        with appearing(manifest_of(target)) as manifest:
            manifest.write_text(json.dumps(told), encoding="utf-8")
        put_in_place(part, target)
        mirror_attachments(_store().parent / ATTACHMENTS, folder / ATTACHMENTS)
    except OSError as error:
        raise cannot_write(target, error) from error
    except dialect.ERRORS as error:
        if trouble := in_plain_words(error):
            raise trouble from error
        raise
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return describe(target)


def _carry(backup: Backup, directory: Path) -> Backup:
    """A copy of the backup in another folder, with its manifest and the attachments."""
    target = directory / backup.path.name
    if target.exists() and fingerprint(target) == backup.sha256:
        return describe(target)
    with appearing(target) as part:
        shutil.copyfile(backup.path, part)
        if fingerprint(part) != backup.sha256:
            raise CannotWrite(target, "写好后核对不一致，磁盘或 U 盘可能有问题，请换一个再备份")
    with appearing(manifest_of(target)) as part:
        shutil.copyfile(manifest_of(backup.path), part)
    try:
        mirror_attachments(backup.path.parent / ATTACHMENTS, directory / ATTACHMENTS)
    except OSError as error:
        raise cannot_write(target, error) from error
    return describe(target)


def _second_copy(backup: Backup, now: datetime) -> str:
    """Copy it to the second folder, if one is set; a sentence where that could not be done."""
    named = Centre.select(Centre.backup_folder).tuples().first()
    if named is None or not named[0]:
        return ""
    folder = Path(named[0])
    if not os.path.isdir(folder):  # a locked drive of Windows makes Path.is_dir() raise
        return f"备份文件夹“{folder}”不在，这次只备份在本机。请插好 U 盘，或在设置里改备份文件夹。"
    try:
        _carry(backup, folder)
        thin_out(folder, now)
    except OSError as error:
        return f"第二份备份没有做成：{cannot_write(folder, error)}"
    except AppError as error:
        return f"第二份备份没有做成：{error}"
    return ""


def _state() -> tuple[int, ...]:
    """Size and time of the store and of its log. Looked at from outside: opening and closing a
    store's file would take away the locks SQLite has on it."""
    log = _store().with_name(f"{_store().name}-wal")
    found = [one.stat() for one in (_store(), log) if one.exists()]
    return tuple(part for one in found for part in (one.st_size, one.st_mtime_ns))


def _store() -> Path:
    return Path(database.database)
