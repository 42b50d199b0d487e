"""Receipts: the slip a person takes home, and what it says."""

from app.cases.registry import draft_of, get_row
from app.deadlines.calendar import due
from app.papers.on_paper import (
    centre_on_paper,
    materials_on_paper,
    person_on_paper,
    proxy_in_words,
    served_in_words,
)
from app.sheets import ReceiptSheet
from app.visits.detail import promised
from models import Case
from models.choices import Method

# 即收即转即办 (domain.md §3, 包头 and others): handed over by the next working day.
HANDOVER_DAYS = 1


def receipt_sheet(case_id: int) -> ReceiptSheet:
    """The receipt as things stand, without the marks of an issue."""
    row: Case = get_row(case_id)
    draft = draft_of(case_id)
    received = row.received_at
    transfer = draft.method is Method.TRANSFER
    handover = min(due(received.date(), HANDOVER_DAYS).day, row.due_on)
    return ReceiptSheet(
        centre=centre_on_paper(),
        number=row.number,
        check_code=row.check_code,
        code=f"{_plain(row.number)}/{row.check_code}",
        received_at=received,
        applicant=person_on_paper(draft.applicant),
        beneficiary=served_in_words(draft, received.date()),
        proxy=proxy_in_words(draft),
        matter=draft.matter,
        details=draft.demand or draft.problem,
        materials=materials_on_paper(draft),
        method=draft.method,
        unit=draft.lead,
        visit_at=promised(case_id),
        handover_on=handover if transfer else None,
        promised_on=row.due_on,
        provisional=row.due_provisional,
        received_by=row.staff.name,
        staff_number=row.staff.work_number,
    )


def _plain(number: str) -> str:
    """The number in capitals and digits alone, so that the QR code stays coarse."""
    kept = "".join(char if char.isascii() and char.isalnum() else "-" for char in number.upper())
    return "-".join(part for part in kept.split("-") if part)
