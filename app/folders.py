"""Where the data lies: in the user's own folder, beside the program, or where it was asked for."""

import os
import re
import sys
from pathlib import Path

import platformdirs

from app.errors import AppError

VARIABLE = "BANDECHENG_DATA"
PORTABLE = "portable.flag"
STORE = "bandecheng.db"
ON_A_NETWORK = (
    "数据不能放在网络盘或共享文件夹里（“{path}”），多台电脑同写会损坏数据。"
    "请改用本机硬盘上的文件夹；要留一份在网络盘上，请用备份功能。"
)
# 9p is left out: it is also what a virtual machine calls its own local disk.
_NETWORK_TYPES = re.compile(
    r"nfs\d?|cifs|smb\w*|ncpfs|afs|davfs|fuse\.(sshfs|rclone|davfs2?|gvfs.*)"
)
_DRIVE_REMOTE = 4


def data_folder(wanted: Path | None = None) -> Path:
    """What was asked for, else BANDECHENG_DATA, else beside a portable program, else the user's.

    Raises AppError where that is on a network: locking does not hold there and data is lost.
    """
    folder = wanted or _named_by_environment() or _portable() or _own()
    folder = folder.expanduser()
    if is_on_network(folder):
        raise AppError(ON_A_NETWORK.format(path=folder))
    return folder.absolute()


def program_folder() -> Path:
    """Where the program lies: the frozen one's own folder, or the source's."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parent.parent


def is_on_network(path: Path) -> bool:
    if names_a_server(str(path)) or names_a_server(str(path.absolute())):
        return True
    if sys.platform == "win32":
        # A link on a disk of this computer may lead to a share.
        return _drive_type(path) == _DRIVE_REMOTE or names_a_server(str(path.resolve()))
    return bool(_NETWORK_TYPES.fullmatch(_mount_type(path)))


def names_a_server(text: str) -> bool:
    r"""Whether it is written as \\server\share; \\?\C:\ and \\.\C:\ are of this computer."""
    bare = text.replace("/", "\\") if sys.platform == "win32" else text
    if bare.upper().startswith("\\\\?\\UNC\\"):
        return True
    return bare.startswith("\\\\") and not bare.startswith(("\\\\?\\", "\\\\.\\"))


def mount_type(path: Path, mounts: str) -> str:
    """The kind of file system that holds the path, by the lines of /proc/mounts."""
    best, kind = "", ""
    for line in mounts.splitlines():
        place, found = _unescaped(line.split(" ")[1]), line.split(" ")[2]
        # A later mount on the same place hides the earlier one.
        if path.is_relative_to(place) and len(place) >= len(best):
            best, kind = place, found
    return kind


def _named_by_environment() -> Path | None:
    # Windows' `set NAME="D:\a b"` makes the quotation marks part of the value.
    named = os.environ.get(VARIABLE, "").strip().strip('"')
    return Path(named) if named else None


def _portable() -> Path | None:
    beside = program_folder()
    return beside / "data" if (beside / PORTABLE).exists() else None


def _own() -> Path:
    return Path(platformdirs.user_data_dir("Bandecheng", appauthor=False, roaming=False))


def _mount_type(path: Path) -> str:
    table = Path("/proc/mounts")
    if not table.exists():
        return ""
    return mount_type(path.resolve(), table.read_text("utf-8", "surrogateescape"))


def _unescaped(place: str) -> str:
    """/proc/mounts writes a space as \\040."""
    return re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), place)


def _drive_type(path: Path) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(f"{path.absolute().drive}\\"))
