"""The month in words, drafted from its figures: what they say, and no more."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from app.month.ledger_row import NO_UNIT, UNKNOWN, Standing
from app.month.measures import Share
from app.month.report import MonthlyReport
from app.month.story_compared import bare, compare, unit
from models.choices import Cause

FEW = 5  # of fewer cases than that no distribution is told
FREQUENT = 10  # a name that not one in so many has is not frequent
ALIKE = 3  # cases of one matter and one cause are worth a common answer (推断)
MOST = 8  # of a list that may be as long as the store has units or matters
_ACTS = ("延期（次）", "退单（次）", "催办（次）", "督办（次）")
_DROPPED = ("不予受理（件）", "撤回（件）", "重新办理（件）")
_RATES = ("办结率", "按时办结率", "当天办结率")
_NO_CAUSES = (UNKNOWN, Cause.OTHER.label)  # nothing in common with others of the same name


def draft(report: MonthlyReport) -> str:
    """Four short parts, a heading and a paragraph each."""
    parts = (
        ("一、基本情况", _situation(report)),
        ("二、环比和同比", compare(report)),
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
    done = f"办结{completed}件" if completed else "没有办结的件"
    overdue = f"其中已逾期{late}件" if late else "没有逾期的"
    under_way = f"在办{left}件，{overdue}" if left else "没有在办的件"
    yield f"本月{came}，{done}；{end}{under_way}。"
    if rates := [one for name in _RATES if (one := _rate(report, name))]:
        yield f"{'，'.join(rates)}。"
    for names in (_DROPPED, _ACTS):
        if told := [f"{bare(name)}{n}{unit(name)}" for name, n in _some(report, names)]:
            yield f"{'、'.join(told)}。"
    visitors = _count(report, "接待（人次）")
    yield f"接待{visitors}人次。" if visitors else "没有接待记录。"
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


def _hot(report: MonthlyReport) -> Iterator[str]:
    rows = report.ledger
    if len(rows) < FEW:
        yield (
            "本月没有受理反映件。"
            if report.zero
            else (f"本月受理{len(rows)}件，件数少，不作分布分析，逐件见“明细台账”。")
        )
    else:
        yield from _most("成因", [row.cause for row in rows], _NO_CAUSES)
        yield from _most("事项", [row.matter for row in rows], ())
        yield from _most("牵头单位", [row.lead for row in rows], (NO_UNIT,))
    late = [one for one in (*report.carried, *rows) if one.standing is Standing.OVERDUE]
    if late:
        leads = Counter(one.lead for one in late)
        units = [f"{_lead(unit)}{n}件" for unit, n in leads.most_common()]
        yield f"期末已逾期的{len(late)}件：{_listed(units, '、', '家')}。"


def _most(what: str, names: Sequence[str], unknown: Collection[str]) -> Iterator[str]:
    """The two that come most often; what hardly any has is not frequent."""
    found = Counter(name for name in names if name not in unknown).most_common(2)
    whole = len(names)
    often = [(name, n) for name, n in found if n > 1 and n * FREQUENT >= whole]
    told = [f"“{name}”（{n}/{whole}件，{Share(n, whole).percent}）" for name, n in often]
    if told:
        yield f"{what}以{'、'.join(told)}为多。"


def _alike(report: MonthlyReport) -> Iterator[str]:
    known = (row for row in report.ledger if row.cause not in _NO_CAUSES)
    pairs = Counter((row.matter, row.cause) for row in known)
    often = [(pair, n) for pair, n in pairs.most_common() if n >= ALIKE]
    if not often:
        yield f"本月没有同一事项、同一成因反映{ALIKE}件以上的。"
        return
    told = [f"“{matter}”因“{cause}”的{n}件" for (matter, cause), n in often]
    yield f"同一事项、同一成因反复出现的：{_listed(told, '；', '类')}。"
    yield "建议同牵头单位研究，定成一类事的办法。"


def _listed(told: Sequence[str], between: str, unit: str) -> str:
    """The first ones, and how many there are where that is not all."""
    more = f"等{len(told)}{unit}" if len(told) > MOST else ""
    return between.join(told[:MOST]) + more


def _lead(unit: str) -> str:
    return "没有定牵头单位的" if unit == NO_UNIT else unit


def _count(report: MonthlyReport, name: str) -> int:
    return report.figure(name).now.part or 0


def _some(report: MonthlyReport, names: Sequence[str]) -> list[tuple[str, int]]:
    return [(name, n) for name in names if (n := _count(report, name))]


def _rate(report: MonthlyReport, name: str) -> str:
    """With what it is a rate of; nothing where that is nothing."""
    now = report.figure(name).now
    return f"{name}{now.part}/{now.whole}（{now.percent}）" if now.whole else ""
