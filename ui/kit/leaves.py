"""Pages of a paper as pictures: of a PDF, drawn when they are looked at, or ready made."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import pypdfium2
from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QImage


class Leaf(Protocol):
    """One page: its size in points, its picture as wide as asked, in pixels, and what it says of
    itself to whoever points at a place of it."""

    size: QSizeF

    def picture(self, width: int) -> QImage: ...

    def hint(self, _at: QPointF) -> str:
        return ""


class PdfLeaf(Leaf):
    """A page of a PDF."""

    def __init__(self, document: pypdfium2.PdfDocument, place: int) -> None:
        self._page = document[place]
        self.size = QSizeF(*self._page.get_size())

    def picture(self, width: int) -> QImage:
        bitmap = self._page.render(scale=width / self.size.width(), prefer_bgrx=True)
        kind = QImage.Format.Format_RGB32
        seen = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, kind)
        return seen.copy()  # the bitmap's memory goes with it


class ImageLeaf(Leaf):
    """A picture as it is, scaled."""

    def __init__(self, image: QImage) -> None:
        self._image = image
        self.size = QSizeF(image.size()) if not image.isNull() else QSizeF(1, 1)

    def picture(self, width: int) -> QImage:
        return self._image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)


def leaves_of(pdf: bytes | Path) -> Sequence[Leaf]:
    """All pages of a PDF; what is no PDF raises at once and not while painting."""
    # Not by its path: the file would stay open, and Windows would let nobody write it again.
    document = pypdfium2.PdfDocument(pdf.read_bytes() if isinstance(pdf, Path) else pdf)
    return [PdfLeaf(document, place) for place in range(len(document))]
