"""Rows that are written as they come, so that a ledger of a hundred thousand is never held as
cells. openpyxl's own write-only mode would take every other sheet of the book with it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import Element, SubElement, whitespace

from exports.book.look import Look

Value = str | int | float | date | None
Styled = tuple[Value, Look]


@dataclass(frozen=True)
class Row:
    """A row that is as high as what it says, in points."""

    height: float
    cells: Sequence[Styled]


@dataclass(frozen=True)
class Later:
    """Rows from the first one on, made when they are written, and only then."""

    first: int
    rows: Callable[[], Iterable[Row]]


def save(
    book: Workbook, later: Mapping[str, Later], style_of: Callable[[Look], str], path: Path
) -> None:
    """Write the workbook; `later` are the rows to come of its sheets, by their names."""
    with ZipFile(path, "w", ZIP_DEFLATED, allowZip64=True) as archive:
        _BookWriter(book, archive, later, style_of).write_data()


class _BookWriter(ExcelWriter):  # type: ignore[misc]  # openpyxl has no types
    def __init__(
        self,
        book: Workbook,
        archive: ZipFile,
        later: Mapping[str, Later],
        style_of: Callable[[Look], str],
    ) -> None:
        super().__init__(book, archive)
        self._later, self._style_of = later, style_of

    def write_worksheet(self, ws: Worksheet) -> None:
        """As openpyxl does, but with a writer of ours."""
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001 (as in the method that this stands for)
        ws._drawing.charts = ws._charts  # noqa: SLF001
        writer = _SheetWriter(ws, self._later.get(ws.title), self._style_of)
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001
        self._archive.write(writer.out, ws.path[1:])
        self.manifest.append(ws)
        writer.cleanup()


class _SheetWriter(WorksheetWriter):  # type: ignore[misc]
    def __init__(
        self, sheet: Worksheet, later: Later | None, style_of: Callable[[Look], str]
    ) -> None:
        super().__init__(sheet)
        self._later, self._style_of = later, style_of

    def rows(self) -> Iterator[tuple[int, object]]:
        yield from super().rows()
        if self._later:
            yield from enumerate(self._later.rows(), start=self._later.first)

    def write_row(self, xf: object, row: object, row_idx: int) -> None:
        if isinstance(row, Row):
            xf.write(self._element(row, row_idx))  # type: ignore[attr-defined]
        else:
            super().write_row(xf, row, row_idx)

    def _element(self, row: Row, at: int) -> object:
        whole = Element("row", {"r": str(at), "ht": str(row.height), "customHeight": "1"})
        for column, (value, look) in enumerate(row.cells, start=1):
            place = {"r": f"{get_column_letter(column)}{at}", "s": self._style_of(look)}
            if isinstance(value, str):
                told = SubElement(
                    SubElement(SubElement(whole, "c", {**place, "t": "inlineStr"}), "is"), "t"
                )
                told.text = value
                whitespace(told)
            else:
                cell = SubElement(whole, "c", place)
                if value is not None:
                    SubElement(cell, "v").text = _number(value)
        return whole


def _number(value: float | date) -> str:
    return str(to_excel(value)) if isinstance(value, date) else repr(value)
