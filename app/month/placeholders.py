"""What a template of the superior's may ask for ({{受理}}), and what stands for it in a month."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.month.ledger_row import LedgerRow
from app.month.measures import Measure, Share, Sort
from app.month.period import in_words
from app.month.report import MonthlyReport

NOTHING, STORY = "—", "情况说明"
MARKS = {"#台账": "本月受理的每一件", "#结转": "上月结转的每一件"}
PERIODS = ("上月", "去年同月", "本年")
PARTS = ("分子", "分母")
_UNIT = re.compile(r"（.*）$")
_OF_A_CASE = {
    "序号": "",
    "编号": "number",
    "受理日期": "received_on",
    "反映人": "person",
    "村社": "village",
    "渠道": "channel",
    "事项": "matter",
    "性质": "nature",
    "成因": "cause",
    "牵头单位": "lead",
    "配合单位": "helpers",
    "答复期限": "due_on",
    "办结日期": "completed_on",
    "用时": "days",
    "状态": "standing",
    "结局": "ending",
}
# Only where the month is asked for in full.
_OF_A_PERSON = {
    "电话": "phone",
    "证件号码": "id_number",
    "住址": "address",
    "问题描述": "problem",
    "诉求": "demand",
}
Cell = str | int | float | date


@dataclass(frozen=True)
class Value:
    """What stands for a name: in a cell of its own, and within other words."""

    cell: Cell
    text: str
    is_rate: bool = False


@dataclass(frozen=True)
class Offered:
    """A name of the list: what stands for it in the month, and in those it is compared with."""

    name: str
    values: tuple[str, ...]
    meaning: str


def said(name: str) -> str:
    """A name as it is looked up, however it was typed."""
    return re.sub(r"\s", "", name).replace(":", "：")


def values(report: MonthlyReport) -> dict[str, Value]:
    """Every name there is but those of a case, with what stands for it in that month."""
    found = {name: _worded(told) for name, (told, _) in _words(report).items()}
    found[STORY] = _worded(report.story)
    for one in report.measures:
        for period, share in zip(("", *PERIODS), _shares(one), strict=True):
            found |= dict(_of_share(_name(one), period, share, one.sort))
    return found


def rows(report: MonthlyReport) -> Mapping[str, list[dict[str, Value]]]:
    """For each mark what stands in its rows for the names of a case."""
    return {
        "#台账": [_of_case(at, one) for at, one in enumerate(report.ledger, start=1)],
        "#结转": [_of_case(at, one) for at, one in enumerate(report.carried, start=1)],
    }


def names_of_a_case(*, full: bool) -> frozenset[str]:
    return frozenset(_OF_A_CASE | _OF_A_PERSON if full else _OF_A_CASE)


def offered(report: MonthlyReport) -> list[Offered]:
    """The names as they are listed, a figure with all its periods in one line."""
    known = values(report)
    words = [
        Offered(name, (_worded(told).text,), meaning)
        for name, (told, meaning) in _words(report).items()
    ]
    figures = [
        Offered(
            _name(one),
            tuple(known["：".join((_name(one), *period))].text for period in ((), *zip(PERIODS))),
            one.meaning,
        )
        for one in report.measures
    ]
    story = Offered(STORY, (f"共 {len(report.story)} 字",), "封面上的情况说明，全文")
    marks = [Offered(mark, (), f"写在一行里，{what}占一行") for mark, what in MARKS.items()]
    of_rows = [Offered(name, (), "写在台账或结转的那一行里") for name in _OF_A_CASE]
    return [*words, story, *figures, *marks, *of_rows]


def _words(report: MonthlyReport) -> dict[str, tuple[Cell, str]]:
    first, centre = report.first, report.centre
    return {
        "中心": (centre.name, "中心的名称"),
        "窗口": (centre.window, "窗口的名称"),
        "报送单位": (centre.superior or "未填", "报给哪个单位"),
        "月份": (in_words(first), "报的是哪个月"),
        "年": (first.year, "报的月份的年"),
        "月": (first.month, "报的月份"),
        "月初": (first, "这个月的第一天"),
        "月末": (report.last, "这个月的最后一天"),
        "填报日期": (report.made_at.date(), "生成报表的日期"),
    }


def _name(measure: Measure) -> str:
    """Without the unit it is counted in."""
    return _UNIT.sub("", measure.name)


def _shares(one: Measure) -> tuple[Share | None, ...]:
    return one.now, one.before, one.last_year, one.year


def _of_share(
    name: str, period: str, share: Share | None, sort: Sort
) -> Iterator[tuple[str, Value]]:
    full = "：".join(filter(None, (name, period)))
    yield full, _figure(share, sort)
    if sort is not Sort.COUNT:
        for part, number in zip(
            PARTS, (share.part, share.whole) if share else (None, None), strict=True
        ):
            yield f"{full}：{part}", _worded(number)


def _figure(share: Share | None, sort: Sort) -> Value:
    if share is None or share.shown is None:
        return _worded(None)
    if sort is Sort.RATE:
        return Value(share.shown, share.percent, is_rate=True)
    if sort is Sort.MEAN:
        mean = round(share.shown, 1)
        return Value(mean, f"{mean:.1f}")
    return _worded(share.part)


def _worded(told: Cell | None) -> Value:
    if told is None or told == "":
        return Value(NOTHING, NOTHING)
    if isinstance(told, date):
        return Value(told, f"{told.year}年{told.month}月{told.day}日")
    return Value(told, str(told))


def _of_case(at: int, row: LedgerRow) -> dict[str, Value]:
    told = {name: _worded(getattr(row, field)) for name, field in _OF_A_CASE.items() if field}
    told["序号"] = _worded(at)
    if row.identity:
        told |= {
            name: _worded(getattr(row.identity, field)) for name, field in _OF_A_PERSON.items()
        }
    return told
