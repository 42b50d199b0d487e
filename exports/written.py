"""Which module writes which paper.

Imported where a paper is written: reportlab and the fonts take a while.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from exports.cannot_pdf import write_cannot
from exports.completion_pdf import write_completion
from exports.conflict_pdf import write_conflict
from exports.custody_pdf import write_custody
from exports.escalation_pdf import write_escalation
from exports.exemption_pdf import write_exemption
from exports.extension_approval_pdf import write_extension_approval
from exports.extension_pdf import write_extension
from exports.group_pdf import write_group
from exports.minutes_pdf import write_minutes
from exports.missing_pdf import write_missing
from exports.order_pdf import write_order
from exports.out_of_scope_pdf import write_out_of_scope
from exports.receipt_pdf import write_receipt
from exports.refusal_approval_pdf import write_refusal_approval
from exports.register_pdf import write_register
from exports.reminder_pdf import write_reminder
from exports.rework_pdf import write_rework
from exports.supervision_pdf import write_supervision
from exports.survey_pdf import write_survey
from exports.visit_notice_pdf import write_visit_notice
from exports.visit_pdf import write_visit
from models.choices import PaperKind

WRITERS: Mapping[PaperKind, Callable[[Any, Path], None]] = {
    PaperKind.RECEIPT: write_receipt,
    PaperKind.REGISTER: write_register,
    PaperKind.ORDER: write_order,
    PaperKind.REMINDER: write_reminder,
    PaperKind.SUPERVISION: write_supervision,
    PaperKind.ESCALATION: write_escalation,
    PaperKind.MISSING: write_missing,
    PaperKind.OUT_OF_SCOPE: write_out_of_scope,
    PaperKind.CANNOT: write_cannot,
    PaperKind.REFUSAL_APPROVAL: write_refusal_approval,
    PaperKind.EXTENSION_APPROVAL: write_extension_approval,
    PaperKind.EXTENSION: write_extension,
    PaperKind.COMPLETION: write_completion,
    PaperKind.MINUTES: write_minutes,
    PaperKind.SURVEY: write_survey,
    PaperKind.CONFLICT: write_conflict,
    PaperKind.GROUP: write_group,
    PaperKind.EXEMPTION: write_exemption,
    PaperKind.CUSTODY: write_custody,
    PaperKind.REWORK: write_rework,
    PaperKind.VISIT: write_visit,
    PaperKind.VISIT_NOTICE: write_visit_notice,
}
