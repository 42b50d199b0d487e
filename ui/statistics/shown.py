"""A chart as the page shows it: what is drawn, and the table behind it."""

from dataclasses import dataclass

from app.case_filters import CaseFilter
from ui.kit.drawing import Drawing


@dataclass(frozen=True)
class Line:
    cells: tuple[str, ...]
    opens: CaseFilter | None = None


@dataclass(frozen=True)
class Table:
    """`meaning`: how the figures are defined."""

    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    meaning: str


@dataclass(frozen=True)
class Shown:
    drawing: Drawing
    table: Table
