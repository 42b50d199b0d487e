"""The papers and calendars of home visits: looked at, printed, saved.

Of a case the papers of a visit are the case's: they have numbers and are on record with it.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from app.visits.board import day_board, week_board
from app.visits.detail import get_visit
from app.visits.events import visit_event, week_events
from app.visits.lists import day_lists, round_list
from app.visits.papers import blank_visit_sheet, visit_notice, visit_sheet
from exports.visit_calendar import write_visit_calendar, write_week_calendar
from exports.visit_day_pdf import write_visit_day
from exports.visit_notice_pdf import write_visit_notice
from exports.visit_pdf import write_visit
from exports.visit_round_pdf import write_visit_round
from models.choices import PaperKind
from ui.kit import ask
from ui.kit.desk import Desk
from ui.kit.errands import WantedPaper
from ui.kit.print_sheet import PrintSheet, drawn

SHEET_ADVICE = "请单面打印：第 1 页签字后归档；第 2 页是材料收条，裁开后群众留一联。"
NOTICE_ADVICE = "给服务对象或家里人，大字，一张 A4。按 Esc 不打。"
BLANK_ADVICE = "没有网络、没有电脑时带着去，手写；回来再登记需求和结果。"


def offer_sheet(window: QWidget, desk: Desk, visit_id: int) -> None:
    """What the crew takes along, and writes on."""
    if not _of_case(desk, visit_id, PaperKind.VISIT):
        sheet = visit_sheet(visit_id, desk.now())
        name = f"上门服务单 {sheet.number}"
        PrintSheet(window, name, drawn(write_visit, sheet), SHEET_ADVICE).open()


def offer_notice(window: QWidget, desk: Desk, visit_id: int) -> None:
    """What the citizen is told beforehand."""
    if not _of_case(desk, visit_id, PaperKind.VISIT_NOTICE):
        sheet = visit_notice(visit_id, desk.now())
        name = f"上门预约告知 {sheet.number}"
        PrintSheet(window, name, drawn(write_visit_notice, sheet), NOTICE_ADVICE).open()


def offer_blank(window: QWidget, desk: Desk) -> None:
    pdf = drawn(write_visit, blank_visit_sheet(desk.now()))
    PrintSheet(window, "空白上门服务单", pdf, BLANK_ADVICE).open()


def offer_day_lists(window: QWidget, desk: Desk, day: date) -> None:
    """The way of every crew; the first is looked at first."""
    for sheet in reversed(day_lists(day, desk.who(), desk.now())):
        name = f"上门行程单 {sheet.team} {day:%m-%d}"
        PrintSheet(window, name, drawn(write_visit_day, sheet), "给带队人一份。").open()


def offer_round_list(window: QWidget, desk: Desk, day: date, *, week: bool) -> None:
    """All that is planned of a week, or of a day."""
    board = week_board(day) if week else day_board(day)
    sheet = round_list([one.id for one in board.cards], desk.who(), desk.now())
    pdf = drawn(write_visit_round, sheet)
    PrintSheet(window, f"上门安排表 {sheet.number}", pdf, "给村里、配合单位各一份。").open()


def save_visit_calendar(window: QWidget, desk: Desk, visit_id: int) -> None:
    event = visit_event(visit_id, desk.now())
    number = get_visit(visit_id, desk.today()).number
    _save(window, desk, f"上门 {number}", lambda path: write_visit_calendar(event, path))


def save_week_calendar(window: QWidget, desk: Desk, day: date) -> None:
    events, (year, week, _) = week_events(day, desk.now()), day.isocalendar()
    _save(window, desk, f"上门 {year}年第{week}周", lambda path: write_week_calendar(events, path))


def _of_case(desk: Desk, visit_id: int, kind: PaperKind) -> bool:
    case_id = get_visit(visit_id, desk.today()).case_id
    if case_id is not None:
        desk.errands.paper_wanted.emit(WantedPaper(case_id, kind, about=visit_id))
    return case_id is not None


def _save(window: QWidget, desk: Desk, name: str, write: Callable[[Path], None]) -> None:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    proposed = Path(QStandardPaths.writableLocation(place)) / f"{name}.ics"
    path = ask.where_to_save(window, "导出日历", proposed, ("日历", "ics"))
    if path is not None:
        write(path)
        desk.errands.said.emit(f"已存为 {path.name}，用日历程序打开就能收下。")
