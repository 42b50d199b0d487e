"""Every command: what it asks of the app, and what it tells of the answer.

Papers and workbooks are imported where they are made: no other command waits for them.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from app.errors import AppError, Invalid
from app.unattended import command_line
from models.choices import PaperKind
from ui.command_line.arguments import Asked, Shape
from ui.command_line.case_json import in_one_sentence, read_case
from ui.command_line.json_file import read_object
from ui.command_line.told import tell_case

Run = Callable[[Asked, datetime], Any]
MOST_FOUND = 1000


def _register(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.cases import open_case

    raw = read_object(asked.said[0])
    try:
        draft, now = read_case(raw, clock)
        opened = open_case(draft, command_line(), now)
    except Invalid as wrong:
        raise AppError(in_one_sentence(wrong)) from wrong
    return {"number": opened.number, "due": opened.due_on.isoformat()}


def _show(asked: Asked, _: datetime) -> dict[str, Any]:
    from app.case_detail import get_case
    from app.cases import find_id

    return tell_case(get_case(find_id(asked.said[0])))


def _find(asked: Asked, _: datetime) -> list[dict[str, Any]]:
    from app.search import find

    limit = _whole(asked.options.get("--limit", "20"), "--limit", 1, MOST_FOUND)
    return [
        {
            "number": one.number,
            "person": one.person,
            "matter": one.matter,
            "status": one.status.value,
            "due": one.due_on.isoformat(),
        }
        for one in find(asked.said[0], limit)
    ]


def _due(asked: Asked, _: datetime) -> dict[str, Any]:
    from app.calendar import due
    from app.workdays import MOST_DAYS

    received, days = asked.said
    reckoned = due(_day(received), _whole(days, "工作日数", 0, MOST_DAYS))
    return {
        "due": reckoned.day.isoformat(),
        "provisional": reckoned.provisional,
        "steps": list(reckoned.steps),
    }


def _receipt(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.cases import find_id
    from app.changes import Kind, saving
    from app.paper_sheets import issue_sheet
    from exports import receipt_pdf

    paper, large = asked.options.get("--paper"), "--large" in asked.options
    if paper not in (None, "a5", "a4"):
        raise AppError(f"--paper 只能是 a5 或 a4，不能是“{paper}”。")
    if large and paper == "a5":
        raise AppError("大字回执只有 A4 的，请去掉 --paper a5。")
    write: Callable[[Any, Path], None] = receipt_pdf.write_receipt
    if large:
        write = receipt_pdf.write_large_receipt
    elif paper == "a4":
        write = receipt_pdf.write_receipt_in_two_copies
    number, path = asked.said[0], _path(asked)
    # What could not be written was not given out either: the issue is taken back with it.
    with saving(Kind.PAPERS, Kind.CASES):
        case_id, now = find_id(number), _wall(clock)
        sheet = issue_sheet(case_id, PaperKind.RECEIPT, command_line(), now)
        write(sheet, path)
    return {"file": str(path), "number": sheet.number, "reprint": sheet.reissue is not None}


def _report(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.changes import Kind, saving
    from app.month import record_export, report_month
    from exports.monthly_workbook import write_month

    first, path, now = _month(asked.said[0]), _path(asked), _wall(clock)
    report = report_month(first.year, first.month, now, full="--full" in asked.options)
    # No ledger that shows who people are without its record, and no record without the file.
    with saving(Kind.EXPORTS):
        record_export(report, path.name, command_line(), now)
        write_month(report, path)
    return {"file": str(path), "received": len(report.ledger), "checksum": report.checksum}


def _backup(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.backups import back_up_to

    made = back_up_to(Path(asked.options["--to"]).absolute(), _wall(clock))
    return {
        "file": str(made.path),
        "cases": made.cases,
        "size": made.size,
        "sha256": made.sha256,
    }


def _check(_: Asked, __: datetime) -> dict[str, Any]:
    from app.store_check import check

    report = check()
    if not report.ok:
        raise AppError("".join(report.problems))
    since = report.compared_with
    return {
        "ok": report.ok,
        "cases": report.cases,
        "attachments": report.attachments,
        "compared_with": since.isoformat(timespec="seconds") if since else None,
        "changed": dict(sorted(report.changed.items())),
    }


def _demo(asked: Asked, clock: datetime) -> dict[str, Any]:
    from app.demo import MOST_CASES, fill

    cases = _whole(asked.options.get("--cases", "65"), "--cases", 1, MOST_CASES)
    seed = _whole(asked.options.get("--seed", "1"), "--seed", 0, 10**9)
    filled = fill(_wall(clock), cases=cases, seed=seed)
    return {"cases": filled.cases, "receptions": filled.receptions}


def _wall(clock: datetime) -> datetime:
    """As the store keeps every moment: what the clock on the wall shows."""
    return clock.replace(tzinfo=None)


def _path(asked: Asked) -> Path:
    return Path(asked.options["--out"]).absolute()


def _whole(text: str, what: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdigit() and least <= int(text[:12]) <= most):
        raise AppError(f"{what} 请写 {least} 到 {most} 的整数，不能是“{text}”。")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise AppError(f"日期请写成 2026-09-18 这样，不能是“{text}”。") from error


def _month(text: str) -> date:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise AppError(f"月份请写成 2026-11 这样，不能是“{text}”。") from error


COMMANDS: Mapping[str, tuple[Shape, Run]] = {
    "register": (Shape(("FILE.json|-",), "登记一件办件，从 JSON 文件或标准输入读", {}), _register),
    "show": (Shape(("NUMBER",), "看一件办件的全部内容和经过", {}), _show),
    "find": (Shape(("TEXT",), "按编号、电话、姓名、首字母或内容查找", {"--limit": "N"}), _find),
    "due": (Shape(("DATE", "DAYS"), "算答复期限：受理日期和工作日数", {}), _due),
    "receipt": (
        Shape(
            ("NUMBER",),
            "出具受理回执，再出一次就是补打",
            {"--out": "FILE.pdf", "--paper": "a5|a4", "--large": ""},
            ("--out",),
        ),
        _receipt,
    ),
    "report": (
        Shape(
            ("MONTH",),
            "出某个月的月报；--full 不遮盖姓名证件，会留下记录",
            {"--out": "FILE.xlsx", "--full": ""},
            ("--out",),
        ),
        _report,
    ),
    "backup": (Shape((), "备份到一个文件夹，并核对", {"--to": "DIR"}, ("--to",)), _backup),
    "check": (Shape((), "检查数据是否完好", {}), _check),
    "demo": (
        Shape((), "在空的数据文件夹里填入演示数据", {"--cases": "N", "--seed": "S"}),
        _demo,
    ),
}
