"""The registration form (登记表): everything known about one case, for the file."""

from datetime import datetime

from app.attachments import list_attachments
from app.cases.drafting import CaseDraft
from app.cases.registry import draft_of, get_row
from app.deadlines.time_rules import get_rules
from app.history import Line, list_history
from app.papers.on_paper import (
    centre_on_paper,
    materials_on_paper,
    person_on_paper,
    proxy_in_words,
    served_in_words,
)
from app.persons import identity, names
from app.persons.parties import PartyDraft
from app.sheets import Handover, RegisterSheet, Step
from app.visits.detail import gone_on
from models import Case
from models.choices import IdKind, PartyKind, UnitRole


def register_sheet(case_id: int) -> RegisterSheet:
    """The form as things stand, without the marks of an issue."""
    row: Case = get_row(case_id)
    draft = draft_of(case_id)
    one = draft.applicant
    firm = one.kind is PartyKind.ORGANISATION
    return RegisterSheet(
        centre=centre_on_paper(),
        number=row.number,
        received_at=row.received_at,
        channel=draft.channel,
        received_by=row.staff.name,
        applicant=person_on_paper(one),
        sex=_sex(one, row.received_at),
        pinyin="" if firm else names.pinyin(one.name),
        needs=(draft.beneficiary or one).needs,
        company=one.name if firm else "",
        credit_code=one.id_number if firm else "",
        beneficiary=served_in_words(draft, row.received_at.date()),
        proxy=proxy_in_words(draft),
        mandate=draft.mandate,
        been_to="、".join(draft.tried_units),
        trips=f"{draft.trips}次" if draft.trips else "",
        first_applied=f"{draft.first_applied_on:%Y-%m-%d}" if draft.first_applied_on else "",
        was_told=draft.answer_given,
        matter=draft.matter,
        problem=draft.problem,
        demand=draft.demand,
        ask_business=draft.ask_business,
        ask_need=draft.ask_need,
        ask_trouble=draft.ask_trouble,
        materials=materials_on_paper(draft),
        nature=draft.nature,
        grade=draft.grade,
        cause=draft.cause,
        method=draft.method,
        lead=draft.lead,
        helpers="、".join(draft.helpers),
        due_on=row.due_on,
        due_rule=_rule(row),
        handovers=_handovers(draft),
        visit=gone_on(case_id),
        ending=row.ending,
        result=row.result,
        feedback=f"{row.informed_at:%Y-%m-%d %H:%M}" if row.informed_at else "",
        attachments=_attached(case_id),
        steps=tuple(_step(line) for line in reversed(list_history(case_id))),
    )


def _rule(row: Case) -> str:
    """What its days come from: a nature that has days of its own goes before the grade."""
    own = row.nature and getattr(get_rules(row.rules_id), row.nature.value) is not None
    what = row.nature.label if own else row.grade.label
    added = f"，另加 {row.added_days} 个" if row.added_days else ""
    return f"{what}事项 {row.due_days} 个工作日{added}"


def _sex(party: PartyDraft, at: datetime) -> str:
    if party.id_kind is not IdKind.RESIDENT or not party.id_number:
        return ""
    return identity.read_resident(party.id_number, at.date()).sex


def _handovers(draft: CaseDraft) -> tuple[Handover, ...]:
    lead = [Handover(draft.lead, UnitRole.LEAD.label)] if draft.lead else []
    return (*lead, *(Handover(name, UnitRole.CO_HANDLER.label) for name in draft.helpers))


def _attached(case_id: int) -> str:
    count = len(list_attachments(case_id))
    return f"{count}件" if count else ""


def _step(line: Line) -> Step:
    change = f"{line.field}：“{line.before}”改为“{line.after}”" if line.field else ""
    return Step(line.at, line.act.label, line.by, line.note or change)
