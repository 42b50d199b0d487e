"""“还有什么困难”: what a citizen named beside their matter, and the case that comes of it."""

from typing import Any

from app import typed
from app.cases.registry import draft_of, get_row
from app.changes import Kind, saving
from app.intake_draft import filled_of
from models import Case

_OF_THE_MATTER = (
    "matter problem demand answer_given nature cause grade method tried_units helpers materials "
    "lead trips first_applied_on received_at channel ask_business ask_need ask_trouble"
).split()


def unmet(case_id: int) -> str:
    """What they said is hard, at intake or at the end, while no case has come of it."""
    row = get_row(case_id)
    if Case.select().where(Case.origin == case_id).exists():
        return ""
    return typed.paragraphs(row.end_trouble or row.ask_trouble or "")


def filled_from_trouble(case_id: int) -> dict[str, Any]:
    """The intake form of the case it becomes: the same people, their trouble as the problem."""
    filled = filled_of(draft_of(case_id))
    people = {name: one for name, one in filled.items() if name not in _OF_THE_MATTER}
    number = get_row(case_id).number
    return people | {"problem": unmet(case_id), "origin": case_id, "origin_number": number}


def led_to(case_id: int) -> list[str]:
    """The numbers of the cases that came of it."""
    query = Case.select(Case.number).where(Case.origin == case_id).order_by(Case.id)
    return [one.number for one in query]


def keep_origin(case_id: int, origin_id: int) -> None:
    with saving(Kind.CASES):
        Case.update(origin=origin_id).where(Case.id == case_id).execute()
