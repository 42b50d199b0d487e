"""Backups of the store: whole, checked, thinned, and a second copy elsewhere if so set."""

import json
import os
import re
import secrets
import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.attachments import FOLDER as ATTACHMENTS
from app.backup_thinning import thin
from app.errors import AppError, CannotWrite
from app.files import appearing, cannot_write, fingerprint
from app.store_trouble import StoreTrouble, in_plain_words
from models import Centre, database, dialect

FOLDER = "backups"
_NAME = re.compile(r"bandecheng-(\d{8}-\d{6})\.db")
_HASH = re.compile("[0-9a-f]{64}")
_STAMP = "%Y%m%d-%H%M%S"
NO_BACKUP = (
    "备份没有做成：数据文件可能已损坏。请先不要继续录入，用最近一份完好的备份恢复，并联系管理员。"
)


class Reason(StrEnum):
    START = "start"
    INTERVAL = "interval"
    EXIT = "exit"
    ASKED = "asked"


@dataclass(frozen=True)
class Backup:
    path: Path
    made_at: datetime
    size: int
    cases: int
    sha256: str  # empty where its manifest is gone
    warning: str = ""  # a sentence, where the second copy could not be made


def back_up(reason: Reason, now: datetime) -> Backup | None:
    """Make a backup beside the store; None where nothing has changed since the last one.

    The second folder (设置—备份文件夹) gets a copy; that it could not is a warning, not a failure.
    Takes its own connection for copying, so that it may run in the worker.
    """
    folder = _store().parent / FOLDER
    last = next(iter(list_backups()), None)
    made = _make(folder, reason, now, unlike=last.sha256 if last else "")
    if made:
        _thin(folder, now)
    newest = made or last
    warning = _second_copy(newest, now) if newest else ""
    if newest is None or (made is None and not warning):
        return None
    return replace(newest, warning=warning)


def back_up_to(directory: Path, now: datetime) -> Backup:
    """A backup into any folder, with the attachments; compared there with what was copied."""
    made = _make(_store().parent / FOLDER, Reason.ASKED, now)
    if made is None:
        raise AssertionError("a backup unlike no other is always made")
    return _carry(made, directory)


def list_backups(folder: Path | None = None) -> list[Backup]:
    """Newest first; those beside the open store, or in another backup folder."""
    folder = folder or _store().parent / FOLDER
    if not folder.is_dir():
        return []
    found = (_listed(path) for path in folder.iterdir() if _NAME.fullmatch(path.name))
    return sorted(found, key=lambda one: one.made_at, reverse=True)


def last_backup() -> datetime | None:
    return next((one.made_at for one in list_backups()), None)


def newest_good(folder: Path) -> Backup | None:
    """The newest backup of a backup folder that is byte for byte what was once checked."""
    return next((one for one in list_backups(folder) if is_good(one)), None)


def is_good(backup: Backup) -> bool:
    try:
        if backup.sha256:
            return fingerprint(backup.path) == backup.sha256
        return not dialect.trouble_in(backup.path)
    except (OSError, *dialect.ERRORS):
        return False


def mirror_attachments(source: Path, target: Path) -> None:
    """Have every attached file there too: by a second name on the same disk, else by a copy."""
    for file in source.glob("??/*"):
        place = target / file.parent.name / file.name
        if _HASH.fullmatch(file.parent.name + file.name) and not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(file, place)
            except OSError:
                with appearing(place) as part:
                    shutil.copyfile(file, part)


def _make(folder: Path, reason: Reason, now: datetime, unlike: str = "") -> Backup | None:
    """Copy, look at the copy, and only then give it a name; None where it is like that other."""
    target = folder / f"bandecheng-{now.strftime(_STAMP)}.db"
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
        with appearing(_manifest(target)) as manifest:
            manifest.write_text(json.dumps(told), encoding="utf-8")
        part.replace(target)
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
    return _listed(target)


def _carry(backup: Backup, directory: Path) -> Backup:
    """A copy of the backup in another folder, with its manifest and the attachments."""
    target = directory / backup.path.name
    if target.exists() and fingerprint(target) == backup.sha256:
        return _listed(target)
    with appearing(target) as part:
        shutil.copyfile(backup.path, part)
        if fingerprint(part) != backup.sha256:
            raise CannotWrite(target, "写好后核对不一致，磁盘或 U 盘可能有问题，请换一个再备份")
    with appearing(_manifest(target)) as part:
        shutil.copyfile(_manifest(backup.path), part)
    try:
        mirror_attachments(backup.path.parent / ATTACHMENTS, directory / ATTACHMENTS)
    except OSError as error:
        raise cannot_write(target, error) from error
    return _listed(target)


def _second_copy(backup: Backup, now: datetime) -> str:
    """Copy it to the second folder, if one is set; a sentence where that could not be done."""
    named = Centre.select(Centre.backup_folder).tuples().first()
    if named is None or not named[0]:
        return ""
    folder = Path(named[0])
    if not folder.is_dir():
        return f"备份文件夹“{folder}”不在，这次只备份在本机。请插好 U 盘，或在设置里改备份文件夹。"
    try:
        _carry(backup, folder)
        _thin(folder, now)
    except AppError as error:
        return f"第二份备份没有做成：{error}"
    return ""


def _thin(folder: Path, now: datetime) -> None:
    listed = {one.made_at: one.path for one in list_backups(folder)}
    for stamp in thin(listed, now):
        with suppress(OSError):  # one that is being looked at may go the next time
            listed[stamp].unlink()
            _manifest(listed[stamp]).unlink()


def _listed(path: Path) -> Backup:
    told: dict[str, object] = {}
    with suppress(OSError, ValueError):
        told = dict(json.loads(_manifest(path).read_text("utf-8")))
    return Backup(
        path,
        # Local time, as the name says it and as people read it.
        datetime.strptime(path.name[11:26], _STAMP),  # noqa: DTZ007
        path.stat().st_size,
        int(str(told.get("cases", 0))),
        str(told.get("sha256", "")),
    )


def _manifest(backup: Path) -> Path:
    return backup.with_suffix(".json")


def _store() -> Path:
    return Path(database.database)
