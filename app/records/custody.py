"""Money and things held for citizens: what there is of a case, and what it is called."""

from app import money
from models import Custody, HeldThing


def what_is_held(row: Custody) -> str:
    """The sum and the things, in one line."""
    sums = [money.in_figures(row.fen)] if row.fen else []
    things = (f"{one.name}{one.count}" for one in row.things.order_by(HeldThing.id))
    return "、".join([*sums, *things])


def held(case_id: int) -> list[tuple[int, str]]:
    """What was not given back yet, as one chooses it."""
    query = Custody.select().where(Custody.case == case_id, Custody.returned_at.is_null())
    return [(one.id, what_is_held(one)) for one in query.order_by(Custody.id)]
