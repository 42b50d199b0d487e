"""The sheet on which a reception is written down while the citizen speaks."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import drafts
from app.closed_months import before_recording
from app.drafts import list_drafts
from app.errors import Invalid
from app.receptions import FORM, record_reception
from app.typed import line
from models.choices import ReceptionEnd
from ui.kit.button import Button, Rank
from ui.kit.closed_line import ClosedLine
from ui.kit.desk import Desk
from ui.kit.errands import FromReception, ReceptionsOf, Resume
from ui.kit.sheet import Sheet
from ui.kit.style import GAP, Tone
from ui.kit.text import Saying
from ui.receptions.form import ReceptionForm
from ui.receptions.month import MonthSheet
from ui.receptions.view import ReceptionSheet

WIDEST, TALLEST = 720, 570


def open_reception(window: QWidget, desk: Desk, wanted: object) -> None:
    """One that was, by its id; a month of them; or a new one, perhaps begun before."""
    if isinstance(wanted, int):
        ReceptionSheet(window, desk, wanted).open()
    elif isinstance(wanted, ReceptionsOf):
        MonthSheet(window, desk, wanted.month).open()
    else:
        begun = wanted.draft_id if isinstance(wanted, Resume) else _unfinished(desk)
        NewReception(window, desk, begun).open()


def _unfinished(desk: Desk) -> int | None:
    """What this clerk began to write down and did not save."""
    name = desk.who().name
    return next((one.id for one in list_drafts(FORM) if one.staff == name), None)


class NewReception(Sheet):
    """Every keystroke is kept; F9 saves, F10 saves and makes a case of it."""

    def __init__(self, window: QWidget, desk: Desk, begun: int | None = None) -> None:
        super().__init__(window, "记一次接待", widest=WIDEST, tallest=TALLEST)
        self.desk, self._draft_id = desk, begun
        self.form = ReceptionForm(desk.now)
        self.form.fill(drafts.load(begun) if begun is not None else {})
        self.closed, self.kept = ClosedLine(), Saying()
        self.clear = Button("清空", Rank.QUIET)
        self.register = Button("转为登记", icon="square-pen", key="F10")
        self.save = Button("保存", Rank.PRIMARY, icon="check", key="F9")
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(self.form, 1)
        column.addWidget(self.closed)
        column.addLayout(self._foot())
        self.body.addLayout(column)
        self.first = self.form.name
        self.form.changed.connect(self._keep)
        self.form.changed.connect(self._say_closed)
        self.form.ended.connect(self.save.setFocus)
        self.clear.clicked.connect(self._throw_away)
        self.register.clicked.connect(self._register)
        self.save.clicked.connect(self._save)
        self._say_kept("接着写上次没写完的" if begun is not None else "")
        self._say_closed()

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.kept, 1)
        for button in (self.clear, self.register, self.save):
            foot.addWidget(button)
        return foot

    def _say_kept(self, text: str) -> None:
        self.kept.say(text, Tone.GOOD)
        self.clear.setVisible(self._draft_id is not None)

    def _say_closed(self) -> None:
        self.closed.say_closed(before_recording(self.form.draft().at))

    def _keep(self) -> None:
        if self._draft_id is None and self.form.is_blank():
            return
        filled, now, who = self.form.filled(), self.desk.now(), self.desk.who().id
        title = f"接待 {filled['name'] or '未留姓名'} · {line(filled['asked']) or '还没写问什么'}"
        self._draft_id = drafts.keep(FORM, self._draft_id, title, filled, who, now)
        self._say_kept(f"已存草稿 {now:%H:%M}")

    def _throw_away(self) -> None:
        """Short as it is, nobody is asked; what was told can be told again."""
        if self._draft_id is not None:
            drafts.discard(self._draft_id)
            self._draft_id = None
        self.form.blockSignals(True)
        self.form.fill({})
        self.form.blockSignals(False)
        self.form.show_problems({})
        self._say_kept("")
        self.first.setFocus()

    def _save(self) -> None:
        if self._recorded(registering=False) is not None:
            self.leave()
            self.desk.errands.said.emit("已记下这次接待。")

    def _register(self) -> None:
        reception_id = self._recorded(registering=True)
        if reception_id is not None:
            self.leave()
            self.desk.errands.intake_wanted.emit(FromReception(reception_id))

    def _recorded(self, *, registering: bool) -> int | None:
        """Its id; None where something has to be mended first."""
        draft = self.form.draft()
        if registering and not line(draft.answered):
            draft = replace(draft, ending=ReceptionEnd.REGISTERED)
        found = self.form.unreadable()
        if not found:
            try:
                who, now = self.desk.who(), self.desk.now()
                return record_reception(draft, who, now, draft_id=self._draft_id)
            except Invalid as error:
                found = error.problems
        self.form.show_problems(found)
        return None
