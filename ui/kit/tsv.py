"""Rows as text that Excel and WPS take for a table, and never for a formula."""

import re
from collections.abc import Iterable, Sequence

STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
FIGURE = re.compile(r"-?\d+(\.\d+)?( ?%)?")
LONG = re.compile(r"0\d+|\d{12,}")  # Excel would drop the noughts, or round the number
QUOTED = re.compile(r'[\t\r\n"]')


def as_tsv(rows: Iterable[Sequence[str]]) -> str:
    return "\n".join("\t".join(as_cell(text) for text in row) for row in rows)


def as_cell(text: str) -> str:
    """One cell: formulas and long numbers become text by ', what would break the row is quoted."""
    if LONG.fullmatch(text) or (text.lstrip(" ").startswith(STARTS) and not FIGURE.fullmatch(text)):
        text = f"'{text}"
    if QUOTED.search(text):
        doubled = text.replace('"', '""')
        return f'"{doubled}"'
    return text
