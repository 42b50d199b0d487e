"""The files that belong to a case: opened, added, declared void."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.attachments import (
    AttachmentRow,
    attach,
    list_attachments,
    looked_at,
    save_copy,
    void_attachment,
)
from app.errors import AppError
from ui.cases.columns import near
from ui.kit import ask
from ui.kit.button import Button, Rank
from ui.kit.card import heading
from ui.kit.desk import Desk
from ui.kit.drops import png_of
from ui.kit.entries import Entry, EntryList
from ui.kit.menu_button import MenuButton
from ui.kit.style import HALF
from ui.kit.text import wrapped

OPENED = "opened"
MEGABYTE = 1024 * 1024
HINT = "图片和文件也可以拖到这里，或者粘贴。"


class Files(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.case_id = 0
        # Copies that other programs were given last time: nobody has them open any more.
        shutil.rmtree(desk.folder / OPENED, ignore_errors=True)
        self.list = EntryList(inset=0, name="附件")
        self.list.chosen.connect(lambda entry: self._open(entry.key))
        self.add = Button("添加附件", Rank.QUIET, icon="plus")
        self.add.clicked.connect(self._choose)
        self.void = MenuButton("作废", (), Rank.QUIET, icon="x")
        self.void.picked.connect(self._void)
        acts = QHBoxLayout()
        acts.setSpacing(HALF)
        acts.addWidget(self.add)
        acts.addWidget(self.void)
        acts.addStretch()
        self.hint = wrapped(HINT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        for part in (heading("附件"), self.list, self.hint):
            column.addWidget(part)
        column.addLayout(acts)

    def show_case(self, case_id: int) -> None:
        self.case_id = case_id
        files, today = list_attachments(case_id), self.desk.today()
        self.list.set_entries([_entry(one, today) for one in files])
        self.hint.setVisible(not files)
        self.void.set_acts([(one, one.name) for one in files])
        self.void.setVisible(bool(files))

    def attach_all(self, paths: Sequence[Path]) -> None:
        """All of them, or where one of them may not be attached, none."""
        for path in paths:
            looked_at(path)
        for path in paths:
            attach(self.case_id, path, self.desk.who(), self.desk.now())

    def attach_picture(self, picture: QImage) -> None:
        now = self.desk.now()
        source = (f"粘贴的图片 {now:%m-%d %H%M%S}.png", png_of(picture))
        attach(self.case_id, source, self.desk.who(), now)

    def _choose(self) -> None:
        self.attach_all(ask.which_files(self, "添加附件"))

    def _open(self, file: AttachmentRow) -> None:
        """A copy under its own name, so that the system knows with which program to open it.

        A new one every time: the last may still be open, or may have been written in.
        """
        folder = self.desk.folder / OPENED / f"{file.id}-{self.desk.now():%H%M%S}"
        folder.mkdir(parents=True, exist_ok=True)
        url = QUrl.fromLocalFile(str(save_copy(file.id, folder)))
        if not QDesktopServices.openUrl(url):
            raise AppError(f"这台电脑没有能打开“{file.name}”的程序，请先装上相应的程序。")

    def _void(self, file: AttachmentRow) -> None:
        act = f"作废附件“{file.name}”"
        kept = "作废后不再列出；谁作废的、为什么，会记在经过里。"
        reason = ask.why(self, act, "作废原因", kept, harm=True)
        if reason is not None:
            void_attachment(file.id, self.desk.who(), self.desk.now(), reason)


def _entry(file: AttachmentRow, today: date) -> Entry:
    note = f"{file.added_by} {near(file.added_at, today)}"
    return Entry(file.name, note, _size(file.size), icon="paperclip", key=file)


def _size(size: int) -> str:
    if size >= MEGABYTE:
        return f"{size / MEGABYTE:.1f} MB"
    return f"{max(size // 1024, 1)} KB"
