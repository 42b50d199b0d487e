"""The scans and photos of a visit: the signed sheet first of all; opened, added, declared void."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.attachments import Source, looked_at
from app.errors import AppError
from app.visits.detail import Evidence, VisitDetail
from app.visits.evidence import keep_evidence, save_copy, void_evidence
from ui.kit import ask
from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
from ui.kit.drops import TakesFiles, png_of
from ui.kit.entries import Entry, EntryList
from ui.kit.menu_button import MenuButton
from ui.kit.style import GAP, HALF
from ui.kit.text import Part, quiet
from ui.kit.tick import Tick

OPENED = "opened-visits"
HINT = "签过字的上门单、现场照片：点“添加”，或拖进来、粘贴。"
NO_LEAVE = "拍到病情的照片要本人同意：先在结果里勾选“同意留存病情照片”。"


class VisitFiles(QWidget):
    changed = Signal()

    def __init__(self, desk: Desk, visit: VisitDetail) -> None:
        super().__init__()
        self.desk, self.visit = desk, visit
        shutil.rmtree(desk.folder / OPENED, ignore_errors=True)  # nobody has those open any more
        self.list = EntryList([_entry(one) for one in visit.files], inset=0, name="留存资料")
        self.list.chosen.connect(lambda entry: self._open(entry.key))
        self.add = Button("添加", Rank.QUIET, icon="plus")
        self.health = Tick("拍到病情")
        named = [(one, one.name) for one in visit.files]
        self.void = MenuButton("作废", named, Rank.QUIET, icon="x")
        self.add.clicked.connect(lambda: self._keep(ask.which_files(self, "添加上门资料")))
        self.void.picked.connect(self._void)
        takes = TakesFiles(self)
        takes.files.connect(self._keep)
        takes.picture.connect(self._keep_picture)
        leave = visit.result is not None and visit.result.photo_consent
        self.health.setEnabled(leave)
        acts = QHBoxLayout()
        acts.setSpacing(GAP)
        for one in (self.add, self.void, self.health, quiet("" if leave else NO_LEAVE)):
            acts.addWidget(one)
        acts.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(Part("留存资料", HINT))
        column.addWidget(self.list)
        column.addLayout(acts)
        self.void.setVisible(bool(named))

    def _keep(self, sources: Sequence[Source]) -> None:
        """All of them, or where one of them may not be kept, none."""
        for source in sources:
            looked_at(source)
        who, now, health = self.desk.who(), self.desk.now(), self.health.value()
        for source in sources:
            keep_evidence(self.visit.id, source, who, now, health=health)
        if sources:
            self.changed.emit()

    def _keep_picture(self, picture: QImage) -> None:
        self._keep([(f"粘贴的图片 {self.desk.now():%m-%d %H%M%S}.png", png_of(picture))])

    def _void(self, file: Evidence) -> None:
        kept = "作废后不再列出；谁作废的、为什么，会记在经过里。"
        reason = ask.why(self, f"作废资料“{file.name}”", "作废原因", kept, harm=True)
        if reason is not None:
            void_evidence(file.id, reason, self.desk.who(), self.desk.now())
            self.changed.emit()

    def _open(self, file: Evidence) -> None:
        """A new copy every time: the last may still be open."""
        folder: Path = self.desk.folder / OPENED / f"{file.id}-{self.desk.now():%H%M%S}"
        folder.mkdir(parents=True, exist_ok=True)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(save_copy(file.id, folder)))):
            raise AppError(f"这台电脑没有能打开“{file.name}”的程序，请先装上相应的程序。")


def _entry(file: Evidence) -> Entry:
    note = f"{file.added_by} {file.added_at:%m-%d %H:%M}"
    mark = "病情" if file.health else ""
    return Entry(file.name, note, mark=mark, icon="paperclip", key=file)
