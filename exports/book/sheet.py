"""A workbook and its sheets, and how they print."""

from collections.abc import Callable, Iterable
from copy import copy
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from exports.book.cells import dress, safe, set_value, writable
from exports.book.later import Later, Row, Value, save
from exports.book.look import BODY, HEAD, Look

LOOKED_AT = 2000  # rows of a ledger that are shown before it is written


class Book:
    def __init__(self, title: str, creator: str) -> None:
        self._book = Workbook()
        self._book.remove(self._book.active)
        self._styles: dict[Look, Any] = {}
        self._ids: dict[Look, str] = {}
        self._later: dict[str, Later] = {}
        self._book.properties.title = writable(title)
        self._book.properties.creator = writable(creator)
        # A column's width is counted in digits of this font: let it be one that is there.
        normal = self._book._named_styles["Normal"]  # noqa: SLF001 (openpyxl has no other way)
        normal.font = Font(BODY, 10)

    def add(self, name: str) -> "Sheet":
        return Sheet(self, self._book.create_sheet(name))

    def worksheets(self) -> list[Worksheet]:
        """With the first of the rows that would be written later, as cells to be looked at."""
        for sheet in self._book.worksheets:
            if later := self._later.pop(sheet.title, None):
                self._look_at(sheet, later)
        return list(self._book.worksheets)

    def _look_at(self, sheet: Worksheet, later: Later) -> None:
        rows = list(islice(later.rows(), LOOKED_AT + 1))
        if len(rows) > LOOKED_AT:
            rows[-1] = Row(
                18, [(f"预览只列前{LOOKED_AT}行，导出的表是全的。", Look(9, wrap=False))]
            )
            _, _, last, _ = range_boundaries(sheet.print_area.split("!")[1])
            sheet.print_area = f"A1:{get_column_letter(last)}{later.first + LOOKED_AT}"
        for at, row in enumerate(rows, start=later.first):
            sheet.row_dimensions[at].height = row.height
            for column, (value, look) in enumerate(row.cells, start=1):
                cell = sheet.cell(at, column)
                set_value(cell, value)
                self.dress(cell, look)

    def save(self, path: Path) -> None:
        save(self._book, self._later, self.style_of, path)

    def later(self, sheet: str, first: int, rows: Callable[[], Iterable[Row]]) -> None:
        """Have these rows written when the book is saved, below all that the sheet has."""
        self._later[sheet] = Later(first, rows)

    def style_of(self, look: Look) -> str:
        """By which number the book knows this look."""
        if look not in self._ids:
            cell = Cell(self._book.worksheets[0])
            self.dress(cell, look)
            self._ids[look] = str(cell.style_id)
        return self._ids[look]

    def dress(self, cell: Cell, look: Look) -> None:
        """Give the cell its look; what openpyxl makes of a look is kept for the next cell."""
        if look not in self._styles:
            dress(cell, look)
            self._styles[look] = copy(cell._style)  # noqa: SLF001 (x0.2 of setting each part)
        cell._style = copy(self._styles[look])  # noqa: SLF001


class Sheet:
    """A sheet for A4 landscape, one page wide, with page x of y at its foot."""

    def __init__(self, book: Book, inner: Worksheet) -> None:
        self.inner = inner
        self._book = book
        setup, margins = inner.page_setup, inner.page_margins
        setup.orientation, setup.paperSize = "landscape", inner.PAPERSIZE_A4
        setup.fitToWidth, setup.fitToHeight = 1, 0
        inner.sheet_properties.pageSetUpPr.fitToPage = True
        margins.left = margins.right = 0.5
        margins.top, margins.bottom, margins.header, margins.footer = 0.6, 0.65, 0.3, 0.35
        inner.print_options.horizontalCentered = True
        inner.oddFooter.left.text = f"&9{inner.title}"
        inner.oddFooter.right.text = "&9第&P页　共&N页"
        inner.HeaderFooter.scaleWithDoc = False
        inner.sheet_view.showGridLines = False

    def widths(self, *widths: float, first: int = 1) -> None:
        for at, width in enumerate(widths, start=first):
            # Excel keeps five pixels of a column to itself.
            self.inner.column_dimensions[get_column_letter(at)].width = width + 0.71

    def on_one_page(self) -> None:
        self.inner.page_setup.fitToHeight = 1

    def break_after(self, row: int) -> None:
        self.inner.row_breaks.append(Break(id=row))

    def put(self, row: int, column: int, value: Value, look: Look) -> Cell:
        """A value as it is: what people typed never becomes a formula."""
        cell = self.inner.cell(row, column)
        value, look = safe(value, look)
        set_value(cell, value)
        self._book.dress(cell, look)
        return cell

    def later(self, first: int, rows: Callable[[], Iterable[Row]]) -> None:
        """Have these rows written when the book is saved, below all that is there."""
        self._book.later(self.inner.title, first, rows)

    def across(
        self,
        row: int,
        first: int,
        last: int,
        value: Value,
        look: Look,
        height: float | None = None,
    ) -> Cell:
        """A value over several columns; merged cells do not grow by themselves: tell a height."""
        if last > first:
            self.inner.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)
        cell = self.put(row, first, value, look)
        if look.lines:  # of merged cells each has its own part of the frame
            for column in range(first + 1, last + 1):
                self._book.dress(self.inner.cell(row, column), look)
        if height:
            self.height(row, height)
        return cell

    def height(self, row: int, points: float) -> None:
        self.inner.row_dimensions[row].height = points

    def title(self, text: str, left: str, right: str, columns: int) -> None:
        """Rows 1 and 2: the title across, and under it who and in what unit."""
        half = max(columns * 2 // 3, 1)
        self.across(1, 1, columns, text, Look(16, bold=True, face=HEAD, align="center"), 32)
        self.across(2, 1, half, left, Look(), 18)
        self.across(2, half + 1, columns, right, Look(align="right"), 18)

    def note(self, row: int, columns: int, text: str, height: float = 16) -> None:
        self.across(row, 1, columns, text, Look(9), height)

    def link(self, row: int, column: int, sheet: str) -> None:
        cell = self.inner.cell(row, column)
        cell.hyperlink = Hyperlink(cell.coordinate, location=f"'{sheet}'!A1")
        self._book.dress(cell, Look(10.5, lines=True, link=True))

    def flag(self, area: str, formula: str) -> None:
        """White on dark: it stands out on a grey printer too, and the cell says why in words."""
        dark = PatternFill("solid", start_color="A61B14", end_color="A61B14")
        rule = FormulaRule(formula=[formula], font=Font(bold=True, color="FFFFFF"), fill=dark)
        self.inner.conditional_formatting.add(area, rule)
