"""Beside the history: what was asked for, the papers that came of it, and the files."""

from pathlib import Path

from PySide6.QtCore import QPointF, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.attachments import (
    AttachmentRow,
    attach,
    list_attachments,
    save_copy,
)
from app.case_detail import CaseDetail
from app.papers import Issue, list_issues
from ui.cases.told import told
from ui.kit import ask
from ui.kit.button import Button, Rank
from ui.kit.card import heading
from ui.kit.desk import Desk
from ui.kit.drops import TakesFiles, png_of
from ui.kit.entries import Entry, EntryList
from ui.kit.errands import WantedPaper
from ui.kit.paint import hairline
from ui.kit.scroll import scrolling
from ui.kit.style import HALF, PAD, WIDE, Tone, scheme_of
from ui.kit.text import quiet

WIDTH = 232


class CaseSide(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.detail: CaseDetail | None = None
        self.setFixedWidth(WIDTH)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(PAD, 0, 0, 0)
        self.column.setSpacing(HALF)
        self.told = QVBoxLayout()
        self.column.addLayout(self.told)
        self.papers = EntryList(inset=0, name="文书")
        self.papers.chosen.connect(lambda entry: self._paper(entry.key))
        self.files = EntryList(inset=0, name="附件")
        self.files.chosen.connect(lambda entry: self._file(entry.key))
        self.add = Button("添加附件", Rank.QUIET, icon="plus")
        self.add.clicked.connect(self._choose_files)
        self._section("文书", self.papers)
        self._section("附件", self.files, self.add)
        self.column.addWidget(quiet("图片和文件也可以拖进来或粘贴。"))
        self.column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(content))
        drops = TakesFiles(self)
        drops.files.connect(self._attach_all)
        drops.picture.connect(self._attach_picture)

    def _section(self, name: str, *parts: QWidget) -> None:
        self.column.addSpacing(WIDE)
        self.column.addWidget(heading(name))
        for part in parts:
            self.column.addWidget(part)

    def show_case(self, detail: CaseDetail) -> None:
        self.detail = detail
        while item := self.told.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for part in told(detail):
            self.told.addWidget(part)
        self.papers.set_entries([_paper_entry(one) for one in list_issues(detail.id)])
        self.files.set_entries([_file_entry(one) for one in list_attachments(detail.id)])

    def paintEvent(self, event: QPaintEvent) -> None:
        line = scheme_of(self).line
        hairline(QPainter(self), QPointF(0, 0), QPointF(0, self.height()), line)

    def _paper(self, issue: Issue) -> None:
        self.desk.errands.paper_wanted.emit(WantedPaper(issue.case_id, issue.kind, issue.id))

    def _file(self, file: AttachmentRow) -> None:
        """Under its own name, so that the system knows with which program to open it."""
        folder = self.desk.folder / "opened" / str(file.id)
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(save_copy(file.id, folder))))

    def _choose_files(self) -> None:
        self._attach_all(ask.which_files(self, "添加附件"))

    def _attach_all(self, paths: list[Path]) -> None:
        assert self.detail is not None
        for path in paths:
            attach(self.detail.id, path, self.desk.who(), self.desk.now())

    def _attach_picture(self, picture: QImage) -> None:
        assert self.detail is not None
        now = self.desk.now()
        source = (f"粘贴的图片 {now:%m-%d %H%M%S}.png", png_of(picture))
        attach(self.detail.id, source, self.desk.who(), now)


def _paper_entry(issue: Issue) -> Entry:
    again = f"，第 {issue.times} 次补打" if issue.times else ""
    mark = "作废" if issue.voided_at else ""
    return Entry(
        issue.kind.label,
        f"{issue.issued_by}{again}",
        f"{issue.issued_at:%m-%d}",
        mark=mark,
        tone=Tone.DANGER if mark else Tone.PLAIN,
        icon="x" if mark else "file-check",
        key=issue,
    )


def _file_entry(file: AttachmentRow) -> Entry:
    size = (
        f"{file.size / 1024 / 1024:.1f} MB"
        if file.size > 1024 * 1024
        else f"{max(file.size // 1024, 1)} KB"
    )
    return Entry(
        file.name, f"{file.added_by} {file.added_at:%m-%d}", size, icon="paperclip", key=file
    )
