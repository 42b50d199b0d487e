"""A point is appealed against, decided on, left out, or taken in again: each by rule, each kept."""

from dataclasses import dataclass
from datetime import datetime

from app import typed
from app.access import second_person
from app.access.second_person import SignOff
from app.appraisal.closed import closed_at
from app.appraisal.points import Point, PointState
from app.appraisal.quarter import quarter_of
from app.appraisal.reviews import reviews_of
from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, Invalid
from models import PointReview
from models.choices import Choice, ReviewStep

_REASON, _PERSON = 500, 60


class ReviewAct(Choice):
    """What can be done about a point at the desk."""

    APPEAL = "appeal", "申诉"
    DECIDE = "decide", "申诉结论"
    EXCLUDE = "exclude", "排除"
    RESTORE = "restore", "恢复计分"
    JUDGE = "judge", "认定无依据"


_STEPS = {
    ReviewAct.APPEAL: ReviewStep.APPEALED,
    ReviewAct.EXCLUDE: ReviewStep.EXCLUDED,
    ReviewAct.RESTORE: ReviewStep.RESTORED,
    ReviewAct.JUDGE: ReviewStep.GROUNDLESS,
}


@dataclass(frozen=True, kw_only=True)
class ReviewDraft:
    """`person` speaks for the unit in an appeal; everything else is signed by a second person."""

    reason: str = ""
    person: str = ""
    upheld: bool | None = None
    approver: int | None = None
    password: str = ""
    signed_on_paper: str = ""


def acts_for(point: Point) -> tuple[ReviewAct, ...]:
    """What may be done about it next. A point is appealed against once, and only a minus."""
    steps = [one.step for one in point.reviews]
    last = steps[-1] if steps else None
    if last in (ReviewStep.UPHELD, ReviewStep.EXCLUDED):
        return (ReviewAct.RESTORE,)
    if point.state is PointState.EXEMPT:
        return ()
    if point.state is PointState.UNJUDGED:
        return (ReviewAct.JUDGE,)
    if last is ReviewStep.APPEALED:
        return (ReviewAct.DECIDE,)
    if point.event.plus or ReviewStep.APPEALED in steps:
        return (ReviewAct.EXCLUDE,)
    return (ReviewAct.APPEAL, ReviewAct.EXCLUDE)


def problems(draft: ReviewDraft, act: ReviewAct, point: Point, who: Who) -> dict[str, str]:
    found = {}
    if not typed.line(draft.reason):
        found["reason"] = "请写明理由，写得让单位看得懂。"
    elif sentence := typed.too_long(draft.reason, _REASON):
        found["reason"] = sentence
    if act is ReviewAct.APPEAL:
        if not typed.line(draft.person):
            found["person"] = "请写明单位里谁提出申诉。"
        elif sentence := typed.too_long(draft.person, _PERSON):
            found["person"] = sentence
        return found
    if act is ReviewAct.DECIDE and draft.upheld is None:
        found["upheld"] = "请选申诉成立还是不成立。"
    return found | _wrong_signer(draft, act, point, who)


def review_point(
    point: Point, act: ReviewAct, draft: ReviewDraft, who: Who, now: datetime
) -> ReviewStep:
    """Add it to what is kept of the point; gives the step that was taken."""
    if act not in acts_for(point):
        raise AppError(f"这一分现在不能{act.label}，请刷新后再看。")
    if at := closed_at(quarter_of(point.at.date())):
        raise AppError(f"这个季度 {at:%Y-%m-%d} 已经封账，先解封最后一个月，再改分。")
    if found := problems(draft, act, point, who):
        raise Invalid(found)
    step = _STEPS.get(act) or (ReviewStep.UPHELD if draft.upheld else ReviewStep.DISMISSED)
    person = typed.line(draft.person) if act is ReviewAct.APPEAL else _signed(draft, who, now)
    with saving(Kind.APPRAISAL):
        if reviews_of(point.event, point.source) != point.reviews:
            raise AppError("别人刚刚处理过这一分，请刷新后再看。")
        PointReview.create(
            case=point.case_id,
            unit=point.unit,
            event=point.event,
            source=point.source,
            step=step,
            at=now,
            staff=who.id,
            reason=typed.paragraphs(draft.reason),
            person=person,
        )
    return step


def _wrong_signer(draft: ReviewDraft, act: ReviewAct, point: Point, who: Who) -> dict[str, str]:
    """Never whoever is at the desk; of an appeal, not whoever took it down either."""
    signed = SignOff(draft.approver, draft.signed_on_paper)
    barred = [point.reviews[-1].by_id] if act is ReviewAct.DECIDE else []
    return second_person.problems(signed, who, *barred)


def _signed(draft: ReviewDraft, who: Who, now: datetime) -> str:
    """The second person, at the desk with a password, or on a sheet of paper."""
    signed = SignOff(draft.approver, typed.line(draft.signed_on_paper))
    second_person.prove(signed, draft.password, who, now)
    return second_person.name(signed)
