"""The papers that press for an answer: reminder, supervision order, and raising the case."""

from collections.abc import Iterator
from datetime import date, datetime

from app.cases.registry import draft_of, get_row
from app.deadlines.calendar import work_calendar
from app.history import list_history
from app.papers import issues
from app.papers.on_paper import case_head, person_on_paper
from app.papers.orders import contact
from app.records.shares import answer_by
from app.sheets.orders import EscalationSheet, Reminded, ReminderSheet, Stop, SupervisionSheet
from models import CaseUnit, Escalation, Reminder
from models.choices import Act, PaperKind, ShareState, UnitRole, Urge

_DEMANDS = ("同反映人联系，告诉他办到哪一步。", "说明到现在没有答复的原因，什么时候答复。")


def reminders(case_id: int) -> list[tuple[int, str]]:
    return _urged(case_id, Urge.REMIND)


def supervisions(case_id: int) -> list[tuple[int, str]]:
    return _urged(case_id, Urge.SUPERVISE)


def escalations(case_id: int) -> list[tuple[int, str]]:
    query = Escalation.select().where(Escalation.case == case_id).order_by(Escalation.id)
    return [(one.id, f"第{one.times}次，到{one.raised_to}") for one in query]


def reminder_sheet(case_id: int, reminder_id: int) -> ReminderSheet:
    reminder = Reminder.get_by_id(reminder_id)
    share, on = reminder.share, reminder.at.date()
    earlier = Reminder.select().where(
        Reminder.share == share.id, Reminder.kind == Urge.REMIND, Reminder.times < reminder.times
    )
    return ReminderSheet(
        **case_head(get_row(case_id)),
        unit=share.name,
        role=share.role.label,
        times=reminder.times,
        contact=reminder.whom or contact(share),
        order_number=_order_number(share),
        ordered_on=share.sent_at.date(),
        due_on=answer_by(share),
        state=_standing(share, on),
        item=share.item,
        earlier=tuple(
            Reminded(one.at.date(), one.how, one.whom, one.answer)
            for one in earlier.order_by(Reminder.times)
        ),
        demands=_DEMANDS,
        answer_by=reminder.answer_by,
    )


def supervision_sheet(case_id: int, reminder_id: int) -> SupervisionSheet:
    order = Reminder.get_by_id(reminder_id)
    share, late_by = order.share, _late_by(order.share, order.at.date())
    before = Reminder.select().where(Reminder.share == share.id, Reminder.kind == Urge.REMIND)
    reminded = before.where(Reminder.at <= order.at).count()
    return SupervisionSheet(
        **case_head(get_row(case_id)),
        unit=share.name,
        order_number=_order_number(share),
        grounds=tuple(order.grounds.split("\n")),
        ordered_on=share.sent_at.date(),
        due_on=answer_by(share),
        overdue=f"{late_by}个工作日" if late_by > 0 else "",
        returned=_returned(case_id, order.at),
        reminded=f"{reminded}次" if reminded else "",
        facts=order.facts,
        demands=tuple(filter(None, order.demands.split("\n"))),
        answer_by=order.answer_by,
        approved_by=order.approved_by,
    )


def escalation_sheet(case_id: int, escalation_id: int) -> EscalationSheet:
    case, raised = get_row(case_id), Escalation.get_by_id(escalation_id)
    draft = draft_of(case_id)
    stops = (one for one in _path(case_id) if one.at <= raised.at)
    return EscalationSheet(
        **case_head(case),
        raised_to=raised.raised_to,
        grounds=raised.grounds.rstrip("。"),  # a part of a sentence there
        returns=raised.returns,
        received_on=case.received_at.date(),
        due_on=case.due_on,
        applicant=person_on_paper(draft.applicant),
        problem=draft.problem,
        demand=draft.demand,
        path=tuple(sorted(stops, key=lambda one: one.at)),
        opinion=raised.opinion,
        questions=tuple(filter(None, raised.questions.split("\n"))),
        answer_by=raised.answer_by,
    )


def _path(case_id: int) -> Iterator[Stop]:
    """Every station of every share, also of those that were given back."""
    gave = {line.at: line.by for line in list_history(case_id) if line.act is Act.ASSIGN}
    shares = CaseUnit.select().where(
        CaseUnit.case == case_id,
        CaseUnit.role != UnitRole.TRIED,
        CaseUnit.state != ShareState.PLANNED,
    )
    for one in shares.order_by(CaseUnit.id):
        yield Stop(one.sent_at, "交办", one.name, gave.get(one.sent_at, ""), one.item)
        if one.signed_at:
            yield Stop(one.signed_at, "签收", one.name, one.signed_by)
        if one.replied_at:
            yield Stop(one.replied_at, "答复", one.name, one.signed_by, one.reply)
        if one.returned_at:
            yield Stop(one.returned_at, "退单", one.name, one.signed_by, one.return_reason)


def _urged(case_id: int, kind: Urge) -> list[tuple[int, str]]:
    query = Reminder.select(Reminder, CaseUnit).join(CaseUnit)
    found = query.where(CaseUnit.case == case_id, Reminder.kind == kind).order_by(Reminder.id)
    return [(one.id, f"{one.share.name}，第{one.times}次") for one in found]


def _order_number(share: CaseUnit) -> str:
    order = issues.valid(share.case_id, PaperKind.ORDER, share.id)
    return order.number if order else ""


def _standing(share: CaseUnit, on: date) -> str:
    """Overdue by so many working days, or how long there still is."""
    late_by = _late_by(share, on)
    if late_by > 0:
        return f"已逾期{late_by}个工作日"
    return "今天到期" if answer_by(share) == on else f"还有{-late_by}个工作日"


def _late_by(share: CaseUnit, on: date) -> int:
    return work_calendar().between(answer_by(share), on)


def _returned(case_id: int, until: datetime) -> str:
    """How often, and by how many units."""
    gone = CaseUnit.select().where(CaseUnit.case == case_id, CaseUnit.returned_at <= until)
    units = {one.name for one in gone}
    return f"{len(gone)}次（{len(units)}个单位）" if units else ""
