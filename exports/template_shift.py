"""What points to rows of a sheet, after rows were put in below one of them."""

import re
from dataclasses import dataclass

from openpyxl.formula.tokenizer import Token, Tokenizer
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.cell_range import CellRange

_ROW = re.compile(r"(?<![A-Za-z0-9_])(\$?[A-Za-z]{1,3}\$?|\$)?(\d+)(?![A-Za-z0-9_(])")


@dataclass(frozen=True)
class Shift:
    """`by` rows were put in below `row` of the sheet. A range that holds the row grows with it."""

    sheet: str
    row: int
    by: int

    def start(self, row: int) -> int:
        return row + self.by if row > self.row else row

    def end(self, row: int) -> int:
        return row + self.by if row >= self.row else row

    def area(self, area: str) -> str:
        """A1:F9, as merged cells and printed areas name it."""
        first, top, last, bottom = range_boundaries(area)
        moved = CellRange(
            min_col=first, min_row=self.start(top), max_col=last, max_row=self.end(bottom)
        )
        return str(moved.coord)

    def formula(self, formula: str, on: str) -> str:
        """A formula that stands on that sheet."""
        tokens = Tokenizer(formula).items
        return "=" + "".join(self._token(one, on) for one in tokens)

    def _token(self, token: Token, on: str) -> str:
        if token.type != Token.OPERAND or token.subtype != Token.RANGE:
            return str(token.value)
        sheet, bang, cells = str(token.value).rpartition("!")
        if (sheet.strip("'").replace("''", "'") or on) != self.sheet:
            return str(token.value)
        first, colon, last = cells.partition(":")
        moved = self._each(first, start=True)
        return f"{sheet}{bang}{moved}{colon}{self._each(last, start=False)}"

    def _each(self, cell: str, *, start: bool) -> str:
        move = self.start if start else self.end
        return _ROW.sub(lambda one: f"{one[1] or ''}{move(int(one[2]))}", cell)
