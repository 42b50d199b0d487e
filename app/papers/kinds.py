"""Every kind of paper a case can have: how its record is built, and what it may be about."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.directory import Who
from app.errors import AppError
from app.papers import (
    answer_notices,
    answer_sheets,
    issues,
    orders,
    proceedings,
    safekeeping,
    urgings,
)
from app.papers.extension_notices import (
    asked_ones,
    extension_approval,
    extension_notice,
    granted_ones,
)
from app.papers.issues import Issue
from app.papers.receipts import receipt_sheet
from app.papers.registers import register_sheet
from app.sheets import ReceiptSheet, RegisterSheet, Reissue, Voided
from app.sheets.centre import CaseSheet, NumberedSheet
from app.visits.papers import (
    asked_at,
    notices_of_case,
    sheets_of_case,
    visit_notice,
    visit_sheet,
)
from models.choices import PaperKind

Named = Callable[[int], Iterable[tuple[int, str]]]
PaperSheet = ReceiptSheet | RegisterSheet | NumberedSheet


@dataclass(frozen=True)
class Subject:
    """What of a case a paper is about: the id of a share, an extension, a meeting, and its name.

    0 and no name where the case can have but one paper of that kind.
    """

    about: int = 0
    name: str = ""


def the_case(_: int) -> Sequence[Subject]:
    """For papers that every case can have at any time."""
    return (Subject(),)


def each(named: Named) -> Callable[[int], Sequence[Subject]]:
    """For papers there may be several of, one about each of these."""
    return lambda case_id: [Subject(*one) for one in named(case_id)]


@dataclass(frozen=True)
class Form:
    """How a paper is filled in. `build` takes the case and what of it the paper is about, and
    leaves number, time and marks to the issue; `subjects` are those that make sense now."""

    build: Callable[[int, int], PaperSheet]
    subjects: Callable[[int], Sequence[Subject]] = the_case


@dataclass(frozen=True)
class Makeable:
    """A paper that could be given out now."""

    kind: PaperKind
    about: int
    label: str


# In the order in which they are offered.
SHEETS: Mapping[PaperKind, Form] = {
    PaperKind.RECEIPT: Form(lambda case_id, _: receipt_sheet(case_id)),
    PaperKind.REGISTER: Form(lambda case_id, _: register_sheet(case_id)),
    PaperKind.ORDER: Form(orders.order_sheet, each(orders.orders)),
    PaperKind.VISIT: Form(
        lambda _, visit: visit_sheet(visit, asked_at(visit)), each(sheets_of_case)
    ),
    PaperKind.VISIT_NOTICE: Form(
        lambda _, visit: visit_notice(visit, asked_at(visit)), each(notices_of_case)
    ),
    PaperKind.REMINDER: Form(urgings.reminder_sheet, each(urgings.reminders)),
    PaperKind.SUPERVISION: Form(urgings.supervision_sheet, each(urgings.supervisions)),
    PaperKind.ESCALATION: Form(urgings.escalation_sheet, each(urgings.escalations)),
    PaperKind.MINUTES: Form(proceedings.minutes_sheet, each(proceedings.meetings)),
    PaperKind.SURVEY: Form(proceedings.survey_sheet, each(proceedings.surveys)),
    PaperKind.CONFLICT: Form(proceedings.conflict_sheet, each(proceedings.conflicts)),
    PaperKind.GROUP: Form(safekeeping.group_sheet, each(safekeeping.groups)),
    PaperKind.EXEMPTION: Form(safekeeping.exemption_sheet, each(safekeeping.exemptions)),
    PaperKind.CUSTODY: Form(safekeeping.custody_sheet, each(safekeeping.custodies)),
    PaperKind.EXTENSION_APPROVAL: Form(extension_approval, each(asked_ones)),
    PaperKind.EXTENSION: Form(extension_notice, each(granted_ones)),
    PaperKind.MISSING: Form(answer_notices.missing_notice, each(answer_notices.tellings)),
    PaperKind.REFUSAL_APPROVAL: Form(
        answer_sheets.refusal_approval_sheet, each(answer_sheets.asked_for)
    ),
    PaperKind.OUT_OF_SCOPE: Form(answer_notices.out_of_scope_notice, each(answer_notices.refused)),
    PaperKind.CANNOT: Form(answer_notices.cannot_notice, each(answer_notices.cannot)),
    PaperKind.COMPLETION: Form(answer_notices.completion_notice, each(answer_notices.concluded)),
    PaperKind.REWORK: Form(answer_sheets.rework_sheet, each(answer_sheets.put_right)),
}


def makeable(case_id: int) -> list[Makeable]:
    """The papers that make sense for the case now."""
    return [
        Makeable(kind, one.about, f"{kind.label}：{one.name}" if one.name else kind.label)
        for kind, form in SHEETS.items()
        for one in form.subjects(case_id)
    ]


def can_be_made(case_id: int, kind: PaperKind, about: int) -> bool:
    """Whether a paper of that kind about that makes sense now."""
    return any((one.kind, one.about) == (kind, about) for one in makeable(case_id))


def sheet_to_issue(
    case_id: int, kind: PaperKind, who: Who, now: datetime, about: int = 0
) -> PaperSheet:
    """The paper as it would come out now; nothing is recorded until it is issued."""
    if last := issues.valid(case_id, kind, about):
        return _of(last, Reissue(last.times + 1, now.date(), who.name), None)
    if not can_be_made(case_id, kind, about):
        raise AppError(f"这件事现在还没有可以出具的{kind.label}。")
    number = issues.number_to_come(kind, now.date())
    return _marked(SHEETS[kind].build(case_id, about), number, now, None, None)


def issue_sheet(
    case_id: int, kind: PaperKind, who: Who, now: datetime, about: int = 0
) -> PaperSheet:
    """Record that the paper is given out, and give what it says."""
    sheet_to_issue(case_id, kind, who, now, about)
    return sheet_of(issues.issue(case_id, kind, who, now, about))


def sheet_of(one: Issue) -> PaperSheet:
    """The paper of that issue, marked 补打 or 作废 where it is; what it says is of today."""
    return _of(one, issues.reissue_of(one), issues.voided_of(one))


def _of(one: Issue, again: Reissue | None, void: Voided | None) -> PaperSheet:
    sheet = SHEETS[one.kind].build(one.case_id, one.about)
    return _marked(sheet, one.number, issues.first_of(one).issued_at, again, void)


def _marked(
    sheet: PaperSheet, number: str, at: datetime, again: Reissue | None, void: Voided | None
) -> PaperSheet:
    """Receipt and form go by the number of the case, the papers of a visit by that of the visit;
    every other paper has one of its own."""
    if isinstance(sheet, CaseSheet):
        return replace(sheet, number=number, issued_at=at, reissue=again, voided=void)
    if isinstance(sheet, NumberedSheet):
        return replace(sheet, issued_at=at, reissue=again, voided=void)
    return replace(sheet, reissue=again, voided=void)
