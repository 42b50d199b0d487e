"""The look of the workbook: faces, lines, shades; made to survive black and white."""

from dataclasses import dataclass
from typing import Literal

BODY, HEAD = "宋体", "黑体"
DAY, FULL_DAY = 'm"月"d"日"', "yyyy-m-d"
COUNT, DECIMAL, RATIO = "0", "0.0", "0.0%"
MORE, MORE_DAYS, POINTS = (
    "+0;-0;0",
    "+0.0;-0.0;0.0",
    '+0.0"个百分点";-0.0"个百分点";0.0"个百分点"',
)
SHADE, TOTAL = "E4EAF1", "F2F4F7"
DASH = "—"

Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Look:
    """How a cell is set; cells of one look share one style, which is what makes them quick."""

    size: float = 10
    bold: bool = False
    face: str = BODY
    align: Align = "left"
    format: str = "General"
    fill: str = ""
    lines: bool = False
    under: bool = False  # a rule to sign on
    wrap: bool = True
    top: bool = False
    indent: int = 0
    link: bool = False
    strike: bool = False  # it no longer counts, and is still to be read
    as_text: bool = False  # Excel must not take it for a formula, not even after it was edited


@dataclass(frozen=True)
class Column:
    """A column of a list: its head, its width in digits, how it is set."""

    name: str
    width: float
    align: Align = "left"
    format: str = "General"
    wrap: bool = True
