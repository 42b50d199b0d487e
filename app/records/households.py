"""The households of a case, and how far it has come: 17 of 32."""

from dataclasses import dataclass
from datetime import datetime

from models import Household, rows
from models.choices import HouseholdState


@dataclass(frozen=True)
class HouseholdRow:
    number: int
    name: str
    house: str
    phone: str
    papers: str
    receipt: str
    state: HouseholdState
    changed_at: datetime


def list_households(case_id: int) -> list[HouseholdRow]:
    """In the order of their numbers."""
    columns = [getattr(Household, name) for name in HouseholdRow.__dataclass_fields__]
    query = Household.select(*columns).where(Household.case == case_id)
    return rows(query.order_by(Household.number), HouseholdRow)


def progress(case_id: int) -> tuple[int, int]:
    """How many are done, of how many."""
    states = [one.state for one in list_households(case_id)]
    return states.count(HouseholdState.DONE), len(states)
