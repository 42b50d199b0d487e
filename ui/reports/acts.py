"""What can be done with the month: a row each, in sight or behind 更多."""

from collections.abc import Callable
from dataclasses import dataclass

from ui.kit.items import Item
from ui.reports.acting import Acting
from ui.reports.appraisal import show_appraisal
from ui.reports.beside_sheet import look_beside
from ui.reports.exporting import FULL, export, export_full
from ui.reports.locking import cannot_lock, cannot_unlock, lock, unlock
from ui.reports.mail_sheet import open_mail
from ui.reports.outbox_sheet import open_outbox
from ui.reports.reading import MonthSeen
from ui.reports.signing import print_cover
from ui.reports.story_sheet import cannot_write, write_story
from ui.reports.template_sheet import open_template


@dataclass(frozen=True)
class MonthAct:
    """`hindered` says in a few words why it cannot be done with this month, or nothing."""

    name: str
    do: Callable[[Acting], None]
    icon: str = ""
    key: str = ""
    hindered: Callable[[MonthSeen], str] = lambda _seen: ""
    called: Callable[[MonthSeen], str] | None = None  # its name, where that depends on the month

    def said(self, seen: MonthSeen) -> str:
        return self.called(seen) if self.called else self.name


def _no_rows(seen: MonthSeen) -> str:
    return "" if seen.report.ledger or seen.report.carried else "本月没有台账"


def _is_damaged(seen: MonthSeen) -> str:
    return "留存的数据已损坏" if seen.damaged else ""


def _export(seen: MonthSeen) -> str:
    return "导出零报告" if seen.report.zero else "导出 Excel"


# The last of them is the primary one.
IN_SIGHT = (
    MonthAct("发送邮件", open_mail, "mail", "F6"),
    MonthAct("导出 Excel", export, "download", "F9", called=_export),
)
MORE = (
    MonthAct("打印封面签字页", print_cover, hindered=_is_damaged),
    MonthAct("检查、更正和记录", look_beside),
    MonthAct("写情况说明", write_story, hindered=cannot_write),
    MonthAct("填上级模板", open_template),
    MonthAct("考核表", show_appraisal),
    MonthAct("封账", lock, hindered=cannot_lock),
    MonthAct("解封", unlock, hindered=cannot_unlock),
    MonthAct("发件箱", open_outbox),
    MonthAct(FULL, export_full, hindered=_no_rows),
)


def items_of(seen: MonthSeen) -> list[Item]:
    """What stands behind 更多 for this month, each that cannot be done with why."""
    return [Item(one, one.said(seen), why=one.hindered(seen)) for one in MORE]
