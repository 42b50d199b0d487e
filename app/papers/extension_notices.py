"""The papers of an extension: the sheet it is granted on (延期审批表), and the notice of the new
date (延期告知书), to be given before the old one passes."""

from app.access.sign_offs import signer
from app.cases.registry import get_row
from app.deadlines.calendar import due
from app.deadlines.extensions import get_extension, list_extensions
from app.papers.on_paper import case_head
from app.sheets.liability import ExtensionApprovalSheet
from app.sheets.notices import ExtensionNotice
from models import Staff


def asked_ones(case_id: int) -> list[tuple[int, str]]:
    """What there can be a sheet to sign of: the id of an extension, and when it was asked for."""
    return [(one.id, f"{one.asked_at:%m-%d} 申请") for one in list_extensions(case_id)]


def extension_approval(case_id: int, extension_id: int) -> ExtensionApprovalSheet:
    """For whoever decides to sign; what was decided at the desk is on it."""
    case, one = get_row(case_id), get_extension(case_id, extension_id)
    earlier = [each for each in list_extensions(case_id) if each.granted and each.id < one.id]
    return ExtensionApprovalSheet(
        **case_head(case),
        received_on=case.received_at.date(),
        was_due_on=one.was_due_on,
        days=one.days,
        due_on=one.due_on or due(one.was_due_on, one.days).day,
        before=len(earlier),
        reason=one.reason,
        progress=one.progress,
        next_step=one.next_step,
        asked_by=Staff.get_by_id(one.asked_by_id).name,
        asked_on=one.asked_at.date(),
        granted=one.granted,
        opinion=one.answer,
        approved_by=signer(one.decided_by),
        approved_on=one.decided_at.date() if one.decided_at else None,
    )


def granted_ones(case_id: int) -> list[tuple[int, str]]:
    """What there can be a notice of: the id of an extension, and its new date."""
    found = list_extensions(case_id)
    return [(one.id, f"延到{one.due_on:%Y-%m-%d}") for one in found if one.due_on]


def extension_notice(case_id: int, extension_id: int) -> ExtensionNotice:
    """As things stand, without number and marks, which come with its issue."""
    case, one = get_row(case_id), get_extension(case_id, extension_id)
    granted = [each.id for each in list_extensions(case_id) if each.granted]
    return ExtensionNotice(
        **case_head(case),
        addressee=case.applicant.name,
        received_on=case.received_at.date(),
        was_due_on=one.was_due_on,
        due_on=one.due_on or case.due_on,
        provisional=case.due_provisional,
        times=granted.index(one.id) + 1,
        reason=one.reason,
        approved_by=signer(one.decided_by),
        progress=one.progress,
        next_step=one.next_step,
    )
