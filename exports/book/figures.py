"""How figures are written on every sheet: a ratio never without what it is a ratio of."""

from datetime import date, datetime

from app.month import Measure, MonthlyReport, Share, Sort
from exports.book.look import COUNT, DASH, DECIMAL, MORE, MORE_DAYS, POINTS, RATIO

FORMATS = {Sort.COUNT: COUNT, Sort.MEAN: DECIMAL, Sort.RATE: RATIO}
CHANGES = {Sort.COUNT: MORE, Sort.MEAN: MORE_DAYS, Sort.RATE: POINTS}


def known(value: float | None) -> float | str:
    return DASH if value is None else value


def value(share: Share | None) -> float | str:
    """The figure itself; a ratio of nothing is a dash."""
    return DASH if share is None else known(share.shown)


def parts(share: Share | None) -> tuple[float | str, float | str, float | str]:
    """What is divided, by what, and what comes out."""
    if share is None:
        return DASH, DASH, DASH
    return known(share.part), known(share.whole), value(share)


def of(measure: Measure) -> str:
    """The figure of the month in words: 34/41（82.9%）, or 41."""
    now = measure.now
    if now.whole is None:
        return str(known(now.part))
    return f"{now.part}/{now.whole}（{now.percent or DASH}）"


def month(first: date) -> str:
    return f"{first.year}年{first.month}月"


def month_name(report: MonthlyReport) -> str:
    return month(report.first)


def day(on: date) -> str:
    return f"{on.year}年{on.month}月{on.day}日"


def moment(at: datetime) -> str:
    return f"{day(at)}{at.hour}时{at.minute:02d}分"
