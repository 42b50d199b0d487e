"""Events that units' shares tell of: late, given back, taken up for others, done early."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from app.appraisal.given import Given
from app.appraisal.happenings import Happening
from app.deadlines.calendar import work_calendar
from models.choices import Merit, ShareState, UnitRole

_BASIS = re.compile("（依据：(.+)）$", re.DOTALL)  # as a return is written down
_NONE = {"无", "没有", "无依据", "没有依据", "-", "/"}


def of_shares(shares: Sequence[Given]) -> Iterator[Happening]:
    of_case: dict[int, list[Given]] = defaultdict(list)
    for one in shares:
        of_case[one.case_id].append(one)
    for one in shares:
        others = [other for other in of_case[one.case_id] if other is not one]
        yield from _late(one)
        yield from _returned(one, others)
        yield from _took_lead(one, others)
        yield from _early(one)


def _late(one: Given) -> Iterator[Happening]:
    if (at := one.late_at) and one.due_on:
        answered = f"{one.end:%m-%d} 才有结果" if one.end else "还没有答复"
        yield _happening(one, Merit.OVERDUE, at, f"答复期限 {one.due_on:%m-%d}，{answered}")


def _returned(one: Given, others: Sequence[Given]) -> Iterator[Happening]:
    """Groundless without a basis, or if a second person says so; passing the buck where it had
    to be given to the same unit once more."""
    if one.returned_at is None:
        return
    basis = _BASIS.search(one.return_reason)
    proven = basis is None or basis[1].strip("。 ") in _NONE
    reason = one.return_reason
    yield _happening(one, Merit.GROUNDLESS, one.returned_at, "退单", reason, proven=proven)
    again = [
        other.sent_at
        for other in others
        if other.unit == one.unit and other.sent_at > one.returned_at
    ]
    if again and not proven:
        why = f"{one.returned_at:%m-%d} 退单后又交回它办"
        yield _happening(one, Merit.PASSED, min(again), why, reason)


def _took_lead(one: Given, others: Sequence[Given]) -> Iterator[Happening]:
    """Of what is not its own business, or what another gave back; once its answer was taken."""
    if one.role is not UnitRole.LEAD or not _taken(one) or one.replied_at is None:
        return
    gave_back = [
        other.unit
        for other in others
        if other.returned_at and other.returned_at <= one.sent_at and other.unit != one.unit
    ]
    if gave_back:
        why = f"接下{gave_back[0]}退回的件，牵头办出答复"
    elif one.matter_unit not in ("", one.unit):
        why = f"事项归{one.matter_unit}，由它牵头办出答复"
    else:
        return
    yield _happening(one, Merit.TOOK_LEAD, one.replied_at, why)


def _early(one: Given) -> Iterator[Happening]:
    if one.due_on is None or one.replied_at is None or not _taken(one):
        return
    days = work_calendar().between(one.replied_at.date(), one.due_on)
    if days > 0:
        why = f"答复期限 {one.due_on:%m-%d}，提前 {days} 个工作日"
        yield _happening(one, Merit.EARLY, one.replied_at, why, days=days)


def _taken(one: Given) -> bool:
    return one.state is ShareState.ACCEPTED


def _happening(
    one: Given,
    event: Merit,
    at: datetime,
    why: str,
    words: str = "",
    *,
    days: int = 0,
    proven: bool = True,
) -> Happening:
    return Happening(
        event=event,
        unit=one.unit,
        case_id=one.case_id,
        at=at,
        why=why,
        source=f"share:{one.id}",
        words=words,
        days=days,
        proven=proven,
    )
