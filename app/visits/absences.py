"""When somebody or something of the visits is not to be had: leave, training, repair."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app import typed
from app.changes import Kind, saving
from app.errors import Invalid
from app.visits.rules import visit_rules
from models import Absence, Visit, VisitHelper, VisitKit, rows
from models.choices import HalfDay, VisitStatus


@dataclass(frozen=True, kw_only=True)
class AbsenceDraft:
    """Of a helper or of a kit, one of the two."""

    helper_id: int | None = None
    kit_id: int | None = None
    from_at: datetime
    to_at: datetime
    reason: str = ""


@dataclass(frozen=True)
class AbsenceEntry:
    id: int
    helper_id: int | None
    kit_id: int | None
    from_at: datetime
    to_at: datetime
    reason: str

    def meets(self, begin: datetime, end: datetime) -> bool:
        return self.from_at < end and begin < self.to_at


def problems(draft: AbsenceDraft) -> dict[str, str]:
    found = typed.overlong(draft, {"reason": 120})
    if (draft.helper_id is None) == (draft.kit_id is None):
        found["helper_id"] = "请选一位上门人员，或选一件设备。"
    if draft.to_at <= draft.from_at:
        found["to_at"] = "结束要晚于开始。"
    return found


def away(first: date, last: date, half: HalfDay | None = None) -> tuple[datetime, datetime]:
    """From when to when somebody is away for these days, both counted, or for a half of one."""
    noon = datetime.combine(first, visit_rules().morning_to)
    begin, end = datetime.combine(first, time()), datetime.combine(last, time()) + timedelta(days=1)
    if half is HalfDay.MORNING:
        return begin, noon
    return (begin if half is None else noon), end


def planned_then(draft: AbsenceDraft) -> int:
    """How many visits are planned with that helper or kit for that time."""
    taking = Visit.select(Visit.id).where(
        Visit.status == VisitStatus.PLANNED,
        Visit.starts_at < draft.to_at,
        Visit.ends_at > draft.from_at,
    )
    if draft.helper_id is not None:
        taking = taking.join(VisitHelper).where(VisitHelper.helper == draft.helper_id)
    else:
        taking = taking.join(VisitKit).where(VisitKit.kit == draft.kit_id)
    return int(taking.count())


def save_absence(draft: AbsenceDraft) -> int:
    """What is planned for that time already stays, and is shown as a clash."""
    if found := problems(draft):
        raise Invalid(found)
    with saving(Kind.VISITS):
        row = Absence.create(
            helper=draft.helper_id,
            kit=draft.kit_id,
            from_at=draft.from_at,
            to_at=draft.to_at,
            reason=typed.line(draft.reason),
        )
    return int(row.id)


def drop_absence(absence_id: int) -> None:
    """It was entered by mistake, or is over sooner."""
    with saving(Kind.VISITS):
        Absence.delete().where(Absence.id == absence_id).execute()


def list_absences(begin: date, end: date) -> Sequence[AbsenceEntry]:
    """Those that meet these days, both of them counted, in their order."""
    first = datetime.combine(begin, time())
    last = datetime.combine(end, time()) + timedelta(days=1)
    query = (
        Absence.select(
            Absence.id,
            Absence.helper.alias("helper_id"),
            Absence.kit.alias("kit_id"),
            Absence.from_at,
            Absence.to_at,
            Absence.reason,
        )
        .where(Absence.from_at < last, Absence.to_at > first)
        .order_by(Absence.from_at, Absence.id)
    )
    return rows(query, AbsenceEntry)


def in_words(one: AbsenceEntry) -> str:
    """11月25日上午, 11月25日全天, 11月25日—27日; else with its hours."""
    first, last = one.from_at, one.to_at - timedelta(minutes=1)
    halves = {away(first.date(), first.date(), half): half for half in (None, *HalfDay)}
    begin = f"{first.month}月{first.day}日"
    if (one.from_at, one.to_at) in halves:
        half = halves[one.from_at, one.to_at]
        return begin + (half.label if half else "全天")
    if (one.from_at, one.to_at) == away(first.date(), last.date()):
        end = f"{last.day}日" if last.month == first.month else f"{last.month}月{last.day}日"
        return f"{begin}—{end}"
    return f"{begin} {first:%H:%M}—{last.month}月{last.day}日 {one.to_at:%H:%M}"
