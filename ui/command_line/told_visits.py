"""What the store holds of visits, as JSON."""

from typing import Any

from app.visits.board import DayBoard
from app.visits.cards import Card
from app.visits.crews import helpers_of, kits_of
from app.visits.detail import Planned, VisitDetail
from app.visits.planning import PlanDraft
from app.visits.suggesting import Suggestion
from ui.command_line.told import plain, tell_party


def tell_visit(visit: VisitDetail) -> dict[str, Any]:
    """The keys it is asked for by, in full, its plan and what became of it."""
    draft = visit.draft
    hidden = ("case_id", "previous_id", "served", "asker", "told")
    asked = {name: plain(value) for name, value in vars(draft).items() if name not in hidden}
    return {
        "number": visit.number,
        "status": visit.status.value,
        "case": visit.case_number or None,
        "served": tell_party(draft.served),
        "asker": tell_party(draft.asker) if draft.asker else None,
        **asked,
        "eligibility": plain(visit.eligibility),
        "plan": _planned(visit.plan) if visit.plan else None,
        "ended_reason": visit.ended_reason,
        "result": plain(visit.result),
        "files": [one.name for one in visit.files],
        "history": [plain(one) for one in reversed(visit.history)],
    }


def tell_suggestion(one: Suggestion) -> dict[str, Any]:
    """The plan is written as `visit plan` reads it."""
    return {
        "plan": _plan(one.plan),
        "starts_at": plain(one.starts_at),
        "team": one.team,
        "in_time": one.in_time,
        "added_minutes": one.added_minutes,
        "reason": one.reason,
    }


def tell_day(board: DayBoard) -> dict[str, Any]:
    """Every crew's stops in the order of its way; persons are masked."""
    return {
        "date": board.day.day.isoformat(),
        "working": board.day.working,
        "trips": [
            {
                "team": trip.team,
                "half": trip.half.value,
                "people": trip.people,
                "way_minutes": trip.way_minutes,
                "stops": [_stop(card) for card in trip.stops],
            }
            for trip in board.trips
        ],
    }


def _plan(plan: PlanDraft) -> dict[str, Any]:
    helpers, kits = helpers_of(plan.helpers), kits_of(plan.kits)
    return {
        "day": plan.day.isoformat(),
        "half": plan.half.value if plan.half else None,
        "helpers": [str(helpers[one]) for one in plan.helpers],
        "kits": [kits[one].name for one in plan.kits],
    }


def _planned(plan: Planned) -> dict[str, Any]:
    return {
        "starts_at": plain(plan.starts_at),
        "ends_at": plain(plan.ends_at),
        "half": plan.half.value,
        "exact": plan.exact,
        "way_minutes": plan.way_minutes,
        "way_from": plan.way_from,
        "helpers": [str(one) for one in plan.crew],
        "kits": [one.name for one in plan.kits],
    }


def _stop(card: Card) -> dict[str, Any]:
    return {
        "number": card.number,
        "status": card.status.value,
        "starts_at": plain(card.starts_at),
        "ends_at": plain(card.ends_at),
        "way_minutes": card.way_minutes,
        "person": card.person,
        "village": card.village,
        "matter": card.matter,
        "people": card.people,
        "crew": [one.name for one in card.crew],
        "kits": [one.name for one in card.kits],
        "outcome": card.outcome.value if card.outcome else None,
        "clashes": list(card.clashes),
    }
