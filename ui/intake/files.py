"""Files that go with the case: dropped on the form, pasted into it, or chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.attachments import KINDS, Source
from app.draft_files import DraftFile, drop_files, keep_file
from ui.kit import ask
from ui.kit.button import Button, Rank
from ui.kit.style import HALF

PASTED = "粘贴的图片"
KILO = 1024


class Files(QWidget):
    """A copy of each is kept at once with the draft; a press on one takes it back."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[DraftFile] = []
        self.chips: list[Button] = []
        self.choose = Button("添加附件…", Rank.QUIET, icon="paperclip")
        self.choose.setToolTip("也可以把文件拖到表单上，或按 Ctrl+V 粘贴图片和文件")
        self.choose.clicked.connect(self._choose)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF)
        self._column.addWidget(self.choose)

    def value(self) -> list[dict[str, Any]]:
        return [asdict(one) for one in self.kept]

    def set_value(self, kept: Sequence[Mapping[str, Any]] | None) -> None:
        self._show([DraftFile(**one) for one in kept or ()])

    def take(self, mime: QMimeData) -> bool:
        """Attach the files or the picture in it; False if there is none."""
        sources = sources_in(mime, len(self.kept) + 1)
        for source in sources:
            self.add(source)
        return bool(sources)

    def add(self, source: Source) -> None:
        self._show([*self.kept, keep_file(source)])

    def fields(self) -> list[QWidget]:
        """In the order of Tab; Enter in the form passes buttons by, and removes nothing."""
        return [*self.chips, self.choose]

    def _remove(self, one: DraftFile) -> None:
        self.choose.setFocus()  # before its button goes, or the keyboard would leave the fold
        drop_files([one])
        self._show([other for other in self.kept if other != one])

    def _choose(self) -> None:
        for path in ask.which_files(self, "添加附件", ("可以添加的文件", " ".join(sorted(KINDS)))):
            self.add(path)

    def _show(self, kept: list[DraftFile]) -> None:
        self.kept = kept
        for gone in self.chips:
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.chips = [self._chip(one) for one in kept]
        for place, chip in enumerate(self.chips):
            self._column.insertWidget(place, chip)
        self.changed.emit()

    def _chip(self, one: DraftFile) -> Button:
        chip = Button(f"{one.name}　{_size(one.size)}", Rank.QUIET, icon="x")
        chip.setAccessibleName(f"移除附件 {one.name}")
        chip.setToolTip(f"移除 {one.name}")
        chip.clicked.connect(lambda: self._remove(one))
        return chip


def sources_in(mime: QMimeData, number: int) -> list[Source]:
    """Files of this computer, or a picture under a name of its own."""
    paths: list[Source] = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if paths or mime.hasText() or not mime.hasImage():
        return paths
    return [(f"{PASTED}{number}.png", _png(QImage(mime.imageData())))]


class Pasting(QObject):
    """Watches editors: Ctrl+V with a picture or files attaches them instead of writing."""

    def __init__(self, files: Files) -> None:
        super().__init__(files)
        self._files = files

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.matches(QKeySequence.StandardKey.Paste)
        ):
            return self._files.take(QGuiApplication.clipboard().mimeData())
        return super().eventFilter(watched, event)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know no device here
    return bytes(buffer.data().data())


def _size(size: int) -> str:
    return f"{size / KILO / KILO:.1f} MB" if size >= KILO * KILO else f"{max(1, size // KILO)} KB"
