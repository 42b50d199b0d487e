"""Bad words of citizens that proved true (差评属实), laid to the unit that led the case."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from app.appraisal.happenings import Happening, Span, Units
from app.appraisal.of_acts import APPRAISED
from app.records import ratings
from models import CaseEvent, CaseUnit, Rating
from models.choices import Act, Merit, ShareState, UnitRole


def of_ratings(span: Span, units: Units) -> Iterator[Happening]:
    """Proved by an appeal that was dismissed, or by being put right (差评整改); until then it is
    nobody's fault yet. What the citizen said goes no further."""
    for rating in _bad(span):
        at = _proved_at(rating)
        lead = _lead(rating.case_id, rating.at) if at and span.holds(at) else None
        if at and lead:
            yield Happening(
                event=Merit.BAD_RATING,
                unit=units.named(lead.unit_id, lead.name),
                case_id=rating.case_id,
                at=at,
                why=f"{rating.at:%m-%d} 评价{rating.stars.label}，已经核实",
                source=f"rating:{rating.id}",
            )


def _bad(span: Span) -> Iterator[Any]:
    """Those that stand and may have been proved in that time."""
    reworked = CaseEvent.select(CaseEvent.case).where(
        APPRAISED,
        CaseEvent.act == Act.REWORK,
        CaseEvent.at >= span.start,
        CaseEvent.at < span.until,
    )
    judged = (Rating.judged_at >= span.start) & (Rating.judged_at < span.until)
    proved = judged | Rating.case.in_([case for (case,) in reworked.tuples()])
    stands = Rating.superseded_at.is_null() & Rating.stars.in_(ratings.BAD)
    yield from Rating.select().where(stands, proved)


def _proved_at(rating: Any) -> datetime | None:
    if rating.judged_at:
        judged: datetime = rating.judged_at
        return None if rating.upheld else judged
    query: Any = CaseEvent.select(CaseEvent.at).where(
        CaseEvent.case == rating.case_id, CaseEvent.act == Act.REWORK, CaseEvent.at >= rating.at
    )
    first = query.order_by(CaseEvent.at).first()
    return first.at if first else None


def _lead(case_id: int, at: datetime) -> Any:
    """Who led the case when it was rated."""
    gone = (ShareState.PLANNED, ShareState.RETURNED, ShareState.CALLED_OFF)
    query = CaseUnit.select().where(
        CaseUnit.case == case_id,
        CaseUnit.role == UnitRole.LEAD,
        CaseUnit.state.not_in(gone),
        CaseUnit.sent_at <= at,
    )
    return query.order_by(CaseUnit.sent_at.desc()).first()
