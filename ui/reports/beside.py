"""Beside the sheets: what to look at before they go out, to whom, and when they went."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.month import ExportRow
from app.month.checks import Check
from ui.kit.entries import Entry, EntryList
from ui.kit.panel import Panel
from ui.kit.stepper import say_month
from ui.kit.style import Tone
from ui.kit.text import wrapped
from ui.reports.reading import MonthSeen

MASKED = "表里只留姓氏，不列电话和证件号码。"
NOBODY = "还没填报送单位，在“设置”的中心信息里填。"
MOST = 6


class Beside(Panel):
    wanted = Signal(object)  # the CaseFilter of what is to be put right

    def __init__(self) -> None:
        super().__init__()
        self.checks = EntryList(name="导出前检查")
        self.checks.chosen.connect(self._go)
        self.part = self.section("导出前检查")
        self.part.add(self.checks)
        self.superior = wrapped("")
        self.section("报给谁", self.superior)
        self.section("个人信息", wrapped(MASKED))
        self.history = EntryList(pressable=False, name="导出记录")
        self.exported = self.section("导出记录")
        self.exported.add(self.history)

    def show_month(self, seen: MonthSeen) -> None:
        open_ = [one for one in seen.checks if not one.fine]
        self.part.note.say(f"{len(open_)} 项要看" if open_ else "都好了")
        self.checks.set_entries([_check(one) for one in seen.checks])
        self.superior.setText(seen.report.centre.superior or NOBODY)
        self._show_exports(seen.exports)

    def _show_exports(self, exports: Sequence[ExportRow]) -> None:
        self.exported.note.say(f"{len(exports)} 次" if exports else "还没有")
        self.history.set_entries([_export(one) for one in exports[:MOST]])

    def _go(self, entry: Entry) -> None:
        if entry.key is not None:
            self.wanted.emit(entry.key)


def _check(one: Check) -> Entry:
    if one.fine:
        return Entry(f"没有{one.what}的", tone=Tone.GOOD, icon="circle-check")
    return Entry(
        f"{one.cases} 件{one.what}",
        one.advice,
        tone=Tone.WARN,
        icon="triangle-alert",
        act="去看" if one.wanted else "",
        key=one.wanted,
    )


def _export(one: ExportRow) -> Entry:
    cases = f"{one.cases} 件" if one.cases else "零报告"
    return Entry(
        f"{say_month(one.month)}月报",
        f"{one.made_by}，{cases}，{'未遮盖台账' if one.full else '已遮盖'}",
        f"{one.made_at:%m-%d}",
        tone=Tone.WARN if one.full else Tone.PLAIN,
        icon="triangle-alert" if one.full else "file-spreadsheet",
        key=one.id,
    )
