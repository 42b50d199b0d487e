"""The month as a workbook: asked where to, written by the worker, put on record."""

from functools import partial

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
    told = (
        f"表里会有 {cases} 件的姓名、电话、证件号码、住址和诉求。只交给有权看的人；"
        "谁在什么时候导出，会记下来。"
    )
    if ask.is_sure(at.page, f"{FULL}（{say_month(at.first)}）", told):
        _export(at, full=True)


def _export(at: Acting, *, full: bool) -> None:
    desk = at.desk
    place = proposed(desk, at.first, full=full)
    path = ask.where_to_save(at.page, f"{say_month(at.first)}月报", place, EXCEL)
    if path is None:
        return
    remember_folder(desk, path)
    wanted = Wanted(at.first, full, path)
    work = partial(export_month, wanted, desk.who(), desk.now(), desk.tasks.tick)
    desk.tasks.start("正在生成报表", work, at.written, owner=at.page)
