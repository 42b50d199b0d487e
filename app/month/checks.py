"""What to put right before the month is sent up, and where it is found."""

from dataclasses import dataclass
from datetime import date

from app.case_filters import CaseFilter, that_wait
from app.case_list import count
from app.month.report import MonthlyReport
from app.todo import Todo


@dataclass(frozen=True)
class Check:
    """`wanted` lists the cases; None where there is nothing to be done about them any more."""

    what: str
    cases: int
    advice: str
    wanted: CaseFilter | None

    @property
    def fine(self) -> bool:
        return not self.cases


def check_month(report: MonthlyReport, today: date) -> tuple[Check, ...]:
    """What the month's tables lack, then what the desk owes today, of whatever month."""
    of_month = CaseFilter(
        todo=Todo.COMPLETE, received_from=report.first, received_to=min(report.last, today)
    )
    incomplete = count(of_month, today)
    return (
        Check(
            "缺成因",
            report.lacking.get("成因", 0),
            "补上再导出，成因表才全" if incomplete else "已经归档，按“未填”统计",
            of_month if incomplete else None,
        ),
        Check("待补全", incomplete, "快速登记的，把其余各项填上", of_month),
        _owed("逾期未办结", Todo.OVERDUE, "先催办，再报送", today),
        _owed("办结未反馈", Todo.INFORM, "告诉来人结果，再记一笔", today),
    )


def _owed(what: str, todo: Todo, advice: str, today: date) -> Check:
    wanted = that_wait(todo)
    return Check(what, count(wanted, today), advice, wanted)
