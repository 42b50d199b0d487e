"""封面: four figures, the month in words, what is inside, and where to sign."""

import re
from collections.abc import Sequence

from app.month import Measure, MonthlyReport, Share
from exports.book.cells import frame
from exports.book.figures import day, known, month_name
from exports.book.lists import lines_of
from exports.book.look import DASH, HEAD, Look
from exports.book.sheet import Sheet

ZERO = "零报告：本月没有受理反映件。"
FULL = "内部资料：本册列有姓名、电话和证件号码，请勿外传。"
_SHOWN = ("受理（件）", "办结（件）", "办结率", "按时办结率")
_WIDE = 8
_DIGITS = _WIDE * 15 * 10 / 12  # of 12 points in a line; widths are of 10
_LONGEST = re.compile(".{1,1000}(?:[。；，]|$)|.{1,1000}")  # what a row has room for, by sentences
_HEADING = re.compile("[一二三四五六七八九十]、")


def fill_cover(sheet: Sheet, report: MonthlyReport, contents: Sequence[str]) -> None:
    sheet.widths(*[15.0] * _WIDE)
    sheet.on_one_page()
    sheet.inner.print_options.verticalCentered = True
    centre = report.centre
    sheet.across(1, 1, _WIDE, centre.name, Look(20, face=HEAD, align="center"), 46)
    heading = f"{centre.window}工作月报"
    sheet.across(2, 1, _WIDE, heading, Look(28, bold=True, face=HEAD, align="center"), 56)
    sheet.across(3, 1, _WIDE, month_name(report), Look(18, face=HEAD, align="center"), 38)
    remark = _remark(report)
    tall = 24 * max(lines_of(remark, _DIGITS), 1)
    sheet.across(4, 1, _WIDE, remark, Look(12, bold=True, align="center"), tall)
    for at, name in enumerate(_SHOWN):
        _figure(sheet, 5, 1 + 2 * at, report.figure(name))
    sheet.height(7, 12)
    row = _story(sheet, 8, report.story)
    row = _contents(sheet, row + 1, contents)
    _sign(sheet, row + 1, report)


def _story(sheet: Sheet, row: int, story: str) -> int:
    """A row for each line: headings as official papers have them, paragraphs set in."""
    for line in story.split("\n"):
        if _HEADING.match(line):
            sheet.across(row, 1, _WIDE, line, Look(12, bold=True, face=HEAD), 24)
            row += 1
            continue
        for part in _LONGEST.findall(f"　　{line}"):
            tall = 17 * lines_of(part, _DIGITS) + 4
            sheet.across(row, 1, _WIDE, part, Look(12, top=True), tall)
            row += 1
    return row


def _remark(report: MonthlyReport) -> str:
    seal = report.seal
    told = (
        "" if report.over else f"本月未完，截至{day(report.made_at)}。",
        f"重新封账的第{seal.version}版。" if seal and seal.version > 1 else "",
        f"更正以前报出的{len(report.corrections)}处，见“更正”。" if report.corrections else "",
        ZERO if report.zero else "",
        FULL if report.full else "",
    )
    return "".join(told)


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


def _contents(sheet: Sheet, row: int, contents: Sequence[str]) -> int:
    """The sheets of the book, each a link to it."""
    for place, name in enumerate(contents):
        down, at = row + place // _WIDE, 1 + place % _WIDE
        sheet.put(down, at, name, Look(10.5, lines=True))
        sheet.link(down, at, name)
        sheet.height(down, 20)
    return row + 1 + (len(contents) - 1) // _WIDE


def _sign(sheet: Sheet, row: int, report: MonthlyReport) -> None:
    for at, role in enumerate(("填报人", "审核人", "负责人")):
        sheet.put(row, 1 + 2 * at, f"{role}：", Look(12, align="right"))
        sheet.put(row, 2 + 2 * at, "", Look(12, align="center", under=True))
    sheet.across(row, 7, 8, "（单位盖章）", Look(12, align="center"), 34)
    phone = f"联系电话：{report.centre.phone}" if report.centre.phone else ""
    sheet.across(row + 1, 1, 6, phone, Look(10.5), 26)
    sheet.across(row + 1, 7, 8, day(report.made_at), Look(12, align="center"))
