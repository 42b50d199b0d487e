"""A mail kept as a file where the person at the desk says, for a mail program to open and send."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from app.mail.words import file_name
from ui.kit import ask
from ui.kit.desk import Desk
from ui.reports.mailing import Order, write_draft

EML = ("邮件草稿", "eml")


def save_draft(sheet: QWidget, desk: Desk, order: Order, done: Callable[[Path], None]) -> None:
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents))
    proposed = folder / Path(file_name(order.prepared.report)).with_suffix(".eml")
    if (path := ask.where_to_save(sheet, "存为邮件草稿", proposed, EML)) is not None:
        work = partial(write_draft, order, path, desk.who(), desk.now())
        desk.tasks.start("正在写邮件草稿", work, done, owner=sheet)
