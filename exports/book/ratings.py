"""评价与整改: the five levels, and every bad word with what was put right and when."""

from dataclasses import replace

from app.month import MonthlyReport, Share
from app.month.bad_word import BadWord
from exports.book.figures import month_name, value
from exports.book.later import Value
from exports.book.lists import HEADING, listed
from exports.book.look import COUNT, DASH, FULL_DAY, HEAD, RATIO, Column, Look
from exports.book.sheet import Sheet

_WORDS = (
    Column("评价日期", 11, "center", FULL_DAY),
    Column("受理编号", 14, "center"),
    Column("反映事项", 16),
    Column("牵头单位", 13),
    Column("评价", 12, "center"),
    Column("不满意的\n方面", 11, "center"),
    Column("申诉", 11, "center"),
    Column("整改期限", 11, "center", FULL_DAY),
    Column("整改情况", 12, "center"),
    Column("再次办结", 11, "center", FULL_DAY),
    Column("整改措施", 21),
    Column("整改结果", 21),
    Column("整改后\n评价", 9, "center"),
)
_WIDE = len(_WORDS)
_OVER = (
    (1, 1),
    *((at, at + 1) for at in range(2, _WIDE - 1, 2)),
    (_WIDE - 1, _WIDE - 1),
    (_WIDE, _WIDE),
)
_ROOM = 280  # letters that a row of Excel has room for, where ten stand in a line
_PRIVATE = (
    "评价自愿；评价人是谁、说了什么不列入本表。整改措施和结果是登记的文字，已隐去当事人和号码。"
    "以前的差评，一年以内没有整改或者在本月到期的也列入。"
)


def fill_ratings(sheet: Sheet, report: MonthlyReport) -> None:
    sheet.widths(*(column.width for column in _WORDS))
    heading = f"{month_name(report)}评价与差评整改"
    sheet.title(heading, report.centre.name, "好差评五级；计数单位：次", _WIDE)
    row = _levels(sheet, 3, report)
    sheet.across(row, 1, _WIDE, "差评整改", Look(12, bold=True, face=HEAD), 26)
    if not report.bad_words:
        sheet.note(row + 1, _WIDE, "没有差评，也没有等待整改的差评。")
        return
    after = listed(sheet, row + 1, _WORDS, [_word(one) for one in report.bad_words])
    for column, word in (("E", "不满意"), ("I", "逾期")):
        area, first = f"{column}{row + 2}:{column}{after - 1}", f"${column}{row + 2}"
        sheet.flag(area, f'ISNUMBER(SEARCH("{word}",{first}))')
    sheet.note(after, _WIDE, _PRIVATE)
    sheet.inner.print_title_rows = f"{row + 1}:{row + 1}"


def _levels(sheet: Sheet, top: int, report: MonthlyReport) -> int:
    """How many of each, of how many; gives the row after them. Each level over two columns."""
    rated = sum(number for _, number in report.levels)
    good = report.figure("满意率").now
    shares = [Share(number, rated) for _, number in (*report.levels, ("", rated))]
    rows: tuple[tuple[Value, ...], ...] = (
        ("评价", *(name for name, _ in report.levels), "合计", "满意率"),
        ("次数", *(number for _, number in report.levels), rated, _parts(good)),
        ("占评价", *map(value, shares), value(good)),
    )
    plain = Look(align="center", lines=True)
    looks = (HEADING, replace(plain, format=COUNT), replace(plain, format=RATIO))
    for row, (cells, look) in enumerate(zip(rows, looks, strict=True), start=top):
        for (first, last), cell in zip(_OVER, cells, strict=True):
            sheet.across(row, first, last, cell, look)
        sheet.height(row, 20)
    sheet.note(top + 3, _WIDE, _answered(report, rated))
    return top + 4


def _parts(share: Share) -> str:
    return f"{share.part}/{share.whole}" if share.whole else DASH


def _answered(report: MonthlyReport, rated: int) -> str:
    completed, silent = report.figure("办结（件）").now, report.figure("未评价（件）").now
    return (
        f"本月收到评价{rated}次。本月办结{completed.part}件，其中{silent.part}件到期末还没有评价，"
        "不算满意，也不算不满意。"
    )


def _word(one: BadWord) -> tuple[Value, ...]:
    return (
        one.said_on,
        one.number,
        one.matter,
        one.lead,
        one.level,
        one.aspects or DASH,
        one.contested.value or DASH,
        one.rework_by if one.counts else DASH,
        one.state,
        one.reworked_on or DASH,
        _short(one.measures) or DASH,
        _short(one.remedy) or DASH,
        one.level_after or DASH,
    )


def _short(text: str) -> str:
    return text if len(text) <= _ROOM else f"{text[:_ROOM]}……（全文见办件）"
