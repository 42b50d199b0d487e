"""Files that must be whole: what they hold is known by its hash, and they appear at once."""

import errno
import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.errors import CannotWrite
from models.disk import put_in_place

__all__ = ["appearing", "cannot_write", "fingerprint", "put_in_place"]

_TOO_LONG = "文件夹的路径太长，请换一个路径短一些的文件夹"
_OPEN_ELSEWHERE = "它可能正被其他程序打开，请关闭后再试一次"
_WINDOWS_LONGEST = 259  # beyond it Windows says "not found", where long paths are not allowed
_REASONS = {
    errno.ENOSPC: "磁盘空间不足，请清理磁盘后再试一次",
    errno.EDQUOT: "磁盘配额已满，请清理磁盘后再试一次",
    errno.EFBIG: "文件太大，这个磁盘放不下，请换一个磁盘",
    errno.EACCES: "文件夹不能写，请检查文件夹的权限，或者换一个文件夹",
    errno.EPERM: "文件夹不能写，请检查文件夹的权限，或者换一个文件夹",
    errno.EROFS: "磁盘是只读的，请换一个文件夹",
    errno.ENOENT: "文件夹不在了，可能已被移走或 U 盘已拔出，请检查后再试一次",
    errno.ENOTDIR: "文件夹不在了，可能已被移走或 U 盘已拔出，请检查后再试一次",
    errno.EEXIST: "已有一个同名的文件，请换一个文件夹",
    errno.ENAMETOOLONG: _TOO_LONG,
}
_OTHER = "读写磁盘时出错，请检查磁盘和 U 盘后再试一次"


def fingerprint(path: Path) -> str:
    """The SHA-256 of what the file holds, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def appearing(path: Path, *, folder_too: bool = True) -> Iterator[Path]:
    """Give a `.part` to write to; it takes its place only when whole and on the disk.

    A folder of ours is made where it is missing; one that somebody named has to be there.

    Trouble with the disk ends as CannotWrite, and nothing of the part is left.
    """
    part = path.with_name(f"{path.name[:80]}.{secrets.token_hex(4)}.part")
    try:
        if folder_too:
            path.parent.mkdir(parents=True, exist_ok=True)
        yield part
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        put_in_place(part, path)
        _settle(path.parent)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    if isinstance(error, PermissionError) and error.filename2 is not None:
        return CannotWrite(path, _OPEN_ELSEWHERE)  # the part could be written: not the folder
    if os.name == "nt" and len(str(path.absolute())) > _WINDOWS_LONGEST:
        return CannotWrite(path, _TOO_LONG)
    return CannotWrite(path, _REASONS.get(error.errno or 0, _OTHER))


def _settle(folder: Path) -> None:
    """Have the new name on the disk too, where the system lets a folder be opened for it."""
    if os.name == "posix":
        with suppress(OSError):  # some file systems refuse it; the file is there all the same
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
