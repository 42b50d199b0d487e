"""What became more and less, in words.

It is told in cases, not in percent: of few cases a percentage says little. That fewer came is good
news only where people did not run more before they came: then the ordinary windows got done what
they used to come here for.
"""

from collections.abc import Iterator

from app.month.measures import Measure, Sort
from app.month.report import MonthlyReport

_COMPARED = (
    "受理（件）",
    "办结（件）",
    "平均用时（工作日）",
    "受理前跑动（次）",
    "受理后跑动（次）",
)
_MEAN = "平均"
_RAN = "受理前跑动（次）"
_TAKEN_OVER = "受理前跑动的次数没有增加，看来普通窗口多办成了，是好事。"
_RAN_MORE = "受理前跑动的次数却增加了，不能就当作好事，要查是不是有人跑了几趟还没有来反映。"
_UNKNOWN_WHY = "受理前跑动没有登记可比，是不是普通窗口多办成了，要核实以后再说。"


def compare(report: MonthlyReport) -> Iterator[str]:
    if not report.over:
        yield "本月未完，暂不和以前整月的数比较。"
        return
    measures = [report.figure(name) for name in _COMPARED]
    said = [one for each in measures if (one := _compared(each))]
    yield f"{'；'.join(said)}。" if said else "以前没有登记资料，不作比较。"
    yield from _fewer(measures[0], report.figure(_RAN))


def _fewer(received: Measure, ran: Measure) -> Iterator[str]:
    """What to make of it that fewer came, as far as the figures know."""
    pasts = (
        ("上月", received.since(received.before), ran.since(ran.before)),
        ("去年同月", received.since(received.last_year), ran.since(ran.last_year)),
    )
    fewer = [(name, trips) for name, cases, trips in pasts if cases is not None and cases < 0]
    known = [trips for _, trips in fewer if trips is not None]
    if not fewer:
        return
    why = _UNKNOWN_WHY
    if known:
        why = _RAN_MORE if max(known) > 0 else _TAKEN_OVER
    yield f"来反映的比{'、'.join(name for name, _ in fewer)}少，{why}"


def _compared(measure: Measure) -> str:
    """By how much it is more or less than a month and a year ago."""
    told = []
    for name, past in (("上月", measure.before), ("去年同月", measure.last_year)):
        change = measure.since(past)
        if change is None:
            continue
        word = "增加" if change > 0 else "减少"
        by = f"{abs(change):g}{unit(measure.name)}"
        told.append(f"比{name}{word}{by}" if change else f"与{name}持平")
    name = bare(measure.name)
    if measure.sort is Sort.MEAN and not name.startswith(_MEAN):
        name = f"{_MEAN}{name}"
    return f"{name}{_said(measure)}，{'，'.join(told)}" if told else ""


def _said(measure: Measure) -> str:
    value = measure.now.value
    if value is None:
        return "—"
    number = round(value, 1) if measure.sort is Sort.MEAN else value
    return f"{number:g}{unit(measure.name)}"


def bare(name: str) -> str:
    return name.partition("（")[0]


def unit(name: str) -> str:
    """What is counted, as the name of the figure has it in brackets."""
    unit = name.partition("（")[2].removesuffix("）")
    return "个工作日" if unit == "工作日" else unit
