"""Under which name and in which folder a month's workbook is offered to be kept."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from app.centre import get_centre
from app.month.naming import workbook_name
from ui.kit.desk import Desk

FOLDER = "reports folder"


def proposed(desk: Desk, first: date, *, full: bool) -> Path:
    return _folder(desk) / workbook_name(get_centre().name, first, full=full)


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
