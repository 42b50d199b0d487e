"""What a page is made of."""

from pathlib import Path

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from exports.kit.fonts import REGULAR, face

rl_config.useA85 = 0  # text-armoured streams cost 2 ms and a quarter of the size


class Page(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A reportlab canvas that embeds every font and knows whether a character was missing."""

    def __init__(self, path: Path, size: tuple[float, float], title: str, author: str) -> None:
        face(REGULAR)
        # Without a first font of ours reportlab mentions Helvetica, which is not embedded.
        super().__init__(
            str(path),
            pagesize=size,
            invariant=1,
            pageCompression=1,
            initialFontName=REGULAR,
            lang="zh-CN",
        )
        self.gaps: set[str] = set()
        self.setTitle(title)
        self.setAuthor(author)
        self.setCreator("办得成")


class Piece:
    """Something with a height for a given width. Lengths are points; y grows upwards."""

    growth: float = 0

    def height(self, width: float) -> float:
        """How tall it is when it is so wide."""
        raise NotImplementedError

    def split(self, width: float, room: float) -> "tuple[Piece, Piece] | None":
        """What fits into the room, and the rest; None if it must move to the next page."""
        return None

    def grown(self, width: float, extra: float) -> "Piece":
        """The same, taller by `extra`; asked only of pieces with a growth."""
        return self

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        raise NotImplementedError
