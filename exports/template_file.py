"""A workbook that somebody else made, opened with care: it is unpacked into memory."""

from pathlib import Path
from typing import IO
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from app.errors import AppError

LARGEST, MOST_ENTRIES = 20 * 2**20, 2_000
UNPACKED, RATIO = 60 * 2**20, 200
LOOKED_AT = 4096  # bytes: a document type stands before everything else
MOST_ROWS, MOST_COLUMNS = 20_000, 500
_OLE = b"\xd0\xcf\x11\xe0"  # an old .xls, or one with a password
_NOT_ONE = "“{}”不是Excel工作簿（.xlsx）。请用Excel或WPS打开，另存为.xlsx，再选它。"
_OLD = "“{}”是旧格式（.xls）或者设了打开密码。请用Excel或WPS打开，去掉密码，另存为.xlsx，再选它。"
_MACROS = "“{}”里有宏，填好以后宏会丢失。请另存为不带宏的.xlsx，再选它。"
_TOO_LARGE = "“{}”太大，或者解开以后太大，不像一张表样。请删去不用的工作表和图片，再选它。"
_GONE = "没有找到模板“{}”，可能已被移走或改名，也可能是U盘已拔出。请重新选择模板。"


def open_template(path: Path) -> Workbook:
    """The workbook with all its looks; an AppError says what to do about one that is none."""
    try:
        _guard(path)
        book = load_workbook(path, rich_text=True)
    except FileNotFoundError as error:
        raise AppError(_GONE.format(path.name)) from error
    except (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, ParseError) as error:
        raise AppError(_NOT_ONE.format(path.name)) from error
    if any(one.max_row > MOST_ROWS or one.max_column > MOST_COLUMNS for one in book.worksheets):
        raise AppError(_TOO_LARGE.format(path.name))
    return book


def _guard(path: Path) -> None:
    """Before anything of it is read: how large it is, and that its XML defines nothing."""
    if path.stat().st_size > LARGEST:
        raise AppError(_TOO_LARGE.format(path.name))
    with path.open("rb") as file:
        if file.read(4) == _OLE:
            raise AppError(_OLD.format(path.name))
    with ZipFile(path) as parts:
        listed = parts.infolist()
        swollen = any(one.file_size > RATIO * max(one.compress_size, 1) for one in listed)
        unpacked = sum(one.file_size for one in listed)
        if len(listed) > MOST_ENTRIES or unpacked > UNPACKED or swollen:
            raise AppError(_TOO_LARGE.format(path.name))
        names = {one.filename for one in listed}
        if "xl/vbaProject.bin" in names:
            raise AppError(_MACROS.format(path.name))
        if "xl/workbook.xml" not in names or any(map(_defines, map(parts.open, _xml(names)))):
            raise AppError(_NOT_ONE.format(path.name))


def _xml(names: set[str]) -> list[str]:
    return sorted(one for one in names if one.endswith((".xml", ".rels", ".vml")))


def _defines(part: IO[bytes]) -> bool:
    with part:
        return b"<!DOCTYPE" in part.read(LOOKED_AT).replace(b"\0", b"").upper()
