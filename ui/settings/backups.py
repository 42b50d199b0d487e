"""备份: what was copied when, a second folder, whether all is well, and the way back."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.centre import get_centre, save_centre
from app.store.backups import Backup, Reason, back_up, list_backups
from app.store.check import CheckReport, check
from ui.kit import ask
from ui.kit.button import Button, Rank
from ui.kit.card import Card
from ui.kit.days import say_moment, say_near_day
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.record_view import RecordView
from ui.kit.style import GAP, Tone
from ui.kit.table import Column
from ui.kit.text import Saying
from ui.settings.check_sheet import CheckSheet
from ui.settings.option import Option

MEGABYTE = 1_048_576


class BackupOption(Option):
    note = "打开、每半小时、退出时自动备份；越久的留得越稀。"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view = RecordView(self._columns(), name="备份", id_of=lambda one: one.path)
        self.empty = EmptyState("shield-check", "还没有备份", "按 F9 马上做一份。")
        self.look = Button("检查数据", icon="search")
        self.make = Button("立即备份", Rank.PRIMARY, icon="shield-check", key="F9")
        self.back = Button("恢复到选中的备份", Rank.QUIET, icon="history")
        self.acts = (self.look, self.make)
        self.first = self.view
        self.body.addWidget(self._second())
        self.body.addWidget(self._list(), 1)
        self.look.clicked.connect(self._check)
        self.make.clicked.connect(self._make)
        self.back.clicked.connect(lambda: self._go_back(self.view.record()))
        self.view.opened.connect(self._go_back)

    def _columns(self) -> list[Column[Backup]]:
        return [
            Column("什么时候", self._when),
            Column("办件", lambda one: f"{one.cases} 件", width=100, number=True),
            Column("大小", lambda one: _size(one.size), width=100, number=True),
            Column("文件", lambda one: one.path.name, width=250, soft=True),
        ]

    def _when(self, one: Backup) -> str:
        return f"{say_near_day(one.made_at.date(), self.desk.today())} {one.made_at:%H:%M}"

    def _list(self) -> QWidget:
        card = Card("本机的备份", flush=True)
        card.head.addWidget(self.back)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        card.body.addWidget(self.stack, 1)
        return card

    def _second(self) -> QWidget:
        card = Card("第二份备份")
        self.folder = Saying()
        self.choose = Button("选择文件夹", icon="layers")
        self.none = Button("不再备份到那里", Rank.QUIET)
        self.choose.clicked.connect(self._choose)
        self.none.clicked.connect(lambda: self._keep_in(None))
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.folder, 1)
        line.addWidget(self.none)
        line.addWidget(self.choose)
        card.body.addLayout(line)
        return card

    def load(self) -> None:
        backups = list_backups()
        self.view.show_rows(backups)
        if self.view.record() is None:
            self.view.choose_row(0)
        self.stack.setCurrentWidget(self.view if backups else self.empty)
        self.back.setVisible(bool(backups))
        self._tell_folder(get_centre().backup_folder)

    def _tell_folder(self, folder: str) -> None:
        self.none.setVisible(bool(folder))
        if not folder:
            self.folder.say("还没有设。电脑坏了本机的备份也会丢，最好再备一份到 U 盘", Tone.WARN)
        elif Path(folder).is_dir():
            self.folder.say(f"每次备份都再存一份到 {folder}", Tone.GOOD)
        else:
            self.folder.say(f"{folder} 不在，请插好 U 盘或另选文件夹", Tone.DANGER)

    def _choose(self) -> None:
        before = get_centre().backup_folder
        start = Path(before) if before else None
        if folder := ask.which_folder(self, "第二份备份存到哪里", start):
            self._keep_in(folder)
            self._make()

    def _keep_in(self, folder: Path | None) -> None:
        save_centre(replace(get_centre(), backup_folder=str(folder) if folder else ""))
        self.load()

    def _make(self) -> None:
        now = self.desk.now()
        self.make.setEnabled(False)
        self.desk.tasks.start(
            "正在备份", lambda: back_up(Reason.ASKED, now), self._made, owner=self
        )
        self.desk.tasks.start("正在备份", lambda: None, lambda _: self._free(), owner=self)

    def _made(self, backup: Backup | None) -> None:
        said = "已备份，核对无误。" if backup else "上次备份以后没有改动，不用再备份。"
        self.desk.errands.said.emit(backup.warning if backup and backup.warning else said)
        self.load()

    def _free(self) -> None:
        """Whatever became of it, it can be tried again."""
        self.make.setEnabled(True)

    def _check(self) -> None:
        self.desk.errands.said.emit("正在检查，数据多时要几秒。")
        self.desk.tasks.start("正在检查数据", check, self._checked, owner=self)

    def _checked(self, report: CheckReport) -> None:
        CheckSheet(self.window(), report).open()

    def _go_back(self, backup: Backup | None) -> None:
        if backup is None:
            return
        made = backup.made_at
        act = f"恢复到{made.month}月{made.day}日 {made:%H:%M} 的备份"
        loss = (
            f"那份备份里有 {backup.cases} 件。{say_moment(made)} 以后登记的、改动的都会不见，"
            "恢复后请照纸面回执补登。现在的数据会改名留在数据文件夹里，不会删除。"
            "恢复好会重新打开，请再选谁在岗。"
        )
        if ask.is_sure(self, act, loss, harm=True):
            self.desk.errands.restoring_wanted.emit(backup)


def _size(size: int) -> str:
    return f"{size / MEGABYTE:.1f} MB"
