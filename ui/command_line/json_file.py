"""Reading one JSON object from a file or from standard input."""

import json
import sys
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from app.errors import AppError

LARGEST = 1_000_000  # bytes; a case or a move with every field full has less than a tenth


def read_object(name: str, what: str, how: str) -> dict[str, Any]:
    """The object in the file of that name, or in standard input where it is `-`.

    `what` has to be in it; `how` says more of it where it is not.
    """
    found = _parsed(_text(_bytes(name), name), name)
    if not isinstance(found, dict):
        raise AppError(f"{_called(name)}里要有{what}，写在一对花括号 {{}} 里，{how}。")
    return found


def _bytes(name: str) -> bytes:
    if name == "-":
        return _some(sys.stdin.buffer, name)
    try:
        with Path(name).open("rb") as file:
            return _some(file, name)
    except FileNotFoundError as error:
        raise AppError(f"没有找到文件“{name}”，请核对路径。") from error
    except (OSError, ValueError) as error:  # a ValueError is a name no file can have
        raise AppError(f"文件“{name}”读不出来，请核对它是不是文件、能不能打开。") from error


def _some(file: BinaryIO, name: str) -> bytes:
    read = file.read(LARGEST + 1)
    if len(read) > LARGEST:
        raise AppError(f"{_called(name)}超过 {LARGEST // 1_000_000} MB，太大了，没有读。")
    return read


def _text(read: bytes, name: str) -> str:
    try:
        return read.decode("utf-8-sig")  # Windows' Notepad puts a mark before the text
    except UnicodeDecodeError as error:
        raise AppError(f"{_called(name)}不是 UTF-8 编码，请另存为 UTF-8 再试。") from error


def _parsed(text: str, name: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_each_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        where = f"第 {error.lineno} 行第 {error.colno} 个字附近"
        raise AppError(f"{_called(name)}不是完整的 JSON，请看{where}。") from error
    except (ValueError, RecursionError) as error:
        raise AppError(f"{_called(name)}里有不能用的数，或者套得太深，请核对。") from error


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise AppError(f"“{twice}”写了两次，不知道该用哪一个，请只写一次。")
    return dict(pairs)


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _called(name: str) -> str:
    return "标准输入" if name == "-" else f"文件“{name}”"
