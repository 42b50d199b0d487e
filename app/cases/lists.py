"""The units and the materials of a case, as the form has them."""

from collections.abc import Callable, Sequence
from typing import Any

from app.cases.drafting import CaseDraft
from models import LIVING, CaseUnit, Material, Unit, quick
from models.choices import ShareState, UnitRole


def keep_lists(case_id: int, draft: CaseDraft) -> None:
    """Instead of what stood there; the history keeps what they were."""
    planned = CaseUnit.state == ShareState.PLANNED  # what a unit was given stays with it
    CaseUnit.delete().where(CaseUnit.case == case_id, planned).execute()
    Material.delete().where(Material.case == case_id).execute()
    add_lists(case_id, draft, living_shares(case_id))


def add_lists(case_id: int, draft: CaseDraft, shares: Sequence[CaseUnit] = ()) -> None:
    """Beside the shares that are there; a new case has none."""
    made = unit_rows(case_id, draft, lambda name: quick.find_id(Unit, name=name))
    there = {(one.role, one.name) for one in shares}
    if UnitRole.LEAD in {role for role, _ in there}:
        made = [one for one in made if one["role"] is not UnitRole.LEAD]
    quick.add_all(CaseUnit, (one for one in made if (one["role"], one["name"]) not in there))
    quick.add_all(Material, material_rows(case_id, draft))


def unit_rows(
    case_id: int, draft: CaseDraft, known: Callable[[str], int | None]
) -> list[dict[str, Any]]:
    """The units of a case, the lead before the others; `known` gives the id of a name."""
    named = [(UnitRole.LEAD, name) for name in (draft.lead,) if name]
    named += [(UnitRole.CO_HANDLER, name) for name in draft.helpers]
    named += [(UnitRole.TRIED, name) for name in draft.tried_units]
    return [
        {"case": case_id, "role": role, "unit": known(name), "name": name, "place": place}
        for place, (role, name) in enumerate(named)
    ]


def living_shares(case_id: int) -> list[CaseUnit]:
    """The shares of a case that were neither returned nor called off, in their order."""
    query = CaseUnit.select().where(CaseUnit.case == case_id, LIVING)
    return list(query.order_by(CaseUnit.place, CaseUnit.id))


def material_rows(case_id: int, draft: CaseDraft) -> list[dict[str, Any]]:
    return [
        {"case": case_id, "place": place, "name": one.name, "copies": one.copies, "kept": one.kept}
        for place, one in enumerate(draft.materials)
    ]
