"""What to put right before the month is sent up: of the month's own cases, and how to find them."""

from dataclasses import dataclass
from datetime import date

from app.cases.case_list import count
from app.cases.filters import CaseFilter
from app.deadlines.due_windows import DueWithin
from app.desk.todo import Todo
from app.lacks import Lack
from app.month.report import MonthlyReport
from app.month.stories import story_of
from app.month.totals import disagreements


@dataclass(frozen=True)
class Check:
    """`wanted` lists the cases; None where it is not about cases. `go` says what is done there."""

    what: str
    found: int
    advice: str
    wanted: CaseFilter | None = None
    go: str = "去看"

    @property
    def fine(self) -> bool:
        return not self.found

    @property
    def title(self) -> str:
        return f"{self.found} 件{self.what}" if self.wanted else self.what


@dataclass(frozen=True)
class _Asked:
    what: str
    advice: str
    todo: Todo | None = None
    lack: Lack | None = None
    due: DueWithin | None = None
    go: str = "去看"


# What the tables count by first, then what was to be done, what waits for a second person last.
_ASKED = (
    _Asked("无成因", "补上再导出，成因表才全", lack=Lack.CAUSE, go="去补"),
    _Asked("无性质", "补上再导出，性质表才全", lack=Lack.NATURE, go="去补"),
    _Asked("无牵头单位", "补上再导出，单位表才全", lack=Lack.LEAD, go="去补"),
    _Asked("待补全", "快速登记的，把其余各项填上", Todo.COMPLETE, go="去补"),
    _Asked("逾期未说明", "在办件里“说明逾期”，写明为什么", lack=Lack.REASON, go="去说明"),
    _Asked("逾期未办结", "先催办，再报送", due=DueWithin.OVERDUE),
    _Asked("办结未反馈", "告诉来人结果，再记一笔", Todo.INFORM, go="去反馈"),
    _Asked("没有回访", "问一问满意不满意，再记一笔", Todo.FOLLOW_UP, go="去回访"),
    _Asked("差评未整改", "整改以后再告诉来人", Todo.REWORK, go="去整改"),
    _Asked("误评申诉没有结论", "请负责人定", Todo.JUDGE),
    _Asked("延期申请没有批", "请负责人定，期限跟着它走", Todo.GRANT_EXTENSION),
    _Asked("否定报备没有批", "请负责人定", Todo.GRANT_NO),
)
TOTALS, STORY = "合计与台账不一致", "情况说明数字变过"


def check_month(report: MonthlyReport, today: date) -> tuple[Check, ...]:
    """Every one of them, also those that found nothing."""
    return (
        *(_check(one, report.first, today) for one in _ASKED),
        _story(report),
        _totals(report),
    )


def _check(one: _Asked, month: date, today: date) -> Check:
    wanted = CaseFilter(todo=one.todo, lack=one.lack, due=one.due, month=month)
    return Check(one.what, count(wanted, today), one.advice, wanted, one.go)


def _story(report: MonthlyReport) -> Check:
    """Words of its own stay as they are while the figures go on, until all of it is closed."""
    told = story_of(report)
    stale = told.stale and report.seal is None
    return Check(STORY, int(stale), f"{told.by}写好以后变的，请核对" if stale else "", go="去核对")


def _totals(report: MonthlyReport) -> Check:
    found = disagreements(report)
    advice = f"{'、'.join(found)}；请先“检查数据”，再找维护人员" if found else ""
    return Check(TOTALS, len(found), advice)
