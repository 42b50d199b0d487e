"""The monthly report: figures, ledger, and what vouches for them."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from app.appraisal import Appraisal, appraise
from app.appraisal.quarter import quarter_of
from app.centre import CentreSettings, get_centre
from app.month import figures, ledger
from app.month.bad_word import BadWord
from app.month.bad_words import count_levels, list_bad
from app.month.breakdowns import Breakdown, breakdown, breakdowns, count_groups
from app.month.by_month import concluded_by_month, received_by_month
from app.month.closed import Correction, Seal
from app.month.covered_groups import covered_groups
from app.month.covered_points import covered
from app.month.definitions import measure
from app.month.due_line import DueLine
from app.month.due_lines import list_due
from app.month.ledger_row import NO_UNIT, UNKNOWN, LedgerRow
from app.month.measures import Measure
from app.month.period import Period, month_of, next_month, previous_month
from app.month.since import first_record
from app.month.unit_lines import UnitLine, unit_lines
from app.visits.counts import VisitCounts, count_visits
from models.choices import Cause

_MONTHS = 12
_Counts = TypeVar("_Counts")


@dataclass(frozen=True)
class MonthCount:
    first: date
    received: int
    completed: int


@dataclass(frozen=True)
class Cross:
    """The month's cases by the unit in the lead and by cause, the most frequent of both first."""

    units: tuple[str, ...]
    causes: tuple[str, ...]
    counts: Mapping[tuple[str, str], int]

    def count(self, *, unit: str = "", cause: str = "") -> int:
        """Without a unit or a cause: of all of them."""
        return sum(
            number
            for (one, why), number in self.counts.items()
            if unit in {"", one} and cause in {"", why}
        )


@dataclass(frozen=True, kw_only=True)
class MonthlyReport:
    centre: CentreSettings
    period: Period
    made_at: datetime
    full: bool
    measures: tuple[Measure, ...]
    breakdowns: tuple[Breakdown, ...]
    months: tuple[MonthCount, ...]
    ledger: tuple[LedgerRow, ...]
    carried: tuple[LedgerRow, ...]
    cross: Cross
    visits: VisitCounts
    appraisal: Appraisal | None = None  # of the quarter up to the end of the month
    units: tuple[UnitLine, ...] = ()
    due: tuple[DueLine, ...] = ()
    levels: tuple[tuple[str, int], ...] = ()  # of what citizens said, the best first
    bad_words: tuple[BadWord, ...] = ()
    corrections: tuple[Correction, ...] = ()  # of closed months, told here for the first time
    story: str = ""  # the month in words
    checksum: str = ""  # over figures and rows, of what goes up
    seal: Seal | None = None  # where the month is closed

    @property
    def locked_at(self) -> datetime | None:
        return self.seal.at if self.seal else None

    @property
    def first(self) -> date:
        return self.period.first

    @property
    def last(self) -> date:
        """The last day of the month."""
        return next_month(self.first) - timedelta(days=1)

    @property
    def before(self) -> date:
        """The first day of the month before."""
        return previous_month(self.first)

    @property
    def over(self) -> bool:
        """Whether the month has passed; until then every figure may still change."""
        return self.period.today > self.last

    @property
    def zero(self) -> bool:
        """A month without any case is reported too (零报告)."""
        return not self.ledger

    @property
    def counts(self) -> tuple[Measure, ...]:
        return tuple(one for one in self.measures if one.is_count)

    @property
    def ratios(self) -> tuple[Measure, ...]:
        return tuple(one for one in self.measures if not one.is_count)

    @property
    def lacking(self) -> dict[str, int]:
        """How many cases lack what the tables count by."""
        found = {
            "性质": sum(row.nature == UNKNOWN for row in self.ledger),
            "成因": sum(row.cause == UNKNOWN for row in self.ledger),
            "牵头单位": sum(row.lead == NO_UNIT for row in self.ledger),
        }
        return {what: number for what, number in found.items() if number}

    def breakdown(self, name: str) -> Breakdown:
        return breakdown(self.breakdowns, name)

    def changes(self, one: Measure) -> tuple[float | None, float | None]:
        """Against the month before and that of last year; while the month goes on there are none,
        for part of it is not to be held against the whole of another."""
        if not self.over:
            return None, None
        return one.since(one.before), one.since(one.last_year)

    def figure(self, name: str) -> Measure:
        return next(one for one in self.measures if one.name == name)


def count_month(first: date, now: datetime, *, full: bool) -> MonthlyReport:
    """The month as it stood at its end, or stands now if it is not over; in one transaction."""
    return _report(month_of(first, now), now, full=full)


def _report(period: Period, now: datetime, *, full: bool) -> MonthlyReport:
    received = ledger.list_received(period, full=full)
    carried = ledger.list_carried(period, full=full)
    begun = first_record()
    groups = covered_groups(breakdowns(*_each(count_groups, period, begun, now)))
    due, bad = list_due(period), list_bad(period)
    return MonthlyReport(
        centre=get_centre(),
        period=period,
        made_at=now,
        full=full,
        measures=measure(*_each(figures.count, period, begun, now)),
        breakdowns=groups,
        units=unit_lines(period, breakdown(groups, "单位"), due, bad),
        due=due,
        levels=count_levels(period),
        bad_words=bad,
        months=_months(period, begun, now),
        ledger=received,
        carried=carried,
        cross=_cross(received),
        visits=count_visits(period.first, last_day(period)),
        appraisal=covered(appraise(quarter_of(period.first), now, period.until)),
    )


def last_day(period: Period) -> date:
    return (period.until - datetime.resolution).date()


def _each(
    count: Callable[[Period], _Counts], period: Period, begun: date | None, now: datetime
) -> tuple[_Counts, _Counts | None, _Counts | None, _Counts]:
    """Counted in the month, the month before, the same of last year, and the year so far; None
    where nothing was kept yet."""

    def of(first: date) -> _Counts | None:
        past = month_of(first, now)
        return count(past) if begun and begun < past.today else None

    return (
        count(period),
        of(previous_month(period.first)),
        of(period.first.replace(year=period.first.year - 1)),
        count(Period(period.first.replace(month=1), period.until)),
    )


def _months(period: Period, begun: date | None, now: datetime) -> tuple[MonthCount, ...]:
    """The last twelve months, the earlier ones as far as anything was kept."""
    firsts = [period.first]
    while len(firsts) < _MONTHS and begun and begun < firsts[0]:
        firsts.insert(0, previous_month(firsts[0]))
    whole = Period(firsts[0], month_of(period.first, now).until)
    received, concluded = received_by_month(whole), concluded_by_month(whole)
    return tuple(
        MonthCount(first, received[f"{first:%Y-%m}"], concluded[f"{first:%Y-%m}"])
        for first in firsts
    )


def _cross(rows: tuple[LedgerRow, ...]) -> Cross:
    units = Counter(row.lead for row in rows)
    causes = Counter({cause.label: 0 for cause in Cause.named()})
    causes.update(row.cause for row in rows)
    return Cross(
        tuple(unit for unit, _ in units.most_common()),
        tuple(cause for cause, _ in causes.most_common()),
        Counter((row.lead, row.cause) for row in rows),
    )
