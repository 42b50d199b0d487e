"""Native charts that can be told apart without colour: markers, dashes, outlines, labels."""

from collections.abc import Sequence

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties
from openpyxl.worksheet.worksheet import Worksheet

_FEW = 4
_LOW = 8  # of what is less than that part of the highest no number stands below
_ONLY_THE_NUMBER = {
    "showVal": True,
    "showSerName": False,
    "showCatName": False,
    "showLegendKey": False,
    "showPercent": False,
}
_BLUE, _GOLD, _INK = "1D5FA8", "9A5B00", "404040"


Corners = tuple[int, int, int, int]  # first column and row, last column and row, from 1


def by_month(
    sheet: Worksheet,
    names: Reference,
    counts: tuple[Reference, Reference],
    at: Corners,
    values: Sequence[tuple[int, int]],
) -> None:
    """Received and completed, month by month; of the two the higher has its number above."""
    chart = LineChart()
    chart.title = "近12个月受理和办结（件）"
    for reference in counts:
        chart.add_data(reference, titles_from_data=True)
    chart.set_categories(names)
    received, completed = chart.series
    _line(received, _BLUE, None, ("circle", _BLUE))
    _line(completed, _GOLD, "sysDash", ("square", "FFFFFF"))
    near = max(map(max, values)) / _LOW
    received.dLbls = _numbers([_side(came, went, near, first=True) for came, went in values])
    completed.dLbls = _numbers([_side(went, came, near, first=False) for came, went in values])
    chart.y_axis.scaling.min = 0
    if max(map(max, values)) < _FEW:  # else the axis is divided into halves of a case
        chart.y_axis.scaling.max, chart.y_axis.majorUnit = _FEW, 1
    _common(chart)
    _place(sheet, chart, at)


def by_cause(sheet: Worksheet, names: Reference, counts: Reference, at: Corners) -> None:
    """Bars lying down, for the names are long; the first stands on top."""
    chart = BarChart()
    chart.type = "bar"
    chart.title = "本月受理件的成因（件）"
    chart.add_data(counts, titles_from_data=True)
    chart.set_categories(names)
    chart.gapWidth = 45
    series = chart.series[0]
    series.graphicalProperties = GraphicalProperties(solidFill="5B87BD")
    series.graphicalProperties.line = LineProperties(solidFill="000000", w=6350)
    series.dLbls = _labels("outEnd")
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.scaling.min = 0
    _common(chart)
    chart.legend = None
    chart.y_axis.delete = True  # every bar has its number
    chart.y_axis.majorGridlines = None
    _place(sheet, chart, at)


def _side(number: int, other: int, near: float, *, first: bool) -> str:
    """Above the higher and below the lower; beside a point that lies close to the axis, for below
    it the months stand, and nothing where that would tell the same number twice."""
    if number > other or (number == other and first):
        return "t"
    if number > near:
        return "b"
    return "" if number == other else "r"


def _line(series: Series, colour: str, dash: str | None, marker: tuple[str, str]) -> None:
    line = LineProperties(solidFill=colour, w=22225, prstDash=dash)
    series.graphicalProperties = GraphicalProperties(ln=line)
    series.smooth = False
    symbol, fill = marker
    series.marker = Marker(symbol=symbol, size=6)
    series.marker.graphicalProperties = GraphicalProperties(solidFill=fill)
    series.marker.graphicalProperties.line = LineProperties(solidFill=colour, w=12700)


def _labels(position: str) -> DataLabelList:
    labels = DataLabelList(**_ONLY_THE_NUMBER)
    labels.position = position
    labels.txPr = _type(800)
    return labels


def _numbers(positions: Sequence[str]) -> DataLabelList:
    """A number at every point that has a place for it."""
    labels = _labels("t")
    labels.showVal = False
    labels.dLbl = [
        DataLabel(idx=at, dLblPos=position, txPr=_type(800), **_ONLY_THE_NUMBER)
        for at, position in enumerate(positions)
        if position
    ]
    return labels


def _place(sheet: Worksheet, chart: LineChart | BarChart, at: Corners) -> None:
    """Fixed to cells at both corners: a size in centimetres would not follow the columns,
    whose width depends on the fonts of the machine."""
    left, top, right, bottom = at
    chart.anchor = TwoCellAnchor(
        _from=AnchorMarker(col=left - 1, row=top - 1),
        to=AnchorMarker(col=right, row=bottom),
    )
    sheet.add_chart(chart)


def _common(chart: LineChart | BarChart) -> None:
    chart.style = 2
    chart.x_axis.delete = chart.y_axis.delete = False  # openpyxl leaves both axes out otherwise
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(
        ln=LineProperties(solidFill="D9D9D9", w=6350)
    )
    chart.y_axis.number_format, chart.y_axis.majorTickMark = "0", "none"
    chart.x_axis.txPr = chart.y_axis.txPr = _type(900)
    chart.title.tx.rich.p[0].pPr = ParagraphProperties(defRPr=CharacterProperties(sz=1200, b=True))
    for run in chart.title.tx.rich.p[0].r:
        run.rPr = CharacterProperties(sz=1200, b=True)
    chart.title.overlay = False
    chart.legend.position = "b"


def _type(size: int) -> RichText:
    properties = CharacterProperties(sz=size, solidFill=_INK)
    return RichText(
        p=[Paragraph(pPr=ParagraphProperties(defRPr=properties), endParaRPr=properties)]
    )
