"""What becomes of the visits of a case that ends: nobody is gone to in vain."""

from collections.abc import Mapping
from datetime import datetime

from app.changes import Kind, saving
from app.directory import Who
from app.visits.calling_off import PLANNABLE, cancel
from app.visits.rules import visit_rules
from models import Visit
from models.choices import Act, VisitKind

_WHY: Mapping[Act, str] = {
    Act.SPOT: "办件当场办结",
    Act.CONCLUDE: "办件已办结",
    Act.GRANT_NO: "办件不能办",
    Act.WITHDRAW: "办件已撤回",
}
_DONE = (Act.SPOT, Act.CONCLUDE)


def end_with_case(case_id: int, act: Act, note: str, who: Who, now: datetime) -> None:
    """Cancel those that have no purpose any more, after a move that ends the case. The one that
    did it is over by then. Inside `saving`."""
    for visit in _ended_by(case_id, act):
        with saving(Kind.VISITS):
            why = f"{_WHY[act]}，不用再去"
            cancel(visit, f"{why}：{note}" if note else f"{why}。", who, now)


def told(case_id: int, act: Act) -> str:
    """What whoever makes that move has to know of the visits that end with it."""
    found = _ended_by(case_id, act)
    call = "请电话告诉他不用等了。" if any(one.starts_at for one in found) else ""
    return "".join(f"{_named(one)}同时取消。" for one in found) + call


def still_open(case_id: int) -> bool:
    """Whether somebody is still to be gone to for the case."""
    return bool(_open(case_id))


def _ended_by(case_id: int, act: Act) -> list[Visit]:
    """Where the case was done, what was made for it may still have to be brought (送证上门)."""
    if act not in _WHY:
        return []
    stays = (VisitKind.DELIVER,) if act in _DONE else ()
    return [one for one in _open(case_id) if one.kind not in stays]


def _open(case_id: int) -> list[Visit]:
    theirs = (Visit.case == case_id) & Visit.status.in_(PLANNABLE)
    return list(Visit.select().where(theirs).order_by(Visit.id))


def _named(visit: Visit) -> str:
    if visit.starts_at is None:
        return f"待安排的上门（{visit.number}）"
    at, half = visit.starts_at, visit_rules().half_of(visit.starts_at)
    return f"{at.month}月{at.day}日{half.label}的上门（{visit.number}）"
