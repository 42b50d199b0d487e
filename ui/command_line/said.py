"""Words of the command line as the app takes them: days, months, numbers, paths, the hour."""

import re
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from app.errors import AppError
from ui.command_line.arguments import Asked

EARLIEST = 2000  # 1026-10 is a slip of the hand: that month is neither reported nor closed


def wall(clock: datetime) -> datetime:
    """As the store keeps every moment: what the clock on the wall shows."""
    return clock.replace(tzinfo=None)


def out_path(asked: Asked) -> Path:
    return Path(asked.options["--out"]).absolute()


def whole(text: str, what: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdigit() and least <= int(text[:12]) <= most):
        raise AppError(f"{what} 请写 {least} 到 {most} 的整数，不能是“{text}”。")
    return int(text)


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise AppError(f"日期请写成 2026-09-18 这样，不能是“{text}”。") from error


def week(text: str) -> date:
    """Its Monday."""
    if re.fullmatch(r"[0-9]{4}-W[0-9]{2}", text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    raise AppError(f"周请写成 2026-W48 这样，不能是“{text}”。")


def month(text: str) -> date:
    """Its first day."""
    with suppress(ValueError):
        first = date.fromisoformat(f"{text}-01")
        if first.year >= EARLIEST:
            return first
    raise AppError(f"月份请写成 2026-11 这样，不能是“{text}”。")
