"""Days and hours as people type and read them."""

import re
from datetime import date, datetime, time, timedelta
from unicodedata import normalize

WEEKDAYS = "一二三四五六日"
NEAR = {"前天": -2, "昨天": -1, "今天": 0, "明天": 1, "后天": 2}
WHOLE = re.compile(r"(\d{4})(\d{2})(\d{2})|(\d{4})[-/.年 ](\d{1,2})[-/.月 ](\d{1,2})日?")
SHORT = re.compile(r"(\d{2})(\d{2})|(\d{1,2})[-/.月 ](\d{1,2})日?")
ALONE = re.compile(r"(\d{1,2})日?")
HOUR = re.compile(
    r"(\d{1,2}):(\d{1,2})(?::\d{1,2})?|(\d{1,2})[点时](?:(\d{1,2})分?)?|(\d{2})(\d{2})"
)


def say_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def say_weekday(day: date) -> str:
    return f"周{WEEKDAYS[day.weekday()]}"


def say_near_day(day: date, today: date) -> str:
    """As people say it: 今天, 明天, 11月27日; with its year where it is another one."""
    near = {today + timedelta(days=step): word for word, step in NEAR.items()}
    if day in near:
        return near[day]
    return f"{day.month}月{day.day}日" if day.year == today.year else say_day(day)


def say_moment(moment: datetime) -> str:
    return f"{say_day(moment.date())} {moment:%H:%M}"


def read_day(typed: str, today: date) -> date | None:
    """A day in any usual writing; without a year it is the nearest such day.

    A day that does not exist (2月30日) is None, like whatever is no day at all.
    """
    text = normalize("NFKC", typed).strip()
    if text in NEAR:
        return today + timedelta(days=NEAR[text])
    if found := WHOLE.fullmatch(text):
        year, month, day = (int(part) for part in found.groups() if part is not None)
        return _day(year, month, day)
    if found := SHORT.fullmatch(text):
        month, day = (int(part) for part in found.groups() if part is not None)
        near = [_day(today.year + step, month, day) for step in (-1, 0, 1)]
        real = [one for one in near if one is not None]
        return min(real, key=lambda one: abs(one - today), default=None)
    if found := ALONE.fullmatch(text):
        return _day(today.year, today.month, int(found[1]))
    return None


def read_moment(typed: str, now: datetime) -> datetime | None:
    """A day and an hour; an hour alone is today's, a day alone keeps the hour of `now`."""
    text = normalize("NFKC", typed).strip()
    if (hour := _hour(text)) is not None and not _is_day(text):
        return datetime.combine(now.date(), hour, now.tzinfo)
    for cut in [place for place, sign in enumerate(text) if sign in " T"][::-1]:
        day, hour = read_day(text[:cut], now.date()), _hour(text[cut + 1 :].strip())
        if day is not None and hour is not None:
            return datetime.combine(day, hour, now.tzinfo)
    alone = read_day(text, now.date())
    at = now.time().replace(second=0, microsecond=0)
    return datetime.combine(alone, at, now.tzinfo) if alone is not None else None


def read_hour(typed: str) -> time | None:
    """An hour by itself, as 9:30; None for whatever is none."""
    return _hour(normalize("NFKC", typed).strip())


def _is_day(text: str) -> bool:
    """Four digits alone are a month and a day if there is such a day: 1122 but 2030."""
    return text.isdecimal() and _day(2000, int(text[:2]), int(text[2:] or 0)) is not None


def _hour(text: str) -> time | None:
    if not (found := HOUR.fullmatch(text)):
        return None
    hour, minute = (int(part) for part in [*(p for p in found.groups() if p), "0"][:2])
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
