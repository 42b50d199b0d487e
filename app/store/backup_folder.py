"""A folder of backups: what lies in it, what of that is good, what may go."""

import json
import os
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.files import appearing, fingerprint
from app.store.backup_thinning import thin
from models import dialect

FOLDER = "backups"  # beside the store
_NAME = re.compile(r"bandecheng-(\d{8}-\d{6})\.db")
_HASH = re.compile("[0-9a-f]{64}")
_PART = re.compile(r"(bandecheng-\d{8}-\d{6}\.(db|json)\.)?[0-9a-f]{8}\.part")
_DAY = 24 * 3600  # seconds
_STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True)
class Backup:
    path: Path
    made_at: datetime
    size: int
    cases: int
    sha256: str  # empty where its manifest is gone
    warning: str = ""  # a sentence, where the second copy could not be made


def name_at(now: datetime) -> str:
    return f"bandecheng-{now.strftime(_STAMP)}.db"


def manifest_of(backup: Path) -> Path:
    """Beside each backup: its hash, so that a single flipped bit in it is seen."""
    return backup.with_suffix(".json")


def list_in(folder: Path) -> list[Backup]:
    """Newest first."""
    if not folder.is_dir():
        return []
    found = (describe(path) for path in folder.iterdir() if _NAME.fullmatch(path.name))
    return sorted(found, key=lambda one: one.made_at, reverse=True)


def newest_good(folder: Path) -> Backup | None:
    """The newest backup of a backup folder that is byte for byte what was once checked."""
    return next((one for one in list_in(folder) if is_good(one)), None)


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


def thin_out(folder: Path, now: datetime) -> None:
    """Delete the backups that are no longer wanted, with their manifests, and what a power cut or
    a virus scanner has left of one that was never finished."""
    listed = {one.made_at: one.path for one in list_in(folder)}
    for stamp in thin(listed, now):
        with suppress(OSError):  # one that is being looked at may go the next time
            listed[stamp].unlink()
            manifest_of(listed[stamp]).unlink()
    for path in folder.iterdir():
        with suppress(OSError):
            if _PART.fullmatch(path.name) and now.timestamp() - path.stat().st_mtime > _DAY:
                path.unlink()


def describe(path: Path) -> Backup:
    told: dict[str, object] = {}
    with suppress(OSError, ValueError):
        told = dict(json.loads(manifest_of(path).read_text("utf-8")))
    return Backup(
        path,
        # Local time, as the name says it and as people read it.
        datetime.strptime(path.name[11:26], _STAMP),  # noqa: DTZ007
        path.stat().st_size,
        int(str(told.get("cases", 0))),
        str(told.get("sha256", "")),
    )
