"""The shares of a case: which unit has what to do, how far it is, and since when."""

from models import LIVING, CaseUnit
from models.choices import ShareState, UnitRole


def choices(case_id: int, *states: ShareState) -> list[tuple[int, str]]:
    """The living shares that were given to their units and stand so far, as one chooses them."""
    given = CaseUnit.sent_at.is_null(is_null=False) & LIVING & CaseUnit.state.in_(states)
    query = CaseUnit.select().where(CaseUnit.case == case_id, given)
    return [
        (one.id, f"{one.name}（{one.role.label}，{one.state.label}）")
        for one in query.order_by(CaseUnit.role != UnitRole.LEAD, CaseUnit.place, CaseUnit.id)
    ]
