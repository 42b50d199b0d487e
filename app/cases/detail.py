"""One case in full, as its page shows it."""

from dataclasses import dataclass
from datetime import date, datetime

from app.cases.drafting import CaseDraft
from app.cases.registry import draft_of, get_row
from app.history import Line, list_history
from app.persons import masks
from app.persons.parties import PartyDraft
from models import Case
from models.choices import Ending, PartyKind, Status


@dataclass(frozen=True, kw_only=True)
class CaseDetail:
    """Persons come in full in `draft`; `person` and `contact` are masked for a screen that
    others may see."""

    id: int
    number: str
    check_code: str
    draft: CaseDraft
    person: str
    contact: str
    received_by: str
    status: Status
    ending: Ending | None
    result: str
    due_on: date
    due_steps: tuple[str, ...]
    due_provisional: bool
    paused_at: datetime | None
    complete: bool
    concluded_at: datetime | None
    history: tuple[Line, ...]


def get_case(case_id: int) -> CaseDetail:
    """NotFound if there is none."""
    row: Case = get_row(case_id)
    draft = draft_of(case_id)
    served = draft.beneficiary or draft.applicant
    return CaseDetail(
        id=row.id,
        number=row.number,
        check_code=row.check_code,
        draft=draft,
        person=shown_name(served),
        contact=masks.phone(draft.applicant.phone),
        received_by=row.staff.name,
        status=row.status,
        ending=row.ending,
        result=row.result,
        due_on=row.due_on,
        due_steps=tuple(row.due_steps.split("\n")),
        due_provisional=row.due_provisional,
        paused_at=row.paused_at,
        complete=row.complete,
        concluded_at=row.concluded_at,
        history=tuple(list_history(case_id)),
    )


def shown_name(party: PartyDraft) -> str:
    """A person's name is masked on screens; an organisation's is public."""
    return masks.name(party.name, organisation=party.kind is PartyKind.ORGANISATION)
