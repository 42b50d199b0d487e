"""设置: what the centre is, whom and what it works with, and how it keeps its data."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.changes import Kind
from app.deadlines.calendar import year_to_enter
from app.desk.tidying import list_untidy
from ui.kit.desk import Desk
from ui.kit.errands import CALENDAR, SETTINGS, STAFF, TIDYING
from ui.kit.page import Page
from ui.kit.style import GAP, PAD, Tone
from ui.settings.about import AboutOption
from ui.settings.appraisal import AppraisalOption
from ui.settings.backups import BackupOption
from ui.settings.calendar import CalendarOption
from ui.settings.centre import CentreOption, NumberOption
from ui.settings.index import Ground, Line, SettingsIndex
from ui.settings.kinds import matters, units, villages
from ui.settings.look import LookOption
from ui.settings.mail import MailOption
from ui.settings.option import Option
from ui.settings.rights import RightsOption
from ui.settings.sign_in import SignInOption
from ui.settings.staff import StaffOption, unprotected
from ui.settings.tidying import TidyingOption
from ui.settings.times import TimesOption
from ui.settings.visit_lists import helpers, kits
from ui.settings.visit_ways import WayOption
from ui.settings.visits import VisitOption
from ui.settings.wording import RemedyOption, scope_reasons
from ui.settings.words import WordOption

OPTIONS: tuple[tuple[str, str, Callable[[Desk], Option]], ...] = (
    ("中心信息", "house", CentreOption),
    (STAFF, "users", StaffOption),
    ("登录与锁定", "lock", SignInOption),
    ("权限", "shield-check", RightsOption),
    ("单位", "layers", units),
    ("村社", "sprout", villages),
    ("事项", "list-checks", matters),
    ("上门服务", "map-pin", VisitOption),
    ("上门人员", "users", helpers),
    ("上门设备", "inbox", kits),
    ("路程", "route", WayOption),
    ("不予受理事由", "file-text", scope_reasons),
    ("救济途径", "route", RemedyOption),
    ("叫法", "notebook-pen", WordOption),
    ("办理时限", "hourglass", TimesOption),
    ("考核", "check-check", AppraisalOption),
    ("编号", "stamp", NumberOption),
    (CALENDAR, "calendar-check", CalendarOption),
    ("邮件", "mail", MailOption),
    ("备份", "shield-check", BackupOption),
    (TIDYING, "inbox", TidyingOption),
    ("外观", "lightbulb", LookOption),
    ("关于", "file-text", AboutOption),
)
ROWS = {name: row for row, (name, *_) in enumerate(OPTIONS)}
UNSAVED, UNPROTECTED = "未保存", "无密码"


class SettingsPage(Page):
    """Made when first looked at; what is filled in and not saved stays in its form."""

    title = SETTINGS
    watches = frozenset(Kind)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.made: dict[int, Option] = {}
        self._unread: set[int] = set()
        self._waits: dict[int, tuple[str, Tone]] = {}
        self.index = SettingsIndex([Line(name, icon) for name, icon, _ in OPTIONS])
        self.stack, self.acts = QStackedWidget(), QStackedWidget()
        self.act(self.acts)
        ground = Ground()
        under = QVBoxLayout(ground)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.index)
        across = QHBoxLayout()
        across.setSpacing(PAD)
        across.addWidget(ground)
        across.addWidget(self.stack, 1)
        self.body.addLayout(across, 1)
        self.first = self.index
        self.index.chosen.connect(self._show)
        self.index.entered_page.connect(self._enter)
        self.index.go(0)

    def option(self, name: str) -> Option:
        """The page of that name, which is then being looked at."""
        self.index.go(ROWS[name])
        return self.made[ROWS[name]]

    def refresh(self) -> None:
        self._unread = set(self.made)
        self._read(self.index.row())
        untidy, year = len(list_untidy()), year_to_enter(self.desk.today())
        bare = unprotected()
        self._waits = {
            ROWS[TIDYING]: (str(untidy) if untidy else "", Tone.WARN),
            ROWS[STAFF]: (f"{bare} 人{UNPROTECTED}" if bare else "", Tone.WARN),
            ROWS[CALENDAR]: (f"缺 {year} 年" if year else "", Tone.WARN),
        }
        self._mark()

    def take(self, wanted: object) -> None:
        """A page's name."""
        if isinstance(wanted, str):
            self.option(wanted).first.setFocus()

    def back(self) -> bool:
        """From a page to the index."""
        if self.index.hasFocus():
            return False
        self.index.setFocus()
        return True

    def _show(self, row: int) -> None:
        if row not in self.made:
            _, _, make = OPTIONS[row]
            option = self.made[row] = make(self.desk)
            self.stack.addWidget(option)
            self.acts.addWidget(_side_by_side(option))
            option.edited.connect(self._mark)
            self._unread.add(row)
        option = self.made[row]
        self.stack.setCurrentWidget(option)
        self.acts.setCurrentIndex(self.stack.currentIndex())
        self.note.say(option.note)
        self._read(row)

    def _read(self, row: int) -> None:
        if row in self._unread:
            self._unread.discard(row)
            if not self.made[row].is_edited():
                self.made[row].load()

    def _mark(self) -> None:
        for row in range(len(OPTIONS)):
            edited = row in self.made and self.made[row].is_edited()
            text, tone = (UNSAVED, Tone.WARN) if edited else self._waits.get(row, ("", Tone.PLAIN))
            self.index.mark(row, text, tone)

    def _enter(self) -> None:
        self._enter_option(self.made[self.index.row()])

    def _enter_option(self, option: Option) -> None:
        here = QApplication.focusWidget()
        if here is None or not option.isAncestorOf(here):
            option.first.setFocus()


def _side_by_side(option: Option) -> QWidget:
    """The acts of an option, beside the page's title while it is looked at."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    row.addStretch()
    for act in option.acts:
        row.addWidget(act)
    return holder
