"""Where on the week board everything lies, reckoned once for as wide and high as it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.visits.board import VillageGroup, WeekBoard
from app.visits.cards import Card
from models.choices import HalfDay

CREW, HEAD, LEAST = 60, 54, 84  # widths of the crews and of a half day, the height of the head
TITLE, LINE, AROUND, APART = 22, 18, 4, 4
LOWEST = 76  # of a crew's row: its name and two people


class Detail(IntEnum):
    """How much of a village's visits is told: as much as its crew's row has room for."""

    COUNT = 0
    NAMES = 1  # a line each
    MATTERS = 2  # and one for what it is about


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
    detail: Detail
    groups: Sequence[Placed]

    @property
    def cards(self) -> list[Card]:
        return [card for group in self.groups for card, _ in group.lines]


class Places:
    """Rows share the room there is. The busiest crews get most of it, and a half day that has too
    little tells less of its villages; two rows are always in sight."""

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
        self.heights = self._heights(room.height() - HEAD)
        self.height = HEAD + sum(self.heights)
        self.all = [one for row in range(len(self.teams)) for one in self._row(row)]

    def at(self, point: QPointF) -> CellPlace | None:
        return next((one for one in self.all if one.rect.contains(point)), None)

    def card_at(self, point: QPointF) -> Card | None:
        found = (card for card, rect in self.cards() if rect.contains(point))
        return next(found, None)

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

    def _heights(self, room: float) -> list[float]:
        least, most = self._tallest(Detail.COUNT), self._tallest(Detail.MATTERS)
        if sum(most) <= room:
            spare = (room - sum(most)) / max(len(most), 1)
            return [one + spare for one in most]
        wanted = sum(most) - sum(least)
        if sum(least) <= room and wanted:
            share = (room - sum(least)) / wanted
            return [low + (high - low) * share for low, high in zip(least, most, strict=True)]
        return [min(max(low, room / 2), high) for low, high in zip(least, most, strict=True)]

    def _tallest(self, detail: Detail) -> list[float]:
        columns = range(len(self.cells))
        return [
            max([LOWEST, *(_stack(self.groups[team, place], detail) for place in columns)])
            for team in self.teams
        ]

    def _row(self, row: int) -> Iterator[CellPlace]:
        top, team = HEAD + sum(self.heights[:row]), self.teams[row]
        for place, cell in enumerate(self.cells):
            rect = QRectF(CREW + place * self.wide, top, self.wide, self.heights[row])
            groups = self.groups[team, place]
            fits = (one for one in reversed(Detail) if _stack(groups, one) <= rect.height())
            detail = next(fits, Detail.COUNT)
            placed = tuple(_stacked(groups, rect, detail))
            yield CellPlace(Cell(team, cell.day, cell.half), rect, detail, placed)


def _stacked(groups: Sequence[VillageGroup], rect: QRectF, detail: Detail) -> Iterator[Placed]:
    groups = _shown(groups, detail)
    top, wide, step = rect.top() + AROUND, rect.width() - 5, LINE * detail
    for group in groups:
        place = QRectF(rect.left() + 3, top, wide, _tall(group, detail))
        lines = tuple(
            (card, QRectF(place.left(), top + TITLE + n * step, wide, step) if step else place)
            for n, card in enumerate(group.cards)
        )
        yield Placed(group, place, lines)
        top = place.bottom() + APART


def _stack(groups: Sequence[VillageGroup], detail: Detail) -> float:
    return AROUND + sum(_tall(one, detail) + APART for one in _shown(groups, detail))


def _shown(groups: Sequence[VillageGroup], detail: Detail) -> Sequence[VillageGroup]:
    """Where only their number is told, a village that is come back to stands once."""
    if detail is not Detail.COUNT:
        return groups
    cards: dict[str, tuple[Card, ...]] = {}
    for one in groups:
        cards[one.village] = (*cards.get(one.village, ()), *one.cards)
    return [VillageGroup(village, theirs) for village, theirs in cards.items()]


def _tall(group: VillageGroup, detail: Detail) -> float:
    return TITLE + (len(group.cards) * detail * LINE + AROUND if detail else 0)
