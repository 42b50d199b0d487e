"""The month in words, drafted from its figures: what they say, and no more.

What is compared is told in cases, not in percent: of few cases a percentage says little. That fewer
cases came is told as the good news it is; why they did, the figures do not know.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from app.month.ledger_row import NO_UNIT, UNKNOWN, LedgerRow, Standing
from app.month.measures import Measure, Share, Sort
from app.month.report import MonthlyReport

FEW = 5  # of fewer cases than that no distribution is told
FREQUENT = 10  # a name that not one in so many has is not frequent
ALIKE = 3  # cases of one matter and one cause are worth a common answer (推断)
_ACTS = ("延期（次）", "退单（次）", "催办（次）", "督办（次）")
_DROPPED = ("不予受理（件）", "撤回（件）", "重新办理（件）")
_RATES = ("办结率", "按时办结率", "当天办结率")
_COMPARED = (
    "受理（件）",
    "办结（件）",
    "平均用时（工作日）",
    "受理前跑动（次）",
    "受理后跑动（次）",
)
_FEWER = "来反映的少了是好事：窗口的成效不看件数，看事情在普通窗口能不能一次办成。"


def draft(report: MonthlyReport) -> str:
    """Four short parts, a heading and a paragraph each."""
    parts = (
        ("一、基本情况", _situation(report)),
        ("二、环比和同比", _comparison(report)),
        ("三、热点和难点", _hot(report)),
        ("四、一类事", _alike(report)),
    )
    return "\n".join(f"{heading}\n{''.join(sentences)}" for heading, sentences in parts)


def _situation(report: MonthlyReport) -> Iterator[str]:
    completed, left, late = (
        _count(report, name) for name in ("办结（件）", "期末在办（件）", "已逾期")
    )
    end = "截至月末" if report.over else "截至生成报表时"
    came = "没有受理反映件（零报告）" if report.zero else f"受理{_count(report, '受理（件）')}件"
    yield f"本月{came}，办结{completed}件；{end}在办{left}件，其中已逾期{late}件。"
    if rates := [one for name in _RATES if (one := _rate(report, name))]:
        yield f"{'，'.join(rates)}。"
    for names in (_DROPPED, _ACTS):
        if told := [f"{_bare(name)}{n}{_unit(name)}" for name, n in _some(report, names)]:
            yield f"{'、'.join(told)}。"
    yield f"接待{_count(report, '接待（人次）')}人次。"
    if visits := _count(report, "上门（次）"):
        yield f"上门{visits}次，办成{report.figure('上门办成率').now.part}次。"
    yield from _opinions(report)


def _opinions(report: MonthlyReport) -> Iterator[str]:
    rated, unrated = _count(report, "评价（次）"), _count(report, "未评价（件）")
    silent = f"，办结的件中有{unrated}件没有评价" if unrated else ""
    if rated:
        yield f"收到评价{rated}次，{_rate(report, '满意率')}{silent}。"
    elif unrated:
        yield f"办结的{unrated}件都还没有评价。"
    if told := _rate(report, "差评整改率"):
        yield f"{told}。"


def _comparison(report: MonthlyReport) -> Iterator[str]:
    if not report.over:
        yield "本月未完，暂不和以前整月的数比较。"
        return
    measures = [report.figure(name) for name in _COMPARED]
    said = [one for each in measures if (one := _compared(each))]
    yield f"{'；'.join(said)}。" if said else "以前没有登记资料，不作比较。"
    received = measures[0]
    if any((received.since(past) or 0) < 0 for past in (received.before, received.last_year)):
        yield _FEWER


def _compared(measure: Measure) -> str:
    """By how much it is more or less than a month and a year ago."""
    told = []
    for name, past in (("上月", measure.before), ("去年同月", measure.last_year)):
        change = measure.since(past)
        if change is None:
            continue
        word = "增加" if change > 0 else "减少"
        by = f"{abs(change):g}{_unit(measure.name)}"
        told.append(f"比{name}{word}{by}" if change else f"与{name}持平")
    return f"{_bare(measure.name)}{_said(measure)}，{'，'.join(told)}" if told else ""


def _hot(report: MonthlyReport) -> Iterator[str]:
    rows = report.ledger
    if len(rows) < FEW:
        yield (
            "本月没有受理反映件。"
            if report.zero
            else (f"本月受理{len(rows)}件，件数少，不作分布分析，逐件见“明细台账”。")
        )
    else:
        yield from _most("成因", [row.cause for row in rows], UNKNOWN)
        yield from _most("事项", [row.matter for row in rows], "")
        yield from _most("牵头单位", [row.lead for row in rows], NO_UNIT)
    late = [one for one in (*report.carried, *rows) if one.standing is Standing.OVERDUE]
    if late:
        units = "、".join(f"{unit}{n}件" for unit, n in Counter(_leads(late)).most_common())
        yield f"期末已逾期的{len(late)}件：{units}。"


def _most(what: str, names: Sequence[str], unknown: str) -> Iterator[str]:
    """The two that come most often; what hardly any has is not frequent."""
    found = Counter(name for name in names if name != unknown).most_common(2)
    whole = len(names)
    often = [(name, n) for name, n in found if n > 1 and n * FREQUENT >= whole]
    told = [f"“{name}”（{n}/{whole}件，{Share(n, whole).percent}）" for name, n in often]
    if told:
        yield f"{what}以{'、'.join(told)}为多。"


def _alike(report: MonthlyReport) -> Iterator[str]:
    pairs = Counter((row.matter, row.cause) for row in report.ledger if row.cause != UNKNOWN)
    often = [(pair, n) for pair, n in pairs.most_common() if n >= ALIKE]
    if not often:
        yield f"本月没有同一事项、同一成因反映{ALIKE}件以上的。"
        return
    told = "；".join(f"“{matter}”因“{cause}”的{n}件" for (matter, cause), n in often)
    yield f"同一事项、同一成因反复出现的：{told}。建议同牵头单位研究，定成一类事的办法。"


def _leads(rows: Sequence[LedgerRow]) -> list[str]:
    return [row.lead for row in rows]


def _count(report: MonthlyReport, name: str) -> int:
    return report.figure(name).now.part or 0


def _some(report: MonthlyReport, names: Sequence[str]) -> list[tuple[str, int]]:
    return [(name, n) for name in names if (n := _count(report, name))]


def _rate(report: MonthlyReport, name: str) -> str:
    """With what it is a rate of; nothing where that is nothing."""
    now = report.figure(name).now
    return f"{name}{now.part}/{now.whole}（{now.percent}）" if now.whole else ""


def _said(measure: Measure) -> str:
    value = measure.now.value
    if value is None:
        return "—"
    return f"{value:.1f}{_unit(measure.name)}" if measure.sort is Sort.MEAN else f"{value:g}件"


def _bare(name: str) -> str:
    return name.partition("（")[0]


def _unit(name: str) -> str:
    """What is counted, as the name of the figure has it in brackets."""
    unit = name.partition("（")[2].removesuffix("）")
    return "个工作日" if unit == "工作日" else unit
