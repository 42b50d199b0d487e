"""How a due date came about, told in lines that can be checked against a wall calendar."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

_WEEKDAYS = "一二三四五六日"
_STEP = re.compile(r"(?P<when>\S+(?: 周.)?) (?P<what>.+)")
_COUNTS = re.compile(r"[第加] [\d–]+ 个工作日|即办")


class Looked(NamedTuple):
    """A day that was looked at; a holiday's name where it is not what its weekday says."""

    day: date
    working: bool
    holiday: str | None


@dataclass(frozen=True)
class Step:
    """One line: when, what of it, and whether it counts."""

    when: str
    what: str
    counts: bool

    def __str__(self) -> str:
        return f"{self.when} {self.what}"


def read_step(line: str) -> Step:
    """A line as it was written; a day or a span of days, then what of it."""
    found = _STEP.fullmatch(line)
    if found is None:
        return Step("", line, counts=False)
    return Step(found["when"], found["what"], counts=bool(_COUNTS.search(found["what"])))


def explain(start: date, days: Sequence[Looked], count: int) -> Iterator[Step]:
    """The day of receipt, then the days looked at in runs of one kind, the last one due."""
    if count == 0:
        yield from _at_once(start, days)
        return
    yield Step(when(start, start, None), "收件，当天不算", counts=False)
    shown, done, due = start.year, 0, days[-1].day
    for run in _runs(days):
        first, last = run[0], run[-1]
        span = when(first.day, last.day, shown)
        shown = last.day.year
        if not first.working:
            yield Step(span, _skipped(run), counts=False)
            continue
        what = "" if first.holiday is None else "调休上班，"
        what += f"第 {_numbers(done + 1, done + len(run))} 个工作日"
        done += len(run)
        yield Step(span, what + (_due(first.day, due) if last.day == due else ""), counts=True)


def doubt(unknown_years: Iterable[int]) -> Iterator[Step]:
    for year in unknown_years:
        what = "放假安排还没有录入工作日历，只按周末和固定节日计算，日期暂定"
        yield Step(f"{year}年", what, counts=False)


def _at_once(start: date, days: Sequence[Looked]) -> Iterator[Step]:
    if len(days) == 1:
        yield Step(when(start, start, None), "收件，即办，当天到期", counts=True)
        return
    yield Step(when(start, start, None), "收件，这天不上班", counts=False)
    if skipped := days[1:-1]:
        first, last = skipped[0].day, skipped[-1].day
        yield Step(when(first, last, start.year), _skipped(skipped), counts=False)
    due = days[-1]
    what = "上班" if due.holiday is None else "调休上班"
    yield Step(when(due.day, due.day, days[-2].day.year), f"{what}，即办，当天到期", counts=True)


def _runs(days: Iterable[Looked]) -> Iterator[list[Looked]]:
    """Days off together, plain working days together, swapped ones apart from those."""
    for _, run in groupby(days, lambda each: (each.working, each.working and bool(each[2]))):
        yield list(run)


def _skipped(run: Sequence[Looked]) -> str:
    names = "、".join(dict.fromkeys(each.holiday for each in run if each.holiday))
    weekend = any(each.day.weekday() >= 5 for each in run)
    if not names:
        what = "周末" if weekend else "放假"
    else:
        what = f"{names}放假（含周末）" if weekend else f"{names}放假"
    return f"{what}，跳过 {len(run)} 天"


def _due(first: date, due: date) -> str:
    return "，到期" if first == due else f"，{due.month}月{due.day}日到期"


def _numbers(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def when(first: date, last: date, shown_year: int | None) -> str:
    """`2月14日 周六`, `2月24日—27日`; the year where another one was shown before."""
    year = "" if first.year == shown_year else f"{first.year}年"
    start = f"{year}{first.month}月{first.day}日"
    if first == last:
        return f"{start} 周{_WEEKDAYS[first.weekday()]}"
    if last.year != first.year:
        return f"{start}—{last.year}年{last.month}月{last.day}日"
    if last.month != first.month:
        return f"{start}—{last.month}月{last.day}日"
    return f"{start}—{last.day}日"
