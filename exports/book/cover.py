"""封面: four figures, what is inside, and where to sign."""

from collections.abc import Sequence

from app.month import Measure, MonthlyReport, Share
from exports.book.figures import day, known, month_name
from exports.book.look import DASH, HEAD, SHADE, Look
from exports.book.sheet import Sheet, frame

ZERO = "零报告：本月没有受理反映件。"
FULL = "内部资料：本册列有姓名、电话和证件号码，请勿外传。"
_SHOWN = ("受理（件）", "办结（件）", "办结率", "按时办结率")
_WIDE = 8


def fill_cover(sheet: Sheet, report: MonthlyReport, contents: Sequence[tuple[str, str]]) -> None:
    sheet.widths(*[15.0] * _WIDE)
    sheet.on_one_page()
    sheet.inner.print_options.verticalCentered = True
    centre = report.centre
    sheet.across(1, 1, _WIDE, centre.name, Look(20, face=HEAD, align="center"), 46)
    heading = f"{centre.window}工作月报"
    sheet.across(2, 1, _WIDE, heading, Look(28, bold=True, face=HEAD, align="center"), 56)
    sheet.across(3, 1, _WIDE, month_name(report), Look(18, face=HEAD, align="center"), 38)
    sheet.across(4, 1, _WIDE, _remark(report), Look(12, bold=True, align="center"), 24)
    for at, name in enumerate(_SHOWN):
        _figure(sheet, 5, 1 + 2 * at, report.figure(name))
    sheet.height(7, 16)
    _contents(sheet, 8, contents)
    _sign(sheet, 10 + len(contents), report)


def _remark(report: MonthlyReport) -> str:
    unfinished = "" if report.over else f"本月未完，截至{day(report.made_at)}。"
    return unfinished + (ZERO if report.zero else "") + (FULL if report.full else "")


def _figure(sheet: Sheet, row: int, first: int, measure: Measure) -> None:
    """One figure over two columns: large, and under it what it is made of."""
    now = measure.now
    small = measure.name if now.whole is None else f"{measure.name}　{now.part}/{now.whole}"
    large = Look(22, bold=True, face=HEAD, align="center")
    sheet.across(row, first, first + 1, _large(now), large, 40)
    sheet.across(row + 1, first, first + 1, small, Look(11, align="center"), 22)
    for down in (0, 1):
        for at in (0, 1):
            cell = sheet.inner.cell(row + down, first + at)
            cell.border = frame(left=not at, right=bool(at), top=not down, bottom=bool(down))


def _large(share: Share) -> str:
    if share.whole is None:
        return str(known(share.part))
    return share.percent or DASH


def _contents(sheet: Sheet, top: int, contents: Sequence[tuple[str, str]]) -> None:
    head = Look(10.5, bold=True, align="center", fill=SHADE, lines=True)
    middle, plain = Look(10.5, align="center", lines=True), Look(10.5, lines=True)
    for at, text in enumerate(("序号", "工作表"), start=1):
        sheet.put(top, at, text, head)
    sheet.across(top, 3, _WIDE, "内容", head, 20)
    for number, (name, what) in enumerate(contents, start=1):
        sheet.put(top + number, 1, number, middle)
        sheet.put(top + number, 2, name, plain)
        sheet.link(top + number, 2, name)
        sheet.across(top + number, 3, _WIDE, what, plain, 20)


def _sign(sheet: Sheet, row: int, report: MonthlyReport) -> None:
    for at, role in enumerate(("填报人", "审核人", "分管领导")):
        sheet.put(row, 1 + 2 * at, f"{role}：", Look(12, align="right"))
        sheet.put(row, 2 + 2 * at, "", Look(12, align="center", under=True))
    sheet.across(row, 7, 8, "（单位盖章）", Look(12, align="center"), 34)
    phone = f"联系电话：{report.centre.phone}" if report.centre.phone else ""
    sheet.across(row + 1, 1, 6, phone, Look(10.5), 26)
    sheet.across(row + 1, 7, 8, day(report.made_at), Look(12, align="center"))
