"""Text with a line through it: it no longer counts, and can still be read."""

from dataclasses import dataclass

from exports.kit.piece import Page, Piece
from exports.kit.prose import Prose

_HALF_UP = 0.55  # ems from the top of a line set solid to the middle of its characters


@dataclass(frozen=True)
class Struck(Piece):
    prose: Prose

    def height(self, width: float) -> float:
        return self.prose.height(width)

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        self.prose.draw(page, left, top, width)
        style = self.prose.style
        page.setLineWidth(0.6)
        y = top - style.size * ((style.lead - 1) / 2 + _HALF_UP)
        for line in self.prose.lines(width):
            long = line.width * style.size
            start = left + ((width - long) / 2 if style.align == "center" else 0)
            page.line(start, y, start + long, y)
            y -= style.size * style.lead
