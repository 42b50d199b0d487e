"""Receipts: the slip a person takes home, and what it says."""

from datetime import date, datetime

from app import identity, masks, papers
from app.calendar import due
from app.case_draft import CaseDraft
from app.cases import draft_of, get_row
from app.centre import get_centre
from app.directory import Who
from app.papers import Issue
from app.parties import PartyDraft
from app.sheets import Centre, Material, Person, ReceiptSheet, Reissue, Voided
from models import Case
from models.choices import IdKind, Method, PaperKind, PartyKind

# 即收即转即办 (domain.md §3, 包头 and others): handed over by the next working day.
HANDOVER_DAYS = 1


def receipt_to_issue(case_id: int, who: Who, now: datetime) -> ReceiptSheet:
    """The receipt as it would come out now; nothing is recorded until it is issued."""
    again = papers.next_reissue(case_id, PaperKind.RECEIPT, who, now)
    return _sheet(case_id, again, None)


def issue_receipt(case_id: int, who: Who, now: datetime) -> ReceiptSheet:
    """Record that the receipt is given out, and give what it says."""
    return receipt_of(papers.issue(case_id, PaperKind.RECEIPT, who, now))


def receipt_of(one: Issue) -> ReceiptSheet:
    """The receipt of that issue, marked 补打 or 作废 where it is."""
    return _sheet(one.case_id, papers.reissue_of(one), papers.voided_of(one))


def person_on_paper(party: PartyDraft) -> Person:
    """The name in full, for it is their own paper; the ID number always masked."""
    return Person(
        name=party.name,
        phone=party.phone,
        masked_phone=masks.phone(party.phone),
        id_kind=party.id_kind.label if party.id_number else "",
        id_number=masks.id_number(party.id_number),
        address=" ".join(part for part in (party.village, party.address) if part),
    )


def centre_on_paper() -> Centre:
    centre = get_centre()
    return Centre(
        name=centre.name,
        window=centre.window,
        address=centre.address,
        hours=centre.hours,
        phone=centre.phone,
        supervision=centre.supervision,
    )


def materials_on_paper(draft: CaseDraft) -> tuple[Material, ...]:
    return tuple(Material(one.name, one.copies, one.kept) for one in draft.materials)


def served_in_words(draft: CaseDraft, on: date) -> str:
    """Whom the case is for, where that is not the one who asks: name, relation and age."""
    if draft.beneficiary is None:
        return ""
    known = [draft.relation, _age(draft.beneficiary, on)]
    about = "，".join(part for part in known if part)
    return f"{draft.beneficiary.name}（{about}）" if about else draft.beneficiary.name


def proxy_in_words(draft: CaseDraft) -> str:
    if draft.proxy is None:
        return ""
    return "，".join(part for part in (draft.proxy.name, draft.mandate) if part)


def _age(party: PartyDraft, on: date) -> str:
    if party.kind is PartyKind.ORGANISATION or party.id_kind is not IdKind.RESIDENT:
        return ""
    if not party.id_number:
        return ""
    born = identity.read_resident(party.id_number, on)
    return f"{identity.age(born.born, on)}岁" if born and born.born else ""


def _sheet(case_id: int, again: Reissue | None, void: Voided | None) -> ReceiptSheet:
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
        handover_on=handover if transfer else None,
        promised_on=row.due_on,
        provisional=row.due_provisional,
        received_by=row.staff.name,
        staff_number=row.staff.work_number,
        reissue=again,
        voided=void,
    )


def _plain(number: str) -> str:
    """The number in capitals and digits alone, so that the QR code stays coarse."""
    kept = "".join(char if char.isascii() and char.isalnum() else "-" for char in number.upper())
    return "-".join(part for part in kept.split("-") if part)
