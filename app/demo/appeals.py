"""What units of the demonstration say to their points: one appeals, of another one was left out."""

from collections.abc import Sequence

from app.access.sign_in import SECOND_PERSONS
from app.appraisal import appraise
from app.appraisal.quarter import quarter_of
from app.appraisal.reviewing import ReviewAct, ReviewDraft, review_point
from app.demo.hours import Hours
from app.directory import Who

_APPEAL = ReviewDraft(
    person="经办人", reason="要等上级系统推送数据，期限到的那天数据还没有到，附有系统提示。"
)
_LEFT_OUT = "单位当天下午已经电话答复，窗口第二天才登记。"


def add_appeals(hours: Hours, staff: Sequence[Who]) -> None:
    """Call it inside `saving`."""
    at = hours.recent(0)
    units = appraise(quarter_of(at.date()), at).units
    taken = [one for unit in units for one in unit.points if one.points < 0]
    leader = next(one for one in staff if one.role in SECOND_PERSONS)
    clerk = next(one for one in staff if one.id != leader.id)
    if taken:
        review_point(taken[0], ReviewAct.APPEAL, _APPEAL, clerk, at)
    if taken[1:]:
        draft = ReviewDraft(reason=_LEFT_OUT, approver=leader.id)
        review_point(taken[1], ReviewAct.EXCLUDE, draft, clerk, at)
