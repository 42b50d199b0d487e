"""What the pictures show, one scene after another in the same window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt

from app.access.new_passwords import NewPassword, set_password
from app.cases.case_list import case_ids
from app.cases.filters import CaseFilter
from app.deadlines.due_windows import DueWithin
from app.directory import Who, list_staff
from app.first_start import begin
from ui import (
    case_of_the_report,
    scenes_of_a_case,
    scenes_of_mail,
    scenes_of_points,
    scenes_of_reports,
    scenes_of_requests,
    scenes_of_statistics,
    scenes_of_template,
    scenes_of_the_month,
    scenes_of_visits,
)
from ui.cases.page import CasesPage
from ui.intake.page import IntakePage
from ui.kit.errands import CASES, HOME, REPORTS, SETTINGS
from ui.kit.keys import go_to
from ui.kit.popover import Popover
from ui.kit.sheet import Sheet
from ui.reports.page import ReportsPage
from ui.settings.page import OPTIONS
from ui.stage import NOW, Stage
from ui.welcome.first_start import FirstStart
from ui.welcome.who_is_here import WhoIsHere

Scene = tuple[str, Callable[[Stage], None]]
KEY = Qt.Key
SECRET = "yunxi-2026"  # of nobody
# Pages of the settings that look unlike one another.
SHOWN = (
    "权限",
    "人员",
    "登录与锁定",
    "单位",
    "办理时限",
    "考核",
    "编号",
    "工作日历",
    "邮件",
    "备份",
    "外观",
)


def _nothing(stage: Stage) -> None:
    """As it opens."""


def _who(stage: Stage) -> None:
    first = stage.content
    assert isinstance(first, FirstStart)
    first.demo.click()
    stage.until(lambda: isinstance(stage.content, WhoIsHere), "演示数据")


def _desk(stage: Stage) -> None:
    stage.press(KEY.Key_1)
    stage.shell.go(HOME)
    _backed_up(stage)


def _cases(stage: Stage) -> None:
    stage.shell.go(CASES)


def _split(stage: Stage) -> None:
    page = stage.page
    assert isinstance(page, CasesPage)
    overdue = case_ids(CaseFilter(due=DueWithin.OVERDUE), NOW.date())
    page.open_case(overdue[0])


def _report(stage: Stage) -> None:
    _leave(stage)
    page = stage.shell.go(REPORTS)
    assert isinstance(page, ReportsPage)
    stage.until(lambda: page.seen, "月报预览")


def _ledger(stage: Stage) -> None:
    page = stage.page
    assert isinstance(page, ReportsPage)
    page.month.set_value(date(NOW.year, NOW.month, 1))
    stage.until(lambda: page.seen and page.seen.report.first == page.month.value(), "月报")
    page.sheet.set_value("明细台账")


def _settings(stage: Stage) -> None:
    stage.shell.go(SETTINGS)


def _option(name: str) -> Scene:
    def show(stage: Stage) -> None:
        stage.shell.visit(SETTINGS, name)

    return f"05-settings-{[one for one, *_ in OPTIONS].index(name) + 1:02}", show


def _reception(stage: Stage) -> None:
    stage.shell.go(HOME)
    stage.press(KEY.Key_F3)


def _intake_empty(stage: Stage) -> None:
    _leave(stage)
    stage.press(KEY.Key_F2)


def _hints(stage: Stage) -> None:
    """Half filled in, one number too short, and F9."""
    half = ("person.name", "person.phone", "matter", "problem", "nature")
    words = dict(case_of_the_report.WORDS) | {"person.phone": "1001234567"}
    case_of_the_report.fill_in(stage, tuple((name, words[name]) for name in half))
    stage.press(KEY.Key_F9)


def _intake(stage: Stage) -> None:
    """The other one waits as a draft."""
    stage.press(KEY.Key_F2)
    case_of_the_report.fill_in(stage, case_of_the_report.WORDS)
    page = stage.page
    assert isinstance(page, IntakePage)
    go_to(page.form.how.lead)


def _due(stage: Stage) -> None:
    page = stage.page
    assert isinstance(page, IntakePage)
    page.form.how.due.why.click()


def _receipt(stage: Stage) -> None:
    for popover in list[Popover](stage.shell.findChildren(Popover)):
        popover.leave()
    stage.rest()
    stage.press(KEY.Key_F9)


def _found(stage: Stage) -> None:
    _leave(stage)
    stage.shell.go(HOME)
    stage.press(KEY.Key_K, Qt.KeyboardModifier.ControlModifier)
    stage.write(case_of_the_report.INITIALS)
    box = stage.shell.top.one_box
    stage.until(lambda: box.list is not None and box.list.isVisible(), "查找结果")


def _set_up(stage: Stage) -> None:
    """A centre on its first morning; whoever looks after it has a password already."""
    from app.demo.town import town

    begin(replace(town().centre, demonstration=False), town().lists)
    _protect(list_staff()[0])
    first = stage.content
    assert isinstance(first, FirstStart)
    first.done.emit()
    stage.rest()
    stage.press(KEY.Key_1)


def _signed_in(stage: Stage) -> None:
    stage.write(SECRET)
    stage.press(KEY.Key_Return)
    stage.shell.go(HOME)
    _backed_up(stage)


def _backed_up(stage: Stage) -> None:
    """The foot says so a second after the window has opened."""
    stage.until(lambda: stage.shell.foot.saved, "备份")


def _locked(stage: Stage) -> None:
    """The clerk has a password by now, and went for a coffee."""
    _leave(stage)
    _protect(stage.shell.at_desk())
    stage.press(KEY.Key_L, Qt.KeyboardModifier.ControlModifier)


def _protect(who: Who) -> None:
    set_password(who.id, NewPassword(password=SECRET, again=SECRET), who, NOW)


def _leave(stage: Stage) -> None:
    for sheet in list[Sheet](stage.holder.findChildren(Sheet)):
        sheet.leave()
    stage.rest()


def _a_case(stage: Stage) -> None:
    for _ in range(2):  # what was looked for goes with its list
        stage.press(KEY.Key_Escape)
    _leave(stage)
    scenes_of_a_case.on_its_way(stage)


def _appraisal(stage: Stage) -> None:
    _leave(stage)
    scenes_of_points.appraisal(stage)


FULL: tuple[Scene, ...] = (
    ("07-welcome", _nothing),
    ("08-who", _who),
    ("01-desk", _desk),
    ("03-cases", _cases),
    ("03-cases-split", _split),
    ("13-visits", scenes_of_visits.week),
    *scenes_of_visits.SCENES,
    *scenes_of_requests.SCENES,
    *scenes_of_statistics.SCENES,
    ("04-report", _report),
    ("04-report-ledger", _ledger),
    ("05-settings", _settings),
    *(_option(name) for name in SHOWN),
    ("09-reception", _reception),
    ("02-intake-empty", _intake_empty),
    ("02-intake-hints", _hints),
    ("02-intake", _intake),
    ("02-intake-due", _due),
    ("06-receipt", _receipt),
    ("01-desk-found", _found),
    ("12-case-on-its-way", _a_case),
    ("12-case-settled", scenes_of_a_case.settled),
    ("12-case-more", scenes_of_a_case.more),
    ("12-move-assign", scenes_of_a_case.giving),
    ("12-move-conclude", scenes_of_a_case.concluding),
    ("12-move-no", scenes_of_a_case.saying_no),
    ("12-move-meeting", scenes_of_a_case.meeting),
    ("18-appraisal", _appraisal),
    ("18-appraisal-points", scenes_of_points.points),
    ("18-appraisal-review", scenes_of_points.review),
    *scenes_of_the_month.SCENES,
    ("04-report-closed", scenes_of_reports.closed),
    ("04-report-more", scenes_of_reports.more),
    ("04-report-corrected", scenes_of_reports.corrected),
    ("04-report-over", scenes_of_reports.over_the_page),
    ("04-report-closed-case", scenes_of_reports.of_a_closed_month),
    ("04-report-opening", scenes_of_reports.opening),
    *scenes_of_template.SCENES,
    *scenes_of_mail.SCENES,
    ("04-report-to-be-put-right", scenes_of_reports.to_be_put_right),
    ("11-locked", _locked),
)
EMPTY: tuple[Scene, ...] = (
    ("11-password", _set_up),
    ("10-empty-desk", _signed_in),
    ("10-empty-cases", _cases),
    ("10-empty-report", _report),
)
