"""A chart as the page shows it: what is drawn, and the table behind it."""

from dataclasses import dataclass

from app.statistics.records import Tally
from ui.kit.drawing import Drawing
from ui.statistics.bars import CASES


@dataclass(frozen=True)
class Line:
    """`also`: the second figure of the line, which F7 opens."""

    cells: tuple[str, ...]
    opens: Tally | None = None
    also: Tally | None = None


@dataclass(frozen=True)
class Table:
    """`meaning`: how the figures are defined; `leads`: what Enter shows of a line, and `also` what
    F7 does."""

    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    meaning: str
    leads: str = CASES
    also: str = ""


@dataclass(frozen=True)
class Shown:
    drawing: Drawing
    table: Table
