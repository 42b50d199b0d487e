"""A chart as the page shows it: what is drawn, and the table behind it."""

from dataclasses import dataclass

from app.statistics.records import Tally
from ui.kit.drawing import Drawing
from ui.statistics.bars import CASES


@dataclass(frozen=True)
class Line:
    cells: tuple[str, ...]
    opens: Tally | None = None


@dataclass(frozen=True)
class Table:
    """`meaning`: how the figures are defined; `leads`: what Enter shows of a line."""

    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    meaning: str
    leads: str = CASES


@dataclass(frozen=True)
class Shown:
    drawing: Drawing
    table: Table
