"""Reading a table of ways from Excel: a pair a line, or villages along both edges."""

import re
from collections.abc import Iterator

from app import typed
from app.pasted import Pasted, cells_of
from app.visits.ways import WayEntry, way_problems

_HEAD = re.compile(r"从.{0,3}|到.{0,3}|起点|终点|\D*(?:分钟|时间)\D*")
_FEWEST = 3  # cells of a line


def read_ways(text: str) -> list[Pasted]:
    """石门村　竹溪村　25 a line; or a table whose first line and first column name the villages,
    in which what is empty, or from a village to itself, is passed by."""
    lines = cells_of(text)
    head = lines[0][1] if lines else []
    if any(_HEAD.fullmatch(cell) for cell in head):
        lines = lines[1:]
    elif len(head) > 1 and not any(_minutes(cell) is not None for cell in head):
        return list(_from_table(head, lines[1:]))
    return [_pair(line, cells) for line, cells in lines]


def _from_table(head: list[str], lines: list[tuple[int, list[str]]]) -> Iterator[Pasted]:
    for line, (first, *cells) in lines:
        # Without tabs the empty corner is not there, and the villages begin at once.
        villages = head[len(head) - len(cells) :] if len(head) <= len(cells) else head[1:]
        for village, cell in zip(villages, cells, strict=False):
            if cell and village and village != first:
                yield _pair(line, [first, village, cell])


def _pair(line: int, cells: list[str]) -> Pasted:
    words = "　".join(filter(None, cells))
    said = [cell for cell in cells if cell]
    if len(said) < _FEWEST:
        return Pasted(line, words, problem="写成：从哪个村、到哪个村、几分钟。")
    minutes = _minutes(said[2])
    if minutes is None:
        return Pasted(line, words, problem=f"“{said[2]}”不是分钟数。")
    entry = WayEntry(said[0], said[1], minutes)
    problem = " ".join(way_problems(entry).values())
    return Pasted(line, words, entry, problem, told=f"{minutes} 分钟")


def _minutes(cell: str) -> int | None:
    bare = typed.digits(cell.removesuffix("钟").removesuffix("分"))
    return int(bare) if bare.isdecimal() and len(bare) < 6 else None
