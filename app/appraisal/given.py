"""The shares of cases that something may have happened to in a stretch of time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from peewee import JOIN

from app.appraisal.happenings import Span, Units
from app.deadlines.calendar import work_calendar
from models import Case, CaseUnit, Closing, Matter
from models.choices import ShareState, UnitRole

_LONGEST_HOLIDAY = timedelta(days=20)  # from a due date to the first working day after it
_NEVER_GIVEN = (ShareState.PLANNED, ShareState.CALLED_OFF)


@dataclass(frozen=True, kw_only=True)
class Given:
    """A share that was given to its unit; `end` is when the unit no longer had it."""

    id: int
    case_id: int
    unit: str
    role: UnitRole
    state: ShareState
    sent_at: datetime
    due_on: date | None
    replied_at: datetime | None
    returned_at: datetime | None
    return_reason: str
    paused_at: datetime | None
    matter_unit: str  # whose business the matter is; empty where that is not known
    end: datetime | None

    @property
    def late_at(self) -> datetime | None:
        """The first working day too many, if it came; while its case waits nobody is late."""
        if self.due_on is None or self.state is ShareState.RETURNED:
            return None
        day = work_calendar().next_working(self.due_on + timedelta(days=1))
        in_time = self.end is not None and self.end.date() < day
        waits = self.end is None and self.paused_at is not None and self.paused_at.date() < day
        return None if in_time or waits else datetime.combine(day, time())


def given_in(span: Span, units: Units) -> list[Given]:
    """All shares of every case of which a share was given, due, answered or returned then."""
    found = list(_rows(span))
    ends = _ends({row["case"] for row in found})
    return [_given(row, units, ends.get(row["case"], ())) for row in found]


def cases_of(shares: Iterable[Given], span: Span) -> Iterator[tuple[str, int]]:
    """Unit and case of every share that was given, answered, returned or late then."""
    for one in shares:
        if any(map(span.holds, (one.sent_at, one.replied_at, one.returned_at, one.late_at))):
            yield one.unit, one.case_id


def _rows(span: Span) -> Iterator[Mapping[str, Any]]:
    columns = (
        "id case unit name role state sent_at due_on replied_at returned_at return_reason".split()
    )
    query: Any = (
        CaseUnit.select(
            *(getattr(CaseUnit, name) for name in columns),
            Case.paused_at,
            Case.dropped_at,
            Matter.unit.alias("matter_unit"),
        )
        .join(Case)
        .join(Matter, JOIN.LEFT_OUTER)
        .where(
            CaseUnit.case.in_(_touched(span)),
            CaseUnit.role != UnitRole.TRIED,
            CaseUnit.state.not_in(_NEVER_GIVEN),
        )
        .order_by(CaseUnit.id)
        .dicts()
    )
    yield from query


def _touched(span: Span) -> Any:
    """One look at an index for each kind of moment."""
    given = CaseUnit.sent_at.is_null(is_null=False)
    due_from = span.start.date() - _LONGEST_HOLIDAY
    moments = (CaseUnit.sent_at, CaseUnit.replied_at, CaseUnit.returned_at)
    conditions = [(moment >= span.start) & (moment < span.until) for moment in moments]
    conditions.append((CaseUnit.due_on >= due_from) & (CaseUnit.due_on < span.until.date()))
    first, *others = (CaseUnit.select(CaseUnit.case).where(given, one) for one in conditions)
    for one in others:
        first |= one
    return first


def _ends(cases: set[int]) -> Mapping[int, Sequence[datetime]]:
    """When each case came to an end, round after round."""
    found: dict[int, list[datetime]] = {}
    for some in _in_parts(sorted(cases)):
        query: Any = Closing.select(Closing.case, Closing.at).where(Closing.case.in_(some))
        for case_id, at in query.tuples():
            found.setdefault(case_id, []).append(at)
    return found


def _in_parts(ids: Sequence[int], size: int = 5000) -> Iterator[Sequence[int]]:
    """SQLite takes 32,766 values in a statement."""
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


def _given(row: Mapping[str, Any], units: Units, ends: Sequence[datetime]) -> Given:
    others = ("case", "unit", "name", "matter_unit", "dropped_at")
    kept = {name: row[name] for name in row if name not in others}
    closed = min((at for at in ends if at >= row["sent_at"]), default=row["dropped_at"])
    return Given(
        **kept,
        case_id=row["case"],
        unit=units.named(row["unit"], row["name"]),
        matter_unit=units.named(row["matter_unit"], ""),
        end=row["returned_at"] or row["replied_at"] or closed,
    )
