"""Small pieces between prose and grids."""

from dataclasses import dataclass, replace

from reportlab.lib.colors import Color, HexColor, black
from reportlab.lib.units import mm

from exports.kit.piece import Page, Piece
from exports.kit.prose import Prose, Style

INK_LIGHT = HexColor(0x555555)
RED = HexColor(0xB80F0F)  # of official heads; a dark grey on a black-and-white laser


@dataclass(frozen=True)
class Gap(Piece):
    """Empty space; with a growth, a spring that pushes what follows to the foot of its page."""

    tall: float
    growth: float = 0

    def height(self, width: float) -> float:
        return self.tall

    def grown(self, width: float, extra: float) -> Piece:
        return replace(self, tall=self.tall + extra)

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        pass


class NewPage(Gap):
    """What follows begins a page of its own, without the head of a continued one."""

    def __init__(self) -> None:
        super().__init__(0)


@dataclass(frozen=True)
class Rule(Piece):
    """A line across; a double one is thick above and fine below, as under an official head."""

    weight: float = 0.5
    ink: Color = black
    double: bool = False

    def height(self, width: float) -> float:
        return self.weight + (2.2 if self.double else 0)

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        page.saveState()
        page.setStrokeColor(self.ink)
        page.setLineWidth(self.weight)
        y = top - self.weight / 2
        page.line(left, y, left + width, y)
        if self.double:
            page.setLineWidth(0.5)
            y -= self.weight / 2 + 1.8
            page.line(left, y, left + width, y)
        page.restoreState()


@dataclass(frozen=True)
class Beside(Piece):
    """Pieces side by side, each with its share of the width."""

    pieces: tuple[Piece, ...]
    shares: tuple[float, ...]
    space: float = 0

    def height(self, width: float) -> float:
        sizes = zip(self.pieces, self._widths(width), strict=True)
        return max(piece.height(wide) for piece, wide in sizes)

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        for piece, wide in zip(self.pieces, self._widths(width), strict=True):
            piece.draw(page, left, top, wide)
            left += wide + self.space

    def _widths(self, width: float) -> list[float]:
        room = width - self.space * (len(self.pieces) - 1)
        return [room * share / sum(self.shares) for share in self.shares]


@dataclass(frozen=True)
class Together(Piece):
    """Pieces below one another that stay on one page."""

    pieces: tuple[Piece, ...]

    def height(self, width: float) -> float:
        return sum(piece.height(width) for piece in self.pieces)

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        for piece in self.pieces:
            piece.draw(page, left, top, width)
            top -= piece.height(width)


@dataclass(frozen=True)
class Headed(Piece):
    """A head with what it stands over: never parted, but the latter may go on over the page."""

    head: Piece
    body: Piece

    def height(self, width: float) -> float:
        return self.head.height(width) + self.body.height(width)

    def split(self, width: float, room: float) -> tuple[Piece, Piece] | None:
        halves = self.body.split(width, room - self.head.height(width))
        return halves and (Together((self.head, halves[0])), halves[1])

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        Together((self.head, self.body)).draw(page, left, top, width)


@dataclass(frozen=True)
class Closed(Piece):
    """What goes on over the page with what stands at its end: the latter is never alone."""

    body: Piece
    end: Piece

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What it is made of, for a page that cannot hold both."""
        return self.body, self.end

    @property
    def growth(self) -> float:  # type: ignore[override]  # read only
        return self.body.growth

    def grown(self, width: float, extra: float) -> Piece:
        return replace(self, body=self.body.grown(width, extra))

    def height(self, width: float) -> float:
        return self.body.height(width) + self.end.height(width)

    def split(self, width: float, room: float) -> tuple[Piece, Piece] | None:
        # Cut before its last row even where all of it would fit, but not what closes it.
        halves = self.body.split(width, min(room, self.body.height(width) - 1))
        return halves and (halves[0], Closed(halves[1], self.end))

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        Together((self.body, self.end)).draw(page, left, top, width)


@dataclass(frozen=True)
class Slot(Piece):
    """A place to write by hand: a label and a line to the end of the width."""

    label: str
    size: float = 10.5
    tall: float = 11 * mm

    def height(self, width: float) -> float:
        return self.tall

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        foot = top - self.tall + 1.5 * mm
        label = Prose(self.label, Style(self.size, 1.0, "left"))
        label.draw(page, left, foot + self.size, width)
        page.setLineWidth(0.5)
        page.line(left + label.natural_width() + 1 * mm, foot, left + width, foot)


@dataclass(frozen=True)
class Balanced(Piece):
    """A centred prose whose lines are of about one length, as titles are printed."""

    prose: Prose

    def height(self, width: float) -> float:
        return self.prose.height(width)

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        count = len(self.prose.lines(width))
        narrow = width
        while narrow > width / 2 and len(self.prose.lines(narrow - 6)) == count:
            narrow -= 6
        self.prose.draw(page, left + (width - narrow) / 2, top, narrow)
