"""What an empty ledger says: mostly it is good news."""

from datetime import date

from app.cases.filters import CaseFilter
from app.deadlines.due_windows import OPEN, DueWithin
from app.desk.todo import Todo
from ui.cases.filters import this_month

Said = tuple[str, str, str]  # icon, title, note

_GOOD: dict[CaseFilter, tuple[str, str]] = {
    CaseFilter(): ("还没有反映件", "没有人来，也是好消息。有人来，按 F2 登记。"),
    CaseFilter(due=DueWithin.OVERDUE): ("没有逾期的办件", "每一件都在期限里。"),
    CaseFilter(due=DueWithin.SOON): ("今明两天没有到期的办件", "可以往前赶一赶后面的。"),
    CaseFilter(due=DueWithin.WEEK): ("这一周没有到期的办件", "可以往前赶一赶后面的。"),
    CaseFilter(statuses=OPEN): ("没有在办的办件", "登记的都办结了。"),
    CaseFilter(todo=Todo.COMPLETE): ("没有待补全的登记", "快速登记的都补全了。"),
    CaseFilter(todo=Todo.INFORM): ("没有待反馈的办件", "办结的都告诉群众了。"),
}


def nothing(wanted: CaseFilter, today: date) -> Said:
    """Why there is nothing, and what can be done."""
    if said := _GOOD.get(wanted):
        return ("sprout", *said)
    if wanted.todo and wanted == CaseFilter(todo=wanted.todo):
        return "sprout", f"没有{wanted.todo.label}的办件", "这一步的都办了。"
    if wanted == _received(today, today):
        return "sprout", "今天还没有反映件", "没有人来，也是好消息。有人来，按 F2 登记。"
    if is_of_this_month(wanted, today):
        return "sprout", "这个月还没有反映件", "没有人来，也是好消息。月底照常出零报告。"
    if wanted == CaseFilter(text=wanted.text):
        tried = "可以试电话或证件号的后四位、姓名首字母、编号的最后几位。"
        return "search", f"没有找到“{wanted.text}”", tried
    return "search", "没有符合这些条件的办件", "去掉一个条件，或者清除条件看全部。"


def is_of_this_month(wanted: CaseFilter, today: date) -> bool:
    return wanted == _received(*this_month(today))


def _received(first: date | None, last: date | None) -> CaseFilter:
    return CaseFilter(received_from=first, received_to=last)
