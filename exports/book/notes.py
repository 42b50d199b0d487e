"""说明: the month in words, what was counted how, and what vouches for the rows."""

from collections.abc import Sequence

from app.month import TERMS, Measure, MonthlyReport
from app.version import VERSION
from exports.book.cover import FULL, ZERO
from exports.book.figures import day, moment, month_name, of
from exports.book.lists import lines_of, listed
from exports.book.look import HEAD, Column, Look
from exports.book.sheet import Sheet

_FACTS = (Column("项目", 24), Column("内容", 116))
_MEASURES = (Column("指标", 24), Column("口径", 116))
_WIDE = sum(column.width for column in _FACTS)
_MASKED = "反映人只留姓氏，不列电话和证件号码"
_CHECKSUM = (
    "取“明细台账”和“上月结转”的各行，每行从“受理编号”起，各栏之间用制表符、行与行之间用换行隔开；"
    "日期写成2026-10-09的样子，“—”和空格子不写字；按UTF-8编码算出SHA-256。"
)


def fill_notes(sheet: Sheet, report: MonthlyReport) -> None:
    sheet.widths(*(column.width for column in _FACTS))
    heading = Look(16, bold=True, face=HEAD, align="center")
    sheet.across(1, 1, 2, f"{month_name(report)}说明", heading, 34)
    row = _told(sheet, 2, "一、基本情况", _situation(report))
    row = _section(sheet, row, "二、报表信息")
    row = listed(sheet, row, _FACTS, _facts(report))
    row = _section(sheet, row, "三、指标口径")
    listed(sheet, row, _MEASURES, [*TERMS, *((one.name, one.meaning) for one in report.measures)])


def _section(sheet: Sheet, row: int, text: str) -> int:
    sheet.across(row, 1, 2, text, Look(12, bold=True, face=HEAD), 26)
    return row + 1


def _told(sheet: Sheet, row: int, heading: str, sentences: Sequence[str]) -> int:
    row = _section(sheet, row, heading)
    text = "\n".join(f"　　{one}" for one in sentences)
    tall = 17 * lines_of(text, _WIDE * 10 / 12) + 6  # set in 12 points; widths are of 10
    sheet.across(row, 1, 2, text, Look(12, top=True), tall)
    return row + 1


def _situation(report: MonthlyReport) -> list[str]:
    """What the figures say, and no more: fewer is said as fewer."""
    received, completed = report.figure("受理（件）"), report.figure("办结（件）")
    until = "截至月末" if report.over else f"截至{day(report.made_at)}"
    said = [
        ZERO if report.zero else f"本月受理{of(received)}件{_compared(received)}。",
        f"本月办结{of(completed)}件{_compared(completed)}；{until}在办"
        f"{of(report.figure('期末在办（件）'))}件，其中已逾期{of(report.figure('已逾期'))}件。",
        "，".join(
            f"{name}{of(report.figure(name))}" for name in ("办结率", "按时办结率", "当天办结率")
        )
        + "。",
        f"本月接待{of(report.figure('接待（人次）'))}人次。",
    ]
    if report.lacking:
        lacking = "、".join(f"{what}{number}件" for what, number in report.lacking.items())
        said.append(f"台账中还没有填写的：{lacking}；补填后请重新生成。")
    return said


def _compared(measure: Measure) -> str:
    """By how much it is more or less than a month and a year ago, as a clause to be added."""
    said = ""
    for name, past in (("上月", measure.before), ("去年同月", measure.last_year)):
        change = measure.since(past)
        if change is not None:
            word = "增加" if change > 0 else "减少"
            said += f"，比{name}{word}{abs(int(change))}件" if change else f"，与{name}持平"
    return said


def _facts(report: MonthlyReport) -> list[tuple[str, str]]:
    until = day(report.last) if report.over else f"{moment(report.made_at)}（本月未完）"
    facts = [
        ("填报单位", f"{report.centre.name}{report.centre.window}"),
        ("报送单位", report.centre.superior or "未填"),
        ("统计期间", f"{day(report.first)}至{until}"),
        ("生成时间", moment(report.made_at)),
        ("生成程序", f"办得成 {VERSION}"),
        ("台账件数", f"明细台账{len(report.ledger)}件，上月结转{len(report.carried)}件"),
        ("个人信息", FULL if report.full else _MASKED),
        ("台账校验值", report.checksum),
        ("校验值算法", _CHECKSUM),
    ]
    if report.centre.demonstration:
        facts.insert(0, ("注意", "本册由演示数据生成，人物和办件都是虚构的，不得报送。"))
    return facts
