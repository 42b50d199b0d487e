"""Reading the lists a centre already has: pasted from Excel, or typed a line each."""

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from typing import Any

from app import typed
from app.directory import MatterDraft, StaffDraft, UnitDraft, VillageDraft, problems

Cells = list[str]
_BETWEEN = re.compile(r"[,，;；|\s]+")
_VILLAGES = re.compile(r"[,，;；、|\s]+")
_PAPERS = re.compile(r"[,，;；、\s]+")
_NUMBER = re.compile(r"[A-Za-z]?-?\d{1,5}号?(?:窗口?)?|\d{1,3}号?窗")
_PHONE = re.compile(r"[\d\-+()（）转 ]{5,}")
_SERIAL = "序号"
_SIGNS = "\"'“”‘’.。-—_ "
# What a column's head holds, the surest first: 联系电话 is a phone, 窗口名称 a name.
HEADS = {
    "papers": re.compile(r".*材料.*"),
    "keywords": re.compile(r"关键词|别名|俗称|简称"),
    "unit": re.compile(r".*(?:单位|部门|科室|窗口)"),
    "head_phone": re.compile(r".*领导.*(?:电话|手机|联系方式)"),
    "phone": re.compile(r".*(?:电话|手机|联系方式)"),
    "head": re.compile(r".*领导(?:姓名)?"),
    "liaison": re.compile(r".*(?:联络|联系人|负责人).*"),
    "work_number": re.compile(r".*(?:工号|编号|胸牌号?)"),
    "name": re.compile(r".*(?:名称|姓名)|单位|部门|科室|村|村社|社区|村（社区）|人员|事项"),
    "window_number": re.compile(r".*(?:窗口|柜台)号?"),
}
_OF_UNITS = ("name", "window_number", "liaison", "phone", "head", "head_phone")


@dataclass(frozen=True)
class Pasted:
    """What was understood of one line; a problem keeps it out, a note only speaks of it.

    The draft is whatever the list it is pasted for takes; `title` is what it is called, where it
    has no name, and `told` what else was understood.
    """

    line: int
    text: str
    draft: Any = None
    problem: str = ""
    note: str = ""
    title: str = ""
    told: str = ""


def drafts(lines: Sequence[Pasted]) -> list[Any]:
    """What can be saved of them."""
    return [line.draft for line in lines if line.draft and not line.problem]


def read_staff(text: str) -> list[Pasted]:
    """Name and work number; who has no number is given the next free one."""
    table = _table(text, ("name", "work_number"))
    taken = {cells.get("work_number", "") for _, _, cells in table}
    read = []
    for line, words, cells in table:
        note, number = "", cells.get("work_number", "")
        if not number:
            number = next(str(n) for n in range(1, len(table) + 2) if str(n) not in taken)
            taken.add(number)
            note = f"没有写工号，先编为 {number}。"
        draft = StaffDraft(name=cells.get("name", ""), work_number=number)
        read.append(Pasted(line, words, draft, note=note))
    return _checked(read, lambda draft: draft.work_number, "工号")


def read_units(text: str) -> list[Pasted]:
    """Name, window number, liaison, phone, head and the head's phone, in the order of the table's
    head or told by their looks."""
    read = []
    for line, words, cells in _table(text, _OF_UNITS):
        read.append(Pasted(line, words, UnitDraft(**{"name": "", **cells})))
    return _checked(read, lambda draft: draft.name, "单位")


def read_villages(text: str) -> list[Pasted]:
    """A village a line, or several in one."""
    read = []
    for line, words, cells in _table(text, ("name",), _VILLAGES):
        read.append(Pasted(line, words, VillageDraft(name=cells.get("name", ""))))
    return _checked(read, lambda draft: draft.name, "村社")


def read_matters(text: str) -> list[Pasted]:
    """Name, unit, keywords and papers; the papers of one cell stand apart by signs or blanks."""
    read = []
    for line, words, cells in _table(text, ("name", "unit", "keywords", "papers")):
        papers = "\n".join(filter(None, _PAPERS.split(cells.pop("papers", ""))))
        read.append(Pasted(line, words, MatterDraft(**{"name": "", **cells}, papers=papers)))
    return _checked(read, lambda draft: draft.name, "事项")


def _checked(read: list[Pasted], key: Callable[..., str], what: str) -> list[Pasted]:
    first: dict[str, int] = {}
    checked = []
    for one in read:
        assert one.draft is not None
        problem = " ".join(problems(one.draft).values())
        same = key(one.draft)
        if not problem and same in first:
            problem = f"{what}与第 {first[same]} 行相同。"
        first.setdefault(same, one.line)
        checked.append(replace(one, problem=problem))
    return checked


def _table(
    text: str, fields: Sequence[str], between: re.Pattern[str] = _BETWEEN
) -> list[tuple[int, str, dict[str, str]]]:
    """Each line that holds something: its number, its words, and its cells by field."""
    lines = cells_of(text, between)
    if fields == ("name",) and "\t" not in text:
        lines = [(number, [cell]) for number, cells in lines for cell in cells]
    head = _head(lines[0][1], fields) if lines else {}
    if head:
        lines = lines[1:]
    elif len(fields) > 1 or "\t" in text:
        lines = _without_serials(lines)
    found = []
    for number, cells in lines:
        named = _by_head(cells, head) if head else _by_looks(cells, fields)
        found.append((number, "　".join(filter(None, cells)), named))
    return found


def cells_of(text: str, between: re.Pattern[str] = _BETWEEN) -> list[tuple[int, Cells]]:
    """Excel puts a tab between cells and quotes round a cell of several lines."""
    if "\t" in text:
        reader = csv.reader(StringIO(text), delimiter="\t")
        found = [(reader.line_num, row) for row in reader]
        if any("\t" in cell for _, row in found for cell in row):
            # A stray quote, not Excel's: it has swallowed the lines up to the next one.
            return cells_of(text.replace('"', ""), between)
        found = [(number, [typed.line(cell) for cell in row]) for number, row in found]
    else:
        split = (between.split(typed.line(line)) for line in text.splitlines())
        found = [
            (number, [cell for cell in cells if cell.strip(_SIGNS)])
            for number, cells in enumerate(split, start=1)
        ]
    return [(number, cells) for number, cells in found if any(cells)]


def _head(cells: Cells, fields: Sequence[str]) -> dict[int, str]:
    """Which column is which, where the first line says so."""
    found: dict[int, str] = {}
    for column, cell in enumerate(cells):
        for field in HEADS:
            fits = field in fields and field not in found.values()
            if fits and HEADS[field].fullmatch(cell):
                found[column] = field
                break
    said = len(found) + cells.count(_SERIAL)
    return found if said >= min(2, len(cells)) and "name" in found.values() else {}


def _by_head(cells: Cells, head: dict[int, str]) -> dict[str, str]:
    return {field: cells[column] for column, field in head.items() if column < len(cells)}


def _by_looks(cells: Cells, fields: Sequence[str]) -> dict[str, str]:
    """Numbers by their length, words by their order."""
    found: dict[str, str] = {}
    if "papers" in fields:  # words all of them, told apart by their place alone
        return dict(zip(fields, cells, strict=False))
    words = [field for field in fields if field in ("name", "liaison", "head")]
    phones = [field for field in fields if field in ("phone", "head_phone")]
    for cell in filter(None, cells):
        if "work_number" in fields and re.search(r"\d", cell):
            found.setdefault("work_number", cell)
        elif "window_number" in fields and _NUMBER.fullmatch(cell):
            found.setdefault("window_number", cell)
        elif phones and _PHONE.fullmatch(cell):
            found[phones.pop(0)] = cell
        elif words:
            found[words.pop(0)] = cell
    return found


def _without_serials(lines: list[tuple[int, Cells]]) -> list[tuple[int, Cells]]:
    """A first column that counts 1, 2, 3 is only that."""
    counted = [cells[0] == str(place) for place, (_, cells) in enumerate(lines, start=1)]
    if len(lines) > 1 and all(counted):
        return [(number, cells[1:]) for number, cells in lines if any(cells[1:])]
    return lines
