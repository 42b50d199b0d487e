"""The plan that a request laid on a crew's half day would have."""

from datetime import date

from app.visits.booking import surroundings
from app.visits.crews import list_kits, list_teams
from app.visits.places import first_free, wanted_for
from app.visits.planning import PlanDraft
from app.visits.requests import get_row
from app.visits.suggesting import crew_for, kinds_needed, kit_choices
from models.choices import HalfDay


def plan_there(visit_id: int, team: str, day: date, half: HalfDay) -> PlanDraft:
    """With as many of the crew as have to go, and with the kit that is free; where nothing is
    free, with the first of it, so that one sees what is in the way."""
    visit, around = get_row(visit_id), surroundings(day)
    crew = next(one for one in list_teams() if one.name == team)
    helpers = crew_for(crew, day, half, around)
    begin, _ = around.rules.span(day, half)
    choices = list(kit_choices(kinds_needed(visit), list_kits()))
    free = (
        kits
        for kits in choices
        if first_free(wanted_for(visit, begin, None, helpers, kits), half, around)
    )
    kits = next(free, choices[0])
    return PlanDraft(day=day, half=half, helpers=helpers, kits=kits)
