"""Whether there is a screen at all: without one Qt ends the program without a word."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

SOCKETS = Path("/tmp/.X11-unix")
ABSTRACT = Path("/proc/net/unix")
NO_SCREEN = (
    "这里没有图形界面，窗口打不开。请在桌面环境里启动；只用命令行请看 bandecheng --help。\n"
    "There is no display. Start it from a desktop, or see bandecheng --help for commands."
)


def trouble_with_screen(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> str:
    """A sentence where no window can be opened, else nothing."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return ""
    if environment.get("WAYLAND_DISPLAY"):
        return ""
    display = environment.get("DISPLAY", "")
    return "" if display and _answers(display) else NO_SCREEN


def _answers(display: str) -> bool:
    """A screen of this computer has a socket; one elsewhere can only be tried."""
    host, _, number = display.rpartition(":")
    if host not in ("", "unix"):
        return True
    name = f"X{number.split('.')[0]}"
    if (SOCKETS / name).exists():
        return True
    return ABSTRACT.exists() and f"@{SOCKETS}/{name}\n" in ABSTRACT.read_text("utf-8", "replace")
