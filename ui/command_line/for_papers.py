"""Commands that put something on paper.

What writes it is imported where it is written: no other command waits for it.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from app.access.unattended import command_line
from app.errors import AppError
from models.choices import PaperKind
from ui.command_line.arguments import Asked
from ui.command_line.said import month, out_path, wall, whole

Write = Callable[[Any, Path], None]


def receipt(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.cases.registry import find_id
    from exports import receipt_pdf

    paper, large = asked.options.get("--paper"), "--large" in asked.options
    if paper not in (None, "a5", "a4"):
        raise AppError(f"--paper 只能是 a5 或 a4，不能是“{paper}”。")
    if large and paper == "a5":
        raise AppError("大字回执只有 A4 的，请去掉 --paper a5。")
    write: Write = receipt_pdf.write_receipt
    if large:
        write = receipt_pdf.write_large_receipt
    elif paper == "a4":
        write = receipt_pdf.write_receipt_in_two_copies
    return _issued(find_id(asked.said[0]), PaperKind.RECEIPT, 0, write, asked, clock)


def paper(asked: Asked, clock: datetime) -> dict[str, Any]:
    """One of several of its kind is named by its place among them, from 1."""
    from app.cases.registry import find_id
    from app.papers.kinds import makeable
    from exports.written import WRITERS

    number, code = asked.said
    if code not in (codes := [one.value for one in PaperKind]):
        raise AppError(f"没有“{code}”这种文书，可用的有 {'、'.join(codes)}。")
    kind, case_id = PaperKind.of(code), find_id(number)
    found = [one for one in makeable(case_id) if one.kind is kind]
    if not found:
        raise AppError(f"这件事现在还没有可以出具的{kind.label}。")
    if len(found) > 1 and "--about" not in asked.options:
        each = "、".join(f"{at} {one.label}" for at, one in enumerate(found, 1))
        raise AppError(f"可以出具的有 {each}，请用 --about 写第几个。")
    place = whole(asked.options.get("--about", "1"), "--about", 1, len(found))
    return _issued(case_id, kind, found[place - 1].about, WRITERS[kind], asked, clock)


def _issued(
    case_id: int, kind: PaperKind, about: int, write: Write, asked: Asked, clock: datetime
) -> dict[str, Any]:
    from app.changes import Kind, saving
    from app.papers.kinds import issue_sheet

    path = out_path(asked)
    # What could not be written was not given out either: the issue is taken back with it.
    with saving(Kind.PAPERS, Kind.CASES):
        sheet = issue_sheet(case_id, kind, command_line(), wall(clock), about)
        write(sheet, path)
    return {"file": str(path), "number": sheet.number, "reprint": sheet.reissue is not None}


def report(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.changes import Kind, saving
    from app.month import record_export, report_month
    from exports.monthly_template import fill_template
    from exports.monthly_workbook import write_month

    first, path, now = month(asked.said[0]), out_path(asked), wall(clock)
    made = report_month(first.year, first.month, now, full="--full" in asked.options)
    # No ledger that shows who people are without its record, and no record without the file.
    with saving(Kind.EXPORTS):
        record_export(made, path.name, command_line(), now)
        if template := asked.options.get("--template"):
            fill_template(made, Path(template).absolute(), path)
        else:
            write_month(made, path)
    return {
        "file": str(path),
        "received": len(made.ledger),
        "checksum": made.checksum,
        "version": made.seal.version if made.seal else None,  # of a closed month
        "corrections": len(made.corrections),
    }
