"""Files and pictures that are dragged onto a part of the window, or pasted into it."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QWidget


class TakesFiles(QObject):
    """Belongs to the part that takes them; a paste arrives there when no editor wants it."""

    files = Signal(list)  # of Path
    picture = Signal(QImage)  # from the clipboard: a screenshot, a scan

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        part.setAcceptDrops(True)
        part.installEventFilter(self)

    def paste(self) -> bool:
        """Take what is on the clipboard; answer whether there was anything to take."""
        return self._take(QGuiApplication.clipboard().mimeData())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            event.setAccepted(bool(files_in(event.mimeData())))
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            event.acceptProposedAction()
            return self._take(event.mimeData())
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return event.matches(QKeySequence.StandardKey.Paste) and self.paste()
        return super().eventFilter(watched, event)

    def _take(self, carried: QMimeData) -> bool:
        if found := files_in(carried):
            self.files.emit(found)
            return True
        if carried.hasImage() and isinstance(image := carried.imageData(), QImage):
            self.picture.emit(image)
            return True
        return False


def png_of(picture: QImage) -> bytes:
    """The picture as a file would hold it."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(picture)  # the stub of save() asks for what it refuses
    return bytes(buffer.data().data())


def files_in(carried: QMimeData) -> list[Path]:
    """The files among what is carried; folders and addresses on the net are left out."""
    paths = [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]
