"""说明: what was counted how, and what vouches for figures and rows."""

from collections.abc import Sequence

from app.month import TERMS, MonthlyReport
from app.version import VERSION
from exports.book.cover import FULL
from exports.book.figures import day, moment, month_name
from exports.book.lists import listed
from exports.book.look import HEAD, Column, Look
from exports.book.sheet import Sheet

_FACTS = (Column("项目", 24), Column("内容", 116))
_CONTENTS = (Column("工作表", 24), Column("内容", 116))
_MEASURES = (Column("指标", 24), Column("口径", 116))
_WIDE = sum(column.width for column in _FACTS)
_MASKED = (
    "反映人只留姓氏，不列电话、证件号码、住址、问题描述和诉求。登记的文字（目录以外的事项和村社、整改措施和"
    "结果、考核的说明）里，本件登记过的人（反映人、服务对象、代办人、上门对象、来人、户主、见证人）只留姓氏，"
    "像电话、证件号的长数字隐去；没有登记的人、只写名字或外号的，程序认不出来，报送前请看一遍。"
    "封面的情况说明照窗口写的印。"
)
_CHECKSUM = (
    "下面这些行改一处就不是这个值；其他各表由它们分出来或者另有出处，不算在内。一、统计的月份，写成2026-10的样子；"
    "二、“汇总”的各项指标，每项一行：指标，然后本月、上月、去年同月、本年累计，分子、分母都列的不取结果；"
    "三、“上门服务”的需求、上门、办成、服务人数、趟数，每项一行；"
    "四、“明细台账”和“上月结转”的各行，从“受理编号”起，日期写成2026-10-09的样子。"
    "各栏之间用制表符、行与行之间用换行隔开，“—”和空格子不写字；按UTF-8编码算出SHA-256。"
)


def fill_notes(sheet: Sheet, report: MonthlyReport, contents: Sequence[tuple[str, str]]) -> None:
    sheet.widths(*(column.width for column in _FACTS))
    heading = Look(16, bold=True, face=HEAD, align="center")
    sheet.across(1, 1, 2, f"{month_name(report)}说明", heading, 34)
    row = _section(sheet, 2, "一、报表信息")
    row = listed(sheet, row, _FACTS, _facts(report))
    sheet.break_after(row - 1)  # so that no heading is left alone at the foot of a page
    row = _section(sheet, row, "二、各表内容")
    row = listed(sheet, row, _CONTENTS, contents)
    row = _section(sheet, row, "三、指标口径")
    sheet.inner.print_title_rows = f"{row}:{row}"
    meanings = [(one.name, one.meaning) for one in report.measures]
    groups = "".join(f"{one.name}：{one.meaning}。" for one in report.breakdowns)
    listed(sheet, row, _MEASURES, [*TERMS, *meanings, ("分类", groups)])


def _section(sheet: Sheet, row: int, text: str) -> int:
    sheet.across(row, 1, 2, text, Look(12, bold=True, face=HEAD), 26)
    return row + 1


def _facts(report: MonthlyReport) -> list[tuple[str, str]]:
    until = day(report.last) if report.over else f"{moment(report.made_at)}（本月未完）"
    facts = [
        ("填报单位", f"{report.centre.name}{report.centre.window}"),
        ("报送单位", report.centre.superior or "未填"),
        ("统计期间", f"{day(report.first)}至{until}"),
        ("生成时间", moment(report.made_at)),
        ("生成程序", f"办得成 {report.seal.program if report.seal else VERSION}"),
        ("台账件数", f"明细台账{len(report.ledger)}件，上月结转{len(report.carried)}件"),
        ("个人信息", FULL if report.full else _MASKED),
        ("月报校验值", report.checksum),
        ("校验值算法", _CHECKSUM),
    ]
    if (seal := report.seal) is not None:
        said = f"{moment(seal.at)}由{seal.by}封账，第{seal.version}版"
        facts.append(("封账", said))
        facts.append(("封账校验值", f"{seal.checksum}（封账留存的全部内容，由程序核对）"))
    if report.centre.demonstration:
        facts.insert(0, ("注意", "本册由演示数据生成，人物和办件都是虚构的，不得报送。"))
    return facts
