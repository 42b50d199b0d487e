"""The desk without a window: for scheduled tasks, for those who look after computers, for tests.

What it answers is JSON on standard output. What a person can mend is a sentence on standard error
and the exit code 2; a bug is logged by its place and ends with 1. No Qt, and none is needed.
"""

import json
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from app.access.unattended import at_work, settle_in
from app.errors import AppError
from app.folders import data_folder
from app.version import VERSION
from ui.command_line.arguments import Asked, understand
from ui.command_line.commands import COMMANDS
from ui.log import close_log, log, open_log, places_of

LOG = "bandecheng.log"
MENDABLE = 2


def local() -> datetime:
    """The present moment, by the zone of this computer."""
    return datetime.now().astimezone()


def main(arguments: Sequence[str], clock: Callable[[], datetime] = local) -> int:
    """Do what the arguments ask; the exit code."""
    try:
        asked = understand(arguments, {name: shape for name, (shape, _) in COMMANDS.items()})
        if "--version" in asked.options:
            _tell({"version": VERSION})
        elif "--help" in asked.options:
            _write(sys.stdout, usage(asked.command))
        elif not asked.command:
            raise AppError(f"没有写要做什么，可用的命令有 {'、'.join(COMMANDS)}。")
        else:
            _tell(_answer(asked, clock()))
    except AppError as error:
        _write(sys.stderr, " ".join(str(error).split("\n")))
        return MENDABLE
    return 0


def usage(command: str) -> str:
    """How a command is written, or all of them."""
    shapes = {name: shape for name, (shape, _) in COMMANDS.items() if command in ("", name)}
    lines = [f"  {shape.usage(name)}\n      {shape.does}" for name, shape in shapes.items()]
    return "\n".join(
        [
            "写法：bandecheng [--data DIR] 命令",
            *lines,
            "  不写命令就打开窗口。数据文件夹也可以用环境变量 BANDECHENG_DATA 指定。",
        ]
    )


def _answer(asked: Asked, now: datetime) -> Any:
    named = asked.options.get("--data")
    if named is not None and not named.strip():
        raise AppError("--data 后面要写数据文件夹。")
    folder = data_folder(Path(named) if named else None)
    with at_work(folder):
        sys.excepthook = _hook(folder / LOG)
        if asked.command != "demo":
            settle_in()
        _, run = COMMANDS[asked.command]
        return run(asked, now)


def _hook(file: Path) -> Callable[..., None]:
    """For what nobody foresaw: its place to the log, a sentence to the person. Python ends by 1."""

    def tell(_: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            _write(sys.stderr, "已停止，没有做完，数据没有改动。")
            return
        open_log(file)
        log.critical("unexpected error\n%s", places_of(error.with_traceback(trace)))
        close_log()
        _write(
            sys.stderr, f"程序出错，没有做完。请把日志“{file}”交给维护人员，里面没有群众的信息。"
        )

    return tell


def _tell(answer: Any) -> None:
    _write(sys.stdout, json.dumps(answer, ensure_ascii=False, indent=2))


def _write(stream: TextIO | None, text: str) -> None:
    """In UTF-8 whatever the console's own code is; half a character as JSON escapes it."""
    if stream is None:  # a windowed program of Windows has no console
        return
    stream.flush()
    stream.buffer.write(f"{text}\n".encode("utf-8", "backslashreplace"))
    stream.buffer.flush()
