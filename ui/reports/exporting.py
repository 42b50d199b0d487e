"""The month as a workbook: asked where to, written by the worker, put on record."""

from datetime import date
from functools import partial

from app.month import ExportRow
from ui.kit import ask
from ui.kit.stepper import say_month
from ui.reports.acting import Acting
from ui.reports.naming import proposed, remember_folder
from ui.reports.reading import Wanted, export_month

FULL = "导出未遮盖台账"
EXCEL = ("Excel 工作簿", "xlsx")


def export(at: Acting) -> None:
    _export(at, full=False)


def export_full(at: Acting) -> None:
    cases = len(at.seen.report.ledger) + len(at.seen.report.carried)
    if _is_agreed(at, at.first, f" {cases} 件"):
        _export(at, full=True)


def export_again(at: Acting, made: ExportRow) -> None:
    """What was made of a closed month, as it was made: the same figures, the same checksum."""
    if not made.full or _is_agreed(at, made.month, "所列各件"):
        _export(at, full=made.full, made=made)


def _is_agreed(at: Acting, month: date, cases: str) -> bool:
    told = (
        f"表里会有{cases}的姓名、电话、证件号码、住址和诉求。只交给有权看的人；"
        "谁在什么时候导出，会记下来。"
    )
    return ask.is_sure(at.page, f"{FULL}（{say_month(month)}）", told)


def _export(at: Acting, *, full: bool, made: ExportRow | None = None) -> None:
    desk, first = at.desk, made.month if made else at.first
    place = proposed(desk, first, full=full)
    path = ask.where_to_save(at.page, f"{say_month(first)}月报", place, EXCEL)
    if path is None:
        return
    remember_folder(desk, path)
    wanted = Wanted(first, full, path, made.lock_id if made else None)
    work = partial(export_month, wanted, desk.who(), desk.now(), desk.tasks.tick)
    desk.tasks.start("正在生成报表", work, at.written, owner=at.page)
