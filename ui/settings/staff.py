"""人员: who works here, what each answers for, and their passwords."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.access.colleagues import check_may_manage, retire_colleague, save_colleague, save_pasted
from app.access.sign_in import list_noted, locked_until
from app.centre import is_demonstration
from app.desk.handover import list_open_work
from app.directory import STAFF_LABELS, StaffDraft, Who, list_staff
from models.choices import Role
from ui.kit.button import Button, Rank
from ui.kit.choice import Segments
from ui.kit.desk import Desk
from ui.kit.editors import Line
from ui.kit.pasting import STAFF
from ui.kit.style import GAP, Tone
from ui.kit.table import Column
from ui.kit.text import Saying
from ui.settings.book_sheet import BookSheet
from ui.settings.entry_sheet import EntrySheet
from ui.settings.handover_sheet import HandoverSheet
from ui.settings.list_kind import EntryField, ListKind
from ui.settings.list_option import ListOption
from ui.settings.password_sheet import PasswordSheet
from ui.settings.paste_sheet import PasteSheet

NOTE = "坐窗口的人；停用的不再出现在“谁在岗”里，他经手的办件不变。"


class StaffOption(ListOption):
    def __init__(self, desk: Desk) -> None:
        self._locked: dict[int, datetime] = {}
        super().__init__(desk, _kind(desk, self._locked))
        self.urge = Saying()
        self.password = Button("设置密码", icon="lock")
        self.handover = Button("移交工作", Rank.QUIET, icon="send")
        self.book = Button("登录记录", Rank.QUIET, icon="notebook-pen")
        self.body.insertWidget(0, self._above())
        self.password.clicked.connect(lambda: self._set_password(self.view.record()))
        self.handover.clicked.connect(lambda: self._hand_over(self.view.record()))
        self.book.clicked.connect(lambda: BookSheet(self.window(), list_noted()).open())

    def _above(self) -> QWidget:
        above = QWidget()
        row = QHBoxLayout(above)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.urge, 1)
        row.addWidget(self.handover)
        row.addWidget(self.book)
        row.addWidget(self.password)
        return above

    def load(self) -> None:
        self._locked.clear()
        self._locked.update(locked_until(self.desk.now()))
        super().load()
        without = [one.name for one in list_staff() if not one.has_password]
        if is_demonstration():
            self.urge.say("演示数据里不用密码，选名字就能用。")
        elif without:
            names = "、".join(without[:4]) + ("等" if len(without) > 4 else "")
            self.urge.say(f"{names}没有密码，谁都能冒用，请尽快设置。", Tone.WARN)
        else:
            self.urge.say("人人都有自己的密码。", Tone.GOOD)

    def _open(self, entry: Any) -> None:
        """Whoever may not change the list is told before they type."""
        check_may_manage(self.desk.who())
        StaffSheet(self.window(), self.desk, self.kind, entry).open()

    def _paste(self) -> None:
        check_may_manage(self.desk.who())

        def save(drafts: Any) -> None:
            save_pasted(drafts, self.desk.who())

        PasteSheet(self.window(), self.desk, STAFF, save).open()

    def _set_password(self, owner: Who | None) -> None:
        if owner is None:
            return
        if owner.id != self.desk.who().id:
            check_may_manage(self.desk.who())
        PasswordSheet(self.window(), self.desk, owner).open()

    def _hand_over(self, leaver: Who | None) -> None:
        if leaver is None:
            return
        if list_open_work(leaver.id):
            HandoverSheet(self.window(), self.desk, leaver).open()
        else:
            self.desk.errands.said.emit(f"{leaver.name}手上没有在办的工作。")


class StaffSheet(EntrySheet):
    """Whoever still has work in hand is not retired before it was offered to hand it over."""

    def _shelve(self) -> None:
        over = self.parentWidget()
        if over is None or not self.entry.active or not list_open_work(self.entry.id):
            super()._shelve()
            return
        self.leave()
        HandoverSheet(over, self.desk, self.entry, retire=True).open()

    def _retire(self, *, active: bool) -> None:
        retire_colleague(self.entry.id, self.desk.who(), active=active)


def unprotected() -> int:
    """How many of those at work anyone can pass for; in the demonstration that is as it should."""
    if is_demonstration():
        return 0
    return sum(not one.has_password for one in list_staff())


def _kind(desk: Desk, locked: Mapping[int, datetime]) -> ListKind:
    def state(one: Who) -> str:
        if one.id in locked:
            return f"锁定到 {locked[one.id]:%H:%M}"
        return "已设" if one.has_password else "没有"

    return ListKind(
        what="人员",
        note=NOTE,
        empty="至少要有一位在岗人员。",
        columns=(
            Column(STAFF_LABELS["name"], lambda one: one.name),
            Column(STAFF_LABELS["work_number"], lambda one: one.work_number, width=120),
            Column(STAFF_LABELS["role"], lambda one: one.role.label, width=120),
            Column(STAFF_LABELS["password"], state, width=140, soft=True),
        ),
        fields=(
            EntryField("name", STAFF_LABELS["name"], Line, needed=True),
            EntryField("work_number", STAFF_LABELS["work_number"], Line, needed=True),
            EntryField(
                "role",
                STAFF_LABELS["role"],
                lambda: Segments(Role),
                hint="负责人可以签字批准；管理员还管人员、密码和设置",
            ),
        ),
        read=lambda retired: list_staff(retired=retired),
        draft=lambda said: StaffDraft(
            name=said["name"], work_number=said["work_number"], role=Role.of(said["role"])
        ),
        said=lambda one: {"name": one.name, "work_number": one.work_number, "role": one.role},
        blank={"role": Role.CLERK},
        save=lambda draft, staff_id: save_colleague(draft, staff_id, desk.who()),
        key="work_number",
        paste=STAFF,
    )
