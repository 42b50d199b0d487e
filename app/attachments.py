"""Files that belong to a case, kept beside the store under the hash of what they hold."""

import hashlib
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath, PureWindowsPath

from app import history, typed
from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, NotFound
from app.files import appearing, fingerprint
from models import Attachment, Case, database, rows
from models.choices import Act

FOLDER = "attachments"
LARGEST = 50 * 1024 * 1024
_NAME_LIMIT = 120
_REASON_LIMIT = 200
KINDS = frozenset(
    "jpg jpeg png bmp gif tif tiff webp heic pdf ofd doc docx xls xlsx ppt pptx wps et dps rtf txt "
    "csv zip rar 7z mp3 m4a wav amr aac mp4 mov avi 3gp wmv eml".split()
)
# On Windows these are no files, whatever their ending.
_DEVICES = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10)),
}
Source = Path | tuple[str, bytes]  # a file, or what was pasted, with a name for it


@dataclass(frozen=True)
class AttachmentRow:
    id: int
    name: str
    size: int
    added_at: datetime
    added_by: str
    voided_at: datetime | None
    voided_by: str


def attach(case_id: int, source: Source, who: Who, now: datetime) -> int:
    """Keep a copy of the file with the case. The same file a second time is the first again."""
    name, size = looked_at(source)
    sha256 = stored(source)
    with saving(Kind.ATTACHMENTS, Kind.CASES):
        if not Case.select().where(Case.id == case_id).exists():
            raise NotFound("没有找到这件办件，附件没有添加。请刷新后再试。")
        same = Attachment.get_or_none(
            Attachment.case == case_id,
            Attachment.sha256 == sha256,
            Attachment.voided_at.is_null(),
        )
        if same is not None:
            return int(same.id)
        row = Attachment.create(
            case=case_id, name=name, sha256=sha256, size=size, added_at=now, added_by=who.name
        )
        history.record(case_id, who, now, Act.ATTACH, name)
    return int(row.id)


def void_attachment(attachment_id: int, who: Who, now: datetime, reason: str = "") -> None:
    """Take it out of the case's list; the file and the line of history stay."""
    with saving(Kind.ATTACHMENTS, Kind.CASES):
        row = _get(attachment_id)
        if row.voided_at is not None:
            raise AppError(f"附件“{row.name}”已经作废了。")
        Attachment.update(voided_at=now, voided_by=who.name).where(
            Attachment.id == attachment_id
        ).execute()
        said = typed.line(reason)[:_REASON_LIMIT]
        note = f"{row.name}，原因：{said}" if said else row.name
        history.record(row.case.id, who, now, Act.DETACH, note)


def list_attachments(case_id: int, *, voided: bool = False) -> list[AttachmentRow]:
    """In the order they were added; the voided ones only where asked for."""
    query = (
        Attachment.select(
            Attachment.id,
            Attachment.name,
            Attachment.size,
            Attachment.added_at,
            Attachment.added_by,
            Attachment.voided_at,
            Attachment.voided_by,
        )
        .where(Attachment.case == case_id)
        .order_by(Attachment.id)
    )
    return rows(query if voided else query.where(Attachment.voided_at.is_null()), AttachmentRow)


def path_of(attachment_id: int) -> Path:
    """Where the file lies; NotFound where it is gone or no longer what was attached.

    It has no name there: to open it in another program, `save_copy` it under its own.
    """
    row = _get(attachment_id)
    return whole(row.sha256, str(row.name))


def whole(sha256: str, name: str) -> Path:
    """Where the file of that hash lies; `name` is what those who miss it call it."""
    path = place_of(sha256)
    if not path.is_file():
        raise NotFound(f"附件“{name}”的文件不在了，请从备份文件夹里找回，或重新添加。")
    if fingerprint(path) != sha256:
        raise NotFound(f"附件“{name}”的文件被改动过或已损坏，请从备份里找回，或重新添加。")
    return path


def save_copy(attachment_id: int, folder: Path) -> Path:
    """A copy under its own name, for other programs to open."""
    row = _get(attachment_id)
    return copy_of(row.sha256, str(row.name), folder)


def copy_of(sha256: str, name: str, folder: Path) -> Path:
    kept, target = whole(sha256, name), folder / name
    with suppress(OSError):  # it may already be open there: Windows then lets nobody replace it
        if fingerprint(target) == sha256:
            return target
    with appearing(target) as part:
        shutil.copyfile(kept, part)
    return target


def place_of(sha256: str, folder: Path | None = None) -> Path:
    """Where a file of that hash lies beside the open store, or in another folder laid out alike."""
    root = folder or Path(database.database).parent / FOLDER
    return root / sha256[:2] / sha256[2:]


def looked_at(source: Source) -> tuple[str, int]:
    """Its name and size, if it may be attached."""
    try:
        size = source.stat().st_size if isinstance(source, Path) else len(source[1])
    except OSError as error:
        raise _unreadable(source) from error
    name = _name(source)
    if isinstance(source, Path) and not source.is_file():
        raise AppError(f"“{name}”不是文件，不能添加；文件夹请先压缩成一个文件。")
    if PurePosixPath(name).suffix.lstrip(".").lower() not in KINDS:
        raise AppError(f"“{name}”不能添加：只收图片、PDF、OFD、文档表格、录音录像和压缩包。")
    if size == 0:
        raise AppError(f"“{name}”是空文件，没有内容，请核对后重新选择。")
    if size > LARGEST:
        most = LARGEST // 1024 // 1024
        raise AppError(f"“{name}”太大（超过 {most} MB），请压缩或拆分后再添加。")
    return name, size


def _name(source: Source) -> str:
    """The bare name, without a folder, fit for a file of any system, its ending kept."""
    written = source.name if isinstance(source, Path) else source[0]
    bare = typed.line(PureWindowsPath(PurePosixPath(written).name).name)
    bare = "".join("_" if one in '<>:"/\\|?*' else one for one in bare)
    if bare.split(".")[0].rstrip().upper() in _DEVICES:
        bare = f"_{bare}"
    ending = PurePosixPath(bare).suffix
    return bare if len(bare) <= _NAME_LIMIT else bare[: _NAME_LIMIT - len(ending)] + ending


def stored(source: Source) -> str:
    """Put the content in its place, unless it is there already, and give its hash.

    Should the row then not be written, a file is left that nobody asks for: no harm.
    """
    sha256 = _hash(source)
    place = place_of(sha256)
    if place.is_file() and fingerprint(place) == sha256:
        return sha256
    with appearing(place) as part:
        if isinstance(source, Path):
            shutil.copyfile(source, part)
        else:
            part.write_bytes(source[1])
        if fingerprint(part) != sha256:
            raise AppError(f"“{_name(source)}”还在被别的程序改动，请保存关闭后再添加。")
    return sha256


def _hash(source: Source) -> str:
    if not isinstance(source, Path):
        return hashlib.sha256(source[1]).hexdigest()
    try:
        return fingerprint(source)
    except OSError as error:
        raise _unreadable(source) from error


def _unreadable(source: Source) -> NotFound:
    return NotFound(f"读不到文件“{_name(source)}”，请检查文件是否还在、能不能打开、U 盘是否拔出。")


def _get(attachment_id: int) -> Attachment:
    row: Attachment | None = Attachment.get_or_none(Attachment.id == attachment_id)
    if row is None:
        raise NotFound("没有找到这个附件，请刷新后再试。")
    return row
