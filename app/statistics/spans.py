"""The stretches of time one looks at, and the same stretch a year before."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.month.period import Period, in_words, previous_month
from models.choices import Choice


class Stretch(Choice):
    THIS_MONTH = "this_month", "本月"
    THREE_MONTHS = "three_months", "近3月"
    TWELVE_MONTHS = "twelve_months", "近12月"
    THIS_YEAR = "this_year", "本年"
    LAST_YEAR = "last_year", "去年"


_MONTHS_BACK = {Stretch.THIS_MONTH: 0, Stretch.THREE_MONTHS: 2, Stretch.TWELVE_MONTHS: 11}


@dataclass(frozen=True)
class Span:
    """From one day to another, both of them counted."""

    first: date
    last: date

    @property
    def after(self) -> date:
        return self.last + timedelta(days=1)

    def __str__(self) -> str:
        if self.first.day == 1 and self.after.day == 1:
            return _said_in_months(self.first, self.last)
        return f"{self.first:%Y-%m-%d}至{self.last:%Y-%m-%d}"


def _said_in_months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return in_words(first)
    if first.year != last.year:
        return f"{in_words(first)}至{in_words(last)}"
    whole = (first.month, last.month) == (1, 12)
    return f"{first.year}年" if whole else f"{first.year}年{first.month}—{last.month}月"


def span_of(stretch: Stretch, today: date) -> Span:
    if stretch is Stretch.LAST_YEAR:
        return Span(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))
    first = today.replace(day=1)
    if stretch is Stretch.THIS_YEAR:
        return Span(first.replace(month=1), today)
    for _ in range(_MONTHS_BACK[stretch]):
        first = previous_month(first)
    return Span(first, today)


def problems(first: date | None, last: date | None, today: date) -> dict[str, str]:
    """What is wrong with a stretch that was typed."""
    found = {}
    if first is None:
        found["first"] = "填从哪天起"
    elif first > today:
        found["first"] = "还没有到这一天"
    if last is None:
        found["last"] = "填到哪天止"
    elif first is not None and last < first:
        found["last"] = "不能早于开始的那天"
    return found


def period_of(span: Span, now: datetime) -> Period:
    """As far as it has gone: what happens in this very moment still belongs to it."""
    return Period(span.first, min(datetime.combine(span.after, time()), now + datetime.resolution))


def year_before(period: Period) -> Period:
    """Of the same days; of the 29th of February the day before."""
    back = a_year_before(period.today)
    return Period(a_year_before(period.first), datetime.combine(back, period.until.time()))


def a_year_before(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)
