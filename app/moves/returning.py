"""A unit gives a case back (退单), and the case is raised to those above it (提级)."""

from datetime import datetime

from app.centre import get_centre
from app.deadlines.clocks import rules_of
from app.directory import Who
from app.moves.asks import Ask, Asked, Given
from app.moves.move import Done, Making
from app.records.shares import returns
from models import Case, CaseUnit, Escalation
from models.choices import Act, ShareState

RETURN = (
    Asked("share", "退单单位", Ask.ONE_OF, "请选哪个单位退单。", among="unanswered shares"),
    Asked("note", "退单理由", needed="请写明退单理由。", hint="为什么不归它办，该归谁办"),
    Asked(
        "basis",
        "依据",
        Ask.LINE,
        "没有依据不能退单：请写明哪个文件、哪一条。",
        hint="文件名称和条款，例如职责规定第几条",
    ),
)
ESCALATE = (
    Asked("raised_to", "提级到", Ask.LINE, "请写明提级到谁。", hint="分管领导、专班或上级单位"),
    Asked("note", "提级事由", needed="请写明为什么提级。", hint="卡在哪里，已经做过什么"),
    Asked("opinion", "窗口意见", hint="建议怎么办"),
    Asked("questions", "请求明确", Ask.LINES, hint="要上级定的事，一行一项"),
    Asked("answer_by", "请求答复日期", Ask.DAY),
)
NEXT_ABOVE = "分管领导"  # who approves at a township (domain.md §3)


def give_back(making: Making) -> Done:
    """Keep the reason with the share; the case comes back into the window's hands."""
    reason = f"{making.given['note']}（依据：{making.given['basis']}）"
    share = CaseUnit.get_by_id(making.given["share"])
    CaseUnit.update(state=ShareState.RETURNED, returned_at=making.now, return_reason=reason).where(
        CaseUnit.id == share.id
    ).execute()
    count = returns(making.case.id)
    note = f"{share.name}退单（第 {count} 次）：{reason}"
    if making.case.escalated_at or count < rules_of(making.case).returns:
        return Done(note)
    grounds = f"累计退单 {count} 次"
    raised = {"raised_to": raised_to(), "grounds": grounds}
    _write(making.case, raised, making.who, making.now)
    then = ((Act.ESCALATE, f"提级到{raised['raised_to']}：{grounds}。"),)
    return Done(note, {"escalated_at": making.now}, then=then)


def escalate(making: Making) -> Done:
    given = making.given
    raised = {
        "raised_to": given["raised_to"],
        "grounds": given["note"],
        "opinion": given["opinion"],
        "questions": "\n".join(given["questions"]),
        "answer_by": given["answer_by"],
    }
    _write(making.case, raised, making.who, making.now)
    first = making.case.escalated_at or making.now
    return Done(f"提级到{given['raised_to']}：{given['note']}", {"escalated_at": first})


def raised_to() -> str:
    """To whom a case is raised where nobody is named: the centre's superior, if it has one."""
    return get_centre().superior or NEXT_ABOVE


def proposed(_case: Case, _today: object) -> Given:
    return {"raised_to": raised_to()}


def _write(case: Case, raised: Given, who: Who, now: datetime) -> None:
    times = Escalation.select().where(Escalation.case == case.id).count() + 1
    known = {"case": case.id, "times": times, "at": now, "by": who.name}
    Escalation.create(**known, **raised, returns=returns(case.id))
