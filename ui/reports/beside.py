"""Beside the sheets: what to look at before they go out, to whom, what was closed, what went."""

from PySide6.QtCore import Signal, SignalInstance

from app.mail.outbox import MailRow
from ui.kit.entries import Entry, EntryList
from ui.kit.panel import Panel
from ui.kit.text import wrapped
from ui.reports.reading import MonthSeen
from ui.reports.told import check_entries, correction_entries, version_entries
from ui.reports.told_mail import history

NOBODY = "还没填报送单位，在“设置”的中心信息里填。"
MOST = 6


class Beside(Panel):
    wanted = Signal(object)  # the CaseFilter of what is to be put right, or STORY
    looked_for = Signal(object)  # the Correction that is to be looked at
    mail_wanted = Signal(int)  # the mail that is to be looked at
    again = Signal(object)  # the ExportRow that is to be made again

    def __init__(self) -> None:
        super().__init__()
        self.checks = EntryList(name="导出前检查")
        self.checks.chosen.connect(lambda entry: self._pass_on(self.wanted, entry))
        self.part = self.section("导出前检查")
        self.part.add(self.checks)
        self.corrections = EntryList(name="更正")
        self.corrections.chosen.connect(lambda entry: self._pass_on(self.looked_for, entry))
        self.corrected = self.section("更正")
        self.corrected.add(self.corrections)
        self.superior = wrapped("")
        self.section("报给谁", self.superior)
        self.versions = EntryList(pressable=False, name="封账")
        self.closed = self.section("封账")
        self.closed.add(self.versions)
        self.history = EntryList(name="发送记录")
        self.history.chosen.connect(self._look_into)
        self.exported = self.section("发送记录")
        self.exported.add(self.history)

    def show_month(self, seen: MonthSeen) -> None:
        open_ = [one for one in seen.checks if not one.fine]
        self.part.note.say(f"{len(open_)} 项要看" if open_ else "都好了")
        self.checks.set_entries(check_entries(seen.checks))
        self._show_corrections(seen)
        self.superior.setText(seen.report.centre.superior or NOBODY)
        self.closed.setVisible(bool(seen.versions))
        self.closed.note.say(f"{len(seen.versions)} 版")
        self.versions.set_entries(version_entries(seen.versions))
        self.exported.note.say(f"{len(seen.exports)} 次" if seen.exports else "还没有")
        of_month = sum(one.month == seen.report.first for one in seen.exports)  # they come first
        self.history.set_entries(history(seen.exports[: max(MOST, of_month)], seen.mails))

    def _show_corrections(self, seen: MonthSeen) -> None:
        """Of months that were closed before this one, or of its own earlier version."""
        found = seen.report.corrections
        self.corrected.setVisible(bool(found))
        self.corrected.note.say(f"{len(found)} 处")
        self.corrections.set_entries(correction_entries(found, MOST))

    def _look_into(self, entry: Entry) -> None:
        if isinstance(entry.key, MailRow):
            self.mail_wanted.emit(entry.key.id)
        else:
            self._pass_on(self.again, entry)

    def _pass_on(self, signal: SignalInstance, entry: Entry) -> None:
        if entry.key is not None:
            signal.emit(entry.key)
