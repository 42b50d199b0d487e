"""The cells of a form: how labels and values are set, and ruled lists."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.units import mm

from exports.kit.grid import Cell, Grid, Label, Row
from exports.kit.lines import Align
from exports.kit.prose import Prose, Style, numbered
from exports.kit.units import EMPTY

_LABEL_EMS = 4
_RAGGED_BELOW = 30  # characters; so few are not worth opening up to the right edge


@dataclass(frozen=True)
class Form:
    """Makes the cells of one form in one type size; rows are at least so high."""

    size: float = 10.5
    lead: float = 1.4
    least: float = 8 * mm

    def label(self, text: str, span: int = 3) -> Cell:
        """The name of a field; two or three characters are spread over four."""
        style = Style(self.size, lead=1.25, align="center")
        if span > 2 and 1 < len(text) < _LABEL_EMS and text.isalpha():
            style = replace(style, tracking=(_LABEL_EMS - len(text)) / (len(text) - 1))
        return Cell(Label(text, style), span)

    def value(self, text: str, span: int, align: Align | None = None, hang: float = 0) -> Cell:
        """What a field says; long values are justified where nothing else is asked for."""
        ragged = len(text) < _RAGGED_BELOW or EMPTY in text
        set_as = align or ("left" if ragged else "justify")
        return Cell(Prose(text, Style(self.size, self.lead, set_as, hang=hang)), span)

    def body(self, text: str, span: int, hang: float = 0) -> Cell:
        """A long value, from the top of its cell."""
        return replace(self.value(text, span, hang=hang), middle=False)

    def row(self, *cells: Cell, least: float | None = None, grow: float = 0) -> Row:
        """A row grows by its share of what its page leaves empty."""
        return Row(cells, self.least if least is None else least, grow)

    def fields(self, *pairs: tuple[str, str, int]) -> Row:
        """A row of fields: what each is called, what it says, how many columns it has."""
        return self.row(
            *(
                cell
                for name, text, span in pairs
                for cell in (self.label(name), self.value(text, span))
            )
        )


def listed(form: Form, told: str | Sequence[str], span: int) -> Cell:
    """A text, or several of them numbered; one alone needs no number."""
    if isinstance(told, str):
        return form.value(told, span)
    if len(told) == 1:
        return form.value(told[0], span)
    return form.body(numbered(told), span, hang=1.3)


def table(
    form: Form,
    heads: Sequence[tuple[str, int]],
    rows: Sequence[Sequence[str]],
    *,
    center: Sequence[int] = (0,),
) -> Grid:
    """A ruled list: column heads with their widths, then rows; columns in `center` are centred."""
    head = Style(form.size, 1.25, "center", bold=True)
    top = form.row(*(Cell(Prose(name, head), span) for name, span in heads))
    body = [
        form.row(
            *(
                form.value(text, span, align="center" if at in center else "left")
                for at, ((_, span), text) in enumerate(zip(heads, row, strict=True))
            )
        )
        for row in rows
    ]
    return Grid([top, *body], head=1)
