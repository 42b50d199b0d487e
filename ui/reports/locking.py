"""The month is closed, after a question that says what follows; opened again on a sheet."""

from app.month.locks import MonthVersion, lock_month, not_lockable
from ui.kit import ask
from ui.kit.stepper import say_month
from ui.reports.acting import Acting
from ui.reports.reading import MonthSeen
from ui.reports.unlock_sheet import UnlockSheet


def cannot_lock(seen: MonthSeen) -> str:
    return "已经封账" if seen.closed else "本月还没有过完" if not seen.report.over else ""


def cannot_unlock(seen: MonthSeen) -> str:
    return "" if seen.closed else "本月没有封账"


def lock(at: Acting) -> None:
    if sentence := not_lockable(at.first, at.desk.today()):
        at.desk.errands.said.emit(sentence)
        return
    left = sum(not one.fine for one in at.seen.checks)
    told = (
        "本月的数字和台账按现在的样子留存，以后出的月报都照它。办件还可以改，"
        "改动会列入下一份月报的“更正”。要改月报本身，须由第二个人同意解封。"
    )
    if left:
        told = f"导出前检查还有 {left} 项要看。{told}"
    if not ask.is_sure(at.page, f"封账（{say_month(at.first)}）", told):
        return
    first, who, now = at.first, at.desk.who(), at.desk.now()
    at.desk.tasks.start(
        "正在封账",
        lambda: lock_month(first, who, now),
        lambda made: at.desk.errands.said.emit(_closed(made)),
        owner=at.page,
    )


def unlock(at: Acting) -> None:
    UnlockSheet(at.page.window(), at.desk, at.first).open()


def _closed(made: MonthVersion) -> str:
    return f"{say_month(made.month)}已封账，是第 {made.version} 版"
