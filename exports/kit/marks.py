"""Marks on a page: reprinted, void, where to cut, the QR code."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm

from app.sheets import Reissue, Voided
from exports.kit.fonts import BOLD, face
from exports.kit.piece import Page, Piece
from exports.kit.prose import Prose, Style
from exports.kit.words import day

_GREY = HexColor(0x777777)
_QUIET = 4  # modules that must stay white around a code
_STAMP_PAD: float = 1.4 * mm
_STAMP_FRAME: float = 2.4 * mm  # what box and space around it add to the height of the words


@dataclass(frozen=True)
class Code(Piece):
    """A QR code with its quiet zone; capitals, digits and -./: keep it small."""

    text: str
    side: float

    def height(self, width: float) -> float:
        return self.side

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        count, squares = _squares(self.text)
        step = self.side / (count + 2 * _QUIET)
        page.saveState()
        page.translate(left + (width - self.side) / 2 + _QUIET * step, top - _QUIET * step)
        page.scale(step, -step)
        page.setFillGray(0)
        page.addLiteral(squares)
        page.restoreState()


@lru_cache(maxsize=16)
def _squares(text: str) -> tuple[int, str]:
    """How many modules a side has, and the dark ones as PDF rectangles of unit size."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    rectangles = [
        f"{start} {row} {length} 1 re"
        for row, bits in enumerate(code.modules)
        for start, length in _runs(bits)
    ]
    return code.moduleCount, " ".join((*rectangles, "f"))


def _runs(bits: Sequence[bool]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for at, dark in enumerate(bits):
        if dark and runs and sum(runs[-1]) == at:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((at, 1))
    return runs


@dataclass(frozen=True)
class Cut(Piece):
    """A dashed line to cut along."""

    text: str
    tall: float

    def height(self, width: float) -> float:
        return self.tall

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        y = top - self.tall / 2
        label = Prose(f"✂　{self.text}", Style(9, 1.0, "left", ink=_GREY))
        half = label.natural_width() / 2 + 3 * mm
        middle = left + width / 2
        page.saveState()
        page.setStrokeColor(_GREY)
        page.setLineWidth(0.6)
        page.setDash(4, 3)
        page.line(left, y, middle - half, y)
        page.line(middle + half, y, left + width, y)
        page.restoreState()
        label.draw(page, middle - half + 3 * mm, y + 4.6, 2 * half)


@dataclass(frozen=True)
class Stamp(Piece):
    """Boxed words that say what became of a paper: reprinted, void, when, by whom."""

    text: str
    size: float = 9.5

    def height(self, width: float) -> float:
        return self._words().height(width - 2 * _STAMP_PAD) + _STAMP_FRAME

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        words, room = self._words(), width - 2 * _STAMP_PAD
        wide, tall = min(words.natural_width(), room), words.height(room) + 0.8 * mm
        page.setLineWidth(1)
        page.rect(left, top - 1 * mm - tall, wide + 2 * _STAMP_PAD, tall)
        words.draw(page, left + _STAMP_PAD, top - 1.4 * mm, room)

    def _words(self) -> Prose:
        return Prose(self.text, Style(self.size, 1.3, "left", bold=True))


def stamps(reissue: Reissue | None, voided: Voided | None, size: float = 9.5) -> tuple[Stamp, ...]:
    """What must be said of a paper that is not the first one or no longer counts."""
    said = []
    if reissue:
        said.append(f"补打　第{reissue.times}次\n{day(reissue.on)}　{reissue.by}")
    if voided:
        said.append(f"作废\n{day(voided.on)}　{voided.by}")
    return tuple(Stamp(text, size) for text in said)


def draw_void(page: Page, word: str, width: float, height: float) -> None:
    """The word across the paper, in outline and under the text, which stays readable.

    Stroked first and filled white after: the strokes of a character overlap, and
    their inner edges must not show.
    """
    face(BOLD)
    size = min(height * 0.42, width * 0.3)
    page.saveState()
    page.translate(width / 2, height / 2)
    page.rotate(24)
    page.setStrokeGray(0.55)
    page.setFillGray(1)
    page.setLineWidth(4)
    x, y = -size * len(word) / 2, -size * 0.36
    page.setFont(BOLD, size)
    page.drawString(x, y, word, mode=1)
    page.drawString(x, y, word, mode=0)
    page.restoreState()
