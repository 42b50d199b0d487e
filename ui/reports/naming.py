"""Under which name and in which folder a month's workbook is offered to be kept."""

import re
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from app.centre import get_centre
from ui.kit.desk import Desk
from ui.kit.stepper import say_month

FOLDER = "reports folder"
FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')  # in a file's name, on Windows


def proposed(desk: Desk, first: date, *, full: bool) -> Path:
    name = f"{get_centre().name}{say_month(first)}月报{'（未遮盖）' if full else ''}"
    return _folder(desk) / f"{FORBIDDEN.sub('', name)}.xlsx"


def remember_folder(desk: Desk, path: Path) -> None:
    desk.remember[FOLDER] = str(path.parent)


def _folder(desk: Desk) -> Path:
    """Where the last one went, if that is still there: it may have been on a stick."""
    last = Path(desk.remember.get(FOLDER, ""))
    if desk.remember.get(FOLDER) and last.is_dir():
        return last
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents))
    return folder if folder.is_dir() else Path.home()
