"""The order to a unit (交办单): what it is to do of a case, and until when."""

from app.attachments import list_attachments
from app.cases.registry import draft_of, get_row
from app.deadlines.clocks import rules_of
from app.history import list_history
from app.papers.on_paper import case_head, person_on_paper
from app.records.shares import answer_by, given_shares
from app.sheets.orders import OrderSheet
from models import Case, CaseUnit
from models.choices import Act


def orders(case_id: int) -> list[tuple[int, str]]:
    """The shares of the case there can be an order for."""
    return [(one.id, f"{one.name}（{one.role.label}）") for one in given_shares(case_id)]


def order_sheet(case_id: int, share_id: int) -> OrderSheet:
    case, share = get_row(case_id), CaseUnit.get_by_id(share_id)
    draft = draft_of(case_id)
    others = [one for one in given_shares(case_id) if one.id != share_id]
    at_once = share.sign_by is None or share.sign_by <= share.sent_at.date()
    return OrderSheet(
        **case_head(case),
        unit=share.name,
        role=share.role.label,
        item=share.item,
        others="；".join(f"{one.name}（{one.role.label}）" for one in others),
        contact=contact(share),
        sign_by=None if at_once else share.sign_by,
        due_on=answer_by(share),
        due_rule=_rule(case, share),
        provisional=case.due_provisional,
        applicant=person_on_paper(draft.applicant),
        problem=draft.problem,
        demand=draft.demand,
        assessment=_said(case_id, Act.SORT),
        requirements=_requirements(case, share),
        attachments=_attached(case_id, [one.name for one in draft.materials]),
    )


def contact(share: CaseUnit) -> str:
    """The unit's liaison, as its card has it."""
    if not share.unit_id:
        return ""
    return "　".join(filter(None, (share.unit.liaison, share.unit.phone)))


def _rule(case: Case, share: CaseUnit) -> str:
    own = rules_of(case).days_of_unit(share.unit_id)
    if own is not None and answer_by(share) < case.due_on:
        return f"本单位{own}个工作日"
    return f"{case.grade.label}事项{case.due_days}个工作日"


def _requirements(case: Case, share: CaseUnit) -> tuple[str, ...]:
    rules = rules_of(case)
    told = [line for line in list_history(case.id) if line.act is Act.ASSIGN]
    noted = [line.note for line in told if line.at == share.sent_at]
    contact_in, inform_in = _within(rules.contact, "当天"), _within(rules.inform, "当天")
    return (
        *noted,
        f"签收{contact_in}同反映人联系，告诉他由谁办、什么时候答复。",
        f"办结{inform_in}把结果告诉反映人和本窗口；不能按期办结的，到期前申请延期并说明理由。",
    )


def _within(days: int, at_once: str) -> str:
    return f"后{days}个工作日内，" if days else at_once


def _said(case_id: int, act: Act) -> str:
    """The newest line of the history about that."""
    return next((line.note for line in list_history(case_id) if line.act is act), "")


def _attached(case_id: int, materials: list[str]) -> str:
    files = len(list_attachments(case_id))
    return "；".join([*materials, *([f"附件{files}件"] if files else [])])
