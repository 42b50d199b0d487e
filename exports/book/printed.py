"""Sheets of the workbook as they come out of a printer: where on the paper what stands."""

from dataclasses import dataclass
from typing import Literal

A4_LANDSCAPE = (841.9, 595.3)  # points
Area = tuple[float, float, float, float]  # left, top, width, height, in points


@dataclass(frozen=True)
class Said:
    """What a cell says and how; the size of its letters is what is left of it on the paper."""

    area: Area
    text: str
    size: float
    face: str
    align: Literal["left", "center", "right"]
    bold: bool = False
    top: bool = False
    wrap: bool = False
    underlined: bool = False
    struck: bool = False
    ink: str = "000000"


@dataclass(frozen=True)
class Ground:
    area: Area
    colour: str


@dataclass(frozen=True)
class Rule:
    """A line between two points."""

    start: tuple[float, float]
    end: tuple[float, float]
    colour: str


@dataclass(frozen=True)
class Drawing:
    """Where a chart stands; what it shows is in the report."""

    of: Literal["months", "causes"]
    area: Area


@dataclass(frozen=True)
class PrintedPage:
    grounds: tuple[Ground, ...]
    rules: tuple[Rule, ...]
    texts: tuple[Said, ...]
    drawings: tuple[Drawing, ...]


@dataclass(frozen=True)
class PrintedSheet:
    name: str
    pages: tuple[PrintedPage, ...]
