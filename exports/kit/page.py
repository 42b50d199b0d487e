"""From pieces to pages to a file."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4, A5
from reportlab.lib.units import mm

from app.errors import AppError
from exports.files import replacing
from exports.kit.marks import draw_void
from exports.kit.piece import Page, Piece
from exports.kit.pieces import INK_LIGHT, Closed, NewPage, Together
from exports.kit.prose import Prose, Style, strong

Laid = list[tuple[Piece, float]]  # pieces with how far below the top of the page they stand

_ONE_DOCUMENT = Lock()  # reportlab promises nothing for two documents with one face at once
_COUNT_WIDTH: float = 26 * mm
_GAPS = "〓处的字本机没有，请手写补上。"


@dataclass(frozen=True)
class Paper:
    """A size with its margins; a laser leaves 5 mm unprinted at every edge."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float

    @property
    def inner(self) -> float:
        """The width that is printed on."""
        return self.width - self.left - self.right

    @property
    def room(self) -> float:
        """The height that is printed on, without the foot."""
        return self.height - self.top - self.bottom


FORM = Paper(A4[0], A4[1], top=16 * mm, right=18 * mm, bottom=17 * mm, left=22 * mm)  # bound left
LETTER = Paper(A4[0], A4[1], top=24 * mm, right=25 * mm, bottom=22 * mm, left=27 * mm)
SLIP = Paper(A5[1], A5[0], top=8 * mm, right=10 * mm, bottom=11 * mm, left=10 * mm)


@dataclass(frozen=True)
class Sheet:
    """What is printed: a story on one kind of paper, and what stands on every page of it."""

    title: str
    author: str
    story: Sequence[Piece]
    paper: Paper = FORM
    foot: str = ""
    again: Sequence[Piece] = ()  # at the head of the second page and those after it
    void: str = ""  # the word across a paper that no longer counts

    @cached_property
    def pages(self) -> list[Laid]:
        """Page after page filled; then what can grow fills the foot of its page."""
        pages: list[list[Piece]] = [[]]
        for piece in _cut(self):
            if piece is None:
                pages.append([])
            else:
                pages[-1].append(piece)
        return [_filled(page, self.paper) for page in pages]


def write_sheet(sheet: Sheet, path: Path) -> None:
    """Write it to a file, whole or not at all."""
    size = sheet.paper.width, sheet.paper.height
    with opened(path, size, sheet.title, sheet.author) as page:
        for number in range(len(sheet.pages)):
            draw_page(page, sheet, number)
            page.showPage()


@contextmanager
def opened(path: Path, size: tuple[float, float], title: str, author: str) -> Iterator[Page]:
    """A document to draw on, put in place once it is complete; one at a time."""
    with _ONE_DOCUMENT, replacing(path) as draft:
        page = Page(draft, size, title, author)
        yield page
        page.save()


def roomiest(make: Callable[[float], Sheet], sizes: Sequence[float]) -> Sheet:
    """The sheet in the largest type that needs no more pages than the smallest would."""
    largest = make(sizes[0])
    if len(largest.pages) == 1:
        return largest
    smallest = make(sizes[-1])
    fewest = len(smallest.pages)
    if len(largest.pages) == fewest:
        return largest
    between = (make(size) for size in sizes[1:-1])
    return next((sheet for sheet in between if len(sheet.pages) == fewest), smallest)


def draw_page(page: Page, sheet: Sheet, number: int) -> None:
    """Draw one page, counted from 0, with its foot and marks; the origin may have been moved."""
    paper = sheet.paper
    page.gaps.clear()
    if sheet.void:
        draw_void(page, sheet.void, paper.width, paper.height)
    for piece, down in sheet.pages[number]:
        piece.draw(page, paper.left, paper.height - paper.top - down, paper.inner)
    _draw_foot(page, sheet, number)


def _cut(sheet: Sheet) -> Iterator[Piece | None]:
    """The pieces in order, cut where a page ends; None begins a new page."""
    wide, room = sheet.paper.inner, sheet.paper.room
    used, fresh = 0.0, True
    waiting = list(reversed(sheet.story))
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, NewPage):
            yield None
            used, fresh = 0.0, True
            continue
        tall = piece.height(wide)
        if used + tall <= room + 1e-3:
            yield piece
            used, fresh = used + tall, False
            continue
        halves = piece.split(wide, room - used)
        if halves:
            yield halves[0]
        elif fresh and isinstance(piece, Together | Closed):
            waiting += reversed(piece.pieces)
            continue
        elif fresh:
            raise AppError("抬头或签名处的文字太长，一页纸放不下。请在设置里改短名称，再打印。")
        waiting.append(halves[1] if halves else piece)
        yield None
        yield from sheet.again
        used, fresh = sum(again.height(wide) for again in sheet.again), True


def _filled(page: list[Piece], paper: Paper) -> Laid:
    growth = sum(piece.growth for piece in page)
    used = sum(piece.height(paper.inner) for piece in page)
    share = (paper.room - used) / growth if growth else 0
    filled: Laid = []
    down = 0.0
    for piece in page:
        grown = piece.grown(paper.inner, piece.growth * share) if share > 0 else piece
        filled.append((grown, down))
        down += grown.height(paper.inner)
    return filled


def _draw_foot(page: Page, sheet: Sheet, number: int) -> None:
    paper = sheet.paper
    y = max(paper.bottom - 4 * mm, 9.5 * mm)
    right = paper.width - paper.right
    said, ink = sheet.foot, INK_LIGHT
    if page.gaps:
        said, ink = f"{strong(_GAPS)}{sheet.foot}", black
    count = f"第{number + 1}页　共{len(sheet.pages)}页"
    small = Style(9, 1.2, "left", ink=ink)
    Prose(said, small).draw(page, paper.left, y, paper.inner - _COUNT_WIDTH)
    small = Style(9, 1.2, "right", ink=INK_LIGHT)
    Prose(count, small).draw(page, right - _COUNT_WIDTH, y, _COUNT_WIDTH)
