"""A unit that cases name in their own words takes the name the list has for it."""

from collections.abc import Iterator, Sequence

from app.records.shares import GONE
from models import LIVING, CaseUnit
from models.choices import ShareState, UnitRole


def rename_unit(text: str, unit_id: int, name: str) -> list[CaseUnit]:
    """Give all shares of that text the unit and its name; gives those shares as they were.

    Where a case has that unit already, one of it is enough: what was only planned goes, what was
    given to it under both names stays on record, called off.
    """
    unlisted = CaseUnit.unit.is_null() & (CaseUnit.name == text)
    found = list(CaseUnit.select().where(unlisted))
    there = list(CaseUnit.select().where(CaseUnit.name == name, LIVING)) if name != text else []
    for one in set(_spare([one for one in found if one.state not in GONE], there)):
        row = CaseUnit.id == one.id
        if one.state is ShareState.PLANNED:
            CaseUnit.delete().where(row).execute()
        else:
            CaseUnit.update(state=ShareState.CALLED_OFF).where(row).execute()
    CaseUnit.update(unit=unit_id, name=name).where(unlisted).execute()
    return found


def _spare(found: Sequence[CaseUnit], there: Sequence[CaseUnit]) -> Iterator[CaseUnit]:
    """Shares that would name a unit twice in one role, or as a helper of itself; of two in one
    role the one that is only planned."""
    known: dict[tuple[int, UnitRole], CaseUnit] = {(one.case_id, one.role): one for one in there}
    for one in found:
        same = known.get((one.case_id, one.role))
        helping = known.get((one.case_id, UnitRole.CO_HANDLER))
        if same:
            yield same if same.state is ShareState.PLANNED else one
        elif one.role is UnitRole.CO_HANDLER and (one.case_id, UnitRole.LEAD) in known:
            yield one
        elif one.role is UnitRole.LEAD and helping:
            yield helping
