"""What the papers of one home visit say; those of a case are on record as its others are."""

from datetime import datetime

from app.errors import AppError
from app.papers.on_paper import centre_on_paper, person_on_paper
from app.sheets import Person
from app.sheets.visits import VisitNotice, VisitSheet
from app.visits.detail import get_visit
from app.visits.draft import needs
from app.visits.in_words import asker, place, reached, way, years
from app.visits.requests import get_row, visits_of_case
from app.visits.rules import visit_rules
from models import Visit
from models.choices import VisitStatus

_OFF = (VisitStatus.CANCELLED, VisitStatus.REFUSED)


def visit_sheet(visit_id: int, now: datetime) -> VisitSheet:
    """As far as it is planned by now; what is not, is written in by hand."""
    visit = get_visit(visit_id, now.date())
    draft, plan = visit.draft, visit.plan
    on = plan.starts_at.date() if plan else now.date()
    return VisitSheet(
        centre=centre_on_paper(),
        number=visit.number,
        issued_at=now,
        handled_by=visit.asked_by,
        case_number=visit.case_number,
        kind=draft.kind,
        urgent=draft.urgent,
        served=person_on_paper(draft.served),
        people=draft.people,
        age=years(draft.served, on),
        needs="、".join(one.label for one in needs(draft.served, on)),
        mobility=draft.mobility,
        care=draft.care,
        aware=draft.aware,
        guardian=draft.guardian,
        asker=asker(draft),
        phone=draft.phone,
        place=place(draft),
        directions=draft.directions,
        matter=draft.matter,
        papers=draft.papers,
        checks=draft.checklist,
        bring=(*(one.name for one in plan.kits), *draft.bring) if plan else draft.bring,
        on=on if plan else None,
        half=plan.half if plan else None,
        at=plan.starts_at.time() if plan and plan.exact else None,
        way=way(plan.way_from, plan.way_minutes) if plan else "",
        crew=tuple(reached(one) for one in plan.crew) if plan else (),
        promises=visit_rules().promises,
    )


def blank_visit_sheet(now: datetime) -> VisitSheet:
    """For where there is no program; what was written on it is entered afterwards."""
    return VisitSheet(
        centre=centre_on_paper(),
        number="",
        issued_at=now,
        handled_by="",
        served=Person(name=""),
        promises=visit_rules().promises,
    )


def visit_notice(visit_id: int, now: datetime) -> VisitNotice:
    """What the citizen is told of the plan; there is none without one."""
    visit = get_visit(visit_id, now.date())
    if visit.status is not VisitStatus.PLANNED or visit.plan is None:
        raise AppError(f"这次上门{visit.status.label}，没有可以告知的时间；请先安排。")
    draft, plan = visit.draft, visit.plan
    return VisitNotice(
        centre=centre_on_paper(),
        number=visit.number,
        issued_at=now,
        handled_by=visit.asked_by,
        addressee=draft.served.name,
        matter=draft.matter,
        place=place(draft),
        on=plan.starts_at.date(),
        half=plan.half,
        at=plan.starts_at.time() if plan.exact else None,
        crew=tuple(str(one) for one in plan.crew),
        papers=draft.papers,
        promises=visit_rules().promises,
    )


def sheets_of_case(case_id: int) -> list[tuple[int, str]]:
    """The visits of a case that somebody goes on, or went on, each with its name."""
    return [(one.id, _named(one)) for one in _visits(case_id) if one.status not in _OFF]


def notices_of_case(case_id: int) -> list[tuple[int, str]]:
    """Those that are still to come."""
    planned = (one for one in _visits(case_id) if one.status is VisitStatus.PLANNED)
    return [(one.id, _named(one)) for one in planned]


def asked_at(visit_id: int) -> datetime:
    """The date of a paper until it is given out."""
    at: datetime = get_row(visit_id).asked_at
    return at


def _visits(case_id: int) -> list[Visit]:
    return [get_row(one) for one in visits_of_case(case_id)]


def _named(visit: Visit) -> str:
    when = f"{visit.starts_at:%Y-%m-%d}" if visit.starts_at else visit.status.label
    return f"{visit.number}，{when}"
