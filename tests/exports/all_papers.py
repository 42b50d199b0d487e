"""Every kind of paper beside the receipt and the register: its writer and its samples."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from exports.cannot_pdf import write_cannot
from exports.completion_pdf import write_completion
from exports.conflict_pdf import write_conflict
from exports.custody_pdf import write_custody
from exports.escalation_pdf import write_escalation
from exports.exemption_pdf import write_exemption
from exports.extension_approval_pdf import write_extension_approval
from exports.extension_pdf import write_extension
from exports.group_pdf import write_group
from exports.handover_pdf import write_handover
from exports.minutes_pdf import write_minutes
from exports.missing_pdf import write_missing
from exports.order_pdf import write_order
from exports.out_of_scope_pdf import write_out_of_scope
from exports.recovery_pdf import write_recovery
from exports.refusal_approval_pdf import write_refusal_approval
from exports.reminder_pdf import write_reminder
from exports.rework_pdf import write_rework
from exports.supervision_pdf import write_supervision
from exports.survey_pdf import write_survey
from exports.visit_day_pdf import write_visit_day
from exports.visit_notice_pdf import write_visit_notice
from exports.visit_pdf import write_visit
from exports.visit_round_pdf import write_visit_round
from tests.exports import sample_cases as cases
from tests.exports import sample_meetings as meetings
from tests.exports import sample_notices as notices
from tests.exports import sample_orders as orders
from tests.exports import sample_visits as visits

REMEDIES = (notices.CHOICE, notices.REVIEW_FIRST, notices.SPECIAL, notices.NO_REMEDY)


class Kind(NamedTuple):
    """A kind of paper; the first sample is a usual one, `citizen` if a citizen takes it home."""

    write: Callable[[Any, Path], None]
    samples: tuple[Any, ...]
    citizen: bool = False


KINDS = {
    "order": Kind(write_order, (orders.ORDER, orders.CO_HANDLER, orders.TRANSFER)),
    "reminder": Kind(write_reminder, (orders.REMINDER, orders.FIRST_REMINDER)),
    "supervision": Kind(write_supervision, (orders.SUPERVISION, orders.OTHER_GROUNDS)),
    "escalation": Kind(write_escalation, (orders.ESCALATION,)),
    "missing": Kind(write_missing, (notices.MISSING,), citizen=True),
    "out_of_scope": Kind(write_out_of_scope, (notices.OUT_OF_SCOPE,), citizen=True),
    "cannot": Kind(
        write_cannot,
        (
            *(replace(notices.CANNOT, remedy=remedy) for remedy in REMEDIES),
            notices.CANNOT_UNTITLED,
        ),
        citizen=True,
    ),
    "refusal_approval": Kind(write_refusal_approval, (cases.REFUSAL, cases.REFUSED_BY_WINDOW)),
    "extension": Kind(
        write_extension, (notices.EXTENSION, notices.EXTENSION_PROVISIONAL), citizen=True
    ),
    "completion": Kind(
        write_completion, (notices.COMPLETION, notices.COMPLETION_BARE), citizen=True
    ),
    "minutes": Kind(write_minutes, (meetings.MINUTES, meetings.PHONE_MINUTES)),
    "survey": Kind(write_survey, (meetings.SURVEY, meetings.BARE_SURVEY)),
    "conflict": Kind(write_conflict, (meetings.CONFLICT, meetings.OPEN_CONFLICT)),
    "group": Kind(write_group, (cases.FEW, cases.GROUP)),
    "exemption": Kind(write_exemption, (cases.EXEMPTION, cases.BARE_EXEMPTION)),
    "custody": Kind(write_custody, (cases.CUSTODY, cases.RETURNED), citizen=True),
    "extension_approval": Kind(write_extension_approval, (cases.EXTENSION, cases.EXTENDED)),
    "rework": Kind(write_rework, (cases.REWORK, cases.NEW_REWORK, cases.CONTESTED, cases.JUDGED)),
    "handover": Kind(write_handover, (cases.HANDOVER,)),
    "visit": Kind(write_visit, (visits.VISIT, visits.UNPLANNED)),
    "visit_blank": Kind(write_visit, (visits.BLANK,)),
    "visit_notice": Kind(write_visit_notice, (visits.NOTICE, visits.BY_HALF_DAY), citizen=True),
    "visit_day": Kind(write_visit_day, (visits.DAY_LIST, visits.TWENTY)),
    "visit_round": Kind(write_visit_round, (visits.ROUND, visits.SIXTY_TWO)),
    "recovery": Kind(write_recovery, (cases.RECOVERY,)),
}
SAMPLES = {
    f"{name}-{at}": (kind, sheet)
    for name, kind in KINDS.items()
    for at, sheet in enumerate(kind.samples)
}
NUMBERED = {n: kind for n, kind in KINDS.items() if n not in ("recovery", "visit_blank")}
