"""The words of a mail, with the month's figures put in where a template has their names."""

import re
from collections.abc import Mapping

from app.directory import Who
from app.month import MonthlyReport, Share
from app.month.naming import workbook_name
from app.month.period import in_words

SUBJECT = "{单位}{月份}“办不成事”反映窗口月报"
TEXT = """{报送单位}：

现报上{单位}{月份}“办不成事”反映窗口月报，请查收附件。
本月接待 {接待} 人次，受理 {受理} 件，办结 {办结} 件，在办 {在办} 件，按时办结率 {按时办结率}。

{单位}
{经办人}"""
NAMES = tuple(
    "月份 单位 报送单位 经办人 接待 受理 办结 在办 逾期 办结率 按时办结率 当天办结率".split()
)
_COUNTS = {
    "接待": "接待（人次）",
    "受理": "受理（件）",
    "办结": "办结（件）",
    "在办": "期末在办（件）",
    "逾期": "已逾期",
}
_RATES = ("办结率", "按时办结率", "当天办结率")
_PLACE = re.compile(r"\{([^{}]*)\}")


def unknown(template: str) -> str:
    """A sentence that names every placeholder there is nothing for, or nothing."""
    strange = dict.fromkeys(one for one in _PLACE.findall(template) if one not in NAMES)
    bare = _PLACE.sub("", template)
    if strange:
        named = "、".join(f"{{{one}}}" for one in strange)
        return f"不认识 {named}，能用的有 {'、'.join(f'{{{one}}}' for one in NAMES)}。"
    if "{" in bare or "}" in bare:
        return "花括号要成对，例如 {月份}。"
    return ""


def values(report: MonthlyReport, who: Who) -> Mapping[str, str]:
    """What stands for each name in this month."""
    centre = report.centre
    return {
        "月份": _month(report),
        "单位": centre.name,
        "报送单位": centre.superior or "上级单位",
        "经办人": who.name if who.work_number else centre.name,  # a command is nobody
        **{name: str(report.figure(measure).now.part) for name, measure in _COUNTS.items()},
        **{name: rate(report.figure(name).now) for name in _RATES},
    }


def _month(report: MonthlyReport) -> str:
    """Whoever gets it must not take a month that goes on for a whole one."""
    until = "" if report.over else f"（截至{report.made_at.month}月{report.made_at.day}日）"
    return f"{in_words(report.first)}{until}"


def filled(template: str, known: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: known[place[1]], template)


def file_name(report: MonthlyReport) -> str:
    """What the workbook is called that goes with the mail."""
    return workbook_name(report.centre.name, report.first, full=report.full)


def rate(share: Share) -> str:
    """With its numerator and denominator beside it."""
    return f"{share.percent}（{share.part}/{share.whole}）" if share.whole else "无（0/0）"
