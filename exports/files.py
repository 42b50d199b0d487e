"""Writing a file whole or not at all."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.errors import CannotWrite
from app.files import put_in_place

OPEN_ELSEWHERE = "它可能正被其他程序打开，或者设成了只读。请关闭后再试一次，或者换一个文件名"
FULL = "磁盘空间不足。请清理磁盘，或者换一个磁盘再试一次"
READ_ONLY = "这个文件夹不能写入。请换一个文件夹，例如“桌面”或“文档”"
NO_FOLDER = "文件夹不存在，可能已被移走或改名，也可能是U盘已拔出。请重新选择保存位置"
TOO_LONG = "文件名或文件夹的路径太长。请改短，或者换一个文件夹"
BAD_NAME = "文件名里有不能用的字符。请换一个文件名"
A_FOLDER = "同名的文件夹已经存在。请换一个文件名"
OTHER = "读写磁盘时出错。请检查磁盘，或者换一个文件夹再试一次"

_REASONS = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EROFS: READ_ONLY,
    errno.ENOENT: NO_FOLDER,
    errno.ENOTDIR: NO_FOLDER,
    errno.ENAMETOOLONG: TOO_LONG,
    errno.EINVAL: BAD_NAME,
    errno.EISDIR: A_FOLDER,
}
_FORBIDDEN = set('<>:"|?*')  # in a name, on Windows and on its disks
_WINDOWS_LONGEST = 259  # where long paths are not switched on, Windows says "not found" beyond it


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a draft beside the path to write to; put it in place once it is complete.

    What was there before stays until then, and for good if the writing fails. Trouble with the
    place itself ends as CannotWrite; an error of any other file passes through.
    """
    draft = path.with_name(f"~{secrets.token_hex(4)}{path.suffix[:8]}")
    try:
        yield draft
        _to_disk(draft)
        put_in_place(draft, path)
        _settle(path.parent)
    except OSError as error:
        if not _concerns(error, draft, path):
            raise
        raise CannotWrite(path, _reason(error, path)) from error
    finally:
        with suppress(OSError):  # a writer that failed may still hold it open on Windows
            draft.unlink(missing_ok=True)


def _to_disk(draft: Path) -> None:
    """Wait until it is on the disk: after a power cut a rename alone may leave an empty file."""
    with draft.open("r+b") as written:
        os.fsync(written.fileno())


def _settle(folder: Path) -> None:
    """Have the new name on the disk too, where the system lets a folder be opened for it."""
    if os.name == "posix":
        with suppress(OSError):  # the file is there; some network shares refuse this
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _concerns(error: OSError, draft: Path, path: Path) -> bool:
    """Whether it is about the file to be written; a full disk names no file at all."""
    return error.filename is None or str(error.filename) in {str(draft), str(path)}


def _reason(error: OSError, path: Path) -> str:
    if isinstance(error, PermissionError) and error.filename2 is not None:
        # The draft could be written, so it is not the folder. Windows also refuses so to put it in
        # the place of a folder.
        return A_FOLDER if path.is_dir() else OPEN_ELSEWHERE
    if os.name == "nt" and len(str(path.absolute())) > _WINDOWS_LONGEST:
        return TOO_LONG
    if error.errno == errno.EINVAL and not _FORBIDDEN & set(path.name):
        return OTHER  # what Python has no number for on Windows, a stick pulled out for one
    return _REASONS.get(error.errno or 0, OTHER)
