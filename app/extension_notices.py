"""The notice of a new date (延期告知书), to be given before the old one passes."""

from app.cases import get_row
from app.extensions import get_extension, list_extensions
from app.on_paper import case_head, signer
from app.sheets.notices import ExtensionNotice


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
