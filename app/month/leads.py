"""The unit that leads a case, as lists of the month name it."""

from typing import Any

import peewee as pw
from peewee import fn

from app import typed
from app.month.ledger_row import NO_UNIT
from models import LIVING, Case, CaseUnit, Matter, Unit
from models.choices import UnitRole

LEAD = fn.COALESCE(CaseUnit.name, Unit.name)  # to be asked for of what is `led`


def led(query: Any) -> Any:
    """Of cases, or of what was joined to them last, with their matters and leads."""
    leads = (CaseUnit.case == Case.id) & (CaseUnit.role == UnitRole.LEAD) & LIVING
    return (
        query.switch(Case)
        .join(Matter, pw.JOIN.LEFT_OUTER)
        .join(Unit, pw.JOIN.LEFT_OUTER)
        .switch(Case)
        .join(CaseUnit, pw.JOIN.LEFT_OUTER, on=leads)
    )


def lead(name: str | None) -> str:
    return typed.line(name or NO_UNIT)
