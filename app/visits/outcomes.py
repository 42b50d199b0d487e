"""What came of a visit; its case goes on in the same act, and what failed is proposed anew."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from app import typed
from app.cases.registry import get_row as case_row
from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, Invalid
from app.moves import move_case, refusal
from app.moves.asks import Given
from app.visits import diary
from app.visits.draft import LINE_LIMIT, MOST_LINES, TEXT_LIMIT, VisitDraft
from app.visits.requests import draft_of, get_row
from models import Helper, Visit, VisitHelper
from models.choices import (
    Act,
    ContactWay,
    Delivery,
    Ending,
    VisitAct,
    VisitCheck,
    VisitKind,
    VisitOutcome,
    VisitStatus,
)

DONE = (VisitOutcome.DONE, VisitOutcome.PARTLY)
_TOLD = "上门时当面告诉了他。"
OVER = (VisitStatus.DONE, VisitStatus.FAILED)


@dataclass(frozen=True, kw_only=True)
class OutcomeDraft:
    """`case_act` is the move that its case makes in the same act, with what is said with it."""

    outcome: VisitOutcome | None = None
    note: str = ""
    arrived_at: datetime | None = None
    left_at: datetime | None = None
    taken: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    delivery: Delivery | None = None
    photo_consent: bool = False
    case_act: Act | None = None
    case_given: Given = field(default_factory=dict)


@dataclass(frozen=True)
class CaseGoesOn:
    """The move proposed for the case of a visit, with what would be said."""

    act: Act
    given: Mapping[str, Any]


def problems(draft: OutcomeDraft, now: datetime) -> dict[str, str]:
    found = typed.overlong(draft, {"note": TEXT_LIMIT})
    if draft.outcome is None:
        found["outcome"] = "请选结果：办成、部分办成、未遇、拒绝、设备故障、身体不便或材料不齐。"
    elif draft.outcome is not VisitOutcome.DONE and not typed.paragraphs(draft.note):
        found["note"] = "请写明现场情况和原因，下次上门要看。"
    if draft.outcome in DONE and draft.arrived_at is None:
        found["arrived_at"] = "请填写到达时间。"
    if draft.outcome in DONE and draft.left_at is None:
        found["left_at"] = "请填写离开时间。"
    found |= _of_times(draft, now)
    for name in ("taken", "returned"):
        lines = getattr(draft, name)
        if len(lines) > MOST_LINES or any(typed.too_long(one, LINE_LIMIT) for one in lines):
            found[name] = f"最多 {MOST_LINES} 行，每行最多 {LINE_LIMIT} 个字。"
    return found


def record_outcome(visit_id: int, draft: OutcomeDraft, who: Who, now: datetime) -> None:
    """Done in whole or in part, it is 已办; anything else is 未办成 and waits for the next one."""
    if found := problems(draft, now):
        raise Invalid(found)
    assert draft.outcome is not None
    with saving(Kind.VISITS, Kind.CASES):
        visit = get_row(visit_id)
        if visit.status is not VisitStatus.PLANNED:
            raise AppError(f"这次上门{visit.status.label}，不能再登记结果。")
        if visit.starts_at.date() > now.date():
            raise AppError("约定的日子还没到，提前去的请先改期。")
        Visit.update(**values_of(draft), outcome_at=now, outcome_by=who.name).where(
            Visit.id == visit_id
        ).execute()
        note = typed.paragraphs(draft.note)
        told = f"{draft.outcome.label}：{note}" if note else draft.outcome.label
        diary.enter(visit, who, now, VisitAct.OUTCOME, told)
        if draft.case_act is not None:
            if visit.case_id is None:
                raise Invalid({"case_act": "这次上门不是为哪件办件去的，没有办件要办。"})
            move_case(visit.case_id, draft.case_act, draft.case_given, who, now)


def case_proposal(visit_id: int, draft: OutcomeDraft, today: date) -> CaseGoesOn | None:
    """How the case would go on: concluded by a visit that did it, else the way it goes noted."""
    visit = get_row(visit_id)
    if visit.case_id is None or draft.outcome is None:
        return None
    case = case_row(visit.case_id)
    note = typed.paragraphs(draft.note) or f"上门{draft.outcome.label}"
    proposed = [CaseGoesOn(Act.PROGRESS, {"note": f"上门{draft.outcome.label}：{note}"})]
    if draft.outcome is VisitOutcome.DONE and draft.delivery is None:
        ended = {"ending": Ending.DONE, "note": note}
        on_the_spot = {"way": ContactWay.VISIT, "told": _TOLD}
        proposed.insert(0, CaseGoesOn(Act.CONCLUDE, ended))
        proposed.insert(1, CaseGoesOn(Act.SPOT, ended | on_the_spot))
    return next((one for one in proposed if not refusal(case, one.act, today)), None)


def next_draft(visit_id: int, today: date) -> VisitDraft | None:
    """The request for the next visit, where one is due: what failed or was done in part goes on,
    and what was made is brought. The one it came from, with its reason, is kept with it."""
    visit, draft = get_row(visit_id), draft_of(visit_id)
    if visit.status not in OVER or Visit.select().where(Visit.previous == visit_id).exists():
        return None
    again = replace(
        draft,
        previous_id=visit_id,
        earliest=None,
        latest=draft.latest if draft.latest and draft.latest >= today else None,
    )
    if visit.delivery is Delivery.VISIT:
        signed = (VisitCheck.IDENTITY, VisitCheck.SIGNATURE)
        return replace(
            again, kind=VisitKind.DELIVER, checklist=signed, papers=(), bring=(), minutes=None
        )
    return None if visit.outcome is VisitOutcome.DONE else again


def follow_up(visit_id: int, words: str, who: Who, now: datetime) -> None:
    """How it went, asked by somebody who was not there."""
    said = typed.paragraphs(words)
    if not said:
        raise Invalid({"words": "请写下对方怎么说。"})
    if over := typed.too_long(said, TEXT_LIMIT):
        raise Invalid({"words": over})
    with saving(Kind.VISITS, Kind.CASES):
        visit = get_row(visit_id)
        if visit.status not in OVER:
            raise AppError(f"这次上门{visit.status.label}，去过以后才能回访。")
        if who.id in _crew_of_the_centre(visit_id):
            raise AppError("去的人不能自己回访，请另一位同事来做。")
        Visit.update(followed_up_at=now, followed_up_by=who.name, follow_up_words=said).where(
            Visit.id == visit_id
        ).execute()
        diary.enter(visit, who, now, VisitAct.FOLLOW_UP, said)


def _of_times(draft: OutcomeDraft, now: datetime) -> dict[str, str]:
    found = {}
    if draft.arrived_at and draft.arrived_at > now:
        found["arrived_at"] = "时间不能晚于现在。"
    if draft.left_at and draft.left_at > now:
        found["left_at"] = "时间不能晚于现在。"
    elif draft.left_at and (draft.arrived_at is None or draft.left_at < draft.arrived_at):
        found["left_at"] = "离开不能早于到达。"
    return found


def values_of(draft: OutcomeDraft) -> dict[str, Any]:
    """As it is stored."""
    lists = {name: getattr(draft, name) for name in ("taken", "returned")}
    return {
        "status": VisitStatus.DONE if draft.outcome in DONE else VisitStatus.FAILED,
        "outcome": draft.outcome,
        "outcome_note": typed.paragraphs(draft.note),
        "arrived_at": draft.arrived_at,
        "left_at": draft.left_at,
        "delivery": draft.delivery,
        "photo_consent": draft.photo_consent,
        **{name: "\n".join(filter(None, map(typed.line, one))) for name, one in lists.items()},
    }


def _crew_of_the_centre(visit_id: int) -> set[int]:
    query = VisitHelper.select(Helper.staff).join(Helper).where(VisitHelper.visit == visit_id)
    return {staff for (staff,) in query.tuples() if staff is not None}
