"""Where on the week board everything lies, reckoned once for as wide and high as it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.visits.board import VillageGroup, WeekBoard
from app.visits.cards import Card
from models.choices import HalfDay

CREW, HEAD, LEAST = 60, 54, 84  # widths of the crews and of a half day, the height of the head
TITLE, LINE, AROUND, APART = 22, 18, 4, 4
LOWEST = 76  # of a crew's row: its name and two people


@dataclass(frozen=True)
class Cell:
    """A crew's half day."""

    team: str
    day: date
    half: HalfDay


@dataclass(frozen=True)
class Placed:
    """A village of a cell and where it is painted, with the place of each of its visits."""

    group: VillageGroup
    rect: QRectF
    lines: Sequence[tuple[Card, QRectF]]


@dataclass(frozen=True)
class CellPlace:
    cell: Cell
    rect: QRectF
    groups: Sequence[Placed]


class Places:
    """Rows share what room is left; where it is short, a visit has one line instead of two."""

    def __init__(self, board: WeekBoard, room: QSizeF) -> None:
        self.cells = [Cell("", day.day, half) for day in board.days for half in HalfDay]
        self.teams = [one.name for one in board.teams]
        columns = max(len(self.cells), 1)
        self.wide = max((room.width() - CREW) / columns, LEAST)
        self.width = CREW + self.wide * columns
        self.groups = {
            (team, place): board.cell(team, cell.day, cell.half)
            for team in self.teams
            for place, cell in enumerate(self.cells)
        }
        self.lines = 2 if sum(self._heights(2)) <= room.height() - HEAD else 1
        heights = self._heights(self.lines)
        spare = max(room.height() - HEAD - sum(heights), 0) / max(len(heights), 1)
        self.heights = [one + spare for one in heights]
        self.height = HEAD + sum(self.heights)
        self.all = [one for row in range(len(self.teams)) for one in self._row(row)]

    def at(self, point: QPointF) -> CellPlace | None:
        return next((one for one in self.all if one.rect.contains(point)), None)

    def card_at(self, point: QPointF) -> Card | None:
        return next((card for card, rect in self.cards() if rect.contains(point)), None)

    def cards(self) -> Iterator[tuple[Card, QRectF]]:
        for one in self.all:
            for group in one.groups:
                yield from group.lines

    def beside(self, cell: CellPlace, across: int, down: int) -> CellPlace:
        """The cell so many columns and rows on; at the edge it stays."""
        columns = len(self.cells)
        row, column = divmod(self.all.index(cell), columns)
        row = min(max(row + down, 0), len(self.teams) - 1)
        return self.all[row * columns + min(max(column + across, 0), columns - 1)]

    def _heights(self, lines: int) -> list[float]:
        def tall(team: str, place: int) -> float:
            groups = self.groups[team, place]
            return AROUND + sum(_tall(len(one.cards), lines) + APART for one in groups)

        return [
            max([LOWEST, *(tall(team, place) for place in range(len(self.cells)))])
            for team in self.teams
        ]

    def _row(self, row: int) -> Iterator[CellPlace]:
        top = HEAD + sum(self.heights[:row])
        for place, cell in enumerate(self.cells):
            rect = QRectF(CREW + place * self.wide, top, self.wide, self.heights[row])
            team = self.teams[row]
            groups = tuple(self._stacked(self.groups[team, place], rect))
            yield CellPlace(Cell(team, cell.day, cell.half), rect, groups)

    def _stacked(self, groups: Sequence[VillageGroup], rect: QRectF) -> Iterator[Placed]:
        top, wide = rect.top() + AROUND, rect.width() - 5
        for group in groups:
            place = QRectF(rect.left() + 3, top, wide, _tall(len(group.cards), self.lines))
            step = LINE * self.lines
            lines = tuple(
                (card, QRectF(place.left(), top + TITLE + n * step, wide, step))
                for n, card in enumerate(group.cards)
            )
            yield Placed(group, place, lines)
            top = place.bottom() + APART


def _tall(cards: int, lines: int) -> float:
    return TITLE + cards * lines * LINE + AROUND
