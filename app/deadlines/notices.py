"""Reading a year's notice on holidays (放假安排), as published or typed a line a holiday.

二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。
2月14日（周六）、2月28日（周六）上班。
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from app import typed
from app.deadlines.calendar import SpecialDay

HOLIDAYS = ("元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆")
_LONGEST = 31  # days; a longer holiday is a slip of the pen
_WEEKDAYS = "一二三四五六日"
_YEAR = re.compile(r"(20\d\d)年")
_TITLE = re.compile(r"国务院办公厅关于20\d\d年部分节假日安排的通知")
_ISO = re.compile(r"(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_SHORT = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})(?!\d)")
_BARE_RANGE = re.compile(r"月(\d{1,2})(?=\s*[-~—–至到]+\s*\d{1,2}日)")
_DAY = re.compile(r"(?:(20\d\d)年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?")
_TO = re.compile(r"\s*(?:[-~—–至到]+)\s*")
_COUNT = re.compile(r"共(\d{1,2})天")
_NAME = re.compile(r"(?:[一二三四五六七八九十]+、|\d{1,2}[、.])?\s*([^:\d()]{1,20}):")
_KINDS = (("补班", "上班"), ("休息", "放假"))
_NO_NAME = re.compile(r"放假|上班|调休|不调|休|班|共\d+天|\d+天|[^\u4e00-\u9fff]")


@dataclass(frozen=True)
class NoticeLine:
    """What was understood of a line; one with a problem keeps the year from being saved."""

    line: int
    text: str
    days: tuple[SpecialDay, ...] = ()
    problem: str = ""
    note: str = ""


class _Wrong(Exception):
    """Says what is wrong with the line being read."""


class _Said(NamedTuple):
    day: date
    end: int  # where in the text the day ends


def year_of(text: str) -> int | None:
    """The year a notice is for, as its title says it."""
    found = _YEAR.search(typed.half_width(text))
    return int(found[1]) if found else None


def source_of(text: str) -> str:
    """The notice's own title where it stands in the text."""
    found = _TITLE.search(typed.line(text))
    return found[0] if found else "手工录入"


def read_notice(text: str, year: int) -> list[NoticeLine]:
    """Every line that names a day; days of another year are left to that year."""
    read: list[NoticeLine] = []
    taken: dict[date, SpecialDay] = {}
    for number, raw in enumerate(text.splitlines(), start=1):
        words = _plain(raw)
        if not _DAY.search(words):
            continue
        one = _line(number, typed.line(raw), words, year)
        clash = [day for day in one.days if taken.setdefault(day.day, day).working != day.working]
        if clash:
            said = f"{clash[0].day.month}月{clash[0].day.day}日"
            one = replace(one, days=(), problem=f"{said}又放假又上班，请核对。")
        read.append(one)
    return read


def days_of(lines: Sequence[NoticeLine]) -> list[SpecialDay]:
    """Each day once, in order."""
    found = {day.day: day for line in lines for day in line.days}
    return [found[day] for day in sorted(found)]


def not_named(lines: Sequence[NoticeLine]) -> list[str]:
    """The holidays of every year that no line speaks of."""
    names = "".join(day.note for line in lines for day in line.days)
    return [name for name in HOLIDAYS if name not in names]


def _plain(raw: str) -> str:
    """With dates in one form, however they were written."""
    words = typed.half_width(typed.line(raw))
    words = _SHORT.sub(r"\1月\2日", _ISO.sub(r"\1年\2月\3日", words))
    words = _BARE_RANGE.sub(r"月\1日", words)
    for other, kind in _KINDS:
        words = words.replace(other, kind)
    return words


def _line(number: int, text: str, words: str, year: int) -> NoticeLine:
    named = _NAME.match(words)
    name = named[1].strip() if named else _leftover(words)
    try:
        days = [day for part in re.split("[。;]", words) for day in _sentence(part, year, name)]
    except _Wrong as wrong:
        return NoticeLine(number, text, problem=str(wrong))
    here = tuple(day for day in days if day.day.year == year)
    note = "" if len(here) == len(days) else f"{len(days) - len(here)} 天不在 {year} 年，没有计入。"
    return NoticeLine(number, text, here, note=note)


def _leftover(words: str) -> str:
    """The holiday's name where no colon follows it: what is neither a date nor said of it."""
    return _NO_NAME.sub("", _DAY.sub("", words))[:20] or "放假"


def _sentence(words: str, year: int, name: str) -> Iterator[SpecialDay]:
    """`…放假…` and `…上班`: dates belong to the word that follows them."""
    parts = re.split("(放假|上班)", words)
    off = 0
    for place in range(0, len(parts), 2):
        working = place + 1 < len(parts) and parts[place + 1] == "上班"
        for day in _days(parts[place], year):
            off += not working
            yield SpecialDay(day, working, name)
    if (count := _COUNT.search(words)) and off != int(count[1]):
        raise _Wrong(f"写着共 {count[1]} 天，算出来是 {off} 天，请核对。")


def _days(words: str, year: int) -> Iterator[date]:
    """Single days and runs of days; a day without month or year has those of the one before."""
    before: _Said | None = None
    for found in _DAY.finditer(words):
        day = _day(found, before.day if before else date(year, 1, 1))
        to = before is not None and _TO.fullmatch(words, before.end, found.start())
        if before is not None and to:
            if day < before.day and not found[1]:
                day = day.replace(year=day.year + 1)
            if not timedelta(0) < day - before.day < timedelta(days=_LONGEST):
                raise _Wrong(f"“{found[0]}”之前的起止日期不对，请核对。")
            first = before.day + timedelta(days=1)
            yield from (first + timedelta(days=n) for n in range((day - before.day).days))
        else:
            yield day
        before = _Said(day, found.end())


def _day(found: re.Match[str], before: date) -> date:
    year, month = int(found[1] or before.year), int(found[2] or before.month)
    try:
        day = date(year, month, int(found[3]))
    except ValueError as error:
        raise _Wrong(f"没有{month}月{found[3]}日这一天，请核对。") from error
    weekday = re.search(r"(?:周|星期)([一二三四五六日天])", found[4] or "")
    if weekday and weekday[1].replace("天", "日") != _WEEKDAYS[day.weekday()]:
        said = f"{year}年{month}月{day.day}日是周{_WEEKDAYS[day.weekday()]}"
        raise _Wrong(f"{said}，不是周{weekday[1]}，请核对年份。")
    return day
