"""The shares of a case: which unit has what to do, how far it is, and for how long it has it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.cases.registry import get_row
from app.deadlines.calendar import due, work_calendar
from app.deadlines.clocks import contact_by, rules_of
from app.deadlines.time_rules import TimeRulesRecord
from models import LIVING, Case, CaseUnit, Reminder, Unit, quick
from models.choices import ShareState, UnitRole, Urge

GIVEN = CaseUnit.sent_at.is_null(is_null=False) & LIVING
OPEN = (ShareState.SENT, ShareState.SIGNED)  # the unit has not answered yet
GONE = (ShareState.RETURNED, ShareState.CALLED_OFF)


@dataclass(frozen=True, kw_only=True)
class Share:
    """A unit's share; `held` counts the working days until it answered or gave it back."""

    id: int
    unit: str
    role: UnitRole
    state: ShareState
    item: str  # empty: the whole matter
    sent_at: datetime | None
    sign_by: date | None
    due_on: date | None
    signed_at: datetime | None
    signed_by: str
    contact_by: date | None
    contacted_at: datetime | None
    replied_at: datetime | None
    reply: str
    whole: bool | None
    basis_cited: bool | None
    returned_at: datetime | None
    return_reason: str
    held: int | None
    late: bool
    reminders: int
    supervisions: int
    liaison: str
    phone: str
    head: str
    head_phone: str

    @property
    def living(self) -> bool:
        """Neither returned nor called off."""
        return self.state not in GONE


def list_shares(case_id: int, today: date) -> list[Share]:
    """Planned, given and gone, the lead first and those that are gone last."""
    case = get_row(case_id)
    rules, urged = rules_of(case), _urged(case_id)
    query = (
        CaseUnit.select(CaseUnit, Unit)
        .left_outer_join(Unit)
        .where(CaseUnit.case == case_id, CaseUnit.role != UnitRole.TRIED)
        .order_by(
            CaseUnit.state.in_(GONE), CaseUnit.role != UnitRole.LEAD, CaseUnit.place, CaseUnit.id
        )
    )
    return [_share(row, case, rules, urged, today) for row in query]


def choices(case_id: int, *states: ShareState) -> list[tuple[int, str]]:
    """The living shares that were given to their units and stand so far, as one chooses them."""
    return [(one.id, _called(one)) for one in given_shares(case_id) if one.state in states]


def to_contact(case_id: int) -> list[tuple[int, str]]:
    """The lead's share, signed for, while the citizen was not spoken to: who helps need not."""
    found = (one for one in given_shares(case_id) if one.state is ShareState.SIGNED)
    silent = (one for one in found if _contacts(one) and one.contacted_at is None)
    return [(one.id, _called(one)) for one in silent]


def given_shares(case_id: int) -> list[CaseUnit]:
    """The living shares that were given to their units, the lead first."""
    return list(quick.about(_given, case_id))


def _given(case_id: int) -> Any:
    query = CaseUnit.select().where(CaseUnit.case == case_id, GIVEN)
    return query.order_by(CaseUnit.role != UnitRole.LEAD, CaseUnit.place, CaseUnit.id)


def planned_shares(case_id: int) -> list[CaseUnit]:
    """What units are to do but have not been given yet, the lead first."""
    planned = (CaseUnit.state == ShareState.PLANNED) & (CaseUnit.role != UnitRole.TRIED)
    query = CaseUnit.select().where(CaseUnit.case == case_id, planned)
    return list(query.order_by(CaseUnit.role != UnitRole.LEAD, CaseUnit.place, CaseUnit.id))


def returns(case_id: int) -> int:
    """How often units gave the case back (退单)."""
    returned = CaseUnit.state == ShareState.RETURNED
    return int(CaseUnit.select().where(CaseUnit.case == case_id, returned).count())


def postpone(case_id: int, days: int) -> None:
    """Give the units that have not answered yet so many working days more. Inside `saving`."""
    for one in given_shares(case_id):
        if one.state in OPEN:
            later = {"due_on": one.due_on and due(one.due_on, days).day}
            if one.state is ShareState.SENT:
                later["sign_by"] = one.sign_by and due(one.sign_by, days).day
            CaseUnit.update(later).where(CaseUnit.id == one.id).execute()


def follow(case: Case, day: date) -> None:
    """Units that have to answer by the case's own date do so by its new one, and nobody after
    it. Inside `saving`, before the case itself has the new date."""
    theirs = (CaseUnit.case == case.id) & CaseUnit.state.in_(OPEN)
    by_the_case = (CaseUnit.due_on == case.due_on) | (CaseUnit.due_on > day)
    CaseUnit.update(due_on=day).where(theirs, by_the_case).execute()


def answer_by(share: CaseUnit) -> date:
    """By when the unit has to answer; one that had it before shares had days, with the case."""
    day: date = share.due_on or share.case.due_on
    return day


def is_late(share: CaseUnit, case: Case, today: date) -> bool:
    """Whether it was not signed for or not answered in time; while the case waits nobody is."""
    if share.state in GONE or share.due_on is None or share.sign_by is None or case.paused_at:
        return False
    day = _until(share, case, today)
    return bool(day > share.due_on or (share.state is ShareState.SENT and day > share.sign_by))


def _contacts(share: CaseUnit) -> bool:
    return share.role is UnitRole.LEAD


def _called(share: CaseUnit) -> str:
    return f"{share.name}（{share.role.label}，{share.state.label}）"


def _until(share: CaseUnit, case: Case, today: date) -> date:
    """Until when the unit had it; one that never answered, until the case came to its end."""
    end = share.returned_at or share.replied_at or case.concluded_at
    return end.date() if end else today


def _urged(case_id: int) -> Counter[tuple[int, Urge]]:
    query: Any = (
        Reminder.select(Reminder.share, Reminder.kind)
        .join(CaseUnit)
        .where(CaseUnit.case == case_id)
        .tuples()
    )
    return Counter(query)


def _share(
    row: CaseUnit,
    case: Case,
    rules: TimeRulesRecord,
    urged: Counter[tuple[int, Urge]],
    today: date,
) -> Share:
    held = row.sent_at and row.state is not ShareState.CALLED_OFF
    card: dict[str, Any] = {
        name: getattr(row.unit, name) if row.unit_id else ""
        for name in ("liaison", "phone", "head", "head_phone")
    }
    kept = (
        "id role state item sent_at sign_by due_on signed_at signed_by contacted_at replied_at "
        "reply whole basis_cited returned_at return_reason"
    ).split()
    return Share(
        unit=row.name,
        contact_by=contact_by(rules, row.signed_at) if row.signed_at and _contacts(row) else None,
        held=_between(row.sent_at.date(), _until(row, case, today)) if held else None,
        late=is_late(row, case, today),
        reminders=urged[row.id, Urge.REMIND],
        supervisions=urged[row.id, Urge.SUPERVISE],
        **{name: getattr(row, name) for name in kept},
        **card,
    )


def _between(start: date, end: date) -> int:
    return work_calendar().between(start, end)
